"""Changes of presets as the desk sees them: why one is refused, what the driver is asked, what the log says.

Rule: a protected preset is changed only after its protection was taken away; it can always be recalled.
"""

from console.cameras.camera_entries import PresetAct, PresetChanged
from console.cameras.camera_facts import CameraFacts, clean_name, find_name, same_name
from console.cameras.camera_wishes import CameraWish, Delete, Mark, Place, Rename, Restore, Save
from console.commands import (
    CommandRequest,
    DeletePreset,
    MarkPreset,
    PlacePreset,
    PresetChange,
    RenamePreset,
    RestorePreset,
    SavePreset,
)
from console.turn import Turn
from console.words import Reason


def change_refusal(known: CameraFacts, command: PresetChange) -> Reason | None:
    """Returns why a preset is not changed so, or None."""
    reason = _unfit(known, command)
    changes = not isinstance(command, PlacePreset | MarkPreset)
    if reason is None and changes and find_name(known.protected, command.preset) is not None:
        return Reason.PRESET_PROTECTED
    return reason


def _unfit(known: CameraFacts, command: PresetChange) -> Reason | None:
    there = find_name(known.presets, command.preset) is not None
    if isinstance(command, SavePreset):
        if not clean_name(command.preset):
            return Reason.BAD_VALUE
        return Reason.PRESET_EXISTS if there and not command.overwrite else None
    if isinstance(command, RestorePreset):
        there = there or find_name(known.deleted, command.preset) is not None
    if not there:
        return Reason.UNKNOWN_PRESET
    return _rename_refusal(known, command) if isinstance(command, RenamePreset) else None


def _rename_refusal(known: CameraFacts, command: RenamePreset) -> Reason | None:
    if not clean_name(command.name):
        return Reason.BAD_VALUE
    taken = find_name(known.presets, command.name) is not None and not same_name(command.preset, command.name)
    return Reason.PRESET_EXISTS if taken else None


def wish_of_change(command: PresetChange) -> CameraWish:
    """Returns what the driver is asked."""
    match command:
        case SavePreset():
            return Save(preset=clean_name(command.preset), overwrite=command.overwrite, role=command.role)
        case RenamePreset():
            return Rename(preset=command.preset, name=clean_name(command.name))
        case DeletePreset():
            return Delete(preset=command.preset)
        case RestorePreset():
            return Restore(preset=command.preset)
        case PlacePreset():
            return Place(preset=command.preset, place=command.place)
        case MarkPreset():
            return Mark(preset=command.preset, protected=command.protected, role=command.role)


def log_change(
    turn: Turn,
    request: CommandRequest,
    command: PresetChange,
    position: tuple[int, int, int] | None,
    reason: Reason | None = None,
) -> None:
    """Writes that a preset was changed; `position` is pan, tilt and zoom where it was saved.

    What came to nothing leaves no line but its own; a save that nobody confirmed was kept all the same.
    """
    unconfirmed = reason is Reason.CAMERA_UNCONFIRMED and isinstance(command, SavePreset)
    if reason is not None and not unconfirmed:
        return
    pan, tilt, zoom = position or (None, None, None)
    entry = PresetChanged(
        site=command.site,
        camera=command.camera,
        preset=clean_name(command.preset),
        act=_act_of(command),
        name=clean_name(command.name) if isinstance(command, RenamePreset) else "",
        pan=pan,
        tilt=tilt,
        zoom=zoom,
        role=command.role if isinstance(command, SavePreset | MarkPreset) else None,
        unconfirmed=unconfirmed,
    )
    turn.log(entry, request)


def _act_of(command: PresetChange) -> PresetAct:
    match command:
        case SavePreset():
            return PresetAct.OVERWRITTEN if command.overwrite else PresetAct.SAVED
        case RenamePreset():
            return PresetAct.RENAMED
        case DeletePreset():
            return PresetAct.DELETED
        case RestorePreset():
            return PresetAct.RESTORED
        case PlacePreset():
            return PresetAct.PLACED
        case MarkPreset():
            return PresetAct.PROTECTED if command.protected else PresetAct.UNPROTECTED
