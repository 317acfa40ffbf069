"""The program's side of a camera that is asked: hands requests over to the cameras' own thread, and ends back.

Rules: nothing here waits; what is told comes on the loop that made the driver. A request ends once, here too: what was
open when the driver is closed has failed, and what its thread tells later is not heard.
"""

import asyncio
from collections.abc import Callable

from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink, CameraStage
from console.words import Reason
from hardware.cameras.head import HeadEnd, Position, Target, TellEnd, Velocity
from hardware.cameras.polled.camera_thread import CameraThread, borrow, give_back
from hardware.cameras.polled.device import PolledDevice
from hardware.cameras.polled.polled_head import HeadState, PolledHead

MOST_OPEN = 64
"""Requests under way; one more is told that the camera is busy."""

NewDevice = Callable[[], PolledDevice]
"""Makes the device; called in the cameras' thread, where it may load what it needs."""


class PolledDriver:
    """The `HeadDriver` of one polled camera."""

    def __init__(
        self, profile: CameraProfile, new_device: NewDevice, *, ended: TellEnd, changed: Callable[[], None]
    ) -> None:
        """Made on the running loop."""
        self._profile, self._new_device = profile, new_device
        self._ended, self._changed = ended, changed
        self._loop = asyncio.get_running_loop()
        self._thread: CameraThread | None = None
        self._head: PolledHead | None = None
        """Touched in the thread only."""
        self._device: PolledDevice | None = None
        self._state = HeadState()
        self._open: set[str] = set()
        self._closed = False

    def open(self) -> None:
        """Begins to look for the camera."""
        self._thread = borrow()
        self._thread.call(self._begin)

    def _begin(self) -> None:
        self._device = self._new_device()
        self._head = PolledHead(
            self._profile.camera,
            self._device,
            move_seconds=self._profile.move_seconds,
            tell_end=lambda end: self._back(lambda: self._take_end(end)),
            tell_state=lambda state: self._back(lambda: self._take_state(state)),
        )
        self._head.open()

    def _back(self, tell: Callable[[], None]) -> None:
        try:
            self._loop.call_soon_threadsafe(tell)
        except RuntimeError:
            return  # the program's loop has ended, and with it whoever asked

    # ------------------------------------------------------------ what is known

    @property
    def link(self) -> CameraLink:
        """Whether the camera can be used."""
        return self._state.link

    @property
    def model(self) -> str:
        """What the camera says to be."""
        return self._state.model

    @property
    def abilities(self) -> tuple[CameraAbility, ...]:
        """What it can do, as far as it has shown."""
        return self._state.abilities

    @property
    def standing(self) -> Position | None:
        """Where the head stood when it was last asked."""
        return self._state.standing

    @property
    def stage(self) -> CameraStage | None:
        """How far the move to a preset is, None while there is none."""
        return self._state.stage

    @property
    def why(self) -> str:
        """Why the camera cannot be used, for a log; empty when it can."""
        return self._state.why

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, target: Target) -> None:
        """Moves to a preset's place."""
        self._ask(request_id, lambda head: head.recall(request_id, target))

    def save(self, request_id: str, slot: int, *, slug: str = "") -> None:
        """Keeps the present place."""
        self._ask(request_id, lambda head: head.save(request_id, slot, slug))

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float) -> None:
        """Keeps moving by hand for a while."""
        self._ask(request_id, lambda head: head.drive(request_id, velocity, hold_seconds))

    def recalibrate(self, request_id: str) -> None:
        """Is not offered: neither ONVIF nor USB has a common way to it."""
        self._ended(HeadEnd(request_id, Reason.CAMERA_CANNOT))

    def focus_automatically(self, request_id: str) -> None:
        """Leaves the focus to the camera."""
        self._ask(request_id, lambda head: head.focus_automatically(request_id))

    def stop(self, request_id: str | None) -> None:
        """Stands still."""
        if request_id is None:
            self._hand_over(lambda head: head.stop(None))
        else:
            self._ask(request_id, lambda head: head.stop(request_id), always=True)

    async def snapshot(self) -> bytes | None:
        """Returns what the camera itself shows now, None where it has no picture of its own or is not there."""
        thread, device = self._thread, self._device
        if thread is None or device is None or self._closed or self.link is not CameraLink.READY:
            return None
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(device.snapshot(), thread.loop))

    def close(self) -> None:
        """Stops the camera and lets it go; what is under way is told as failed."""
        if self._closed:
            return
        self._closed = True
        for request_id in sorted(self._open):
            self._ended(HeadEnd(request_id, Reason.CAMERA_UNREACHABLE))
        self._open.clear()
        if self._thread is not None:
            self._thread.run(self._end())

    async def _end(self) -> None:
        try:
            if self._head is not None:
                await self._head.close()
        finally:
            give_back()

    def _ask(self, request_id: str, work: Callable[[PolledHead], None], *, always: bool = False) -> None:
        reason = Reason.CAMERA_UNREACHABLE if self._closed or self._thread is None else None
        if reason is None and len(self._open) >= MOST_OPEN and not always:
            reason = Reason.CAMERA_BUSY
        if reason is not None:
            self._ended(HeadEnd(request_id, reason))
            return
        self._open.add(request_id)
        self._hand_over(work)

    def _hand_over(self, work: Callable[[PolledHead], None]) -> None:
        if self._thread is not None and not self._closed:
            self._thread.call(lambda: None if self._head is None else work(self._head))

    # ------------------------------------------------------------ what the thread tells

    def _take_end(self, end: HeadEnd) -> None:
        if not self._closed and end.request_id in self._open:
            self._open.discard(end.request_id)
            self._ended(end)

    def _take_state(self, state: HeadState) -> None:
        if not self._closed:
            self._state = state
            self._changed()
