"""A meeting in which things happen, at the pace of a real one or many times faster: for what grows with the hours.

Rule: pure. `EACH_HOUR` says what an hour of events is. Everything that begins ends again, so that the state at the end
of an hour is as large as at its beginning, and whatever still grows is the window's own.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from console.floor.floor_facts import FloorRequest
from console.snapshot import (
    AlarmView,
    AnyView,
    FloorView,
    LineView,
    LogTailLine,
    LogView,
    OnDeckView,
    PodiumView,
    SilenceView,
    SiteView,
)
from console.words import AlarmKind, FloorSource, LinkState, PodiumPhase, Severity
from tests.bench.painted_meeting import PaintedMeeting
from tests.screenshots import scene as scenes

HOUR_MS = 3_600_000
EACH_HOUR = {"speeches": 20, "alarms": 30, "log lines": 600, "sites lost and back": 20, "orders of silence": 6}
"""Of a lively official meeting of a hundred sites: a speech every three minutes, a log line every six seconds."""
ALARMS_AT_ONCE, REQUESTS_AT_ONCE, TAIL_LINES = 5, 5, 12

AnyKind = TypeVar("AnyKind", bound=AnyView)


def hour_in_words() -> str:
    """Returns what an hour of events is."""
    return ", ".join(f"{count} {name}" for name, count in EACH_HOUR.items())


class BusyMeeting(PaintedMeeting):
    """A painted meeting in which `times` hours of events pass in one."""

    def __init__(self, sites: int, now_ms: int, times: float, hours: float | None = None) -> None:
        super().__init__(sites, now_ms, hours)
        self._sites, self._began_ms, self._times = sites, now_ms, times
        self._happened = dict.fromkeys(EACH_HOUR, 0)
        self._acts: dict[str, Callable[[int], None]] = {
            "speeches": self._speak,
            "alarms": self._alarm,
            "log lines": self._log,
            "sites lost and back": self._lose,
            "orders of silence": self._silence,
        }
        self._put: dict[str, AnyView] = {}
        self._gone: list[str] = []
        self._now_ms = now_ms

    def happened(self, now_ms: int, put: dict[str, AnyView]) -> tuple[dict[str, AnyView], tuple[str, ...]]:
        """Returns the changes of everything that was due since the last call."""
        self._now_ms, self._put, self._gone = now_ms, dict(put), []
        for kind, each_hour in EACH_HOUR.items():
            due = int((now_ms - self._began_ms) * self._times * each_hour / HOUR_MS)
            for number in range(self._happened[kind] + 1, due + 1):
                self._acts[kind](number)
            self._happened[kind] = due
        return self._put, tuple(self._gone)

    def _view(self, key: str, kind: type[AnyKind]) -> AnyKind:
        view = self._put.get(key) or self._views[key]
        assert isinstance(view, kind)
        return view

    def _change(self, number: int, **changes: object) -> None:
        key = f"site/{self._site(number)}"
        self._put[key] = msgspec.structs.replace(self._view(key, SiteView), **changes)

    def _site(self, number: int) -> str:
        return scenes.site_id(number % self._sites + 1)

    def _speak(self, number: int) -> None:
        """One site leaves the podium, the next one speaks, one more is on deck; the queue moves up."""
        before = self._view("podium", PodiumView)
        for site in filter(None, (before.site, self._view("on_deck", OnDeckView).site)):
            self._put[f"site/{site}"] = msgspec.structs.replace(
                self._view(f"site/{site}", SiteView),
                on_podium=False, on_deck=False, ready=False, microphone=scenes.closed_microphone(),
            )  # fmt: skip
        now_ms = self._now_ms
        self._change(number, on_podium=True, queue_place=None, queue_source=None, microphone=scenes.open_microphone())
        self._change(number + 1, on_deck=True, ready=True)
        self._put["podium"] = PodiumView(
            phase=PodiumPhase.ON_AIR, site=self._site(number), slots=(self._site(number),), since_ms=now_ms,
            can_return=True, last_connection_ms=90 + number % 70,
        )  # fmt: skip
        self._put["on_deck"] = OnDeckView(site=self._site(number + 1), since_ms=now_ms, picture_ok=True, sound_ok=True)
        places = range(1, REQUESTS_AT_ONCE + 1)
        for place in places:
            self._change(number + place, queue_place=place, queue_source=FloorSource.SATELLITE)
        self._put["floor"] = FloorView(
            requests=tuple(self._request(number + place) for place in places),
            speaker=self._site(number), speech_started_ms=now_ms, speech_limit_seconds=300,
        )  # fmt: skip

    def _request(self, number: int) -> FloorRequest:
        return FloorRequest(
            request_id=f"r{number}", site=self._site(number), source=FloorSource.SATELLITE, note="",
            asked_ms=self._now_ms - 60_000,
        )  # fmt: skip

    def _alarm(self, number: int) -> None:
        """A line turns bad, the one before is taken, an old one is over and gone."""
        self._put[f"alarm/b{number}"] = AlarmView(
            alarm_id=f"b{number}", kind=AlarmKind.LINE, severity=Severity.WARNING,
            sites=(self._site(7 * number),), since_ms=self._now_ms,
        )  # fmt: skip
        if number > 1:
            self._take(f"alarm/b{number - 1}")
        if number > ALARMS_AT_ONCE:
            self._put.pop(f"alarm/b{number - ALARMS_AT_ONCE}", None)
            self._gone.append(f"alarm/b{number - ALARMS_AT_ONCE}")

    def _take(self, key: str) -> None:
        self._put[key] = msgspec.structs.replace(self._view(key, AlarmView), taken_by="Hà", taken_ms=self._now_ms)

    def _log(self, number: int) -> None:
        """One more line; the tail holds the last ones."""
        log = self._view("log", LogView)
        line = LogTailLine(
            number=log.lines + 1, wall_ms=self._now_ms, kind="on-deck-changed", site=self._site(number),
            what={"kind": "on-deck-changed", "site": self._site(number)},
        )  # fmt: skip
        tail = _last((*log.tail, line), TAIL_LINES)
        self._put["log"] = msgspec.structs.replace(log, lines=line.number, durable_lines=line.number, tail=tail)

    def _lose(self, number: int) -> None:
        """A site is lost; the one that was lost before is back."""
        self._change(11 * number, link=LinkState.LOST, link_since_ms=self._now_ms, line=LineView())
        if number > 1:
            line = scenes.site_view(1).line
            self._change(11 * (number - 1), link=LinkState.LIVE, link_since_ms=self._now_ms, line=line, attempts=number)

    def _silence(self, number: int) -> None:
        """All are silenced anew: every site's microphone is ordered, reported and observed closed."""
        del number
        now_ms = self._now_ms
        closed = msgspec.structs.replace(
            scenes.closed_microphone(), commanded_ms=now_ms, reported_ms=now_ms, observed_ms=now_ms
        )
        speaker = self._view("podium", PodiumView).site
        for key in self._rates:
            if self._view(key, SiteView).site != speaker:
                self._put[key] = msgspec.structs.replace(self._view(key, SiteView), microphone=closed)
        self._put["silence"] = SilenceView(
            in_force=True, since_ms=now_ms, confirmed=self._sites - 1, wanted=self._sites - 1
        )


def _last(lines: Iterable[LogTailLine], count: int) -> tuple[LogTailLine, ...]:
    return tuple(lines)[-count:]
