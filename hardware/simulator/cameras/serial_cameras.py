"""Simulated VISCA cameras on one serial line, behind a pseudo terminal: up to seven, each with a head of its own.

Rules: a camera listens to nothing but broadcasts before it was given an address, and says that the line has changed
when it was without power; all answers share the line. The port keeps its name when it is pulled out and put back. POSIX
only, for there are no pseudo terminals elsewhere.
"""

import asyncio
import contextlib
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from hardware.simulator.cameras.visca_camera import ViscaCamera

STEP_SECONDS: Final = 0.01
LARGEST_BUFFER: Final = 1024
READ_OCTETS: Final = 256
ADDRESS_SET, IF_CLEAR, NETWORK_CHANGE = b"\x30", b"\x01\x00\x01", b"\x38"


class SerialCameras:
    """The cameras of one line; lives on the running event loop."""

    def __init__(self, cameras: Sequence[ViscaCamera], name: Path) -> None:
        """`name` is where the port is found, like `/dev/ttyUSB0`; the cameras stand in the order of the cable."""
        self.cameras = tuple(cameras)
        self.name = name
        self.one_way = False
        """True: there is no wire back."""
        self.sent: list[bytes] = []
        """Everything that was heard on the line, in order."""
        self.moments: list[float] = []
        """When it was heard (monotonic)."""
        self._addressed: set[int] = set()
        self._ends: tuple[int, int] | None = None
        self._begun = b""
        self._stepping: asyncio.TimerHandle | None = None

    # ------------------------------------------------------------ the plug

    def plug(self) -> None:
        """Opens the port."""
        import tty

        inner, outer = os.openpty()
        tty.setraw(outer)
        os.set_blocking(inner, False)
        self._ends = (inner, outer)
        self.name.unlink(missing_ok=True)
        self.name.symlink_to(os.ttyname(outer))
        asyncio.get_running_loop().add_reader(inner, self._read)

    def unplug(self) -> None:
        """Pulls the port out, as one does with a USB adapter; the cameras keep their addresses."""
        if self._ends is not None:
            asyncio.get_running_loop().remove_reader(self._ends[0])
            for end in self._ends:
                os.close(end)
            self._ends = None
        self.name.unlink(missing_ok=True)

    def close(self) -> None:
        """Ends everything."""
        self.unplug()
        if self._stepping is not None:
            self._stepping.cancel()

    def restart(self, number: int) -> None:
        """Takes a camera's power (the first is 1) and gives it back: its address is gone, and it says so."""
        self._addressed.discard(number)
        self.cameras[number - 1].restart()
        self._write(bytes((0x80 + (number << 4), *NETWORK_CHANGE, 0xFF)))

    # ------------------------------------------------------------ the line

    def _read(self) -> None:
        if self._ends is None:
            return
        with contextlib.suppress(OSError):
            self._begun = (self._begun + os.read(self._ends[0], READ_OCTETS))[-LARGEST_BUFFER:]
        *packets, self._begun = self._begun.split(b"\xff")
        for packet in packets:
            if len(packet) >= 2:
                self._hear(packet + b"\xff")

    def _hear(self, packet: bytes) -> None:
        self.sent.append(packet)
        self.moments.append(time.monotonic())
        if packet[0] == 0x88:
            self._hear_broadcast(packet)
            return
        number = packet[0] & 0x0F
        if packet[0] & 0xF0 == 0x80 and number in self._addressed:
            self.cameras[number - 1].hear(number, packet, time.monotonic())
            self._send_answers()

    def _hear_broadcast(self, packet: bytes) -> None:
        if packet[1:2] == ADDRESS_SET:
            self._addressed = set(range(1, len(self.cameras) + 1))
            self._write(bytes((0x88, 0x30, len(self.cameras) + 1, 0xFF)))
        elif packet[1:-1] == IF_CLEAR and self._addressed:
            for camera in self.cameras:
                camera.clear()
            self._write(packet)

    def _send_answers(self) -> None:
        for number, camera in enumerate(self.cameras, 1):
            for _, packet in camera.take_answers():
                self._write(bytes((0x80 + (number << 4), *packet[1:])))
        if any(camera.busy for camera in self.cameras) and self._stepping is None:
            self._stepping = asyncio.get_running_loop().call_later(STEP_SECONDS, self._step)

    def _step(self) -> None:
        self._stepping = None
        for camera in self.cameras:
            camera.tick(time.monotonic())
        self._send_answers()

    def _write(self, octets: bytes) -> None:
        if self._ends is not None and not self.one_way:
            with contextlib.suppress(OSError):
                os.write(self._ends[0], octets)
