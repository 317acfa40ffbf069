"""Whether presets were saved at the camera that stands there now, or at one whose place it took; pure, no file.

Rules: presets belong to a model, as the camera tells it of itself. Units, ranges, the way the head hangs and the number
of memories go with the model, so another model means other places. Another serial number or firmware of the same model
is no alarm: a spare camera in the same mount is what a province keeps to be spared the saving anew, an update would
cry every time, and a memory that is empty there is noticed by itself (it goes by position and says so). A camera that
does not say what it is proves nothing, and presets without a model are taken to be of the first one that says so.
"""

from msgspec.structs import replace

from hardware.cameras.kept_presets import Entries, KeptPreset, PresetEntry, presents
from hardware.cameras.visca.known_models import called


def of_another(preset: KeptPreset, model: str) -> bool:
    """Returns whether a preset was saved at another model than this; what is not known is no proof."""
    return bool(preset.model and model) and preset.model != model


def ours(entries: Entries, model: str) -> Entries:
    """Returns the entries whose present version was saved at this model, as far as that is known."""
    return tuple(entry for entry in entries if entry.present is None or not of_another(entry.present, model))


def others(entries: Entries, model: str) -> tuple[KeptPreset, ...]:
    """Returns the presets that were saved at another model."""
    return tuple(preset for preset in presents(entries) if of_another(preset, model))


def model_before(entries: Entries, model: str) -> str:
    """Returns what people call the model at which the newest of the others was saved, empty where there is none."""
    newest = max(others(entries, model), key=lambda preset: preset.saved_ms, default=None)
    return "" if newest is None else called(newest.model)


def unbound(entries: Entries) -> bool:
    """Returns whether of some preset it is not known at which model it was saved."""
    return any(not version.model for entry in entries for version in entry.versions)


def bound(entries: Entries, model: str) -> Entries:
    """Returns the presets with this model where none was known."""

    def of(version: KeptPreset | None) -> KeptPreset | None:
        return replace(version, model=model) if version is not None and not version.model else version

    return tuple(PresetEntry(present=of(entry.present), earlier=of(entry.earlier)) for entry in entries)


def adopted(entries: Entries, model: str, *, by_place: bool) -> Entries:
    """Returns the presets as ones of this model, for a person has said that they hold there too.

    What stood in the other camera's memory does not stand in this one: `by_place` (it tells and takes places) leaves
    the memory out where the place is known.
    """

    def of(preset: KeptPreset | None) -> KeptPreset | None:
        if preset is None or not of_another(preset, model):
            return preset
        if by_place and preset.position is not None:
            preset = replace(preset, slot=None, token=None)
        return replace(preset, model=model)

    return tuple(replace(entry, present=of(entry.present)) for entry in entries)
