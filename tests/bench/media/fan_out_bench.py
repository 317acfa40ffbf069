"""What a packet of the program costs to send: the product's fan-out beside Janus, same load, same receivers, same run.

Rule: CPU time of the engine's process over packets that arrived at the receivers. Janus forwards a publisher's packets;
the product sends pictures that were coded once, as it always does. Of Janus' two ways to thread the better one counts.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import psutil

from tests.bench.figures import Figure
from tests.bench.media.curves import Curve
from tests.bench.media.end_process import FANS_OUT
from tests.bench.media.end_words import Count, MakeAnswer, MakeOffer, Play, TakeAnswer
from tests.bench.media.ends import EndsProcess, ends_process
from tests.bench.media.janus import janus, janus_program

SETTLE_SECONDS = 2.0
MUST_TIMES, STRETCH_TIMES = 1.2, 0.8
EVENT_LOOPS = 2


@dataclass(frozen=True, slots=True)
class PacketCost:
    """One engine with so many receivers."""

    engine: str
    receivers: int
    packets: int
    seconds: float
    cpu_seconds: float

    @property
    def microseconds(self) -> float:
        """CPU time of one packet."""
        return 1e6 * self.cpu_seconds / max(1, self.packets)

    @property
    def cores(self) -> float:
        """CPU time per second."""
        return self.cpu_seconds / self.seconds


Measure = Callable[[int, float], Awaitable[PacketCost]]


async def measure_own(receivers: int, seconds: float) -> PacketCost:
    """Measures the product's fan-out."""
    async with ends_process(FANS_OUT) as engine, ends_process() as others:
        for number in range(receivers):
            offer = await others.ask(MakeOffer(number=number))
            answer = await engine.ask(MakeAnswer(number=number, sdp=offer.sdp))
            await others.ask(TakeAnswer(number=number, sdp=answer.sdp))
        await others.all_up(receivers)
        await engine.all_up(receivers)
        await engine.ask(Play())
        return await _span("Điểm Cầu", engine.process.pid, others, receivers, seconds)


async def measure_janus(receivers: int, seconds: float, *, event_loops: int = EVENT_LOOPS) -> PacketCost:
    """Measures Janus' VideoRoom."""
    async with janus(event_loops) as server, _published(server.publish), ends_process() as others:
        for number in range(receivers):
            handle, offer = await server.subscribe()
            answer = await others.ask(MakeAnswer(number=number, sdp=offer))
            await server.start(handle, answer.sdp)
        await others.all_up(receivers)
        name = f"Janus, {event_loops} event loops" if event_loops else "Janus, a thread each"
        return await _span(name, server.process.pid, others, receivers, seconds)


@asynccontextmanager
async def _published(publish: Callable[[str], Awaitable[str]]) -> AsyncGenerator[None]:
    async with ends_process() as sender:
        offer = await sender.ask(MakeOffer(sends=True))
        await sender.ask(TakeAnswer(sdp=await publish(offer.sdp)))
        await sender.all_up(1)
        await sender.ask(Play())
        yield


async def _span(engine: str, pid: int, others: EndsProcess, receivers: int, seconds: float) -> PacketCost:
    process = psutil.Process(pid)
    await asyncio.sleep(SETTLE_SECONDS)
    began, packets, cpu = time.monotonic(), (await others.ask(Count())).received, _used(process)
    await asyncio.sleep(seconds)
    used, arrived = _used(process) - cpu, (await others.ask(Count())).received - packets
    return PacketCost(engine, receivers, arrived, time.monotonic() - began, used)


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


async def compare(receivers: tuple[int, ...], seconds: float) -> tuple[list[Figure], list[Curve]]:
    """Measures all engines at each number of receivers; the figures are those of the largest."""
    engines: list[Measure] = [measure_own]
    if janus_program() is not None:
        engines += [measure_janus, partial(measure_janus, event_loops=0)]
    costs = [await engine(count, seconds) for count in receivers for engine in engines]
    names = list(dict.fromkeys(cost.engine for cost in costs))
    curves = [Curve(name, "receivers of a 720p25 program", "cores", _points(name, costs)) for name in names]
    return _figures([cost for cost in costs if cost.receivers == max(receivers)]), curves


def _points(name: str, costs: list[PacketCost]) -> tuple[tuple[float, float], ...]:
    return tuple((cost.receivers, cost.cores) for cost in costs if cost.engine == name)


def _figures(costs: list[PacketCost]) -> list[Figure]:
    own, others = costs[0], costs[1:]
    figures = [
        Figure(
            name=f"{cost.engine}: program packet to {cost.receivers} receivers",
            unit="µs",
            measured=cost.microseconds,
            count=cost.packets,
            tried=cost.packets,
            how=f"{cost.cores:.3f} cores of its process over {cost.seconds:.0f} s, packets that arrived",
        )
        for cost in costs
    ]
    if others:
        better = min(others, key=lambda cost: cost.microseconds)
        figures.append(
            Figure(
                name="… against Janus in its better threading mode",
                unit="times",
                measured=own.microseconds / better.microseconds,
                must=MUST_TIMES,
                stretch=STRETCH_TIMES,
                how=f"against {better.engine}",
            )
        )
    return figures
