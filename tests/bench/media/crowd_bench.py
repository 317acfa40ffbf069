"""A crowd in one meeting: what its tiles, its sound and its program cost, and how fast it obeys.

Rule: CPU time of the product's process trees over a span in which the pictures really reached the window; where fewer
did, the load was not the one that is promised and the figure counts for nothing. Wall times count while strangers left
the machine alone.
"""

import asyncio
import time
from dataclasses import dataclass, field

import psutil

from console.commands import BringToPodium, MuteAll
from tests.bench.figures import Figure, wall_figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting, Load, live_meeting
from tests.bench.measure import Sample, Shares, shares_over
from tests.bench.podium_bench import measure_podium

SETTLE_SECONDS = 4.0
LEAST_CARRIED = 0.95
MUTE_PAUSE_SECONDS = 0.6
"""The same command again within 500 ms is refused."""
MEBIBYTE = 1 << 20
HALF_PROGRAM = {"program_picture": "360p15"}
TALL_WINDOW = "2560x4320"
"""Two hundred rows at once; a screen of 1920x1080 shows, and so decodes, some fifty of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """One meeting and what is promised of it; None: nothing is."""

    sites: int
    load: Load
    tiles: tuple[float, float] | None = None
    """Cores, must and stretch, with tiles, sound and a standing slate."""
    program: tuple[float, float] | None = None
    """… with a site's picture as program besides."""
    receipt_ms: tuple[float, float] | None = None
    join_ms: tuple[float, float] | None = None
    memory_megabytes: tuple[float, float] | None = None
    podium_ms: tuple[float, float] | None = None


