"""One recall at a camera that is asked: sent, watched, and proved to have arrived, or ended with a reason.

Rules: "arrived" needs the preset's place at rest for 300 ms, or, where no position is told, a camera that said that it
moved and then that it does not. A camera that tells neither is not confirmed. "Moving" alone counts for little: some
say it for ever. A memory that is gone, or leads elsewhere, is replaced once by the kept position, and that is told.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from console.cameras.camera_words import CameraStage
from console.words import Reason
from hardware.cameras.head import Position, Target
from hardware.cameras.polled.device import DeviceTrouble, Equipment, MemoryGone, PolledDevice, Reading, still

POLL_SECONDS = 0.1
REST_SECONDS = 0.3
ELSEWHERE_SECONDS = 1.0
"""A head that rests so long somewhere else goes no farther: between pan and zoom some make a short pause."""
START_SECONDS = 2.0
"""A head that has not begun to move by then does not."""
LOST_SECONDS = 3.0
"""Without an answer for so long the camera counts as gone."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a recall ended; `reason` None is there."""

    reason: Reason | None
    position: Position | None = None
    memory_gone: bool = False
    """The camera's own memory did not lead there: it is to be saved again."""


async def recall(
    device: PolledDevice,
    equipment: Equipment,
    target: Target,
    move_seconds: float,
    tell: Callable[[CameraStage], None],
) -> Arrival:
    """Moves to a preset and tells how far it is; raises `DeviceTrouble` where the camera is lost or refuses."""
    deadline = time.monotonic() + move_seconds
    by_memory = target.token is not None and equipment.memory
    fallback = target.position if equipment.absolute else None
    gone = False
    if by_memory:
        watch = _Watch(device, await device.where(), target.position, deadline, tell)
        try:
            await device.go_to_memory(target.token or "")
            tell(CameraStage.ACCEPTED)
            arrival = await watch.run()
            if arrival.reason is not Reason.CAMERA_ELSEWHERE or fallback is None:
                return arrival
        except MemoryGone:
            if fallback is None:
                raise
        gone = True
    if fallback is None:
        raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera has neither this memory nor a way to a position")
    watch = _Watch(device, await device.where(), fallback, deadline, tell)
    await device.go(fallback)
    tell(CameraStage.ACCEPTED)
    arrival = await watch.run()
    return Arrival(arrival.reason, arrival.position, memory_gone=gone)


class _Watch:
    """Watches a head from before it is told to move until it rests."""

    def __init__(
        self,
        device: PolledDevice,
        before: Reading,
        wanted: Position | None,
        deadline: float,
        tell: Callable[[CameraStage], None],
    ) -> None:
        self._device, self._before, self._wanted, self._deadline = device, before, wanted, deadline
        self._tell = tell
        self._began = self._still_since = time.monotonic()
        self._last = before
        self._moved = False
        self._heard = self._began

    async def run(self) -> Arrival:
        """Returns how it ended; raises `DeviceTrouble` when the camera does not answer any more."""
        self._began = self._still_since = self._heard = time.monotonic()
        while True:
            reading = await self._read()
            now = time.monotonic()
            if reading is not None:
                arrival = self._take(reading, now)
                if self._moved:
                    self._tell(CameraStage.MOVING)
                if arrival is not None:
                    return arrival
            if now >= self._deadline:
                told = self._last.position
                return Arrival(Reason.CAMERA_UNCONFIRMED if told is None else Reason.TIMEOUT, told)
            await asyncio.sleep(POLL_SECONDS)

    async def _read(self) -> Reading | None:
        try:
            reading = await self._device.where()
        except DeviceTrouble:
            if time.monotonic() - self._heard >= LOST_SECONDS:
                raise
            return None
        self._heard = time.monotonic()
        return reading

    def _take(self, reading: Reading, now: float) -> Arrival | None:
        if reading.position is None:
            return self._take_status(reading, now)
        if not still(reading.position, self._last.position):
            self._still_since = now
            self._moved = self._moved or self._last.position is not None
        self._last = reading
        rested = now - self._still_since
        if rested < REST_SECONDS:
            return None
        place = reading.position
        if self._wanted is not None and place.near(self._wanted):
            return Arrival(None, place)
        settled = self._moved and rested >= (REST_SECONDS if self._wanted is None else ELSEWHERE_SECONDS)
        if not settled and now - self._began < START_SECONDS:
            return None
        if self._wanted is not None:
            return Arrival(Reason.CAMERA_ELSEWHERE, place)
        return Arrival(None if self._moved else Reason.CAMERA_UNCONFIRMED, place)

    def _take_status(self, reading: Reading, now: float) -> Arrival | None:
        """A camera that says whether it moves and not where it is, or neither."""
        if reading.moving:
            self._moved = True
        elif reading.moving is False and self._moved:
            # A head that was moving before may have ended that move and not begun this one.
            return Arrival(Reason.CAMERA_UNCONFIRMED if self._before.moving else None)
        elif now - self._began >= START_SECONDS:
            return Arrival(Reason.CAMERA_UNCONFIRMED)
        return None
