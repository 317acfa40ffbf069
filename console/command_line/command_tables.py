"""The commands of `do`, made from the command types themselves.

Rule: whatever `console.commands` can say can be typed here; a new command needs a line of help below and nothing else.
A site is typed as its number, its identifier or its name.
"""

import argparse
import enum
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from console.admission import admission_commands as admission
from console.checks.check_commands import CloseCheckStage, FreezeBaseline, RunSiteCheck, StopSiteChecks, TickCheckItem
from console.command import kebab
from console.command_line.camera_tables import CAMERA_GROUPS, CAMERA_HELP
from console.command_line.typed_numbers import whole_number
from console.commands import (
    AddNote,
    AnyCommand,
    ApproveFloor,
    AskFallback,
    BringToPodium,
    CloseIncident,
    Command,
    DecideFallback,
    EndSession,
    FinishSpeech,
    GiveReady,
    GrantFloor,
    LiftSafeStop,
    LiftSilence,
    ListenToSite,
    MarkMoment,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    OpenIncident,
    PutOnDeck,
    RefuseFloor,
    ReloadDirectory,
    ReopenIncident,
    RequestFloor,
    RestoreFloor,
    RestoreIncident,
    ReturnToPrevious,
    SafeStop,
    SetFloorUrgency,
    SetGain,
    SetLayout,
    SetSpeechLimit,
    SkipFloor,
    StartSession,
    TakeAlarm,
    TakeClearedAlarms,
    TakeOffDeck,
    TellAttendance,
    TellOfIncident,
    Undo,
    UnmuteSite,
    UpdateIncident,
    WithdrawFloor,
)
from console.content.content_commands import EndContent, LetPresent, ShowContent
from console.control.control_commands import DelegateControl, RevokeControl
from console.meeting.meeting_commands import ReloadMeetingFile, ReturnCue, SkipCue, TakeCue
from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.recordings.recorder_commands import (
    PauseRecording,
    ResumeRecording,
    StartRecording,
    StopRecording,
    TakePicture,
)

COMMAND_TYPES: tuple[type[Command], ...] = typing.get_args(AnyCommand)

SHORT_NAMES: dict[type[Command], str] = {
    StartSession: "start",
    EndSession: "end",
    LiftSilence: "lift-mute",
    MuteSite: "mute",
    UnmuteSite: "unmute",
    PutOnDeck: "on-deck",
    TakeOffDeck: "off-deck",
    BringToPodium: "podium",
    ReturnToPrevious: "back",
    SetLayout: "layout",
    MoveFloorRequest: "move",
    SkipFloor: "skip",
    WithdrawFloor: "withdraw",
    GrantFloor: "grant",
    FinishSpeech: "finish",
    GiveReady: "ready",
    ListenToSite: "listen",
    SetFloorUrgency: "urgency",
    ApproveFloor: "approve",
    RefuseFloor: "refuse",
    RestoreFloor: "restore",
    SetSpeechLimit: "limit",
    SetGain: "gain",
    MarkMoment: "mark",
    AddNote: "note",
    OpenIncident: "incident",
    UpdateIncident: "incident-more",
    RestoreIncident: "incident-restored",
    CloseIncident: "incident-close",
    ReopenIncident: "incident-reopen",
    TellOfIncident: "incident-told",
    AskFallback: "fallback",
    DecideFallback: "fallback-decided",
    DelegateControl: "delegate",
    PermitRecording: "recording-allowed",
    RefuseRecording: "recording-refused",
    TellAttendance: "attendance",
    RunSiteCheck: "check",
    StopSiteChecks: "stop-checks",
    TickCheckItem: "tick",
    CloseCheckStage: "close-check",
    FreezeBaseline: "baseline",
    TakeAlarm: "take",
    TakeClearedAlarms: "take-cleared",
    admission.RevokeCredentials: "revoke",
    admission.LockMeeting: "lock",
    admission.UnlockMeeting: "unlock",
    TakeCue: "cue",
    ReloadMeetingFile: "reload-meeting",
    ReloadDirectory: "reload-sites",
}