HUNDRED = Crowd(
    sites=100,
    load=Load(all_sound=True, main_endpoint=False),
    tiles=(1.2, 0.8),
    program=(1.6, 1.1),
    receipt_ms=(80.0, 30.0),
    join_ms=(4000.0, 2000.0),
    podium_ms=(200.0, 100.0),
)
TWO_HUNDRED = Crowd(
    sites=200,
    load=Load(tile_frames_per_second=5, main_endpoint=False, settings=HALF_PROGRAM, window_size=TALL_WINDOW),
    program=(1.6, 1.3),
    receipt_ms=(120.0, 50.0),
    join_ms=(6000.0, 3000.0),
    memory_megabytes=(600.0, 400.0),
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What one span cost, and how many pictures a second reached the window in it."""

    shares: Shares
    pictures: float
    wanted_pictures: float

    @property
    def whole(self) -> bool:
        """Tells whether the load was the one that is promised."""
        return self.pictures >= LEAST_CARRIED * self.wanted_pictures


@dataclass(slots=True)
class CrowdFindings:
    """What one crowd came to."""

    figures: list[Figure] = field(default_factory=list)
    tiles: Carried | None = None
    program: Carried | None = None


async def measure_crowd(
    crowd: Crowd, seconds: float, *, mutes: int, podiums: int, found: CrowdFindings | None = None
) -> CrowdFindings:
    """Measures one meeting: join, tiles, program, memory, orders; what `found` holds stays when a later part fails."""
    found = found or CrowdFindings()
    async with live_meeting(crowd.sites, load=crowd.load) as meeting:
        if crowd.tiles is not None:
            found.tiles = await carried(meeting, crowd, seconds)
            found.figures.append(_cores(crowd, found.tiles, "tiles decoded and painted, all sound", crowd.tiles))
        await meeting.ask(BringToPodium(site=meeting.observers[0]))
        found.program = await carried(meeting, crowd, seconds)
        text = f"{'… and' if crowd.tiles else 'tiles, sound of who speaks,'} program {_program(crowd)} to all"
        found.figures.append(_cores(crowd, found.program, text, crowd.program))
        found.figures += [_join(meeting, crowd), _memory(meeting, crowd)]
        if crowd.receipt_ms is not None and mutes:
            found.figures += await _receipts(meeting, crowd, mutes)
        if crowd.podium_ms is not None and podiums:
            found.figures += _podium_limits(await measure_podium(meeting, podiums, on_deck=True), crowd)
    return found


async def carried(meeting: LiveMeeting, crowd: Crowd, seconds: float) -> Carried:
    """Measures one span after the meeting has settled."""
    await asyncio.sleep(SETTLE_SECONDS)
    began = time.monotonic()
    await asyncio.sleep(seconds + 1)
    ended = time.monotonic() - 0.6  # the last tick has to lie behind it
    shares = shares_over(meeting.meter.ticks, began, ended)
    if shares is None:
        raise BenchFailed("the CPU meter has stopped")
    pictures = meeting.probe.pictures_per_second(began, ended) or 0.0
    return Carried(shares, pictures, (crowd.sites - 1) * crowd.load.tile_frames_per_second)


def _program(crowd: Crowd) -> str:
    return "360p15" if crowd.load.settings else "720p25"


def _cores(crowd: Crowd, carried: Carried, text: str, limits: tuple[float, float] | None) -> Figure:
    must, stretch = limits or (None, None)
    return Figure(
        name=f"{crowd.sites} sites at {crowd.load.tile_frames_per_second} fps: {text}",
        unit="core",
        measured=carried.shares.product,
        must=must,
        stretch=stretch,
        noisy=not carried.whole,
        how=f"CPU time of the product over {carried.shares.seconds:.0f} s ("
        + ", ".join(f"{name} {cores:.2f}" for name, cores in carried.shares.parts.items())
        + f"); {carried.pictures:.0f} of {carried.wanted_pictures:.0f} pictures a second reached the window;"
        f" peers {carried.shares.peers:.2f}, strangers {carried.shares.strangers:.2f}",
    )


async def _receipts(meeting: LiveMeeting, crowd: Crowd, mutes: int) -> list[Figure]:
    samples: list[Sample] = []
    unconfirmed, began = 0, time.monotonic()
    for _ in range(mutes):
        await asyncio.sleep(MUTE_PAUSE_SECONDS)
        asked = time.monotonic()
        receipt = await meeting.ask(MuteAll())
        answered = time.monotonic()
        unconfirmed += len(receipt.unconfirmed)
        samples.append(Sample((answered - asked) * 1000, asked, answered))
    await asyncio.sleep(1)  # for a tick behind the last
    shares = shares_over(meeting.meter.ticks, began, time.monotonic() - 0.6)
    must, stretch = crowd.receipt_ms or (None, None)
    how = f"command sent to receipt back over the link, {unconfirmed} answers missing"
    how += "" if shares is None else f"; product {shares.product:.2f}, strangers {shares.strangers:.2f} cores meanwhile"
    ticks, name = meeting.meter.ticks, f"{crowd.sites} sites: mute all to the last site's answer"
    return [
        wall_figure(f"{name}, p99", samples, ticks, share=0.99, must=must, stretch=stretch, how=how),
        wall_figure("… median", samples, ticks, share=0.5),
    ]


def _podium_limits(figures: list[Figure], crowd: Crowd) -> list[Figure]:
    """Puts this crowd's limits on what brings a site to the podium."""
    must, stretch = crowd.podium_ms or (None, None)
    first = figures[0]
    named = Figure(
        name=f"{crowd.sites} sites: {first.name}",
        unit=first.unit,
        measured=first.measured,
        must=must,
        stretch=stretch,
        count=first.count,
        tried=first.tried,
        noisy=first.noisy,
        how=first.how,
    )
    return [named, *(figure for figure in figures[1:] if "slot" not in figure.name)]


def _memory(meeting: LiveMeeting, crowd: Crowd) -> Figure:
    assert meeting.product.bridge is not None
    tree = meeting.product.bridge.tree()
    must, stretch = crowd.memory_megabytes or (None, None)
    return Figure(
        name=f"{crowd.sites} sites: memory of bridge and workers",
        unit="MB",
        measured=sum(_own_octets(process) for process in tree) / MEBIBYTE,
        must=must,
        stretch=stretch,
        how="what the processes have of their own (USS), at the end of the run",
    )


def _own_octets(process: psutil.Process) -> int:
    return process.memory_full_info().uss


def _join(meeting: LiveMeeting, crowd: Crowd) -> Figure:
    must, stretch = crowd.join_ms or (None, None)
    return wall_figure(
        f"{crowd.sites} sites join at once, all live",
        [meeting.joined],
        meeting.meter.ticks,
        share=1.0,
        must=must,
        stretch=stretch,
        how="first offer to the last site live in the published state, the peers on the same cores",
    )
