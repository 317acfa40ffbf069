"""Moving a camera by hand: asked again and again while something is held, stopped whenever nothing is.

Rules: whatever ends the hold sends a stop, even where nothing seems to move; a refusal ends the hold instead of being
asked for three times a second; the driver's own dead-man ends a move whose window died.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from console.cameras.camera_words import CameraAbility
from console.commands import AnyCommand, DriveCamera, StopCamera
from console.effects import Receipt
from console.words import Outcome
from widgets.cameras.camera_in_hand import CameraInHand, CameraKey
from widgets.cameras.camera_surroundings import SendsMoves
from widgets.cameras.on_air_lock import OnAirLock

AGAIN_MS = 300
GAP_MS = 100
"""Between two different speeds: a mouse moves faster than a camera."""
DEAD_MAN_MS = 600
NUDGE_MS = 250
"""How long one step of the wheel zooms."""


@dataclass(frozen=True, slots=True)
class Speeds:
    """Per cent of the fastest; right, up and nearer are positive."""

    pan: int = 0
    tilt: int = 0
    zoom: int = 0
    focus: int = 0
    """Farther is positive."""


STILL = Speeds()


class CameraDrive(QObject):
    """The hand on the chosen camera."""

    changed = Signal()
    locked_touched = Signal()
    """Somebody tried to move the camera on air."""

    def __init__(self, wire: SendsMoves, choice: CameraInHand, lock: OnAirLock, parent: QObject) -> None:
        super().__init__(parent)
        self._wire, self._choice, self._lock = wire, choice, lock
        self.speeds = STILL
        self._moving: CameraKey | None = None
        self._again, self._gap, self._nudge = (self._timer(ms) for ms in (AGAIN_MS, GAP_MS, NUDGE_MS))
        self._again.setSingleShot(False)
        self._again.timeout.connect(self._send)
        self._gap.timeout.connect(self._send_newer)
        self._nudge.timeout.connect(self.stop)
        self._sent = STILL
        choice.chosen_changed.connect(self.stop)
        lock.changed.connect(self._follow_lock)
        choice.changed.connect(self._follow_lock)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    @property
    def moving(self) -> bool:
        """Whether something is held."""
        return self._moving is not None

    @property
    def possible(self) -> bool:
        """Whether the chosen camera can be moved by hand at all now."""
        view = self._choice.view
        ready = view is not None and view.link.usable and CameraAbility.DRIVE in view.abilities
        return ready and not self._wire.link_lost

    def move(self, speeds: Speeds) -> None:
        """Moves at these speeds until something else is asked for."""
        self._nudge.stop()
        speeds = self._within_abilities(speeds)
        if speeds == STILL:
            self.stop()
        elif self._lock.shut:
            self.locked_touched.emit()
        elif self.possible and speeds != self.speeds:
            self._begin(speeds)

    def _within_abilities(self, speeds: Speeds) -> Speeds:
        view = self._choice.view
        focuses = view is not None and CameraAbility.FOCUS in view.abilities
        return speeds if focuses else replace(speeds, focus=0)

    def nudge_zoom(self, zoom: int) -> None:
        """Zooms for one step of a wheel."""
        self.move(Speeds(zoom=zoom))
        if self.moving:
            self._nudge.start()

    def stop(self) -> None:
        """Ends the hold and lets the camera stand still; without a hold nothing is sent."""
        if self._moving is None:
            return
        site, camera = self._moving
        self._moving, self.speeds = None, STILL
        for timer in (self._again, self._gap, self._nudge):
            timer.stop()
        self._wire.send(StopCamera(site=site, camera=camera))
        self.changed.emit()

    def halt(self) -> None:
        """Lets the camera stand still, whatever moves it."""
        if self._moving is not None:
            self.stop()
        elif self._choice.key is not None:
            site, camera = self._choice.key
            self._wire.send(StopCamera(site=site, camera=camera))

    def _begin(self, speeds: Speeds) -> None:
        first = self._moving is None
        self._moving, self.speeds = self._choice.key, speeds
        if not self._gap.isActive():
            self._send()
        if first:
            self.changed.emit()

    def _send_newer(self) -> None:
        if self.moving and self.speeds != self._sent:
            self._send()

    def _send(self) -> None:
        if self._moving is None:
            return
        site, camera = self._moving
        speeds, self._sent = self.speeds, self.speeds
        self._lock.prolong()
        command = DriveCamera(
            site=site,
            camera=camera,
            pan=speeds.pan,
            tilt=speeds.tilt,
            zoom=speeds.zoom,
            focus=speeds.focus,
            hold_ms=DEAD_MAN_MS,
            override_on_air=self._lock.on_air and self._lock.opened,
        )
        if not self._wire.send(command):
            self.stop()
            return
        self._again.start()
        self._gap.start()

    def _follow_lock(self) -> None:
        if self.moving and (self._lock.shut or not self.possible):
            self.stop()

    def take_receipt(self, receipt: Receipt, command: AnyCommand | None) -> None:
        """Ends a hold that was refused or has failed."""
        ended = receipt.outcome in {Outcome.REFUSED, Outcome.FAILED}
        if ended and isinstance(command, DriveCamera):
            self.end_of((command.site, command.camera))

    def end_of(self, key: CameraKey) -> None:
        """Ends the hold of a camera, should it be that one's."""
        if key == self._moving:
            self.stop()
