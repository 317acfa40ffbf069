"""How the log's lines about cameras give what the durable state knows of them: the preset that each one stands on.

Rule: a camera that was moved by hand stands on no preset.
"""

from typing import assert_never

from msgspec.structs import replace

from console.cameras.camera_entries import (
    AnyCameraEntry,
    CameraDrifted,
    CameraDriven,
    CameraLinkChanged,
    CameraListed,
    CameraRecalibrated,
    CameraReplaced,
    PresetAct,
    PresetChanged,
    PresetRecalled,
    PresetsAdopted,
    PresetsRehearsed,
)
from console.durable import Durable


def apply_camera(durable: Durable, entry: AnyCameraEntry) -> Durable:
    """Returns the durable state after a line about a camera."""
    key = f"{entry.site}/{entry.camera}"
    match entry:
        case PresetRecalled():
            return _stands_on(durable, key, entry.preset) if entry.arrived else durable
        case PresetChanged():
            return _changed(durable, key, entry)
        case CameraDriven() | CameraRecalibrated() | PresetsRehearsed() | CameraReplaced():
            return _left(durable, key)
        case CameraLinkChanged() | CameraDrifted() | PresetsAdopted() | CameraListed():
            return durable
        case _:
            assert_never(entry)


def _changed(durable: Durable, key: str, entry: PresetChanged) -> Durable:
    stands_there = durable.presets.get(key) == entry.preset
    match entry.act:
        case PresetAct.SAVED | PresetAct.OVERWRITTEN:
            return _stands_on(durable, key, entry.preset)
        case PresetAct.RENAMED:
            return _stands_on(durable, key, entry.name) if stands_there else durable
        case PresetAct.DELETED | PresetAct.RESTORED:
            return _left(durable, key) if stands_there else durable
        case PresetAct.PLACED | PresetAct.PROTECTED | PresetAct.UNPROTECTED:
            return durable


def _stands_on(durable: Durable, key: str, preset: str) -> Durable:
    return replace(durable, presets=durable.presets | {key: preset})


def _left(durable: Durable, key: str) -> Durable:
    return replace(durable, presets={own: preset for own, preset in durable.presets.items() if own != key})
