"""What a session's log says of each site for the forms: when it was away, what went wrong, what was checked.

Rule: computed from the log's lines by the kinds and fields that stand in the file, so that a log of any version can be
read; what the log does not say is None or empty. Lengths of time are measured by the bridge's own clock, which nobody
sets; moments are the wall clock's, as people knew them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from console.check_words import CheckItem, CheckResult
from console.records.outages import Outage
from console.records.session_story import Fact, Moment, SessionStory
from console.words import MAIN_SITE, SiteId, SiteRole

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


class CheckMarkStory(Fact):
    """One mark of the technical check."""

    stage: str
    item: CheckItem
    result: CheckResult
    value: str
    note: str
    by: str
    """Empty: measured by the bridge."""
    at_ms: int


class SiteFacts(Fact):
    """One site of a session."""

    site: SiteId
    number: int
    name: str
    role: SiteRole
    district: str = ""
    joined: bool = False
    first_joined_ms: int | None = None
    connected_ms: int = 0
    outages: tuple[Outage, ...] = ()
    incidents: tuple[IncidentStory, ...] = ()
    marks: tuple[CheckMarkStory, ...] = ()
    connection_ms: int | None = None
    """From the podium's command until it was heard and seen on both sides (Đắk Lắk I.3), the longest."""
    head_count: int | None = None
    in_charge: str = ""

    @property
    def away_ms(self) -> int:
        """How long it was away in all."""
        return sum(outage.took_ms for outage in self.outages)

    def marked(self, item: CheckItem) -> CheckMarkStory | None:
        """Returns the newest mark of an item."""
        return next((mark for mark in reversed(self.marks) if mark.item is item), None)


class SessionFacts(Fact):
    """All sites of a session, the main endpoint first."""

    story: SessionStory
    sites: tuple[SiteFacts, ...]
    incidents: tuple[IncidentStory, ...]
    """All, those without a site too, in order of opening."""

    @property
    def main(self) -> SiteFacts | None:
        """The main endpoint."""
        return next((site for site in self.sites if site.role is SiteRole.MAIN_ENDPOINT), None)

    @property
    def satellites(self) -> tuple[SiteFacts, ...]:
        """All others."""
        return tuple(site for site in self.sites if site.role is not SiteRole.MAIN_ENDPOINT)

    @property
    def attendees(self) -> int | None:
        """Sum of the head counts that were told; None when none was."""
        told = [site.head_count for site in self.sites if site.head_count is not None]
        return sum(told) if told else None

    @property
    def held_ms(self) -> int:
        """How long it was held, up to its end or to the log's."""
        return self.story.took_ms

    @property
    def away_ms(self) -> int:
        """Sum of the times in which a site was away."""
        return sum(site.away_ms for site in self.sites)


def facts_of(story: SessionStory) -> SessionFacts:
    """Returns what the log says of each site."""
    incidents = incidents_of(story.moments)
    marks, attendance = _marks(story.moments), _attendance(story.moments)
    sites = tuple(
        SiteFacts(
            site=site.site,
            number=site.number,
            name=site.name,
            role=site.role,
            district=site.district,
            joined=site.first_joined_ms is not None,
            first_joined_ms=site.first_joined_ms,
            connected_ms=site.connected_ms,
            outages=site.outages,
            incidents=tuple(incident for incident in incidents if incident.site == site.site),
            marks=tuple(marks.get(site.site, ())),
            connection_ms=site.connection_ms,
            **attendance.get(site.site, {}),
        )
        for site in story.sites
    )
    return SessionFacts(story=story, sites=sites, incidents=incidents)


# ---------------------------------------------------------------- incidents


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


# ---------------------------------------------------------------- checks and attendance


def _marks(moments: Iterable[Moment]) -> dict[SiteId, list[CheckMarkStory]]:
    found: dict[SiteId, list[CheckMarkStory]] = {}
    for moment in moments:
        if moment.kind == "check-item-noted":
            found.setdefault(str(moment.what["site"]), []).append(_mark(moment))
    return found


def _mark(moment: Moment) -> CheckMarkStory:
    what = moment.what
    return CheckMarkStory(
        stage=str(what.get("stage", "")),
        item=msgspec.convert(what["item"], CheckItem),
        result=msgspec.convert(what["result"], CheckResult),
        value=" ".join(filter(None, (str(what.get("value", "")), str(what.get("unit", ""))))),
        note=str(what.get("note", "")),
        by=str(what.get("by", "")),
        at_ms=moment.wall_ms,
    )


def _attendance(moments: Iterable[Moment]) -> dict[SiteId, dict[str, Any]]:
    """Returns the last head count and person in charge that each site told."""
    found: dict[SiteId, dict[str, Any]] = {}
    for moment in moments:
        if moment.kind == "attendance-told":
            given = {name: moment.what.get(name) for name in ("head_count", "in_charge")}
            told = found.setdefault(str(moment.what["site"]), {})
            told |= {name: value for name, value in given.items() if value not in (None, "")}
    return found


def whole_meeting(incidents: Iterable[IncidentStory]) -> tuple[IncidentStory, ...]:
    """Returns the incidents that concern no single site; the main endpoint answers for them."""
    return tuple(incident for incident in incidents if incident.site in ("", MAIN_SITE))
