"""The passwords of a site's cameras: one file beside their presets, which only its owner can read.

Rules: a password stands here and nowhere else, neither in the cameras file, which people copy and send, nor in a log, a
command or an export. The file is replaced in one step; one that cannot be read counts as empty and is said in the log.

    presets/passwords        {"hall": "…"}     mode 0600
"""

import logging
import os
from pathlib import Path

import msgspec

FILE = "passwords"
LARGEST_OCTETS = 64 * 1024
LONGEST_PASSWORD = 256

_log = logging.getLogger(__name__)


def password_of(folder: Path, camera: str) -> str:
    """Returns a camera's password, empty where none is kept."""
    return _read(folder / FILE).get(camera, "")


def keep_password(folder: Path, camera: str, password: str) -> None:
    """Keeps a camera's password, or forgets it where it is empty; raises `OSError`, `ValueError` for one too long."""
    if len(password) > LONGEST_PASSWORD:
        raise ValueError("the password is too long")
    folder.mkdir(exist_ok=True, mode=0o700)
    known = _read(folder / FILE)
    known.pop(camera, None)
    if password:
        known[camera] = password
    making = folder / f".{FILE}.{os.getpid()}"
    try:
        descriptor = os.open(making, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(known))
            file.flush()
            os.fsync(file.fileno())
        making.replace(folder / FILE)
    finally:
        making.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST_OCTETS), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        # The error of a decoder could hold a piece of the file.
        _log.error("The passwords of the cameras cannot be read (%s)", type(error).__name__)
        return {}
