"""Linux: pan, tilt and zoom of a camera by its V4L2 controls.

Source: the kernel's user-space API, "Camera Control Reference" and `videodev2.h`; pan and tilt are in seconds of arc.
Rule: the device is opened for its controls alone, beside whoever takes its picture, and never asked for a stream.
"""

import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hardware.cameras.usb.controls import Axis, AxisRange, Ranges, UsbTrouble, zoom_range

QUERY_CAPABILITY: Final = 0x80685600
QUERY_CONTROL: Final = 0xC0445624
GET_CONTROL: Final = 0xC008561B
SET_CONTROL: Final = 0xC008561C
CONTROLS: Final = {Axis.PAN: 0x009A0908, Axis.TILT: 0x009A0909, Axis.ZOOM: 0x009A090D}
"""V4L2_CID_PAN_ABSOLUTE, V4L2_CID_TILT_ABSOLUTE, V4L2_CID_ZOOM_ABSOLUTE."""
UNUSABLE: Final = 0x01 | 0x04 | 0x10 | 0x40
"""Flags of a control that is disabled, read only, inactive or write only."""
STEPS_PER_ARC_SECOND: Final = 14.4 / 3600
"""Our steps are those of Sony's heads: 14.4 to a degree."""

_query = struct.Struct("=II32siiiiI2I")
_control = struct.Struct("=Ii")
_capability = struct.Struct("=16s32s32s3I3I")

Ioctl = Callable[[int, int, bytearray], object]


def system_ioctl(descriptor: int, request: int, argument: bytearray) -> object:
    """Asks the kernel."""
    import fcntl

    return fcntl.ioctl(descriptor, request, argument, True)  # noqa: FBT003 - fcntl's own signature


class V4l2Controls:
    """The camera controls of one device file."""

    def __init__(self, device: str, ioctl: Ioctl = system_ioctl) -> None:
        self._device, self._ioctl = device, ioctl
        self._descriptor: int | None = None
        self.name = ""

    def open(self) -> Ranges:
        """Opens the device and returns what it can move."""
        self.close()
        try:
            self._descriptor = os.open(self._device, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise UsbTrouble(f"{self._device} cannot be opened: {error.strerror}") from error
        self.name = self._read_name()
        found = {axis: self._range(axis) for axis in Axis}
        return {axis: span for axis, span in found.items() if span is not None}

    def _read_name(self) -> str:
        argument = bytearray(_capability.size)
        self._ask(QUERY_CAPABILITY, argument)
        return _capability.unpack(argument)[1].split(b"\0")[0].decode(errors="replace")

    def _range(self, axis: Axis) -> AxisRange | None:
        argument = bytearray(_query.pack(CONTROLS[axis], 0, b"", 0, 0, 0, 0, 0, 0, 0))
        try:
            self._ask(QUERY_CONTROL, argument)
        except UsbTrouble:
            return None  # the kernel's way to say that there is no such control
        _, _, _, low, high, grain, _, flags, _, _ = _query.unpack(argument)
        if flags & UNUSABLE or low >= high:
            return None
        if axis is Axis.ZOOM:
            return zoom_range(low, high, grain)
        return AxisRange(low, high, grain, STEPS_PER_ARC_SECOND)

    def get(self, axis: Axis) -> int:
        """Returns where an axis is."""
        argument = bytearray(_control.pack(CONTROLS[axis], 0))
        self._ask(GET_CONTROL, argument)
        return int(_control.unpack(argument)[1])

    def set(self, axis: Axis, value: int) -> None:
        """Lets an axis go there."""
        self._ask(SET_CONTROL, bytearray(_control.pack(CONTROLS[axis], value)))

    def _ask(self, request: int, argument: bytearray) -> None:
        if self._descriptor is None:
            raise UsbTrouble(f"{self._device} is not open")
        try:
            self._ioctl(self._descriptor, request, argument)
        except OSError as error:
            raise UsbTrouble(f"{self._device} does not answer: {error.strerror}") from error

    def close(self) -> None:
        """Closes the device."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def device_files(folder: Path = Path("/sys/class/video4linux")) -> list[tuple[str, str]]:
    """Returns the (device file, name) pairs of the system's cameras; none where there are none."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    found: list[tuple[str, str]] = []
    for entry in entries:
        try:
            found.append((f"/dev/{entry.name}", (entry / "name").read_text(encoding="utf-8", errors="replace").strip()))
        except OSError:
            continue
    return found
