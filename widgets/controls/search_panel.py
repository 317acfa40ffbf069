"""Finds a site by number, name, district or carrier, without accents, while one types.

Rule: the field keeps every key that a command would take, so that typing a name never mutes anybody.
"""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.words import SiteId
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import RIGHT, draw_text, panel, text_width
from widgets.phrases.console import action_words
from widgets.phrases.console import console_words as words
from widgets.phrases.console.list_words import branch as branch_of
from widgets.tiles.site_search import found_sites

MOST_SHOWN = 8
ROW = 34
FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35)


class KeepingField(QLineEdit):
    """A text field whose keys are not taken by the window's commands, function keys apart."""

    def event(self, event: QEvent) -> bool:
        """Claims typed keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if event.key() not in FUNCTION_KEYS and (not control or enter):
                event.accept()
                return True
        return super().event(event)


class SearchPanel(QWidget):
    """A field and the sites that match."""

    site_found = Signal(str)
    closed = Signal()
    typed = Signal(str)
    """What stands in the field, empty when the panel closes."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._store = store
        self._here = 0
        self.field = KeepingField(self)
        self.field.setPlaceholderText(words.search_hint())
        self.field.setAccessibleName(action_words.ACTION_TITLES["search"]())
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.hide()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.field.setPlaceholderText(words.search_hint())
        self.field.setAccessibleName(action_words.ACTION_TITLES["search"]())

    def begin(self) -> None:
        """Opens the panel with an empty field."""
        self.field.clear()
        self._typed()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def matches(self) -> list[SiteId]:
        """Returns the sites that match what was typed, the best first."""
        return found_sites(self._store, self.field.text())

    def _typed(self) -> None:
        self._here = 0
        self.typed.emit(self.field.text())
        rows = min(MOST_SHOWN, max(1, len(self.matches())))
        bottom = self.window().height() - 8
        height = 52 + (rows * ROW + 6 if self.field.text().strip() else 0)
        self.setGeometry(12, bottom - height + 1, 460, height)
        self.field.setGeometry(8, height - 46, 444, 40)
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Moves among the matches, takes one, or closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        matches = self.matches()[:MOST_SHOWN]
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if matches:
                self.site_found.emit(matches[self._here])
                self._close()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and matches:
            self._here = (self._here + (1 if key == Qt.Key.Key_Down else -1)) % len(matches)
            self.update()
        else:
            return False
        return True

    def _close(self) -> None:
        self.hide()
        self.typed.emit("")
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the matches above the field."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.RAISED, theme.EDGE)
            if not self.field.text().strip():
                return
            matches = self.matches()[:MOST_SHOWN]
            if not matches:
                draw_text(painter, QRectF(18, 6, 400, ROW), words.nothing_found(), theme.font(15), theme.DIM)
            for index, site in enumerate(matches):
                row = QRectF(8, 6 + index * ROW, self.width() - 16, ROW)
                if index == self._here:
                    panel(painter, row, theme.EDGE, radius=5)
                    draw_icon(painter, Icon.SEARCH, QRectF(row.right() - 26, row.center().y() - 7, 14, 14), theme.TEXT)
                self._paint_site(painter, row.adjusted(10, 0, -32, 0), site)

    def _paint_site(self, painter: QPainter, row: QRectF, site: SiteId) -> None:
        """Paints number and name, and where there is room district and carrier: they may be what matches."""
        used = draw_text(painter, row, self._store.full_label(site), theme.font(15, 500), theme.TEXT)
        view, face = self._store.site(site), theme.font(13)
        branch = branch_of(view.district, view.carrier) if view is not None else ""
        if used + 16 + text_width(branch, face) <= row.width():
            draw_text(painter, row, branch, face, theme.DIM, RIGHT)
