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
