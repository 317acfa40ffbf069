"""The keys of the camera panel while it has the focus: held keys move, single ones recall, save, stop, open the lock.

Rule: what a key began ends with its release; repetitions of the keyboard are ignored. Keys that are not the panel's
stay with the window: silencing and safe stop work from here too.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_drive import CameraDrive, Speeds
from widgets.cameras.camera_in_hand import CameraInHand
from widgets.cameras.on_air_lock import OnAirLock
from widgets.cameras.preset_bar import PresetBar
from widgets.cameras.preset_menu import PresetMenu

Key = Qt.Key
FAST, SLOW, ZOOM, FOCUS = 60, 20, 50, 40
TURNS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, 1), Key.Key_Down: (0, -1)}
ZOOMS = {Key.Key_Plus: 1, Key.Key_Minus: -1}
FOCUSES = {Key.Key_BracketLeft: -1, Key.Key_BracketRight: 1}
SAME_KEYS: dict[int, Key] = {Key.Key_Equal: Key.Key_Plus, Key.Key_Underscore: Key.Key_Minus}
"""One key of the keyboard with and without Shift: pressed as one, it may be released as the other."""
DIGITS = tuple(range(Key.Key_1, Key.Key_9 + 1))
UNLOCK_KEY = Key.Key_O
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyedPanel(Protocol):
    """What the keys act on."""

    @property
    def choice(self) -> CameraInHand:
        """Which camera is spoken of."""
        ...

    @property
    def lock(self) -> OnAirLock:
        """The lock of the camera on air."""
        ...

    @property
    def drive(self) -> CameraDrive:
        """The hand on the camera."""
        ...

    @property
    def acts(self) -> CameraActs:
        """What is done with presets."""
        ...

    @property
    def menu(self) -> PresetMenu:
        """Everything else that can be done with one."""
        ...

    @property
    def presets(self) -> PresetBar:
        """The presets as they are shown."""
        ...

    def leave(self) -> None:
        """Takes back one thing."""
        ...


class CameraKeys:
    """The keys that are held, and what every key means."""

    def __init__(self, panel: KeyedPanel) -> None:
        self._panel = panel
        self._held: dict[int, bool] = {}
        """Keys that move, with whether each moves slowly."""

    def claims(self, event: QKeyEvent) -> bool:
        """Tells whether a key is the panel's."""
        return self._is_held_key(event) or self._act_of(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Takes a press; False: it is none of the panel's."""
        if not self.claims(event):
            return False
        if event.isAutoRepeat():
            return True
        if not self._is_held_key(event):
            act = self._act_of(event)
            if act is not None:
                act()
        elif event.key() == UNLOCK_KEY:
            self._panel.lock.hold()
        else:
            self._held[_key_of(event)] = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move()
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Takes a release; False: it is none of the panel's."""
        if event.isAutoRepeat():
            return _key_of(event) in self._held
        if event.key() == UNLOCK_KEY:
            self._panel.lock.let_go()
            return True
        if self._held.pop(_key_of(event), None) is None:
            return False
        self._move()
        return True

    def forget(self) -> None:
        """Forgets what was held: its release will not come here."""
        self._held.clear()

    def _move(self) -> None:
        pan = tilt = zoom = focus = 0
        for key, slow in self._held.items():
            turn, speed = TURNS.get(Key(key), (0, 0)), SLOW if slow else FAST
            pan, tilt = pan + turn[0] * speed, tilt + turn[1] * speed
            zoom += ZOOMS.get(Key(key), 0) * ZOOM
            focus += FOCUSES.get(Key(key), 0) * FOCUS
        speeds = Speeds(pan=_held_in(pan), tilt=_held_in(tilt), zoom=_held_in(zoom), focus=_held_in(focus))
        self._panel.drive.move(speeds)

    def _is_held_key(self, event: QKeyEvent) -> bool:
        return _key_of(event) in {*TURNS, *ZOOMS, *FOCUSES, UNLOCK_KEY} and not event.modifiers() & MODIFIERS

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        panel, key = self._panel, event.key()
        modifiers = event.modifiers() & MODIFIERS
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in {Key.Key_Left, Key.Key_Right}:
            return lambda: panel.choice.step(1 if key == Key.Key_Right else -1)
        if modifiers == Qt.KeyboardModifier.AltModifier and key in {Key.Key_Left, Key.Key_Right}:
            return lambda: panel.acts.shift_here(1 if key == Key.Key_Right else -1)
        if key in DIGITS:
            return self._digit(key - Key.Key_0, modifiers)
        single: dict[int, Callable[[], None]] = {
            Key.Key_S: panel.acts.save_new,
            Key.Key_E: panel.menu.open_here,
            Key.Key_Menu: panel.menu.open_here,
            Key.Key_F: panel.presets.look_for,
            Key.Key_A: panel.acts.focus_by_itself,
            Key.Key_Space: panel.drive.halt,
            Key.Key_Escape: panel.leave,
        }
        return single.get(key) if not modifiers else None

    def _digit(self, number: int, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        acts = self._panel.acts
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return lambda: acts.save_over_number(number)
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return lambda: acts.recall_covered_number(number)
        return (lambda: acts.recall_number(number)) if not modifiers else None


def _key_of(event: QKeyEvent) -> int:
    return SAME_KEYS.get(event.key(), event.key())


def _held_in(speed: int) -> int:
    return max(-100, min(100, speed))
