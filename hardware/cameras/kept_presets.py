"""The presets of one camera as we keep them: name, picture, memory slot and position; pure, no file.

Rules: what is overwritten or deleted is kept once, with its own memory slot, so that it can be restored; a name in
Vietnamese stays here, files and cameras get an ASCII slug of it.
"""

import re
import unicodedata

import msgspec
from msgspec.structs import replace

from console.cameras.camera_facts import PresetFacts, clean_name, same_name
from console.cameras.camera_words import PresetRole
from hardware.cameras.head import Position

MOST_PRESETS = 100
LONGEST_SLUG = 32


class KeptPreset(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a preset; `position` is pan, tilt and zoom (None: not told) in the camera's units.

    It stands in a memory of the camera by number (`slot`) or by the camera's own name of it (`token`), or in none.
    """

    name: str
    saved_ms: int
    slot: int | None = None
    token: str | None = None
    position: tuple[int, int, int | None] | None = None
    picture: str | None = None
    protected: bool = False
    role: PresetRole | None = None
    unconfirmed: bool = False
    """It was sent to a camera that never said that it has it, and nobody has been there since."""
    model: str = ""
    """Of the camera at which it was saved, as that tells it of itself; empty: not known."""

    @property
    def place(self) -> Position | None:
        """Where the head stood."""
        return None if self.position is None else Position(*self.position)


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
            protected=entry.present.protected,
            role=entry.present.role,
            unconfirmed=entry.present.unconfirmed,
        )
        for entry in entries
        if entry.present is not None
    )


def protected_names(entries: Entries) -> tuple[str, ...]:
    """Returns the presets that are not changed."""
    return tuple(preset.name for preset in presents(entries) if preset.protected)


def wide_name(entries: Entries) -> str:
    """Returns the preset that shows the whole room, empty when none was said to."""
    return next((preset.name for preset in presents(entries) if preset.role is PresetRole.WIDE), "")


def standing_at(entries: Entries, place: Position) -> tuple[str, ...]:
    """Returns the presets at whose place a head stands; one whose place is not known may be it."""
    return tuple(kept.name for kept in presents(entries) if kept.place is None or kept.place.near(place))


def standing_beside(entries: Entries, place: Position) -> tuple[str, ...]:
    """Returns the presets whose place a head misses by a little."""
    return tuple(kept.name for kept in presents(entries) if kept.place is not None and kept.place.beside(place))


# ---------------------------------------------------------------- changes


def saved(entries: Entries, preset: KeptPreset) -> Entries:
    """Returns the presets with a new version of one, or with one more."""
    for place, entry in enumerate(entries):
        if any(same_name(version.name, preset.name) for version in entry.versions[:1]):
            before = entry.present or entry.earlier
            role = preset.role if preset.role is not None or before is None else before.role
            kept = PresetEntry(present=replace(preset, role=role), earlier=before)
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


def placed(entries: Entries, name: str, place: int) -> Entries:
    """Returns the presets with one at a place among those that are there, counted from 1; deleted ones go last."""
    moved = [entry for entry in entries if entry.present is not None and same_name(entry.present.name, name)]
    others = [entry for entry in entries if entry.present is not None and entry not in moved]
    index = max(0, min(place - 1, len(others)))
    gone = [entry for entry in entries if entry.present is None]
    return (*others[:index], *moved, *others[index:], *gone)


def marked(entries: Entries, name: str, role: PresetRole | None, *, protected: bool) -> Entries:
    """Returns the presets with one protected or not, and with what it is for; a role belongs to one preset alone."""
    kept: list[PresetEntry] = []
    for entry in entries:
        present = entry.present
        if present is not None and same_name(present.name, name):
            present = replace(present, protected=protected, role=role)
        elif present is not None and role is not None and present.role is role:
            present = replace(present, role=None)
        kept.append(replace(entry, present=present))
    return tuple(kept)


def joined(entries: Entries, others: Entries) -> Entries:
    """Returns the presets with those of a file: of one name the file's is kept, and what was there stays restorable.

    One that is protected here stays as it is; beyond `MOST_PRESETS` nothing is added.
    """
    for preset in presents(others):
        known = find(entries, preset.name)
        fits = known is not None or len(presents(entries)) < MOST_PRESETS
        if fits and not (known is not None and known.protected):
            entries = saved(entries, preset)
    return entries


def _was(entry: PresetEntry, name: str) -> bool:
    return any(same_name(version.name, name) for version in entry.versions)


def confirmed(entries: Entries, name: str) -> Entries:
    """Returns the presets with one of which the camera has proved that it leads there."""
    return tuple(
        replace(entry, present=replace(entry.present, unconfirmed=False))
        if entry.present is not None and same_name(entry.present.name, name)
        else entry
        for entry in entries
    )


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
