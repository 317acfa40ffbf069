"""The sign beside the next site's picture that opens the cameras: of that site where it has one, else the likeliest.

Rule: it stands where the eye is when a camera matters, and shows whether a camera moves.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from widgets.cameras.camera_panel import CameraPanel
from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.controls.store import Store
from widgets.drawing.icons import Icon
from widgets.drawing.rephrasing import named, tipped
from widgets.phrases.console import camera_panel_words as words

SIDE, INSET = 36, 8


class CameraSign(PaintedButton):
    """A button at the top right of a view."""

    def __init__(self, store: Store, panel: CameraPanel, view: QWidget) -> None:
        super().__init__(view, PLAIN, icon=Icon.CAMERA)
        self.setObjectName("button-cameras")
        self._store, self._panel, self._view = store, panel, view
        self.resize(SIDE, SIDE)
        self.clicked.connect(self._open)
        store.camera_changed.connect(self.follow)
        panel.opened_changed.connect(self.follow)
        view.installEventFilter(self)
        self.follow()

    def follow(self) -> None:
        """Shows whether a camera moves, or the panel is open."""
        active = self._panel.wanted or any(camera.moving for camera in self._store.cameras)
        self.set_look(PRIMARY if active else PLAIN)
        named(self, words.open_sign)
        tipped(self, words.open_sign)

    def _open(self) -> None:
        self._panel.open_panel(self._store.on_deck.site)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to the corner of the view."""
        if event.type() == QEvent.Type.Resize:
            self.move(self._view.width() - SIDE - INSET, INSET)
        return False
