"""What is known of a camera and its presets: told by its driver, shown in snapshots, said by satellites of their own.

Rule: facts only, as of the last telling. A preset is named as people call it; two names that differ in letter case or
spaces alone are one.
"""

import unicodedata

import msgspec

from console.cameras.camera_words import CameraAbility, CameraLink, CameraStage, PresetRole
from console.words import Reason


class PresetFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One preset; `picture` is a file in the data folder's pictures of presets, None where none was taken."""

    name: str
    saved_ms: int
    """Wall clock."""
    picture: str | None = None
    restorable: bool = False
    """What it overwrote is kept."""
    protected: bool = False
    """It is neither overwritten nor renamed nor deleted until somebody takes that away."""
    role: PresetRole | None = None
    unconfirmed: bool = False
    """It was sent to a camera that never said that it has it, and no recall has proved it since."""


class PresetTrial(msgspec.Struct, frozen=True, kw_only=True):
    """What the last rehearsal of a camera found at one preset."""

    preset: str
    reason: Reason | None = None
    """Why it was not reached."""
    looks_alike: bool | None = None
    """Whether the camera shows what it showed when the preset was saved; None: there was no picture to compare."""


class CameraFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One camera; `presets` are their names in the order in which they are shown, `saved` the same with more of each.

    A satellite says no `saved` of its cameras: pictures stay where they were taken.
    """

    camera: str
    presets: tuple[str, ...] = ()
    title: str = ""
    link: CameraLink = CameraLink.READY
    abilities: tuple[CameraAbility, ...] = ()
    stage: CameraStage | None = None
    """How far the move to a preset is; None while there is none, or the camera does not tell."""
    saved: tuple[PresetFacts, ...] = ()
    deleted: tuple[str, ...] = ()
    """Names that can be restored."""
    podium_preset: str = ""
    """The preset that shows whoever speaks at this site."""
    wide_preset: str = ""
    """The one with the role WIDE."""
    protected: tuple[str, ...] = ()
    """Names of presets that are not changed."""
    stands_at: tuple[str, ...] | None = None
    """Presets at whose place it stands, as far as their places are known; None: it does not tell, or moves."""
    rehearsed: tuple[PresetTrial, ...] = ()
    """What the last rehearsal found, while it runs what it has found so far."""
    near: tuple[str, ...] = ()
    """Presets whose place it misses by a little."""
    forgotten: tuple[str, ...] = ()
    """Presets that the camera's own memory did not lead to: it went there by position, and should keep them anew."""
    model: str = ""
    """Maker and model, as the camera tells them of itself; empty where it does not."""
    of_another: tuple[str, ...] = ()
    """Presets that were saved at another model, whose place this camera took: nothing is recalled of them."""
    model_before: str = ""
    """What that other camera called itself."""


def clean_name(name: str) -> str:
    """Returns a preset's name as it is kept: composed letters (NFC), single spaces."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def same_name(one: str, other: str) -> bool:
    """Returns whether two names mean the same preset."""
    return clean_name(one).casefold() == clean_name(other).casefold()


def find_name(names: tuple[str, ...], name: str) -> str | None:
    """Returns the kept form of a name, None when it is none of these."""
    return next((known for known in names if same_name(known, name)), None)
