"""Logs written line by line, for what a whole core would take long to come to: many sites, midnights, set clocks."""

from datetime import datetime, timedelta, timezone
from typing import Any

from console.checks.check_entries import CheckItemNoted
from console.checks.check_words import CheckItem, CheckResult
from console.commands import Actor
from console.entries import Line, SessionEnded, SessionStarted, SiteExpected, SiteJoined, SiteLeft
from console.entry import Entry
from console.incidents.incident_entries import (
    IncidentClosed,
    IncidentOpened,
    IncidentRestored,
    IncidentTold,
    IncidentUpdated,
)
from console.notes.note_entries import AttendanceTold
from console.records.session_facts import SessionFacts, facts_of
from console.records.session_form import Chain, FormHead, SessionForm, fill
from console.records.session_story import tell
from console.words import MAIN_SITE, IncidentCategory, NoticeChannel, Origin, Role, SessionKind, SiteRole

VIET_NAM = timezone(timedelta(hours=7))
HEAD = FormHead(
    place="Bình Định",
    governing_body="Ủy ban nhân dân tỉnh Bình Định",
    agency="Văn phòng Ủy ban nhân dân",
    host_unit="Văn phòng UBND tỉnh",
)
CHAIN = Chain(count=300, head="0123456789abcdef" * 4)
LAN = Actor(person="Lan", role=Role.OPERATOR, origin=Origin.WINDOW)


def moment_of(text: str) -> int:
    """Returns a moment of Viet Nam, as `2026-11-19 08:00:00`, in milliseconds (UTC)."""
    return int(datetime.fromisoformat(text).replace(tzinfo=VIET_NAM).timestamp() * 1000)


class Log:
    """A log that grows line by line; `set_clock` sets the wall clock and leaves the bridge's own alone."""

    def __init__(
        self,
        names: list[str],
        start: str = "2026-11-19 08:00:00",
        kind: SessionKind = SessionKind.OFFICIAL,
        session: str = "1800000000000-aaaa",
        meeting_uid: str = "cuoc-hop-1",
        title: str = "Họp giao ban ứng phó bão số 13",
    ) -> None:
        self.lines: list[Line] = []
        self._session, self._meeting = session, meeting_uid
        self._wall_ms, self._steady_ms = moment_of(start), 5_000_000
        sites = [SiteExpected(site=MAIN_SITE, number=0, name="Văn phòng UBND tỉnh", role=SiteRole.MAIN_ENDPOINT)]
        sites += [
            SiteExpected(site=f"s{number:03}", number=number, name=name, role=SiteRole.SATELLITE)
            for number, name in enumerate(names, start=1)
        ]
        self.add(
            SessionStarted(
                kind_of_session=kind,
                title=title,
                meeting_uid=meeting_uid,
                session=session,
                expected=tuple(sites),
                profile_id="vn-binh-dinh",
                profile_hash="ab" * 32,
            )
        )

    def add(self, entry: Entry, seconds: float = 0, actor: Actor | None = None) -> None:
        """Writes a line after so many seconds."""
        self.wait(seconds)
        self.lines.append(
            Line(
                number=len(self.lines) + 1,
                meeting_uid=self._meeting,
                session=self._session,
                profile_hash="ab" * 32,
                wall_ms=self._wall_ms,
                monotonic_ms=self._steady_ms,
                actor=actor,
                entry=entry,  # type: ignore[arg-type]
            )
        )

    @property
    def now_ms(self) -> int:
        return self._wall_ms

    def wait(self, seconds: float) -> None:
        self._wall_ms += round(seconds * 1000)
        self._steady_ms += round(seconds * 1000)

    def set_clock(self, by_seconds: float) -> None:
        self._wall_ms += round(by_seconds * 1000)

    def join(self, *sites: str) -> None:
        for site in sites:
            self.add(SiteJoined(site=site, address="10.0.0.1", kind_of_connection="program"))

    def lose(self, site: str, seconds: float) -> None:
        """Lets a site be away for so long."""
        self.add(SiteLeft(site=site))
        self.wait(seconds)
        self.join(site)

    def check(self, site: str, item: CheckItem, result: CheckResult, by: str = "", **more: Any) -> None:
        self.add(CheckItemNoted(site=site, stage="T-30min", item=item, result=result, by=by, **more))

    def incident(self, site: str | None, text: str, category: IncidentCategory, seconds: float) -> None:
        """An incident with all that is ever said of one."""
        id_ = f"i{len(self.lines)}"
        self.add(IncidentOpened(incident_id=id_, text=text, at_wall_ms=self._wall_ms, site=site, category=category))
        self.add(
            IncidentTold(
                incident_id=id_, party="VNPT Bình Định", channel=NoticeChannel.PHONE, told_wall_ms=self._wall_ms
            ),
            actor=LAN,
        )
        self.add(
            IncidentUpdated(
                incident_id=id_, text=text, category=category, site=site, cause="đứt cáp quang", solution="đấu lại"
            ),
            seconds,
        )
        self.add(IncidentRestored(incident_id=id_, restored_wall_ms=self._wall_ms))
        self.add(IncidentClosed(incident_id=id_))

    def attend(self, site: str, count: int) -> None:
        self.add(AttendanceTold(site=site, head_count=count, in_charge="Chủ tịch"))

    def end(self, seconds: float = 0) -> None:
        self.add(SessionEnded(), seconds)

    @property
    def facts(self) -> SessionFacts:
        return facts_of(tell(self.lines))

    @property
    def form(self) -> SessionForm:
        return fill(self.facts, CHAIN, HEAD)


def large_log(sites: int) -> Log:
    """Returns a meeting of so many sites, most of them there, one lost, one with a broken camera, one never seen."""
    log = Log([f"UBND xã {number}" for number in range(1, sites + 1)])
    log.join(MAIN_SITE, *(f"s{number:03}" for number in range(1, sites)))
    log.wait(600)
    log.lose("s001", 343)
    log.incident("s002", "camera không lên hình", IncidentCategory.DEVICE, 120)
    log.end(5400)
    return log
