"""The script of a meeting (kịch bản): its cues in order, each with its time, who speaks where, and what is shown.

Rule: a cue's time is counted from the meeting's start, so that a meeting that is moved keeps its script. A cue names a
site of the directory, the main endpoint or nobody; what it does not name stays as it is.
"""

from typing import Annotated

import msgspec

from console.office.record import Record, Text
from console.words import Layout, SiteId

MOST_CUES = 500
LONGEST_MINUTES = 7 * 24 * 60
CueNumber = Annotated[int, msgspec.Meta(ge=1, le=MOST_CUES)]
CueText = Annotated[str, msgspec.Meta(max_length=500)]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a script."""

    number: CueNumber
    key: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    """What it is known by while the script around it changes; 0: its number (a script of before there were keys)."""
    at_minute: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_MINUTES)] | None = None
    """Minutes after the meeting's start; None: when the one before is over."""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=LONGEST_MINUTES)] | None = None
    """How long it is to take."""
    title: CueText = ""
    speaker: CueText = ""
    site: SiteId = ""
    """Who goes to the podium; `main` is the main endpoint, empty leaves the podium as it is."""
    layout: Layout | None = None
    camera: CueText = ""
    """Camera of that site (or of the main endpoint) that goes to `preset`; empty: its first."""
    preset: CueText = ""
    note: CueText = ""


class Script(Record, tag="script"):
    """The cues of a meeting; its identifier is the meeting's."""

    cues: Annotated[tuple[Cue, ...], msgspec.Meta(max_length=MOST_CUES)] = ()
    source: Text = ""
    """Name of the file that it was read from."""


def numbered(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Returns cues numbered from 1 in their order."""
    return tuple(msgspec.structs.replace(cue, number=number) for number, cue in enumerate(cues, start=1))


def keyed(cues: tuple[Cue, ...], before: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Returns cues that each have a key of their own; `before` is the script that they take the place of.

    A cue that comes without one (from a file) has the key of the one before with the same title and site; a new cue has
    one that no cue before had.
    """
    free = {cue.key or cue.number: cue for cue in before}
    highest = max(free, default=0)
    taken = {cue.key for cue in cues if cue.key}
    found: list[Cue] = []
    for cue in cues:
        key = cue.key
        if not key:
            same = (known for known, old in free.items() if (old.title, old.site) == (cue.title, cue.site))
            key = next((known for known in same if known not in taken), 0) or max((highest, *taken)) + 1
            taken.add(key)
        found.append(msgspec.structs.replace(cue, key=key))
    return tuple(found)
