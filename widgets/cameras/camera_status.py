"""What a camera does at this moment, as one sentence with its sign: the heaviest first.

Rule: an arrival is said only where the bridge says it; whatever hinders is said with its reason and what to do.
"""

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QColor

from console.cameras.camera_words import CameraAbility, CameraDrift, CameraLink, CameraStage
from console.commands import (
    AdoptPresets,
    DeletePreset,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    RenamePreset,
    RestorePreset,
    SavePreset,
    SwitchOnCamera,
)
from console.snapshot import CameraView
from console.words import Outcome, Reason
from widgets.cameras.camera_drive import DEAD_MAN_MS, CameraDrive
from widgets.cameras.camera_requests import CameraAsked, CameraRequests, LastRequest, PresetCommand
from widgets.cameras.on_air_lock import OnAirLock
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.phrases.console import camera_panel_words as words
from widgets.phrases.console import camera_replaced_words as replaced_words
from widgets.phrases.console import camera_wake_words as wake_words
from widgets.phrases.log.camera_words import phrase_camera_link, technician_moved


@dataclass(frozen=True, slots=True)
class Status:
    """A sign, a sentence, and their colour."""

    icon: Icon
    text: str
    ink: QColor = field(default_factory=lambda: theme.TEXT)
    restores: str = ""
    """The preset that can be brought back with one press."""
    recalls: str = ""
    """The preset to which the camera can be brought again with one press."""
    wakes: bool = False
    """The camera can be switched on with one press."""
    adopts: bool = False
    """One press says that the presets of the camera before hold for this one too."""

    @property
    def offered(self) -> list[str]:
        """The words of what one press does, the longest first; nothing where nothing is offered."""
        if self.recalls:
            return words.go_back()
        return words.restore() if self.restores else replaced_words.adopt() if self.adopts else []


HINDERED = {
    CameraLink.UNREACHABLE: (Icon.SQUARE, Reason.CAMERA_UNREACHABLE, theme.ERROR),
    CameraLink.LOGIN_REFUSED: (Icon.SQUARE, Reason.CAMERA_LOGIN, theme.ERROR),
    CameraLink.STANDBY: (Icon.TRIANGLE, Reason.CAMERA_STANDBY, theme.WARNING),
    CameraLink.WAKING: (Icon.RING, Reason.CAMERA_WAKING, theme.WARNING),
}
"""Links over which nothing can be asked, and why."""


