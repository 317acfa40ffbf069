"""The queue for the floor: requests from satellites, by phone and from the script, ordered by the operator.

Rules: one open request per site, at most 500 in all; a request leaves the list by being withdrawn, skipped or spoken,
never otherwise. Granting is the podium transaction; if that fails the request stays where it was.
"""

from typing import assert_never

from console.commands import (
    ApproveFloor,
    CommandRequest,
    FinishSpeech,
    FloorCommand,
    GrantFloor,
    MoveFloorRequest,
    RefuseFloor,
    RequestFloor,
    RestoreFloor,
    SetFloorUrgency,
    SetSpeechLimit,
    SkipFloor,
    WithdrawFloor,
)
from console.durable import find_request, microphone_order, request_of
from console.floor.floor_entries import (
    FloorApproved,
    FloorGranted,
    FloorMoved,
    FloorRefused,
    FloorRequested,
    FloorRestored,
    FloorSkipped,
    FloorUrgencySet,
    FloorWithdrawn,
    SpeechLimitSet,
)
from console.floor.floor_facts import FloorRequest
from console.floor.speech import end_speech, leave_podium
from console.podium.podium import begin_run
from console.podium.podium_end import interrupt_run
from console.receipts import end
from console.turn import Turn
from console.words import MAIN_SITE, FloorUrgency, Outcome, Reason

_RANK = {FloorUrgency.NORMAL: 0, FloorUrgency.PRIORITY: 1, FloorUrgency.POINT_OF_ORDER: 2}
LONGEST_SPEECH_SECONDS = 24 * 3600


def request_floor(turn: Turn, request: CommandRequest, command: RequestFloor) -> None:
    """Puts a site into the queue, behind everybody who is as urgent."""
    state = turn.state
    if command.site not in state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
    elif command.site == MAIN_SITE:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    elif request_of(state.durable, command.site) is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    elif len(state.durable.requests) >= state.rules.queue_limit:
        end(turn, request, Outcome.REFUSED, Reason.QUEUE_FULL)
    else:
        entry = FloorRequested(
            urgency=command.urgency,
            position=place_of(state.durable.requests, command.urgency),
            request_id=f"r{state.durable.requests_made + 1}",
            site=command.site,
            source=command.source,
            note=command.note,
            person=command.person.strip(),
            at_wall_ms=turn.now.wall_ms,
        )
        turn.log(entry, request)
        end(turn, request, Outcome.DONE)


def withdraw_floor(turn: Turn, request: CommandRequest, command: WithdrawFloor) -> None:
    """Takes a site's request back; the speech that runs is ended by `FinishSpeech` alone."""
    waiting = request_of(turn.state.durable, command.site)
    if waiting is None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    elif not _in_speech(turn, waiting):
        _stop_granting(turn, waiting)
        turn.log(FloorWithdrawn(request_id=waiting.request_id), request)
        end(turn, request, Outcome.DONE)
    else:
        end(turn, request, Outcome.REFUSED, Reason.IN_FLIGHT)


def move_request(turn: Turn, request: CommandRequest, command: MoveFloorRequest) -> None:
    """Moves a request to another place of the queue; a place behind the end is the end."""
    waiting = _open_request(turn, request, command.request_id)
    if waiting is None:
        return
    if command.position < 0:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
        return
    position = min(command.position, len(turn.state.durable.requests) - 1)
    turn.log(FloorMoved(request_id=waiting.request_id, position=position), request)
    end(turn, request, Outcome.DONE)


def skip_floor(turn: Turn, request: CommandRequest, command: SkipFloor) -> None:
    """Takes a request out of the queue without a speech."""
    _take_out(turn, request, command.request_id, FloorSkipped(request_id=command.request_id))


def _take_out(turn: Turn, request: CommandRequest, request_id: str, entry: FloorSkipped | FloorRefused) -> None:
    waiting = _open_request(turn, request, request_id)
    if waiting is None:
        return
    if _in_speech(turn, waiting):
        end(turn, request, Outcome.REFUSED, Reason.IN_FLIGHT)
        return
    _stop_granting(turn, waiting)
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


def set_urgency(turn: Turn, request: CommandRequest, command: SetFloorUrgency) -> None:
    """Makes a request more or less urgent; it goes behind everybody who is as urgent."""
    waiting = _open_request(turn, request, command.request_id)
    if waiting is None:
        return
    if waiting.urgency is command.urgency:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    others = tuple(other for other in turn.state.durable.requests if other is not waiting)
    position = place_of(others, command.urgency)
    entry = FloorUrgencySet(
        request_id=waiting.request_id,
        urgency=command.urgency,
        position=len(others) if position is None else position,
    )
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


