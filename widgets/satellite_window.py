"""A site's own window: the program, whether this room is heard and why not, the hand, Ready, and the own place.

Rule: it shows one state and sends wishes; it never decides whether the microphone opens.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.buttons import NEXT, ON_WARNING, PLAIN, PRIMARY, PaintedButton
from widgets.icons import Icon, draw_icon
from widgets.painting import draw_text, elided_at_word, panel, text_width
from widgets.phrases import hour_and_minute
from widgets.phrases import satellite_words as words
from widgets.satellite_panels import MicrophonePanel, PicturePane, PlacePanel, TimerPanel
from widgets.satellite_state import SatelliteState
from widgets.sources import PictureSource

TICK_MS = 33
SMALLEST = (1024, 640)


class SatelliteWindow(QWidget):
    """The light mode."""

    floor_wanted = Signal(bool)
    """True: ask for the floor; False: take the request back."""
    ready_given = Signal()
    microphone_wanted = Signal(bool)
    """True: the technician wants to open it (also when he may not: the bridge is told)."""
    speech_ended = Signal()
    place_taken_back = Signal()
    """Another computer has joined as this site, and the technician wants the place back."""
    views_changed = Signal(object)
    """A mapping from picture key (`program`, `own`) to its size in physical pixels."""
    closed = Signal()

    def __init__(self, pictures: PictureSource, clock: Callable[[], int]) -> None:
        """`clock` gives wall-clock milliseconds (UTC)."""
        super().__init__()
        self._clock = clock
        self.state = SatelliteState()
        self._shown_second = 0
        self.setWindowTitle(words.window_title())
        self.setMinimumSize(*SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.program = PicturePane(pictures, "program", Icon.SCREEN, self)
        self.own = PicturePane(pictures, "own", Icon.CAMERA, self)
        self.microphone = MicrophonePanel(self)
        self.place = PlacePanel(self)
        self.timer = TimerPanel(self)
        self._make_buttons()
        self._make_keys()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self.show_state(self.state)

    def _make_buttons(self) -> None:
        self.hand = PaintedButton(self, PRIMARY, icon=Icon.HAND)
        self.ready = PaintedButton(self, NEXT, icon=Icon.CHECK)
        self.switch = PaintedButton(self, PLAIN, icon=Icon.MICROPHONE)
        self.finish = PaintedButton(self, PRIMARY, stacked=True)
        self.take_back = PaintedButton(self, ON_WARNING)
        for name, button in (
            ("hand", self.hand),
            ("ready", self.ready),
            ("microphone", self.switch),
            ("finish", self.finish),
            ("take-back", self.take_back),
        ):
            button.setObjectName(f"button-{name}")
            button.title_size, button.second_size = 19, 15
        self.hand.clicked.connect(self._change_hand)
        self.ready.clicked.connect(self.ready_given)
        self.switch.clicked.connect(lambda: self._want_microphone(wants_open=not self.state.microphone_open))
        self.finish.clicked.connect(self.speech_ended)
        self.take_back.title_size = 16
        self.take_back.clicked.connect(self.place_taken_back)

    def _make_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("H", self._raise_hand),
            ("Shift+H", self._lower_hand),
            ("M", self._close_microphone),
            ("F4", self._finish_by_key),
            ("Return", self._ready_by_key),
            ("Enter", self._ready_by_key),
        )
        for key, wish in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)

    # ------------------------------------------------------------ wishes

    def _change_hand(self) -> None:
        self.floor_wanted.emit(self.state.queue_place is None)

    def _raise_hand(self) -> None:
        self.floor_wanted.emit(True)  # noqa: FBT003 the signal's one value

    def _lower_hand(self) -> None:
        self.floor_wanted.emit(False)  # noqa: FBT003 the signal's one value

    def _close_microphone(self) -> None:
        self.microphone_wanted.emit(False)  # noqa: FBT003 the signal's one value

    def _want_microphone(self, *, wants_open: bool) -> None:
        self.microphone.tried = wants_open and not (self.state.may_open or self.state.microphone_ordered_open)
        self.microphone.update()
        self.microphone_wanted.emit(wants_open)

    def _ready_by_key(self) -> None:
        if self.state.on_deck and not self.state.ready:
            self.ready_given.emit()

    def _finish_by_key(self) -> None:
        if self.state.on_podium:
            self.speech_ended.emit()

    # ------------------------------------------------------------ state

    def show_state(self, state: SatelliteState) -> None:
        """Shows a state; the layout changes only between podium and floor."""
        self.state = state
        for part in (self.microphone, self.place, self.timer):
            part.set_state(state)
        self.program.set_label(words.program_label(state))
        self.own.set_label(words.own_label(state), live=state.on_podium)
        in_queue = state.queue_place is not None
        self.hand.set_words(words.lower_hand() if in_queue else words.raise_hand(), "Shift+H" if in_queue else "H")
        self.hand.set_look(PLAIN if in_queue else PRIMARY)
        self.hand.setEnabled(state.joined)
        self.ready.set_words(words.ready(), "Enter")
        self.ready.setEnabled(state.joined and not state.ready)
        self.switch.set_words(
            words.close_microphone() if state.microphone_open else words.open_microphone(),
            "M" if state.microphone_open else "",
        )
        allowed = (state.may_open or state.microphone_ordered_open) and not state.microphone_open
        self.switch.set_look(PRIMARY if allowed else PLAIN)
        self.switch.setEnabled(state.joined and state.has_microphone)
        self.take_back.set_words(words.take_back())
        self.finish.set_words(words.end_speech(), "F4 · " + words.end_speech_hint())
        self._lay_out()
        self.update()

    def _on_tick(self) -> None:
        if not self.isVisible() or self.isMinimized():
            return
        self.program.refresh_picture()
        self.own.refresh_picture()
        second = self._clock() // 1000
        if second != self._shown_second:
            self._shown_second = second
            self.timer.now_ms = self._clock()
            self.timer.update()
            self.update(0, 0, self.width(), 64)

    # ------------------------------------------------------------ layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        on_podium = self.state.on_podium
        edge = 28 if on_podium else 16
        top = 128 if on_podium else 76
        right_width = max(400, round(self.width() * 0.327))
        left_width = self.width() - right_width - 2 * edge - (16 if on_podium else 12)
        least_foot = 104 if not on_podium else 64
        picture_height = min(round(left_width * 9 / 16), self.height() - top - least_foot - edge - 12)
        large, small = (self.own, self.program) if on_podium else (self.program, self.own)
        large.setGeometry(edge, top, left_width, picture_height)
        large.lower()
        if on_podium:
            inset = round(left_width * 0.28)
            small.setGeometry(
                edge + left_width - inset - 13,
                top + picture_height - round(inset * 9 / 16) - 13,
                inset,
                round(inset * 9 / 16),
            )
        below = top + picture_height + 12
        foot = min(self.height() - below - edge, least_foot + (16 if on_podium else 48))
        right = edge + left_width + (16 if on_podium else 12)
        self._lay_out_foot(edge, below, left_width, foot)
        self._lay_out_right(right, top, right_width)
        wide = self.take_back.sizeHint().width()
        self.take_back.setGeometry(self.width() - 24 - wide, 18, wide, 40)
        self.take_back.setVisible(self.state.replaced)
        self.views_changed.emit({"program": self.program.wanted_size(), "own": self.own.wanted_size()})

    def _lay_out_foot(self, x: int, y: int, width: int, height: int) -> None:
        state = self.state
        self.place.setVisible(not state.on_podium)
        self.place.setGeometry(x, y, width, height)
        button_width = 190
        self.hand.setVisible(not state.on_podium and not state.on_deck)
        self.hand.setGeometry(x + width - button_width - 16, y + height // 2 - 26, button_width, 52)
        self.ready.setVisible(state.on_deck and not state.on_podium)
        self.ready.setGeometry(x + width - button_width - 16, y + height // 2 - 26, button_width, 52)
        self.finish.setVisible(state.on_podium)
        self.finish.setGeometry(x + 312, y, width - 312, height)
        if state.on_podium:
            self.switch.setGeometry(x, y, 300, height)

    def _lay_out_right(self, x: int, y: int, width: int) -> None:
        on_podium = self.state.on_podium
        bottom = self.height() - (28 if on_podium else 16)
        self.timer.setVisible(on_podium)
        upper = 158 if on_podium else min(round(width * 9 / 16), max(120, bottom - y - 12 - 368))
        (self.timer if on_podium else self.own).setGeometry(x, y, width, upper)
        y += upper + 12
        self.microphone.setGeometry(x, y, width, min(320, bottom - y - (0 if on_podium else 64)))
        if not on_podium:
            self.switch.setGeometry(
                x,
                self.microphone.geometry().bottom() + 13,
                width,
                min(64, bottom - self.microphone.geometry().bottom() - 12),
            )

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, bar or red band, and why the site is not in the meeting."""
        with QPainter(self) as painter:
            if self.state.on_podium:
                self._paint_band(painter)
            else:
                painter.fillRect(self.rect(), theme.BACKGROUND)
                self._paint_bar(painter)

    def _paint_band(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme.LIVE_BAND)
        panel(painter, QRectF(12, 112, self.width() - 24, self.height() - 124), theme.BACKGROUND)
        draw_text(painter, QRectF(42, 10, 900, 64), words.podium_heading(), theme.font(48, 700), theme.ON_LIVE)
        detail = words.podium_detail(self.state)
        draw_text(painter, QRectF(42, 72, 900, 32), detail, theme.font(21, 600), theme.ON_LIVE)
        face = theme.font(34, 700)
        width = text_width(words.live(), face)
        x = self.width() - 42 - width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ON_LIVE)
        painter.drawEllipse(QPointF(x - 30, 43), 12.0, 12.0)
        draw_text(painter, QRectF(x, 18, width, 50), words.live(), face, theme.ON_LIVE)

    def _paint_bar(self, painter: QPainter) -> None:
        state = self.state
        bar = QRectF(16, 12, self.width() - 32, 52)
        panel(painter, bar, theme.PANEL, theme.LINE)
        face = theme.font(20, 700)
        x = 32 + draw_text(painter, QRectF(32, 12, 500, 52), words.site_label(state), face, theme.TEXT) + 18
        right = self._paint_bar_right(painter, bar)
        title = theme.font(16)
        text = elided_at_word(state.title, title, right - x - 20)
        draw_text(painter, QRectF(x, 12, right - x, 52), text, title, theme.TEXT_SECOND)
        if not state.joined:
            self._paint_trouble(painter)

    def _paint_bar_right(self, painter: QPainter, bar: QRectF) -> float:
        state = self.state
        clock = hour_and_minute(self._clock())
        clock_face, word_face, figure_face = theme.font(20, 600), theme.font(16, 600), theme.font(14)
        x = bar.right() - 16 - text_width(clock, clock_face)
        draw_text(painter, QRectF(x, 12, 100, 52), clock, clock_face, theme.TEXT)
        word = words.line_word(state)
        bad = not state.joined or (state.loss_percent or 0) >= 1
        ink = theme.WARNING if bad else theme.TEXT
        x -= 22 + text_width(word, word_face)
        draw_text(painter, QRectF(x, 12, 400, 52), word, word_face, ink)
        draw_icon(painter, Icon.TRIANGLE if bad else Icon.BARS, QRectF(x - 24, 30, 16, 16), ink)
        figures = words.line_figures(state)
        x -= 36 + text_width(figures, figure_face)
        draw_text(painter, QRectF(x, 12, 400, 52), figures, figure_face, theme.DIM)
        return x

    def _paint_trouble(self, painter: QPainter) -> None:
        """Says it in the bar's place; the panes below stay dark."""
        box = QRectF(16, 12, self.width() - 32, 52)
        panel(painter, box, theme.WARNING)
        heading, sentence = words.trouble(self.state)
        face = theme.font(18, 700)
        draw_icon(painter, Icon.ALERT, QRectF(32, 28, 20, 20), theme.ON_WARNING)
        x = 64 + draw_text(painter, QRectF(64, 12, 600, 52), heading, face, theme.ON_WARNING) + 16
        right = self.take_back.x() if self.state.replaced else box.right()
        text = elided_at_word(sentence, theme.font(16, 500), right - x - 12)
        draw_text(painter, QRectF(x, 12, right - x, 52), text, theme.font(16, 500), theme.ON_WARNING)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window is gone."""
        self.closed.emit()
        event.accept()