class CameraStatus:
    """Finds the sentence for the chosen camera."""

    def __init__(self, store: Store, drive: CameraDrive, lock: OnAirLock, requests: CameraRequests) -> None:
        self._store, self._drive, self._lock, self._requests = store, drive, lock, requests

    def of(self, view: CameraView) -> Status:
        """Returns what stands in the line of a camera."""
        return (
            self._hindered(view)
            or self._moving(view)
            or self._technician(view)
            or self._answered(view)
            or self._replaced(view)
            or self._astray(view)
            or self._standing(view)
        )

    def _hindered(self, view: CameraView) -> Status | None:
        if self._store.link_lost:
            return Status(Icon.TRIANGLE, words.bridge_lost(), theme.WARNING)
        if view.link in HINDERED:
            icon, reason, colour = HINDERED[view.link]
            hindered = Status(icon, words.failed(reason), colour)
            return self._asleep(view, hindered) if view.link is CameraLink.STANDBY else hindered
        if view.link is CameraLink.CONNECTING:
            text = phrase_camera_link(view.link)
            return Status(Icon.RING, text[:1].upper() + text[1:], theme.TEXT_SECOND)
        if view.covered:
            return Status(Icon.SCREEN, words.covered())
        if self._lock.opened:
            return Status(Icon.ALERT, words.unlocked(self._lock.seconds_left), theme.LIVE_MARK)
        return None

    def _asleep(self, view: CameraView, hindered: Status) -> Status:
        """It is in standby: it can be switched on, is being switched on, or was not."""
        last = self._requests.last(view)
        if last is not None and isinstance(last.command, SwitchOnCamera):
            if last.receipt is None or last.done:
                return Status(Icon.CLOCK, wake_words.switching_on(), theme.TEXT_SECOND)
            text = wake_words.not_switched_on(last.reason or Reason.CAMERA_FAILED)
            return Status(Icon.SQUARE, text, theme.ERROR, wakes=True)
        return replace(hindered, wakes=True)

    def _moving(self, view: CameraView) -> Status | None:
        if self._drive.moving:
            return Status(Icon.HAND, words.by_hand(DEAD_MAN_MS))
        if view.driven_by is not None:
            return Status(Icon.HAND, words.driven_by(view.driven_by), theme.TEXT_SECOND)
        if view.target is not None:
            unanswered = view.stage is CameraStage.SENT
            return Status(Icon.RING, words.order_sent() if unanswered else words.on_the_way(view.target))
        return None

    def _technician(self, view: CameraView) -> Status | None:
        return Status(Icon.HAND, technician_moved(), theme.TEXT_SECOND) if view.technician else None

    def _answered(self, view: CameraView) -> Status | None:
        last = self._requests.last(view)
        if last is None:
            return None
        if isinstance(last.command, RehearsePresets) and (last.receipt is None or last.done):
            return _rehearsed(view, done=last.done)
        if last.receipt is None:
            return Status(Icon.CLOCK, words.order_sent(), theme.TEXT_SECOND)
        outcome = last.receipt.outcome
        if outcome is Outcome.UNCONFIRMED:
            return Status(Icon.QUESTION, _failed(last), theme.WARNING)
        if outcome in {Outcome.FAILED, Outcome.REFUSED}:
            return Status(Icon.SQUARE, _failed(last), theme.ERROR)
        return _done(last) if last.done else None

    def _replaced(self, view: CameraView) -> Status | None:
        """Another model stands there: its presets are said to be another camera's until a person acts."""
        if not view.of_another:
            return None
        return Status(Icon.ALERT, replaced_words.replaced_briefly(len(view.of_another)), theme.WARNING, adopts=True)

    def _astray(self, view: CameraView) -> Status | None:
        """It has left its preset, or has lost it and went there by position."""
        preset = view.current
        if preset is not None and view.drift is not None:
            text = words.drifted(preset, slightly=view.drift is CameraDrift.SLIGHT)
            return Status(Icon.TRIANGLE, text, theme.WARNING, recalls="" if self._lock.shut else preset)
        if preset is not None and preset in view.forgotten:
            return Status(Icon.TRIANGLE, words.forgotten(preset), theme.WARNING)
        return None

    def _standing(self, view: CameraView) -> Status:
        if view.failure is not None:
            return Status(Icon.SQUARE, words.failed(view.failure), theme.ERROR)
        if self._lock.shut:
            return Status(Icon.LOCK, words.locked(), theme.TEXT)
        if CameraAbility.DRIVE not in view.abilities:
            return Status(Icon.QUESTION, words.cannot_drive(), theme.TEXT_SECOND)
        if (preset := self._requests.arrived_at(view)) is not None:
            return Status(Icon.CHECK, words.stands_at(preset), theme.TEXT)
        return Status(Icon.CAMERA, words.stands_elsewhere(), theme.TEXT_SECOND)


def _rehearsed(view: CameraView, *, done: bool) -> Status:
    if not done:
        return Status(Icon.RING, words.rehearsing(len(view.rehearsed), len(view.presets)))
    bad = words.rehearsed_badly(view.rehearsed)
    return (
        Status(Icon.TRIANGLE, bad, theme.WARNING) if bad else Status(Icon.CHECK, words.rehearsed(len(view.rehearsed)))
    )


def _done(last: LastRequest) -> Status | None:
    """Returns what has been done; a recall that arrived is what the camera's own standing says."""
    command: PresetCommand = last.command
    if isinstance(command, RecallPreset):
        return None
    match command:
        case SavePreset():
            act = "overwritten" if command.overwrite else "saved"
        case RenamePreset():
            return Status(Icon.CHECK, words.done("renamed", command.name))
        case DeletePreset():
            act = "deleted"
        case RestorePreset():
            act = "restored"
        case PlacePreset():
            act = "placed"
        case MarkPreset():
            act = "protected" if command.protected else "marked"
        case RehearsePresets() | SwitchOnCamera():
            return None
        case RecalibrateCamera() | FocusCamera() | AdoptPresets():
            return Status(Icon.CHECK, _done_with_camera(command))
    undone = command.preset if act in {"overwritten", "deleted"} else ""
    return Status(Icon.CHECK, words.done(act, command.preset), restores=undone)


def _done_with_camera(command: RecalibrateCamera | FocusCamera | AdoptPresets) -> str:
    if isinstance(command, AdoptPresets):
        return replaced_words.adopted()
    return words.done_with_camera(focus=isinstance(command, FocusCamera))


def _failed(last: LastRequest) -> str:
    if isinstance(last.command, CameraAsked):
        return words.failed(last.reason or Reason.CAMERA_FAILED)
    return words.failed_preset(last.command.preset, last.reason)
