"""What became of what was asked of cameras: the last request of each, and how a preset stands because of it.

Rule: an acknowledgement is not an arrival; only the bridge says that a camera stands at a preset.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from console.cameras.camera_facts import same_name
from console.commands import (
    AdoptPresets,
    AnyCommand,
    FocusCamera,
    PresetChange,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    SwitchOnCamera,
)
from console.effects import Receipt
from console.snapshot import CameraView
from console.words import Outcome, Reason
from widgets.cameras.camera_choice import key_of
from widgets.cameras.camera_in_hand import CameraKey
from widgets.controls.store import Store

CameraAsked = RecalibrateCamera | RehearsePresets | FocusCamera | SwitchOnCamera | AdoptPresets
PresetCommand = RecallPreset | PresetChange | CameraAsked


class Standing(Enum):
    """How a preset stands."""

    AT_REST = "at-rest"
    SENT = "sent"
    MOVING = "moving"
    ARRIVED = "arrived"
    DRIFTED = "drifted"
    """It was there and has left, and nothing of ours has moved it."""
    UNCONFIRMED = "unconfirmed"
    OF_ANOTHER = "of-another"
    """It was saved at another model of camera."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LastRequest:
    """What this window asked of a camera last; `receipt` is None until it is answered."""

    command: PresetCommand
    receipt: Receipt | None = None

    @property
    def reason(self) -> Reason | None:
        """Why nothing, or nothing certain, came of it."""
        return self.receipt.reason if self.receipt is not None else None

    @property
    def done(self) -> bool:
        """Whether it has been done."""
        return self.receipt is not None and self.receipt.outcome is Outcome.DONE


class CameraRequests(QObject):
    """The last request of every camera."""

    changed = Signal()
    answered = Signal(object)
    """A `LastRequest` with its receipt."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._last: dict[CameraKey, LastRequest] = {}
        store.receipt_arrived.connect(self._take_receipt)
        store.camera_changed.connect(self._follow_cameras)
        store.link_lost_changed.connect(self._forget)

    def ask(self, command: PresetCommand) -> None:
        """Sends a command about a preset, unless it is a repetition."""
        if self._store.send(command):
            self._last[command.site, command.camera] = LastRequest(command)
            self.changed.emit()

    def last(self, view: CameraView) -> LastRequest | None:
        """Returns what was asked of a camera last."""
        return self._last.get(key_of(view))

    def forget(self, view: CameraView) -> None:
        """Forgets what was asked of a camera: it has been moved otherwise since."""
        if self._last.pop(key_of(view), None) is not None:
            self.changed.emit()

    def standing(self, view: CameraView, preset: str) -> Standing:
        """Returns how a preset of a camera stands."""
        if view.target is not None and same_name(view.target, preset):
            return Standing.MOVING
        if view.drift is not None and view.current is not None and same_name(view.current, preset):
            return Standing.DRIFTED
        if (arrived_at := self.arrived_at(view)) is not None and same_name(arrived_at, preset):
            return Standing.ARRIVED
        last = self.last(view)
        if last is None or not isinstance(last.command, RecallPreset) or not same_name(last.command.preset, preset):
            return Standing.AT_REST
        if last.receipt is None:
            return Standing.SENT
        return {
            Outcome.UNCONFIRMED: Standing.UNCONFIRMED,
            Outcome.FAILED: Standing.FAILED,
            Outcome.REFUSED: Standing.FAILED,
        }.get(last.receipt.outcome, Standing.AT_REST)

    def _take_receipt(self, receipt: Receipt, command: AnyCommand | None) -> None:
        if not isinstance(command, PresetCommand):
            return
        key = (command.site, command.camera)
        last = self._last.get(key)
        if last is not None and last.command == command and receipt.reason is not Reason.REPEATED:
            self._last[key] = LastRequest(command, receipt)
            self.changed.emit()
            self.answered.emit(self._last[key])

    def arrived_at(self, view: CameraView) -> str | None:
        """Returns the preset at which a camera stands; without a session only the answer to a recall tells.

        Nobody knows it of a camera that does not answer.
        """
        if not view.link.usable or view.drift is not None:
            return None
        last = self.last(view)
        if view.current is None and last is not None and last.done and isinstance(last.command, RecallPreset):
            return last.command.preset
        return view.current

    def _follow_cameras(self) -> None:
        """Forgets an arrival as soon as the camera is moved away from it."""
        for view in self._store.cameras:
            last = self.last(view)
            if last is None or not last.done:
                continue
            if isinstance(last.command, SwitchOnCamera) and view.link.usable:
                self.forget(view)
            if not isinstance(last.command, RecallPreset):
                continue
            elsewhere = view.target is not None and not same_name(view.target, last.command.preset)
            if view.driven_by is not None or elsewhere:
                self.forget(view)

    def _forget(self) -> None:
        self._last.clear()
        self.changed.emit()
