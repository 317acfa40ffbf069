"""The presets of one camera as we keep them: name, picture, memory slot and position; pure, no file.

Rules: what is overwritten or deleted is kept once, with its own memory slot, so that it can be restored; a name in
Vietnamese stays here, files and cameras get an ASCII slug of it.
"""

import re
import unicodedata

import msgspec
from msgspec.structs import replace

from console.cameras.camera_facts import PresetFacts, clean_name, same_name

MOST_PRESETS = 40
LONGEST_SLUG = 32


class KeptPreset(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a preset; `position` is pan, tilt and zoom (None: not told) in the camera's units."""

    name: str
    saved_ms: int
    slot: int | None = None
    position: tuple[int, int, int | None] | None = None
    picture: str | None = None


class PresetEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One preset: what it is (None: deleted) and what it was before."""

    present: KeptPreset | None
    earlier: KeptPreset | None = None

    @property
    def versions(self) -> tuple[KeptPreset, ...]:
        """What is kept of it."""
        return tuple(version for version in (self.present, self.earlier) if version is not None)


Entries = tuple[PresetEntry, ...]


def find(entries: Entries, name: str) -> KeptPreset | None:
    """Returns a preset that is there."""
    return next((known for known in presents(entries) if same_name(known.name, name)), None)


def presents(entries: Entries) -> tuple[KeptPreset, ...]:
    """Returns the presets that are there, in their order."""
    return tuple(entry.present for entry in entries if entry.present is not None)


def deleted_names(entries: Entries) -> tuple[str, ...]:
    """Returns the names that can be restored."""
    return tuple(entry.earlier.name for entry in entries if entry.present is None and entry.earlier is not None)


def facts_of(entries: Entries) -> tuple[PresetFacts, ...]:
    """Returns what windows see of the presets."""
    return tuple(
        PresetFacts(
            name=entry.present.name,
            saved_ms=entry.present.saved_ms,
            picture=entry.present.picture,
            restorable=entry.earlier is not None,
        )
        for entry in entries
        if entry.present is not None
    )


# ---------------------------------------------------------------- changes


def saved(entries: Entries, preset: KeptPreset) -> Entries:
    """Returns the presets with a new version of one, or with one more."""
    for place, entry in enumerate(entries):
        if any(same_name(version.name, preset.name) for version in entry.versions[:1]):
            kept = PresetEntry(present=preset, earlier=entry.present or entry.earlier)
            return (*entries[:place], kept, *entries[place + 1 :])
    return (*entries, PresetEntry(present=preset))


def renamed(entries: Entries, name: str, new_name: str) -> Entries:
    """Returns the presets with one under another name; a deleted one of that name is forgotten."""
    kept: list[PresetEntry] = []
    for entry in entries:
        if entry.present is not None and same_name(entry.present.name, name):
            kept.append(replace(entry, present=replace(entry.present, name=clean_name(new_name))))
        elif entry.present is not None or not _was(entry, new_name):
            kept.append(entry)
    return tuple(kept)


def deleted(entries: Entries, name: str) -> Entries:
    """Returns the presets without one; it can be restored."""
    return tuple(
        PresetEntry(present=None, earlier=entry.present)
        if entry.present is not None and same_name(entry.present.name, name)
        else entry
        for entry in entries
    )


def restored(entries: Entries, name: str) -> Entries | None:
    """Returns the presets with what one was before, None when nothing is kept of it."""
    for place, entry in enumerate(entries):
        present, earlier = entry.present, entry.earlier
        called = present.name if present is not None else earlier.name if earlier is not None else ""
        if earlier is not None and same_name(called, name):
            back = PresetEntry(present=replace(earlier, name=called), earlier=present)
            return (*entries[:place], back, *entries[place + 1 :])
    return None


def _was(entry: PresetEntry, name: str) -> bool:
    return any(same_name(version.name, name) for version in entry.versions)


# ---------------------------------------------------------------- memory and files


def free_slot(entries: Entries, slots: tuple[int, ...]) -> int | None:
    """Returns a memory that nothing kept needs, else that of what was overwritten or deleted longest ago."""
    taken = {version.slot for entry in entries for version in entry.versions}
    free = next((slot for slot in slots if slot not in taken), None)
    if free is not None:
        return free
    spare = [entry.earlier for entry in entries if entry.earlier is not None and entry.earlier.slot in slots]
    return min(spare, key=lambda version: version.saved_ms).slot if spare else None


def without_slot(entries: Entries, slot: int | None) -> Entries:
    """Returns the presets without what was overwritten or deleted and stood in this memory, which is used anew."""
    if slot is None:
        return entries
    kept = [
        replace(entry, earlier=None) if entry.earlier is not None and entry.earlier.slot == slot else entry
        for entry in entries
    ]
    return tuple(entry for entry in kept if entry.versions)


def pictures_of(entries: Entries) -> set[str]:
    """Returns the pictures that something kept needs."""
    return {version.picture for entry in entries for version in entry.versions if version.picture is not None}


def slug_of(name: str) -> str:
    """Returns an ASCII form of a Vietnamese name, `[a-z0-9-]{1,32}`: what files and cameras are told."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_only = bare.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:LONGEST_SLUG].strip("-") or "preset"
