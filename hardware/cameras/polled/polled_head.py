"""One camera that is asked: whether it is there, what it shall do, how every request ends. On the cameras' own loop.

Rules: a request ends in exactly one `HeadEnd`; the newest move wins and the one before is superseded; a move by hand
breaks a recall off; what is asked while the camera is not there fails at once. The first thing that a camera is told
over any new way is to stand still. A camera that is gone is looked for again every two seconds, for ever; one that
refuses the login, rarely.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from console.cameras.camera_words import CameraAbility, CameraLink, CameraStage
from console.words import Reason
from hardware.cameras.head import HeadEnd, Position, Target, Velocity
from hardware.cameras.polled.device import DeviceTrouble, Equipment, PolledDevice
from hardware.cameras.polled.hand import Hand
from hardware.cameras.polled.recall import recall
from hardware.cameras.polled.save import save

BEAT_SECONDS = 5.0
SOON_SECONDS = 0.5
"""Where it came to rest is asked that long after a move of ours."""
AGAIN_SECONDS = 2.0
LOGIN_AGAIN_SECONDS = 30.0
LONGEST_LOGIN_SECONDS = 300.0
"""A refused login is tried again ever more rarely: some cameras shut out whoever is refused a few times."""
SILENT_BEATS = 2
"""Questions in a row without an answer after which the camera counts as gone."""
GONE = (Reason.CAMERA_UNREACHABLE, Reason.CAMERA_LOGIN)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HeadState:
    """What is known of the camera now."""

    link: CameraLink = CameraLink.CONNECTING
    abilities: tuple[CameraAbility, ...] = ()
    standing: Position | None = None
    stage: CameraStage | None = None
    """How far a recall is."""
    model: str = ""
    """What it said to be when it was last found."""
    why: str = ""
    """Why it cannot be used, for the log."""


@dataclass(eq=False)
class _Act:
    """A recall or a save under way."""

    request_id: str
    saves: bool
    ended: bool = False
    task: asyncio.Task[None] | None = field(default=None)


class PolledHead:
    """The state of one camera between its driver and a device; all of it on one loop."""

    def __init__(
        self,
        name: str,
        device: PolledDevice,
        *,
        move_seconds: float,
        tell_end: Callable[[HeadEnd], None],
        tell_state: Callable[[HeadState], None],
    ) -> None:
        """`tell_state` is called after every change."""
        self._name, self._device, self._move_seconds = name, device, move_seconds
        self._tell_end, self._tell_state = tell_end, tell_state
        self._state = HeadState()
        self._equipment = Equipment(drives=False, memory=False, absolute=False, position=False)
        self._act: _Act | None = None
        self._hand = Hand(device, self._end)
        self._zoom: int | None = None
        """How far the lens was zoomed in when it was last told."""
        self._look = asyncio.Event()
        self._life: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Begins to look for the camera."""
        self._life = asyncio.create_task(self._live(), name=f"camera {self._name}")

    async def close(self) -> None:
        """Stops the camera and lets it go; what is under way is told as failed."""
        if self._life is not None:
            self._life.cancel()
        self._break_off(Reason.CAMERA_UNREACHABLE)
        await self._hand.close()
        await self._device.close()

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, target: Target) -> None:
        """Moves to a preset's place."""
        if not self._refuses(request_id):
            self._break_off(Reason.SUPERSEDED)
            self._moves()
            self._tell(stage=CameraStage.SENT)
            self._begin(_Act(request_id, saves=False), lambda act: self._recall(act, target))

    def save(self, request_id: str, slot: int, slug: str) -> None:
        """Keeps the present place."""
        if self._refuses(request_id):
            return
        if self._act is not None or self._hand.moving:
            saving = self._act is not None and self._act.saves
            self._end(request_id, Reason.CAMERA_BUSY if saving else Reason.CAMERA_MOVING)
            return
        self._begin(_Act(request_id, saves=True), lambda act: self._save(act, slot, slug))

    def drive(self, request_id: str, velocity: Velocity, hold_seconds: float) -> None:
        """Keeps moving by hand for a while."""
        if self._refuses(request_id):
            return
        turns = velocity if self._equipment.focus else replace(velocity, focus=0)
        if not self._equipment.drives:
            turns = Velocity(focus=turns.focus)
        if velocity != Velocity() and turns == Velocity():
            self._end(request_id, Reason.CAMERA_CANNOT)
            return
        self._break_off(Reason.SUPERSEDED)
        standing = self._state.standing
        if standing is not None:
            self._zoom = standing.zoom
        self._moves()
        self._hand.drive(request_id, turns, hold_seconds, self._zoom)

    def focus_automatically(self, request_id: str) -> None:
        """Leaves the focus to the camera."""
        if self._refuses(request_id):
            return
        if not self._equipment.focus:
            self._end(request_id, Reason.CAMERA_CANNOT)
        elif self._act is not None or self._hand.moving:
            self._end(request_id, Reason.CAMERA_MOVING)
        else:
            self._begin(_Act(request_id, saves=False), self._focus)

    def stop(self, request_id: str | None) -> None:
        """Stands still; sent even to a camera that does not seem to be there."""
        self._break_off(Reason.SUPERSEDED)
        self._hand.stop(request_id)

    def _refuses(self, request_id: str) -> bool:
        reason = {
            CameraLink.READY: None,
            CameraLink.STANDBY: Reason.CAMERA_STANDBY,
            CameraLink.LOGIN_REFUSED: Reason.CAMERA_LOGIN,
        }.get(self._state.link, Reason.CAMERA_UNREACHABLE)
        if reason is not None:
            self._end(request_id, reason)
        return reason is not None

    # ------------------------------------------------------------ acts

    def _moves(self) -> None:
        """Where it stands is not known until it is asked again."""
        self._tell(standing=None)
        self._look.set()

    def _begin(self, act: _Act, work: Callable[[_Act], Coroutine[Any, Any, HeadEnd]]) -> None:
        self._act = act
        act.task = asyncio.create_task(self._carry_out(act, work), name=f"camera {self._name} act")
        act.task.add_done_callback(lambda _: self._finish(act, HeadEnd(act.request_id, Reason.CAMERA_FAILED)))

    async def _carry_out(self, act: _Act, work: Callable[[_Act], Coroutine[Any, Any, HeadEnd]]) -> None:
        try:
            end = await work(act)
        except DeviceTrouble as trouble:
            _log.warning("Camera %s: %s", self._name, trouble)
            end = HeadEnd(act.request_id, trouble.reason)
            if trouble.reason in GONE:
                self._look.set()
        self._finish(act, end)

    async def _recall(self, act: _Act, target: Target) -> HeadEnd:
        await self._hand.rest()

        def tell(stage: CameraStage) -> None:
            self._tell(stage=stage)

        arrival = await recall(self._device, self._equipment, target, self._move_seconds, tell)
        if arrival.position is not None:
            self._tell(standing=arrival.position)
        gone = arrival.memory_gone
        return HeadEnd(act.request_id, arrival.reason, position=arrival.position, memory_gone=gone)

    async def _save(self, act: _Act, slot: int, slug: str) -> HeadEnd:
        await self._hand.rest()
        kept = await save(self._device, self._equipment, slot, slug)
        return HeadEnd(act.request_id, None, slot=slot, token=kept.token, position=kept.position)

    async def _focus(self, act: _Act) -> HeadEnd:
        await self._hand.rest()
        await self._device.focus_by_itself()
        return HeadEnd(act.request_id, None)

    def _finish(self, act: _Act, end: HeadEnd) -> None:
        if act.ended:
            return
        act.ended = True
        if self._act is act:
            self._act = None
            self._tell(stage=None)
        self._tell_end(end)

    def _break_off(self, reason: Reason) -> None:
        act = self._act
        if act is not None:
            self._finish(act, HeadEnd(act.request_id, reason))
            if act.task is not None:
                act.task.cancel()

    def _end(self, request_id: str, reason: Reason | None) -> None:
        self._tell_end(HeadEnd(request_id, reason))
        if reason in GONE:
            self._look.set()

    # ------------------------------------------------------------ whether it is there

    async def _live(self) -> None:
        login_seconds = LOGIN_AGAIN_SECONDS
        while True:
            again_seconds = AGAIN_SECONDS
            try:
                self._equipment = await self._device.set_up()
                await self._device.stop()
                self._tell(standing=(await self._device.where()).position)
                model = self._equipment.model or self._state.model
                self._tell(link=CameraLink.READY, abilities=abilities_of(self._equipment), model=model, why="")
                login_seconds = LOGIN_AGAIN_SECONDS
                await self._watch()
            except DeviceTrouble as trouble:
                self._lose(trouble)
                if trouble.reason is Reason.CAMERA_LOGIN:
                    again_seconds, login_seconds = login_seconds, min(2 * login_seconds, LONGEST_LOGIN_SECONDS)
            await asyncio.sleep(again_seconds)

    async def _watch(self) -> None:
        """Asks the camera now and then until it is gone."""
        misses = 0
        while True:
            await self._pause(misses)
            if self._act is not None or self._hand.moving:
                continue
            try:
                reading = await self._device.where()
            except DeviceTrouble as trouble:
                misses += 1
                if misses >= SILENT_BEATS or trouble.reason is Reason.CAMERA_LOGIN:
                    raise
                continue
            misses = 0
            if self._act is None and not self._hand.moving:
                self._tell(standing=reading.position)

    async def _pause(self, misses: int) -> None:
        self._look.clear()
        unknown = self._state.standing is None and self._equipment.position
        try:
            async with asyncio.timeout(SOON_SECONDS if misses or unknown else BEAT_SECONDS):
                await self._look.wait()
        except TimeoutError:
            return
        await asyncio.sleep(0)

    def _lose(self, trouble: DeviceTrouble) -> None:
        login = trouble.reason is Reason.CAMERA_LOGIN
        if str(trouble) != self._state.why:
            _log.warning("Camera %s cannot be used: %s", self._name, trouble)
        self._tell(link=CameraLink.LOGIN_REFUSED if login else CameraLink.UNREACHABLE, standing=None, why=str(trouble))
        self._break_off(trouble.reason)
        self._hand.break_off(trouble.reason)

    def _tell(self, **changes: Any) -> None:
        known = {name: getattr(self._state, name) for name in HeadState.__slots__} | changes
        state = HeadState(**known)
        if state != self._state:
            self._state = state
            self._tell_state(state)


def abilities_of(equipment: Equipment) -> tuple[CameraAbility, ...]:
    """Returns what a camera with this equipment can do."""
    found = [CameraAbility.DRIVE] if equipment.drives else []
    found += [CameraAbility.FOCUS] if equipment.focus else []
    found += [CameraAbility.PRESETS] if equipment.memory or (equipment.absolute and equipment.position) else []
    found += [CameraAbility.POSITION] if equipment.position else []
    return tuple(found)
