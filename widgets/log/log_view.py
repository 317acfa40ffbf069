"""The last lines of the log, or those around a moment, or those that were looked for; and whether it is safe on disk.

Rule: newest first; a moment that somebody asked for stays in sight until the wheel, Escape or a press beside the lines
leads back to the newest. Lines that this window has not kept are asked for. Where room is short the title goes first,
the shield never.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.lines.line_history import LinesPage
from console.snapshot import LogTailLine
from console.words import SiteId
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, LEFT, RIGHT, draw_text, elided_at_word, panel, text_width, veil
from widgets.drawing.rephrasing import named
from widgets.drawing.theme import Measures
from widgets.lines.span_chips import Chip
from widgets.log.log_filter import LogFilter
from widgets.log.log_filter_bar import HEIGHT as FILTER_HEIGHT
from widgets.log.log_filter_bar import LogFilterBar
from widgets.log.log_lines import LogLines
from widgets.phrases import EntrySign, phrase_entry, sign_of_entry, time_of_day
from widgets.phrases.console import console_words as words
from widgets.phrases.console import log_words

SIGNS: dict[EntrySign, tuple[Icon, QColor]] = {
    EntrySign.DONE: (Icon.CHECK, theme.NEXT_TEXT),
    EntrySign.WARNING: (Icon.TRIANGLE, theme.WARNING),
    EntrySign.ERROR: (Icon.SQUARE, theme.ERROR),
    EntrySign.PODIUM: (Icon.DOT, theme.LIVE),
    EntrySign.MARK: (Icon.BOOKMARK, theme.SELECT),
    EntrySign.INCIDENT: (Icon.FLAG, theme.WARNING),
    EntrySign.NOTE: (Icon.PENCIL, theme.TEXT),
}


class LogView(QWidget):
    """Newest line first, as many as there is room for."""

    moment_requested = Signal(object)
    """Milliseconds (UTC) of a line that was pressed: plots and map shall show it."""
    lines_wanted = Signal(object)
    """A `LinesWanted` for the bridge; answered by `take_lines`."""
    opened_changed = Signal()
    """The log wants much room to be looked through, or no longer."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("log")
        named(self, words.log_title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store = store
        self._measures = theme.WIDE
        self._first = 0
        """How many lines newer than the first shown one there are."""
        self._moment_ms: int | None = None
        self.opened = False
        """Whether somebody looks through it."""
        self._lines = LogLines(store, self.sentence, self)
        self._lines.lines_wanted.connect(self.lines_wanted)
        self.filter_bar = LogFilterBar(self)
        self.filter_bar.hide()
        self.filter_bar.changed.connect(self._set_filter)
        self.filter_bar.steps_wanted.connect(self._move)
        self.filter_bar.closed.connect(self.close_filter)
        self._chip = Chip(self, "log-filter-chip", self._open_or_close)
        for signal in (store.log_changed, store.roster_changed, store.link_lost_changed):
            signal.connect(self.follow)
        self.follow()

    def rephrase(self) -> None:
        """Says its kept words in the language in use."""
        self._place()
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._chip.pixels = measures.label_size
        self.filter_bar.set_measures(measures)
        self._place()
        self.update()

    def follow(self) -> None:
        """Shows the present lines."""
        self._lines.look_again()
        lines = self.readable_lines()
        self._find_moment()
        self.setAccessibleDescription(self.sentence(lines[0]) if lines else words.log_empty())
        self.update()

    def readable_lines(self) -> list[LogTailLine]:
        """Returns the wanted lines for people, newest first."""
        return self._lines.found

    @property
    def chosen(self) -> LogTailLine | None:
        """The line of the moment that somebody asked for: the last one before or at it, or the first after it."""
        if self._moment_ms is None:
            return None
        lines = self.readable_lines()
        before = (line for line in lines if line.wall_ms <= (self._moment_ms or 0))
        return next(before, lines[-1] if lines else None)

    @property
    def least_height(self) -> int:
        """Two lines, with the title where there is more room."""
        head = 36 if not self._measures.compact else 0
        return head + 2 * self.row_step + 6

    # ------------------------------------------------------------ a moment

    def show_moment(self, wall_ms: int, _site: SiteId | None = None) -> None:
        """Shows the lines around a moment; asks for them when they are older than those at hand."""
        self._moment_ms = wall_ms
        self._lines.want_around(wall_ms)
        self.follow()

    def take_lines(self, page: LinesPage) -> None:
        """Takes lines of the past that were asked for: around a moment, or older ones while it is looked through."""
        if page.session != self._store.session.session:
            return
        if self.opened:
            self._lines.add_past(page)
            self.follow()
        elif self._moment_ms is not None:
            self._lines.replace_past(page)
            self.follow()

    def show_newest(self) -> None:
        """Shows the newest lines again."""
        self._moment_ms, self._first = None, 0
        self._lines.forget_past()
        self.follow()

    def _find_moment(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            index = next(at for at, line in enumerate(self.readable_lines()) if line.number == chosen.number)
            self._first = max(0, index - 1)

    # ------------------------------------------------------------ looking through it

    def open_filter(self) -> None:
        """Takes much room and lets lines be looked for."""
        self.opened = True
        self.filter_bar.show()
        self.opened_changed.emit()
        self.filter_bar.begin()

    def close_filter(self) -> None:
        """Shows the newest lines of every kind again, in the usual room."""
        if self.opened:
            self.opened = False
            self.filter_bar.hide()
            self._lines.set_filter(LogFilter())
            self.show_newest()
            self.opened_changed.emit()

    def _open_or_close(self) -> None:
        if self.opened:
            self.close_filter()
        else:
            self.open_filter()

    def _set_filter(self, wanted: LogFilter) -> None:
        if self.opened:
            self._lines.set_filter(wanted)
            self._moment_ms, self._first = None, 0
            self.follow()
            self._fill()

    def _fill(self) -> None:
        """Asks for older lines where those at hand do not fill the room that is left below."""
        if self.opened and len(self.readable_lines()) < self._first + self._room():
            self._lines.want_older()

    def _move(self, steps: int) -> None:
        """Moves through the lines, so many down."""
        self._moment_ms = None
        self._first = max(0, min(self._first + steps, len(self.readable_lines()) - self._room()))
        self.update()
        if self.opened and self._first + self._room() >= len(self.readable_lines()):
            self._lines.want_older()

    def _place(self) -> None:
        titled = self._head_height > self.row_step
        title = text_width(words.log_title(), theme.font(self._measures.panel_title_size, 600))
        word = log_words.close_filter() if self.opened else log_words.filter_chip()
        self._chip.say(word, in_force=False)
        self._chip.setVisible(titled)
        self._chip.setGeometry(round(14 + title + 8), 0, self._chip.sizeHint().width(), round(self._title_height))
        self.filter_bar.setGeometry(14, round(self._title_height), self.width() - 28, FILTER_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps filter and chip in their places."""
        self._place()

    def _room(self) -> int:
        return max(0, int((self.height() - self._lines_top - 3) // self.row_step))

    @property
    def _lines_top(self) -> int:
        failing = self.row_step if self._store.log.failing else 0
        return self._head_height + (FILTER_HEIGHT + 2 if self.opened else 0) + failing

    def _line_at(self, y: float) -> LogTailLine | None:
        index = int((y - self._lines_top) // self.row_step)
        lines = self.readable_lines()
        at = self._first + index
        return lines[at] if 0 <= index < self._room() and at < len(lines) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Asks plots and map for the moment of a line; on the title, shows the newest lines again."""
        line = self._line_at(event.position().y())
        if line is None:
            self.show_newest()
        else:
            self._moment_ms = line.wall_ms
            self.moment_requested.emit(line.wall_ms)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves through the lines."""
        self._move(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the newest lines, and out of looking through them."""
        if event.key() == Qt.Key.Key_Escape and self.opened:
            self.close_filter()
        elif event.key() == Qt.Key.Key_Escape and (self._moment_ms is not None or self._first):
            self.show_newest()
        else:
            super().keyPressEvent(event)

    def sentence(self, line: LogTailLine) -> str:
        """Returns a line in words."""
        return phrase_entry(line.kind, line.what, self._store.short_label)

    @property
    def _title_height(self) -> int:
        return 36 if not self._measures.compact else 30

    @property
    def _head_height(self) -> int:
        return self._title_height if self.height() >= self._title_height + 2 * self.row_step else 3

    @property
    def row_step(self) -> int:
        return 26 if not self._measures.compact else 22

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints title, state and lines."""
        with QPainter(self) as painter:
            size = self._measures
            edge = theme.SELECT if self.hasFocus() else theme.LINE
            panel(painter, self.rect().toRectF(), theme.PANEL, edge)
            head = QRectF(14, 0, self.width() - 28, self._head_height)
            titled = head.height() > self.row_step
            if titled:
                draw_text(painter, head, words.log_title(), theme.font(size.panel_title_size, 600), theme.TEXT)
            last = max(0, self._room() - 1)
            beside = QRectF(14, self._lines_top + last * self.row_step, head.width(), self.row_step)
            state_left = self._paint_state(painter, head if titled else beside)
            lines = self.readable_lines()
            if not lines:
                rest = QRectF(0, head.bottom(), self.width(), self.height() - head.height())
                if not titled:
                    rest = QRectF(14, head.height(), self.width() - 28, self.row_step)
                where = CENTRE if titled else LEFT
                text = words.log_empty() if self._lines.filter == LogFilter() else log_words.nothing_like_it()
                draw_text(painter, rest, text, theme.font(size.row_size), theme.FAINT, where)
            top = self._lines_top
            if self._store.log.failing:
                self._paint_failure(painter, top - self.row_step)
            chosen = self.chosen
            for index, line in enumerate(lines[self._first : self._first + self._room()]):
                place = top + index * self.row_step
                if chosen is not None and line.number == chosen.number:
                    panel(painter, QRectF(8, place, self.width() - 16, self.row_step), theme.RAISED, theme.SELECT, 5)
                right = state_left - 10 if not titled and index == last else self.width() - 14
                self._paint_line(painter, line, place, right)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _paint_state(self, painter: QPainter, head: QRectF) -> float:
        """Paints how safe the log is, at the right, and returns where that begins."""
        log, face = self._store.log, theme.font(self._measures.label_size, 600)
        if log.failing:
            icon, ink, text = Icon.SQUARE, theme.ERROR, words.log_failing()
        elif log.lines > log.durable_lines:
            icon, ink, text = Icon.CLOCK, theme.TEXT_SECOND, words.log_writing(log.lines - log.durable_lines)
        else:
            icon, ink, text = Icon.SHIELD, theme.TEXT_SECOND, words.log_safe(log.durable_lines)
        draw_text(painter, head, text, face, ink, RIGHT)
        x = head.right() - text_width(text, face) - 24
        draw_icon(painter, icon, QRectF(x, head.center().y() - 8, 16, 16), ink)
        return x

    def _paint_failure(self, painter: QPainter, top: float) -> None:
        room, face = self.width() - 28, theme.font(self._measures.label_size + 1, 600)
        text = elided_at_word(words.log_failure(self._store.log.failure), face, room)
        draw_text(painter, QRectF(14, top, room, self.row_step), text, face, theme.ERROR)

    def _paint_line(self, painter: QPainter, line: LogTailLine, top: float, right: float) -> None:
        size, step = self._measures, self.row_step
        time_face, face = theme.font(size.label_size), theme.font(size.label_size + 1, 500)
        time_width = text_width("00:00:00", time_face)
        draw_text(painter, QRectF(14, top, time_width, step), time_of_day(line.wall_ms), time_face, theme.DIM)
        sign = SIGNS.get(sign_of_entry(line.kind, line.what))
        left = 14 + time_width + 14
        if sign is not None:
            draw_icon(painter, sign[0], QRectF(left, top + step / 2 - 7, 14, 14), sign[1])
        left += 24
        room = right - left
        text = elided_at_word(self.sentence(line), face, room)
        draw_text(
            painter, QRectF(left, top, room, step), text, face, theme.TEXT if sign is not None else theme.TEXT_SECOND
        )
