"""A site's reports to the bridge: kept until they are answered, sent again after every way back into the meeting.

Rule: a report has a name of its own, so that sending it twice writes it once. At most `MOST_WAITING` wait; the oldest
is dropped then and says so.
"""

import secrets
import time
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from console.checks.check_messages import TickCheck
from console.checks.check_words import CheckItem, CheckResult, StageName
from console.commands import AnyCommand
from console.control.control_facts import OrderFacts
from console.control.control_messages import GiveCommand
from console.sites.site_facts import ReportFacts
from console.sites.site_messages import FromSiteMessage, ReportAttendance, ReportIncident, WishAnswered
from console.words import Outcome, Reason

MOST_WAITING: Final = 8

Report = ReportIncident | ReportAttendance


class SiteReports:
    """What one site has to report, over all its connections; lives on the event loop."""

    def __init__(self) -> None:
        self.incident: ReportFacts | None = None
        """The newest incident and what became of it."""
        self.attendance: ReportFacts | None = None
        self.order: OrderFacts | None = None
        """The newest command about other sites; one that was not answered before the connection ended has failed."""
        self._waiting: dict[str, Report] = {}
        self._ticks: dict[CheckItem, TickCheck] = {}
        """What was found of the check's items and is not answered: one for each item, of one stage."""
        self._opened_ms: dict[str, int] = {}
        """When each waiting incident was noticed (wall clock)."""

    def add_incident(self, text: str, opened_ms: int | None = None) -> Report:
        """Keeps an incident that was noticed at a moment of this machine's wall clock; returns what is to be sent."""
        report = ReportIncident(wish_id=secrets.token_hex(8), text=text)
        self.incident = _begun(report, text)
        self._opened_ms[report.wish_id] = self.incident.made_ms if opened_ms is None else opened_ms
        report = self._as_of_now(report)
        return self._keep(report)

    def add_attendance(self, head_count: int | None, in_charge: str) -> Report:
        """Keeps who is there, in place of what was to be said before, and returns what is to be sent."""
        for wish_id in [key for key, report in self._waiting.items() if isinstance(report, ReportAttendance)]:
            del self._waiting[wish_id]
        report = ReportAttendance(wish_id=secrets.token_hex(8), head_count=head_count, in_charge=in_charge)
        self.attendance = _begun(report, in_charge)
        return self._keep(report)

    def add_tick(self, stage: StageName, item: CheckItem, result: CheckResult, note: str, by: str) -> TickCheck:
        """Keeps what was found of an item, in place of what waits for the same; returns what is to be sent."""
        tick = TickCheck(wish_id=secrets.token_hex(8), stage=stage, item=item, result=result, note=note, by=by)
        self._ticks = {known: waiting for known, waiting in self._ticks.items() if waiting.stage == stage}
        self._ticks[item] = tick
        return tick

    def begin_order(self, command: AnyCommand) -> GiveCommand:
        """Notes a command about other sites and returns what is to be sent; it is sent once, never late."""
        message = GiveCommand(wish_id=secrets.token_hex(8), command=command)
        self.order = OrderFacts(wish_id=message.wish_id, command=command, made_ms=_wall_ms())
        return message

    def order_lost(self) -> None:
        """Notes that the last command did not reach the bridge."""
        if self.order is not None and self.order.outcome is None:
            self.order = replace(self.order, outcome=Outcome.FAILED, reason=Reason.SITE_NOT_CONNECTED)

    def send_all(self, say: Callable[[FromSiteMessage], object]) -> None:
        """Sends everything that has no answer yet."""
        for report in self._waiting.values():
            say(self._as_of_now(report))
        for tick in self._ticks.values():
            say(tick)

    def answered(self, answer: WishAnswered) -> None:
        """Takes what became of a report."""
        self._waiting.pop(answer.wish_id, None)
        self._opened_ms.pop(answer.wish_id, None)
        self._ticks = {item: tick for item, tick in self._ticks.items() if tick.wish_id != answer.wish_id}
        self._end(answer.wish_id, answer.outcome, answer.reason)

    def _as_of_now(self, report: Report) -> Report:
        """Returns an incident with its age as it is when it is sent."""
        opened_ms = self._opened_ms.get(report.wish_id)
        if opened_ms is None or not isinstance(report, ReportIncident):
            return report
        return replace(report, opened_ago_ms=max(0, _wall_ms() - opened_ms))

    def _keep(self, report: Report) -> Report:
        self._waiting[report.wish_id] = report
        while len(self._waiting) > MOST_WAITING:
            oldest = next(iter(self._waiting))
            del self._waiting[oldest]
            self._opened_ms.pop(oldest, None)
            self._end(oldest, Outcome.FAILED, Reason.SITE_NOT_CONNECTED)
        return report

    def _end(self, wish_id: str, outcome: Outcome, reason: Reason | None) -> None:
        if self.incident is not None and self.incident.wish_id == wish_id:
            self.incident = replace(self.incident, outcome=outcome, reason=reason)
        if self.order is not None and self.order.wish_id == wish_id:
            self.order = replace(self.order, outcome=outcome, reason=reason)
        if self.attendance is not None and self.attendance.wish_id == wish_id:
            self.attendance = replace(self.attendance, outcome=outcome, reason=reason)


def _begun(report: Report, text: str) -> ReportFacts:
    return ReportFacts(wish_id=report.wish_id, text=text, made_ms=_wall_ms())


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
