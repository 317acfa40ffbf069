"""The same tiles in the product, in a headless Chromium and in stock aiortc: what receiving and showing them costs.

Rule: the same clips and tones from the same light peers, 320x180 at 8 pictures a second with sound; the CPU time of all
processes of an engine. The product and the browser decode, scale and show; stock aiortc only decodes.
"""

import asyncio
import time
from dataclasses import dataclass

import psutil

from tests.bench.figures import Figure
from tests.bench.live_meeting import Load
from tests.bench.media.browser import browser, chromium_program
from tests.bench.media.crowd_bench import Crowd, measure_crowd
from tests.bench.media.curves import Curve
from tests.bench.media.end_words import Count, MakeAnswer, MakeOffer, TakeAnswer
from tests.bench.media.ends import STOCK, EndsProcess, ends_process

SITES, STOCK_SITES = 36, (36, 60)
TILE_FPS = 8
SETTLE_SECONDS = 4.0
START_SECONDS = 60.0
LEAST_CARRIED = 0.9
MUST_TIMES, STRETCH_TIMES = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class TileCost:
    """One engine with so many sites."""

    engine: str
    sites: int
    cores: float
    pictures: float
    """A second, decoded."""

    @property
    def whole(self) -> bool:
        """Tells whether the engine kept up."""
        return self.pictures >= LEAST_CARRIED * self.sites * TILE_FPS


async def measure_own_tiles(sites: int, seconds: float) -> TileCost:
    """Measures bridge, worker and window."""
    crowd = Crowd(sites=sites, load=Load(all_sound=True, main_endpoint=False), tiles=(9.0, 9.0))
    found = await measure_crowd(crowd, seconds, mutes=0, podiums=0)
    assert found.tiles is not None
    return TileCost("Điểm Cầu", sites, found.tiles.shares.product, found.tiles.pictures)


async def measure_chromium(sites: int, seconds: float) -> TileCost:
    """Measures one page with a connection for each site."""
    async with ends_process() as peers:

        async def offer(number: int) -> str:
            return (await peers.ask(MakeOffer(number=number, tile=True))).sdp

        async def answer(number: int, sdp: str) -> None:
            await peers.ask(TakeAnswer(number=number, sdp=sdp))

        async with browser(sites, offer, answer) as running:
            assert running.process is not None
            async with asyncio.timeout(START_SECONDS):
                while (await peers.ask(Count())).up < sites or not running.frames:  # noqa: ASYNC110 - it tells nothing by itself
                    await asyncio.sleep(0.3)
            await asyncio.sleep(SETTLE_SECONDS)
            frames, began, cpu = running.frames, time.monotonic(), _used(running.process.pid)
            await asyncio.sleep(seconds)
            span = time.monotonic() - began
            cores = (_used(running.process.pid) - cpu) / span
            return TileCost("Chromium", sites, cores, (running.frames - frames) / span)


async def measure_stock(sites: int, seconds: float) -> TileCost:
    """Measures one process of stock aiortc."""
    async with ends_process() as peers, ends_process(module=STOCK) as stock:
        await asyncio.gather(*(_connect(peers, stock, number) for number in range(sites)))
        await asyncio.sleep(2 * SETTLE_SECONDS)
        frames, began, cpu = (await stock.ask(Count())).frames, time.monotonic(), _used(stock.process.pid)
        await asyncio.sleep(seconds)
        counted = await stock.ask(Count())
        span = time.monotonic() - began
        return TileCost(
            "stock aiortc", sites, (_used(stock.process.pid) - cpu) / span, (counted.frames - frames) / span
        )


async def _connect(peers: EndsProcess, stock: EndsProcess, number: int) -> None:
    offer = await peers.ask(MakeOffer(number=number, tile=True))
    answer = await stock.ask(MakeAnswer(number=number, sdp=offer.sdp))
    await peers.ask(TakeAnswer(number=number, sdp=answer.sdp))


def _used(pid: int) -> float:
    """Returns the CPU seconds of a process tree that lives."""
    try:
        tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0.0
    total = 0.0
    for process in tree:
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system
    return total


async def compare_tiles(seconds: float) -> tuple[list[Figure], list[Curve]]:
    """Measures the product beside Chromium."""
    own = await measure_own_tiles(SITES, seconds)
    if chromium_program() is None:
        return [_figure(own)], []
    costs = [own, await measure_chromium(SITES, seconds)]
    ratio = Figure(
        name="… against Chromium",
        unit="times",
        measured=own.cores / costs[1].cores,
        must=MUST_TIMES,
        stretch=STRETCH_TIMES,
        noisy=not all(cost.whole for cost in costs),
        how="CPU time of all processes, one beside the other in one run",
    )
    return [*(_figure(cost) for cost in costs), ratio], _curves(costs)


async def record_stock(seconds: float, sites: tuple[int, ...]) -> tuple[list[Figure], list[Curve]]:
    """Measures stock aiortc, for the record."""
    costs = [await measure_stock(count, seconds) for count in sites]
    return [_figure(cost) for cost in costs], _curves(costs)


def _figure(cost: TileCost) -> Figure:
    wanted = cost.sites * TILE_FPS
    return Figure(
        name=f"{cost.engine}: {cost.sites} tiles with sound",
        unit="core",
        measured=cost.cores,
        noisy=not cost.whole,
        how=f"{cost.pictures:.0f} of {wanted} pictures a second decoded{'' if cost.whole else ': it does not keep up'}",
    )


def _curves(costs: list[TileCost]) -> list[Curve]:
    points: dict[str, tuple[tuple[float, float], ...]] = {}
    for cost in costs:
        points[cost.engine] = (*points.get(cost.engine, ()), (cost.sites, cost.cores))
    return [Curve(engine, "sites, tiles with sound", "cores", spots) for engine, spots in points.items()]
