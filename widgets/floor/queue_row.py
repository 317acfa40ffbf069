"""One request in the queue: place, site, urgency, the chair's yes, where it came from, waiting time, its buttons.

Rule: when room is short the words go, where it came from first; signs, name and time never do. A row that is dragged
follows the hand and goes back to its place: it moves when the bridge has moved it.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.commands import SkipFloor
from console.floor.floor_facts import FloorRequest
from console.words import FloorSource, FloorUrgency
from widgets.controls.buttons import PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, fitted, panel, text_width, veil
from widgets.drawing.short_names import shortened
from widgets.drawing.theme import Measures
from widgets.floor.floor_moves import move_by
from widgets.phrases import duration
from widgets.phrases.console import console_words as words
from widgets.phrases.console import queue_words
from widgets.phrases.log.note_words import phrase_urgency

BUTTON_WIDTH = 36
TIME_WIDTH = 90
"""Room in which a waiting time stands, hours included."""
SIGN = 15.0
URGENCY_ICONS = {FloorUrgency.PRIORITY: Icon.URGENT, FloorUrgency.POINT_OF_ORDER: Icon.GAVEL}


class QueueRow(QWidget):
    """A request that waits."""

    chosen = Signal(str)
    menu_requested = Signal(str, object)
    """The site and the place for a menu."""
    dragged = Signal(str, int)
    """The request's id and how far down it was pulled from its place."""
    dropped = Signal(str)

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._request: FloorRequest | None = None
        self._place = 0
        self._selected = False
        self._pressed: QPoint | None = None
        self.in_hand = False
        """Whether the row is being dragged."""
        self._up = self._button(Icon.UP, lambda: self._move(-1))
        self._down = self._button(Icon.DOWN, lambda: self._move(1))
        self._skip = self._button(Icon.CROSS, self._skip_request)

    def _button(self, icon: Icon, wish: Callable[[], object]) -> PaintedButton:
        button = PaintedButton(self, icon=icon)
        button.clicked.connect(wish)
        return button

    @property
    def request_id(self) -> str | None:
        """The request that the row shows."""
        return self._request.request_id if self._request is not None else None

    def show_request(
        self, place: int, request: FloorRequest, measures: Measures, *, last: bool, selected: bool
    ) -> None:
        """Shows a request at its place (0 is first)."""
        self._place, self._request, self._measures, self._selected = place, request, measures, selected
        label = self._store.short_label(request.site)
        self.setAccessibleName(self._store.full_label(request.site))
        told = [phrase_urgency(request.urgency)]
        told += [queue_words.approved_since(request.approved_ms)] if request.approved_ms is not None else []
        self.setAccessibleDescription(", ".join(told))
        self.setToolTip(f"{', '.join(told)} · {queue_words.drag_hint()}")
        for button, name in ((self._up, words.move_up), (self._down, words.move_down), (self._skip, words.skip)):
            button.setAccessibleName(name(label))
            button.setToolTip(name(label))
        reachable = not self._store.link_lost
        self._up.setEnabled(reachable and place > 0)
        self._down.setEnabled(reachable and not last)
        self._skip.setEnabled(reachable)
        self.update()

    def follow_time(self) -> None:
        """Shows the waiting time of this second."""
        end = self._up.x()
        self.update(end - TIME_WIDTH, 0, TIME_WIDTH, self.height())

    def _move(self, step: int) -> None:
        command = move_by(self._store, self._request.request_id, step) if self._request is not None else None
        if command is not None:
            self._store.send(command)

    def _skip_request(self) -> None:
        if self._request is not None:
            self._store.send(SkipFloor(request_id=self._request.request_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the buttons at the right end."""
        for index, button in enumerate((self._skip, self._down, self._up)):
            x = self.width() - 6 - (index + 1) * BUTTON_WIDTH - index * 3
            button.setGeometry(x, (self.height() - 34) // 2, BUTTON_WIDTH, 34)

    # ------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the site of the request, and may begin to drag it."""
        if self._request is not None:
            if event.button() is Qt.MouseButton.LeftButton and not self._store.link_lost:
                self._pressed = event.globalPosition().toPoint()
            self.chosen.emit(self._request.site)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the request once the hand has clearly moved."""
        if self._pressed is None or self._request is None:
            return
        pulled = event.globalPosition().toPoint().y() - self._pressed.y()
        if self.in_hand or abs(pulled) >= QApplication.startDragDistance():
            self.in_hand = True
            self.dragged.emit(self._request.request_id, pulled)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops the request."""
        self._pressed = None
        if self.in_hand and self._request is not None:
            self.in_hand = False
            self.dropped.emit(self._request.request_id)

    def let_go(self) -> None:
        """Forgets a drag that was broken off."""
        self._pressed, self.in_hand = None, False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the request's menu."""
        if self._request is not None:
            self.menu_requested.emit(self._request.site, event.globalPos())

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        request = self._request
        if request is None:
            return
        with QPainter(self) as painter:
            next_one = self._store.on_deck.site == request.site
            box = self.rect().toRectF()
            if next_one:
                panel(painter, box, theme.NEXT_ROW, radius=6)
            elif self._selected or self.in_hand:
                panel(painter, box, theme.RAISED, theme.SELECT if self.in_hand else None, radius=6)
            self._paint_place(painter, box, next_one=next_one)
            end = float(self._up.x() - 10)
            waiting = duration(max(0, self._store.now_ms - request.asked_ms))
            time_face = theme.font(self._measures.row_size, 500)
            draw_text(painter, QRectF(0, 0, end, box.height()), waiting, time_face, theme.TEXT, RIGHT)
            self._paint_name(painter, request, 46.0, end - text_width(waiting, time_face) - 12)
            if self._store.link_lost:
                veil(painter, box)

    def _paint_place(self, painter: QPainter, box: QRectF, *, next_one: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.NEXT if next_one else theme.PRIMARY)
        middle = QPointF(23, box.center().y())
        painter.drawEllipse(middle, 12.0, 12.0)
        ink = theme.ON_NEXT if next_one else theme.ON_PRIMARY
        circle = QRectF(middle.x() - 14, box.y(), 28, box.height())
        draw_text(painter, circle, str(self._place + 1), theme.font(13, 700), ink, CENTRE)

    def _paint_name(self, painter: QPainter, request: FloorRequest, left: float, right: float) -> None:
        view = self._store.site(request.site)
        face = theme.font(self._measures.row_size, 600)
        prefix = f"{view.number} · " if view is not None else ""
        name = view.name if view is not None else request.site
        room = right - left - SIGN * 1.6 * len(_signs(request))
        text = prefix + shortened(name, lambda form: text_width(prefix + form, face) <= room)
        x = left + draw_text(painter, QRectF(left, 0, room, self.height()), text, face, theme.TEXT) + 12
        urgent, yes, source = self._wordings(request, right - x)
        icon = URGENCY_ICONS.get(request.urgency)
        if icon is not None:
            x = self._paint_sign(painter, icon, urgent, x, bold=True)
        if request.approved_ms is not None:
            x = self._paint_sign(painter, Icon.CHECK, yes, x, bold=False)
        source_icon = {FloorSource.PHONE: Icon.PHONE, FloorSource.SCRIPT: Icon.PAGE}.get(request.source)
        if source:
            self._paint_sign(painter, source_icon, source, x, bold=None)

    def _wordings(self, request: FloorRequest, room: float) -> tuple[str, str, str]:
        """Returns the words beside the signs that fit: of urgency, of the chair's yes, of the source."""
        small = theme.font(self._measures.label_size, 600)
        urgent = queue_words.urgency_mark(request.urgency)
        yes = queue_words.approved() if request.approved_ms is not None else ("", "")
        sources = [
            words.source(request.source, request.asked_ms, note) for note in (_told(request), request.person, "")
        ]
        signs = len(_signs(request)) * (SIGN + 18)
        for source in (*sources, ""):
            sign = SIGN + 6 if source and request.source is not FloorSource.SATELLITE else 0.0
            for answer in yes:
                if sum(text_width(text, small) for text in (urgent, answer, source)) + signs + sign <= room:
                    return urgent, answer, source
        fitting = fitted([urgent, ""], small, room - signs)
        return fitting, "", ""

    def _paint_sign(self, painter: QPainter, icon: Icon | None, word: str, x: float, *, bold: bool | None) -> float:
        """Paints a sign with its word and returns where the next begins; `bold` None: it only explains."""
        height = self.height()
        if bold is None:
            ink, face = theme.DIM, theme.font(self._measures.label_size)
        else:
            ink = theme.TEXT if bold else theme.NEXT_TEXT
            face = theme.font(self._measures.label_size, 600)
        if icon is not None:
            draw_icon(
                painter, icon, QRectF(x, height / 2 - SIGN / 2, SIGN, SIGN), theme.TEXT_SECOND if bold is None else ink
            )
            x += SIGN + 5
        return x + draw_text(painter, QRectF(x, 0, 400, height), word, face, ink) + (12 if word else 4)


def _signs(request: FloorRequest) -> list[Icon]:
    urgent = [URGENCY_ICONS[request.urgency]] if request.urgency in URGENCY_ICONS else []
    return urgent + ([Icon.CHECK] if request.approved_ms is not None else [])


def _told(request: FloorRequest) -> str:
    """Returns who is to speak and about what, as far as that was said."""
    return ", ".join(part for part in (request.person, request.note) if part)
