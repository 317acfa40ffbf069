"""A USB camera behind the port of polled cameras: positions by the system's controls, moves by hand in small steps.

Rules: it has no memory for presets, so a preset is the position that we keep: pan and tilt first, then zoom. Where it
stands is what its driver says, which at some cameras is what was asked for last. A move by hand ends by itself when it
is not asked for again within a second.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final

from console.words import Reason
from hardware.cameras.head import Position, Velocity
from hardware.cameras.polled.device import DeviceTrouble, Equipment, Reading
from hardware.cameras.usb.blocking_thread import Answer, BlockingThread
from hardware.cameras.usb.controls import Axis, CameraControls, Ranges, place_of

END_TO_END_SECONDS: Final = 6.0
"""At the fastest, by hand."""
STEP_SECONDS: Final = 0.05
DEAD_MAN_SECONDS: Final = 1.0
NO_MEMORY: Final = "A USB camera has no memory for presets"


class UsbDevice:
    """One camera of this machine."""

    def __init__(self, new_controls: Callable[[], CameraControls]) -> None:
        self._controls = new_controls()
        self._thread: BlockingThread | None = None
        self._ranges: Ranges = {}
        self._stepping: asyncio.Task[None] | None = None
        self._velocity = Velocity()
        self._told_at = 0.0

    async def set_up(self) -> Equipment:
        """Opens the camera and asks for its ranges."""
        self._halt()
        self._thread = self._thread or BlockingThread("usb camera")
        self._ranges = await self._thread.call(self._controls.open)
        turns = bool(self._ranges)
        return Equipment(drives=turns, memory=False, absolute=turns, position=turns, model=self._controls.name)

    async def where(self) -> Reading:
        """Asks where it stands."""
        values = await self._call(lambda: {axis: self._controls.get(axis) for axis in self._ranges})
        return Reading(place_of(values, self._ranges), None)

    async def go_to_memory(self, token: str) -> None:
        """Is not there."""
        raise DeviceTrouble(Reason.CAMERA_CANNOT, NO_MEMORY)

    async def keep(self, slot: int, slug: str) -> str:
        """Is not there."""
        raise DeviceTrouble(Reason.CAMERA_CANNOT, NO_MEMORY)

    async def go(self, position: Position) -> None:
        """Begins to move: pan and tilt, then zoom."""
        self._halt()
        await self._call(lambda: self._set(position))

    def _set(self, position: Position) -> None:
        wanted = {Axis.PAN: position.pan, Axis.TILT: position.tilt, Axis.ZOOM: position.zoom}
        for axis, steps in wanted.items():
            if axis in self._ranges and steps is not None:
                self._controls.set(axis, self._ranges[axis].outward(steps))

    async def move(self, velocity: Velocity) -> None:
        """Moves in small steps until told otherwise, for a second at most."""
        self._velocity, self._told_at = velocity, time.monotonic()
        if self._stepping is None or self._stepping.done():
            before = (await self.where()).position
            if before is None:
                raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera cannot be turned")
            self._stepping = asyncio.create_task(self._step(before), name="usb camera move")

    async def _step(self, place: Position) -> None:
        pan, tilt, zoom = float(place.pan), float(place.tilt), float(place.zoom or 0)
        last = time.monotonic()
        while time.monotonic() - self._told_at < DEAD_MAN_SECONDS:
            await asyncio.sleep(STEP_SECONDS)
            now = time.monotonic()
            part, last = (now - last) / END_TO_END_SECONDS / 100, now
            pan = self._onward(Axis.PAN, pan, self._velocity.pan * part)
            tilt = self._onward(Axis.TILT, tilt, self._velocity.tilt * part)
            zoom = self._onward(Axis.ZOOM, zoom, self._velocity.zoom * part)
            goal = Position(round(pan), round(tilt), round(zoom))
            try:
                await self._call(lambda goal=goal: self._set(goal))
            except DeviceTrouble:
                return  # the next question about the camera says so

    def _onward(self, axis: Axis, steps: float, part: float) -> float:
        span = self._ranges.get(axis)
        if span is None:
            return steps
        return min(max(steps + part * span.way, span.inward(span.low)), span.inward(span.high))

    async def stop(self) -> None:
        """Stands still: no more steps, and the camera is told to stay where it says that it is."""
        if self._stepping is None or self._stepping.done():
            return
        self._halt()
        await self._call(self._stay)

    def _stay(self) -> None:
        for axis in self._ranges:
            self._controls.set(axis, self._controls.get(axis))

    def _halt(self) -> None:
        if self._stepping is not None:
            self._stepping.cancel()
            self._stepping = None

    async def focus_by_itself(self) -> None:
        """Is not offered: such cameras focus by themselves."""
        raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera's focus is its own")

    async def snapshot(self) -> bytes | None:
        """Is not there: whoever shows the camera's picture has the device."""
        return None

    async def close(self) -> None:
        """Lets the camera go."""
        self._halt()
        if self._thread is not None:
            try:
                await self._thread.call(self._controls.close)
            except DeviceTrouble:
                return
            finally:
                self._thread.end()

    async def _call(self, work: Callable[[], Answer]) -> Answer:
        if self._thread is None:
            raise DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera has not been found yet")
        return await self._thread.call(work)
