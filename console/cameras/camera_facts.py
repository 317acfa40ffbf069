"""What is known of a camera and its presets: told by its driver, shown in snapshots, said by satellites of their own.

Rule: facts only, as of the last telling. A preset is named as people call it; two names that differ in letter case or
spaces alone are one.
"""

import unicodedata

import msgspec

from console.words import CameraAbility, CameraLink


class PresetFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One preset; `picture` is a file in the data folder's pictures of presets, None where none was taken."""

    name: str
    saved_ms: int
    """Wall clock."""
    picture: str | None = None
    restorable: bool = False
    """What it overwrote is kept."""


class CameraFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One camera; `presets` are their names in the order in which they are shown, `saved` the same with more of each.

    A satellite says no `saved` of its cameras: pictures stay where they were taken.
    """

    camera: str
    presets: tuple[str, ...] = ()
    title: str = ""
    link: CameraLink = CameraLink.READY
    abilities: tuple[CameraAbility, ...] = ()
    saved: tuple[PresetFacts, ...] = ()
    deleted: tuple[str, ...] = ()
    """Names that can be restored."""
    podium_preset: str = ""
    """The preset that shows whoever speaks at this site."""


def clean_name(name: str) -> str:
    """Returns a preset's name as it is kept: composed letters (NFC), single spaces."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def same_name(one: str, other: str) -> bool:
    """Returns whether two names mean the same preset."""
    return clean_name(one).casefold() == clean_name(other).casefold()


def find_name(names: tuple[str, ...], name: str) -> str | None:
    """Returns the kept form of a name, None when it is none of these."""
    return next((known for known in names if same_name(known, name)), None)