def place_of(requests: tuple[FloorRequest, ...], urgency: FloorUrgency) -> int | None:
    """Returns the place behind all requests that are as urgent or granted; None is the end."""
    if urgency is FloorUrgency.NORMAL:
        return None
    rank = _RANK[urgency]
    before = [index for index, other in enumerate(requests) if other.granted or _RANK[other.urgency] >= rank]
    return before[-1] + 1 if before else 0


def approve_floor(turn: Turn, request: CommandRequest, command: ApproveFloor) -> None:
    """Notes the chair's yes."""
    waiting = _open_request(turn, request, command.request_id)
    if waiting is None:
        return
    if waiting.approved_ms is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    turn.log(FloorApproved(request_id=waiting.request_id), request)
    end(turn, request, Outcome.DONE)


def refuse_floor(turn: Turn, request: CommandRequest, command: RefuseFloor) -> None:
    """Notes the chair's no and takes the request out of the queue."""
    _take_out(turn, request, command.request_id, FloorRefused(request_id=command.request_id, note=command.note))


def restore_floor(turn: Turn, request: CommandRequest, command: RestoreFloor) -> None:
    """Puts a request back to where it stood, unless its site has asked again since."""
    durable = turn.state.durable
    out = next((out for out in durable.taken_out if out.request.request_id == command.request_id), None)
    if out is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_REQUEST)
    elif request_of(durable, out.request.site) is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        position = min(out.position, len(durable.requests))
        turn.log(FloorRestored(request_id=command.request_id, position=position), request)
        end(turn, request, Outcome.DONE)


def grant_floor(turn: Turn, request: CommandRequest, command: GrantFloor, line: int) -> None:
    """Brings the requesting site to the podium; its speech starts when it is on air."""
    waiting = _open_request(turn, request, command.request_id)
    if waiting is None:
        return
    durable = turn.state.durable
    if durable.podium.site == waiting.site and microphone_order(durable, waiting.site).heard:
        if waiting.granted:
            end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
            return
        turn.log(FloorGranted(request_id=waiting.request_id), request)
        end(turn, request, Outcome.DONE)
        return
    begin_run(turn, request, waiting.site, line, waiting.request_id)


def finish_speech(turn: Turn, request: CommandRequest) -> None:
    """Ends the speech, closes the speaker's microphone and shows the main endpoint.

    A site's technician ends the own speech alone, whoever is on the podium by now.
    """
    own, run = request.actor.site, turn.state.run
    if run is not None and own in (None, run.site):
        interrupt_run(turn, run)
    speech, podium = turn.state.durable.speech, turn.state.durable.podium
    if speech is None and podium.site is None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    if speech is not None and own in (None, speech.site):
        end_speech(turn, None)
    if own in (None, podium.site):
        leave_podium(turn)
    end(turn, request, Outcome.DONE)


def set_speech_limit(turn: Turn, request: CommandRequest, command: SetSpeechLimit) -> None:
    """Gives the running speech another limit."""
    if turn.state.durable.speech is None:
        end(turn, request, Outcome.REFUSED, Reason.NOTHING_TO_DO)
    elif command.seconds is not None and not 1 <= command.seconds <= LONGEST_SPEECH_SECONDS:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    else:
        turn.log(SpeechLimitSet(seconds=command.seconds), request)
        end(turn, request, Outcome.DONE)


def _open_request(turn: Turn, request: CommandRequest, request_id: str) -> FloorRequest | None:
    waiting = find_request(turn.state.durable, request_id)
    if waiting is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_REQUEST)
    return waiting


def _in_speech(turn: Turn, waiting: FloorRequest) -> bool:
    speech = turn.state.durable.speech
    return speech is not None and speech.request_id == waiting.request_id


def _stop_granting(turn: Turn, waiting: FloorRequest) -> None:
    """Ends a transaction that was bringing this request to the podium and has not opened yet."""
    run = turn.state.run
    if run is not None and run.floor_request == waiting.request_id and run.opened_ms is None:
        interrupt_run(turn, run)


def begin_floor(turn: Turn, request: CommandRequest, command: FloorCommand, line: int) -> None:  # noqa: C901 - one arm per command
    """Begins what was asked about the queue or the speech; `line` is its "requested" line."""
    match command:
        case RequestFloor():
            request_floor(turn, request, command)
        case WithdrawFloor():
            withdraw_floor(turn, request, command)
        case MoveFloorRequest():
            move_request(turn, request, command)
        case SkipFloor():
            skip_floor(turn, request, command)
        case SetFloorUrgency():
            set_urgency(turn, request, command)
        case ApproveFloor():
            approve_floor(turn, request, command)
        case RefuseFloor():
            refuse_floor(turn, request, command)
        case RestoreFloor():
            restore_floor(turn, request, command)
        case GrantFloor():
            grant_floor(turn, request, command, line)
        case FinishSpeech():
            finish_speech(turn, request)
        case SetSpeechLimit():
            set_speech_limit(turn, request, command)
        case _:
            assert_never(command)
