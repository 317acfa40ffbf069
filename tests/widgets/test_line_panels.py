"""Plots and heat map observed from outside: pixels, words under the pointer, clicks, and what they ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from console.lines.line_history import LinesPage, LinesWanted
from console.rules import QualityRules
from console.snapshot import AnyView, Delta, LineView, QualityView
from tests.screenshots import scene as scenes
from tests.screenshots.past import MadeUpPast, events
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import press
from widgets.drawing import theme
from widgets.lines.heat_map import HeatMap
from widgets.lines.history_span import HOUR_MS, SpanMode
from widgets.lines.line_curves import Curve, gaps
from widgets.lines.line_panel import LinePanel
from widgets.lines.link_plots import FigurePlot
from widgets.phrases.console import line_words as words

NOW_MS = scenes.NOW_MS


@dataclass
class Lines:
    """A console with a past, loaded and settled."""

    console: Console
    qtbot: QtBot
    past: MadeUpPast
    moments: list[tuple[int, str | None]] = field(default_factory=list)
    number: int = 1

    @property
    def map(self) -> HeatMap:
        assert self.console.window.lines.map is not None
        return self.console.window.lines.map

    def place(self, wall_ms: int, number: int) -> QPointF:
        """Returns where a site's moment is on the map."""
        frame = self.map._frame
        return QPointF(frame.x_of(wall_ms), frame.row_box(scenes.site_id(number)).center().y())

    def colour(self, wall_ms: int, number: int) -> QColor:
        frame = self.map._frame
        assert self.map._image is not None
        row = self.map._image._site_of_row.tolist().index(number - 1)
        return self.map._image.image.pixelColor(wall_ms // frame.step_ms - frame.first_column, row)

    def click(self, wall_ms: int, number: int) -> None:
        self.qtbot.mouseClick(self.map, Qt.MouseButton.LeftButton, pos=self.place(wall_ms, number).toPoint())

    def wheel(self, wall_ms: int, notches: int) -> None:
        place = self.place(wall_ms, 1)
        turned = QPoint(0, notches * 120)
        event = QWheelEvent(
            place, self.map.mapToGlobal(place), QPoint(), turned, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.map, event)

    def chip(self, name: str) -> QAbstractButton:
        chips = self.console.window.lines.findChildren(QAbstractButton, name)
        return next(chip for chip in chips if chip.isVisible())

    def second(self, number: int, **figures: object) -> None:
        """Lets a second pass in which a site's line changes."""
        self.console.clock.now_ms += 1000
        self.number += 1
        view = self.console.store.site(scenes.site_id(number))
        assert view is not None
        line = msgspec.structs.replace(view.line, **figures)
        put: dict[str, AnyView] = {f"site/{view.site}": msgspec.structs.replace(view, line=line)}
        self.console.store.take(Delta(number=self.number, put=put))
        self.console.window.lines.follow_time()
        self.qtbot.wait(1)


@pytest.fixture
def lines(open_console: OpenConsole, qtbot: QtBot) -> Lines:
    console = open_console(scenes.busy_meeting())
    past = MadeUpPast(36, 1.4, lines=events())
    console.window.lines.load()
    column = console.window.lines
    past.answer(column)
    column.history.rest()  # type: ignore[union-attr]
    column.history._session = None  # type: ignore[union-attr]
    column.history.watch()  # type: ignore[union-attr]
    made = Lines(console, qtbot, past)
    column.moment_requested.connect(lambda wall_ms, site: made.moments.append((wall_ms, site)))
    qtbot.waitUntil(lambda: made.map._image is not None)
    return made


# ---------------------------------------------------------------- the map


def test_the_map_shows_what_was_before_the_window_in_the_colours_of_the_legend(lines: Lines) -> None:
    assert lines.colour(NOW_MS - 30_000, 17) == theme.ERROR
    assert lines.colour(NOW_MS - 100_000, 6) == theme.WARNING
    assert lines.colour(NOW_MS - 60_000, 25) == theme.HEAT_NO_DATA
    calm = lines.colour(NOW_MS - 1_000_000, 1)
    assert calm.blue() <= theme.HEAT_GOOD.blue()
    assert calm not in [theme.WARNING, theme.ERROR, theme.HEAT_NO_DATA]


def test_words_under_the_pointer_say_site_time_and_value(lines: Lines) -> None:
    bad = lines.map.sentence_at(lines.place(NOW_MS - 10_000, 17))
    assert bad is not None
    assert bad.startswith("17 Ea M'Droh · ")
    assert "mất gói cao nhất 7," in bad
    gap = lines.map.sentence_at(lines.place(NOW_MS - 60_000, 25))
    assert gap is not None
    assert gap.endswith("không có số liệu")
    assert lines.map.sentence_at(QPointF(2, 2)) is None


def test_a_click_asks_for_moment_and_site_and_chooses_the_site(lines: Lines) -> None:
    lines.click(NOW_MS - 600_000, 25)
    ((wall_ms, site),) = lines.moments
    assert site == "s025"
    assert abs(wall_ms - (NOW_MS - 600_000)) < 2 * lines.map._frame.step_ms
    assert lines.console.window.selection.site == "s025"


def test_the_log_shows_the_line_of_a_clicked_moment(lines: Lines) -> None:
    lines.click(NOW_MS - 90_000, 3)
    chosen = lines.console.window.log.chosen
    assert chosen is not None
    assert chosen.kind == "on-deck-changed"


def test_a_moment_older_than_the_kept_lines_is_asked_for(lines: Lines) -> None:
    wanted: list[LinesWanted] = []
    lines.console.window.log.lines_wanted.connect(wanted.append)
    at_ms = NOW_MS - 3_100_000
    lines.click(at_ms, 3)
    assert wanted
    assert wanted[0].kinds == ()
    lines.console.window.take_lines(LinesPage(session="one", lines=tuple(lines.past.lines)))
    chosen = lines.console.window.log.chosen
    assert chosen is not None
    assert (chosen.kind, chosen.site) == ("podium-taken", "s003")


def test_a_log_line_marks_its_moment_on_the_map(lines: Lines) -> None:
    log = lines.console.window.log
    line = log.readable_lines()[1]
    place = QPoint(80, round(log._head_height + 1.5 * log.row_step))
    lines.qtbot.mouseClick(log, Qt.MouseButton.LeftButton, pos=place)
    assert lines.map._moment_ms == line.wall_ms
    x = round(lines.map._frame.x_of(line.wall_ms))
    picture, y = lines.map.grab().toImage(), round(lines.map._frame.box.center().y())
    assert theme.SELECT in [picture.pixelColor(at, y) for at in (x - 1, x)]


def test_escape_leads_the_log_back_to_its_newest_line(lines: Lines) -> None:
    log = lines.console.window.log
    lines.click(NOW_MS - 250_000, 3)
    log.setFocus()
    lines.qtbot.keyClick(log, Qt.Key.Key_Escape)
    assert log.chosen is None
    assert log._first == 0


def test_a_second_colours_only_the_newest_columns(lines: Lines) -> None:
    lines.second(3, loss_percent=0.2)
    image = lines.map._image
    assert image is not None
    before = image.painted_columns
    for _ in range(4):
        lines.second(3, loss_percent=8.0)
    assert lines.map._image is image
    assert 0 < image.painted_columns - before <= 16, "the window's own beat may colour a second once more"
    assert lines.colour(lines.console.clock.now_ms, 3) == theme.ERROR


def test_the_wheel_zooms_around_the_pointer_and_back_to_now_leads_back(lines: Lines) -> None:
    span, at_ms = lines.console.window.lines.span, NOW_MS - 900_000
    x = lines.place(at_ms, 1).x()
    lines.wheel(at_ms, 3)
    assert span.length_ms < HOUR_MS
    assert abs(lines.place(at_ms, 1).x() - x) < 3
    lines.qtbot.mouseClick(lines.chip("span-now"), Qt.MouseButton.LeftButton)
    assert (span.mode, span.length_ms) == (SpanMode.LAST_HOUR, HOUR_MS)


def test_the_whole_meeting_is_one_press_away(lines: Lines) -> None:
    lines.qtbot.mouseClick(lines.chip("span-whole"), Qt.MouseButton.LeftButton)
    span = lines.console.window.lines.span
    assert span.from_ms <= NOW_MS - 5_000_000
    assert span.until_ms >= NOW_MS


def test_dragging_moves_the_time_and_is_no_click(lines: Lines) -> None:
    span, start = lines.console.window.lines.span, lines.place(NOW_MS - 1_800_000, 5).toPoint()
    before = span.from_ms
    lines.qtbot.mousePress(lines.map, Qt.MouseButton.LeftButton, pos=start)
    lines.qtbot.mouseMove(lines.map, start + QPoint(60, 0))
    lines.qtbot.mouseRelease(lines.map, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert span.from_ms < before
    assert lines.moments == []


def test_the_map_says_in_words_who_is_in_trouble(lines: Lines) -> None:
    lines.second(3, loss_percent=0.2)
    told = lines.map.accessibleDescription()
    assert told.startswith("Lúc này mất gói từ 1% trở lên: 17 Ea M'Droh 7,4%")
    assert lines.map.accessibleName() == words.map_name()


def test_a_hidden_map_colours_nothing_and_collects_nothing(lines: Lines) -> None:
    lines.console.window.lines.hide()
    lines.second(3, loss_percent=8.0)
    history = lines.console.window.lines.history
    assert history is not None
    assert not history._watched
    before = history.recent.newest_ms
    for _ in range(20):
        lines.second(3, loss_percent=8.0)
    assert history.recent.newest_ms == before


def test_english_words(lines: Lines, english: None) -> None:
    assert (lines.map.sentence_at(lines.place(NOW_MS - 60_000, 25)) or "").endswith("no data")


# ---------------------------------------------------------------- the plots


@pytest.fixture
def plots(lines: Lines) -> dict[str, FigurePlot]:
    lines.console.window.selection.choose("s017")
    panel = lines.console.window.lines.plots
    assert isinstance(panel, LinePanel)
    panel._load_plots()
    lines.qtbot.waitUntil(lambda: len(panel._plots) == 4, timeout=5000)
    lines.qtbot.waitUntil(lambda: panel._due == [])
    return {plot.accessibleName(): plot for plot in panel._plots.values()}


def test_each_figure_has_a_plot_with_a_name_and_its_limits(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    curves = {name: plot._curve for name, plot in plots.items()}
    limits = {name: [limit for limit, _ in curve.limits] for name, curve in curves.items() if curve is not None}
    assert list(limits.values()) == [[], [1.0, 5.0], [30.0, 50.0], [300.0, 500.0]]


def test_the_limits_are_those_of_the_rules_in_force(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    rules = QualityRules(loss_warning_percent=3.0, loss_error_percent=8.0)
    lines.console.store.take(Delta(number=lines.number + 1, put={"quality": QualityView(everywhere=rules)}))
    lines.console.window.selection.choose("s021")
    panel = lines.console.window.lines.plots
    assert panel is not None
    lines.qtbot.waitUntil(lambda: panel._due == [])
    curve = plots[words.figure_full_name(list(panel._plots)[1])]._curve
    assert curve is not None
    assert [limit for limit, _ in curve.limits] == [3.0, 8.0]


def test_limits_are_stricter_on_the_podium(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    lines.console.window.selection.choose("s009")
    panel = lines.console.window.lines.plots
    assert panel is not None
    lines.qtbot.waitUntil(lambda: panel._due == [])
    curve = plots[words.figure_full_name(list(panel._plots)[1])]._curve
    assert curve is not None
    assert [limit for limit, _ in curve.limits] == [0.5, 2.0]


def test_a_gap_in_the_samples_is_a_gap_in_the_curve(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    curve = plots[words.figure_full_name(list(lines.console.window.lines.plots._plots)[1])]._curve  # type: ignore[union-attr]
    assert curve is not None
    found = gaps(curve)
    began = lines.past.until_ms - 480 * 5000
    assert any(abs(first - began) < 2 * curve.step_ms and last - first > 60_000 for first, last in found)


def test_gaps_are_only_where_something_was_to_be_measured() -> None:
    nothing = float("nan")
    curve = Curve(
        from_ms=0, step_ms=10, values=np.array([nothing, 1.0, nothing, nothing, 1.0, nothing], dtype=np.float32),
        top=6, measured_from_ms=10, measured_until_ms=50,
    )  # fmt: skip
    assert gaps(curve) == [(20, 40)]


def test_a_click_on_a_plot_asks_for_the_moment_of_its_site(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    plot = next(iter(plots.values()))
    box = plot._box()
    place = QPoint(round(box.left() + box.width() / 2), round(box.center().y()))
    lines.qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ((wall_ms, site),) = lines.moments
    assert site == "s017"
    assert abs(wall_ms - (NOW_MS - HOUR_MS / 2)) < 60_000
    assert lines.map._moment_ms == wall_ms


def test_the_large_plots_open_and_escape_closes_them(lines: Lines, plots: dict[str, FigurePlot]) -> None:
    column = lines.console.window.lines
    lines.qtbot.mouseClick(lines.chip("plots-size"), Qt.MouseButton.LeftButton)
    assert column.large is not None
    assert column.large.isVisible()
    lines.qtbot.waitUntil(lambda: len(column.large._plots) == 4 and column.large._due == [], timeout=5000)  # type: ignore[union-attr]
    assert not column.large.geometry().intersects(lines.console.window.log.geometry())
    assert all(plot.height() >= 60 for plot in column.large._plots.values())
    column.large.setFocus()
    lines.qtbot.keyClick(column.large, Qt.Key.Key_Escape)
    assert not column.large.isVisible()


def test_past_64_sites_the_plots_open_on_demand(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.many_sites())
    column = console.window.lines
    column.load()
    assert column.plots is not None
    assert column.map is not None
    assert not column.plots.isVisible()
    console.window.selection.choose("s017")
    chip = next(chip for chip in column.map.findChildren(QAbstractButton, "open-plots") if chip.isVisible())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert column.large is not None
    assert column.large.isVisible()


def test_a_line_without_figures_shows_dashes_not_zeros(lines: Lines) -> None:
    lines.second(3, loss_percent=None, jitter_ms=None, round_trip_ms=None, kilobits=None)
    history = lines.console.window.lines.history
    assert history is not None
    figures = [words.figure_value(kind, history.present("s003", kind)) for kind in words.LineFigure]
    assert figures == [words.NOTHING] * 4
    assert LineView().loss_percent is None


def test_what_the_site_missed_of_the_programs_sound_is_told_in_seconds(lines: Lines) -> None:
    lines.console.window.selection.choose(scenes.site_id(3))
    plots = lines.console.window.lines.plots
    assert plots is not None
    assert "tiếng chương trình" not in plots.accessibleDescription()
    lines.second(3, sound_bridged_frames=60, sound_skipped_frames=20)
    assert "thiếu 1,2 s, bỏ bớt 0,4 s" in plots.accessibleDescription()


def test_one_key_opens_the_chosen_sites_plots_and_escape_gives_the_keyboard_back(lines: Lines, qtbot: QtBot) -> None:
    window = lines.console.window
    window.selection.choose(scenes.site_id(3))
    press(qtbot, lines.console, Qt.Key.Key_D)
    large = window.lines.large
    assert large is not None
    assert large.isVisible()
    assert large.hasFocus()
    assert not large.geometry().intersects(window.program.geometry())
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.board.isAncestorOf(focused)


@pytest.mark.parametrize(("size", "slim"), [((1366, 768), True), ((1920, 1080), False)])
def test_a_small_window_shows_loss_and_delay_of_the_chosen_site(
    open_console: Callable[..., Console], size: tuple[int, int], *, slim: bool
) -> None:
    window = open_console(scenes.busy_meeting(), *size).window
    window.lines.load()
    window.selection.choose(scenes.site_id(17))
    plots, heat = window.lines.plots, window.lines.map
    assert plots is not None
    assert heat is not None
    assert plots.isVisible()
    assert heat.isVisible()
    assert len(plots._kinds) == (2 if slim else 4)
    assert heat.geometry().top() > plots.geometry().bottom()
