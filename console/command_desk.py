"""Where every command comes in: guarded, asked in the log, handed to its room; and where opening acts go on.

Rule: whatever the way, a command ends through `receipts.end` exactly once. Silencing is never held up by a guard.
"""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from console.admission.admission import begin_admission
from console.admission.admission_commands import AdmissionCommand, RevokeCredentials
from console.alarms.alarms import begin_alarm
from console.authority import may, why_not
from console.cameras.cameras import ask_camera, go_on_with_camera, renew_drive
from console.cameras.presets import ask_recall, recall
from console.checks.site_checks import begin_check
from console.commands import (
    AlarmCommand,
    AnyCommand,
    BringToPodium,
    CameraCommand,
    CheckCommand,
    CommandRequest,
    DeckCommand,
    EndSession,
    FloorCommand,
    GrantFloor,
    IncidentCommand,
    LiftSilence,
    ListenToSite,
    MeetingCommand,
    OfficeCommand,
    PodiumCommand,
    RecallPreset,
    RecordCommand,
    ReloadDirectory,
    ReturnToPrevious,
    SessionCommand,
    SetLayout,
    SilenceCommand,
    StartSession,
    StopCamera,
    Undo,
    UnmuteSite,
)
from console.content.content import begin_content
from console.content.content_commands import ContentCommand
from console.control.control import begin_control
from console.control.control_commands import ControlCommand
from console.effects import ReadDirectory
from console.floor.floor import begin_floor
from console.incidents.incidents import begin_incident
from console.meeting.cues import begin_cue
from console.meeting.meeting_commands import ReturnCue, TakeCue
from console.notes.notes import begin_record
from console.notes.recording import begin_recording
from console.notes.recording_commands import RecordingCommand
from console.podium.on_deck import begin_deck
from console.podium.podium import bring_to_podium, return_to_previous
from console.podium.scenes import set_layout
from console.receipts import (
    SILENCING,
    ask,
    end,
    keep_in_flight,
    known_command,
    ready_to_open,
    refuse_quietly,
    repeat_reason,
)
from console.recordings.recorder import begin_recorder, go_on_with_recorder
from console.recordings.recorder_commands import RecorderCommand
from console.recordings.session_end import end_session_and_recording
from console.sessions import start_session
from console.silence.listening import listen_to_site
from console.silence.mute_rules import mute_rule_refusal
from console.silence.silence import begin_silence, go_on_with_silence, resend_gates
from console.sites.site_wishes import answer
from console.state import InFlight, Stage, State
from console.turn import Turn
from console.undo import step_to_undo, undo_step
from console.words import Outcome, Reason

WITHOUT_SESSION = StartSession | ListenToSite | RevokeCredentials | ReloadDirectory | CameraCommand
OPENING = (UnmuteSite, LiftSilence, BringToPodium, GrantFloor, ReturnToPrevious, TakeCue, ReturnCue)
"""What a safe stop forbids until it is lifted."""
COMMAND_ID_LIMIT = 100


def take_command(turn: Turn, request: CommandRequest) -> None:
    """Takes a command: answers it, or begins it."""
    earlier = turn.state.receipts.get(request.command_id)
    if earlier is not None:
        answer(turn, earlier)
        return
    if known_command(turn.state, request.command_id):
        return
    if may(request.actor, request.command, turn.state) and renew_drive(turn, request):
        return
    repeat = repeat_reason(turn, request)
    if repeat is not None:
        refuse_quietly(turn, request, repeat)
        return
    if isinstance(request.command, StartSession) and may(request.actor, request.command, turn.state):
        start_session(turn, request, request.command)
        return
    line = ask(turn, request)
    request = _with_undo(turn, request)
    reason = refusal(turn.state, request)
    if reason is not None:
        if isinstance(request.command, SILENCING):
            resend_gates(turn)
        end(turn, request, Outcome.REFUSED, reason)
        return
    _begin(turn, request, request.command, line)


def _with_undo(turn: Turn, request: CommandRequest) -> CommandRequest:
    """Notes how the command is taken back once it is done; an undo becomes the command that takes the last act back."""
    state, command = turn.state, request.command
    if isinstance(command, Undo):
        taken = step_to_undo(state, command)
        if isinstance(taken, Reason):
            return request
        turn.change(undo_pending={**state.undo_pending, request.command_id: taken.step_id})
        return replace(request, command=taken.inverse)
    step = undo_step(state, request)
    if step is not None:
        turn.change(undo_pending={**state.undo_pending, request.command_id: step})
    return request


def refusal(state: State, request: CommandRequest) -> Reason | None:
    """Returns why a command is refused whatever it names, or None."""
    command = request.command
    if not may(request.actor, command, state):
        return why_not(request.actor, state)
    if not _plausible(state, request):
        return Reason.BAD_VALUE
    if state.durable.session is None and not isinstance(command, WITHOUT_SESSION):
        return Reason.NO_SESSION
    stopped = state.durable.safe_stop is not None and isinstance(command, OPENING)
    forbidden = Reason.SAFE_STOP_IN_FORCE if stopped else mute_rule_refusal(state, command)
    if forbidden is not None:
        return forbidden
    if len(state.in_flight) >= state.rules.commands_in_flight and not isinstance(command, (*SILENCING, StopCamera)):
        return Reason.TOO_BUSY
    return None


