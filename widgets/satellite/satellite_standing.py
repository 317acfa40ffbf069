"""Where a site stands, painted: its place in the queue, that it is next, how it comes back, how long it may speak."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, elided_at_word, fitted, panel
from widgets.phrases import duration
from widgets.phrases.satellite import satellite_tool_words as tools
from widgets.phrases.satellite import satellite_words as words
from widgets.satellite.satellite_panels import StatePanel


class ClockedPanel(StatePanel):
    """A panel whose words change with the clock."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.now_ms = 0

    def set_now(self, now_ms: int) -> None:
        """Takes the wall clock, once a second."""
        self.now_ms = now_ms
        if self.isVisible():
            self.update()


class PlacePanel(ClockedPanel):
    """The site's place in the queue, that it is next, or how it comes back into the meeting."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons_width, self._below = 0, False

    def make_room(self, buttons_width: int, *, below: bool) -> None:
        """Leaves room for buttons: at the right edge, or below the words."""
        self._buttons_width, self._below = 0 if below else buttons_width, below
        self.update()

    def set_now(self, now_ms: int) -> None:
        """Takes the wall clock, once a second."""
        super().set_now(now_ms)
        self._name()

    def _name(self) -> None:
        heading, detail = self.texts()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(detail)

    def texts(self) -> tuple[str, str]:
        """Returns heading and detail."""
        state = self.state
        if not state.joined:
            return tools.reconnect_heading(state, self.now_ms), tools.reconnect_detail(state)
        return words.place_heading(state), words.place_detail(state, self.now_ms)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints sign, heading and detail."""
        state = self.state
        middle = (self.height() - 60) / 2 if self._below else self.height() / 2
        with QPainter(self) as painter:
            ground, edge = (theme.NEXT_ROW, theme.NEXT) if state.on_deck else (theme.PANEL, theme.LINE)
            panel(painter, self.rect().toRectF(), ground, edge)
            self._paint_sign(painter, QRectF(16, middle - 28, 56, 56))
            heading, detail = self.texts()
            room = self.width() - 100.0 - self._buttons_width
            face, small = theme.font(23 if state.on_deck else 21, 700), theme.font(16)
            box = QRectF(90, middle - 31, room, 31)
            draw_text(painter, box, elided_at_word(heading, face, room), face, theme.TEXT)
            box = QRectF(90, middle + 2, room, 26)
            ink = theme.NEXT_TEXT if state.on_deck else theme.TEXT_SECOND
            said = fitted([detail, detail.split(" · ")[0]], small, room)
            draw_text(painter, box, elided_at_word(said, small, room), small, ink)

    def _paint_sign(self, painter: QPainter, circle: QRectF) -> None:
        state = self.state
        on_deck, place = state.joined and state.on_deck, state.queue_place if state.joined else None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ground(state.joined, on_deck=on_deck, waits=place is not None))
        painter.drawEllipse(circle)
        if place is not None and not on_deck:
            draw_text(painter, circle, str(place), theme.font(28, 700), theme.ON_PRIMARY, CENTRE)
            return
        icon = Icon.ALERT if not state.joined else Icon.CHECK if on_deck else Icon.HAND
        ink = theme.ON_WARNING if not state.joined else theme.ON_NEXT if on_deck else theme.DIM
        draw_icon(painter, icon, circle.adjusted(15, 15, -15, -15), ink)


def _ground(joined: bool, *, on_deck: bool, waits: bool) -> QColor:  # noqa: FBT001 - named by its argument
    if not joined:
        return theme.WARNING
    return theme.NEXT if on_deck else theme.PRIMARY if waits else theme.RAISED


class TimerPanel(ClockedPanel):
    """How long the speech may still take; amber and in words from the last minute on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the figure and how far the time is spent."""
        limit = self.state.speech_limit_seconds
        started_ms = self.state.speech_started_ms
        spent_ms = 0 if started_ms is None else max(0, self.now_ms - started_ms)
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
            if started_ms is None:
                self._paint(painter, words.not_timed(), "--:--", theme.TEXT, warned=False)
                return
            if limit is None:
                self._paint(painter, words.time_spent(), duration(spent_ms), theme.TEXT, warned=False)
                return
            left_ms = limit * 1000 - spent_ms
            warned = left_ms < words.WARNED_SECONDS * 1000
            text = duration(left_ms) if left_ms >= 0 else "+" + duration(-left_ms)
            ink = theme.WARNING if warned else theme.TEXT
            self._paint(painter, words.time_left(left_ms), text, ink, warned=warned)
            whole = QRectF(0, 58, self.width() - 20, 40)
            draw_text(painter, whole, f"/ {duration(limit * 1000)}", theme.font(24, 600), theme.DIM, RIGHT)
            self._paint_share(painter, min(1.0, spent_ms / (limit * 1000)) if limit else 1.0, ink)

    def _paint(self, painter: QPainter, label: str, figure: str, ink: QColor, *, warned: bool) -> None:
        x = 20.0
        if warned:
            draw_icon(painter, Icon.ALERT, QRectF(x, 12, 20, 20), theme.WARNING)
            x += 28
        face = theme.font(16, 700 if warned else 500)
        draw_text(painter, QRectF(x, 8, self.width(), 28), label, face, ink if warned else theme.TEXT_SECOND)
        draw_text(painter, QRectF(20, 32, self.width(), 84), figure, theme.font(74, 700), ink)

    def _paint_share(self, painter: QPainter, share: float, ink: QColor) -> None:
        bar = QRectF(20, self.height() - 28, self.width() - 40, 14)
        panel(painter, bar, theme.METER_EMPTY, radius=7)
        panel(painter, QRectF(bar.x(), bar.y(), max(14.0, bar.width() * share), bar.height()), ink, radius=7)
