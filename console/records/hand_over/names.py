"""Judges the names of files that come from outside, before one of them is opened.

Rule: a name is taken only if it means the same file on every system, inside the package and nowhere else. Sources:
RFC 8493 section 5.1 (paths that leave the bag), Windows' naming rules for files.
"""

import re
import unicodedata
from collections.abc import Iterable

from console.records.hand_over.layout import LONGEST_NAME
from console.records.hand_over.package_verdict import PackageFault, PackageRefused, refused

_NEVER = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_DRIVE = re.compile(r"[a-zA-Z]:")


def check_names(names: Iterable[str]) -> None:
    """Raises `PackageRefused` for the first name that cannot be taken, or for two that some system holds for one."""
    seen: dict[str, str] = {}
    for name in names:
        if (refusal := name_refusal(name)) is not None:
            raise refusal
        same = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        if same in seen:
            raise refused(PackageFault.NAMES_COLLIDE, shown(name), found=shown(seen[same]))
        seen[same] = name


def name_refusal(name: str) -> PackageRefused | None:
    """Returns why a path inside a package cannot be taken, or None."""
    parts = name.split("/")
    if name.startswith(("/", "\\", "~")) or _DRIVE.match(name) or ".." in re.split(r"[/\\]", name):
        return refused(PackageFault.NAME_CLIMBS_OUT, shown(name))
    if len(name) > LONGEST_NAME or not all(map(_portable, parts)):
        return refused(PackageFault.NAME_NOT_PORTABLE, shown(name))
    return None


def shown(name: str) -> str:
    """Returns a name as one can print it: nothing that moves a cursor or turns the text around, and not endless."""
    safe = "".join(letter if letter.isprintable() else "�" for letter in name)
    return safe if len(safe) <= LONGEST_NAME else safe[: LONGEST_NAME - 1] + "…"


def _portable(part: str) -> bool:
    return (
        part not in {"", "."}
        and not _NEVER.search(part)
        and not part.endswith((".", " "))
        and _DEVICE.fullmatch(part) is None
        and part.isprintable()
        and unicodedata.is_normalized("NFC", part)
    )
