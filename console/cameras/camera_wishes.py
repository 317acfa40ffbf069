"""What a camera's driver is asked, at the main endpoint and at a satellite alike: intent, never octets.

Rule: a wish names the wanted state and is complete in itself; a preset is named as people call it. Recalling a preset
has its own effect and message, because the podium's transaction waits for it.
"""

import msgspec

from console.cameras.camera_words import PresetRole
from console.command import kebab


class Wish(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="wish",
    tag=kebab,
):
    """Base of all wishes."""


class Drive(Wish):
    """Keeps moving at these speeds, in per cent, for `hold_ms` after the last such wish; right, up, nearer positive."""

    pan: int
    tilt: int
    zoom: int
    hold_ms: int
    focus: int = 0
    """Farther is positive; the camera no longer focuses by itself then."""


class Stop(Wish):
    """Stands still at once; a recall under way is superseded."""


class Save(Wish):
    """Saves the present position under a name; an earlier one of that name is kept for one `Restore`."""

    preset: str
    overwrite: bool = False
    role: PresetRole | None = None
    """None keeps the role that a preset has."""


class Rename(Wish):
    preset: str
    name: str


class Delete(Wish):
    preset: str


class Restore(Wish):
    preset: str


class Place(Wish):
    """Puts a preset at a place in the order in which presets are shown, counted from 1."""

    preset: str
    place: int


class Mark(Wish):
    """Says whether a preset is protected, and what it is for."""

    preset: str
    protected: bool
    role: PresetRole | None = None


class Recalibrate(Wish):
    """Lets the head find its stops again; it swings all the way."""


class Rehearse(Wish):
    """Goes to every preset once and compares place and picture, then back; any other move ends it."""


class FocusByItself(Wish):
    """Leaves the focus to the camera again."""


class SwitchOn(Wish):
    """Wakes the camera from standby."""


class Adopt(Wish):
    """Takes the presets that were saved at another model as ones of the camera that stands there now."""


CameraWish = (
    Drive
    | Stop
    | Save
    | Rename
    | Delete
    | Restore
    | Place
    | Mark
    | Recalibrate
    | Rehearse
    | FocusByItself
    | SwitchOn
    | Adopt
)
