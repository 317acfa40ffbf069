"""Moves by hand of a camera that is asked: keeps it moving while that is asked for, and stops it whatever happens.

Rules: the newest speeds win, one request to the camera at a time. A stop waits for nothing: it breaks off the move that
is on its way, is tried three times, and is said once more after its answer, for the broken off move may have come
later. Dead man: a move that is not asked for again stops; and the camera is told again twice a second, for it stops by
itself a second after it was told last. The farther the lens is zoomed in, the slower the head turns.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from console.words import Reason
from hardware.cameras.head import Velocity
from hardware.cameras.polled.device import DeviceTrouble, PolledDevice

STILL = Velocity()
RENEW_SECONDS = 0.45
STOP_TRIES = 3
STOP_AGAIN_SECONDS = 0.15
ZOOM_END = 16000
"""All the way in, in our steps."""
NARROWEST = 8
"""How many times slower the head turns there; the same as with VISCA heads."""

TellReason = Callable[[str, Reason | None], None]


class Hand:
    """Pan, tilt and zoom by hand of one camera; lives on the cameras' own loop."""

    def __init__(self, device: PolledDevice, tell: TellReason) -> None:
        self._device, self._tell = device, tell
        self._wanted = STILL
        self._hold_until = 0.0
        self._changed = asyncio.Event()
        self._requests: list[str] = []
        """Requests that wait for the camera's next answer."""
        self._moving: asyncio.Task[None] | None = None
        self._stopping: asyncio.Task[None] | None = None
        self._stopped = asyncio.Event()
        self._stopped.set()

    @property
    def moving(self) -> bool:
        """Whether the head is being driven."""
        return self._moving is not None

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float, zoom: int | None = None) -> None:
        """Keeps moving at these speeds for that long, `zoom` being where the lens is; speeds of 0 stand still."""
        if velocity == STILL:
            self.stop(request_id)
            return
        self._finish(Reason.SUPERSEDED)
        self._requests.append(request_id)
        self._wanted, self._hold_until = at_zoom(velocity, zoom), time.monotonic() + hold_seconds
        self._changed.set()
        if self._moving is None:
            self._moving = asyncio.create_task(self._move(), name="camera move")

    def stop(self, request_id: str | None) -> None:
        """Stands still at once."""
        self._finish(Reason.SUPERSEDED)
        if self._moving is not None:
            self._moving.cancel()
            self._moving = None
        if self._stopping is not None:
            self._stopping.cancel()
        if request_id is not None:
            self._requests.append(request_id)
        self._stopped.clear()
        self._stopping = asyncio.create_task(self._stop(), name="camera stop")

    async def rest(self) -> None:
        """Stops what moves and waits until the camera has taken it; before a move to a place."""
        if self._moving is not None:
            self.stop(None)
        await self._stopped.wait()
        self._no_second_stop()

    async def close(self) -> None:
        """Stops what moves and waits for it."""
        if self._moving is not None:
            self.stop(None)
        await self._stopped.wait()
        if self._stopping is not None:
            self._stopping.cancel()

    def break_off(self, reason: Reason) -> None:
        """Ends what waits: the camera is gone. What was asked of it stops by itself within a second."""
        if self._moving is not None:
            self._moving.cancel()
            self._moving = None
        self._finish(reason)

    # ------------------------------------------------------------ the two tasks

    async def _move(self) -> None:
        try:
            await self._stopped.wait()
            self._no_second_stop()
            while time.monotonic() < self._hold_until:
                self._changed.clear()
                await self._device.move(self._wanted)
                self._finish(None)
                await self._until(min(self._hold_until, time.monotonic() + RENEW_SECONDS))
        except DeviceTrouble as trouble:
            self._finish(trouble.reason)
        self._moving = None
        self.stop(None)

    async def _until(self, moment: float) -> None:
        try:
            async with asyncio.timeout(max(0.0, moment - time.monotonic())):
                await self._changed.wait()
        except TimeoutError:
            return

    async def _stop(self) -> None:
        reason: Reason | None = None
        for _ in range(STOP_TRIES):
            try:
                await self._device.stop()
            except DeviceTrouble as trouble:
                reason = trouble.reason
                continue
            reason = None
            break
        self._stopped.set()
        self._finish(reason)
        if reason is None:
            await asyncio.sleep(STOP_AGAIN_SECONDS)
            try:
                await self._device.stop()
            except DeviceTrouble:
                return

    def _no_second_stop(self) -> None:
        """The second stop would end the move that begins now."""
        if self._stopping is not None and self._stopped.is_set():
            self._stopping.cancel()
            self._stopping = None

    def _finish(self, reason: Reason | None) -> None:
        requests, self._requests = self._requests, []
        for request_id in requests:
            self._tell(request_id, reason)


def at_zoom(velocity: Velocity, zoom: int | None) -> Velocity:
    """Returns speeds for a lens that is zoomed in so far (our steps, None: not told); at least the slowest."""
    share = min(1.0, max(0, zoom or 0) / ZOOM_END)
    slower = 1 + (NARROWEST - 1) * share**1.5
    return replace(velocity, pan=_slowed(velocity.pan, slower), tilt=_slowed(velocity.tilt, slower))


def _slowed(per_cent: int, slower: float) -> int:
    amount = max(1, round(abs(per_cent) / slower)) if per_cent else 0
    return amount if per_cent > 0 else -amount
