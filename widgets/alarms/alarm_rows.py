"""One alarm in the list: its sign, what is wrong, with whom and since when, who has taken it.

Rule: an alarm that nobody has taken flashes as a whole sign, its words stand still; one that is over says so.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.snapshot import AlarmView
from console.words import AlarmKind, Severity
from widgets.alarms.alarm_desk import asks, flashes, stands
from widgets.controls.buttons import PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import RIGHT, draw_text, elided_at_word, fitted, panel, text_width, veil
from widgets.drawing.theme import Measures
from widgets.phrases.console import alarm_panel_words as words
from widgets.phrases.console.tile_words import line_trouble
from widgets.phrases.log.alarm_words import phrase_alarm

SIGN_LEFT, TEXT_LEFT = 14.0, 42.0
TAKE_WIDTH, TAKE_WIDTH_COMPACT = 96, 84


def sentence_of(alarm: AlarmView, store: Store) -> str:
    """Returns what is wrong."""
    return phrase_alarm(alarm.kind, alarm.severity, alarm.sites, alarm.cause, alarm.branch, store.short_label)


def details_of(alarm: AlarmView, store: Store) -> list[str]:
    """Returns sites, time and figures of an alarm in several wordings, longest first."""
    when = words.since(alarm) if alarm.cleared_ms is None else words.over(alarm.cleared_ms)
    if len(alarm.sites) > 1:
        views = [view for view in map(store.site, alarm.sites) if view is not None]
        numbers = words.site_numbers([view.number for view in views])
        parts = [numbers, when, words.advice(alarm.cause, alarm.branch)]
    else:
        parts = [when, *_figures(alarm, store)]
    parts = [part for part in parts if part]
    return [" · ".join(parts[:count]) for count in range(len(parts), 0, -1)]


def _figures(alarm: AlarmView, store: Store) -> list[str]:
    view = store.site(alarm.sites[0]) if alarm.sites else None
    if view is None:
        return []
    carrier = words.carrier(view.carrier) if view.carrier else ""
    if alarm.kind is AlarmKind.LINE and stands(alarm):
        return [line_trouble(view.line)[0], words.packets(view.line.packets_in_window), carrier]
    if alarm.kind is AlarmKind.SITE_LOST and stands(alarm):
        return [words.contact(view.contacts) if view.contacts else "", carrier]
    return []


def sign_of(alarm: AlarmView, *, outlined: bool) -> tuple[Icon, QColor]:
    """Returns shape and colour of an alarm's sign; what is over is grey."""
    error = alarm.severity is Severity.ERROR
    ink = theme.DIM if not stands(alarm) else theme.ERROR if error else theme.WARNING
    hollow = (outlined and flashes(alarm)) or not stands(alarm)
    if error:
        return Icon.SQUARE_OPEN if hollow else Icon.SQUARE, ink
    return Icon.TRIANGLE_OPEN if hollow else Icon.TRIANGLE, ink


class AlarmRow(QWidget):
    """One alarm with the button that takes it."""

    chosen = Signal(str)
    """The alarm's id."""
    take_wanted = Signal(str)

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._alarm: AlarmView | None = None
        self._selected = self._outlined = False
        self._take = PaintedButton(self)
        self._take.clicked.connect(self._wish)

    def show_alarm(
        self, alarm: AlarmView, measures: Measures, *, selected: bool, next_taken: bool, outlined: bool
    ) -> None:
        """Shows an alarm; `next_taken`: F9 would take it."""
        self._alarm, self._measures = alarm, measures
        self._selected, self._outlined = selected, outlined
        sentence = sentence_of(alarm, self._store)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(f"{details_of(alarm, self._store)[0]}, {words.owner(alarm)}")
        self._take.title_size, self._take.second_size = measures.label_size + 1, measures.label_size - 1
        self._take.set_words(words.take(), "F9" if next_taken else "")
        self._take.setObjectName(f"take-{alarm.alarm_id}")
        self._take.setAccessibleName(words.take_of(sentence))
        self._take.setToolTip(words.take_of(sentence))
        self._take.setVisible(asks(alarm))
        self._take.setEnabled(not self._store.link_lost)
        self.update()

    def set_outlined(self, *, outlined: bool) -> None:
        """Shows the other half of the flash."""
        if outlined != self._outlined:
            self._outlined = outlined
            if self._alarm is not None and flashes(self._alarm):
                self.update(0, 0, round(TEXT_LEFT), self.height())

    def _wish(self) -> None:
        if self._alarm is not None:
            self.take_wanted.emit(self._alarm.alarm_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the alarm and its site."""
        if self._alarm is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._alarm.alarm_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button at the right end."""
        width = TAKE_WIDTH if not self._measures.compact else TAKE_WIDTH_COMPACT
        self._take.setGeometry(self.width() - width - 6, (self.height() - 36) // 2, width, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        alarm = self._alarm
        if alarm is None:
            return
        with QPainter(self) as painter:
            box = self.rect().toRectF()
            if self._selected:
                panel(painter, box, theme.RAISED, theme.SELECT, radius=6)
            icon, ink = sign_of(alarm, outlined=self._outlined)
            draw_icon(painter, icon, QRectF(SIGN_LEFT, box.center().y() - 9, 18, 18), ink)
            self._paint_words(painter, alarm)
            if self._store.link_lost:
                veil(painter, box)

    def _paint_words(self, painter: QPainter, alarm: AlarmView) -> None:
        size, store = self._measures, self._store
        small = theme.font(size.label_size)
        right = float(self._take.x() - 10)
        if not asks(alarm):
            owner = words.owner(alarm)
            draw_text(painter, QRectF(0, 0, self.width() - 12, self.height()), owner, small, theme.DIM, RIGHT)
            right = self.width() - 12 - text_width(owner, small) - 12
        room, half, line = right - TEXT_LEFT, self.height() / 2, size.row_size * 1.35
        face = theme.font(size.row_size, 600)
        ink = theme.TEXT if stands(alarm) else theme.DIM
        title = elided_at_word(sentence_of(alarm, store), face, room)
        draw_text(painter, QRectF(TEXT_LEFT, half - line, room, line), title, face, ink)
        details = elided_at_word(fitted(details_of(alarm, store), small, room), small, room)
        draw_text(painter, QRectF(TEXT_LEFT, half, room, line), details, small, theme.DIM)
