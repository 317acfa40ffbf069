"""The queue for the floor: requests from satellites, by phone and from the script, ordered by the operator.

Rules: one open request per site, at most 500 in all; a request leaves the list by being withdrawn, skipped or spoken,
never otherwise. Granting is the podium transaction; if that fails the request stays where it was.
"""

from console.commands import (
    CommandRequest,
    GrantFloor,
    MoveFloorRequest,
    RequestFloor,
    SkipFloor,
    WithdrawFloor,
)
from console.durable import FloorRequest, find_request, microphone_order, request_of
from console.entries import FloorGranted, FloorMoved, FloorRequested, FloorSkipped, FloorWithdrawn
from console.podium import begin_run
from console.podium_end import interrupt_run
from console.receipts import end
from console.speech import end_speech, leave_podium
from console.turn import Turn
from console.words import MAIN_SITE, Outcome, Reason


def request_floor(turn: Turn, request: CommandRequest, command: RequestFloor) -> None:
    """Puts a site at the end of the queue."""
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
            request_id=f"r{state.durable.requests_made + 1}",
            site=command.site,
            source=command.source,
            note=command.note,
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
    waiting = _open_request(turn, request, command.request_id)
    if waiting is None:
        return
    if _in_speech(turn, waiting):
        end(turn, request, Outcome.REFUSED, Reason.IN_FLIGHT)
        return
    _stop_granting(turn, waiting)
    turn.log(FloorSkipped(request_id=waiting.request_id), request)
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
