"""The queue of requests for the floor, and the speech that runs.

Rule: the order is the bridge's; a button wishes a move and the row moves when the bridge has moved it.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.commands import SkipFloor
from console.snapshot import FloorRequestView
from console.words import FloorSource
from widgets import theme
from widgets.acts import Act
from widgets.buttons import ActionButton, PaintedButton
from widgets.command_set import CommandSet
from widgets.floor_moves import move_by
from widgets.icons import Icon, draw_icon
from widgets.painting import CENTRE, RIGHT, draw_text, fitted, panel, text_width, veil
from widgets.phrases import console_words as words
from widgets.phrases import duration
from widgets.selection import Selection
from widgets.short_names import shortened
from widgets.store import Store
from widgets.theme import Measures

BUTTON_WIDTH = 36
TIME_WIDTH = 90
"""Room in which a waiting time stands, hours included."""


class QueueRow(QWidget):
    """One request: place, site, where it came from, waiting time, and its three buttons."""

    chosen = Signal(str)

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._request: FloorRequestView | None = None
        self._place = 0
        self._selected = False
        self._up = self._button(Icon.UP, lambda: self._move(-1))
        self._down = self._button(Icon.DOWN, lambda: self._move(1))
        self._skip = self._button(Icon.CROSS, self._skip_request)

    def _button(self, icon: Icon, wish: Callable[[], object]) -> PaintedButton:
        button = PaintedButton(self, icon=icon)
        button.clicked.connect(wish)
        return button

    def show_request(
        self, place: int, request: FloorRequestView, measures: Measures, *, last: bool, selected: bool
    ) -> None:
        """Shows a request at its place (0 is first)."""
        self._place, self._request, self._measures, self._selected = place, request, measures, selected
        label = self._store.short_label(request.site)
        self.setAccessibleName(self._store.full_label(request.site))
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the site of the request."""
        if self._request is not None:
            self.chosen.emit(self._request.site)

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
            elif self._selected:
                panel(painter, box, theme.RAISED, radius=6)
            self._paint_place(painter, box, next_one=next_one)
            size = self._measures
            end = float(self._up.x() - 10)
            waiting = duration(max(0, self._store.now_ms - request.asked_ms))
            time_face = theme.font(size.row_size, 500)
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

    def _paint_name(self, painter: QPainter, request: FloorRequestView, left: float, right: float) -> None:
        size, view = self._measures, self._store.site(request.site)
        face, small = theme.font(size.row_size, 600), theme.font(size.label_size)
        prefix = f"{view.number} · " if view is not None else ""
        name = view.name if view is not None else request.site
        text = prefix + shortened(name, lambda form: text_width(prefix + form, face) <= right - left)
        height = self.height()
        x = left + draw_text(painter, QRectF(left, 0, right - left, height), text, face, theme.TEXT) + 12
        icon = {FloorSource.PHONE: Icon.PHONE, FloorSource.SCRIPT: Icon.PAGE}.get(request.source)
        sign = 20.0 if icon is not None else 0.0
        options = [words.source(request.source, request.asked_ms, note) for note in (request.note, "")]
        source = fitted(options, small, right - x - sign)
        if text_width(source, small) > right - x - sign:
            return
        if icon is not None:
            draw_icon(painter, icon, QRectF(x, height / 2 - 7, 14, 14), theme.TEXT_SECOND)
        draw_text(painter, QRectF(x + sign, 0, right - x, height), source, small, theme.DIM)


