"""Incidents: opened in two seconds, told of, restored, filled in later, closed.

Rules: an incident carries the moment it was noticed, never before the session began; nothing may be said of one that is
closed; it can be closed without having been restored. Who was told stays told: that has no undo.
"""

from typing import assert_never

from console.commands import CommandRequest, IncidentCommand
from console.durable import Durable, find_incident
from console.incidents.incident_commands import (
    AskFallback,
    CloseIncident,
    DecideFallback,
    OpenIncident,
    ReopenIncident,
    RestoreIncident,
    TellOfIncident,
    UpdateIncident,
)
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
from console.notes.record_facts import Incident
from console.receipts import end
from console.turn import Turn
from console.words import IncidentCategory, Outcome, Reason


def begin_incident(turn: Turn, request: CommandRequest, command: IncidentCommand) -> None:  # noqa: C901 - one arm per command
    """Carries out what was asked about an incident."""
    if isinstance(command, OpenIncident):
        _open(turn, request, command)
        return
    incident = find_incident(turn.state.durable, command.incident_id)
    if incident is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_INCIDENT)
        return
    if incident.closed_ms is not None and not isinstance(command, ReopenIncident):
        end(turn, request, Outcome.REFUSED, Reason.INCIDENT_CLOSED)
        return
    match command:
        case UpdateIncident():
            _update(turn, request, command, incident)
        case RestoreIncident():
            _restore(turn, request, command, incident)
        case CloseIncident():
            _write(turn, request, IncidentClosed(incident_id=command.incident_id, mistaken=command.mistaken))
        case ReopenIncident():
            _reopen(turn, request, command, incident)
        case TellOfIncident():
            _tell(turn, request, command)
        case AskFallback():
            asked = FallbackAsked(incident_id=command.incident_id, act=command.act, text=command.text.strip())
            _write(turn, request, asked)
        case DecideFallback():
            _decide(turn, request, command, incident)
        case _:
            assert_never(command)


def _open(turn: Turn, request: CommandRequest, command: OpenIncident) -> None:
    text, durable = command.text.strip(), turn.state.durable
    if command.site is not None and command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
    elif not text and command.category is None:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    else:
        entry = IncidentOpened(
            incident_id=next_incident_id(durable),
            text=text,
            site=command.site,
            category=command.category or IncidentCategory.OTHER,
            at_wall_ms=_moment(turn, command.opened_ago_ms),
        )
        _write(turn, request, entry)


def _moment(turn: Turn, ago_ms: int) -> int:
    """Returns a moment that lies in this session."""
    session = turn.state.durable.session
    return max(turn.now.wall_ms - ago_ms, 0 if session is None else session.started_ms)


def next_incident_id(durable: Durable) -> str:
    """Returns what the next incident is called."""
    return f"i{durable.incidents_made + 1}"


def _update(turn: Turn, request: CommandRequest, command: UpdateIncident, incident: Incident) -> None:
    site = incident.site if command.site is None else command.site or None
    expected_ms = command.restore_expected_wall_ms
    if site is not None and site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    if expected_ms is not None and expected_ms != 0 and expected_ms < incident.at_ms:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
        return
    entry = IncidentUpdated(
        incident_id=incident.incident_id,
        text=_said(command.text, incident.text),
        category=command.category or incident.category,
        site=site,
        cause=_said(command.cause, incident.cause),
        solution=_said(command.solution, incident.solution),
        restore_expected_wall_ms=incident.restore_expected_ms if expected_ms is None else expected_ms or None,
    )
    if entry == _as_told(incident):
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        _write(turn, request, entry)


def _said(new: str | None, before: str) -> str:
    return before if new is None else new.strip()


def _as_told(incident: Incident) -> IncidentUpdated:
    return IncidentUpdated(
        incident_id=incident.incident_id,
        text=incident.text,
        category=incident.category,
        site=incident.site,
        cause=incident.cause,
        solution=incident.solution,
        restore_expected_wall_ms=incident.restore_expected_ms,
    )


def _restore(turn: Turn, request: CommandRequest, command: RestoreIncident, incident: Incident) -> None:
    now_ms = turn.now.wall_ms
    at_ms = now_ms if command.restored_wall_ms is None else command.restored_wall_ms
    if incident.restored_ms is not None and command.restored_wall_ms in (None, incident.restored_ms):
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    elif not incident.at_ms <= at_ms <= now_ms:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    else:
        _write(turn, request, IncidentRestored(incident_id=incident.incident_id, restored_wall_ms=at_ms))


def _reopen(turn: Turn, request: CommandRequest, command: ReopenIncident, incident: Incident) -> None:
    at_ms = command.restored_wall_ms
    if at_ms is not None and not incident.at_ms <= at_ms <= turn.now.wall_ms:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    elif incident.closed_ms is None and incident.restored_ms == at_ms:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        _write(turn, request, IncidentReopened(incident_id=incident.incident_id, restored_wall_ms=at_ms))


def _tell(turn: Turn, request: CommandRequest, command: TellOfIncident) -> None:
    party = command.party.strip()
    if not party:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
        return
    at_ms = _moment(turn, command.told_ago_ms)
    entry = IncidentTold(incident_id=command.incident_id, party=party, channel=command.channel, told_wall_ms=at_ms)
    _write(turn, request, entry)


def _decide(turn: Turn, request: CommandRequest, command: DecideFallback, incident: Incident) -> None:
    decided_by = command.decided_by.strip()
    if incident.fallback is None or not decided_by:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
        return
    entry = FallbackDecided(
        incident_id=command.incident_id,
        approved=command.approved,
        decided_by=decided_by,
        note=command.note.strip(),
    )
    _write(turn, request, entry)


def _write(turn: Turn, request: CommandRequest, entry: AnyIncidentEntry) -> None:
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


# ---------------------------------------------------------------- taken back


def incident_inverse(durable: Durable, command: IncidentCommand) -> IncidentCommand | None:
    """Returns what takes an act about an incident back, as of the moment before it."""
    if isinstance(command, OpenIncident):
        return CloseIncident(incident_id=next_incident_id(durable), mistaken=True)
    incident = find_incident(durable, command.incident_id)
    if incident is None:
        return None
    match command:
        case UpdateIncident():
            return UpdateIncident(
                incident_id=incident.incident_id,
                text=incident.text,
                category=incident.category,
                site=incident.site or "",
                cause=incident.cause,
                solution=incident.solution,
                restore_expected_wall_ms=incident.restore_expected_ms or 0,
            )
        case CloseIncident() if command.mistaken:
            return None
        case RestoreIncident() | CloseIncident():
            return ReopenIncident(incident_id=incident.incident_id, restored_wall_ms=incident.restored_ms)
        case ReopenIncident() | TellOfIncident() | AskFallback() | DecideFallback():
            return None
        case _:
            assert_never(command)
