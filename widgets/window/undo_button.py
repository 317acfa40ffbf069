"""The button that takes the last act back: plain, and primary with the name of what would open while it is armed.

Rule: it is as wide armed as it is at rest, so that nothing beside it moves under a hand.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.controls.undo_arm import UndoArm
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import fitted, text_width


class UndoButton(PaintedButton):
    """Stands for the undo action and shows what its next press does."""

    def __init__(self, action: QAction, undo: UndoArm, parent: QWidget) -> None:
        super().__init__(parent, icon=Icon.UNDO)
        self._action, self._undo = action, undo
        self.setObjectName(f"button-{action.objectName()}")
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        undo.changed.connect(self.follow)
        self.follow()

    @property
    def _key(self) -> str:
        return self._action.shortcut().toString()

    def sizeHint(self) -> QSize:
        """Returns the room at rest."""
        title = text_width(self._action.text(), theme.font(self.title_size, 600))
        key = text_width(self._key, theme.font(self.second_size))
        return QSize(round(title + 12 + key + 28 + 24), 40)

    def follow(self) -> None:
        """Shows the present state."""
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        if self._undo.armed and self.isEnabled():
            self.set_look(PRIMARY)
            face = theme.font(self.title_size, 600)
            self.set_words(fitted(self._undo.opening, face, self.width() - 14))
            self.setAccessibleName(self._undo.again)
        else:
            self.set_look(PLAIN)
            self.set_words(self._action.text(), self._key)
            self.setAccessibleDescription(self._action.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the words that fit."""
        self.follow()