class FloorQueue(QWidget):
    """Title, running speech, and as many requests as there is room for."""

    def __init__(self, store: Store, selection: Selection, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("floor-queue")
        self.setAccessibleName(words.queue_title())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store, self._selection = store, selection
        self._measures = theme.WIDE
        self._rows: list[QueueRow] = []
        self._finish = ActionButton(commands.action(Act.FINISH_SPEECH), self, shows_key=False)
        for signal in (store.floor_changed, store.on_deck_changed, store.roster_changed, store.link_lost_changed):
            signal.connect(self.follow)
        selection.changed.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._finish.title_size = measures.label_size
        self.follow()

    @property
    def _head_height(self) -> int:
        return 40 if not self._measures.compact else 32

    @property
    def _speech_height(self) -> int:
        return self._measures.row_height + 6 if self._store.floor.speaker is not None else 0

    def rows_for(self, height: int) -> int:
        """Returns how many requests fit into a height."""
        return max(0, (height - self._head_height - self._speech_height - 8) // (self._measures.row_height + 2))

    def height_of(self, rows: int) -> int:
        """Returns the height for a number of requests."""
        return self._head_height + self._speech_height + rows * (self._measures.row_height + 2) + 8

    def follow(self) -> None:
        """Shows the present queue."""
        requests = self._store.waiting_requests
        shown = min(len(requests), self.rows_for(self.height()))
        while len(self._rows) < shown:
            row = QueueRow(self._store, self)
            row.chosen.connect(self._selection.choose)
            self._rows.append(row)
        top, step = self._head_height + self._speech_height, self._measures.row_height + 2
        for index, row in enumerate(self._rows):
            row.setVisible(index < shown)
            if index < shown:
                request = requests[index]
                row.setGeometry(6, top + index * step, self.width() - 12, self._measures.row_height)
                selected = request.site == self._selection.site
                row.show_request(index, request, self._measures, last=index == len(requests) - 1, selected=selected)
        self._place_finish()
        self.update()

    def follow_time(self) -> None:
        """Shows the times of this second: the longest waiting, the speech, and those of the rows."""
        self.update(0, 0, self.width(), self._head_height + self._speech_height)
        for row in self._rows:
            row.follow_time()

    def _place_finish(self) -> None:
        self._finish.setVisible(self._store.floor.speaker is not None)
        width = self._finish.sizeHint().width()
        self._finish.setGeometry(self.width() - 12 - width, self._head_height, width, self._measures.row_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many rows as fit."""
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses among the waiting sites with up and down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        sites = [request.site for request in self._store.waiting_requests]
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier or not sites:
            super().keyPressEvent(event)
            return
        here = sites.index(self._selection.site) if self._selection.site in sites else (-1 if step > 0 else len(sites))
        self._selection.choose(sites[min(len(sites) - 1, max(0, here + step))])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel, its title and the running speech."""
        with QPainter(self) as painter:
            size = self._measures
            edge = theme.SELECT if self.hasFocus() else theme.LINE
            panel(painter, self.rect().toRectF(), theme.PANEL, edge)
            head = QRectF(14, 0, self.width() - 28, self._head_height)
            draw_text(painter, head, words.queue_title(), theme.font(size.panel_title_size, 600), theme.TEXT)
            requests = self._store.waiting_requests
            shown = sum(not row.isHidden() for row in self._rows)
            longest = max((self._store.now_ms - request.asked_ms for request in requests), default=0)
            summary = words.queue_summary(len(requests), len(requests) - shown, longest) if requests else ""
            draw_text(painter, head, summary, theme.font(size.label_size), theme.DIM, RIGHT)
            if self._store.floor.speaker is not None:
                self._paint_speech(painter)
            if not requests:
                self._paint_empty(painter)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _paint_speech(self, painter: QPainter) -> None:
        floor, size = self._store.floor, self._measures
        assert floor.speaker is not None
        box = QRectF(8, self._head_height, self.width() - 16, size.row_height)
        panel(painter, box, theme.PLATE, radius=6)
        ink = theme.LIVE if not self._store.link_lost else theme.FAINT
        draw_icon(painter, Icon.DOT, QRectF(15, box.center().y() - 8, 16, 16), ink)
        face, small = theme.font(size.row_size, 600), theme.font(size.label_size)
        end = float(self._finish.x() - 12)
        spent = duration(max(0, self._store.now_ms - (floor.speech_started_ms or self._store.now_ms)))
        draw_text(painter, QRectF(0, box.y(), end, box.height()), spent, face, theme.TEXT, RIGHT)
        label = self._store.full_label(floor.speaker)
        x = 46 + draw_text(painter, QRectF(46, box.y(), end, box.height()), label, face, theme.TEXT) + 12
        note, note_ink = words.speaking(), theme.DIM
        if floor.speaker_dropped_ms is not None:
            note, note_ink = words.speaker_dropped(self._store.now_ms - floor.speaker_dropped_ms), theme.WARNING
        if x + text_width(note, small) < end - text_width(spent, face) - 10:
            draw_text(painter, QRectF(x, box.y(), end - x, box.height()), note, small, note_ink)

    def _paint_empty(self, painter: QPainter) -> None:
        size = self._measures
        top = self._head_height + self._speech_height
        middle = top + (self.height() - top) / 2
        if self.height() - top < 44:
            return
        title = QRectF(0, middle - 24, self.width(), 22)
        draw_text(painter, title, words.queue_empty(), theme.font(size.row_size, 500), theme.DIM, CENTRE)
        hint, face = words.queue_empty_hint(), theme.font(size.label_size)
        if text_width(hint, face) < self.width() - 20:
            draw_text(painter, QRectF(0, middle, self.width(), 22), hint, face, theme.FAINT, CENTRE)
