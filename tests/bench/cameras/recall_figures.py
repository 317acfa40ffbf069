"""T2 to T5: recalls over a perfect and a bad network, to a camera that is gone, and to one that is full."""

import asyncio
import itertools
import time

from console.cameras.camera_profile import Framing
from console.cameras.camera_words import CameraLink
from console.words import Reason
from hardware.simulator.cameras.visca_temper import ViscaTemper
from tests.bench.cameras.lane import PLACES, SLOTS, Lane, lane
from tests.bench.figures import Figure
from tests.bench.measure import percentile

ANSWER_SECONDS = 6.0
RIGHT = PLACES[15]


def counted(name: str, wrong: int, of: int, how: str) -> Figure:
    """Returns a line about what must never happen."""
    return Figure(name=name, unit="", measured=float(wrong), must=0.0, count=of, tried=of, how=how)


def timed(name: str, milliseconds: list[float], *, share: float, must: float | None = None, how: str = "") -> Figure:
    """Returns a percentile."""
    measured = percentile(milliseconds, share) if milliseconds else None
    return Figure(
        name=name, unit="ms", measured=measured, must=must, count=len(milliseconds), tried=len(milliseconds), how=how
    )


# ---------------------------------------------------------------- T2


async def perfect_network(recalls: int) -> list[Figure]:
    """Recalls one after the other over the loopback."""
    async with lane() as made:
        answered = await _answers(made, recalls)
    found = [milliseconds for milliseconds in answered if milliseconds is not None]
    how = "asked of the driver to the camera's Ack read by the driver, loopback, no proxy"
    return [timed("T2 recall accepted, p95", found, share=0.95, must=40.0, how=how)]


async def _answers(made: Lane, recalls: int) -> list[float | None]:
    answered: list[float | None] = []
    for number in range(recalls):
        request_id = made.recall(number % SLOTS)
        answered.append(await made.answer(request_id, ANSWER_SECONDS))
        if answered[-1] is None:
            await made.ready()
    return answered


# ---------------------------------------------------------------- T3


async def bad_network(
    recalls: int, lanes: int, loss: float, *, must_ms: float | None, share_reported: float
) -> list[Figure]:
    """Recalls through the lossy way; `share_reported` may fail, if only it is said."""
    said = await asyncio.gather(*(_lossy_lane(recalls // lanes, loss, seed) for seed in range(1, lanes + 1)))
    answered = [milliseconds for each in said for milliseconds in each[0] if milliseconds is not None]
    asked = sum(len(each[0]) for each in said)
    twice, silent = sum(each[1] for each in said), sum(each[2] for each in said)
    title = f"T3 {loss:.0%} loss each way"
    how = "each way: loss, 5 % twice, 5 % late by 20 ms, all 5 ms under way; the next recall follows the answer"
    return [
        Figure(
            name=f"{title}: not delivered, and said so",
            unit="",
            measured=float(asked - len(answered)),
            must=float(int(share_reported * asked)),
            count=asked,
            tried=asked,
            how=how,
        ),
        counted(f"{title}: executed twice", twice, asked, "against the head's own list of recalls"),
        counted(f"{title}: said to be taken and never executed", silent, asked, "the same list"),
        timed(f"{title}: accepted, p95", answered, share=0.95, must=must_ms, how=how),
        timed("… median", answered, share=0.5),
        timed("… worst", answered, share=1.0),
    ]


async def _lossy_lane(recalls: int, loss: float, seed: int) -> tuple[list[float | None], int, int]:
    """Returns the answers' times, how many recalls were executed twice, and how many were lost without a word."""
    async with lane(loss=loss, seed=seed) as made:
        answered = await _answers(made, recalls)
        await asyncio.sleep(0.2)
        executed = made.head.recalls
        wanted = [number % SLOTS for number, found in enumerate(answered)]
        twice = sum(one == next_one for one, next_one in itertools.pairwise(executed))
        certain = [slot for slot, found in zip(wanted, answered, strict=True) if found is not None]
        return answered, twice, _missing(certain, executed)


def _missing(wanted: list[int], executed: list[int]) -> int:
    """Returns how many of those wanted are not found in order in what was executed."""
    missing, place = 0, 0
    for slot in wanted:
        try:
            place = executed.index(slot, place) + 1
        except ValueError:
            missing += 1
    return missing


# ---------------------------------------------------------------- T4


async def gone(repetitions: int) -> list[Figure]:
    """A camera that is unplugged: said in time, and nothing of it is executed when it is back."""
    framings = [framing for framing in Framing if framing is not Framing.SERIAL]
    said = await asyncio.gather(*(_gone(framing) for framing in framings for _ in range(repetitions)))
    times, later, false = [each[0] for each in said], sum(each[1] for each in said), sum(each[2] for each in said)
    how = "every framing; unplugged, recalled, and plugged in again a second after the failure was said"
    return [
        timed("T4 unplugged: failure said, worst", times, share=1.0, must=3500.0, how=how),
        counted("T4 executed after the camera was back", later, len(said), how),
        counted("T4 told as arrived", false, len(said), how),
    ]


async def _gone(framing: Framing) -> tuple[float, int, int]:
    async with lane(framing) as made:
        made.head.place = RIGHT
        made.server.deaf = True
        request_id = made.recall(0, PLACES[0])
        asked = time.monotonic()
        reason = await made.end(request_id, 20.0)
        took = (time.monotonic() - asked) * 1000
        await asyncio.sleep(1.0)
        made.server.deaf = False
        await made.ready()
        await asyncio.sleep(2.0)
        return took, len(made.head.recalls), int(reason is None)


# ---------------------------------------------------------------- T5


async def full(repetitions: int) -> list[Figure]:
    """Three recalls at once while both sockets are busy: the newest is taken."""
    times: list[float] = []
    wrong = 0
    async with lane(brisk=0.5) as made:
        for _ in range(repetitions):
            made.head.place = PLACES[0]
            made.server.camera.clear()
            old = [made.recall(15), made.recall(14)]
            await asyncio.sleep(0.02)
            newest = made.recall(13)
            answered = await made.answer(newest, ANSWER_SECONDS)
            times += [] if answered is None else [answered]
            wrong += sum(made.requests[request_id].reason is not Reason.SUPERSEDED for request_id in old)
            made.driver.stop(None)
            await asyncio.sleep(0.4)
    how = "two recalls are under way in both sockets, the camera says that it is full; its commands are broken off"
    return [
        timed("T5 newest of three recalls accepted, sockets busy, worst", times, share=1.0, must=150.0, how=how),
        counted("T5 older ones not told as superseded", wrong, 2 * repetitions, how),
        *await _full_without_cancel(),
    ]


async def _full_without_cancel() -> list[Figure]:
    async with lane(temper=ViscaTemper(full=True, cancels=False)) as made:
        request_id = made.recall(1)
        asked = time.monotonic()
        reason = await made.end(request_id, 10.0)
        took = (time.monotonic() - asked) * 1000
        busy = reason is Reason.CAMERA_BUSY and made.driver.link is CameraLink.READY
    how = "the camera breaks nothing off and stays full: tried again after 100, 200, 400 ms, then said"
    return [
        timed("T5 a camera that stays full: failure said", [took], share=1.0, must=3500.0, how=how),
        counted("T5 … not said as busy", int(not busy), 1, how),
    ]
