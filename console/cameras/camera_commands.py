"""What people may ask of a camera."""

from typing import Annotated

import msgspec

from console.cameras.camera_words import PresetRole
from console.command import Command
from console.words import SiteId

PresetName = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
"""How people call a preset, in Vietnamese; unique within its camera."""


class RecallPreset(Command):
    """Moves a camera to a preset; `cover`: the program shows the main endpoint while the camera on air moves."""

    site: SiteId
    camera: str
    preset: str
    override_on_air: bool = False
    cover: bool = False


class DriveCamera(Command):
    """Keeps a camera moving at these speeds, in per cent of its fastest; all 0 stands still.

    Right, up, nearer and a farther focus are positive. The move ends by itself `hold_ms` after the last such command:
    whoever holds a key gives it again before.
    """

    site: SiteId
    camera: str
    pan: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    tilt: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    zoom: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    focus: Annotated[int, msgspec.Meta(ge=-100, le=100)] = 0
    hold_ms: Annotated[int, msgspec.Meta(ge=100, le=1000)] = 600
    override_on_air: bool = False


class StopCamera(Command):
    """Lets a camera stand still, whatever it is doing; never held up by anything."""

    site: SiteId
    camera: str


class SavePreset(Command):
    """Saves where the camera stands, with a picture; what it overwrites is kept for one `RestorePreset`."""

    site: SiteId
    camera: str
    preset: PresetName
    overwrite: bool = False
    role: PresetRole | None = None


class RenamePreset(Command):
    site: SiteId
    camera: str
    preset: str
    name: PresetName


class DeletePreset(Command):
    """Deletes a preset; it is kept for one `RestorePreset`."""

    site: SiteId
    camera: str
    preset: str


class RestorePreset(Command):
    """Brings back what a preset was before it was last overwritten or deleted; again, and it is undone."""

    site: SiteId
    camera: str
    preset: str


class PlacePreset(Command):
    """Puts a preset at a place in the order in which presets are shown, counted from 1."""

    site: SiteId
    camera: str
    preset: str
    place: Annotated[int, msgspec.Meta(ge=1, le=1000)]


class MarkPreset(Command):
    """Says whether a preset is protected, and what it is for; both are the wanted state."""

    site: SiteId
    camera: str
    preset: str
    protected: bool = False
    role: PresetRole | None = None


class RecalibrateCamera(Command):
    """Lets a camera's head find its stops again; it swings all the way, so never while it is on air."""

    site: SiteId
    camera: str


class FocusCamera(Command):
    """Leaves the focus to the camera again after it was moved by hand."""

    site: SiteId
    camera: str


class SwitchOnCamera(Command):
    """Wakes a camera from standby; nothing is switched on but by this."""

    site: SiteId
    camera: str


class AdoptPresets(Command):
    """Says that the presets which were saved at another model hold for the camera that took its place too."""

    site: SiteId
    camera: str


class RehearsePresets(Command):
    """Lets a camera go to every preset once, and compares place and picture; never while it is on air."""

    site: SiteId
    camera: str