HELP: dict[type[Command], str] = {
    StartSession: "start a session: a test, a rehearsal or the official one",
    EndSession: "end the running session",
    MuteAll: "silence every satellite, also those that join later",
    LiftSilence: "take the order of silence back; no microphone opens by itself",
    MuteSite: "silence one site",
    UnmuteSite: "let one site be heard",
    PutOnDeck: "make a site the next one: it is checked while off air",
    TakeOffDeck: "take the next site off deck",
    BringToPodium: "bring a site to the podium: checked, shown, heard, or all as before",
    ReturnToPrevious: "go back to what was before the last podium act",
    SetLayout: "choose how the program picture is laid out",
    SafeStop: "silence all but the main endpoint and show it, at once",
    LiftSafeStop: "undo the safe stop",
    RequestFloor: "put a site into the speaking queue, as after a phone call",
    WithdrawFloor: "take a site's request out of the queue",
    MoveFloorRequest: "move a request within the queue",
    SkipFloor: "let a request pass to the end of the queue",
    SetFloorUrgency: "make a request more or less urgent; it goes behind all that are as urgent",
    ApproveFloor: "note the chair's yes to a request",
    RefuseFloor: "note the chair's no: the request leaves the queue",
    RestoreFloor: "put a request back that was skipped, withdrawn or refused",
    GrantFloor: "give the floor to a request (without one named: the first)",
    FinishSpeech: "end the running speech",
    SetSpeechLimit: "give the running speech another limit in seconds (without: none)",
    GiveReady: "say Ready for the site on deck",
    **CAMERA_HELP,
    ListenToSite: "hear one site or the program in the headphones only (without either: nothing)",
    SetGain: "make a site louder or quieter in the mix, -20 to 12 dB",
    MarkMoment: "remember this moment: the measurements of the minutes before it are kept",
    AddNote: "write a note into the log",
    OpenIncident: "note an incident that the minutes have to name",
    UpdateIncident: "say more of an incident: its words, category, cause, solution",
    RestoreIncident: "say that things work again after an incident",
    CloseIncident: "end an incident: nothing more is to be said of it",
    ReopenIncident: "open an incident again",
    TellOfIncident: "note who was told of an incident, and how",
    AskFallback: "ask the chair whether something else may be done instead",
    DecideFallback: "note what the chair decided about the fallback",
    DelegateControl: "let a site control what these rights name, for a time",
    RevokeControl: "take every right of control back from a site",
    PermitRecording: "note that the host allows the meeting to be recorded",
    RefuseRecording: "note that the host allows no recording",
    StartRecording: "record the program; the host's permission must have been noted",
    PauseRecording: "end the part that is being recorded; the next one begins with resume-recording",
    ResumeRecording: "go on with a paused recording, as a new part",
    StopRecording: "end the recording",
    ShowContent: "show a film, a window or a screen of this machine to everybody (without: all screens)",
    LetPresent: "let a site show its screen or a film to everybody, until end-content",
    EndContent: "take the film or the screen out of the program, and back from a site that may present",
    TakePicture: "keep one picture of the program as a file",
    TellAttendance: "say how many sit in a site's room and who is in charge there",
    RunSiteCheck: "measure sites for the technical check, a few at a time (without: all whom the stage is for)",
    StopSiteChecks: "end what is being measured",
    TickCheckItem: "say what a named person found of one item",
    CloseCheckStage: "end a stage of the check and hand its results to the chair",
    FreezeBaseline: "make the values of a site's passed check its usual ones",
    Undo: "take back the last act that can be taken back",
    TakeAlarm: "take an alarm in your name: it stops asking for attention",
    TakeClearedAlarms: "take all alarms that are over",
    TakeCue: "carry out a cue of the script; those before it count as left out",
    SkipCue: "leave out the cues of the script up to this one",
    ReturnCue: "let the script stand after a cue again",
    ReloadMeetingFile: "make the bridge read the running meeting and its script again",
    admission.RevokeCredentials: "end all credentials and connections of a site",
    admission.LockMeeting: "let no further site in; who was here may come back",
    admission.UnlockMeeting: "let every site in again that may join",
    admission.OpenLobby: "let sites that are not of this meeting wait until they are let in",
    admission.CloseLobby: "let sites join that are not of this meeting",
    admission.LetIn: "let a site in that the lock or the lobby keeps outside",
    admission.TurnAway: "say no to a site that waits outside; it is not named again",
    ReloadDirectory: "make the bridge read the list of sites again",
}

