"""The English sentences about meetings, by kind; `widgets/phrases/command_line/meeting_line_words` says the same."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from console.office.host_rules import HostFault
from console.office.meeting import Step
from console.office.meeting_checks import FieldFinding, MeetingField
from console.office.meeting_steps import StepFault
from console.office.script_list import ScriptFault
from console.regulation.province import Channel, Party


class MeetingSay(StrEnum):
    """What the command line has to say about meetings."""

    MEETING_LINE = "meeting_line"
    NO_MEETINGS = "no_meetings"
    MEETING_UNKNOWN = "meeting_unknown"
    MEETING_UNCLEAR = "meeting_unclear"
    MOMENT_BAD = "moment_bad"
    RECORD_BAD = "record_bad"
    NOT_WHOLE = "not_whole"
    STEP_TAKEN = "step_taken"
    STEP_LINE = "step_line"
    CLOCK_LINE = "clock_line"
    CLOCK_OPEN = "clock_open"
    DUE_LATE = "due_late"
    NOTHING_DUE = "nothing_due"
    ENDING_BAD = "ending_bad"
    SCRIPT_BAD = "script_bad"
    SCRIPT_LINE_BAD = "script_line_bad"
    SCRIPT_TAKEN = "script_taken"
    SCRIPT_EMPTY = "script_empty"
    CALL_OPEN = "call_open"
    CALL_DONE = "call_done"
    CALL_NUMBER_BAD = "call_number_bad"
    CALLS_NOTED = "calls_noted"


MeetingKind = MeetingSay | Party | Channel | Step | StepFault | FieldFinding | HostFault | MeetingField | ScriptFault
MEETING_KINDS: tuple[type[StrEnum], ...] = (
    MeetingSay,
    Party,
    Channel,
    Step,
    StepFault,
    FieldFinding,
    HostFault,
    MeetingField,
    ScriptFault,
)

_SAID: Mapping[MeetingSay, str] = {
    MeetingSay.MEETING_LINE: "{id}  {when}  {step}  {subject}",
    MeetingSay.NO_MEETINGS: "No meeting is registered.",
    MeetingSay.MEETING_UNKNOWN: "There is no meeting “{text}”; main.py meeting list --all shows them.",
    MeetingSay.MEETING_UNCLEAR: "“{text}” may be {names}; type more of it.",
    MeetingSay.MOMENT_BAD: "“{text}” is no day and time; write it as 25/11/2026 08:00.",
    MeetingSay.RECORD_BAD: "{file} is no registration: {why}.",
    MeetingSay.NOT_WHOLE: "The registration is not whole, no step was taken:",
    MeetingSay.STEP_TAKEN: "{subject}: {step}.",
    MeetingSay.STEP_LINE: "{when}  {step}  {person}  {reason}",
    MeetingSay.CLOCK_LINE: "{when}  {what}  {article}",
    MeetingSay.CLOCK_OPEN: "no limit  {what}  {article}",
    MeetingSay.DUE_LATE: "overdue {when}  {what}  {article}",
    MeetingSay.NOTHING_DUE: "Nothing is due now.",
    MeetingSay.ENDING_BAD: "{path} must end in .pdf, .docx or .json.",
    MeetingSay.SCRIPT_BAD: "{file} is not taken, nothing was changed:",
    MeetingSay.SCRIPT_LINE_BAD: "Line {line}: {what}",
    MeetingSay.SCRIPT_TAKEN: "{count} cues taken.",
    MeetingSay.SCRIPT_EMPTY: "The meeting has no script.",
    MeetingSay.CALL_OPEN: "{number}  not told  {party}  {recipient}  {phone}  {due}",
    MeetingSay.CALL_DONE: "{number}  told {when}  {party}  {recipient}  {channel}  {person}",
    MeetingSay.CALL_NUMBER_BAD: "The list has no number {number}; main.py meeting calls shows it.",
    MeetingSay.CALLS_NOTED: "{count} noted as told.",
}
_STEPS: Mapping[Step, str] = {step: step.value for step in Step}
_STEP_FAULTS: Mapping[StepFault, str] = {
    StepFault.NOT_NOW: "This step is not possible now: {step}.",
    StepFault.REASON_MISSING: "This step needs a reason: {step}.",
    StepFault.LATE_REASON_MISSING: "It is late; this step needs the reason for being late: {step}.",
    StepFault.TIME_MISSING: "The new times are needed, the end after the start: {step}.",
    StepFault.FIELDS_MISSING: "The registration is not whole: {step}.",
}
_FINDINGS: Mapping[FieldFinding, str] = {
    FieldFinding.MISSING: "Missing: {field} {row}",
    FieldFinding.BAD_PHONE: "No telephone number: {field} {row} “{text}”",
    FieldFinding.ENDS_BEFORE_START: "The end must be after the start.",
    FieldFinding.SITE_TWICE: "Site {row} “{text}” stands in the list twice.",
    FieldFinding.TOO_MANY_SITES: "{text} sites are registered; a meeting takes {row} at most.",
    FieldFinding.STORING_FORBIDDEN: "A restricted or secret meeting may not store video or pictures.",
}
_HOST_FAULTS: Mapping[HostFault, str] = {
    HostFault.HOST_NOT_SAID: "It does not say whose meeting it is; the regulation ({article}) goes by that.",
    HostFault.OTHER_ROOM: (
        "By {article} this host's meetings are chaired in a room of {wanted}; the registration says “{found}”."
    ),
    HostFault.OTHER_OPERATORS: "By {article} {wanted} operate it; sites without such a person ({count}): {found}.",
    HostFault.INVITED_FIRST: "By {article} it is registered before invitations go out; the letter is of {found}.",
    HostFault.RUN_BY: "By {article} this meeting is operated by {wanted}.",
    HostFault.RUN_BY_OWN_ROOM: (
        "By {article} {wanted} operates it with a room of its own that may connect; without one the department's room"
        " is used."
    ),
}
_FIELDS: Mapping[MeetingField, str] = {field: field.value.replace("_", " ") for field in MeetingField}
_SCRIPT_FAULTS: Mapping[ScriptFault, str] = {
    ScriptFault.NOT_TEXT: "it is no text in UTF-8; save it as “CSV UTF-8”.",
    ScriptFault.NOT_A_TABLE: "it is no table ({text}).",
    ScriptFault.NO_COLUMNS: "the first line must name the columns, at least “title”, and says “{text}”.",
    ScriptFault.EMPTY: "it holds no cue.",
    ScriptFault.TOO_MANY: "it is too long; a script has at most 500 cues.",
    ScriptFault.TIME_BAD: "“{text}” is no time of day.",
    ScriptFault.TIME_BACK: "“{text}” is earlier than the cue before.",
    ScriptFault.MINUTES_BAD: "“{text}” is no number of minutes.",
    ScriptFault.SITE_UNKNOWN: "the directory has no single site “{text}”.",
    ScriptFault.LAYOUT_BAD: "“{text}” is no layout.",
    ScriptFault.TITLE_MISSING: "it does not say what the cue is about.",
    ScriptFault.TOO_LONG: "a text is longer than 500 letters: “{text}”.",
}
_ALL: Mapping[type[StrEnum], Mapping[Any, str]] = {
    MeetingSay: _SAID,
    Party: {party: party.value.replace("_", " ") for party in Party},
    Channel: {channel: channel.value.replace("_", " ") for channel in Channel},
    Step: _STEPS,
    StepFault: _STEP_FAULTS,
    FieldFinding: _FINDINGS,
    HostFault: _HOST_FAULTS,
    MeetingField: _FIELDS,
    ScriptFault: _SCRIPT_FAULTS,
}


def meeting_english(kind: MeetingKind) -> str:
    """Returns the English sentence of a kind."""
    return _ALL[type(kind)][kind]
