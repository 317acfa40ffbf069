"""How a session's lines give the durable state: `apply`, folded over them.

Rule: `apply` is total and knows no rules of the house; whatever `decide` wants to hold after a restart is in the
entry's own fields. The live state goes through the same function, so that replay cannot differ from it. Each room of
the core applies its own lines.
"""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from console.admission.admission_entries import AnyAdmissionEntry
from console.admission.admission_replay import apply_admission
from console.alarms.alarm_entries import AnyAlarmEntry
from console.alarms.alarm_replay import apply_alarm
from console.cameras.camera_entries import AnyCameraEntry
from console.cameras.camera_replay import apply_camera
from console.checks.check_entries import AnyCheckEntry
from console.checks.check_replay import apply_check
from console.content.content_entries import AnyContentEntry
from console.content.content_replay import apply_content
from console.control.control_entries import AnyControlEntry
from console.control.control_replay import apply_control
from console.durable import Durable, Session
from console.entries import (
    ClockStepped,
    CommandAsked,
    CommandEnded,
    DirectoryChanged,
    Line,
    PodiumEntry,
    SessionEnded,
    SessionEntry,
    SessionStarted,
    SilenceEntry,
    SiteJoined,
    ToldEntry,
)
from console.floor.floor_entries import AnyFloorEntry
from console.floor.floor_replay import apply_floor
from console.incidents.incident_entries import AnyIncidentEntry
from console.incidents.incident_replay import apply_incident
from console.meeting.meeting_replay import apply_meeting
from console.notes.note_entries import AnyNoteEntry
from console.notes.note_replay import apply_note
from console.notes.recording_entries import RecordingDecided
from console.notes.recording_replay import apply_recording
from console.podium.podium_replay import apply_podium
from console.recordings.recorder_entries import AnyRecorderEntry
from console.recordings.recorder_replay import apply_recorder
from console.silence.silence_replay import apply_silence
from console.wall_clock import step_durable


def replay(lines: Iterable[Line]) -> Durable:
    """Returns the durable state after these lines, oldest first."""
    durable = Durable()
    for line in lines:
        durable = apply(durable, line)
    return durable


def apply(durable: Durable, line: Line) -> Durable:
    """Returns the durable state after one more line."""
    return replace(_apply_entry(durable, line), lines=line.number)


def _apply_entry(durable: Durable, line: Line) -> Durable:  # noqa: C901, PLR0911, PLR0912 - one arm per room
    entry, at_ms = line.entry, line.wall_ms
    person = "" if line.actor is None else line.actor.person
    if isinstance(entry, ToldEntry):
        return durable
    if isinstance(entry, SessionEntry):
        return _apply_session(durable, entry, at_ms)
    if isinstance(entry, SilenceEntry):
        return apply_silence(durable, entry, at_ms)
    if isinstance(entry, PodiumEntry):
        return apply_podium(durable, entry, at_ms)
    if isinstance(entry, AnyIncidentEntry):
        return apply_incident(durable, entry, at_ms, person)
    if isinstance(entry, AnyAlarmEntry):
        return apply_alarm(durable, entry, at_ms, person)
    if isinstance(entry, AnyFloorEntry):
        return apply_floor(durable, entry, at_ms)
    if isinstance(entry, AnyCameraEntry):
        return apply_camera(durable, entry)
    if isinstance(entry, AnyNoteEntry):
        return apply_note(durable, entry, at_ms, person)
    if isinstance(entry, AnyCheckEntry):
        return apply_check(durable, entry, at_ms, person)
    if isinstance(entry, AnyControlEntry):
        return apply_control(durable, entry, at_ms, person)
    if isinstance(entry, AnyAdmissionEntry):
        return apply_admission(durable, entry, at_ms)
    if isinstance(entry, RecordingDecided):
        return apply_recording(durable, entry, at_ms, person)
    if isinstance(entry, AnyRecorderEntry):
        return apply_recorder(durable, entry, at_ms)
    if isinstance(entry, AnyContentEntry):
        return apply_content(durable, entry)
    return apply_meeting(durable, entry, at_ms)


def _apply_session(durable: Durable, entry: SessionEntry, at_ms: int) -> Durable:  # noqa: PLR0911 - one arm per line
    match entry:
        case SessionStarted():
            return _start_session(entry, at_ms)
        case SessionEnded():
            return Durable(order=durable.order)
        case DirectoryChanged():
            return _replace_directory(durable, entry)
        case CommandAsked():
            return replace(durable, open_commands=(*durable.open_commands, entry.command_id))
        case CommandEnded():
            still = tuple(command for command in durable.open_commands if command != entry.command_id)
            return replace(durable, open_commands=still)
        case SiteJoined():
            attempts = durable.attempts | {entry.site: durable.attempts.get(entry.site, 0) + 1}
            return replace(durable, attempts=attempts)
        case ClockStepped():
            return step_durable(durable, entry.by_ms)
        case _:
            assert_never(entry)


def _start_session(entry: SessionStarted, at_ms: int) -> Durable:
    session = Session(
        kind=entry.kind_of_session,
        title=entry.title,
        meeting_uid=entry.meeting_uid,
        session=entry.session,
        started_ms=at_ms,
        expected=entry.expected,
        profile_hash=entry.profile_hash,
    )
    return Durable(session=session)


def _replace_directory(durable: Durable, entry: DirectoryChanged) -> Durable:
    if durable.session is None:
        return durable
    return replace(durable, session=replace(durable.session, expected=entry.expected))
