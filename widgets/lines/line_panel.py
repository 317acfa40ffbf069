"""The line of the chosen site: four figures with their curves, small in the window's column, large on demand.

Rule: the figures are the present second's, the curves are drawn anew with every bucket of the history and not more
often, one in each turn of the event loop. The plots are made when the panel is first seen, one in each turn as well,
and a hidden panel does nothing.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.lines.line_history import LineFigure
from console.snapshot import SiteView
from console.words import SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, elided_at_word, fitted, panel, text_width, veil
from widgets.drawing.rephrasing import named, tipped
from widgets.drawing.short_names import shortened
from widgets.drawing.theme import Measures
from widgets.lines.early_loading import early_loading
from widgets.lines.history import RECENT_STEP_MS, LineHistory
from widgets.lines.history_marks import mark_of
from widgets.lines.history_span import TimeSpan
from widgets.lines.line_curves import curve_of, limits_of
from widgets.lines.line_verdict import sound_of, trouble_of
from widgets.lines.span_chips import Chip, SpanChips
from widgets.phrases.console import line_words as words

if TYPE_CHECKING:
    from widgets.lines.link_plots import FigurePlot

PADDING = 14
GAP = 12
LOAD_AFTER_MS = 1500
"""After the panel is first seen: the window has to be usable before."""


LEAST_LARGE_CELL = 72
"""Lower ones have no room for a scale."""
FOOT_HEIGHT = 24
"""Of the line about the sound, in the large panel."""
SLIM_FIGURES = (LineFigure.LOSS_PERCENT, LineFigure.ROUND_TRIP_MS)
SLIM_CAPTION = 122
"""Room of a word and its figure beside a slim plot."""


class LinePanel(QWidget):
    """Four figures of one site over the time of one span."""

    moment_requested = Signal(object, object)
    """Milliseconds (UTC) and the site: somebody wants to see what the log says there."""
    size_requested = Signal()
    """Large instead of small, or small instead of large."""

    def __init__(
        self, store: Store, selection: Selection, span: TimeSpan, parent: QWidget, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("line-plots-large" if large else "line-plots")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._store, self._selection, self._span, self._large = store, selection, span, large
        self._measures = theme.WIDE
        self._slim = False
        self._history: LineHistory | None = None
        self._plots: dict[LineFigure, FigurePlot] = {}
        self._moment_ms: int | None = None
        self._drawn_bucket = 0
        self._shown: tuple[object, ...] = ()
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.timeout.connect(self._load_plots)
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_next_plot)
        early_loading().loaded.connect(self._plots_loaded)
        self._due: list[LineFigure] = []
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(0)
        self._drawing.timeout.connect(self._draw_next)
        self._size = Chip(self, "plots-size", self.size_requested.emit)
        self._chips = SpanChips(span, self)
        self._chips.width_changed.connect(self._place_chips)
        span.changed.connect(self._draw)
        selection.changed.connect(self.select_site)
        store.link_lost_changed.connect(self._follow_link)
        store.alarms_changed.connect(self.update)
        self._say()

    # ------------------------------------------------------------ what comes in

    def set_history(self, history: LineHistory) -> None:
        """Shows this history from now on."""
        self._history = history
        history.advanced.connect(self.take_sample)
        history.rewritten.connect(self._draw)
        history.marks_changed.connect(self._draw_marks)
        self._draw()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        if measures is not self._measures:
            self._measures = measures
            self._chips.set_measures(measures)
            self._size.pixels = measures.label_size
            self._lay_out()

    def set_slim(self, *, slim: bool) -> None:
        """Shows loss and round trip only, each beside its word: where four plots have no room."""
        if slim != self._slim:
            self._slim = slim
            self._lay_out()
            self.update()

    @property
    def _kinds(self) -> tuple[LineFigure, ...]:
        return SLIM_FIGURES if self._slim else tuple(LineFigure)

    def select_site(self) -> None:
        """Shows the chosen site."""
        self._say()
        self._draw()

    def show_moment(self, wall_ms: int) -> None:
        """Marks a moment and brings it into view."""
        self._moment_ms = wall_ms
        self._span.show_moment(wall_ms)
        for plot in self._plots.values():
            plot.show_moment(wall_ms)

    def take_sample(self) -> None:
        """Shows the figures of the newest second; the curves follow with every bucket."""
        if not self.isVisible():
            return
        shown = self._figures_shown()
        if shown != self._shown:
            if shown[:2] != self._shown[:2]:
                self._say()
            self._shown = shown
            for cell in self._cells():
                self.update(self._caption_of(cell).toAlignedRect())
            self.update(0, 0, self.width(), self._head)
        if self._span.follows and self._store.now_ms // RECENT_STEP_MS != self._drawn_bucket:
            self._draw()

    def _figures_shown(self) -> tuple[object, ...]:
        site, history = self._selection.site, self._history
        if site is None or history is None:
            return ()
        view = self._store.site(site)
        return (view and view.line.quality, sound_of(view), *(history.present(site, kind) for kind in LineFigure))

    # ------------------------------------------------------------ curves

    def showEvent(self, event: QShowEvent) -> None:
        """Loads the plots a little later, when they are seen for the first time."""
        if len(self._plots) < len(LineFigure) and not self._loading.isActive():
            self._loading.start(0 if self._large or self._plots else LOAD_AFTER_MS)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Loads nothing for somebody who has gone."""
        self._loading.stop()
        self._making.stop()
        self._drawing.stop()
        self._due = []

    def _load_plots(self) -> None:
        if early_loading().done:
            self._making.start()
        else:
            early_loading().hurry()

    def _plots_loaded(self) -> None:
        if self.isVisible() and not self._loading.isActive():
            self._making.start()

    def _make_next_plot(self) -> None:
        missing = [kind for kind in LineFigure if kind not in self._plots]
        if missing:
            self._plots[missing[0]] = self._new_plot(missing[0])
        if missing[1:]:
            self._making.start()
        else:
            self._lay_out()
            self._draw_marks()

    def _new_plot(self, kind: LineFigure) -> "FigurePlot":
        from widgets.lines.link_plots import FigurePlot

        plot = FigurePlot(self, words.figure_full_name(kind))
        plot.set_axes(shown=self._large, times=self._large and kind is LineFigure.ROUND_TRIP_MS)
        plot.zoomed.connect(self._span.zoom)
        plot.moved_to.connect(self._span.begin_at)
        plot.moment_clicked.connect(self._ask_for_moment)
        plot.show_moment(self._moment_ms)
        plot.show_old(old=self._store.link_lost)
        named(plot, partial(words.figure_full_name, kind))
        tipped(plot, partial(words.figure_full_name, kind))
        return plot

    def _draw(self) -> None:
        """Draws the curves anew, soon."""
        if self._plots and self.isVisible():
            self._drawn_bucket = self._store.now_ms // RECENT_STEP_MS
            self._due = [kind for kind in self._kinds if kind in self._plots]
            if self._due:
                self._drawing.start()

    def _draw_next(self) -> None:
        history, site = self._history, self._selection.site
        kind = self._due.pop(0)
        plot = self._plots[kind]
        plot.setVisible(site is not None)
        if history is not None and site is not None:
            self._draw_one(history, site, kind, plot)
        if self._due:
            self._drawing.start()

    def _draw_one(self, history: LineHistory, site: SiteId, kind: LineFigure, plot: "FigurePlot") -> None:
        step_ms = max(1, -(-self._span.length_ms // plot.plot_width))
        first = self._span.first_column(step_ms, plot.plot_width)
        edges = np.arange(first, first + plot.plot_width + 1, dtype=np.int64) * step_ms
        limits = limits_of(kind, self._store.site(site), self._store.quality)
        curve = curve_of(history, site, kind, edges, limits, self._store.now_ms)
        plot.show_curve(curve if self._large else replace(curve, lowest=None))

    def _follow_link(self) -> None:
        for plot in self._plots.values():
            plot.show_old(old=self._store.link_lost)
        self.update()

    def _draw_marks(self) -> None:
        history = self._history
        if history is not None and self._large:  # a small plot would be all marks; the map below has them
            marks = [mark_of(line, self._store) for line in history.marks]
            for plot in self._plots.values():
                plot.show_marks(marks)

    def _ask_for_moment(self, wall_ms: int) -> None:
        wall_ms = min(max(wall_ms, self._span.earliest_ms), self._store.now_ms)
        self.show_moment(wall_ms)
        self.moment_requested.emit(wall_ms, self._selection.site)

    # ------------------------------------------------------------ layout

    @property
    def _head(self) -> int:
        return 34 if not self._measures.compact else 26

    @property
    def _plots_top(self) -> int:
        return self._head + (22 if not self._measures.compact else 20)

    def _caption_of(self, cell: QRectF) -> QRectF:
        """Returns where name and figure of a plot stand: above it, or at its left."""
        if self._slim:
            return QRectF(cell.x(), cell.y(), SLIM_CAPTION - 8, cell.height())
        return QRectF(cell.x(), cell.y(), cell.width(), self._plots_top - self._head)

    def _cells(self) -> list[QRectF]:
        """Returns the room of each figure: beside each other; in the large panel below each other, or two by two."""
        count = len(self._kinds)
        if self._large:
            columns = 1 if (self.height() - self._head - FOOT_HEIGHT) / count >= LEAST_LARGE_CELL else 2
            height = (self.height() - self._head - FOOT_HEIGHT) * columns / count
            wide = (self.width() - 2 * PADDING - (columns - 1) * GAP) / columns
            return [
                QRectF(PADDING + index % columns * (wide + GAP), self._head + index // columns * height, wide, height)
                for index in range(count)
            ]
        width = (self.width() - 2 * PADDING - (count - 1) * GAP) / count
        height = self.height() - self._head - (2 if self._slim else 6)
        return [QRectF(PADDING + index * (width + GAP), self._head, width, height) for index in range(count)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        for plot in self._plots.values():
            plot.hide()
        for cell, kind in zip(self._cells(), self._kinds, strict=True):
            if kind in self._plots:
                left, top = (SLIM_CAPTION, 0) if self._slim else (0, self._plots_top - self._head)
                self._plots[kind].setGeometry(cell.adjusted(left, top, 0, -2).toRect())
                self._plots[kind].show()
        self._size.setGeometry(self.width() - PADDING - self._size.sizeHint().width() + 8, 0, 90, self._head)
        self._size.resize(self._size.sizeHint().width(), self._head)
        self._place_chips()
        self._draw()

    def _place_chips(self) -> None:
        right = self._size.x() if not self._size.isHidden() else self.width() - PADDING + 8
        self._chips.setFixedHeight(self._head)
        self._chips.move(right - self._chips.width(), 0)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Notices another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self._lay_out()
        super().changeEvent(event)

    def _say(self) -> None:
        self._size.say(words.make_small() if self._large else words.enlarge(), in_force=False)
        site = self._selection.site
        view = self._store.site(site)
        told = [words.quality_name(view.line.quality), sound_of(view)] if view is not None else []
        self.setAccessibleDescription("; ".join(text for text in told if text))
        self._size.setVisible(site is not None)
        self._place_chips()
        self.setAccessibleName(
            words.plots_title() if site is None else f"{words.plots_title()}: {self._store.full_label(site)}"
        )
        self.update()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel, the site's name and the figures over the curves."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.SELECT if self.hasFocus() else theme.LINE)
            site, size = self._selection.site, self._measures
            view = self._store.site(site)
            if site is None or view is None:
                face = theme.font(size.row_size)
                below = self.rect().toRectF().adjusted(0, self._head - 6, 0, 0)
                draw_text(painter, below, words.choose_a_site(), face, theme.FAINT, CENTRE)
                return
            self._paint_head(painter, view)
            for kind, cell in zip(self._kinds, self._cells(), strict=True):
                self._paint_figure(painter, cell, kind, site, view)
            if self._large:
                foot = QRectF(PADDING, self.height() - FOOT_HEIGHT, self.width() - 2 * PADDING, FOOT_HEIGHT - 4)
                face = theme.font(size.label_size)
                draw_text(painter, foot, elided_at_word(sound_of(view), face, foot.width()), face, theme.DIM)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _paint_head(self, painter: QPainter, view: SiteView) -> None:
        size = self._measures
        name_face, face = theme.font(size.panel_title_size - 1, 600), theme.font(size.label_size)
        word_face = theme.font(size.label_size, 600)
        right = self._chips.x() - 8.0
        quality = trouble_of(view, self._store.alarms)
        if quality is not None:
            icon, colour, word = quality
            right -= text_width(word, word_face) + 18
            draw_icon(painter, icon, QRectF(right, self._head / 2 - 6, 12, 12), colour)
            draw_text(painter, QRectF(right + 17, 0, 100, self._head), word, word_face, colour)
        label = self._fitting_label(view, name_face, right - PADDING - 8)
        x = PADDING + draw_text(painter, QRectF(PADDING, 0, right, self._head), label, name_face, theme.TEXT) + 10
        count = view.line.packets_in_window
        packets = words.packets_per_window(count) if count else ""
        draw_text(painter, QRectF(x, 0, right, self._head), fitted([packets, ""], face, right - x - 8), face, theme.DIM)

    def _fitting_label(self, view: SiteView, face: QFont, room: float) -> str:
        number = f"{view.number} · "
        return number + shortened(view.name, lambda name: text_width(number + name, face) <= room)

    def _paint_figure(self, painter: QPainter, cell: QRectF, kind: LineFigure, site: SiteId, view: SiteView) -> None:
        size = self._measures
        line = self._caption_of(cell)
        name = words.figure_full_name(kind) if self._large else words.figure_name(kind)
        draw_text(painter, line, name, theme.font(size.label_size), theme.DIM)
        value = None if self._history is None else self._history.present(site, kind)
        limits = [limit for limit, _ in limits_of(kind, view, self._store.quality)]
        icon, colour = None, theme.TEXT
        if value is not None and limits and value >= limits[0]:
            icon, colour = (Icon.SQUARE, theme.ERROR) if value >= limits[1] else (Icon.TRIANGLE, theme.WARNING)
        if icon is not None:
            draw_icon(painter, icon, QRectF(line.right() - 12, line.center().y() - 6, 12, 12), colour)
            line.setRight(line.right() - 16)
        told = words.figure_value(kind, value)
        draw_text(painter, line, told, theme.font(size.label_size, 600), colour, RIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape makes the large panel small again."""
        if self._large and event.key() == Qt.Key.Key_Escape:
            self.size_requested.emit()
        else:
            super().keyPressEvent(event)
