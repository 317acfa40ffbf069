"""The commands of `do` about cameras and their presets: what help says of each, and how they are typed in two words."""

from typing import Final

from console.command import Command
from console.commands import (
    AdoptPresets,
    DeletePreset,
    DriveCamera,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    RenamePreset,
    RestorePreset,
    SavePreset,
    StopCamera,
    SwitchOnCamera,
)

CAMERA_HELP: Final[dict[type[Command], str]] = {
    RecallPreset: "move a camera of a site to a stored position",
    DriveCamera: "keep a camera moving for a moment; given again in time it goes on",
    StopCamera: "let a camera stand still at once",
    SavePreset: "store where a camera stands, with a picture",
    RenamePreset: "give a stored position another name",
    DeletePreset: "delete a stored position",
    RestorePreset: "bring back what a stored position was before it was overwritten or deleted",
    PlacePreset: "put a stored position at another place in the order, counted from 1",
    MarkPreset: "protect a stored position against changes, and say what it is for",
    RecalibrateCamera: "let a camera's head find its stops again (it swings all the way)",
    RehearsePresets: "let a camera go to every stored position once, and compare place and picture",
    FocusCamera: "leave the focus to the camera again",
    SwitchOnCamera: "wake a camera from standby",
    AdoptPresets: "say that the positions stored at the camera before hold for the model that took its place too",
}

CAMERA_GROUPS: Final[dict[str, tuple[str, dict[str, type[Command]]]]] = {
    "camera": (
        "move a camera by hand: camera drive SITE CAMERA",
        {
            "drive": DriveCamera,
            "stop": StopCamera,
            "recalibrate": RecalibrateCamera,
            "rehearse": RehearsePresets,
            "focus": FocusCamera,
            "switch-on": SwitchOnCamera,
        },
    ),
    "preset": (
        "camera positions: preset recall SITE CAMERA PRESET",
        {
            "recall": RecallPreset,
            "save": SavePreset,
            "rename": RenamePreset,
            "delete": DeletePreset,
            "restore": RestorePreset,
            "place": PlacePreset,
            "mark": MarkPreset,
            "adopt": AdoptPresets,
        },
    ),
}
