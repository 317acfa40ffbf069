"""Reads a game controller in a thread of its own while somebody may move a camera with it.

Rules: nothing is loaded and no thread runs until it is begun; no event loop besides the window's. A controller that is
pulled out, or gives no answer, stands at rest from that moment on: whatever it moved stops. Changes alone are told.

Linux: the kernel's joystick interface (Documentation/input/joydev/joystick-api.rst), whose axes the drivers of the
usual controllers (xpad, hid-playstation) give in one order. Windows: XInput, which such controllers and their drivers
know; it has not been tried with one. Neither needs a library that is not there already: SDL would bring 30 MB, and an
event loop that wants the main thread.
"""

import contextlib
import ctypes
import logging
import os
import select
import struct
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from console.cameras.controller import AT_REST, ControllerButton, ControllerState

LOOK_SECONDS: Final = 1.0
"""Between two looks for a controller."""
READ_SECONDS: Final = 1 / 60
DEVICES: Final = Path("/dev/input")
EVENT: Final = struct.Struct("=IhBB")
BUTTON, AXIS, INIT = 0x01, 0x02, 0x80
FULL: Final = 32767
AXES: Final = ("left_x", "left_y", "left_trigger", "right_x", "right_y", "right_trigger")
UPWARDS: Final = {"left_y", "right_y"}
"""Axes that the kernel counts downwards."""
TRIGGERS: Final = {"left_trigger", "right_trigger"}
LINUX_BUTTONS: Final = {1: ControllerButton.STOP, 4: ControllerButton.PREVIOUS, 5: ControllerButton.NEXT}
XINPUT_BUTTONS: Final = {
    0x2000: ControllerButton.STOP,
    0x0100: ControllerButton.PREVIOUS,
    0x0200: ControllerButton.NEXT,
}
XINPUT_PLACES: Final = 4
TRIGGER_FULL: Final = 255

Read = Callable[[], ControllerState | None]
"""Returns where everything stands; None: the controller is gone. May wait up to a sixtieth of a second."""

_log = logging.getLogger(__name__)


class GameController:
    """The first controller of this machine; `take` is called in its thread after every change."""

    def __init__(self, take: Callable[[ControllerState], None], devices: Path = DEVICES) -> None:
        """`devices` is the folder of Linux with the joystick devices."""
        self._take, self._devices = take, devices
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begins to read; a second time does nothing."""
        if self._thread is None:
            self._end.clear()
            self._thread = threading.Thread(target=self._run, name="game controller", daemon=True)
            self._thread.start()

    def want(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Begins to read, or ends."""
        (self.begin if wanted else self.end)()

    def end(self) -> None:
        """Reads no more; what was moved is told to rest."""
        if self._thread is not None:
            self._end.set()
            self._thread.join(2.0)
            self._thread = None

    def _run(self) -> None:
        told = AT_REST
        while not self._end.is_set():
            with _controller(self._devices) as read:
                while read is not None and not self._end.is_set():
                    state = read()
                    if state is None:
                        break
                    if state != told:
                        told = state
                        self._take(state)
            if told != AT_REST:
                told = AT_REST
                self._take(AT_REST)
            self._end.wait(LOOK_SECONDS)


@contextlib.contextmanager
def _controller(devices: Path) -> Generator[Read | None]:
    """Gives how the first controller is read, None when there is none."""
    if sys.platform == "win32":
        yield _XInput.first()
        return
    device = next(iter(sorted(devices.glob("js*"))), None)
    try:
        joystick = None if device is None else _Joystick(device)
    except OSError as error:
        _log.info("The game controller %s cannot be read: %s", device, error.strerror)
        joystick = None
    try:
        yield None if joystick is None else joystick.read
    finally:
        if joystick is not None:
            joystick.close()


class _Joystick:
    """One device of the kernel's joystick interface."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._state = AT_REST

    def close(self) -> None:
        os.close(self._descriptor)

    def read(self) -> ControllerState | None:
        ready, _, _ = select.select([self._descriptor], [], [], READ_SECONDS)
        if not ready:
            return self._state
        try:
            octets = os.read(self._descriptor, EVENT.size * 64)
        except BlockingIOError:
            return self._state
        except OSError:
            return None
        if not octets:
            return None
        for offset in range(0, len(octets) - EVENT.size + 1, EVENT.size):
            _, value, kind, number = EVENT.unpack_from(octets, offset)
            self._take(kind & ~INIT, number, value)
        return self._state

    def _take(self, kind: int, number: int, value: int) -> None:
        if kind == AXIS and number < len(AXES):
            name = AXES[number]
            way = value / FULL
            way = -way if name in UPWARDS else (way + 1) / 2 if name in TRIGGERS else way
            self._state = replace(self._state, **{name: max(-1.0, min(1.0, way))})
        elif kind == BUTTON and number in LINUX_BUTTONS:
            button = LINUX_BUTTONS[number]
            others = tuple(held for held in self._state.buttons if held is not button)
            self._state = replace(self._state, buttons=(*others, button) if value else others)


class XInputPad(ctypes.Structure):
    """XINPUT_STATE with its XINPUT_GAMEPAD."""

    _fields_ = [
        ("packet", ctypes.c_uint32),
        ("buttons", ctypes.c_uint16),
        ("left_trigger", ctypes.c_uint8),
        ("right_trigger", ctypes.c_uint8),
        ("left_x", ctypes.c_int16),
        ("left_y", ctypes.c_int16),
        ("right_x", ctypes.c_int16),
        ("right_y", ctypes.c_int16),
    ]


def state_of(pad: XInputPad) -> ControllerState:
    """Returns where everything stands by an answer of XInput."""
    return ControllerState(
        **{name: max(-1.0, getattr(pad, name) / FULL) for name in ("left_x", "left_y", "right_x", "right_y")},
        left_trigger=pad.left_trigger / TRIGGER_FULL,
        right_trigger=pad.right_trigger / TRIGGER_FULL,
        buttons=tuple(button for bit, button in XINPUT_BUTTONS.items() if pad.buttons & bit),
    )


class _XInput:
    """The first controller that XInput knows."""

    def __init__(self, library: ctypes.CDLL, place: int) -> None:
        self._library, self._place = library, place

    @classmethod
    def first(cls) -> Read | None:
        try:
            library = ctypes.CDLL("xinput1_4")
        except OSError:
            return None
        found = (cls(library, place) for place in range(XINPUT_PLACES))
        return next((one.read for one in found if one.now() is not None), None)

    def now(self) -> ControllerState | None:
        pad = XInputPad()
        return state_of(pad) if self._library.XInputGetState(self._place, ctypes.byref(pad)) == 0 else None

    def read(self) -> ControllerState | None:
        threading.Event().wait(READ_SECONDS)
        return self.now()
