"""The hand on an own camera: its picture to pull at, and the buttons for zoom, focus and stop.

Rule: nothing is offered that the chosen camera has not shown it can do; its stop is there as long as it can be moved.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.cameras.camera_words import CameraAbility
from console.snapshot import CameraView
from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_drive import CameraDrive, Speeds
from widgets.cameras.camera_keys import FOCUS, ZOOM
from widgets.cameras.camera_pad import CameraPad
from widgets.controls.buttons import PLAIN, PaintedButton
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.sources import PictureSource
from widgets.phrases.console import camera_panel_words
from widgets.phrases.satellite import satellite_camera_words as words

PAD_SIZE = (368, 207)
BUTTON_HEIGHT, SQUARE = 40, 48


class CameraHand(QWidget):
    """Pad and buttons over each other; made anew with each sheet."""

    def __init__(self, pictures: PictureSource, drive: CameraDrive, parent: QWidget) -> None:
        super().__init__(parent)
        self._drive = drive
        self.pad = CameraPad(pictures, drive, self)
        self.pad.setFixedSize(*PAD_SIZE)
        self.pad.show_picture("own")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.pad)
        self.zoom_out = self._held("zoom-out", Icon.MINUS, Speeds(zoom=-ZOOM))
        self.zoom_in = self._held("zoom-in", Icon.PLUS, Speeds(zoom=ZOOM))
        self.stop = self._button("stop", Icon.SQUARE, drive.halt)
        self.nearer = self._held("focus-nearer", None, Speeds(focus=-FOCUS))
        self.farther = self._held("focus-farther", None, Speeds(focus=FOCUS))
        self.by_itself = self._button("focus-itself", None, None)
        for button in (self.zoom_out, self.zoom_in):
            button.setFixedWidth(SQUARE)
        self._driving = self._row(self.zoom_out, self.zoom_in, self.stop)
        self._focusing = self._row(self.nearer, self.farther, self.by_itself)
        self._keys = QLabel(self)
        self._keys.setFont(theme.font(13))
        self._keys.setStyleSheet(f"color: {theme.DIM.name()}")
        self._box.addWidget(self._keys)
        self._box.addStretch(1)
        self._say_names()

    def _row(self, *buttons: PaintedButton) -> tuple[PaintedButton, ...]:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button, 0 if button.minimumWidth() == SQUARE else 1)
        self._box.addLayout(row)
        return buttons

    def _button(self, name: str, icon: Icon | None, wish: Callable[[], object] | None) -> PaintedButton:
        button = PaintedButton(self, PLAIN, icon=icon)
        button.setObjectName(f"camera-{name}")
        button.setFixedHeight(BUTTON_HEIGHT)
        if wish is not None:
            button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps Qt's "checked" from the wish
        return button

    def _held(self, name: str, icon: Icon | None, speeds: Speeds) -> PaintedButton:
        button = self._button(name, icon, None)
        button.pressed.connect(partial(self._drive.move, speeds))
        button.released.connect(self._drive.stop)
        return button

    def _say_names(self) -> None:
        nearer, farther, itself = words.focus_title()
        for button, word, tip in (
            (self.zoom_out, "", camera_panel_words.zoom_out()),
            (self.zoom_in, "", camera_panel_words.zoom_in()),
            (self.stop, camera_panel_words.stop(), camera_panel_words.stop_hint()),
            (self.nearer, nearer, words.focus_nearer()),
            (self.farther, farther, words.focus_farther()),
            (self.by_itself, itself, camera_panel_words.menu_focus()),
        ):
            button.set_words(word)
            button.setAccessibleName(tip)
            button.setToolTip(tip)

    def serve(self, acts: CameraActs) -> None:
        """Lets the focus be left to the camera again."""
        self.by_itself.clicked.connect(lambda: acts.focus_by_itself())  # noqa: PLW0108 - keeps Qt's "checked" from it

    def follow(self, view: CameraView | None) -> None:
        """Offers what the camera can do."""
        self.setVisible(view is not None)
        drives = view is not None and CameraAbility.DRIVE in view.abilities
        focuses = view is not None and drives and CameraAbility.FOCUS in view.abilities
        for button in self._driving:
            button.setVisible(drives)
        for button in self._focusing:
            button.setVisible(focuses)
        for button in (self.zoom_out, self.zoom_in, self.nearer, self.farther, self.by_itself):
            button.setEnabled(self._drive.possible)
        self._keys.setText("\n".join(words.key_lines(focuses=focuses)))
        self._keys.setVisible(drives)
        self.pad.setToolTip(camera_panel_words.pad() if drives else "")
        self.pad.setCursor(Qt.CursorShape.CrossCursor if drives else Qt.CursorShape.ArrowCursor)
        self.pad.update()
