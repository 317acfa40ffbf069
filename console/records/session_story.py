"""What a session's log tells: sites and their connections, speeches, podium acts, what went wrong.

Rule: computed from the lines alone and without words, so that whoever has the log comes to the same facts. Moments are
wall-clock milliseconds (UTC), lengths of time are measured by the bridge's own clock; what the log does not say is
None, never 0.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from console.entries import Line, SiteExpected
from console.office.meeting import Confidentiality
from console.records.moments import Fact, Moment
from console.records.outages import Outage, outages_of
from console.words import AT_CONSOLES, FloorSource, Reason, SessionKind, SiteId, SiteRole


class SiteStory(Fact):
    """One site's part; without `first_joined_ms` it was expected and never came."""

    site: SiteId
    number: int
    name: str
    role: SiteRole
    district: str
    first_joined_ms: int | None = None
    connected_ms: int = 0
    """Sum of its connections, up to the end or to the last line."""
    times_lost: int = 0
    connection_ms: int | None = None
    """The longest time from the podium's command to its picture and sound."""
    outages: tuple[Outage, ...] = ()


class SpeechStory(Fact):
    """A speech; without `took_ms` it went on when the log ended."""

    site: SiteId
    started_ms: int
    took_ms: int | None = None
    source: FloorSource | None = None
    reason: Reason | None = None


class PodiumStory(Fact):
    """A podium act and what came of it."""

    site: SiteId
    taken_ms: int
    connection_ms: int | None = None
    failed: Reason | None = None


class SessionStory(Fact, kw_only=True):
    """The whole of it; without `ended_ms` the session was running when the log was read."""

    session: str
    meeting_uid: str
    title: str
    kind: SessionKind | None
    profile_id: str
    profile_hash: str
    profile_version: str = ""
    program_version: str
    confidential: bool = False
    """At some moment the meeting's file said restricted or state secret: no content of it leaves."""
    started_ms: int
    ended_ms: int | None
    last_ms: int
    took_ms: int = 0
    """From the first line to the last, by the bridge's own clock."""
    sites: tuple[SiteStory, ...]
    speeches: tuple[SpeechStory, ...]
    podium: tuple[PodiumStory, ...]
    floor_requests: int
    people: tuple[str, ...]
    """Who gave commands, in order of their first."""
    moments: tuple[Moment, ...]

    def name_of(self, site: SiteId) -> str:
        """Returns a site's number and name, or its identifier when the log does not know it."""
        found = next((known for known in self.sites if known.site == site), None)
        return site if found is None else (f"{found.number} {found.name}" if found.number else found.name)


FAULT_KINDS = frozenset(
    {"violation-seen", "forgotten-microphone-seen", "opening-tried", "site-left", "site-went-old", "admission-denied"}
    | {"podium-rolled-back", "log-fell-behind", "nonsense-heard", "clock-stepped", "safe-stopped"}
)
"""Kinds that always mean that something was not as it should be; `is_fault` knows the others."""


def is_fault(moment: Moment) -> bool:
    """Tells whether a line belongs among incidents and alarms."""
    match moment.kind:
        case "engine-changed":
            return not moment.what.get("up") or bool(moment.what.get("text"))
        case "bridge-started":
            return bool(moment.what.get("restart"))
        case "preflight-ended":
            return not moment.what.get("passed")
        case kind:
            return kind in FAULT_KINDS or kind.startswith(("alarm-", "incident-"))


def tell(lines: Iterable[Line]) -> SessionStory:
    """Returns what a session's lines tell; raises `ValueError` when there is not one."""
    teller = _Teller()
    for line in lines:
        teller.hear(line)
    return teller.story()


