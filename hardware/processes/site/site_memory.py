"""What a satellite's machine remembers of its bridge: where it is, how it is recognised, and the site's own key.

Rule: the private key lies in the system's key store where there is one, else in this file, which is readable by its
owner alone; it is replaced in one step, and only when the new one is on the disk: a site whose power was cut still
knows its way back.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from console.trouble import Told, TroubleKind, trouble
from console.words import SiteId
from hardware.processes.site.key_store import forget_in_system, keep_in_system, read_from_system
from hardware.signalling.client import Credential, Enrolled
from hardware.signalling.site_key import KeyMalformed, SiteKey

LARGEST_OCTETS = 64 * 1024


class BadMemory(Told):
    """The stored credential cannot be read; one sentence says what to do."""


class SiteMemory(msgspec.Struct, frozen=True, kw_only=True):
    """A site's way back into its meetings; `credential` and `private_key` are secrets."""

    site: SiteId
    site_name: str
    urls: tuple[str, ...]
    fingerprint: str
    credential: str = ""
    """A bearer secret of an older version, exchanged for a key at the next join."""
    public_key: str = ""
    private_key: str = ""
    """Empty where the system's key store has it."""
    expires_ms: int | None = None
    """When the bridge takes the key no more, unless it is renewed (ms, UTC)."""


def credential_of(memory: SiteMemory, path: Path) -> Credential:
    """Returns what the site joins with; raises `BadMemory` when its key is gone from where it was kept."""
    if not memory.public_key:
        if not memory.credential:
            raise BadMemory(trouble(TroubleKind.MEMORY_BAD, path=path, why="no key"))
        return memory.credential
    private = memory.private_key or read_from_system(memory.public_key)
    if private is None:
        raise BadMemory(trouble(TroubleKind.KEY_GONE))
    try:
        key = SiteKey.read(private)
    except KeyMalformed as error:
        raise BadMemory(trouble(TroubleKind.MEMORY_BAD, path=path, why=error)) from error
    if key.public != memory.public_key:
        raise BadMemory(trouble(TroubleKind.MEMORY_BAD, path=path, why="its two keys do not belong together"))
    return key


def remember_credential(path: Path, memory: SiteMemory, enrolled: Enrolled) -> None:
    """Stores a new credential in the place of the old one; raises `OSError` when the folder cannot be written."""
    credential, older = enrolled.credential, _public_key_in(path)
    if isinstance(credential, str):
        remember(path, msgspec.structs.replace(memory, credential=credential, public_key="", private_key=""))
        return
    private = credential.private_text()
    in_system = keep_in_system(credential.public, private)
    new = msgspec.structs.replace(
        memory,
        credential="",
        public_key=credential.public,
        private_key="" if in_system else private,
        expires_ms=enrolled.expires_ms,
    )
    remember(path, new)
    if older and older != credential.public:
        forget_in_system(older)


def _public_key_in(path: Path) -> str:
    """Returns the key whose private half the system's store has; empty: it has none of this file."""
    try:
        known = recall(path)
    except BadMemory:
        return ""
    return known.public_key if known is not None and not known.private_key else ""


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
