"""The lock of the camera that is on air: opened by holding, for one camera, for a short time.

Rule: nothing that everybody would see moves by a slip. The lock closes by itself, with another camera, when the camera
leaves the program, and when whoever drives it is out of reach; it stays open while the camera is being moved by hand.
"""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from widgets.cameras.camera_in_hand import CameraInHand

HOLD_MS = 1500
"""How long it is held before it opens."""
OPEN_MS = 15_000
SHOWN_EVERY_MS = 50


class OnAirLock(QObject):
    """The lock of the chosen camera."""

    changed = Signal()

    def __init__(self, choice: CameraInHand, parent: QObject) -> None:
        super().__init__(parent)
        self._choice = choice
        self._held, self._left = QElapsedTimer(), QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(OPEN_MS)
        self._left.timeout.connect(self.close)
        self._showing = QTimer(self)
        self._showing.setInterval(SHOWN_EVERY_MS)
        self._showing.timeout.connect(self._show)
        choice.chosen_changed.connect(self.close)
        choice.changed.connect(self._follow)

    @property
    def on_air(self) -> bool:
        """Whether the program shows the chosen camera."""
        view = self._choice.view
        return view is not None and view.on_air

    @property
    def opened(self) -> bool:
        """Whether the camera on air may be moved."""
        return self._left.isActive()

    @property
    def shut(self) -> bool:
        """Whether the chosen camera may not be moved."""
        return self.on_air and not self.opened

    @property
    def held_share(self) -> float:
        """How much of the time it has been held that opens it, 0 to 1."""
        return min(1.0, self._held.elapsed() / HOLD_MS) if self._held.isValid() else 0.0

    @property
    def seconds_left(self) -> int:
        """After how many seconds it closes by itself."""
        return -(-max(0, self._left.remainingTime()) // 1000)

    def hold(self) -> None:
        """Begins to open it."""
        if self.shut and not self._held.isValid():
            self._held.start()
            self._showing.start()
            self.changed.emit()

    def let_go(self) -> None:
        """Leaves it shut when it was not held long enough."""
        if self._held.isValid():
            self._held.invalidate()
            self.changed.emit()

    def prolong(self) -> None:
        """Begins its time anew while it is open: the camera is being moved."""
        if self.opened:
            self._left.start()

    def close(self) -> None:
        """Shuts it."""
        was_open = self.opened or self._held.isValid()
        self._left.stop()
        self._showing.stop()
        self._held.invalidate()
        if was_open:
            self.changed.emit()

    def _show(self) -> None:
        if self.held_share >= 1.0:
            self._held.invalidate()
            self._left.start()
        if not self.opened and not self._held.isValid():
            self._showing.stop()
        self.changed.emit()

    def _follow(self) -> None:
        if not self.on_air:
            self.close()
