"""Phụ lục III, the ledger of meetings, and the statistics of a period, as data.

Rule: only official sessions count; tests and rehearsals are left out and said. Sessions of one meeting are one row.
What no log tells (how many attended) stays empty and is never zero. Sources: Bình Định article 16 and annex III; Đồng
Nai article 14 clause 4; Bắc Kạn article 14.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from console.records import form_times
from console.records.incident_story import IncidentStory
from console.records.incident_words import incident_line
from console.records.moments import Fact
from console.records.session_facts import SessionFacts, SiteFacts
from console.records.session_form import SHORT_OUTAGE_MS
from console.regulation.calendar import day_of
from console.words import SessionKind, SiteId


class Held(Fact):
    """A session with what the office knows of its meeting."""

    facts: SessionFacts
    host_unit: str = ""
    subject: str = ""
    attendees: int | None = None
    """Of the registration, used when no site told how many it has."""


class LedgerRow(Fact):
    """A meeting in the ledger."""

    number: int
    session: str
    subject: str
    start_ms: int
    end_ms: int | None
    main: str
    satellites: tuple[str, ...]
    attendees: int | None
    incident_note: str


class Counts(Fact):
    """Sums over some meetings; times are milliseconds."""

    meetings: int = 0
    endpoint_sessions: int = 0
    attendees: int | None = None
    with_incident: int = 0
    incidents: int = 0
    interrupted_ms: int = 0
    held_ms: int = 0


class SiteCounts(Fact):
    """A site over a period."""

    site: SiteId
    name: str
    expected: int = 0
    joined: int = 0
    connected_ms: int = 0
    outages: int = 0
    interrupted_ms: int = 0
    incidents: Mapping[str, int] = {}
    """By category."""


class Statistics(Fact):
    """A period's statistics; each group by its name in order."""

    from_ms: int
    until_ms: int
    """Not included."""
    total: Counts
    by_main: tuple[tuple[str, Counts], ...]
    by_host: tuple[tuple[str, Counts], ...]
    by_month: tuple[tuple[str, Counts], ...]
    sites: tuple[SiteCounts, ...]
    left_out: int
    """Tests and rehearsals in the period."""


class Ledger(Fact):
    """The rows of a period with their statistics."""

    rows: tuple[LedgerRow, ...]
    statistics: Statistics


def ledger(held: Iterable[Held], from_ms: int, until_ms: int) -> Ledger:
    """Returns the ledger of the sessions that began in a period, `until_ms` not included, in order of time."""
    within = [one for one in held if from_ms <= one.facts.story.started_ms < until_ms]
    official = sorted(filter(_counts, within), key=lambda one: one.facts.story.started_ms)
    meetings = _meetings(official)
    return Ledger(
        rows=tuple(_row(number, sessions) for number, sessions in enumerate(meetings, start=1)),
        statistics=Statistics(
            from_ms=from_ms,
            until_ms=until_ms,
            total=_sum(meetings),
            by_main=_grouped(meetings, _main),
            by_host=_grouped(meetings, _host),
            by_month=_grouped(meetings, _month),
            sites=_sites(official),
            left_out=len(within) - len(official),
        ),
    )


def _counts(held: Held) -> bool:
    return held.facts.story.kind is SessionKind.OFFICIAL


def _meetings(official: Iterable[Held]) -> list[list[Held]]:
    """Returns the sessions by meeting: one that was interrupted and opened again is one meeting."""
    found: dict[str, list[Held]] = {}
    for one in official:
        found.setdefault(one.facts.story.meeting_uid or one.facts.story.session, []).append(one)
    return list(found.values())


# ---------------------------------------------------------------- one meeting


def _row(number: int, sessions: Sequence[Held]) -> LedgerRow:
    first, last = sessions[0].facts.story, sessions[-1].facts.story
    return LedgerRow(
        number=number,
        session=first.session,
        subject=_subject(sessions),
        start_ms=first.started_ms,
        end_ms=last.ended_ms,
        main=_main(sessions),
        satellites=_joined(sessions),
        attendees=_attendees(sessions),
        incident_note=_note(sessions),
    )


def _subject(sessions: Sequence[Held]) -> str:
    return next((one.subject or one.facts.story.title for one in sessions), "")


