"""T8 and T9 at the driver: seven cameras beside a dead one, and moves by hand that end when they have to."""

import asyncio
import contextlib
import time
from contextlib import AsyncExitStack

from hardware.cameras.head import Velocity
from tests.bench.cameras.lane import SLOTS, Lane, lane, until
from tests.bench.cameras.recall_figures import ANSWER_SECONDS, timed
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.measure import percentile

CAMERAS = 8
PAUSE_SECONDS = 0.15
HOLD_SECONDS = 0.6
"""How long the window lets a move go on without being asked for again."""
ASKED_AGAIN_SECONDS = 0.3
MOST_ASKED = 20
FAST = Velocity(pan=80, tilt=10, zoom=20)


# ---------------------------------------------------------------- T8


async def eight_cameras(rounds: int) -> list[Figure]:
    """Recalls on seven cameras while the eighth is there, and while it is a black hole."""
    async with AsyncExitStack() as stack:
        lanes = [await stack.enter_async_context(lane(loss=0.0, seed=seed)) for seed in range(1, CAMERAS + 1)]
        for made in lanes:
            assert made.way is not None
            made.way.double = made.way.reorder = 0.0
        calm = await _rounds(lanes[1:], lanes[:1], rounds)
        assert lanes[0].way is not None
        lanes[0].way.loss = 1.1
        beside = await _rounds(lanes[1:], lanes[:1], rounds)
    difference = abs(percentile(beside, 0.95) - percentile(calm, 0.95))
    how = (
        "p95 of seven cameras' acceptance with the eighth answering, and with it gone while it is recalled all the time"
    )
    return [
        Figure(
            name="T8 seven cameras beside a dead one: p95 differs by", unit="ms", measured=difference, must=5.0, how=how
        ),
        timed("… p95 with all eight there", calm, share=0.95),
        timed("… p95 beside the dead one", beside, share=0.95),
    ]


async def _rounds(measured: list[Lane], beside: list[Lane], rounds: int) -> list[float]:
    times: list[float] = []
    for number in range(rounds):
        for made in beside:
            made.recall(number % SLOTS)
        asked = [(made, made.recall(number % SLOTS)) for made in measured]
        answers = await asyncio.gather(*(made.answer(request_id, ANSWER_SECONDS) for made, request_id in asked))
        times += [found for found in answers if found is not None]
        await asyncio.sleep(PAUSE_SECONDS)
    return times


# ---------------------------------------------------------------- T9


async def by_hand(repetitions: int, loss: float) -> list[Figure]:
    """A move by hand: stopped by its key, and by nobody asking for it any more."""
    stopped: list[float] = []
    dead: list[float] = []
    async with lane(loss=loss, brisk=0.3) as made:
        for _ in range(repetitions):
            await _until_moving(made, f"go {len(stopped)}")
            made.driver.stop(f"stop {len(stopped)}")
            stopped.append(await _until_still(made))
            await asyncio.sleep(PAUSE_SECONDS)
        for _ in range(max(2, repetitions // 5)):
            asked = await _until_moving(made, f"dead {len(dead)}")
            await until(lambda: not made.head.moving, ANSWER_SECONDS)
            dead.append((time.monotonic() - asked) * 1000)
            await asyncio.sleep(PAUSE_SECONDS)
    way = f"{loss:.0%} loss each way" if loss else "no loss, 5 ms each way"
    how = f"asked of the driver to the head at rest, through the proxy, {way}"
    must = 100.0 if not loss else None
    return [
        timed(f"T9 stop at the driver, {way}, worst", stopped, share=1.0, must=must, how=how),
        timed(f"T9 nobody asks for it any more, {way}, worst", dead, share=1.0, must=1000.0, how=how),
    ]


async def _until_moving(made: Lane, request_id: str) -> float:
    """Asks for a move as a held key does, again and again; returns when it was asked for last, in seconds."""
    for number in range(MOST_ASKED):
        asked = time.monotonic()
        made.driver.drive(f"{request_id}, {number}", FAST, HOLD_SECONDS)
        with contextlib.suppress(BenchFailed):
            await until(lambda: made.head.moving, ASKED_AGAIN_SECONDS)
            return asked
    raise BenchFailed(f"{request_id}: the head did not move")


async def _until_still(made: Lane) -> float:
    began = time.monotonic()
    await until(lambda: not made.head.moving, ANSWER_SECONDS)
    return (time.monotonic() - began) * 1000
