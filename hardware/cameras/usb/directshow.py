"""Windows: pan, tilt and zoom of a camera by DirectShow's IAMCameraControl, through COM and without a library for it.

NOT TRIED: this file was written from Microsoft's documentation and has never run at a camera. `TRIED` says so to
whoever lists what works; it becomes True when somebody has turned a camera with it.

Source: "IAMCameraControl interface (strmif.h)", "Selecting a Capture Device"; orders of methods from `strmif.h` and
`objidl.h`. Rule: a pointer that was got is released; everything here runs on one thread, which COM is told.
"""

import ctypes
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any, Final

from hardware.cameras.usb.controls import Axis, AxisRange, Ranges, UsbTrouble, zoom_range

TRIED: Final = False
DEVICE_ENUMERATOR: Final = "{62BE5D10-60EB-11D0-BD3B-00A0C911CE86}"
VIDEO_INPUTS: Final = "{860BB310-5D01-11D0-BD3B-00A0C911CE86}"
I_CREATE_ENUMERATOR: Final = "{29840822-5B84-11D0-BD3B-00A0C911CE86}"
I_PROPERTY_BAG: Final = "{55272A00-42CB-11CE-8135-00AA004BB851}"
I_BASE_FILTER: Final = "{56A86895-0AD4-11CE-B03A-0020AF0BA770}"
I_CAMERA_CONTROL: Final = "{C6E13370-30AC-11D0-A18C-00A0C9118956}"
QUERY_INTERFACE, RELEASE = 0, 2
CREATE_CLASS_ENUMERATOR, NEXT, BIND_TO_OBJECT, BIND_TO_STORAGE, READ = 3, 3, 8, 9, 3
GET_RANGE, SET, GET = 3, 4, 5
IN_PROCESS: Final = 1
MANUAL: Final = 2
PROPERTIES: Final = {Axis.PAN: 0, Axis.TILT: 1, Axis.ZOOM: 3}
STEPS_PER_DEGREE: Final = 14.4
BSTR: Final = 8
MOST_CAMERAS: Final = 32


class _Guid(ctypes.Structure):
    _fields_ = (("octets", ctypes.c_ubyte * 16),)


class _Variant(ctypes.Structure):
    _fields_ = (("kind", ctypes.c_ushort), ("reserved", ctypes.c_ushort * 3), ("value", ctypes.c_void_p * 2))


class DirectShowControls:
    """The camera controls of one camera, chosen by its name."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._control: Any = None
        self.name = ""

    def open(self) -> Ranges:
        """Finds the camera by its name and returns what it can move."""
        self.close()
        with _cameras() as cameras:
            for moniker, name in cameras:
                if name == self._device:
                    self._control = _control_of(moniker)
                    self.name = name
                    break
        if self._control is None:
            raise UsbTrouble(f"There is no camera called “{self._device}” that can be turned")
        found = {axis: self._range(axis) for axis in Axis}
        return {axis: span for axis, span in found.items() if span is not None}

    def _range(self, axis: Axis) -> AxisRange | None:
        low, high, grain, usual, flags = (ctypes.c_long() for _ in range(5))
        told = (ctypes.byref(number) for number in (low, high, grain, usual, flags))
        result = _call(self._control, GET_RANGE, ctypes.c_long(PROPERTIES[axis]), *told)
        if result != 0 or not flags.value & MANUAL or low.value >= high.value:
            return None
        if axis is Axis.ZOOM:
            return zoom_range(low.value, high.value, grain.value)
        return AxisRange(low.value, high.value, grain.value, STEPS_PER_DEGREE)

    def get(self, axis: Axis) -> int:
        """Returns where an axis is."""
        value, flags = ctypes.c_long(), ctypes.c_long()
        self._ask(GET, ctypes.c_long(PROPERTIES[axis]), ctypes.byref(value), ctypes.byref(flags))
        return value.value

    def set(self, axis: Axis, value: int) -> None:
        """Lets an axis go there."""
        self._ask(SET, ctypes.c_long(PROPERTIES[axis]), ctypes.c_long(value), ctypes.c_long(MANUAL))

    def _ask(self, method: int, *arguments: Any) -> None:
        if self._control is None:
            raise UsbTrouble(f"“{self._device}” is not open")
        result = _call(self._control, method, *arguments)
        if result < 0:
            raise UsbTrouble(f"“{self._device}” does not answer (0x{result & 0xFFFFFFFF:08x})")

    def close(self) -> None:
        """Lets the camera go."""
        if self._control is not None:
            _call(self._control, RELEASE)
            self._control = None


def camera_names() -> list[str]:
    """Returns the names of the system's cameras; raises `UsbTrouble`."""
    with _cameras() as cameras:
        return [name for _, name in cameras if name]


