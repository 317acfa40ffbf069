"""The own cameras of a site as the console's parts want them: which is chosen, what it does, what is asked of it.

Rule: everything is asked of the own endpoint, which drives the cameras and has the last word; nothing is kept here but
which camera is meant.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer

from console.cameras.camera_facts import CameraFacts, find_name, same_name
from console.cameras.camera_wishes import (
    Adopt,
    CameraWish,
    Drive,
    FocusByItself,
    Recalibrate,
    Rehearse,
    Stop,
    SwitchOn,
)
from console.cameras.camera_words import PresetRole
from console.cameras.preset_changes import wish_of_change
from console.cameras.shown_camera import shown_camera
from console.commands import (
    AdoptPresets,
    DriveCamera,
    FocusCamera,
    PresetChange,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    StopCamera,
    SwitchOnCamera,
)
from console.sites.site_facts import PresetAnswer
from console.snapshot import CameraView
from console.words import MAIN_SITE, Reason
from widgets.cameras.camera_in_hand import CameraInHand
from widgets.cameras.camera_requests import CameraAsked, PresetCommand, Standing

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

HERE = MAIN_SITE
"""What stands for the own site in commands that never leave this machine: to itself it is the main endpoint."""


class SiteCameras(CameraInHand):
    """The chosen own camera and what was asked of it: everything that the console's parts want around them."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window)
        self._window = window
        self._since = QElapsedTimer()
        self._since.start()
        self._known = ""
        self.preset_roles: tuple[PresetRole, ...] = ()
        self.link_lost = False
        """Is never so: without its endpoint the window knows of no camera."""

    @property
    def now_ms(self) -> int:
        """Monotonic milliseconds since the sheet was opened."""
        return self._since.elapsed()

    # ------------------------------------------------------------ the camera

    @property
    def offered(self) -> tuple[CameraFacts, ...]:
        """The own cameras, in the order of their file."""
        return self._window.state.cameras

    @property
    def facts(self) -> CameraFacts | None:
        """What the endpoint knows of the chosen camera."""
        return next((known for known in self.offered if known.camera == self._known), None)

    def choose(self, camera: str) -> None:
        """Speaks of this camera from now on; of none where it is empty."""
        if camera != self._known:
            self._known = camera
            self.key = (HERE, camera) if camera else None
            self.chosen_changed.emit()

    def step(self, by: int) -> None:
        """Speaks of the next own camera, or of the one before."""
        names = [known.camera for known in self.offered]
        if names:
            place = names.index(self._known) + by if self._known in names else 0
            self.choose(names[place % len(names)])
            self.changed.emit()

    def follow(self) -> None:
        """Takes that the endpoint has told something; a camera that is gone is no longer spoken of."""
        if self.facts is None:
            self.choose(self.offered[0].camera if self.offered else "")
        self.changed.emit()

    @property
    def view(self) -> CameraView | None:
        """What is known of the chosen camera, as the console's parts want it."""
        facts, answer = self.facts, self.answer
        if facts is None:
            return None
        recalled = answer is not None and not answer.by_hand and answer.act is None and bool(answer.preset)
        under_way = answer is not None and recalled and answer.arrived is None
        return replace(
            shown_camera(facts, HERE),
            on_air=self._window.state.on_podium,
            current=self._standing_at(facts),
            target=answer.preset if answer is not None and under_way else None,
            stage=facts.stage if under_way else None,
        )

    @property
    def answer(self) -> PresetAnswer | None:
        """What became of the last wish, where that was about the chosen camera."""
        answer = self._window.state.preset_answer
        return answer if answer is not None and answer.camera == self._known else None

    def _standing_at(self, facts: CameraFacts) -> str | None:
        """Returns the preset at which it stands, as far as the camera tells; else the one to which it was brought."""
        answer = self.answer
        arrived = answer is not None and answer.act is None and answer.arrived
        brought = (answer.preset or None) if answer is not None and arrived else None
        if facts.stands_at is None or (brought is not None and find_name(facts.stands_at, brought) is not None):
            return brought
        placed = (name for name in facts.stands_at if any(known.name == name for known in facts.saved))
        return next(placed, None)

    # ------------------------------------------------------------ what is asked

    def ask(self, command: PresetCommand) -> None:
        """Asks the endpoint for what the command means here."""
        if isinstance(command, RecallPreset):
            self._window.preset_wanted.emit(command.camera, command.preset, command.override_on_air)
        else:
            self._window.camera_asked.emit(command.camera, wish_of(command), False)  # noqa: FBT003 - the signal's value

    def send(self, command: DriveCamera | StopCamera) -> bool:
        """Asks the endpoint for a move by hand, or for its end; it goes always."""
        override = isinstance(command, DriveCamera) and command.override_on_air
        self._window.camera_asked.emit(command.camera, hand_wish_of(command), override)
        return True

    def standing(self, view: CameraView, preset: str) -> Standing:
        """Returns how a preset stands."""
        answer = self.answer
        if view.target is not None and same_name(view.target, preset):
            return Standing.MOVING
        if view.current is not None and same_name(view.current, preset):
            return Standing.ARRIVED
        if answer is None or answer.act is not None or answer.arrived or not same_name(answer.preset, preset):
            return Standing.AT_REST
        return Standing.UNCONFIRMED if answer.reason is Reason.CAMERA_UNCONFIRMED else Standing.AT_REST

    def arrived_at(self, view: CameraView) -> str | None:
        """Returns the preset at which the camera stands."""
        return view.current


def wish_of(command: PresetChange | CameraAsked) -> CameraWish:
    """Returns what the endpoint is asked."""
    match command:
        case FocusCamera():
            return FocusByItself()
        case RecalibrateCamera():
            return Recalibrate()
        case RehearsePresets():
            return Rehearse()
        case SwitchOnCamera():
            return SwitchOn()
        case AdoptPresets():
            return Adopt()
        case _:
            return wish_of_change(command)


def hand_wish_of(command: DriveCamera | StopCamera) -> Drive | Stop:
    """Returns what the endpoint is asked for a move by hand."""
    if isinstance(command, StopCamera):
        return Stop()
    return Drive(pan=command.pan, tilt=command.tilt, zoom=command.zoom, focus=command.focus, hold_ms=command.hold_ms)
