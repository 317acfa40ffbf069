"""Mute all, measured: when the last sound is gone from every mix, and when the last site's receipt is there.

Rule: the speakers go on sending after the order, so that what is measured is the bridge's silence, not the sites'.
"""

import asyncio
import random
import time

from console.commands import MuteAll, UnmuteSite
from tests.bench.figures import Figure, wall_figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting
from tests.bench.measure import Sample

SPEAKERS = 2
EDGE_SECONDS = 5.0
PAUSE_SECONDS = 0.7
"""The same command again within 500 ms is refused."""


async def measure_silence(meeting: LiveMeeting, repetitions: int) -> list[Figure]:
    """Silences all sites again and again while two of them speak and four listen."""
    gone: list[Sample] = []
    receipts: list[Sample] = []
    unconfirmed = 0
    for _ in range(repetitions):
        await meeting.calm()
        await _open_speakers(meeting)
        await asyncio.sleep(random.uniform(0.1, 0.4))
        asked = time.monotonic()
        receipt = await meeting.ask(MuteAll())
        answered = time.monotonic()
        await _edges(meeting, sounding=False)
        last = max(meeting.province.hearing[site].last_edge_seconds for site in meeting.observers)
        gone.append(Sample(max(0.0, last - asked) * 1000, asked, answered))
        receipts.append(Sample((answered - asked) * 1000, asked, answered))
        unconfirmed += len(receipt.unconfirmed)
        await asyncio.sleep(PAUSE_SECONDS)
    ticks = meeting.meter.ticks
    return [
        wall_figure(
            "mute all: last sound gone from every mix, worst",
            gone,
            ticks,
            share=1.0,
            must=30.0,
            stretch=20.0,
            how=(
                "command sent to the arrival, at the last of 4 observers, of the last packet that was coded from a mix"
                " with sound; the speakers send on for 300 ms; the coder's ring in the packet after is not counted"
            ),
        ),
        wall_figure("… median", gone, ticks, share=0.5),
        wall_figure(
            "mute all: receipt with the last site's answer, p95",
            receipts,
            ticks,
            share=0.95,
            must=150.0,
            stretch=50.0,
            how=f"command sent to receipt back over the link; {unconfirmed} answers were missing",
        ),
    ]


async def _open_speakers(meeting: LiveMeeting) -> None:
    for site in meeting.observers[:SPEAKERS]:
        await meeting.ask(UnmuteSite(site=site))
    await _edges(meeting, sounding=True)


async def _edges(meeting: LiveMeeting, *, sounding: bool) -> None:
    hearing = meeting.province.hearing

    def all_do() -> bool:
        return all(site in hearing and hearing[site].sounding == sounding for site in meeting.observers)

    try:
        async with asyncio.timeout(EDGE_SECONDS):
            await meeting.province.until(all_do)
    except TimeoutError:
        wrong = [site for site in meeting.observers if site not in hearing or hearing[site].sounding != sounding]
        wanted = "sound" if sounding else "silence"
        raise BenchFailed(f"no {wanted} at {', '.join(wrong)} within {EDGE_SECONDS:g} s") from None
