"""What a session's log says of each site for the forms: when it was away, what went wrong, what was checked.

Rule: computed from the log's lines by the kinds and fields that stand in the file, so that a log of any version can be
read; what the log does not say is None or empty. Lengths of time are measured by the bridge's own clock, which nobody
sets; moments are the wall clock's, as people knew them.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from console.checks.check_words import CheckItem, CheckResult
from console.records.incident_story import IncidentStory, incidents_of
from console.records.outages import Outage
from console.records.session_story import Fact, Moment, SessionStory
from console.words import SiteId, SiteRole


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