class _Teller:
    """Gathers the story line by line, by the kinds and fields that stand in the file."""

    def __init__(self) -> None:
        self._first: Line | None = None
        self._last: Line | None = None
        self._steady_ms = 0
        self._started: dict[str, Any] = {}
        self._ended_ms: int | None = None
        self._version = ""
        self._confidential = False
        self._sites: dict[SiteId, SiteStory] = {}
        self._joined_ms: dict[SiteId, int] = {}
        self._speeches: list[SpeechStory] = []
        self._podium: list[PodiumStory] = []
        self._sources: dict[str, FloorSource] = {}
        self._people: dict[str, None] = {}
        self._moments: list[Moment] = []

    def hear(self, line: Line) -> None:
        what: dict[str, Any] = msgspec.to_builtins(line.entry)
        kind = what.pop("kind")
        self._steady_ms += self._since_last(line, restarted=kind == "bridge-started")
        self._first = self._first or line
        self._last = line
        moment = Moment(
            number=line.number,
            wall_ms=line.wall_ms,
            kind=kind,
            what=what,
            steady_ms=self._steady_ms,
            person="" if line.actor is None else line.actor.person,
        )
        self._moments.append(moment)
        self._hear_session(moment)
        self._hear_sites(moment)
        self._hear_floor(moment)
        self._hear_podium(moment)

    def _since_last(self, line: Line, *, restarted: bool) -> int:
        """Returns the milliseconds since the line before; a bridge that was started anew has a clock of its own."""
        if self._last is None:
            return 0
        steady_ms = line.monotonic_ms - self._last.monotonic_ms
        return max(0, line.wall_ms - self._last.wall_ms if restarted or steady_ms < 0 else steady_ms)

    def _hear_session(self, moment: Moment) -> None:
        what = moment.what
        match moment.kind:
            case "session-started":
                self._started = what
                self._expect(what["expected"])
            case "directory-changed":
                self._expect(what["expected"])
            case "bridge-started":
                self._version = what["program_version"]
            case "meeting-file-taken":
                self._confidential |= what["file"].get("confidentiality", Confidentiality.OPEN) != Confidentiality.OPEN
            case "session-ended":
                self._ended_ms = moment.wall_ms
            case "command-asked" if what["actor"]["role"] in AT_CONSOLES and what["actor"]["person"]:
                self._people.setdefault(what["actor"]["person"])
            case _:
                pass

    def _expect(self, expected: Iterable[dict[str, Any]]) -> None:
        """Takes the list of sites; one that was taken off the list keeps its story."""
        for site in msgspec.convert(list(expected), list[SiteExpected]):
            told = self._sites.get(site.site)
            story = SiteStory(
                site=site.site, number=site.number, name=site.name, role=site.role, district=site.district
            )
            self._sites[site.site] = story if told is None else _renamed(told, story)

    def _hear_sites(self, moment: Moment) -> None:
        site = moment.what.get("site")
        if site not in self._sites:
            return
        match moment.kind:
            case "site-joined":
                self._joined_ms.setdefault(site, moment.steady_ms)
                if self._sites[site].first_joined_ms is None:
                    self._change(site, first_joined_ms=moment.wall_ms)
            case "site-left":
                self._change(site, times_lost=self._sites[site].times_lost + 1)
                self._disconnect(site, moment.steady_ms)
            case _:
                pass

    def _disconnect(self, site: SiteId, steady_ms: int) -> None:
        joined_ms = self._joined_ms.pop(site, None)
        if joined_ms is not None:
            self._change(site, connected_ms=self._sites[site].connected_ms + steady_ms - joined_ms)

    def _change(self, site: SiteId, **values: int) -> None:
        self._sites[site] = replace(self._sites[site], **values)

    def _hear_floor(self, moment: Moment) -> None:
        what = moment.what
        match moment.kind:
            case "floor-requested":
                self._sources[what["request_id"]] = FloorSource(what["source"])
            case "speech-started":
                source = self._sources.get(what["request_id"] or "")
                self._speeches.append(SpeechStory(site=what["site"], started_ms=what["at_wall_ms"], source=source))
            case "speech-ended" if self._speeches:
                reason = Reason(what["reason"]) if what["reason"] else None
                self._speeches[-1] = replace(self._speeches[-1], took_ms=what["took_ms"], reason=reason)
            case _:
                pass

    def _hear_podium(self, moment: Moment) -> None:
        what = moment.what
        match moment.kind:
            case "podium-taken":
                self._podium.append(PodiumStory(site=what["site"], taken_ms=moment.wall_ms))
            case "podium-verified" if self._podium:
                took_ms: int | None = what["connection_ms"]
                self._podium[-1] = replace(self._podium[-1], connection_ms=took_ms)
                if took_ms is not None and what["site"] in self._sites:
                    longest_ms = max(took_ms, self._sites[what["site"]].connection_ms or 0)
                    self._change(what["site"], connection_ms=longest_ms)
            case "podium-rolled-back" if self._podium:
                self._podium[-1] = replace(self._podium[-1], failed=Reason(what["reason"]))
            case _:
                pass

    def story(self) -> SessionStory:
        if self._first is None or self._last is None:
            raise ValueError("There is not one line in this log.")
        started = self._started
        for site in list(self._joined_ms):
            self._disconnect(site, self._steady_ms)
        outages = outages_of(self._moments)
        told = [replace(site, outages=outages.get(site.site, ())) for site in self._sites.values()]
        return SessionStory(
            session=self._first.session,
            meeting_uid=self._first.meeting_uid,
            title=started.get("title", ""),
            kind=SessionKind(started["kind_of_session"]) if started else None,
            profile_id=started.get("profile_id", ""),
            profile_hash=self._first.profile_hash,
            profile_version=started.get("profile_version", ""),
            program_version=self._version,
            confidential=self._confidential,
            started_ms=self._first.wall_ms,
            ended_ms=self._ended_ms,
            last_ms=self._last.wall_ms,
            took_ms=self._steady_ms,
            sites=tuple(sorted(told, key=lambda site: (site.role, site.number))),
            speeches=tuple(self._speeches),
            podium=tuple(self._podium),
            floor_requests=len(self._sources),
            people=tuple(self._people),
            moments=tuple(self._moments),
        )


def _renamed(told: SiteStory, listed: SiteStory) -> SiteStory:
    return replace(told, number=listed.number, name=listed.name, role=listed.role, district=listed.district)
