"""What a satellite's machine remembers of its bridge: where it is, how it is recognised, and the site's credential.

Rule: the file holds a secret and is readable by its owner alone; it is replaced in one step, and only when the new one
is on the disk: a site whose power was cut still knows its way back.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from console.trouble import Told, TroubleKind, trouble
from console.words import SiteId

LARGEST_OCTETS = 64 * 1024


class BadMemory(Told):
    """The stored credential cannot be read; one sentence says what to do."""


class SiteMemory(msgspec.Struct, frozen=True, kw_only=True):
    """A site's way back into its meetings; `credential` is a secret."""

    site: SiteId
    site_name: str
    urls: tuple[str, ...]
    fingerprint: str
    credential: str


def memory_file(data: Path) -> Path:
    """Returns where a satellite's data folder keeps it."""
    return data / "satellite.json"


def remember(path: Path, memory: SiteMemory) -> None:
    """Stores it; raises `OSError` when the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    making = path.with_name(f".{path.name}.{os.getpid()}")
    making.unlink(missing_ok=True)
    descriptor = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(memory))
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            making.unlink()
        raise


def recall(path: Path) -> SiteMemory | None:
    """Returns what is stored, None when this machine never joined; raises `BadMemory`."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST_OCTETS), type=SiteMemory)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadMemory(trouble(TroubleKind.MEMORY_BAD, path=path, why=error)) from error
