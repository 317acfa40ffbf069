"""A camera behind the boundary of `ioctl`: it answers the kernel's requests about controls as a UVC driver does.

There is neither a camera nor a `vivid` device where the tests run; what a kernel really answers is not proved here.
"""

import errno
import os
import struct
import time

CAPABILITY, QUERY, GET, SET = 0x80685600, 0xC0445624, 0xC008561B, 0xC008561C
PAN, TILT, ZOOM = 0x009A0908, 0x009A0909, 0x009A090D
RANGES = {PAN: (-612000, 612000, 3600), TILT: (-108000, 324000, 3600), ZOOM: (100, 500, 1)}
PER_SECOND = {PAN: 2_000_000.0, TILT: 2_000_000.0, ZOOM: 1500.0}


class FakeVideoDevice:
    """Moves to what was set at a finite speed, and tells where it is."""

    def __init__(self, ranges: dict[int, tuple[int, int, int]] | None = None) -> None:
        self.ranges = RANGES if ranges is None else ranges
        self.values = {control: float(max(0, low)) for control, (low, _, _) in self.ranges.items()}
        self.goals = dict(self.values)
        self.heard: list[tuple[int, int]] = []
        self.unplugged = False
        self.hangs_seconds = 0.0
        self.flags = 0
        self._moment = time.monotonic()

    def __call__(self, descriptor: int, request: int, argument: bytearray) -> object:
        assert descriptor > 2
        time.sleep(self.hangs_seconds)
        if self.unplugged:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        self._advance()
        if request == CAPABILITY:
            argument[:] = struct.pack(
                "=16s32s32s6I", b"uvcvideo", "Camera phòng họp".encode(), b"usb-1", 1, 1, 1, 0, 0, 0
            )
            return 0
        control, value = struct.unpack_from("=Ii", argument)
        if control not in self.ranges:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        low, high, grain = self.ranges[control]
        if request == QUERY:
            struct.pack_into("=II32siiiiI2I", argument, 0, control, 1, b"x", low, high, grain, low, self.flags, 0, 0)
        elif request == GET:
            struct.pack_into("=Ii", argument, 0, control, round(self.values[control]))
        elif request == SET:
            if not low <= value <= high or (value - low) % grain:
                raise OSError(errno.ERANGE, os.strerror(errno.ERANGE))
            self.heard.append((control, value))
            self.goals[control] = value
        return 0

    def put(self, pan: int, tilt: int, zoom: int) -> None:
        self.values = {PAN: float(pan), TILT: float(tilt), ZOOM: float(zoom)}
        self.goals = dict(self.values)

    def _advance(self) -> None:
        now = time.monotonic()
        passed, self._moment = now - self._moment, now
        for control, goal in self.goals.items():
            way = PER_SECOND[control] * passed
            here = self.values[control]
            self.values[control] = goal if abs(goal - here) <= way else here + (way if goal > here else -way)
