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
from console.records.session_story import Fact, Moment, SessionStory
from console.words import MAIN_SITE, SiteId, SiteRole

END_GRACE_MS = 60_000
"""A site that left in the last minute and stayed away has gone home; nobody lost it."""


class Outage(Fact):
    """A time in which nothing came from a site; without `to_ms` it lasted to the session's end."""

    from_ms: int
    to_ms: int | None
    took_ms: int


class Told(Fact):
    """Somebody was told of an incident."""

    party: str
    at_ms: int
    channel: str = ""
    by: str = ""


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
    handled_by: str = ""
    fallback: str = ""
    estimated_ms: int | None = None
    restored_ms: int | None = None
    closed_ms: int | None = None
    took_ms: int | None = None
    """From opening to restoring."""
    told: tuple[Told, ...] = ()
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
    def away_ms(self) -> int:
        """Sum of the times in which a site was away."""
        return sum(site.away_ms for site in self.sites)


def facts_of(story: SessionStory) -> SessionFacts:
    """Returns what the log says of each site."""
    away = _Away(story)
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
            outages=tuple(away.outages.get(site.site, ())),
            incidents=tuple(incident for incident in incidents if incident.site == site.site),
            marks=tuple(marks.get(site.site, ())),
            connection_ms=site.connection_ms,
            **attendance.get(site.site, {}),
        )
        for site in story.sites
    )
    return SessionFacts(story=story, sites=sites, incidents=incidents)


class _Away:
    """Follows who is silent since when, line by line."""

    def __init__(self, story: SessionStory) -> None:
        self.outages: dict[SiteId, list[Outage]] = {}
        self._there: set[SiteId] = set()
        self._since: dict[SiteId, Moment] = {}
        last: Moment | None = None
        for moment in story.moments:
            self._hear(moment, last)
            last = moment
        if last is not None:
            self._end(last)

    def _hear(self, moment: Moment, last: Moment | None) -> None:
        site = moment.what.get("site")
        match moment.kind:
            case "site-joined" | "site-came-back":
                self._there.add(str(site))
                self._back(str(site), moment)
            case "site-went-old" | "site-left" if site in self._there:
                self._since.setdefault(str(site), moment)
            case "bridge-started" if moment.what.get("restart") and last is not None:
                # A bridge that died says of nobody that it left; each site is away until it joins again.
                for there in self._there:
                    self._since.setdefault(there, last)
            case _:
                pass

    def _back(self, site: SiteId, moment: Moment) -> None:
        since = self._since.pop(site, None)
        if since is not None:
            outage = Outage(from_ms=since.wall_ms, to_ms=moment.wall_ms, took_ms=moment.steady_ms - since.steady_ms)
            self.outages.setdefault(site, []).append(outage)

    def _end(self, last: Moment) -> None:
        for site, since in self._since.items():
            took_ms = last.steady_ms - since.steady_ms
            if took_ms > END_GRACE_MS:
                self.outages.setdefault(site, []).append(Outage(from_ms=since.wall_ms, to_ms=None, took_ms=took_ms))


# ---------------------------------------------------------------- incidents


def incidents_of(moments: Iterable[Moment]) -> tuple[IncidentStory, ...]:
    """Returns the incidents in order of opening; each line of an incident adds what it tells."""
    found: dict[str, IncidentStory] = {}
    opened: dict[str, int] = {}
    for moment in moments:
        if not moment.kind.startswith("incident-"):
            continue
        id_ = str(moment.what.get("incident_id", moment.number))
        known = found.get(id_)
        if known is None:
            opened[id_] = moment.steady_ms
            known = _opened(id_, moment)
        found[id_] = _changed(known, moment, opened[id_])
    return tuple(found.values())


def _opened(id_: str, moment: Moment) -> IncidentStory:
    return IncidentStory(
        incident_id=id_,
        site=str(moment.what.get("site") or ""),
        opened_ms=int(moment.what.get("at_wall_ms") or moment.wall_ms),
        opened_by=moment.person,
    )


_TEXTS = {
    "category": ("category", "kind_of_incident", "incident"),
    "text": ("text",),
    "cause": ("cause",),
    "solution": ("solution",),
    "handled_by": ("handled_by", "responsible"),
    "fallback": ("fallback",),
}
"""The fields of an incident, each with the names under which lines carry it."""
_MOMENTS = {"estimated_ms": ("estimated_wall_ms", "eta_wall_ms"), "restored_ms": ("restored_wall_ms",)}


def _changed(incident: IncidentStory, moment: Moment, opened_steady_ms: int) -> IncidentStory:
    what = moment.what
    values: dict[str, Any] = {"changes": (*incident.changes, moment)}
    for fields in (_TEXTS, _MOMENTS):
        for field, names in fields.items():
            given = next((what[name] for name in names if what.get(name)), None)
            if given is not None:
                values[field] = given
    match moment.kind:
        case "incident-restored":
            values["restored_ms"] = int(what.get("restored_wall_ms") or what.get("at_wall_ms") or moment.wall_ms)
            values["took_ms"] = moment.steady_ms - opened_steady_ms
        case "incident-closed":
            values["closed_ms"] = moment.wall_ms
        case "incident-told" | "incident-notified":
            values["told"] = (*incident.told, _told(moment))
        case _:
            pass
    return replace(incident, **values)


def _told(moment: Moment) -> Told:
    what: Mapping[str, Any] = moment.what
    return Told(
        party=str(what.get("party") or what.get("whom") or what.get("name") or ""),
        at_ms=int(what.get("at_wall_ms") or moment.wall_ms),
        channel=str(what.get("channel") or ""),
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
