"""The lamp that says what is in the operator's headphones, so that nobody takes a site for the program.

Rules: a site stands in white and bold, the program in plain, nothing in faint; what the headphones do not play although
they should is amber and says why. A click opens the choice. Repaints only when it says something else.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import LEFT, draw_text, elided_at_word, panel, text_width
from widgets.drawing.rephrasing import tipped
from widgets.drawing.theme import Measures
from widgets.phrases.console import listen_words as words

PATIENCE_MS = 2500
"""So long sound may take to come before its absence is told."""
PADDING, SIGN, GAP = 10, 15, 7


class ListenLamp(QWidget):
    """What is in the headphones."""

    menu_requested = Signal(object)
    """The place for a menu of what may be listened to."""
    width_changed = Signal()

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listen-lamp")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tipped(self, words.lamp_hint)
        self._store = store
        self._measures = theme.WIDE
        self._shown: tuple[str, bool, bool, bool] | None = None
        self._sounds: bool | None = None
        self._trouble = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._follow)
        for signal in (store.headphones_changed, store.roster_changed):
            signal.connect(self._begin)
        store.link_lost_changed.connect(self._follow)
        self._follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        if measures is not self._measures:
            self._measures = measures
            self._follow()
            self.update()

    def show_sound(self, *, sounds: bool, trouble: str) -> None:
        """Takes whether something is heard in the headphones, and why nothing can be ("": nothing is wrong)."""
        if self._sounds and not sounds:
            self._patience.start()
        self._sounds, self._trouble = sounds, trouble
        self._follow()

    @property
    def text(self) -> str:
        """What the lamp says."""
        return self._facts()[0]

    def _begin(self) -> None:
        self._patience.start()
        self._follow()

    def _facts(self) -> tuple[str, bool, bool, bool]:
        """Returns the text, whether it is a site, whether something is wrong, whether it is old."""
        headphones, old = self._store.headphones, self._store.link_lost
        if headphones.site is None and not headphones.program:
            return words.nothing(), False, False, old
        text = words.program() if headphones.site is None else words.site(self._store.short_label(headphones.site))
        if self._trouble:
            return self._trouble, headphones.site is not None, True, old
        if self._sounds is False and not self._patience.isActive():
            return words.no_sound_yet(text), headphones.site is not None, True, old
        return text, headphones.site is not None, False, old

    def _follow(self) -> None:
        facts = self._facts()
        if facts == self._shown:
            return
        before, self._shown = self._shown, facts
        self.setAccessibleName(facts[0])
        self.update()
        if before is None or before[:2] != facts[:2]:
            self.width_changed.emit()

    # ------------------------------------------------------------ how it looks

    def sizeHint(self) -> QSize:
        """Returns the room that the text wants."""
        text, is_site, wrong, _ = self._facts()
        wide = text_width(text, self._face(bold=is_site or wrong))
        return QSize(round(wide) + 2 * PADDING + SIGN + GAP + 1, self._measures.key_row_height)

    def _face(self, *, bold: bool) -> QFont:
        return theme.font(self._measures.label_size, 700 if bold else 500)

    def _colours(self) -> tuple[QColor, QColor, QColor | None]:
        """Returns ground, ink and edge."""
        text, is_site, wrong, old = self._facts()
        if old:
            return theme.PANEL, theme.FAINT, theme.LINE
        if wrong:
            return theme.WARNING, theme.ON_WARNING, None
        if is_site:
            return theme.PRIMARY, theme.ON_PRIMARY, None
        return (theme.PANEL, theme.FAINT, theme.LINE) if text == words.nothing() else (theme.RAISED, theme.TEXT, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints sign and words."""
        text, is_site, wrong, _ = self._facts()
        ground, ink, edge = self._colours()
        with QPainter(self) as painter:
            box = self.rect().toRectF().adjusted(0, 3, 0, -3)
            panel(painter, box, ground, edge, radius=6)
            sign = QRectF(box.x() + PADDING, box.center().y() - SIGN / 2, SIGN, SIGN)
            draw_icon(painter, Icon.HEADPHONES, sign, ink)
            rest = QRectF(sign.right() + GAP, box.y(), box.right() - PADDING - sign.right() - GAP + 1, box.height())
            face = self._face(bold=is_site or wrong)
            draw_text(painter, rest, elided_at_word(text, face, rest.width()), face, ink, LEFT)

    # ------------------------------------------------------------ the choice

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Opens the choice."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.menu_requested.emit(self.mapToGlobal(self.rect().topLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the choice."""
        self.menu_requested.emit(event.globalPos())
