"""What an own camera does at this moment, as one sentence with its sign: the heaviest first, as at the console.

Rule: what hinders is said with what to do about it; an arrival is said only where the endpoint has said it.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_words import CameraAbility, CameraLink
from console.sites.site_facts import PresetAnswer
from console.snapshot import CameraView
from console.words import Reason
from widgets.cameras.camera_drive import DEAD_MAN_MS, CameraDrive
from widgets.cameras.camera_panel_painter import CameraPanelPainter
from widgets.cameras.camera_status import HINDERED, Status
from widgets.cameras.on_air_lock import OnAirLock
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.phrases.console import camera_panel_words, camera_replaced_words, camera_wake_words
from widgets.phrases.log.camera_words import phrase_camera_link
from widgets.phrases.satellite import satellite_camera_words as words
from widgets.phrases.satellite import satellite_tool_words as tool_words
from widgets.satellite.satellite_cameras import SiteCameras

HEIGHT = 44


class SiteCameraStatus:
    """Finds the sentence for the chosen own camera."""

    def __init__(self, cameras: SiteCameras, drive: CameraDrive, lock: OnAirLock) -> None:
        self._cameras, self._drive, self._lock = cameras, drive, lock
        self._touched_at: int | None = None
        """The number of the last answer when somebody tried to move the locked camera."""

    def say_locked(self) -> None:
        """Says the lock before everything else until something new is asked of the camera."""
        self._touched_at = self._number

    def of(self, view: CameraView) -> Status:
        """Returns what stands in the line of a camera."""
        known = self._hindered(view) or self._moving(view) or self._locked() or self._answered()
        return known or self._replaced(view) or self._standing(view)

    @property
    def _number(self) -> int:
        answer = self._cameras.answer
        return 0 if answer is None else answer.number

    def _hindered(self, view: CameraView) -> Status | None:
        if view.link is CameraLink.STANDBY:
            return self._asleep(self._cameras.answer)
        if view.link in HINDERED:
            icon, reason, colour = HINDERED[view.link]
            return Status(icon, camera_panel_words.failed(reason), colour)
        if view.link is CameraLink.CONNECTING:
            text = phrase_camera_link(view.link)
            return Status(Icon.RING, text[:1].upper() + text[1:], theme.TEXT_SECOND)
        return None

    def _asleep(self, answer: PresetAnswer | None) -> Status:
        """It is in standby: it can be switched on, is being switched on, or was not."""
        woken = answer is not None and not answer.by_hand and answer.act is None and not answer.preset
        if answer is not None and woken and answer.arrived is not False:
            return Status(Icon.CLOCK, camera_wake_words.switching_on(), theme.TEXT_SECOND)
        if answer is not None and woken and answer.reason not in (None, Reason.CAMERA_STANDBY):
            text = camera_wake_words.not_switched_on(answer.reason or Reason.CAMERA_FAILED)
            return Status(Icon.SQUARE, text, theme.ERROR, wakes=True)
        icon, reason, colour = HINDERED[CameraLink.STANDBY]
        return Status(icon, camera_panel_words.failed(reason), colour, wakes=True)

    def _moving(self, view: CameraView) -> Status | None:
        if self._lock.opened:
            return Status(Icon.ALERT, words.unlocked(self._lock.seconds_left), theme.LIVE_MARK)
        if self._drive.moving:
            return Status(Icon.HAND, camera_panel_words.by_hand(DEAD_MAN_MS))
        if view.target is not None:
            return Status(Icon.RING, tool_words.preset_result(self._cameras.answer))
        return None

    def _locked(self) -> Status | None:
        if not self._lock.shut:
            self._touched_at = None
            return None
        answer = self._cameras.answer
        silent = answer is None or not _speaks(answer)
        return Status(Icon.LOCK, words.locked()) if silent or self._touched_at == self._number else None

    def _answered(self) -> Status | None:
        answer = self._cameras.answer
        if answer is None or not _speaks(answer):
            return None
        text = tool_words.preset_result(answer)
        if answer.arrived is None:
            return Status(Icon.CLOCK, text, theme.TEXT_SECOND) if text else None
        if answer.arrived:
            undone = answer.preset if answer.act in (PresetAct.OVERWRITTEN, PresetAct.DELETED) else ""
            return Status(Icon.CHECK, text, restores=undone)
        if answer.reason is Reason.SUPERSEDED:
            return Status(Icon.CAMERA, text, theme.TEXT_SECOND)
        unsure = answer.reason is Reason.CAMERA_UNCONFIRMED
        return Status(Icon.QUESTION if unsure else Icon.SQUARE, text, theme.WARNING if unsure else theme.ERROR)

    def _replaced(self, view: CameraView) -> Status | None:
        if not view.of_another:
            return None
        text = camera_replaced_words.replaced(view.model_before, view.model, len(view.of_another))
        return Status(Icon.ALERT, text, theme.WARNING, adopts=True)

    def _standing(self, view: CameraView) -> Status:
        preset, facts = view.current, self._cameras.facts
        if preset is not None and preset in view.forgotten:
            return Status(Icon.TRIANGLE, camera_panel_words.forgotten(preset), theme.WARNING)
        if CameraAbility.DRIVE not in view.abilities:
            return Status(Icon.QUESTION, camera_panel_words.cannot_drive(), theme.TEXT_SECOND)
        if preset is not None:
            return Status(Icon.CHECK, camera_panel_words.stands_at(preset))
        if facts is not None and facts.stands_at is not None:
            return Status(Icon.CAMERA, camera_panel_words.stands_elsewhere(), theme.TEXT_SECOND)
        return Status(Icon.CAMERA, words.ready(), theme.TEXT_SECOND)


def _speaks(answer: PresetAnswer) -> bool:
    """Returns whether an answer says more than where the camera stands: a move that was taken does not."""
    moved = answer.by_hand or (answer.act is None and bool(answer.preset))
    return not (moved and answer.arrived) and not (answer.by_hand and answer.arrived is None)


class StatusLine(QWidget):
    """A sign and a sentence, in one line or two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._status: Status | None = None
        self.setMinimumHeight(HEIGHT)

    def text(self) -> str:
        """Returns what is said."""
        return "" if self._status is None else self._status.text

    def show_status(self, status: Status | None) -> None:
        """Says something else from now on."""
        if status != self._status:
            self._status = status
            self.setAccessibleName(self.text())
            self.update()

    def sizeHint(self) -> QSize:
        """Returns room for two lines."""
        return QSize(HEIGHT * 8, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints both."""
        if self._status is not None:
            with QPainter(self) as painter:
                CameraPanelPainter(painter, theme.WIDE).paint_status(self.rect().toRectF(), self._status)
