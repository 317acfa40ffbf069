"""What bridge and workers keep of an hour of joins, leaves and podium changes, with all sites that the machine carries.

Rule: what the processes have of their own (USS) is read at equal steps while the meeting goes on, a straight line is
laid through what follows the warm-up. A run that is shorter than an hour says so: its growth is that line drawn on, and
where the line itself is less sure than what is promised, the figure counts for nothing.
"""

import asyncio
import contextlib
import time
from dataclasses import dataclass

import psutil

from tests.bench.busy_round import BusyRound
from tests.bench.cpu_meter import kind_of
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting, Load, live_meeting
from tests.bench.measure import Line, line_through

MEBIBYTE = 1 << 20
SITES = (200, 100)
"""The first number that the machine carries is measured."""
STEP_SECONDS = 5.0
WARM_SHARE = 0.3
MUST_MEGABYTES, STRETCH_MEGABYTES = 10.0, 2.0
MUST_IN_ALL, STRETCH_IN_ALL = 600.0, 400.0
HALF_PROGRAM = {"program_picture": "360p15"}
MOST_FAULTS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What the processes had of their own at one moment (monotonic), in MB by kind."""

    at_seconds: float
    parts: dict[str, float]

    @property
    def megabytes(self) -> float:
        return sum(self.parts.values())


async def measure_memory(seconds: float, sites: tuple[int, ...] = SITES) -> list[Figure]:
    """Measures the growth with the most sites that join; raises `BenchFailed` when even the fewest do not."""
    for count in sites[:-1]:
        try:
            return await _measure(seconds, count)
        except BenchFailed:
            continue
    return await _measure(seconds, sites[-1])


async def _measure(seconds: float, sites: int) -> list[Figure]:
    load = Load(tile_frames_per_second=5, main_endpoint=False, settings=HALF_PROGRAM)
    async with live_meeting(sites, load=load) as meeting:
        busy = BusyRound(meeting)
        turning = asyncio.create_task(_go_on(busy), name="turns of the meeting")
        try:
            held = await _read_for(meeting, seconds, turning)
        finally:
            turning.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await turning
    return figures_of(held, busy, sites)


async def _go_on(busy: BusyRound) -> None:
    while True:
        await busy.turn()


async def _read_for(meeting: LiveMeeting, seconds: float, turning: asyncio.Task[None]) -> list[Held]:
    """Reads at equal steps; what ends the meeting's turns ends the measurement with it."""
    held: list[Held] = []
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        held.append(Held(time.monotonic(), await asyncio.to_thread(_own_megabytes, meeting)))
        await asyncio.wait([turning], timeout=STEP_SECONDS)
        if turning.done():
            turning.result()
    return held


def _own_megabytes(meeting: LiveMeeting) -> dict[str, float]:
    assert meeting.product.bridge is not None
    parts: dict[str, float] = {}
    for process in meeting.product.bridge.tree():
        with contextlib.suppress(psutil.Error):
            kind = kind_of(process)
            parts[kind] = parts.get(kind, 0.0) + process.memory_full_info().uss / MEBIBYTE
    return parts


def figures_of(held: list[Held], busy: BusyRound, sites: int) -> list[Figure]:
    """Returns growth and size; raises `BenchFailed` when there is too little to judge by."""
    warm = held[round(len(held) * WARM_SHARE) :]
    if len(warm) < 3:
        raise BenchFailed(f"{len(held)} looks at the memory are too few to tell its growth")
    line = line_through([(each.at_seconds / 3600, each.megabytes) for each in warm])
    seconds = warm[-1].at_seconds - warm[0].at_seconds
    growth = Figure(
        name=f"{sites} sites: growth of bridge and workers per hour of joins, leaves and podium changes",
        unit="MB",
        measured=line.slope,
        must=MUST_MEGABYTES,
        stretch=STRETCH_MEGABYTES,
        count=len(warm),
        tried=len(warm),
        noisy=line.slope_error > MUST_MEGABYTES,
        how=f"{_drawn_on(seconds)}, {_by_kind(warm)}, give or take {line.slope_error:.1f} MB (two standard errors);"
        f" {busy.turns} podium changes, {busy.rejoined} sites left and came back{_faults(busy)}",
    )
    size = Figure(
        name="… their memory at the end",
        unit="MB",
        measured=held[-1].megabytes,
        must=MUST_IN_ALL,
        stretch=STRETCH_IN_ALL,
        how="what the processes have of their own (USS)",
    )
    return [growth, size, _missing(busy, sites)]


def _missing(busy: BusyRound, sites: int) -> Figure:
    return Figure(
        name="… sites that stood still or did not come back",
        unit="",
        measured=float(len(busy.faults)),
        must=0.0,
        how=f"in {busy.turns} turns with {sites} sites",
    )


def _drawn_on(seconds: float) -> str:
    if seconds >= 3600:
        return f"slope through {seconds / 3600:.1f} h"
    return f"extrapolated from {seconds:.0f} s after the warm-up"


def _by_kind(warm: list[Held]) -> str:
    kinds = sorted(warm[-1].parts)
    lines = {kind: _line_of(warm, kind) for kind in kinds}
    return ", ".join(
        f"{kind} {warm[0].parts.get(kind, 0.0):.0f} to {warm[-1].parts[kind]:.0f} MB ({lines[kind].slope:+.1f})"
        for kind in kinds
    )


def _line_of(warm: list[Held], kind: str) -> Line:
    return line_through([(each.at_seconds / 3600, each.parts.get(kind, 0.0)) for each in warm])


def _faults(busy: BusyRound) -> str:
    return "" if not busy.faults else f"; {'; '.join(busy.faults[:MOST_FAULTS_TOLD])}"
