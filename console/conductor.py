"""The conductor: inbox, decision, outboxes, snapshots; the one place of the core that has a loop.

Rules: the crank never awaits a port. Two lanes lead in and nothing else: *decisions* (in order, nothing lost; a full
lane says so to whoever posts) and *signals of the moment* (the newest of a kind wins). Snapshots go out at most 20
times a second, the first change at once.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import assert_never

from console.commands import CommandRequest
from console.effects import (
    AnswerCommand,
    AnyEffect,
    AskCamera,
    CloseSessionLog,
    MoveCamera,
    NoteMeetingHeld,
    OfficeEffect,
    OpenSessionLog,
    PutRecords,
    ReadDirectory,
    ReadMeetingFile,
    Receipt,
    RevokeSite,
    SendToSite,
    WriteLog,
    WriteSamples,
)
from console.engine import begin, decide, next_deadline, resume
from console.engine_port import Sampled, Verb
from console.entries import Line
from console.events import CameraReported, CamerasRead, Message, Now, Site, TimePassed
from console.ports import CameraPort, DeltaCallback, LogPort, OfficePort, SitePort, VerbDoor
from console.rules import Rules
from console.snapshot import Delta, Whole
from console.state import State
from console.view_model import SnapshotMaker
from console.words import CommandId, Outcome, Reason

DECISIONS_BOUND = 20_000
"""Messages of the lane of decisions that may wait; more means that the crank has stopped."""
BATCH = 64
"""Decisions in one go before the loop may read its sockets again."""
PUBLISH_EVERY_SECONDS = 0.05
PUBLISH_WHILE_ASKED_SECONDS = 0.1
"""While somebody waits for an answer: a snapshot in which 200 sites changed would hold it up by some 20 ms."""
WAITERS_BOUND = 1000
"""Callers waiting for a receipt."""


class InboxFull(Exception):
    """The lane of decisions is full; nothing was taken. The bridge cannot go on like this and is restarted."""


class Conductor:
    """Runs the decision core on the loop of the bridge."""

    def __init__(
        self,
        *,
        rules: Rules,
        directory: Sequence[Site],
        engine: VerbDoor,
        log: LogPort,
        sites: SitePort,
        office: OfficePort,
        clock: Callable[[], Now],
        cameras: Sequence[CameraPort] = (),
        restored: Sequence[Line] = (),
    ) -> None:
        """`restored` are all lines of the session that was running when the last bridge ended, oldest first."""
        self._engine, self._log, self._sites = engine, log, sites
        self._cameras = {camera.name: camera for camera in cameras}
        self._office, self._clock = office, clock
        self._decisions: deque[Message] = deque()
        self._moment: dict[str, Message] = {}
        self._waiters: dict[CommandId, list[asyncio.Future[Receipt]]] = {}
        self._callbacks: list[DeltaCallback] = []
        self._awake = asyncio.Event()
        self._state = begin(rules, directory, restored)
        self._maker = SnapshotMaker()
        self._maker.update(self._state)
        self._shown = self._state
        self._number = 0
        self._published_at = 0.0
        self._overflow: InboxFull | None = None

    # ------------------------------------------------------------ what others call

    @property
    def state(self) -> State:
        """The present state; frozen."""
        return self._state

    def post(self, message: Message) -> None:
        """Takes a message from the loop's own thread.

        Raises InboxFull: the lane of decisions holds 20,000 messages; this one was not taken.
        """
        if isinstance(message, Sampled):
            self._moment["samples"] = message
        elif len(self._decisions) >= DECISIONS_BOUND:
            lost = type(message).__name__
            self._overflow = InboxFull(f"{DECISIONS_BOUND} messages wait for a decision; {lost} was not taken.")
            self._awake.set()
            raise self._overflow
        else:
            self._decisions.append(message)
        self._awake.set()

    def take_cameras(self, cameras: Sequence[CameraPort]) -> None:
        """Drives these cameras of the main endpoint from now on; what others were asked must have been reported."""
        self._cameras = {camera.name: camera for camera in cameras}
        self.post(CamerasRead(cameras=tuple(camera.facts() for camera in cameras)))

    async def ask(self, request: CommandRequest) -> Receipt:
        """Gives a command and returns its one receipt; refuses at once when more wait than the bridge keeps."""
        waiting = sum(len(futures) for futures in self._waiters.values())
        if waiting >= WAITERS_BOUND or len(self._decisions) >= DECISIONS_BOUND:
            return Receipt(command_id=request.command_id, outcome=Outcome.REFUSED, reason=Reason.TOO_BUSY)
        future: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        self._waiters.setdefault(request.command_id, []).append(future)
        try:
            self.post(request)
            return await future
        finally:
            self._stop_waiting(request.command_id, future)

    def whole(self) -> Whole:
        """Returns the whole snapshot as of the last delta."""
        return Whole(number=self._number, views=dict(self._maker.views))

    def subscribe(self, callback: DeltaCallback) -> Callable[[], None]:
        """Calls back with every delta from now on, on the loop; the returned function ends that."""
        self._callbacks.append(callback)

        def end() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return end

    # ------------------------------------------------------------ the crank

    async def run(self) -> None:
        """Turns the crank until it is cancelled.

        Raises InboxFull when a message was lost, and whatever a decision raises (a bug): the bridge ends, and comes
        back from its log.
        """
        self._state, effects = resume(self._state, self._clock())
        self._carry_out(effects)
        self._decide(CamerasRead(cameras=tuple(camera.facts() for camera in self._cameras.values())))
        while True:
            await self._wait()
            if self._overflow is not None:
                raise self._overflow
            self._turn_over()
            # What was decided leaves, and sockets are read, before it is shown: a snapshot of 200 sites takes longer
            # than the orders to all of them.
            await asyncio.sleep(0)
            self._publish_if_due()

    async def _wait(self) -> None:
        if self._decisions or self._moment:
            return
        self._awake.clear()
        seconds = self._seconds_to_wait()
        if seconds is None:
            await self._awake.wait()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._awake.wait()
        except TimeoutError:
            pass

    def _seconds_to_wait(self) -> float | None:
        due_ms = next_deadline(self._state)
        seconds = None if due_ms is None else max(due_ms - self._clock().monotonic_ms, 0) / 1000
        if not self._dirty():
            return seconds
        publish = max(self._published_at + self._publish_every() - asyncio.get_running_loop().time(), 0.0)
        return publish if seconds is None else min(seconds, publish)

    def _turn_over(self) -> None:
        """Decides what waits, at most a batch of it: what is due, then decisions in order, then the moment."""
        due_ms = next_deadline(self._state)
        if due_ms is not None and self._clock().monotonic_ms >= due_ms:
            self._decide(TimePassed())
        for _ in range(min(len(self._decisions), BATCH)):
            self._decide(self._decisions.popleft())
        moment, self._moment = self._moment, {}
        for message in moment.values():
            self._decide(message)

    def _decide(self, message: Message) -> None:
        self._state, effects = decide(self._state, message, self._clock())
        self._carry_out(effects)

    def _carry_out(self, effects: Sequence[AnyEffect]) -> None:
        for effect in effects:
            if isinstance(effect, Verb):
                self._engine.submit(effect)
                continue
            match effect:
                case SendToSite():
                    self._sites.send(effect.site, effect.message, effect.connection)
                case OpenSessionLog() | WriteLog() | CloseSessionLog() | WriteSamples():
                    self._log.submit(effect)
                case AnswerCommand():
                    self._answer(effect.receipt)
                case MoveCamera() | AskCamera():
                    self._ask_camera(effect)
                case _:
                    self._ask_office(effect)

    def _ask_camera(self, effect: MoveCamera | AskCamera) -> None:
        camera = self._cameras.get(effect.camera)
        if camera is None:  # it was taken out of the list a moment ago
            gone = CameraReported(request_id=effect.request_id, arrived=False, reason=Reason.CAMERA_CHANGED)
            self._decisions.append(gone)
        elif isinstance(effect, MoveCamera):
            camera.recall(effect.request_id, effect.preset)
        else:
            camera.ask(effect.request_id, effect.wish)

    def _ask_office(self, effect: OfficeEffect) -> None:
        match effect:
            case ReadDirectory():
                self._office.read_directory()
            case ReadMeetingFile():
                self._office.read_meeting_file(effect.meeting_uid)
            case NoteMeetingHeld():
                self._office.note_meeting_held(effect.meeting_uid, effect.kind, effect.person, effect.wall_ms)
            case PutRecords():
                self._office.put_records(effect.records, effect.person, effect.reason)
            case RevokeSite():
                self._office.revoke_site(effect.site)
            case _:
                assert_never(effect)

    # ------------------------------------------------------------ answers and snapshots

    def _answer(self, receipt: Receipt) -> None:
        for future in self._waiters.pop(receipt.command_id, ()):
            if not future.done():
                future.set_result(receipt)

    def _stop_waiting(self, command_id: CommandId, future: asyncio.Future[Receipt]) -> None:
        futures = self._waiters.get(command_id, [])
        if future in futures:
            futures.remove(future)
        if not futures:
            self._waiters.pop(command_id, None)

    def _dirty(self) -> bool:
        return self._state is not self._shown

    def _publish_every(self) -> float:
        """Returns how long snapshots are apart: somebody who waits for an answer comes before what is shown."""
        return PUBLISH_WHILE_ASKED_SECONDS if self._waiters else PUBLISH_EVERY_SECONDS

    def _publish_if_due(self) -> None:
        now = asyncio.get_running_loop().time()
        if not self._dirty() or now - self._published_at < self._publish_every():
            return
        self._published_at, self._shown = now, self._state
        put, gone = self._maker.update(self._state)
        if not put and not gone:
            return
        self._number += 1
        delta = Delta(number=self._number, put=put, gone=gone)
        for callback in tuple(self._callbacks):
            callback(delta)
