"""How the log's lines about incidents give the incidents of the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.durable import Durable, find_incident
from console.incidents.incident_entries import (
    AnyIncidentEntry,
    FallbackAsked,
    FallbackDecided,
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    IncidentRestored,
    IncidentTold,
    IncidentUpdated,
)
from console.notes.record_facts import Fallback, Incident, IncidentNotice

INCIDENTS_KEPT = 200
NOTICES_KEPT = 50
"""So many are shown, of each incident; the log holds all."""


def apply_incident(durable: Durable, entry: AnyIncidentEntry, at_ms: int, person: str) -> Durable:  # noqa: C901, PLR0911 - one arm per line
    """Returns the durable state after a line about an incident; `person` is the line's actor."""
    if isinstance(entry, IncidentOpened):
        return _open(durable, entry, person)
    incident = find_incident(durable, entry.incident_id)
    if incident is None:
        return durable
    match entry:
        case IncidentUpdated():
            return _put(durable, _updated(incident, entry))
        case IncidentRestored():
            return _put(durable, replace(incident, restored_ms=entry.restored_wall_ms))
        case IncidentClosed() if entry.mistaken:
            return replace(durable, incidents=tuple(other for other in durable.incidents if other is not incident))
        case IncidentClosed():
            return _put(durable, replace(incident, closed_ms=at_ms, closed_by=person))
        case IncidentReopened():
            return _put(durable, replace(incident, restored_ms=entry.restored_wall_ms, closed_ms=None, closed_by=""))
        case IncidentTold():
            notice = IncidentNotice(party=entry.party, channel=entry.channel, at_ms=entry.told_wall_ms, by=person)
            return _put(durable, replace(incident, told=(*incident.told, notice)[-NOTICES_KEPT:]))
        case FallbackAsked():
            asked = Fallback(act=entry.act, text=entry.text, asked_ms=at_ms, asked_by=person)
            return _put(durable, replace(incident, fallback=asked))
        case FallbackDecided():
            return _put(durable, replace(incident, fallback=_decided(incident.fallback, entry, at_ms)))
        case _:
            assert_never(entry)


def _decided(asked: Fallback | None, entry: FallbackDecided, at_ms: int) -> Fallback | None:
    if asked is None:
        return None
    return replace(asked, approved=entry.approved, decided_ms=at_ms, decided_by=entry.decided_by, note=entry.note)


def _open(durable: Durable, entry: IncidentOpened, person: str) -> Durable:
    incident = Incident(
        incident_id=entry.incident_id,
        text=entry.text,
        site=entry.site,
        at_ms=entry.at_wall_ms,
        person=person,
        category=entry.category,
    )
    kept = (*durable.incidents, incident)[-INCIDENTS_KEPT:]
    return replace(durable, incidents=kept, incidents_made=durable.incidents_made + 1)


def _updated(incident: Incident, entry: IncidentUpdated) -> Incident:
    return replace(
        incident,
        text=entry.text,
        category=entry.category,
        site=entry.site,
        cause=entry.cause,
        solution=entry.solution,
        restore_expected_ms=entry.restore_expected_wall_ms,
    )


def _put(durable: Durable, changed: Incident) -> Durable:
    same = changed.incident_id
    return replace(durable, incidents=tuple(changed if own.incident_id == same else own for own in durable.incidents))
