"""What windows see of the record: marked moments and incidents."""

from console.durable import Durable, Fallback, Incident
from console.notes.record_snapshot import FallbackView, IncidentView, MarkView, NoticeView, RecordView


def record_view(durable: Durable) -> RecordView:
    """Returns the marks and incidents of the session."""
    return RecordView(
        marks=tuple(MarkView(at_ms=mark.at_ms, note=mark.note, person=mark.person) for mark in durable.marks),
        incidents=tuple(incident_view(incident) for incident in durable.incidents),
    )


def incident_view(incident: Incident) -> IncidentView:
    """Returns one incident."""
    return IncidentView(
        incident_id=incident.incident_id,
        text=incident.text,
        site=incident.site,
        at_ms=incident.at_ms,
        person=incident.person,
        category=incident.category,
        cause=incident.cause,
        solution=incident.solution,
        restore_expected_ms=incident.restore_expected_ms,
        restored_ms=incident.restored_ms,
        closed_ms=incident.closed_ms,
        closed_by=incident.closed_by,
        told=tuple(
            NoticeView(party=notice.party, channel=notice.channel, at_ms=notice.at_ms, by=notice.by)
            for notice in incident.told
        ),
        fallback=None if incident.fallback is None else _fallback_view(incident.fallback),
    )


def _fallback_view(fallback: Fallback) -> FallbackView:
    return FallbackView(
        act=fallback.act,
        text=fallback.text,
        asked_ms=fallback.asked_ms,
        asked_by=fallback.asked_by,
        approved=fallback.approved,
        decided_ms=fallback.decided_ms,
        decided_by=fallback.decided_by,
        note=fallback.note,
    )
