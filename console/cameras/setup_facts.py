"""What the setting up of cameras finds and says: at the command line as JSON, on the office window's page as a table.

Rule: additive; who reads an answer of another version takes what it knows of it.
"""

from enum import StrEnum

import msgspec

from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that may be a camera of this site; `profile` is what to begin with."""

    profile: CameraProfile
    name: str = ""
    """What it calls itself."""
    model: str = ""
    known_as: str = ""
    """The camera of the cameras file that is at the same place."""


class Works(msgspec.Struct, frozen=True, kw_only=True):
    """What works at one camera; `link` None: it was not asked."""

    profile: CameraProfile
    link: CameraLink | None = None
    abilities: tuple[CameraAbility, ...] = ()
    presets: int = 0
    """How many are kept of it."""
    failure: Reason | None = None
    """Why the last thing that it was asked came to nothing, as far as the running bridge knows."""
    password_kept: bool = False
    model: str = ""
    """What it calls itself."""
    of_another: tuple[str, ...] = ()
    """Presets that were saved at another model: not recalled until they are saved anew or said to hold."""
    model_before: str = ""
    """What that one called itself."""


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What came of turning a camera a little and back; None: it was told to and does not say."""

    camera: str
    link: CameraLink
    moved: bool | None = None
    came_back: bool | None = None
    reason: Reason | None = None


class Adopted(msgspec.Struct, frozen=True, kw_only=True):
    """What came of saying that presets of the model before hold too; `reason` None: they count as this one's now."""

    camera: str
    reason: Reason | None = None


class SwitchedOn(msgspec.Struct, frozen=True, kw_only=True):
    """What came of waking a camera; `reason` None: it has taken the order."""

    camera: str
    reason: Reason | None = None


class Change(StrEnum):
    """What an import does to one camera or preset."""

    NEW = "new"
    OTHER = "other"
    """It is there otherwise, and is overwritten only when that is wanted."""
    SAME = "same"
    PROTECTED = "protected"
    """It is protected here and stays as it is."""
    NO_ROOM = "no_room"
    """There are as many as there may be."""


class PresetImport(msgspec.Struct, frozen=True, kw_only=True):
    """One preset of a file."""

    preset: str
    change: Change


class CameraImport(msgspec.Struct, frozen=True, kw_only=True):
    """One camera of a file; `change` None: the file says nothing of how it is spoken to."""

    camera: str
    title: str = ""
    change: Change | None = None
    presets: tuple[PresetImport, ...] = ()


class ImportAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What an import would change, or has changed; `overwritten`: what was there otherwise was written over."""

    cameras: tuple[CameraImport, ...]
    done: bool = False
    overwritten: bool = False


class SetUpAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whatever `cameras find` and `cameras list` say."""

    found: tuple[Found, ...] = ()
    cameras: tuple[Works, ...] = ()
