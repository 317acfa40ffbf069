"""Which registered meetings a session may be started for now: those agreed, of today and of the days that rehearse."""

from collections.abc import Iterable

import msgspec

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


def offers(meetings: Iterable[Meeting], now_wall_ms: int) -> tuple[MeetingOffer, ...]:
    """Returns the agreed meetings around now, the next one first; at most eight."""
    found = [
        MeetingOffer(meeting_uid=meeting.id, subject=meeting.subject[:LONGEST_SUBJECT], start_ms=meeting.start_ms)
        for meeting in meetings
        if meeting.start_ms is not None
        and meeting.step in AGREED
        and -BEHIND_MS <= meeting.start_ms - now_wall_ms <= AHEAD_MS
    ]
    return tuple(sorted(found, key=lambda offer: abs(offer.start_ms - now_wall_ms))[:MOST_OFFERS])
