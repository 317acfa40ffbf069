"""The queue of requests for the floor, and the speech that runs.

Rule: the order is the bridge's; a button, a key or a drag wishes a move and the row moves when the bridge has moved it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from widgets.controls.command_set import CommandSet
from widgets.controls.removed_requests import RemovedRequests, RemovedRow
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, panel, text_width, veil
from widgets.drawing.rephrasing import named
from widgets.drawing.theme import Measures
from widgets.floor.floor_moves import move_to
from widgets.floor.queue_row import QueueRow
from widgets.floor.speech_row import SpeechRow
from widgets.phrases.console import console_words as words

ROW_GAP = 2
REMOVED_HEIGHT = 36
EDGE_STEP_MS = 280
"""Between two requests that come into sight while a row is held at an edge."""


@dataclass
class Drag:
    """A request in somebody's hand."""

    row: QueueRow
    request_id: str
    top: int
    """Where its row lay when it was taken."""
    pulled: int = 0
    to: int = 0
    """The place in the queue where it would go."""
    edge: int = 0
    """-1: held above the first row shown, 1: below the last."""


class DropLine(QWidget):
    """Where a dragged request would go."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line."""
        QPainter(self).fillRect(event.rect(), theme.SELECT)


class FloorQueue(QWidget):
    """Title, running speech, as many requests as there is room for, and what was just taken out."""

    menu_requested = Signal(str, object)
    """A site that waits, and the place for the menu of its request."""

    def __init__(self, store: Store, selection: Selection, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("floor-queue")
        named(self, words.queue_title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store, self._selection = store, selection
        self._measures = theme.WIDE
        self._rows: list[QueueRow] = []
        self._first = 0
        self._dragged: Drag | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(EDGE_STEP_MS)
        self._scrolling.timeout.connect(self._scroll_at_edge)
        self.speech = SpeechRow(store, commands, self)
        self._removed = RemovedRequests(store, self)
        self._removed.changed.connect(self._follow_removed)
        self._removed_row = RemovedRow(store, self._removed, self)
        self._drop_line = DropLine(self)
        self._drop_line.hide()
        for signal in (store.floor_changed, store.on_deck_changed, store.roster_changed, store.link_lost_changed):
            signal.connect(self.follow)
        selection.changed.connect(self._show_choice)
        self.follow()

    # ------------------------------------------------------------ room

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.speech.set_measures(measures)
        self.follow()

    @property
    def _head_height(self) -> int:
        return 40 if not self._measures.compact else 32

    @property
    def _speech_height(self) -> int:
        return self._measures.row_height + 6 if self._store.floor.speaker is not None else 0

    @property
    def _step(self) -> int:
        return self._measures.row_height + ROW_GAP

    def rows_for(self, height: int) -> int:
        """Returns how many requests fit into a height."""
        return max(0, (height - self._head_height - self._speech_height - 8) // self._step)

    def height_of(self, rows: int) -> int:
        """Returns the height for a number of requests."""
        return self._head_height + self._speech_height + rows * self._step + 8

    # ------------------------------------------------------------ what is shown

    def follow(self) -> None:
        """Shows the present queue."""
        requests, room = self._store.waiting_requests, self.rows_for(self.height())
        shown = min(len(requests), room)
        self._first = max(0, min(self._first, len(requests) - shown))
        if self._dragged is not None and self._place_of(self._dragged.request_id) is None:
            self._end_drag()
        hand = self._dragged.row if self._dragged is not None else None
        free = [row for row in self._rows if row is not hand]
        while len(free) < shown:
            self._rows.append(self._new_row())
            free.append(self._rows[-1])
        for index, row in enumerate(free):
            row.setVisible(index < shown)
            if index < shown:
                self._put(row, index)
                self._show_in(row, self._first + index)
        if hand is not None and self._dragged is not None:
            place = self._place_of(self._dragged.request_id)
            assert place is not None
            self._show_in(hand, place)
            if 0 <= place - self._first < shown:
                free[place - self._first].hide()  # its own place is empty while it is in the hand
        self._follow_removed()
        self.speech.setGeometry(8, self._head_height, self.width() - 16, self._measures.row_height)
        self.speech.follow()
        self.update()

    def _show_in(self, row: QueueRow, place: int) -> None:
        requests = self._store.waiting_requests
        selected, last = requests[place].site == self._selection.site, place == len(requests) - 1
        row.show_request(place, requests[place], self._measures, last=last, selected=selected)

    def _place_of(self, request_id: str) -> int | None:
        requests = self._store.waiting_requests
        return next((place for place, request in enumerate(requests) if request.request_id == request_id), None)

    @property
    def _room(self) -> int:
        """How many requests are shown."""
        return min(len(self._store.waiting_requests), self.rows_for(self.height()))

    def _new_row(self) -> QueueRow:
        row = QueueRow(self._store, self)
        row.chosen.connect(self._selection.choose)
        row.menu_requested.connect(self.menu_requested)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._drop)
        return row

    def _row_top(self, index: int) -> int:
        return self._head_height + self._speech_height + index * self._step

    def _put(self, row: QueueRow, index: int) -> None:
        row.setGeometry(6, self._row_top(index), self.width() - 12, self._measures.row_height)

    def _follow_removed(self) -> None:
        """Lays what was just taken out over the title, where it moves no row."""
        self._removed_row.setVisible(self._removed.last is not None)
        self._removed_row.setGeometry(4, 1, self.width() - 8, REMOVED_HEIGHT)
        self._removed_row.follow(self._measures)
        self._removed_row.raise_()

    def follow_time(self) -> None:
        """Shows the times of this second: the longest waiting, the speech, and those of the rows."""
        self.update(0, 0, self.width(), self._head_height)
        self.speech.follow_time()
        for row in self._rows:
            row.follow_time()

    def _show_choice(self) -> None:
        """Shows which request is chosen, also one that stood out of sight."""
        sites = [request.site for request in self._store.waiting_requests]
        shown = self._room
        if self._selection.site in sites and shown:
            place = sites.index(self._selection.site)
            self._first = min(max(self._first, place - shown + 1), place)
        self.follow()

    # ------------------------------------------------------------ dragging

    def _drag(self, request_id: str, pulled: int) -> None:
        """Lets a row follow the hand and shows where it would go; at an edge the queue moves on by itself."""
        if self._dragged is None or self._dragged.request_id != request_id:
            row = next((row for row in self._rows if not row.isHidden() and row.request_id == request_id), None)
            if row is None:
                return
            self._dragged = Drag(row, request_id, row.y())
        drag = self._dragged
        drag.pulled = pulled
        self._show_drag(drag)

    def _show_drag(self, drag: Drag) -> None:
        place = self._place_of(drag.request_id)
        if place is None:
            return
        highest, lowest = self._row_top(0), self._row_top(self._room - 1)
        wanted = drag.top + drag.pulled
        y = min(max(wanted, highest), lowest)
        drag.row.move(6, y)
        drag.row.raise_()
        target = (y - highest + self._step // 2) // self._step
        drag.to = self._first + target
        edge = self._row_top(target + (drag.to > place)) - ROW_GAP
        self._drop_line.setGeometry(10, edge, self.width() - 20, ROW_GAP + 1)
        self._drop_line.setVisible(drag.to != place)
        self._drop_line.raise_()
        beyond = self._step // 3
        drag.edge = -1 if wanted < highest - beyond else 1 if wanted > lowest + beyond else 0
        if not drag.edge:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def _scroll_at_edge(self) -> None:
        """Shows one request more beyond the edge at which somebody holds a row."""
        drag, most = self._dragged, len(self._store.waiting_requests) - self._room
        first = min(max(self._first + (drag.edge if drag is not None else 0), 0), max(0, most))
        if drag is None or first == self._first:
            self._scrolling.stop()
            return
        self._first = first
        self.follow()
        self._show_drag(drag)

    def _drop(self, request_id: str) -> None:
        """Wishes the dragged request to where it was let go."""
        command = move_to(self._store, request_id, self._dragged.to) if self._dragged is not None else None
        self._end_drag()
        self.follow()
        if command is not None:
            self._store.send(command)

    def _end_drag(self) -> None:
        self._dragged = None
        self._scrolling.stop()
        self._drop_line.hide()
        for row in self._rows:
            row.let_go()

    # ------------------------------------------------------------ keys and wheel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many rows as fit."""
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses among the waiting sites with up and down; Escape breaks a drag off."""
        if event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._end_drag()
            self.follow()
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        sites = [request.site for request in self._store.waiting_requests]
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier or not sites:
            super().keyPressEvent(event)
            return
        here = sites.index(self._selection.site) if self._selection.site in sites else (-1 if step > 0 else len(sites))
        self._selection.choose(sites[min(len(sites) - 1, max(0, here + step))])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves through the queue."""
        if self._dragged is None:
            self._first += -1 if event.angleDelta().y() > 0 else 1
            self.follow()
        event.accept()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel and its title."""
        with QPainter(self) as painter:
            size = self._measures
            edge = theme.SELECT if self.hasFocus() else theme.LINE
            panel(painter, self.rect().toRectF(), theme.PANEL, edge)
            head = QRectF(14, 0, self.width() - 28, self._head_height)
            draw_text(painter, head, words.queue_title(), theme.font(size.panel_title_size, 600), theme.TEXT)
            requests = self._store.waiting_requests
            shown = self._room
            longest = max((self._store.now_ms - request.asked_ms for request in requests), default=0)
            hidden = len(requests) - shown - self._first
            summary = words.queue_summary(len(requests), hidden, longest) if requests else ""
            draw_text(painter, head, summary, theme.font(size.label_size), theme.DIM, RIGHT)
            if not requests:
                self._paint_empty(painter)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

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
