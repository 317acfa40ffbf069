"""The button that opens the lock of the camera on air: held, never just pressed.

Rule: how long it still has to be held is seen while it is held; one press shuts the lock again.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.cameras.on_air_lock import OnAirLock
from widgets.controls.buttons import PaintedButton
from widgets.drawing import theme
from widgets.drawing.icons import Icon


class UnlockButton(PaintedButton):
    """Opens the lock by being held, and shows how long still; a press shuts it again."""

    def __init__(self, lock: OnAirLock, parent: QWidget) -> None:
        super().__init__(parent, icon=Icon.LOCK)
        self.setObjectName("camera-unlock")
        self._lock = lock
        self.pressed.connect(self._press)
        self.released.connect(lock.let_go)

    def _press(self) -> None:
        if self._lock.opened:
            self._lock.close()
        else:
            self._lock.hold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button and, over it, how much of the holding is done."""
        super().paintEvent(event)
        if self._lock.held_share > 0:
            with QPainter(self) as painter:
                done = QRectF(2, self.height() - 6, (self.width() - 4) * self._lock.held_share, 4)
                painter.fillRect(done, theme.LIVE_MARK)
