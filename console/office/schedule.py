"""The schedule of meetings: what takes place when, and where two meetings want the same thing at the same time.

Rules: times are half-open (a meeting that ends at ten leaves the room at ten), may go past midnight, and a meeting
without an end is reckoned with four hours. A room is also taken while it is prepared and rehearsed in; sites and
technicians while it is rehearsed. A meeting that was refused, cancelled or closed takes nothing. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, pairwise

import msgspec

from console.office.meeting import OVER, Meeting, Urgency
from console.regulation.profile import ProfileInForce

MINUTE_MS = 60_000
ASSUMED_MS = 4 * 60 * MINUTE_MS
MOST_SITES = 200
"""So many satellites at a time are what one bridge is measured for.

Main endpoints are not counted: the form of registration counts the satellites apart from the place of the meeting
(Bình Định, Phụ lục I item 7), and so do the setting and the bridge's door.
"""

Span = tuple[int, int]
"""From a moment to before another, milliseconds (UTC)."""


class ClashKind(StrEnum):
    ROOM = "room"
    SITE = "site"
    TECHNICIAN = "technician"
    CAPACITY = "capacity"
    """More sites at a time than the bridge takes."""


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Two meetings (for capacity: all at that time) that cannot both be held; `what` names room, sites or persons."""

    kind: ClashKind
    meetings: tuple[str, ...]
    """Identifiers, in the order of their start."""
    what: tuple[str, ...] = ()
    start_ms: int
    end_ms: int
    sites: int = 0
    """Capacity only: how many at that time."""
    first: tuple[str, ...] = ()
    """Those that the profile puts before the others; empty: it says nothing, or all are alike."""
    article: str = ""
    """Where it says so."""


def meeting_span(meeting: Meeting) -> Span | None:
    """Returns when the meeting itself is; None while nobody knows."""
    if meeting.start_ms is None:
        return None
    return meeting.start_ms, meeting.end_ms or meeting.start_ms + ASSUMED_MS


def spans(meeting: Meeting) -> tuple[Span, ...]:
    """Returns when its sites and technicians are busy: meeting and rehearsal."""
    own = meeting_span(meeting)
    found = [own] if own is not None else []
    if meeting.rehearsal_start_ms is not None:
        end = meeting.rehearsal_end_ms or meeting.rehearsal_start_ms + ASSUMED_MS
        found.append((meeting.rehearsal_start_ms, end))
    return tuple(found)


def room_spans(meeting: Meeting) -> tuple[Span, ...]:
    """Returns when its room is taken: with its preparation before both."""
    before = meeting.preparation_minutes * MINUTE_MS
    return tuple((start - before, end) for start, end in spans(meeting))


def takes_place(meeting: Meeting) -> bool:
    """Returns whether a meeting may still be held and has a time."""
    return meeting.step not in OVER and meeting.start_ms is not None


def clashes(
    meetings: Iterable[Meeting], most_sites: int = MOST_SITES, profile: ProfileInForce | None = None
) -> tuple[Clash, ...]:
    """Returns every clash, the earliest first; with a profile each says which meeting goes first by its rules."""
    held = sorted((meeting for meeting in meetings if takes_place(meeting)), key=lambda each: each.start_ms or 0)
    found = [clash for one, other in combinations(held, 2) for clash in _between(one, other)]
    found += _too_many(held, most_sites)
    if profile is not None:
        known = {meeting.id: meeting for meeting in held}
        found = [_with_first(clash, known, profile) for clash in found]
    return tuple(sorted(found, key=lambda clash: (clash.start_ms, clash.kind)))


def clashes_of(
    meeting: Meeting,
    others: Iterable[Meeting],
    most_sites: int = MOST_SITES,
    profile: ProfileInForce | None = None,
) -> tuple[Clash, ...]:
    """Returns the clashes that one meeting has, as it stands in a form that is being filled in."""
    near = [other for other in others if other.id != meeting.id and _common(room_spans(meeting), room_spans(other))]
    return tuple(clash for clash in clashes([meeting, *near], most_sites, profile) if meeting.id in clash.meetings)


def priority_of(meeting: Meeting, profile: ProfileInForce) -> int:
    """Returns the place of a meeting in the profile's order, 0 goes first; all have 0 where the text has no order.

    Đắk Lắk I.4a names an order; Đồng Nai article 10 clause 3 puts urgent meetings first.
    """
    order = profile.regulation.priority.order
    if meeting.priority in order:
        return order.index(meeting.priority)
    if profile.regulation.registration.urgent.priority and meeting.urgency is Urgency.AD_HOC:
        return -1
    return max(0, len(order) - 1)


def _with_first(clash: Clash, known: Mapping[str, Meeting], profile: ProfileInForce) -> Clash:
    places = {id_: priority_of(known[id_], profile) for id_ in clash.meetings}
    best = min(places.values())
    first = tuple(id_ for id_, place in places.items() if place == best)
    if len(first) == len(places):
        return clash
    regulation = profile.regulation
    article = regulation.priority.article if best >= 0 else regulation.registration.urgent.article
    return msgspec.structs.replace(clash, first=first, article=article)


def _between(one: Meeting, other: Meeting) -> Iterator[Clash]:
    ids = (one.id, other.id)
    if one.room and one.room == other.room and (span := _common(room_spans(one), room_spans(other))):
        yield Clash(kind=ClashKind.ROOM, meetings=ids, what=(one.room,), start_ms=span[0], end_ms=span[1])
    span = _common(spans(one), spans(other))
    if span is None:
        return
    for kind, of in _SHARED:
        both = of(other)
        if what := tuple(name for name in of(one) if name in both):
            yield Clash(kind=kind, meetings=ids, what=what, start_ms=span[0], end_ms=span[1])


def _sites_of(meeting: Meeting) -> tuple[str, ...]:
    return tuple(site.site for site in meeting.sites if site.site)


def _technicians_of(meeting: Meeting) -> tuple[str, ...]:
    return meeting.technicians


_SHARED: tuple[tuple[ClashKind, Callable[[Meeting], tuple[str, ...]]], ...] = (
    (ClashKind.SITE, _sites_of),
    (ClashKind.TECHNICIAN, _technicians_of),
)


def _common(first: Sequence[Span], second: Sequence[Span]) -> Span | None:
    """Returns the first stretch that both have; None when they only touch, or do not meet."""
    met = [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in first
        for other in second
        if one[0] < other[1] and other[0] < one[1]
    ]
    return min(met, default=None)


def _too_many(held: Sequence[Meeting], most_sites: int) -> list[Clash]:
    """Returns the stretches in which more sites would be connected than the bridge takes."""
    busy = [(span, meeting) for meeting in held for span in spans(meeting)]
    edges = sorted({edge for span, _ in busy for edge in span})
    found: list[Clash] = []
    for start, end in pairwise(edges):
        there = [meeting for span, meeting in busy if span[0] < end and start < span[1]]
        count = sum(len(meeting.sites) for meeting in there)
        if count <= most_sites:
            continue
        ids = tuple(dict.fromkeys(meeting.id for meeting in there))
        if found and found[-1].end_ms == start and found[-1].meetings == ids:
            found[-1] = msgspec.structs.replace(found[-1], end_ms=end)
        else:
            found.append(Clash(kind=ClashKind.CAPACITY, meetings=ids, start_ms=start, end_ms=end, sites=count))
    return found
