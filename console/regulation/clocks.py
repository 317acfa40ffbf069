"""The clocks of one meeting under its profile: what has to be done by when, and how each of them stands now.

Rules: a clock exists because an article asks for something; where the text names no time it has no end and is a
reminder only. A clock that ran out is late whatever happens later; who goes on all the same gives a reason, which is
kept. Pure: `now_wall_ms` is an argument.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from console.regulation.after import Statistic
from console.regulation.before import Moment, Response
from console.regulation.calendar import Calendar, day_of
from console.regulation.deadlines import Due, due
from console.regulation.limits import Limit, Side
from console.regulation.periods import period_of, report_due
from console.regulation.profile import ProfileInForce
from console.regulation.province import Channel, Party


class ClockKind(StrEnum):
    REGISTRATION = "registration"
    RESPONSE = "response"
    NOTICE = "notice"
    CHECK = "check"
    MAIN_READY = "main_ready"
    CONNECT = "connect"
    HANDOVER = "handover"
    """Recording and documents handed over."""
    STATISTICS = "statistics"


class ClockState(StrEnum):
    WAITING = "waiting"
    """What it is counted from has not happened."""
    RUNNING = "running"
    NO_LIMIT = "no_limit"
    """To be done; the text names no time."""
    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    EXCUSED = "excused"
    """Late, and allowed with a reason."""


class MeetingFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a meeting; moments are milliseconds (UTC), None for what has not happened.

    `done` and `excused` are by a clock's key: when it was done, and why it may be late.
    """

    start_wall_ms: int
    end_wall_ms: int | None = None
    urgent: bool = False
    registered_wall_ms: int | None = None
    received_wall_ms: int | None = None
    confirmed_wall_ms: int | None = None
    refused: bool = False
    recording_asked: bool = False
    done: Mapping[str, int] = {}
    excused: Mapping[str, str] = {}


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that has to be done; `due` is None while its beginning is unknown, and where the text names no time."""

    key: str
    """Stable within a profile: `registration`, `check/T-1wd`, `notice/power` …"""
    kind: ClockKind
    article: str
    by: Party | None
    to: tuple[Party, ...] = ()
    channels: tuple[Channel, ...] = ()
    limit: Limit | None = None
    alternative: Due | None = None
    """The later end that the text allows too (Đắk Lắk's check: half a day, at least two hours)."""
    due: Due | None = None
    state: ClockState
    done_wall_ms: int | None = None
    reason: str = ""
    """Why it may be late."""

    @property
    def late(self) -> bool:
        """Whether it is, or was done, after its end."""
        return self.state in (ClockState.OVERDUE, ClockState.DONE_LATE, ClockState.EXCUSED)

    @property
    def last_wall_ms(self) -> int | None:
        """The last moment at which it is in time."""
        ends = [end.due_wall_ms for end in (self.due, self.alternative) if end is not None]
        return max(ends, default=None)


class _Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A clock before its state is known."""

    key: str
    kind: ClockKind
    article: str
    by: Party | None = None
    to: tuple[Party, ...] = ()
    channels: tuple[Channel, ...] = ()
    limit: Limit | None = None
    alternative: Due | None = None
    due: Due | None = None
    started: bool = True
    done_wall_ms: int | None = None


def all_clocks(profile: ProfileInForce, facts: MeetingFacts, calendar: Calendar, now_wall_ms: int) -> tuple[Clock, ...]:
    """Returns every clock that the profile sets for a meeting, in the order of the work."""
    making = _Making(profile, facts, calendar)
    return tuple(_judged(wanted, facts, now_wall_ms) for wanted in making.all())


class _Making:
    """Reads the profile's limits for one meeting."""

    def __init__(self, profile: ProfileInForce, facts: MeetingFacts, calendar: Calendar) -> None:
        self._profile, self._facts, self._calendar = profile, facts, calendar

    def all(self) -> Iterator[_Wanted]:
        yield from self._registration()
        yield from self._responses()
        yield from self._notices()
        yield from self._checks()
        yield from self._connecting()
        yield from self._handover()
        yield from self._statistics()

    def _before(self, limit: Limit | None) -> Due | None:
        if limit is None:
            return None
        return due(limit, self._facts.start_wall_ms, self._calendar, self._profile)

    def _after(self, limit: Limit | None, anchor_wall_ms: int | None) -> Due | None:
        if limit is None or anchor_wall_ms is None:
            return None
        return due(limit, anchor_wall_ms, self._calendar, self._profile, Side.AFTER)

    def _registration(self) -> Iterator[_Wanted]:
        rule = self._profile.regulation.registration
        urgent = self._facts.urgent
        limit = rule.urgent.limit if urgent else rule.normal
        yield _Wanted(
            key="registration",
            kind=ClockKind.REGISTRATION,
            article=(rule.urgent.article if urgent else "") or rule.article,
            by=Party.HOST_AGENCY,
            to=rule.urgent.recipients if urgent else rule.recipients,
            channels=rule.urgent.channels if urgent else rule.channels,
            limit=limit,
            due=self._before(limit),
            done_wall_ms=self._facts.registered_wall_ms,
        )

    def _responses(self) -> Iterator[_Wanted]:
        for response in self._profile.regulation.response:
            if response.act.value != "refuse" or self._facts.refused:
                yield self._response(response)

    def _response(self, response: Response) -> _Wanted:
        anchor = self._anchor(response.after)
        return _Wanted(
            key=f"response/{response.act.value}",
            kind=ClockKind.RESPONSE,
            article=response.article,
            by=response.by,
            to=response.send_to,
            channels=response.channels,
            limit=response.within,
            due=self._after(response.within, anchor),
            started=anchor is not None,
            done_wall_ms=self._facts.confirmed_wall_ms,
        )

    def _anchor(self, moment: Moment) -> int | None:
        facts = self._facts
        return facts.received_wall_ms if moment is Moment.RECEIVED else facts.confirmed_wall_ms

    def _notices(self) -> Iterator[_Wanted]:
        for notice in self._profile.regulation.notify:
            anchor = self._anchor(notice.after) if notice.within else self._facts.start_wall_ms
            yield _Wanted(
                key=f"notice/{notice.party.value}/{notice.subject.value}",
                kind=ClockKind.NOTICE,
                article=notice.article,
                by=notice.by,
                to=(notice.party,),
                channels=notice.channels,
                limit=notice.before or notice.within,
                due=self._before(notice.before) or self._after(notice.within, anchor),
                started=anchor is not None,
            )

    def _checks(self) -> Iterator[_Wanted]:
        for check in self._profile.regulation.checks:
            yield _Wanted(
                key=f"check/{check.stage}",
                kind=ClockKind.CHECK,
                article=check.article,
                by=check.by[0] if check.by else None,
                to=() if check.reported_to is None else (check.reported_to,),
                limit=check.before,
                due=self._before(check.before),
                alternative=self._before(check.alternative),
            )

    def _connecting(self) -> Iterator[_Wanted]:
        rule = self._profile.regulation.connect_before
        for key, kind, limit, by in (
            ("main_ready", ClockKind.MAIN_READY, rule.main_ready_before, Party.MAIN_ENDPOINT),
            ("connect", ClockKind.CONNECT, rule.before, Party.SATELLITES),
        ):
            if limit is not None:
                yield _Wanted(key=key, kind=kind, article=rule.article, by=by, limit=limit, due=self._before(limit))

    def _handover(self) -> Iterator[_Wanted]:
        rule, ended = self._profile.regulation.recording, self._facts.end_wall_ms
        if rule.handover is None or not self._facts.recording_asked:
            return
        yield _Wanted(
            key="handover",
            kind=ClockKind.HANDOVER,
            article=rule.article,
            by=rule.kept_by,
            to=() if rule.to is None else (rule.to,),
            limit=rule.handover,
            due=self._after(rule.handover, ended),
            started=ended is not None,
        )

    def _statistics(self) -> Iterator[_Wanted]:
        for statistic in self._profile.regulation.statistics:
            yield _Wanted(
                key=f"statistics/{statistic.kind.value}/{statistic.period.value}",
                kind=ClockKind.STATISTICS,
                article=statistic.article,
                by=statistic.by,
                to=() if statistic.to is None else (statistic.to,),
                due=self._statistic_due(statistic),
            )

    def _statistic_due(self, statistic: Statistic) -> Due:
        day, closing = day_of(self._facts.start_wall_ms), self._profile.regulation.closing
        period = period_of(day, statistic.period, closing)
        return report_due(statistic, period, self._calendar, self._profile)


def _judged(wanted: _Wanted, facts: MeetingFacts, now_wall_ms: int) -> Clock:
    done = facts.done.get(wanted.key, wanted.done_wall_ms)
    reason = facts.excused.get(wanted.key, "")
    clock = Clock(
        key=wanted.key,
        kind=wanted.kind,
        article=wanted.article,
        by=wanted.by,
        to=wanted.to,
        channels=wanted.channels,
        limit=wanted.limit,
        alternative=wanted.alternative,
        due=wanted.due,
        state=ClockState.RUNNING,
        done_wall_ms=done,
        reason=reason,
    )
    return msgspec.structs.replace(clock, state=_state(clock, now_wall_ms, started=wanted.started))


def _state(clock: Clock, now_wall_ms: int, *, started: bool) -> ClockState:
    last = clock.last_wall_ms
    at = now_wall_ms if clock.done_wall_ms is None else clock.done_wall_ms
    late = last is not None and at > last
    if late and clock.reason:
        return ClockState.EXCUSED
    if clock.done_wall_ms is not None:
        return ClockState.DONE_LATE if late else ClockState.DONE
    if not started:
        return ClockState.WAITING
    if last is None:
        return ClockState.NO_LIMIT
    return ClockState.OVERDUE if late else ClockState.RUNNING
