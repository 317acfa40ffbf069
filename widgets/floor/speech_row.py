"""The running speech above the queue: who, how long, against which limit, and what may be done about it.

Rule: the limit is warned before its end in amber and said in words past it; red stays what it is. The limit belongs to
this one speech.
"""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from console.commands import SetSpeechLimit
from console.snapshot import FloorView
from widgets.controls.acts import Act
from widgets.controls.buttons import ActionButton
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import RIGHT, draw_text, fitted, panel, text_width
from widgets.drawing.rephrasing import tipped
from widgets.drawing.short_names import shortened
from widgets.drawing.theme import Measures
from widgets.phrases.console import console_words as words
from widgets.phrases.console import queue_words

LIMITS_SECONDS = (180, 300, 420, 600, 900, 1200, 1800, None)
"""Limits that a speech may be given by menu."""


def speech_over_ms(floor: FloorView, now_ms: int) -> int | None:
    """Returns by how much the running speech is over its limit, negative while it is within; None without a limit."""
    if floor.speech_started_ms is None or floor.speech_limit_seconds is None:
        return None
    return now_ms - floor.speech_started_ms - floor.speech_limit_seconds * 1000


def speech_is_warned(floor: FloorView, now_ms: int) -> bool:
    """Tells whether the limit of the running speech is near or past."""
    over_ms = speech_over_ms(floor, now_ms)
    return over_ms is not None and over_ms >= -floor.speech_warning_seconds * 1000


class SpeechRow(QWidget):
    """One row; hidden while nobody speaks."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._time_left = 0.0
        self._finish = ActionButton(commands.action(Act.FINISH_SPEECH), self, shows_key=False)
        self._minute = ActionButton(commands.action(Act.ADD_MINUTE), self, shows_key=False)
        tipped(self, commands.action(Act.SPEECH_LIMIT).toolTip)

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        for button in (self._finish, self._minute):
            button.title_size = measures.label_size
        self._place()

    def follow(self) -> None:
        """Shows the present speech."""
        floor = self._store.floor
        self.setVisible(floor.speaker is not None)
        if floor.speaker is not None:
            self.setAccessibleName(f"{words.speaking()}: {self._store.full_label(floor.speaker)}")
            self._minute.setVisible(floor.speech_limit_seconds is not None)
            self._place()
            self.update()

    def follow_time(self) -> None:
        """Shows the time of this second."""
        self.update(46, 0, self.width() - 46, self.height())

    def open_limits(self) -> None:
        """Opens the menu of limits under the time; the present one carries a mark."""
        menu = self.limits_menu()
        menu.popup(self.mapToGlobal(QPoint(round(self._time_left), self.height())))

    def limits_menu(self) -> QMenu:
        """Returns the menu of limits."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for seconds in LIMITS_SECONDS:
            choice = menu.addAction(queue_words.limit_choice(seconds))
            choice.setCheckable(True)
            choice.setChecked(seconds == self._store.floor.speech_limit_seconds)
            choice.triggered.connect(partial(self._set_limit, seconds))
        return menu

    def _set_limit(self, seconds: int | None) -> None:
        self._store.send(SetSpeechLimit(seconds=seconds))

    def _place(self) -> None:
        x = self.width() - 4
        for button in (self._finish, self._minute):
            if not button.isHidden():
                x -= button.sizeHint().width() - 4
                button.setGeometry(x, 0, button.sizeHint().width() - 4, self.height())
                x -= 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the buttons at the right end."""
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Opens the menu of limits from the time."""
        if event.button() is Qt.MouseButton.LeftButton and event.position().x() >= self._time_left - 8:
            self.open_limits()

    # ------------------------------------------------------------ painting

    @property
    def _end(self) -> float:
        shown = [button.x() for button in (self._finish, self._minute) if not button.isHidden()]
        return float(min(shown, default=self.width())) - 10

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        store, floor, size = self._store, self._store.floor, self._measures
        if floor.speaker is None:
            return
        with QPainter(self) as painter:
            box = self.rect().toRectF()
            panel(painter, box, theme.PLATE, radius=6)
            ink = theme.LIVE if not store.link_lost else theme.FAINT
            draw_icon(painter, Icon.DOT, QRectF(9, box.center().y() - 8, 16, 16), ink)
            face, end = theme.font(size.row_size, 600), self._end
            spent_ms = max(0, store.now_ms - (floor.speech_started_ms or store.now_ms))
            timer = words.timer(spent_ms, floor.speech_limit_seconds)
            warned = speech_is_warned(floor, store.now_ms)
            self._time_left = end - text_width(timer, face)
            draw_text(
                painter, QRectF(0, 0, end, box.height()), timer, face, theme.WARNING if warned else theme.TEXT, RIGHT
            )
            self._paint_words(painter, floor, 40.0, self._time_left - 10)

    def _paint_words(self, painter: QPainter, floor: FloorView, left: float, right: float) -> None:
        size, height = self._measures, self.height()
        notes, ink, icon = self._note(floor)
        small = theme.font(size.label_size, 700 if icon is not None else 400)
        note = fitted(notes, small, (right - left) * 0.55)
        note_width = text_width(note, small) + (20 if icon is not None else 0)
        must = icon is not None
        face, view = theme.font(size.row_size, 600), self._store.site(floor.speaker)
        prefix = f"{view.number} · " if view is not None else ""
        room = right - left - (note_width + 10 if must else 0)
        name = shortened(
            view.name if view is not None else floor.speaker or "", lambda form: text_width(prefix + form, face) <= room
        )
        x = left + draw_text(painter, QRectF(left, 0, room, height), prefix + name, face, theme.TEXT) + 10
        if icon is not None and x + note_width <= right:
            draw_icon(painter, icon, QRectF(x, height / 2 - 7, 14, 14), ink)
            x += 20
        text = note if must else fitted([note, ""], small, right - x)
        draw_text(painter, QRectF(x, 0, right - x, height), text, small, ink)

    def _note(self, floor: FloorView) -> tuple[list[str], QColor, Icon | None]:
        """Returns what has to be said of the speech, longest wording first: dropped, over time, near its end."""
        now_ms = self._store.now_ms
        if floor.speaker_dropped_ms is not None:
            return queue_words.dropped(now_ms - floor.speaker_dropped_ms), theme.WARNING, Icon.TRIANGLE
        over_ms = speech_over_ms(floor, now_ms)
        if over_ms is None or not speech_is_warned(floor, now_ms):
            return [*([floor.speaker_person] if floor.speaker_person else []), words.speaking()], theme.DIM, None
        if over_ms >= 0:
            return queue_words.over_time(over_ms), theme.WARNING, Icon.ALERT
        return [queue_words.left_to_speak(-over_ms)], theme.WARNING, None
