"""How the log's lines about the floor give the queue and the running speech.

Rule: a request that leaves the queue without a speech is kept for a while with its place, so that it can be put back.
"""

from typing import assert_never

from msgspec.structs import replace

from console.durable import Durable, Speech, TakenOut, find_request
from console.floor.floor_entries import (
    AnyFloorEntry,
    FloorApproved,
    FloorGranted,
    FloorMoved,
    FloorRefused,
    FloorRequested,
    FloorRestored,
    FloorSkipped,
    FloorUrgencySet,
    FloorWithdrawn,
    SpeechEnded,
    SpeechLimitSet,
    SpeechStarted,
)
from console.floor.floor_facts import FloorRequest

TAKEN_OUT_KEPT = 20


def apply_floor(durable: Durable, entry: AnyFloorEntry, at_ms: int) -> Durable:  # noqa: C901, PLR0911 - one arm per line
    """Returns the durable state after a line about the floor."""
    match entry:
        case FloorRequested():
            return _ask(durable, entry)
        case FloorMoved():
            return replace(durable, requests=moved(durable.requests, entry.request_id, entry.position))
        case FloorUrgencySet():
            changed = _with(durable, entry.request_id, urgency=entry.urgency)
            return replace(changed, requests=moved(changed.requests, entry.request_id, entry.position))
        case FloorApproved():
            return _with(durable, entry.request_id, approved_ms=at_ms)
        case FloorSkipped() | FloorWithdrawn() | FloorRefused():
            return _take_out(durable, entry.request_id)
        case FloorRestored():
            return _restore(durable, entry)
        case FloorGranted():
            return _with(durable, entry.request_id, granted=True)
        case SpeechStarted():
            return replace(durable, speech=_begun(entry), cue_speaks="")
        case SpeechLimitSet():
            speech = durable.speech
            limited = None if speech is None else replace(speech, limit_seconds=entry.seconds, limit_is_own=True)
            return replace(durable, speech=limited)
        case SpeechEnded():
            ended = durable.speech
            cleared = replace(durable, speech=None)
            return cleared if ended is None else _without(cleared, ended.request_id)
        case _:
            assert_never(entry)


def _begun(entry: SpeechStarted) -> Speech:
    return Speech(site=entry.site, request_id=entry.request_id, started_ms=entry.at_wall_ms, person=entry.person)


def moved(requests: tuple[FloorRequest, ...], request_id: str, position: int) -> tuple[FloorRequest, ...]:
    """Returns the queue with one request at another place."""
    moving = [request for request in requests if request.request_id == request_id]
    rest = [request for request in requests if request.request_id != request_id]
    rest[position:position] = moving
    return tuple(rest)


def _ask(durable: Durable, entry: FloorRequested) -> Durable:
    request = FloorRequest(
        request_id=entry.request_id,
        site=entry.site,
        source=entry.source,
        note=entry.note,
        asked_ms=entry.at_wall_ms,
        urgency=entry.urgency,
        person=entry.person,
    )
    requests = [*durable.requests]
    requests.insert(len(requests) if entry.position is None else entry.position, request)
    return replace(durable, requests=tuple(requests), requests_made=durable.requests_made + 1)


def _with(durable: Durable, request_id: str, **changes: object) -> Durable:
    requests = tuple(
        replace(request, **changes) if request.request_id == request_id else request for request in durable.requests
    )
    return replace(durable, requests=requests)


def _without(durable: Durable, request_id: str | None) -> Durable:
    kept = tuple(request for request in durable.requests if request.request_id != request_id)
    return replace(durable, requests=kept)


def _take_out(durable: Durable, request_id: str) -> Durable:
    request = find_request(durable, request_id)
    if request is None:
        return durable
    out = TakenOut(request=replace(request, granted=False), position=durable.requests.index(request))
    return replace(_without(durable, request_id), taken_out=(*durable.taken_out, out)[-TAKEN_OUT_KEPT:])


def _restore(durable: Durable, entry: FloorRestored) -> Durable:
    out = next((out for out in durable.taken_out if out.request.request_id == entry.request_id), None)
    if out is None:
        return durable
    requests = [*durable.requests]
    requests.insert(entry.position, out.request)
    left = tuple(other for other in durable.taken_out if other is not out)
    return replace(durable, requests=tuple(requests), taken_out=left)
