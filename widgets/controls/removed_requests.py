"""What has just left the queue, for some seconds: one row with the button that puts it back.

Rule: a slip is seen where it happened. A request whose speech came does not count, nor one that is back already.
"""

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.commands import RestoreFloor
from console.floor.floor_facts import FloorRequest
from widgets.controls.buttons import PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import draw_text, elided_at_word, panel
from widgets.drawing.theme import Measures
from widgets.phrases.console import queue_words as words

KEPT_MS = 8000
REMOVING_KINDS = {"floor-skipped", "floor-refused", "floor-withdrawn"}


class RemovedRequests(QObject):
    """Watches the queue for requests that go without a speech; knows the last one for a while."""

    changed = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._before: dict[str, FloorRequest] = {}
        self._session: str | None = None
        self.last: FloorRequest | None = None
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(KEPT_MS)
        self._until.timeout.connect(self._forget)
        store.session_changed.connect(self._follow_session)
        store.floor_changed.connect(self._follow)
        store.log_changed.connect(self._follow_log)
        self._follow()

    @property
    def kind(self) -> str | None:
        """The kind of the log's line that says why the last one went; None while it is not known."""
        last = self.last
        if last is None:
            return None
        lines = (line for line in reversed(self._store.log_lines) if line.kind in REMOVING_KINDS)
        return next((line.kind for line in lines if line.what.get("request_id") == last.request_id), None)

    def restore(self) -> None:
        """Wishes the last one back."""
        if self.last is not None:
            self._store.send(RestoreFloor(request_id=self.last.request_id))

    def _follow(self) -> None:
        now = {request.request_id: request for request in self._store.floor.requests}
        sites = {request.site for request in now.values()}
        gone = [
            request
            for request_id, request in self._before.items()
            if request_id not in now and not request.granted and request.site not in sites
        ]
        self._before = now
        if self._store.session.session != self._session:
            self._follow_session()
        elif gone:
            self.last = gone[-1]
            self._until.start()
            self.changed.emit()
        elif self.last is not None and self.last.site in sites:
            self._forget()

    def _follow_session(self) -> None:
        """Forgets what another session's queue lost."""
        if self._store.session.session != self._session:
            self._session = self._store.session.session
            self._forget()

    def _follow_log(self) -> None:
        if self.last is not None:
            self.changed.emit()

    def _forget(self) -> None:
        self._until.stop()
        if self.last is not None:
            self.last = None
            self.changed.emit()


class RemovedRow(QWidget):
    """The last removed request with its way back."""

    def __init__(self, store: Store, removed: RemovedRequests, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._removed = store, removed
        self._measures = theme.WIDE
        self._restore = PaintedButton(self, icon=Icon.UNDO)
        self._restore.setObjectName("restore-request")
        self._restore.clicked.connect(removed.restore)
        self.hide()

    def follow(self, measures: Measures) -> None:
        """Shows the last removed request."""
        self._measures = measures
        last = self._removed.last
        if last is None:
            return
        self._restore.title_size = measures.label_size
        self._restore.set_words(words.restore())
        name = words.restore_of(self._store.short_label(last.site))
        self._restore.setAccessibleName(name)
        self._restore.setToolTip(name)
        self._restore.setEnabled(not self._store.link_lost)
        self.setAccessibleName(f"{self._store.full_label(last.site)}: {words.taken_out(self._removed.kind)}")
        self._place()
        self.update()

    def _place(self) -> None:
        width = self._restore.sizeHint().width()
        self._restore.setGeometry(self.width() - width - 6, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button at the right end."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        last = self._removed.last
        if last is None:
            return
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.RAISED, theme.EDGE, radius=6)
            draw_icon(painter, Icon.CROSS, QRectF(16, self.height() / 2 - 7, 14, 14), theme.DIM)
            face, end = theme.font(self._measures.row_size, 500), self._restore.x() - 10.0
            label, why = self._store.full_label(last.site), words.taken_out(self._removed.kind)
            text = elided_at_word(f"{label} — {why}", face, end - 46)
            draw_text(painter, QRectF(46, 0, end - 46, self.height()), text, face, theme.TEXT_SECOND)