def _main(sessions: Sequence[Held]) -> str:
    return next((one.facts.main.name for one in sessions if one.facts.main is not None), "")


def _host(sessions: Sequence[Held]) -> str:
    return next((one.host_unit for one in sessions if one.host_unit), "")


def _month(sessions: Sequence[Held]) -> str:
    day = day_of(sessions[0].facts.story.started_ms)
    return f"{day.year}-{day.month:02}"


def _joined(sessions: Sequence[Held]) -> tuple[str, ...]:
    """Returns the satellites that were there, in order of number."""
    there = {site.site: site for one in sessions for site in one.facts.satellites if site.joined}
    return tuple(site.name for site in sorted(there.values(), key=lambda site: site.number))


def _attendees(sessions: Sequence[Held]) -> int | None:
    told = [one.facts.attendees for one in sessions if one.facts.attendees is not None]
    registered = [one.attendees for one in sessions if one.attendees is not None]
    return max(told) if told else max(registered, default=None)


def _incidents(sessions: Sequence[Held]) -> list[tuple[Held, IncidentStory]]:
    return [(one, incident) for one in sessions for incident in one.facts.incidents]


def _interrupted(sessions: Sequence[Held]) -> list[SiteFacts]:
    """Returns the sites that were away for longer than what is only summed."""
    return [site for one in sessions for site in one.facts.sites if _long(site)]


def _long(site: SiteFacts) -> bool:
    return any(outage.took_ms >= SHORT_OUTAGE_MS for outage in site.outages)


def _note(sessions: Sequence[Held]) -> str:
    lines = [_incident(one, incident) for one, incident in _incidents(sessions)]
    lines += [f"{site.name}: mất kết nối {form_times.length_words(site.away_ms)}" for site in _interrupted(sessions)]
    return "\n".join(lines)


def _incident(held: Held, incident: IncidentStory) -> str:
    names = {site.site: site.name for site in held.facts.sites}
    told = incident_line(incident, held.facts.story.started_ms)
    return f"{names[incident.site]}: {told}" if incident.site in names else told


# ---------------------------------------------------------------- sums


def _sum(meetings: Iterable[Sequence[Held]]) -> Counts:
    meetings = list(meetings)
    attendees = [told for sessions in meetings if (told := _attendees(sessions)) is not None]
    every = [one for sessions in meetings for one in sessions]
    return Counts(
        meetings=len(meetings),
        endpoint_sessions=sum(len(_joined(sessions)) + 1 for sessions in meetings),
        attendees=sum(attendees) if attendees else None,
        with_incident=sum(bool(_incidents(sessions) or _interrupted(sessions)) for sessions in meetings),
        incidents=sum(len(one.facts.incidents) for one in every),
        interrupted_ms=sum(one.facts.away_ms for one in every),
        held_ms=sum(
            (one.facts.story.ended_ms or one.facts.story.last_ms) - one.facts.story.started_ms for one in every
        ),
    )


def _grouped(
    meetings: Iterable[Sequence[Held]], name_of: Callable[[Sequence[Held]], str]
) -> tuple[tuple[str, Counts], ...]:
    groups: dict[str, list[Sequence[Held]]] = {}
    for sessions in meetings:
        groups.setdefault(name_of(sessions), []).append(sessions)
    return tuple((name, _sum(groups[name])) for name in sorted(groups))


def _sites(official: Iterable[Held]) -> tuple[SiteCounts, ...]:
    """Returns the sites that were expected at least once, by number; the newest name counts."""
    found: dict[SiteId, list[SiteFacts]] = {}
    for one in official:
        for site in one.facts.sites:
            found.setdefault(site.site, []).append(site)
    return tuple(_site(sites) for sites in sorted(found.values(), key=lambda sites: (sites[-1].number, sites[-1].name)))


def _site(sites: Sequence[SiteFacts]) -> SiteCounts:
    kinds = Counter(incident.category or "other" for site in sites for incident in site.incidents)
    return SiteCounts(
        site=sites[-1].site,
        name=sites[-1].name,
        expected=len(sites),
        joined=sum(site.joined for site in sites),
        connected_ms=sum(site.connected_ms for site in sites),
        outages=sum(len(site.outages) for site in sites),
        interrupted_ms=sum(site.away_ms for site in sites),
        incidents=dict(sorted(kinds.items())),
    )
