"""Tries a camera out: it turns a little and comes back, and what is seen of it is told.

Rules: a few degrees, never to a preset and never into a memory; it comes back whatever happened on the way; every wait
has an end. Works through the same driver as everything else, whatever the camera understands.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.cameras.drivers import driver_of
from hardware.cameras.head import HeadDriver, HeadEnd, Position, SwitchesOn, Target, TellEnd, Velocity

TRIAL: Final = "try-"
"""How the requests of a trial begin."""
LITTLE: Final = 72
"""Five degrees on Sony's heads."""
SPEED_PER_CENT, PULSE_SECONDS = 25, 0.5
READY_SECONDS: Final = 8.0
LOADED_SECONDS: Final = 25.0
"""For a camera whose client library this process has yet to load, on a slow machine."""
MOVE_SECONDS: Final = 20.0
LOOK_SECONDS: Final = 3.0
WAKE_SECONDS: Final = 8.0


@dataclass(frozen=True, slots=True)
class TryOut:
    """What came of it; `moved` and `came_back` None: the camera was told and does not say."""

    link: CameraLink
    moved: bool | None = None
    came_back: bool | None = None
    reason: Reason | None = None
    """Why it did not move."""


async def try_out(profile: CameraProfile, folder: Path) -> TryOut:
    """Turns the camera of a profile a little and back, over a connection of its own."""
    trial = _own_trial(profile, folder)
    try:
        return await trial.run()
    finally:
        trial.driver.close()


async def switch_on(profile: CameraProfile, folder: Path) -> Reason | None:
    """Wakes the camera of a profile over a connection of its own; returns why not."""
    trial = _own_trial(profile, folder)
    try:
        return await trial.wake()
    finally:
        trial.driver.close()


def _own_trial(profile: CameraProfile, folder: Path) -> "Trial":
    seconds = LOADED_SECONDS if profile.kind is CameraKind.ONVIF else READY_SECONDS
    return Trial(lambda ended, changed: driver_of(profile, folder, ended=ended, changed=changed), seconds)


class Trial:
    """One trial of a camera, over a connection of its own or by the driver that has it already."""

    def __init__(
        self,
        make_driver: Callable[[TellEnd, Callable[[], None]], HeadDriver],
        ready_seconds: float = READY_SECONDS,
    ) -> None:
        """`make_driver` gets what is called with every end and after every change; who has a driver calls them."""
        self._changed = asyncio.Event()
        self._ends: dict[str, HeadEnd] = {}
        self._numbers = count(1)
        self._ready_seconds = ready_seconds
        self.driver: HeadDriver = make_driver(self.take, self.changed)

    async def run(self) -> TryOut:
        """Waits for the camera and moves it."""
        driver = self.driver
        driver.open()
        asleep = (CameraLink.STANDBY, CameraLink.LOGIN_REFUSED)
        await self._until(lambda: driver.link.usable or driver.link in asleep, self._ready_seconds)
        return await self.turn()

    async def turn(self) -> TryOut:
        """Moves the camera that is there."""
        driver = self.driver
        if not driver.link.usable:
            return TryOut(driver.link)
        await self._until(lambda: driver.standing is not None, LOOK_SECONDS)
        start = driver.standing
        if start is not None and CameraAbility.POSITION in driver.abilities:
            seen = await self._by_position(start)
            if seen is not None:
                return seen
        return await self._by_hand(start)

    async def wake(self) -> Reason | None:
        """Waits for the camera and wakes it; one that is awake is left alone."""
        driver = self.driver
        driver.open()
        answers = (CameraLink.STANDBY, CameraLink.WAKING, CameraLink.LOGIN_REFUSED)
        await self._until(lambda: driver.link.usable or driver.link in answers, self._ready_seconds)
        if driver.link is CameraLink.LOGIN_REFUSED:
            return Reason.CAMERA_LOGIN
        if driver.link is not CameraLink.STANDBY:
            return None if driver.link.usable or driver.link is CameraLink.WAKING else Reason.CAMERA_UNREACHABLE
        if not isinstance(driver, SwitchesOn):
            return Reason.CAMERA_CANNOT_WAKE
        request_id = f"{TRIAL}{next(self._numbers)}"
        driver.switch_on(request_id)
        return await self._end_of(request_id, WAKE_SECONDS)

    async def _by_position(self, start: Position) -> TryOut | None:
        """Goes to a place beside and back; None for a camera that goes to no place."""
        reason: Reason | None = None
        for beside in (LITTLE, -LITTLE):
            place = Position(start.pan + beside, start.tilt, start.zoom)
            reason = await self._recall(place)
            if reason is Reason.CAMERA_CANNOT:
                return None
            if reason is None:
                break
        back = await self._recall(start)
        return TryOut(self.driver.link, moved=reason is None, came_back=back is None, reason=reason)

    async def _by_hand(self, start: Position | None) -> TryOut:
        """Turns to one side and as long to the other; only a camera that tells its place proves it."""
        reason = await self._pulse(SPEED_PER_CENT)
        beside = await self._place() if start is not None else None
        await self._pulse(-SPEED_PER_CENT)
        if start is None or beside is None:
            return TryOut(self.driver.link, moved=None if reason is None else False, reason=reason)
        end = await self._place()
        came_back = end is not None and abs(end.pan - start.pan) < abs(beside.pan - start.pan)
        return TryOut(self.driver.link, moved=not beside.still(start), came_back=came_back, reason=reason)

    # ------------------------------------------------------------ one step

    async def _recall(self, place: Position) -> Reason | None:
        request_id = f"{TRIAL}{next(self._numbers)}"
        self.driver.recall(request_id, Target(None, place))
        return await self._end_of(request_id, MOVE_SECONDS)

    async def _pulse(self, per_cent: int) -> Reason | None:
        request_id = f"{TRIAL}{next(self._numbers)}"
        self.driver.drive(request_id, Velocity(pan=per_cent), PULSE_SECONDS)
        await asyncio.sleep(PULSE_SECONDS)
        self.driver.stop(None)
        return await self._end_of(request_id, MOVE_SECONDS)

    async def _place(self) -> Position | None:
        await self._until(lambda: self.driver.standing is not None, LOOK_SECONDS)
        return self.driver.standing

    async def _end_of(self, request_id: str, seconds: float) -> Reason | None:
        await self._until(lambda: request_id in self._ends, seconds)
        end = self._ends.get(request_id)
        return Reason.TIMEOUT if end is None else end.reason

    def take(self, end: HeadEnd) -> None:
        """Takes the end of a request of this trial."""
        self._ends[end.request_id] = end
        self._changed.set()

    def changed(self) -> None:
        """Looks again: something is otherwise at the camera."""
        self._changed.set()

    async def _until(self, true: Callable[[], bool], seconds: float) -> None:
        """Waits until something is true, not longer than that; says nothing about which it was."""
        try:
            async with asyncio.timeout(seconds):
                while not true():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return
