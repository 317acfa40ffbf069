"""The last lines of the log, or those around a moment, and whether the log is safe on the disk.

Rule: newest first; a moment that somebody asked for stays in sight until the wheel, Escape or a press beside the lines
leads back to the newest. Lines that this window has not kept are asked for. Where room is short the title goes first,
the shield never.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.line_history import LinesPage, LinesWanted
from console.snapshot import LogTailLine
from console.words import SiteId
from widgets import theme
from widgets.icons import Icon, draw_icon
from widgets.painting import CENTRE, LEFT, RIGHT, draw_text, elided_at_word, panel, text_width, veil
from widgets.phrases import EntrySign, phrase_entry, sign_of_entry, time_of_day
from widgets.phrases import console_words as words
from widgets.phrases.entries import says_something_new
from widgets.rephrasing import named
from widgets.store import Store
from widgets.theme import Measures

SIGNS: dict[EntrySign, tuple[Icon, QColor]] = {
    EntrySign.DONE: (Icon.CHECK, theme.NEXT_TEXT),
    EntrySign.WARNING: (Icon.TRIANGLE, theme.WARNING),
    EntrySign.ERROR: (Icon.SQUARE, theme.ERROR),
    EntrySign.PODIUM: (Icon.DOT, theme.LIVE),
}


AROUND_MS = 60_000
LINES_AROUND = 60
"""What is asked for when a moment is older than the lines at hand."""


class LogView(QWidget):
    """Newest line first, as many as there is room for."""

    moment_requested = Signal(object)
    """Milliseconds (UTC) of a line that was pressed: plots and map shall show it."""
    lines_wanted = Signal(object)
    """A `LinesWanted` for the bridge; answered by `take_lines`."""

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
        self._past: tuple[LogTailLine, ...] = ()
        for signal in (store.log_changed, store.roster_changed, store.link_lost_changed):
            signal.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.update()

    def follow(self) -> None:
        """Shows the present lines."""
        lines = self.readable_lines()
        self._find_moment()
        self.setAccessibleDescription(self.sentence(lines[0]) if lines else words.log_empty())
        self.update()

    def readable_lines(self) -> list[LogTailLine]:
        """Returns the lines for people, newest first: without those that come once per site for one act."""
        known = {line.number: line for line in (*self._past, *self._store.log_lines)}
        newest_first = (known[number] for number in sorted(known, reverse=True))
        return [line for line in newest_first if says_something_new(line.kind, line.what)]

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
        oldest = min((line.wall_ms for line in (*self._past, *self._store.log_lines)), default=None)
        if oldest is None or wall_ms < oldest:
            self.lines_wanted.emit(LinesWanted(until_ms=wall_ms + AROUND_MS, most=LINES_AROUND))
        self.follow()

    def take_lines(self, page: LinesPage) -> None:
        """Takes lines of the past that were asked for; they replace those asked for before."""
        if self._moment_ms is not None and page.session == self._store.session.session:
            self._past = page.lines
            self.follow()

    def show_newest(self) -> None:
        """Shows the newest lines again."""
        self._moment_ms, self._past, self._first = None, (), 0
        self.follow()

    def _find_moment(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            index = next(at for at, line in enumerate(self.readable_lines()) if line.number == chosen.number)
            self._first = max(0, index - 1)

    def _room(self) -> int:
        top = self._head_height + (self.row_step if self._store.log.failing else 0)
        return max(0, int((self.height() - top - 3) // self.row_step))

    def _line_at(self, y: float) -> LogTailLine | None:
        top = self._head_height + (self.row_step if self._store.log.failing else 0)
        index = int((y - top) // self.row_step)
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
        lines = len(self.readable_lines())
        self._moment_ms = None
        step = -1 if event.angleDelta().y() > 0 else 1
        self._first = max(0, min(self._first + step, lines - self._room()))
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the newest lines."""
        if event.key() == Qt.Key.Key_Escape and (self._moment_ms is not None or self._first):
            self.show_newest()
        else:
            super().keyPressEvent(event)

    def sentence(self, line: LogTailLine) -> str:
        """Returns a line in words."""
        return phrase_entry(line.kind, line.what, self._store.short_label)

    @property
    def _head_height(self) -> int:
        head = 36 if not self._measures.compact else 30
        return head if self.height() >= head + 2 * self.row_step else 3

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
            beside = QRectF(14, head.height() + last * self.row_step, head.width(), self.row_step)
            state_left = self._paint_state(painter, head if titled else beside)
            lines = self.readable_lines()
            if not lines:
                rest = QRectF(0, head.bottom(), self.width(), self.height() - head.height())
                if not titled:
                    rest = QRectF(14, head.height(), self.width() - 28, self.row_step)
                where = CENTRE if titled else LEFT
                draw_text(painter, rest, words.log_empty(), theme.font(size.row_size), theme.FAINT, where)
            top = head.bottom()
            if self._store.log.failing:
                self._paint_failure(painter, top)
                top += self.row_step
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
