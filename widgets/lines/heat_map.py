"""The heat map: the packet loss of every site over time, the meeting's events above; a stripe down is our own line.

Rule: row = site in the order of numbers, always. Only the newest column of pixels is coloured and painted with a new
second; a hidden map does nothing. What a pixel shows is said in words under the pointer.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from console.words import SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import panel, veil
from widgets.drawing.theme import Measures
from widgets.lines import heat_map_frame as around
from widgets.lines.heat_image import OUTSIDE, HeatImage, codes_of
from widgets.lines.heat_map_frame import MapFrame
from widgets.lines.history import LineHistory
from widgets.lines.history_marks import SIGN, Mark, mark_of
from widgets.lines.history_span import TimeSpan
from widgets.lines.span_chips import Chip, SpanChips
from widgets.phrases.console import line_words as words

ZOOM_PER_NOTCH = 0.8
DRAG_PIXELS = 4
"""Less is a click."""
MOST_NAMED = 5
"""Sites that the description names for those who listen."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """Where the mouse was pressed, and which time was shown there."""

    x: float
    from_ms: int
    moved: bool = False


class HeatMap(QWidget):
    """All sites over the time of one span."""

    moment_requested = Signal(object, object)
    """Milliseconds (UTC) and a site: somebody wants to see what the log says there."""

    plots_requested = Signal()
    """The plots of the chosen site, where no panel above shows them."""

    def __init__(self, store: Store, selection: Selection, span: TimeSpan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("heat-map")
        self.setAccessibleName(words.map_name())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self._store, self._selection, self._span = store, selection, span
        self._measures = theme.WIDE
        self._titled = True
        self._history: LineHistory | None = None
        self._image: HeatImage | None = None
        self._backdrop: QPixmap | None = None
        self._frame = self._made_frame()
        self._coloured_until = 0
        """Number of the newest column whose colour is final."""
        self._moment_ms: int | None = None
        self._pressed: Pressed | None = None
        self._troubled: frozenset[SiteId] | None = None
        self.chips = SpanChips(span, self)
        """Shown where no panel above has them, as the word that opens the plots."""
        self._plots = Chip(self, "open-plots", self.plots_requested.emit)
        self.chips.width_changed.connect(self._place_chips)
        span.changed.connect(self._redraw)
        selection.changed.connect(self._place_chips)
        store.link_lost_changed.connect(self._redraw)
        store.quality_changed.connect(self._redraw)

    # ------------------------------------------------------------ what comes in

    def set_history(self, history: LineHistory) -> None:
        """Shows this history from now on."""
        self._history = history
        history.advanced.connect(self.take_sample)
        history.rewritten.connect(self._redraw)
        history.marks_changed.connect(self._redraw)
        self._redraw()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        if measures is not self._measures:
            self._measures = measures
            self.chips.set_measures(measures)
            self._redraw()
            self._place_chips()

    def show_title(self, *, shown: bool) -> None:
        """Shows title and legend, or leaves their room to the picture."""
        if shown != self._titled:
            self._titled = shown
            self._redraw()

    def recolour(self) -> None:
        """Colours the whole picture anew."""
        self._redraw()

    def show_chips(self, *, shown: bool) -> None:
        """Shows the choice of time in the title, or leaves it to the panel above."""
        if shown == self.chips.isHidden():
            self.chips.setVisible(shown)
            self._place_chips()

    def show_moment(self, wall_ms: int) -> None:
        """Marks a moment and brings it into view."""
        self._moment_ms = wall_ms
        self._span.show_moment(wall_ms)
        self.update()

    def take_sample(self) -> None:
        """Colours what the newest second has changed."""
        history, image = self._history, self._image
        if history is None or not self.isVisible() or not self._span.follows:
            return
        frame = self._made_frame()
        if image is None or frame.step_ms != self._frame.step_ms or not self._scrolled(image, frame):
            self._redraw()
            return
        begin = max(self._coloured_until, frame.first_column)
        end = min(self._store.now_ms // frame.step_ms, frame.first_column + image.width - 1) + 1
        if begin < end:
            self._colour(image, begin, end)
            left, right = frame.x_of(begin * frame.step_ms), frame.x_of(end * frame.step_ms)
            self.update(QRectF(left - 1, frame.box.top(), right - left + 2, frame.box.height()).toAlignedRect())
        self._say_state(history)

    def _scrolled(self, image: HeatImage, frame: MapFrame) -> bool:
        """Moves the picture to a later time; False: it has to be made anew."""
        columns = frame.first_column - self._frame.first_column
        if columns == 0:
            return True
        if not 0 < columns < image.width // 2:
            return False
        image.scroll(columns)
        self._frame, self._backdrop = frame, None
        self.update()
        return True

    # ------------------------------------------------------------ the picture

    def _made_frame(self) -> MapFrame:
        ratio, sites = self.devicePixelRatioF(), self._store.roster
        frame = MapFrame(
            width=self.width(), height=self.height(), ratio=ratio, measures=self._measures, sites=sites,
            titled=self._titled,
        )  # fmt: skip
        step_ms = max(1, -(-self._span.length_ms // frame.columns))
        first = self._span.first_column(step_ms, frame.columns)
        return MapFrame(
            width=self.width(), height=self.height(), ratio=ratio, measures=self._measures, sites=sites,
            titled=self._titled, first_column=first, step_ms=step_ms,
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the picture anew in the new size."""
        self._redraw()
        self._place_chips()

    def _redraw(self) -> None:
        self._image = self._backdrop = None
        self._frame = self._made_frame()
        self.update()

    def _repaint(self) -> None:
        """Paints anew with the same colours."""
        self._backdrop = None
        self.update()

    def _place_chips(self) -> None:
        right, head = self.width() - around.PADDING + 8, self._frame.head
        self._plots.pixels = self._measures.label_size
        self._plots.say(words.plots_title(), in_force=False)
        self._plots.setVisible(not self.chips.isHidden() and self._selection.site is not None)
        if not self._plots.isHidden():
            right -= self._plots.sizeHint().width()
            self._plots.setGeometry(right, 0, self._plots.sizeHint().width(), head)
        self.chips.setFixedHeight(head)
        self.chips.move(right - self.chips.width(), 0)
        self._repaint()

    def _made_image(self) -> HeatImage:
        frame = self._frame
        image = HeatImage(len(frame.sites), frame.columns, round(frame.box.height() * frame.ratio))
        image.image.setDevicePixelRatio(frame.ratio)
        self._colour(image, frame.first_column, frame.first_column + image.width)
        return image

    def _colour(self, image: HeatImage, begin: int, end: int) -> None:
        """Colours columns by their numbers; the future and what was before the meeting have no colour."""
        history, frame = self._history, self._frame
        if history is None or not frame.sites or history.sites != frame.sites:
            return
        edges = np.arange(begin, end + 1, dtype=np.int64) * frame.step_ms
        codes = codes_of(history.highest_loss(edges), self._store.quality.everywhere)
        now_ms = self._store.now_ms
        codes[:, (edges[1:] <= history.start_ms) | (edges[:-1] > now_ms)] = OUTSIDE
        image.put(begin - frame.first_column, codes)
        # What lies in a bucket that still grows is coloured again with the next second.
        growing_ms = history.grid_for(int(edges[0]), int(edges[-1])).step_ms
        self._coloured_until = min(end - 1, now_ms // growing_ms * growing_ms // frame.step_ms)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Puts the picture between its labels; with a new second only its newest column."""
        if self._image is None:
            self._image = self._made_image()
        if self._backdrop is None:
            self._backdrop = self._made_backdrop()
        dirty, frame = event.rect(), self._frame
        with QPainter(self) as painter:
            painter.setClipRect(dirty)
            painter.drawPixmap(0, 0, self._backdrop)
            painter.drawImage(frame.box.topLeft(), self._image.image)
            around.paint_marks(painter, frame, [mark for mark in self._seen_marks() if self._touches(mark, dirty)])
            chosen = self._selection.site
            if chosen is not None and chosen in frame.sites:
                around.paint_chosen(painter, frame, chosen, self._number_of(chosen))
            if self._moment_ms is not None:
                around.paint_moment(painter, frame, self._moment_ms)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _made_backdrop(self) -> QPixmap:
        """Returns what does not change with a second."""
        frame = self._frame
        pixmap = QPixmap(self.size() * frame.ratio)
        pixmap.setDevicePixelRatio(frame.ratio)
        pixmap.fill(theme.BACKGROUND)
        with QPainter(pixmap) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.SELECT if self.hasFocus() else theme.LINE)
            if frame.titled:
                around.paint_head(painter, frame, self.chips.x() - 4 if self.chips.isVisible() else self.width() - 4)
            around.paint_rows(painter, frame, self._number_of, self._selection.site)
            unreadable = self._history is not None and self._history.unreadable
            around.paint_times(painter, frame, words.history_unreadable() if unreadable else None)
            if not self._measures.compact:
                around.paint_words(painter, frame, self._seen_marks())
        return pixmap

    def _seen_marks(self) -> list[Mark]:
        lines = self._history.marks if self._history is not None else []
        frame = self._frame
        return [mark_of(line, self._store) for line in lines if frame.from_ms <= line.wall_ms < frame.until_ms]

    def _touches(self, mark: Mark, dirty: QRect) -> bool:
        return dirty.left() - SIGN <= self._frame.x_of(mark.wall_ms) <= dirty.right() + SIGN

    def _number_of(self, site: SiteId) -> str:
        view = self._store.site(site)
        return str(view.number) if view is not None else ""

    # ------------------------------------------------------------ mouse and keys

    def sentence_at(self, place: QPointF) -> str | None:
        """Returns what stands at a place in words; None outside the map."""
        history, frame = self._history, self._frame
        site = frame.site_at(place.y())
        inside = frame.box.left() <= place.x() < frame.box.right()
        if history is None or site is None or site not in history.sites or not inside:
            return None
        at = frame.moment_at(place.x()) // frame.step_ms * frame.step_ms
        edges = np.array([at, at + frame.step_ms], dtype=np.int64)
        percent = float(history.highest_loss(edges)[history.sites.index(site), 0])
        seconds = max(frame.step_ms, history.grid_for(at, at + frame.step_ms).step_ms) // 1000
        return words.cell(self._store.short_label(site), at, None if np.isnan(percent) else percent, seconds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Says what is under the pointer; with the button held, moves the time."""
        pressed = self._pressed
        if pressed is None:
            QToolTip.showText(event.globalPosition().toPoint(), self.sentence_at(event.position()) or "", self)
            return
        away = event.position().x() - pressed.x
        if pressed.moved or abs(away) > DRAG_PIXELS:
            self._pressed = Pressed(pressed.x, pressed.from_ms, moved=True)
            self._span.begin_at(pressed.from_ms - away * self._frame.ratio * self._frame.step_ms)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a click or a move."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = Pressed(event.position().x(), self._span.from_ms)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Asks for the moment and the site that were clicked."""
        pressed, self._pressed = self._pressed, None
        site = self._frame.site_at(event.position().y())
        if pressed is None or pressed.moved or site is None:
            return
        wall_ms = self._frame.moment_at(event.position().x())
        wall_ms = min(max(wall_ms, self._span.earliest_ms), self._store.now_ms)
        self.show_moment(wall_ms)
        self._selection.choose(site)
        self.moment_requested.emit(wall_ms, site)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms around the pointer; a wheel that turns sideways moves."""
        turned = event.angleDelta()
        if turned.x():
            self._span.pan(-turned.x() / 120 * self._span.length_ms / 10)
        elif turned.y():
            self._span.zoom(ZOOM_PER_NOTCH ** (turned.y() / 120), self._frame.moment_at(event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes plus, minus, Home (whole meeting) and End (back to now) while it has the focus."""
        middle_ms = self._span.from_ms + self._span.length_ms / 2
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._span.zoom(ZOOM_PER_NOTCH, middle_ms)
            case Qt.Key.Key_Minus:
                self._span.zoom(1 / ZOOM_PER_NOTCH, middle_ms)
            case Qt.Key.Key_Home:
                self._span.show_whole()
            case Qt.Key.Key_End:
                self._span.show_last_hour()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the focus."""
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows that the focus is elsewhere."""
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Notices another language and another screen."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.DevicePixelRatioChange}:
            self.setAccessibleName(words.map_name())
            said, self._troubled = self._troubled, None
            if self._history is not None and said is not None:
                self._say_state(self._history)
            self.chips.follow()
            self._redraw()
            self._place_chips()
        super().changeEvent(event)

    # ------------------------------------------------------------ for those who listen

    def _say_state(self, history: LineHistory) -> None:
        """Describes the present in words, anew only when other sites are in trouble."""
        losses = history.losses_now()
        rows = np.flatnonzero(losses >= self._store.quality.everywhere.loss_warning_percent)
        troubled = frozenset(history.sites[row] for row in rows)
        if troubled == self._troubled:
            return
        self._troubled = troubled
        worst = sorted(rows, key=lambda row: -losses[row])[:MOST_NAMED]
        labels = [words.site_loss(self._store.short_label(history.sites[row]), float(losses[row])) for row in worst]
        self.setAccessibleDescription(words.map_troubled(labels) if labels else words.map_calm(len(history.sites)))
