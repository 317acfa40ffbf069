"""What a satellite's machine remembers of its bridge: where it is, how it is recognised, and the site's credential.

Rule: the file holds a secret and is readable by its owner alone; it is replaced in one step.
"""

import os
from pathlib import Path

import msgspec

from console.trouble import Told, TroubleKind, trouble
from console.words import SiteId


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
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(memory))
    making.replace(path)


def recall(path: Path) -> SiteMemory | None:
    """Returns what is stored, None when this machine never joined; raises `BadMemory`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=SiteMemory)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise BadMemory(trouble(TroubleKind.MEMORY_BAD, path=path, why=error)) from error
