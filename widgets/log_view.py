"""The last lines of the log, and whether it is safe on the disk."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.snapshot import LogTailLine
from widgets import theme
from widgets.icons import Icon, draw_icon
from widgets.painting import CENTRE, RIGHT, draw_text, elided_at_word, panel, text_width, veil
from widgets.phrases import EntrySign, phrase_entry, sign_of_entry, time_of_day
from widgets.phrases import console_words as words
from widgets.phrases.entries import says_something_new
from widgets.store import Store
from widgets.theme import Measures

SIGNS: dict[EntrySign, tuple[Icon, QColor]] = {
    EntrySign.DONE: (Icon.CHECK, theme.NEXT_TEXT),
    EntrySign.WARNING: (Icon.TRIANGLE, theme.WARNING),
    EntrySign.ERROR: (Icon.SQUARE, theme.ERROR),
    EntrySign.PODIUM: (Icon.DOT, theme.LIVE),
}


class LogView(QWidget):
    """Newest line first, as many as there is room for."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("log")
        self.setAccessibleName(words.log_title())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store = store
        self._measures = theme.WIDE
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
        self.setAccessibleDescription(self.sentence(lines[0]) if lines else words.log_empty())
        self.update()

    def readable_lines(self) -> list[LogTailLine]:
        """Returns the lines for people, newest first: without those that come once per site for one act."""
        return [line for line in reversed(self._store.log_lines) if says_something_new(line.kind, line.what)]

    def sentence(self, line: LogTailLine) -> str:
        """Returns a line in words."""
        return phrase_entry(line.kind, line.what, self._store.short_label)

    @property
    def row_step(self) -> int:
        return 26 if not self._measures.compact else 22

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints title, state and lines."""
        with QPainter(self) as painter:
            size = self._measures
            edge = theme.SELECT if self.hasFocus() else theme.LINE
            panel(painter, self.rect().toRectF(), theme.PANEL, edge)
            head = QRectF(14, 0, self.width() - 28, 36 if not size.compact else 30)
            draw_text(painter, head, words.log_title(), theme.font(size.panel_title_size, 600), theme.TEXT)
            self._paint_state(painter, head)
            lines = self.readable_lines()
            if not lines:
                rest = QRectF(0, head.bottom(), self.width(), self.height() - head.height())
                draw_text(painter, rest, words.log_empty(), theme.font(size.row_size), theme.FAINT, CENTRE)
            top = head.bottom()
            if self._store.log.failing:
                self._paint_failure(painter, top)
                top += self.row_step
            room = int((self.height() - top - 6) // self.row_step)
            for index, line in enumerate(lines[:room]):
                self._paint_line(painter, line, top + index * self.row_step)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _paint_state(self, painter: QPainter, head: QRectF) -> None:
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

    def _paint_failure(self, painter: QPainter, top: float) -> None:
        room, face = self.width() - 28, theme.font(self._measures.label_size + 1, 600)
        text = elided_at_word(words.log_failure(self._store.log.failure), face, room)
        draw_text(painter, QRectF(14, top, room, self.row_step), text, face, theme.ERROR)

    def _paint_line(self, painter: QPainter, line: LogTailLine, top: float) -> None:
        size, step = self._measures, self.row_step
        time_face, face = theme.font(size.label_size), theme.font(size.label_size + 1, 500)
        time_width = text_width("00:00:00", time_face)
        draw_text(painter, QRectF(14, top, time_width, step), time_of_day(line.wall_ms), time_face, theme.DIM)
        sign = SIGNS.get(sign_of_entry(line.kind, line.what))
        left = 14 + time_width + 14
        if sign is not None:
            draw_icon(painter, sign[0], QRectF(left, top + step / 2 - 7, 14, 14), sign[1])
        left += 24
        room = self.width() - left - 14
        text = elided_at_word(self.sentence(line), face, room)
        draw_text(
            painter, QRectF(left, top, room, step), text, face, theme.TEXT if sign is not None else theme.TEXT_SECOND
        )
