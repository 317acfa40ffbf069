"""The buttons of the command area: one per QAction, painted, without keyboard focus.

Rule: a live button takes no focus, so that Space and Enter never fire it by accident; its key stands on it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, draw_text, fitted, panel, text_width


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a button."""

    ground: QColor
    ink: QColor
    second: QColor
    edge: QColor | None
    edge_width: float = 1


PLAIN = Look(theme.PLATE, theme.TEXT, theme.DIM, theme.EDGE)
PRIMARY = Look(theme.PRIMARY, theme.ON_PRIMARY, theme.PRIMARY_SECOND, None)
NEXT = Look(theme.NEXT_BUTTON, theme.ON_LIVE, theme.NEXT_BUTTON_SECOND, theme.NEXT)
SAFE = Look(theme.PANEL, theme.TEXT, theme.DIM, theme.PRIMARY, 2)
ON_WARNING = Look(theme.WARNING_BUTTON, theme.ON_WARNING, theme.ON_WARNING, theme.ON_WARNING)
OFF = Look(theme.PANEL, theme.OFF, theme.OFF, theme.LINE)


class PaintedButton(QAbstractButton):
    """A button with a title, a second line or a key beside it, and a sign."""

    def __init__(self, parent: QWidget, look: Look = PLAIN, *, icon: Icon | None = None, stacked: bool = False) -> None:
        super().__init__(parent)
        self._look, self._icon, self._stacked = look, icon, stacked
        self.title_size, self.second_size, self.sign_size = 15, 13, 16
        self.second = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        """Paints with other colours from now on."""
        if look is not self._look:
            self._look = look
            self.update()

    def set_words(self, title: str, second: str = "") -> None:
        """Shows a title and a second line (or key)."""
        if (title, second) != (self.text(), self.second):
            self.setText(title)
            self.second = second
            self.setAccessibleName(title)
            self.setAccessibleDescription(second)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Returns the room for title, key and sign."""
        title = text_width(self.text(), self._title_font)
        second = text_width(self.second, theme.font(self.second_size)) if self.second else 0.0
        wide = max(title, second) if self._stacked else title + (second + 12 if second else 0)
        return QSize(round(wide + 28 + (self.sign_size + 8 if self._icon is not None else 0)), 40)

    @property
    def _title_font(self) -> QFont:
        return theme.font(self.title_size, 700 if self._stacked or self._look is SAFE else 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground, sign, title and key."""
        with QPainter(self) as painter:
            look = self._look if self.isEnabled() else OFF
            box = self.rect().toRectF()
            ground = look.ground
            if self.isEnabled() and self.isDown():
                ground = ground.darker(118)
            elif self.isEnabled() and self.underMouse():
                ground = ground.lighter(112)
            panel(painter, box, ground, look.edge)
            if look.edge_width > 1 and self.isEnabled():
                panel(painter, box.adjusted(0.7, 0.7, -0.7, -0.7), QColor(0, 0, 0, 0), look.edge)
            if self._stacked:
                self._paint_stacked(painter, box, look)
            else:
                self._paint_in_line(painter, box, look)

    def _paint_stacked(self, painter: QPainter, box: QRectF, look: Look) -> None:
        title_width = text_width(self.text(), self._title_font)
        sign = 18.0 if self._icon is not None else 0.0
        x = box.center().x() - (title_width + (sign + 8 if sign else 0)) / 2
        upper = QRectF(x, box.y() + box.height() * 0.08, title_width, box.height() * 0.5)
        if self._icon is not None:
            draw_icon(painter, self._icon, QRectF(x, upper.center().y() - sign / 2, sign, sign), look.ink)
            upper.translate(sign + 8, 0)
        draw_text(painter, upper, self.text(), self._title_font, look.ink)
        lower = QRectF(box.x(), box.y() + box.height() * 0.53, box.width(), box.height() * 0.36)
        face = theme.font(self.second_size)
        text = fitted([self.second, self.second.split(" · ")[0]], face, box.width() - 10)
        draw_text(painter, lower, text, face, look.second, CENTRE)

    def _paint_in_line(self, painter: QPainter, box: QRectF, look: Look) -> None:
        key_font = theme.font(self.second_size)
        title_width = text_width(self.text(), self._title_font)
        key_width = text_width(self.second, key_font) if self.second else 0.0
        sign = float(self.sign_size) if self._icon is not None else 0.0
        whole = title_width + (key_width + 12 if key_width else 0) + (sign + 8 if sign else 0)
        if whole > box.width() - 12 and sign and title_width:  # the sign goes before the words
            whole, sign = whole - sign - 8, 0.0
        x = box.center().x() - whole / 2
        if sign and self._icon is not None:
            draw_icon(painter, self._icon, QRectF(x, box.center().y() - sign / 2, sign, sign), look.ink)
            x += sign + (8 if title_width else 0)
        draw_text(painter, QRectF(x, box.y(), title_width, box.height()), self.text(), self._title_font, look.ink)
        key_box = QRectF(x + title_width + 12, box.y(), key_width, box.height())
        draw_text(painter, key_box, self.second, key_font, look.second)


class ActionButton(PaintedButton):
    """A button that stands for one QAction: same words, same state, same command."""

    def __init__(
        self,
        action: QAction,
        parent: QWidget,
        look: Look = PLAIN,
        *,
        icon: Icon | None = None,
        stacked: bool = False,
        shows_key: bool = True,
    ) -> None:
        super().__init__(parent, look, icon=icon, stacked=stacked)
        self._action, self._shows_key = action, shows_key
        self.setObjectName(f"button-{action.objectName()}")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @property
    def of_action(self) -> QAction:
        """The action that this button stands for."""
        return self._action

    def _follow(self) -> None:
        key = self._action.shortcut().toString() if self._shows_key else ""
        detail = self._action.statusTip()
        self.set_words(self._action.text(), " · ".join(part for part in (key, detail) if part))
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
