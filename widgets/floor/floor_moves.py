"""Where a request goes when it is moved among those that wait.

Rule: positions count in the bridge's own list, in which the request of the running speech still stands.
"""

from console.commands import MoveFloorRequest
from widgets.controls.store import Store


def move_by(store: Store, request_id: str, step: int) -> MoveFloorRequest | None:
    """Returns the command that moves a waiting request `step` places, None where there is no such place."""
    waiting = [request.request_id for request in store.waiting_requests]
    if request_id not in waiting:
        return None
    return move_to(store, request_id, waiting.index(request_id) + step)


def move_to(store: Store, request_id: str, place: int) -> MoveFloorRequest | None:
    """Returns the command that moves a request to a place among those that wait (0 is first), None where it is so."""
    waiting = [request.request_id for request in store.waiting_requests]
    if request_id not in waiting or not 0 <= place < len(waiting) or waiting[place] == request_id:
        return None
    positions = [request.request_id for request in store.floor.requests]
    return MoveFloorRequest(request_id=request_id, position=positions.index(waiting[place]))