# ---------------------------------------------------------------- COM


@contextmanager
def _cameras() -> Generator[Iterator[tuple[Any, str]]]:
    """Gives the monikers and names of the video inputs; a moniker is released after its turn."""
    if sys.platform != "win32":
        raise UsbTrouble("DirectShow is there on Windows alone")
    ole: Any = ctypes.windll.ole32
    ole.CoInitializeEx(None, 0)
    creator, enumerator = ctypes.c_void_p(), ctypes.c_void_p()
    made = ole.CoCreateInstance(
        _guid(DEVICE_ENUMERATOR), None, IN_PROCESS, _guid(I_CREATE_ENUMERATOR), ctypes.byref(creator)
    )
    if made != 0:
        raise UsbTrouble("Windows does not list its cameras")
    try:
        listed = _call(
            creator, CREATE_CLASS_ENUMERATOR, _guid(VIDEO_INPUTS), ctypes.byref(enumerator), ctypes.c_ulong(0)
        )
        yield _monikers(enumerator) if listed == 0 else iter(())
    finally:
        for pointer in (enumerator, creator):
            if pointer:
                _call(pointer, RELEASE)


def _monikers(enumerator: Any) -> Iterator[tuple[Any, str]]:
    for _ in range(MOST_CAMERAS):
        moniker = ctypes.c_void_p()
        if _call(enumerator, NEXT, ctypes.c_ulong(1), ctypes.byref(moniker), None) != 0:
            return
        try:
            yield moniker, _name_of(moniker)
        finally:
            _call(moniker, RELEASE)


def _name_of(moniker: Any) -> str:
    bag, variant = ctypes.c_void_p(), _Variant(kind=BSTR)
    if _call(moniker, BIND_TO_STORAGE, None, None, _guid(I_PROPERTY_BAG), ctypes.byref(bag)) != 0:
        return ""
    try:
        if _call(bag, READ, ctypes.c_wchar_p("FriendlyName"), ctypes.byref(variant), None) != 0:
            return ""
        return ctypes.wstring_at(variant.value[0] or 0) if variant.kind == BSTR else ""
    finally:
        _call(bag, RELEASE)


def _control_of(moniker: Any) -> Any:
    """Returns the camera's controls, None where it has none."""
    camera, control = ctypes.c_void_p(), ctypes.c_void_p()
    if _call(moniker, BIND_TO_OBJECT, None, None, _guid(I_BASE_FILTER), ctypes.byref(camera)) != 0:
        return None
    try:
        found = _call(camera, QUERY_INTERFACE, _guid(I_CAMERA_CONTROL), ctypes.byref(control))
        return control if found == 0 else None
    finally:
        _call(camera, RELEASE)


def _guid(text: str) -> Any:
    guid = _Guid()
    ctypes.windll.ole32.CLSIDFromString(ctypes.c_wchar_p(text), ctypes.byref(guid))  # type: ignore[attr-defined]
    return ctypes.byref(guid)


def _call(pointer: Any, method: int, *arguments: Any) -> int:
    """Calls a method of a COM object by its place in the table."""
    table = ctypes.cast(pointer, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    plain = (ctypes.c_long, ctypes.c_ulong, ctypes.c_wchar_p)
    kinds: list[Any] = [type(argument) if isinstance(argument, plain) else ctypes.c_void_p for argument in arguments]
    prototype: Any = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)  # type: ignore[attr-defined]
    return int(prototype(table[method])(pointer, *arguments))
