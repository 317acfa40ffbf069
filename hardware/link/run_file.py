"""The small file through which a running bridge is found: its port, its token, its pictures.

Rule: only the owner of the data folder may read it (mode 0600; on Windows the user's folder is what guards it), it is
replaced in one step, and a file whose process is gone means that no bridge runs.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from console.trouble import Told, TroubleKind, trouble

RUN_FILE_NAME = "bridge.json"
RUN_FILE_VERSION = 1


class NoBridge(Told):
    """No bridge is running for this data folder; its text is one sentence."""


class BridgeAddress(msgspec.Struct, frozen=True, kw_only=True):
    """What the run file says; `port` is the link's on 127.0.0.1, `https_port` the front's (0: none)."""

    port: int
    token: str
    pid: int
    frames_folder: str
    https_port: int
    version: int = RUN_FILE_VERSION


def new_token() -> str:
    """Returns a fresh secret for one life of a bridge."""
    import secrets

    return secrets.token_urlsafe(32)


def run_file_of(data_folder: Path) -> Path:
    """Returns where the run file of a data folder is."""
    return data_folder / "run" / RUN_FILE_NAME


def write_run_file(path: Path, address: BridgeAddress) -> None:
    """Puts the file in place in one step, readable by its owner only from its first octet on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(f".{path.name}.{os.getpid()}")
    making.unlink(missing_ok=True)
    descriptor = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(address))
    making.replace(path)


def remove_run_file(path: Path, pid: int) -> None:
    """Removes the file when it is still this process's own."""
    with contextlib.suppress(NoBridge, OSError):
        if _read(path).pid == pid:
            path.unlink()


def read_run_file(path: Path) -> BridgeAddress:
    """Returns the address of the running bridge; raises `NoBridge` when there is none."""
    address = _read(path)
    import psutil  # here, for whoever only writes the file or finds none has no need of it

    if not psutil.pid_exists(address.pid):
        raise NoBridge(trouble(TroubleKind.BRIDGE_HAS_ENDED, folder=path.parent.parent))
    return address


def _read(path: Path) -> BridgeAddress:
    try:
        address = msgspec.json.decode(path.read_bytes(), type=BridgeAddress)
    except FileNotFoundError as error:
        raise NoBridge(trouble(TroubleKind.NO_BRIDGE, folder=path.parent.parent)) from error
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NoBridge(trouble(TroubleKind.FILE_UNREADABLE, path=path, why=error)) from error
    if address.version != RUN_FILE_VERSION:
        raise NoBridge(trouble(TroubleKind.BRIDGE_OF_OTHER_VERSION))
    return address
