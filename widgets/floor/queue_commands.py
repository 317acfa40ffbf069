"""Which command an action of the queue for the floor sends for one request, or for the running speech.

Rule: a command names the wanted state. A minute more is counted from the limit, and from now where that is past, so
that it helps whoever is over time already.
"""

from console.commands import (
    AnyCommand,
    ApproveFloor,
    MoveFloorRequest,
    RefuseFloor,
    SetFloorUrgency,
    SetSpeechLimit,
    SkipFloor,
)
from console.floor.floor_facts import FloorRequest
from console.words import FloorUrgency
from widgets.controls.acts import Act
from widgets.controls.store import Store
from widgets.floor.floor_moves import move_by

URGENCIES = {
    Act.REQUEST_NORMAL: FloorUrgency.NORMAL,
    Act.REQUEST_PRIORITY: FloorUrgency.PRIORITY,
    Act.REQUEST_POINT_OF_ORDER: FloorUrgency.POINT_OF_ORDER,
}
REQUEST_ACTS = frozenset(
    {*URGENCIES, Act.REQUEST_UP, Act.REQUEST_DOWN, Act.SKIP, Act.APPROVE_REQUEST, Act.REFUSE_REQUEST}
)
"""What is done with one request."""
MINUTE_SECONDS = 60


def request_command(act: Act, store: Store, request: FloorRequest) -> AnyCommand | None:
    """Returns what an action sends for a waiting request; None where that is so already."""
    match act:
        case Act.REQUEST_UP | Act.REQUEST_DOWN:
            return _moved(store, request, -1 if act is Act.REQUEST_UP else 1)
        case Act.SKIP:
            return SkipFloor(request_id=request.request_id)
        case Act.REFUSE_REQUEST:
            return RefuseFloor(request_id=request.request_id)
        case Act.APPROVE_REQUEST:
            return ApproveFloor(request_id=request.request_id) if request.approved_ms is None else None
        case _:
            urgency = URGENCIES[act]
            same = request.urgency is urgency
            return None if same else SetFloorUrgency(request_id=request.request_id, urgency=urgency)


def _moved(store: Store, request: FloorRequest, step: int) -> MoveFloorRequest | None:
    return move_by(store, request.request_id, step)


def one_minute_more(store: Store) -> SetSpeechLimit | None:
    """Returns what gives the running speech a minute more; None where it has no limit."""
    floor = store.floor
    if floor.speaker is None or floor.speech_started_ms is None or floor.speech_limit_seconds is None:
        return None
    spent_minutes = max(0, store.now_ms - floor.speech_started_ms) // (MINUTE_SECONDS * 1000)
    from_seconds = max(floor.speech_limit_seconds, spent_minutes * MINUTE_SECONDS)
    return SetSpeechLimit(seconds=from_seconds + MINUTE_SECONDS)
