"""How marks, attendance and gains give the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.durable import Attendance, Durable
from console.notes.note_entries import AnyNoteEntry, AttendanceTold, GainSet, MomentMarked, NoteAdded
from console.notes.record_facts import Mark

MARKS_KEPT = 200
"""So many are shown; the log holds all."""


def apply_note(durable: Durable, entry: AnyNoteEntry, at_ms: int, person: str) -> Durable:
    """Returns the durable state after such a line; `person` is the line's actor."""
    match entry:
        case MomentMarked():
            mark = Mark(at_ms=at_ms, note=entry.note, person=person)
            return replace(durable, marks=(*durable.marks, mark)[-MARKS_KEPT:])
        case NoteAdded():
            return durable
        case AttendanceTold():
            told = Attendance(head_count=entry.head_count, in_charge=entry.in_charge)
            return replace(durable, attendance=durable.attendance | {entry.site: told})
        case GainSet():
            gains = {site: gain for site, gain in durable.gains_db.items() if site != entry.site}
            others = durable.auto_levels - {entry.site}
            return replace(
                durable,
                gains_db=gains | ({entry.site: entry.gain_db} if entry.gain_db else {}),
                auto_levels=others | {entry.site} if entry.automatic else others,
            )
        case _:
            assert_never(entry)
