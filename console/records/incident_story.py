"""What a session's log tells of its incidents: each line adds what it says; a mistaken one is left out.

Rule: moments are as people gave them; how long it took is measured by the bridge's own clock where the clock was set
meanwhile.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from console.records.moments import Fact, Moment
from console.words import MAIN_SITE, SiteId

SAID_AT_ONCE_MS = 5000


class Told(Fact):
    """Somebody was told of an incident."""

    party: str
    at_ms: int
    channel: str = ""
    by: str = ""


class Fallback(Fact):
    """Something that was to be done instead, and what the chair decided; without `decided_by` nobody has."""

    act: str
    text: str
    asked_ms: int
    approved: bool | None = None
    decided_by: str = ""
    decided_ms: int | None = None
    note: str = ""


class IncidentStory(Fact):
    """An incident as far as the log tells it; `changes` are its own lines in order."""

    incident_id: str
    site: SiteId
    """Empty: it concerns no single site."""
    opened_ms: int
    opened_by: str = ""
    category: str = ""
    text: str = ""
    cause: str = ""
    solution: str = ""
    estimated_ms: int | None = None
    restored_ms: int | None = None
    closed_ms: int | None = None
    took_ms: int | None = None
    """From opening to restoring."""
    mistaken: bool = False
    """There was none; it stands in no form."""
    told: tuple[Told, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    changes: tuple[Moment, ...] = ()


def incidents_of(moments: Iterable[Moment]) -> tuple[IncidentStory, ...]:
    """Returns the incidents in order of opening; each line of an incident adds what it tells."""
    found: dict[str, IncidentStory] = {}
    opened: dict[str, int] = {}
    for moment in moments:
        if not moment.kind.startswith(("incident-", "fallback-")):
            continue
        id_ = str(moment.what.get("incident_id", moment.number))
        known = found.get(id_)
        if known is None:
            opened[id_] = moment.steady_ms
            known = _opened(id_, moment)
        found[id_] = _changed(known, moment, opened[id_])
    return tuple(incident for incident in found.values() if not incident.mistaken)


def _opened(id_: str, moment: Moment) -> IncidentStory:
    return IncidentStory(
        incident_id=id_,
        site="",
        opened_ms=int(moment.what.get("at_wall_ms") or moment.wall_ms),
        opened_by=moment.person,
    )


def _changed(incident: IncidentStory, moment: Moment, opened_steady_ms: int) -> IncidentStory:
    what = moment.what
    incident = replace(incident, changes=(*incident.changes, moment))
    match moment.kind:
        case "incident-opened" | "incident-updated":
            return replace(incident, **_said(incident, what))
        case "incident-restored" | "incident-reopened":
            restored_ms = what.get("restored_wall_ms")
            took_ms = None if restored_ms is None else _took_ms(incident, moment, opened_steady_ms)
            return replace(incident, restored_ms=restored_ms, took_ms=took_ms, closed_ms=None)
        case "incident-closed":
            return replace(incident, closed_ms=moment.wall_ms, mistaken=bool(what.get("mistaken")))
        case "incident-told":
            return replace(incident, told=(*incident.told, _told(moment)))
        case "fallback-asked" | "fallback-decided":
            return replace(incident, fallbacks=_fallbacks(incident.fallbacks, moment))
        case _:
            return incident


def _said(incident: IncidentStory, what: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what a line says of an incident; the site is the last that was named."""
    return {
        "site": str(what.get("site") or incident.site),
        "category": str(what.get("category") or incident.category),
        "text": str(what.get("text", "")),
        "cause": str(what.get("cause", "")),
        "solution": str(what.get("solution", "")),
        "estimated_ms": what.get("restore_expected_wall_ms"),
    }


def _fallbacks(before: tuple[Fallback, ...], moment: Moment) -> tuple[Fallback, ...]:
    """Returns what was asked for; a decision is about the last of them."""
    what = moment.what
    if moment.kind == "fallback-asked":
        asked = Fallback(act=str(what["act"]), text=str(what.get("text", "")), asked_ms=moment.wall_ms)
        return (*before, asked)
    if not before:
        return before
    decided = replace(
        before[-1],
        approved=bool(what["approved"]),
        decided_by=str(what.get("decided_by", "")),
        decided_ms=moment.wall_ms,
        note=str(what.get("note", "")),
    )
    return (*before[:-1], decided)


def _took_ms(incident: IncidentStory, moment: Moment, opened_steady_ms: int) -> int:
    """Returns how long it took: by the bridge's clock when both were said at once, else as people gave the times."""
    given_ms = int(moment.what["restored_wall_ms"]) - incident.opened_ms
    steady_ms = moment.steady_ms - opened_steady_ms
    said_at_once = abs(moment.wall_ms - int(moment.what["restored_wall_ms"])) < SAID_AT_ONCE_MS
    return steady_ms if said_at_once and given_ms < 0 else max(0, given_ms)


def _told(moment: Moment) -> Told:
    what = moment.what
    return Told(
        party=str(what.get("party", "")),
        at_ms=int(what.get("told_wall_ms") or moment.wall_ms),
        channel=str(what.get("channel", "")),
        by=moment.person,
    )


def whole_meeting(incidents: Iterable[IncidentStory]) -> tuple[IncidentStory, ...]:
    """Returns the incidents that concern no single site; the main endpoint answers for them."""
    return tuple(incident for incident in incidents if incident.site in ("", MAIN_SITE))
