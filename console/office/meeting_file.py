"""The meeting's file: what the engine has to know of a meeting while its session runs.

Rule: read from the register once at the session's start (and when it is asked to), then it stands in the session's log:
the engine never looks into the register, and the log says what it acted on. Only integers, booleans, texts and lists
stand here. New facts are added with a default.
"""

from typing import Protocol

import msgspec

from console.checks.check_words import CheckItem
from console.office.baseline import Baseline
from console.office.checks import CheckSummary
from console.office.meeting import Confidentiality, Meeting, Wish
from console.office.record import Kind
from console.office.script import Cue, Script
from console.words import Layout, RehearsalState, SiteId

MINUTE_MS = 60_000


class Records(Protocol):
    """The register, as far as it is read here."""

    def get(self, form: type[Kind], id_: str) -> Kind | None:
        """Returns a record as it is now."""
        ...

    def present(self, form: type[Kind]) -> tuple[Kind, ...]:
        """Returns the records of a kind as they are now."""
        ...

    def under(self, form: type[Kind], prefix: str) -> tuple[Kind, ...]:
        """Returns the records of a kind whose identifiers begin so, the longest unchanged first."""
        ...


class CueOnFile(msgspec.Struct, frozen=True, kw_only=True):
    """A cue at its moment."""

    number: int
    key: int = 0
    """What it is known by while the script changes; 0: its number."""
    at_ms: int | None = None
    """Planned moment, wall-clock milliseconds (UTC)."""
    minutes: int | None = None
    title: str = ""
    speaker: str = ""
    site: SiteId = ""
    layout: Layout | None = None
    camera: str = ""
    preset: str = ""
    note: str = ""


class MeetingFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine acts on; a meeting that is not in the register has none."""

    meeting_uid: str
    subject: str = ""
    chairperson: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    sites: tuple[SiteId, ...] = ()
    """The satellites that take part; empty: all of the directory."""
    confidentiality: Confidentiality = Confidentiality.OPEN
    stores_media: bool = False
    """The registration asks for video and pictures to be stored."""
    cues: tuple[CueOnFile, ...] = ()
    checked: dict[SiteId, RehearsalState] = {}
    """What the latest technical check of this meeting came to."""
    baselines: dict[SiteId, dict[CheckItem, str]] = {}
    """The sites' usual values."""


def meeting_file(meeting: Meeting, script: Script | None = None) -> MeetingFile:
    """Returns a meeting's file made from its records."""
    return MeetingFile(
        meeting_uid=meeting.id,
        subject=meeting.subject,
        chairperson=meeting.chairperson,
        start_ms=meeting.start_ms,
        end_ms=meeting.end_ms,
        sites=tuple(site.site for site in meeting.sites if site.site),
        confidentiality=meeting.confidentiality,
        stores_media=Wish.STORE_MEDIA in meeting.wishes,
        cues=() if script is None else tuple(_on_file(cue, meeting.start_ms) for cue in script.cues),
    )


def _on_file(cue: Cue, start_ms: int | None) -> CueOnFile:
    at_ms = None if start_ms is None or cue.at_minute is None else start_ms + cue.at_minute * MINUTE_MS
    return CueOnFile(
        number=cue.number,
        key=cue.key or cue.number,
        at_ms=at_ms,
        minutes=cue.minutes,
        title=cue.title,
        speaker=cue.speaker,
        site=cue.site,
        layout=cue.layout,
        camera=cue.camera,
        preset=cue.preset,
        note=cue.note,
    )


def read_meeting_file(records: Records, meeting_uid: str) -> MeetingFile | None:
    """Returns the file of a meeting in the register, None when it is not there.

    Raises `msgspec.DecodeError` for a record that a newer program wrote.
    """
    meeting = records.get(Meeting, meeting_uid)
    if meeting is None:
        return None
    return msgspec.structs.replace(
        meeting_file(meeting, records.get(Script, meeting_uid)),
        checked={check.site: check.state for check in records.under(CheckSummary, f"{meeting_uid}/")},
        baselines={usual.id: usual.values for usual in records.present(Baseline)},
    )
