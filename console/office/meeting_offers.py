"""Which registered meetings a session may be started for now: those agreed, of today and of the days that rehearse."""

from collections.abc import Callable, Iterable

import msgspec

from console.office.host_rules import HostFinding
from console.office.meeting import AGREED, Meeting

BEHIND_MS = 12 * 3600 * 1000
AHEAD_MS = 7 * 24 * 3600 * 1000
"""A rehearsal is held days before its meeting."""
MOST_OFFERS = 8
LONGEST_SUBJECT = 120


class MeetingOffer(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as it is offered when a session starts."""

    meeting_uid: str
    subject: str
    start_ms: int
    findings: tuple[HostFinding, ...] = ()
    """What is otherwise than the regulation ties to its host."""


def offers(
    meetings: Iterable[Meeting],
    now_wall_ms: int,
    findings_of: Callable[[Meeting], tuple[HostFinding, ...]] = lambda _meeting: (),
) -> tuple[MeetingOffer, ...]:
    """Returns the agreed meetings around now, the next one first; at most eight."""
    found = [
        MeetingOffer(
            meeting_uid=meeting.id,
            subject=meeting.subject[:LONGEST_SUBJECT],
            start_ms=meeting.start_ms,
            findings=findings_of(meeting),
        )
        for meeting in meetings
        if meeting.start_ms is not None
        and meeting.step in AGREED
        and -BEHIND_MS <= meeting.start_ms - now_wall_ms <= AHEAD_MS
    ]
    return tuple(sorted(found, key=lambda offer: abs(offer.start_ms - now_wall_ms))[:MOST_OFFERS])