_SITE = "number, identifier or name of a site"
_METAVARS = {
    "site": "SITE",
    "request_id": "REQUEST",
    "position": "POSITION",
    "camera": "CAMERA",
    "alarm_id": "ALARM",
    "incident_id": "INCIDENT",
    "party": "WHOM",
    "preset": "PRESET",
    "name": "NAME",
    "cue": "CUE",
}
_PLACES = ("site", "seconds")
"""What is typed without a flag where a command has nothing else, although it may be left out."""
_FIELD_HELP = {
    "site": _SITE,
    "request_id": "a request's identifier, or its site",
    "position": "place in the queue, 0 is the first",
    "except_sites": f"sites that stay heard, apart by commas ({_SITE})",
    "stage": "stage of the check, as the profile names it (without: the first)",
    "sites": "sites, apart by commas (number, identifier or name of a site)",
    "only_failed": "only what failed or was not checked",
    "item": "what is looked at",
    "result": "what came of it",
    "value": "value as it was read",
    "by": "name of who found it (without: whoever gives the command)",
    "title": "title of the meeting",
    "meeting_uid": "identifier of a registered meeting (without: a meeting is made)",
    "note": "what there is to say about it",
    "source": "where the request came from",
    "alarm_id": "an alarm's identifier, as `show --only alarm/` prints it",
    "incident_id": "an incident's identifier, as `show --only record` prints it",
    "category": "what the incident is about",
    "cause": "what caused it",
    "solution": "what was done about it",
    "opened_ago_ms": "how long ago it was noticed, in milliseconds",
    "told_ago_ms": "how long ago that was, in milliseconds",
    "restore_expected_wall_ms": "when it is expected to be over, milliseconds since 1970 (0: nobody can say)",
    "restored_wall_ms": "since when it works again, milliseconds since 1970 (without: now)",
    "mistaken": "there was no incident: it leaves the record",
    "rights": "rights, apart by commas: silence, floor, podium, cameras, record",
    "minutes": "how long, in minutes (without: until the session ends)",
    "basis": "who decided it, or the paper's number",
    "act": "what would be done instead",
    "approved": "the chair agreed",
    "decided_by": "name of who decided",
    "party": "who was told",
    "channel": "how",
    "expected": "the act that was shown, as `show --only undo` prints it",
    "person": "who is to speak",
    "urgency": "how urgent the request is",
    "seconds": "limit in seconds",
    "program": "what everybody hears",
    "gain_db": "whole decibels, 0 is as it comes",
    "automatic": "bring its speakers to one loudness besides",
    "text": "what to write",
    "head_count": "how many sit in the room",
    "in_charge": "name of who is in charge",
    "override_on_air": "move the camera although it is on air",
    "pan": "per cent of the fastest, right is positive",
    "tilt": "per cent of the fastest, up is positive",
    "zoom": "per cent of the fastest, nearer is positive",
    "hold_ms": "how long to go on, 100 to 1000 ms (600)",
    "overwrite": "replace an earlier position of that name; it can be restored once",
    "name": "the new name",
    "cue": "number of the cue",
    "podium": "the podium goes back too",
    "layout": "layout of the program picture",
}

PLACED = {"person": "speaker"}
"""Fields that are typed under another name: `--person` is who operates."""

Adder = Callable[[str, str], argparse.ArgumentParser]


def add_commands(add: Adder, commands: Sequence[type[Command]] = COMMAND_TYPES) -> None:
    """Adds one parser per command; `add` makes a parser from a name and its help."""
    for command_type in commands:
        names = _names_of(command_type)
        for name in reversed(names):
            parser = add(name, HELP[command_type] if name == names[-1] else "")
            add_fields(parser, command_type)


def commands_named(typed: Sequence[str]) -> list[type[Command]]:
    """Returns the command that a line begins with; none for help, a group, a mistake, an empty line."""
    return [command_type for command_type in COMMAND_TYPES if typed and typed[0] in _names_of(command_type)]


def _names_of(command_type: type[Command]) -> tuple[str, ...]:
    """Returns what a command is typed as, the name that help lists last."""
    short = SHORT_NAMES.get(command_type)
    return (kebab(command_type.__name__), *([short] if short else []))


GROUPS: dict[str, tuple[str, dict[str, type[Command]]]] = CAMERA_GROUPS
"""Commands that are typed as two words."""


def add_fields(parser: argparse.ArgumentParser, command_type: type[Command]) -> None:
    """Adds the arguments of one command type to a parser and notes the type in it."""
    parser.set_defaults(command_type=command_type)
    fields = msgspec.structs.fields(command_type)
    values = [field for field in fields if field.type is not bool]
    only_request = len(values) == 1 and values[0].name == "request_id"
    only_optional = len(values) == 1 and not values[0].required
    for field in fields:
        _add_field(parser, field, optional_place=only_request or (only_optional and field.name in _PLACES))


def _add_field(parser: argparse.ArgumentParser, field: msgspec.structs.FieldInfo, *, optional_place: bool) -> None:
    value_type = _plain(field.type)
    help_text = _FIELD_HELP.get(field.name, "")
    place = PLACED.get(field.name, field.name)
    flag = "--" + place.replace("_sites", "").replace("_", "-")
    if value_type is bool:
        parser.add_argument(flag, dest=field.name, action="store_true", help=help_text)
        return
    if field.name in ("except_sites", "sites"):
        parser.add_argument(flag, dest=field.name, type=_listed, default=(), metavar="SITES", help=help_text)
        return
    if field.name == "rights":
        parser.add_argument("rights", type=_listed, metavar="RIGHTS", help=help_text)
        return
    choices = [str(member) for member in value_type] if issubclass(value_type, enum.Enum) else None
    kind = whole_number if value_type is int else str
    if field.required or optional_place:
        nargs = "?" if optional_place else None
        metavar = None if choices else _METAVARS.get(field.name)
        parser.add_argument(field.name, type=kind, nargs=nargs, choices=choices, metavar=metavar, help=help_text)
    else:
        parser.add_argument(flag, dest=place, type=kind, choices=choices, default=argparse.SUPPRESS, help=help_text)


def _plain(annotation: Any) -> type:
    """Returns the type of a field without its `| None`; a tuple of sites counts as text."""
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if isinstance(annotation, types.UnionType):
        annotation = next(part for part in typing.get_args(annotation) if part is not types.NoneType)
    return annotation if isinstance(annotation, type) else str


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
