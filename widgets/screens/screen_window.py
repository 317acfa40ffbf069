"""What the windows of the second screens share: a whole screen, no frame, never the keyboard.

Rule: the keys belong to the console, whatever is clicked here; a window of a screen never stands on another one.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

TICK_MS = 33


class ScreenWindow(QWidget):
    """A window that fills one screen; it ticks only while it is shown."""

    closed_by_hand = Signal()
    """Somebody closed it by the system's means; it stays until it is told to go."""
    picture_size_changed = Signal()
    """Another size of the program is wanted, or none."""
    shows_content = False
    """Its picture is the content, not the program."""

    def __init__(self, title: Callable[[], str]) -> None:
        """`title` returns what the window is, in whatever language is spoken."""
        flags = (
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            # A bar of the system would otherwise stay over a window that never becomes the active one.
            | Qt.WindowType.WindowStaysOnTopHint
        )
        super().__init__(None, flags)
        self._title = title
        ScreenWindow.rephrase(self)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setWindowTitle(self._title())
        self.setAccessibleName(self._title())

    def fill(self, screen: QScreen) -> None:
        """Stands on this screen from now on, as large as it is now."""
        area = screen.geometry()
        if self.isVisible() and self.screen() is screen and self.geometry() == area:
            return
        if self.isVisible() and self.screen() is not screen:
            self.hide()
        self.setScreen(screen)
        self.setGeometry(QRect(area))
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # `showFullScreen` would ask for the keyboard too
        self.show()
        self.setGeometry(QRect(area))
        self.picture_size_changed.emit()

    def picture_size(self) -> QSize:
        """Returns the size in physical pixels in which the program is wanted; empty: not at all."""
        raise NotImplementedError

    def tick(self) -> None:
        """Takes what is new; called thirty times a second while the window is shown."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to tick."""
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing from now on."""
        self._tick.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaves it to whoever opened the window."""
        event.ignore()
        self.closed_by_hand.emit()
