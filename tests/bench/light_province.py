"""The bench's side of its light peers: starts their processes, orders them about, keeps what they tell.

Rule: the processes end with this object, or with the bench itself, whose end closes their standard input.
"""

import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from console.words import SiteId
from hardware.signalling.client import BridgePlace
from tests.bench.light_orders import (
    AnyOrder,
    AnyTold,
    End,
    JoinAll,
    LeaveAll,
    PeerPlan,
    Prepare,
    Prepared,
    SiteFailed,
    SiteUp,
    SoundBegan,
    SoundEnded,
    encoder,
    told_decoder,
)

ROOT = Path(__file__).resolve().parents[2]
PREPARE_SECONDS = 120.0
LEAVE_SECONDS = 5.0
LONGEST_LINE = 1 << 16


@dataclass(slots=True)
class Hearing:
    """What one observer hears: whether there is sound, and when the last packet with sound came (monotonic)."""

    sounding: bool = False
    last_edge_seconds: float = 0.0
    began_seconds: float = 0.0
    """When the last sound began, which may be over."""


@dataclass(slots=True)
class LightProvince:
    """Light peers in a few processes; made by `start`."""

    processes: list[asyncio.subprocess.Process] = field(default_factory=list)
    up: dict[SiteId, float] = field(default_factory=dict)
    """When each site's control channel opened (monotonic seconds)."""
    failed: dict[SiteId, str] = field(default_factory=dict)
    hearing: dict[SiteId, Hearing] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    shares: list[tuple[SiteId, ...]] = field(default_factory=list)
    """Who lives in each process; the observers are the first."""
    _prepared: int = 0
    _reading: list[asyncio.Task[None]] = field(default_factory=list)

    @classmethod
    async def start(cls, place: BridgePlace, plans: Sequence[PeerPlan], *, processes: int) -> "LightProvince":
        """Starts the processes and waits until all media is coded; raises `TimeoutError`."""
        province = cls()
        try:
            for share in shared_out(plans, processes):
                await province._start_one(Prepare(urls=place.urls, fingerprint=place.fingerprint, plans=share))
            async with asyncio.timeout(PREPARE_SECONDS):
                await province.until(lambda: province._prepared == len(province.processes))
        except BaseException:
            await province.close()
            raise
        return province

    async def _start_one(self, prepare: Prepare) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.bench.light_process",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        self.processes.append(process)
        self.shares.append(tuple(plan.site for plan in prepare.plans))
        self._reading.append(asyncio.create_task(self._read(process), name="light peers"))
        self._send(process, prepare)

    async def join_all(self, *, in_seconds: float = 0.2, stays: bool = False) -> float:
        """Makes all sites join at one moment (monotonic), which is returned; who `stays` comes back by itself."""
        at_seconds = time.monotonic() + in_seconds
        self.up.clear()
        self.failed.clear()
        for process in self.processes:
            self._send(process, JoinAll(at_seconds=at_seconds, stays=stays))
        return at_seconds

    async def leave_all(self) -> None:
        """Makes all sites leave; does not wait for them."""
        for process in self.processes:
            self._send(process, LeaveAll())

    async def leave_share(self, number: int) -> None:
        """Makes the sites of one process leave; does not wait for them."""
        self._send(self.processes[number], LeaveAll())

    async def join_share(self, number: int) -> None:
        """Makes the sites of one process join, at once."""
        self._send(self.processes[number], JoinAll(at_seconds=time.monotonic()))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits until something is true of what the peers told."""
        while not holds():
            self.changed.clear()
            if all(task.done() for task in self._reading):
                raise ConnectionError("the light peers have ended")
            await self.changed.wait()

    async def close(self) -> None:
        """Makes all sites leave and waits for their processes; kills what does not go."""
        for process in self.processes:
            if process.returncode is None and process.stdin is not None:
                self._send(process, End())
                process.stdin.close()
        try:
            async with asyncio.timeout(LEAVE_SECONDS):
                await asyncio.gather(*(process.wait() for process in self.processes))
        except TimeoutError:
            for process in self.processes:
                if process.returncode is None:
                    process.kill()
            await asyncio.gather(*(process.wait() for process in self.processes))
        await asyncio.gather(*self._reading, return_exceptions=True)

    # ------------------------------------------------------------ the lines

    def _send(self, process: asyncio.subprocess.Process, order: AnyOrder) -> None:
        assert process.stdin is not None
        process.stdin.write(encoder.encode(order) + b"\n")

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        try:
            while line := await process.stdout.readline():
                self._take(told_decoder.decode(line))
                self.changed.set()
        finally:
            self.changed.set()

    def _take(self, told: AnyTold) -> None:
        match told:
            case Prepared():
                self._prepared += 1
            case SiteUp():
                self.up[told.site] = told.at_seconds
            case SiteFailed():
                self.failed[told.site] = told.text
            case SoundBegan():
                at = told.at_seconds
                self.hearing[told.site] = Hearing(sounding=True, last_edge_seconds=at, began_seconds=at)
            case SoundEnded():
                began = self.hearing.get(told.site, Hearing()).began_seconds
                self.hearing[told.site] = Hearing(last_edge_seconds=told.at_seconds, began_seconds=began)


def shared_out(plans: Sequence[PeerPlan], processes: int) -> list[tuple[PeerPlan, ...]]:
    """Returns who lives together: the observers by themselves, so that others do not delay what they hear."""
    observers = tuple(plan for plan in plans if plan.observes)
    others = [plan for plan in plans if not plan.observes]
    groups = [observers, *(tuple(others[number :: processes - 1]) for number in range(processes - 1))]
    return [group for group in groups if group]
