"""Where a request goes when it is moved by one among those that wait.

Rule: positions count in the bridge's own list, in which the request of the running speech still stands.
"""

from console.commands import MoveFloorRequest
from widgets.store import Store


def move_by(store: Store, request_id: str, step: int) -> MoveFloorRequest | None:
    """Returns the command that moves a waiting request `step` places, None where there is no such place."""
    waiting = [request.request_id for request in store.waiting_requests]
    if request_id not in waiting:
        return None
    wanted = waiting.index(request_id) + step
    if not 0 <= wanted < len(waiting):
        return None
    positions = [request.request_id for request in store.floor.requests]
    return MoveFloorRequest(request_id=request_id, position=positions.index(waiting[wanted]))
