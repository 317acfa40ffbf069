"""What the setting up of cameras finds and says: at the command line as JSON, on the office window's page as a table.

Rule: additive; who reads an answer of another version takes what it knows of it.
"""

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


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What came of turning a camera a little and back; None: it was told to and does not say."""

    camera: str
    link: CameraLink
    moved: bool | None = None
    came_back: bool | None = None
    reason: Reason | None = None


class SetUpAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whatever `cameras find` and `cameras list` say."""

    found: tuple[Found, ...] = ()
    cameras: tuple[Works, ...] = ()
