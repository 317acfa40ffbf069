"""What people add to the log: marks, notes, who sits in a room; and how loud a site is made in the mix."""

from console.entry import Entry
from console.words import SiteId


class MomentMarked(Entry):
    """Somebody wants this moment remembered: the measurements of the minutes before it are kept."""

    note: str = ""


class NoteAdded(Entry):
    text: str
    site: SiteId | None = None


class AttendanceTold(Entry):
    """What a site says of its room: how many sit there and who is in charge."""

    site: SiteId
    head_count: int | None = None
    in_charge: str = ""


class GainSet(Entry):
    """How much louder (or quieter) a site is made in the mix, in whole decibels; `automatic`: beside its own level."""

    site: SiteId
    gain_db: int
    automatic: bool = False


AnyNoteEntry = MomentMarked | NoteAdded | AttendanceTold | GainSet