def _plausible(state: State, request: CommandRequest) -> bool:
    limit = state.rules.text_limit
    texts = (value for value in msgspec.structs.astuple(request.command) if isinstance(value, str))
    return len(request.command_id) <= COMMAND_ID_LIMIT and all(len(text) <= limit for text in texts)


def _begin(turn: Turn, request: CommandRequest, command: AnyCommand, line: int) -> None:  # noqa: C901, PLR0912 - one arm per room
    if isinstance(command, SilenceCommand):
        begin_silence(turn, request, command, line)
    elif isinstance(command, FloorCommand):
        begin_floor(turn, request, command, line)
    elif isinstance(command, DeckCommand):
        begin_deck(turn, request, command)
    elif isinstance(command, IncidentCommand):
        begin_incident(turn, request, command)
    elif isinstance(command, AlarmCommand):
        begin_alarm(turn, request, command)
    elif isinstance(command, RecordCommand):
        begin_record(turn, request, command)
    elif isinstance(command, CheckCommand):
        begin_check(turn, request, command)
    elif isinstance(command, ControlCommand):
        begin_control(turn, request, command)
    elif isinstance(command, AdmissionCommand):
        begin_admission(turn, request, command)
    elif isinstance(command, RecordingCommand):
        begin_recording(turn, request, command)
    elif isinstance(command, RecorderCommand):
        begin_recorder(turn, request, command, line)
    elif isinstance(command, ContentCommand):
        begin_content(turn, request, command)
    elif isinstance(command, CameraCommand):
        _begin_camera(turn, request, command, line)
    elif isinstance(command, MeetingCommand):
        begin_cue(turn, request, command, line)
    else:
        _begin_other(turn, request, command, line)


def _begin_other(
    turn: Turn,
    request: CommandRequest,
    command: PodiumCommand | ListenToSite | OfficeCommand | SessionCommand | Undo,
    line: int,
) -> None:
    match command:
        case BringToPodium():
            bring_to_podium(turn, request, command, line)
        case ReturnToPrevious():
            return_to_previous(turn, request, line)
        case SetLayout():
            set_layout(turn, request, command)
        case ListenToSite():
            listen_to_site(turn, request, command)
        case ReloadDirectory():
            _reload_directory(turn, request)
        case EndSession():
            end_session_and_recording(turn, request, command)
        case StartSession():
            end(turn, request, Outcome.REFUSED, Reason.NOT_ALLOWED)
        case Undo():
            taken = step_to_undo(turn.state, command)
            end(turn, request, Outcome.REFUSED, taken if isinstance(taken, Reason) else Reason.NOTHING_TO_DO)
        case _:
            assert_never(command)


def _begin_camera(turn: Turn, request: CommandRequest, command: CameraCommand, line: int) -> None:
    if isinstance(command, RecallPreset):
        ask_recall(turn, request, command, line)
    else:
        ask_camera(turn, request, command, line)


# ---------------------------------------------------------------- opening acts go on


def go_on_when_logged(turn: Turn) -> None:
    """Carries out the opening acts whose "requested" line is durable, or has waited long enough."""
    for flight in tuple(turn.state.in_flight.values()):
        still_waits = turn.state.in_flight.get(flight.request.command_id) is flight
        if flight.stage is not Stage.LOG or not still_waits or not ready_to_open(turn, flight):
            continue
        command = flight.request.command
        if turn.state.durable.safe_stop is not None and isinstance(command, OPENING):
            end(turn, flight.request, Outcome.REFUSED, Reason.SAFE_STOP_IN_FORCE, since_ms=flight.since_ms)
            continue
        _go_on(turn, flight, command)


def _go_on(turn: Turn, flight: InFlight, command: AnyCommand) -> None:
    if isinstance(command, SilenceCommand):
        go_on_with_silence(turn, flight, command)
    elif isinstance(command, RecallPreset):
        recall(turn, flight, command)
    elif isinstance(command, CameraCommand):
        go_on_with_camera(turn, flight, command)
    elif isinstance(command, RecorderCommand):
        go_on_with_recorder(turn, flight, command)
    else:
        end(turn, flight.request, Outcome.FAILED, Reason.BAD_VALUE)


# ---------------------------------------------------------------- the list of sites


def _reload_directory(turn: Turn, request: CommandRequest) -> None:
    now_ms = turn.now.monotonic_ms
    turn.do(ReadDirectory())
    flight = InFlight(
        request=request,
        since_ms=now_ms,
        stage=Stage.DIRECTORY,
        deadline_ms=now_ms + turn.state.rules.directory_limit_ms,
    )
    keep_in_flight(turn, flight)
