"""The lines' history in a window: put together from pages and seconds, bounded, and never filled where nothing was."""

from dataclasses import dataclass

import msgspec
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.lines.line_history import HistoryPage, HistoryWanted, LineFigure, LinesWanted
from console.snapshot import AnyView, Delta, LineView, LogView
from console.words import LinkState
from tests.screenshots import scene as scenes
from tests.screenshots.past import MadeUpPast, events
from widgets.controls.store import Store
from widgets.lines.history import RECENT_STEP_MS, WHOLE_COLUMNS, WHOLE_STEP_MS, LineHistory
from widgets.lines.history_grid import LineGrid
from widgets.lines.history_span import HOUR_MS, SpanMode, TimeSpan

NOW_MS = scenes.NOW_MS
LOSS = LineFigure.LOSS_PERCENT


def seconds_of(*losses: float) -> np.ndarray:
    figures = np.full((4, len(losses)), np.nan, dtype=np.float32)
    figures[LOSS] = losses
    return figures


def edges(*seconds: int) -> np.ndarray:
    return np.array([NOW_MS // 60_000 * 60_000 + second * 1000 for second in seconds], dtype=np.int64)


# ---------------------------------------------------------------- the grid


def test_a_bucket_holds_lowest_mean_and_highest_of_its_seconds() -> None:
    grid, start = LineGrid(("s001",), 100, 5000), int(edges(0)[0])
    for second, loss in enumerate((1.0, 3.0, 2.0)):
        grid.put_second(start + second * 1000, seconds_of(loss))
    low, mean, high = grid.series(LOSS, "s001", edges(0, 5))
    assert (low[0], mean[0], high[0]) == (1.0, 2.0, 3.0)


def test_seconds_that_nobody_took_are_a_gap() -> None:
    grid, start = LineGrid(("s001",), 100, 5000), int(edges(0)[0])
    grid.put_second(start, seconds_of(1.0))
    grid.put_second(start + 22_000, seconds_of(2.0))
    assert np.array_equal(
        grid.highest(LOSS, edges(0, 5, 10, 15, 20, 25))[0], [1.0, np.nan, np.nan, np.nan, 2.0], equal_nan=True
    )


def test_what_was_not_measured_is_not_zero() -> None:
    grid, start = LineGrid(("s001", "s002"), 100, 5000), int(edges(0)[0])
    grid.put_second(start, seconds_of(1.0, np.nan))
    assert np.isnan(grid.highest(LOSS, edges(0, 5))[1, 0])


def test_the_ring_forgets_what_is_older_than_its_columns() -> None:
    grid, start = LineGrid(("s001",), 4, 5000), int(edges(0)[0])
    for bucket in range(6):
        grid.put_second(start + bucket * 5000, seconds_of(float(bucket)))
    found = grid.highest(LOSS, edges(0, 5, 10, 15, 20, 25, 30))[0]
    assert np.array_equal(found, [np.nan, np.nan, 2, 3, 4, 5], equal_nan=True)


def test_a_wide_interval_shows_its_worst_bucket_and_a_narrow_one_the_bucket_it_lies_in() -> None:
    grid, start = LineGrid(("s001",), 100, 5000), int(edges(0)[0])
    for bucket, loss in enumerate((0.0, 7.0, 0.0)):
        grid.put_second(start + bucket * 5000, seconds_of(loss))
    assert grid.highest(LOSS, edges(0, 15))[0, 0] == 7.0
    assert list(grid.highest(LOSS, edges(4, 5, 6, 7, 9, 10, 11))[0]) == [0.0, 7.0, 7.0, 7.0, 7.0, 0.0]


def test_a_page_and_own_seconds_together_lose_no_fault() -> None:
    grid, start = LineGrid(("s001",), 100, 5000), int(edges(0)[0])
    grid.put_second(start + 1000, seconds_of(1.0))
    told = np.full((4, 1, 1), np.nan, dtype="<f2")
    told[LOSS] = 6.0
    octets = told.tobytes()
    grid.put_page(
        HistoryPage(
            session="one", from_ms=start, until_ms=start + 5000, step_ms=5000, sites=("s001",),
            low=octets, mean=octets, high=octets,
        )
    )  # fmt: skip
    low, _, high = grid.series(LOSS, "s001", edges(0, 5))
    assert (low[0], high[0]) == (1.0, 6.0)


def test_twice_the_step_keeps_the_past_and_its_gaps() -> None:
    grid, start = LineGrid(("s001",), 8, 5000), int(edges(0)[0])
    for bucket, loss in enumerate((1.0, 4.0, np.nan, np.nan, 2.0, np.nan)):
        grid.put_second(start + bucket * 5000, seconds_of(loss))
    coarser = grid.coarser()
    assert coarser.step_ms == 10_000
    assert np.array_equal(coarser.highest(LOSS, edges(0, 10, 20, 30))[0], [4.0, np.nan, 2.0], equal_nan=True)


# ---------------------------------------------------------------- the history


@dataclass
class Watched:
    """A history over a scene; `clock` moves by hand, `wanted` is what was asked of the bridge."""

    store: Store
    history: LineHistory
    clock: list[int]
    wanted: list[HistoryWanted]
    lines_wanted: list[LinesWanted]
    number: int = 1

    def second(self, **changes: object) -> None:
        """Lets a second pass in which site 17 changes."""
        self.clock[0] += 1000
        if changes:
            self.number += 1
            view = self.store.site("s017")
            assert view is not None
            put: dict[str, AnyView] = {"site/s017": msgspec.structs.replace(view, **changes)}
            self.store.take(Delta(number=self.number, put=put))
        self.history.take_sample()

    def loss_of_17(self, from_ms: int, until_ms: int) -> float | None:
        row = self.history.sites.index("s017")
        found = float(self.history.highest_loss(np.array([from_ms, until_ms], dtype=np.int64))[row, 0])
        return None if np.isnan(found) else found


@pytest.fixture
def watched(dressed: QApplication) -> Watched:
    clock = [NOW_MS]
    store = Store(lambda: clock[0])
    history = LineHistory(store)
    made = Watched(store, history, clock, [], [])
    history.page_wanted.connect(made.wanted.append)
    history.lines_wanted.connect(made.lines_wanted.append)
    store.set_link_lost(True)
    store.take(scenes.busy_meeting().whole())
    store.set_link_lost(False)
    return made


def line(**figures: object) -> LineView:
    return LineView(**figures)  # type: ignore[arg-type]


def test_nothing_is_asked_or_collected_while_nobody_looks(watched: Watched) -> None:
    watched.second(line=line(loss_percent=9.0))
    assert watched.wanted == []
    assert watched.loss_of_17(NOW_MS, NOW_MS + 5000) is None


def test_whoever_looks_late_asks_for_the_last_hour_then_for_the_whole_meeting(watched: Watched) -> None:
    past = MadeUpPast(36, 1.4, lines=events())
    watched.history.watch()
    for _ in range(20):
        if len(watched.wanted) > past.pages:
            watched.history.take_page(past.page(watched.wanted[past.pages]))
    steps = [wanted.step_ms for wanted in watched.wanted]
    assert steps == sorted(steps)
    assert set(steps) == {RECENT_STEP_MS, WHOLE_STEP_MS}
    assert watched.loss_of_17(NOW_MS - 30_000, NOW_MS - 10_000) == pytest.approx(7.3, abs=0.1)
    gap_ms = past.until_ms - 470 * 5000
    assert watched.loss_of_17(gap_ms, gap_ms + 30_000) is None


def test_events_come_from_the_log_and_later_from_its_tail(watched: Watched) -> None:
    past = MadeUpPast(36, 1.4, lines=events())
    watched.history.watch()
    watched.history.take_lines(past.told(watched.lines_wanted[0]))
    assert [told.kind for told in watched.history.marks][:2] == ["podium-taken", "podium-taken"]
    stop = scenes.line(18_500, 0, "safe-stopped", order=9)
    watched.store.take(Delta(number=2, put={"log": LogView(lines=18_500, durable_lines=18_500, tail=(stop,))}))
    assert watched.history.marks[-1].kind == "safe-stopped"


def test_live_seconds_follow_the_deltas_and_a_lost_site_leaves_a_gap(watched: Watched) -> None:
    watched.history.watch()
    start = NOW_MS // 5000 * 5000 + 5000
    while watched.clock[0] < start + 4000:
        watched.second(line=line(loss_percent=2.5))
    for _ in range(5):
        watched.second(link=LinkState.LOST)
    for _ in range(5):
        watched.second(link=LinkState.LIVE, line=line(loss_percent=None))
    watched.second(line=line(loss_percent=0.0))
    told = [watched.loss_of_17(start + at * 5000, start + (at + 1) * 5000) for at in range(4)]
    assert told == [2.5, None, None, 0.0]


def test_a_bridge_out_of_reach_is_a_gap_until_its_past_is_told(watched: Watched) -> None:
    watched.history.watch()
    asked = len(watched.wanted)
    watched.history.page_failed()
    watched.second(line=line(loss_percent=0.5))
    lost_ms = watched.clock[0]
    watched.store.set_link_lost(True)
    for _ in range(30):
        watched.second()
    assert watched.loss_of_17(lost_ms + 10_000, lost_ms + 20_000) is None
    watched.store.set_link_lost(False)
    again = watched.wanted[asked]
    assert again.from_ms <= lost_ms
    assert again.until_ms >= watched.clock[0]


def test_a_window_that_was_minimised_asks_for_what_it_missed(watched: Watched) -> None:
    watched.history.watch()
    watched.history.page_failed()
    watched.second(line=line(loss_percent=0.5))
    asked, left_ms = len(watched.wanted), watched.clock[0]
    watched.clock[0] += 600_000
    watched.second()
    again = watched.wanted[asked]
    assert again.from_ms <= left_ms
    assert again.until_ms >= watched.clock[0]


def test_the_point_that_was_not_written_yet_is_asked_for_again(watched: Watched) -> None:
    watched.history.watch()
    began_ms = watched.clock[0]
    past = MadeUpPast(36, 1.0)
    for _ in range(15):
        while watched.history._asked is not None:
            watched.history.take_page(past.page(watched.history._asked))
        watched.second()
    last = [wanted for wanted in watched.wanted if wanted.step_ms == RECENT_STEP_MS][-1]
    assert last.from_ms < began_ms < last.until_ms


def test_a_page_of_another_session_is_not_taken(watched: Watched) -> None:
    past = MadeUpPast(36, 1.4)
    past.session = "another"
    watched.history.watch()
    watched.history.take_page(past.page(watched.wanted[0]))
    assert watched.loss_of_17(NOW_MS - 30_000, NOW_MS) is None


def test_memory_does_not_grow_with_the_hours(watched: Watched) -> None:
    watched.history.watch()
    before = watched.history.octets
    watched.clock[0] += WHOLE_COLUMNS * WHOLE_STEP_MS
    watched.second()
    assert watched.history.octets == before
    assert watched.history.whole.step_ms == 2 * WHOLE_STEP_MS


def test_another_list_of_sites_keeps_the_rows_that_stay(watched: Watched) -> None:
    watched.history.watch()
    watched.second(line=line(loss_percent=3.0))
    at_ms = watched.clock[0]
    watched.store.take(Delta(number=watched.number + 1, put={}, gone=("site/s003",)))
    assert "s003" not in watched.history.sites
    assert watched.loss_of_17(at_ms // 5000 * 5000, at_ms + 1000) == 3.0


def test_a_part_of_the_past_is_asked_for_more_finely_when_it_is_zoomed(watched: Watched) -> None:
    watched.history.watch()
    asked = len(watched.wanted)
    watched.history.page_failed()
    watched.history.want_detail(NOW_MS - 9 * HOUR_MS, NOW_MS - 9 * HOUR_MS + 600_000, 1000)
    assert watched.wanted[asked].step_ms == RECENT_STEP_MS
    assert watched.wanted[asked].from_ms <= NOW_MS - 9 * HOUR_MS


# ---------------------------------------------------------------- the span


@pytest.fixture
def span(qtbot: QtBot) -> TimeSpan:
    made = TimeSpan()
    made.follow(NOW_MS - 3 * HOUR_MS, NOW_MS)
    return made


def test_the_span_follows_the_present_until_it_is_moved_and_finds_back(span: TimeSpan) -> None:
    span.follow(NOW_MS - 3 * HOUR_MS, NOW_MS + 60_000)
    assert (span.from_ms, span.until_ms) == (NOW_MS + 60_000 - HOUR_MS, NOW_MS + 60_000)
    span.pan(-600_000)
    moved = span.from_ms
    span.follow(NOW_MS - 3 * HOUR_MS, NOW_MS + 120_000)
    assert (span.mode, span.from_ms) == (SpanMode.MOVED, moved)
    span.show_last_hour()
    assert span.until_ms == NOW_MS + 120_000


def test_the_span_stays_within_the_meeting(span: TimeSpan) -> None:
    span.pan(-99 * HOUR_MS)
    assert span.from_ms == NOW_MS - 3 * HOUR_MS
    span.pan(99 * HOUR_MS)
    assert span.until_ms == NOW_MS
    span.zoom(1000, NOW_MS)
    assert (span.from_ms, span.length_ms) == (NOW_MS - 3 * HOUR_MS, 3 * HOUR_MS)


def test_zooming_keeps_the_moment_under_the_pointer(span: TimeSpan) -> None:
    at_ms = NOW_MS - 20 * 60_000
    before = (at_ms - span.from_ms) / span.length_ms
    span.zoom(0.5, at_ms)
    assert (at_ms - span.from_ms) / span.length_ms == pytest.approx(before, abs=0.001)


def test_a_young_meeting_fills_the_width(span: TimeSpan) -> None:
    span.follow(NOW_MS - 41_000, NOW_MS)
    assert (span.from_ms, span.until_ms) == (NOW_MS - 600_000, NOW_MS)
    span.follow(NOW_MS - 25 * 60_000, NOW_MS)
    assert span.length_ms == 30 * 60_000
    span.show_whole()
    assert span.from_ms == NOW_MS - 25 * 60_000


def test_a_moment_outside_is_brought_into_view(span: TimeSpan) -> None:
    span.show_moment(NOW_MS - 2 * HOUR_MS)
    assert span.from_ms <= NOW_MS - 2 * HOUR_MS <= span.until_ms


def test_widgets_come_without_pyqtgraph_and_numpy_until_they_are_seen(dressed: QApplication, qtbot: QtBot) -> None:
    from widgets.controls.selection import Selection
    from widgets.lines.line_column import LineColumn

    store, host = Store(lambda: NOW_MS), QWidget()
    qtbot.addWidget(host)
    column = LineColumn(store, Selection(store, host), host)
    assert column.history is None
    assert column.map is None
