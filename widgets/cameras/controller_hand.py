"""The hand on a game controller: what it asks of the chosen camera while the panel is open and its window is in front.

Rule: what the controller moved stops when it rests, is pulled out, or the panel loses the window; a refusal ends the
move until the sticks were at rest once. It is read only while the panel is open.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.cameras.controller import AT_REST, ControllerButton, ControllerState, HandSpeeds, speeds_of
from widgets.cameras.camera_drive import CameraDrive, Speeds
from widgets.cameras.camera_in_hand import CameraInHand

STILL = HandSpeeds()


class ControllerHand(QObject):
    """Takes what a controller says; `taken` may be emitted from any thread."""

    taken = Signal(object)
    """A `ControllerState`."""

    def __init__(self, choice: CameraInHand, drive: CameraDrive, possible: Callable[[], bool], parent: QObject) -> None:
        """`possible` tells whether the panel is open and its window in front."""
        super().__init__(parent)
        self._choice, self._drive = choice, drive
        self._state = AT_REST
        self._moves, self._spent = False, False
        self._possible = possible
        self.taken.connect(self.take)
        drive.changed.connect(self._follow_drive)

    def take(self, state: ControllerState) -> None:
        """Moves the camera as the controller stands now."""
        pressed = set(state.buttons) - set(self._state.buttons)
        self._state = state
        speeds = speeds_of(state)
        if speeds == STILL:
            self._spent = False
        if not self._possible():
            self._spent = speeds != STILL
            return
        self._press(pressed)
        if speeds != STILL and not self._spent:
            self._moves = True
            self._drive.move(Speeds(pan=speeds.pan, tilt=speeds.tilt, zoom=speeds.zoom, focus=speeds.focus))
            self._moves = self._drive.moving
        elif speeds == STILL and self._moves:
            self._moves = False
            self._drive.stop()

    def _press(self, pressed: set[ControllerButton]) -> None:
        if ControllerButton.STOP in pressed:
            self._spent, self._moves = True, False
            self._drive.halt()
        if ControllerButton.PREVIOUS in pressed:
            self._choice.step(-1)
        if ControllerButton.NEXT in pressed:
            self._choice.step(1)

    def _follow_drive(self) -> None:
        """A move that was ended otherwise begins anew only from rest."""
        if self._moves and not self._drive.moving:
            self._moves, self._spent = False, True
