"""What plots and heat map cost the GUI thread in a meeting of twelve hours: per second, per page, per step of a pan.

    python tests/bench/history_bench.py [--sites 200] [--hours 12] [--seconds 120] [--json]

Rule: CPU time of this thread, real painting, no screen. Seconds are played as fast as they go; what the store alone
costs is measured with the same changes and taken away. The large plots are open beside the map, which is more than an
operator of 200 sites sees.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from console.lines.line_history import HistoryPage, HistoryWanted, LinesWanted
from console.snapshot import SessionView
from tests.bench.figures import Figure
from tests.bench.measure import percentile
from tests.bench.painted_meeting import PaintedMeeting
from tests.screenshots import scene as scenes
from tests.screenshots.past import MadeUpPast, events
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.style import dress
from widgets.lines.line_column import LineColumn

WIDTH, HEIGHT, LARGE_HEIGHT = 600, 286, 330
PANS, ZOOMS = 60, 30
FRAME_MUST_MS, FRAME_STRETCH_MS = 33.0, 16.0


@dataclass
class PlayedClock:
    """A wall clock that the bench moves."""

    now_ms: int = scenes.NOW_MS

    def __call__(self) -> int:
        return self.now_ms


class Played:
    """A column over a meeting that began so many hours ago."""

    def __init__(self, sites: int, hours: float) -> None:
        self.clock = PlayedClock()
        self.store = Store(self.clock)
        self.meeting = PaintedMeeting(sites, self.clock.now_ms)
        self.past = MadeUpPast(sites, hours, lines=events())
        whole = self.meeting.whole()
        session = whole.views["session"]
        assert isinstance(session, SessionView)
        self.past.session = session.session or ""
        started = SessionView(
            running=True, session=session.session, started_ms=self.past.from_ms, expected_sites=sites
        )  # fmt: skip
        self.store.take(type(whole)(number=whole.number, views=whole.views | {"session": started}))
        self.host = QWidget()
        self.host.resize(WIDTH + 20, HEIGHT + LARGE_HEIGHT + 30)
        selection = Selection(self.store, self.host)
        self.column = LineColumn(self.store, selection, self.host)
        self.column.setGeometry(10, LARGE_HEIGHT + 20, WIDTH, HEIGHT)
        self.column.set_measures(theme.WIDE)
        self.column.set_large_area(QRect(10, 10, WIDTH, LARGE_HEIGHT))
        self.column.load()
        selection.choose(scenes.site_id(17))

    def second(self, *, shown: bool) -> None:
        """Plays one second."""
        self.clock.now_ms += 1000
        change = self.meeting.change(self.clock.now_ms)
        if change is not None:
            self.store.take(change)
        if shown:
            self.column.follow_time()
        paint()


def paint() -> None:
    """Gives the event loop one turn."""
    QApplication.processEvents()


TURNS = 6
"""Of the event loop until a moved time is drawn everywhere: the map, and each plot in a turn of its own."""


def cpu_ms(call: Callable[[], object]) -> float:
    """Returns the CPU time of this thread for a call."""
    before = time.thread_time()
    call()
    return (time.thread_time() - before) * 1000


def measure_history(sites: int = 200, hours: float = 12.0, seconds: int = 120) -> list[Figure]:
    """Returns the figures; needs a dressed application."""
    played = Played(sites, hours)
    alone = sum(cpu_ms(lambda: played.second(shown=False)) for _ in range(seconds)) / seconds
    attached = _attach(played)
    played.column.show_large()
    for _ in range(5):
        played.second(shown=True)
    each = [cpu_ms(lambda: played.second(shown=True)) for _ in range(seconds)]
    per_second = max(0.0, sum(each) / seconds - alone)
    frames = _frames(played)
    history = played.column.history
    assert history is not None
    played.host.close()
    megabytes = history.octets / 1e6
    return [
        Figure(
            name=f"plots and heat map of {sites} sites over {hours:g} h, CPU per second", unit="ms",
            measured=per_second, must=10, stretch=6, count=seconds, tried=seconds,
        ),
        Figure(name="the longest of these seconds, CPU", unit="ms", measured=max(each), count=seconds, tried=seconds),
        Figure(
            name="frame while panning and zooming, CPU p95", unit="ms",
            measured=percentile([sum(turns) for turns in frames], 0.95),
            must=FRAME_MUST_MS, stretch=FRAME_STRETCH_MS, count=len(frames), tried=len(frames),
        ),
        Figure(name="longest turn of the loop in such a frame, CPU", unit="ms", measured=max(map(max, frames))),
        Figure(name="taking a page of the past, longest CPU", unit="ms", measured=max(attached), count=len(attached)),
        Figure(name="taking the whole past, CPU", unit="ms", measured=sum(attached), count=len(attached)),
        Figure(name="memory of the figures", unit="MB", measured=megabytes),
    ]  # fmt: skip


def _attach(played: Played) -> list[float]:
    """Returns the CPU time of each page that a window takes when it comes late."""
    each: list[float] = []

    waiting: list[HistoryPage] = []

    def take(wanted: HistoryWanted) -> None:
        waiting.append(played.past.page(wanted))

    def tell(wanted: LinesWanted) -> None:
        column.take_lines(played.past.told(wanted))

    column = played.column
    column.page_wanted.connect(take)
    column.lines_wanted.connect(tell)
    played.host.show()
    paint()
    while waiting:
        page = waiting.pop()
        each.append(cpu_ms(lambda page=page: (column.take_page(page), paint())))
    return each


def _frames(played: Played) -> list[list[float]]:
    """Returns the CPU time of each step of moving and zooming over the whole meeting, by turns of the loop."""
    span = played.column.span
    span.show_whole()
    paint()
    frames: list[list[float]] = []

    def frame(move: Callable[[], object]) -> list[float]:
        return [cpu_ms(lambda: (move(), paint())), *(cpu_ms(paint) for _ in range(TURNS))]

    for step in range(ZOOMS):
        at_ms = span.from_ms + span.length_ms * 0.4
        factor = 0.8 if step < ZOOMS // 2 else 1 / 0.8
        frames.append(frame(partial(span.zoom, factor, at_ms)))
    span.zoom(0.2, span.from_ms + span.length_ms / 2)
    for step in range(PANS):
        by_ms = span.length_ms / 40 * (1 if step < PANS // 2 else -1)
        frames.append(frame(partial(span.pan, by_ms)))
    return frames


def main() -> None:
    """Prints the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sites", type=int, default=200)
    parser.add_argument("--hours", type=float, default=12)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    dress(application)
    figures = measure_history(options.sites, options.hours, options.seconds)
    if options.json:
        print(msgspec.json.encode(figures).decode())
        return
    for figure in figures:
        print(f"{figure.name:72} {figure.measured:8.2f} {figure.unit}  {figure.verdict}")


if __name__ == "__main__":
    main()
