"""Whether what the operator is shown of a line is true: sites behind a relay whose conditions are known.

Rule: what the snapshot shows of every site, once a second, is averaged over the span and compared with what the relay
was set to, which means what it means in `tc netem`. Of the delay's spread, evenly within plus and minus j, a receiver's
jitter (RFC 3550 section 6.4.1) sees the mean difference between two packets, two thirds of j.
"""

import asyncio
from collections.abc import Callable
from statistics import fmean

from console.snapshot import LineView
from console.words import MAIN_SITE
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting, Load, live_meeting

SITES = 4
LINE = LineConditions(loss_percent=2.0, delay_ms=40.0, jitter_ms=9.0)
SETTLE_SECONDS = 25.0
"""What is shown of a line is a window of the last seconds; those of the join have to be out of it."""
MOST_POINTS, BEST_POINTS = 0.5, 0.25
JITTER_SHARE = 2 / 3

Shown = Callable[[LineView], float | None]


async def measure_truth(seconds: float) -> list[Figure]:
    """Measures for so many seconds; 60 are what the limit of the loss is meant for."""
    async with live_meeting(SITES, load=Load(all_sound=True, main_endpoint=False, line=LINE)) as meeting:
        await asyncio.sleep(SETTLE_SECONDS)
        lines: list[LineView] = []
        for _ in range(round(seconds)):
            await asyncio.sleep(1)
            lines += _lines(meeting)
    loss = _mean(lines, lambda line: line.loss_percent)
    round_trip = _mean(lines, lambda line: line.round_trip_ms)
    jitter = _mean(lines, lambda line: line.jitter_ms)
    return [
        Figure(
            name="loss shown against loss set",
            unit="points",
            measured=abs(loss - LINE.loss_percent),
            must=MOST_POINTS,
            stretch=BEST_POINTS,
            count=len(lines),
            tried=len(lines),
            how=f"shown {loss:.2f} %, set {LINE.loss_percent:g} % each way; mean of {SITES} sites over {seconds:.0f} s",
        ),
        Figure(
            name="… round trip shown",
            unit="ms",
            measured=round_trip,
            how=f"set {2 * LINE.delay_ms:g} ms; sweeps and reports add a few",
        ),
        Figure(
            name="… jitter shown",
            unit="ms",
            measured=jitter,
            how=f"set ±{LINE.jitter_ms:g} ms, of which RFC 3550 sees {JITTER_SHARE * LINE.jitter_ms:g} ms",
        ),
    ]


def _lines(meeting: LiveMeeting) -> list[LineView]:
    return [site.line for site in meeting.state.sites() if site.site != MAIN_SITE]


def _mean(lines: list[LineView], shown: Shown) -> float:
    values = [value for line in lines if (value := shown(line)) is not None]
    if not values:
        raise BenchFailed("nothing is shown of any line")
    return fmean(values)
