"""The steady load, measured: all thumbnails decoded and painted, one 720p on the podium, the program to all.

Rule: CPU time over one span, after the meeting has settled; the window's figures come from the same span.
"""

import asyncio
import time
from dataclasses import dataclass

from console.commands import BringToPodium
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting
from tests.bench.measure import Shares, shares_over

SETTLE_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class Steady:
    """What the steady load costs."""

    shares: Shares
    figures: list[Figure]


async def measure_steady(meeting: LiveMeeting, seconds: float) -> Steady:
    """Measures for so many seconds with the first observer on the podium."""
    await meeting.ask(BringToPodium(site=meeting.observers[0]))
    await asyncio.sleep(SETTLE_SECONDS)
    began = time.monotonic()
    await asyncio.sleep(seconds + 1)
    ended = time.monotonic() - 0.6  # the last tick has to lie behind it
    shares = shares_over(meeting.meter.ticks, began, ended)
    if shares is None:
        raise BenchFailed("the CPU meter has stopped")
    return Steady(shares, [_cpu_figure(shares), *_window_figures(meeting, shares, began, ended)])


def _cpu_figure(shares: Shares) -> Figure:
    return Figure(
        name="CPU of bridge, workers and window",
        unit="core",
        measured=shares.product,
        must=1.0,
        stretch=0.7,
        how=f"CPU time of the product's process trees over {shares.seconds:.0f} s",
    )


def _window_figures(meeting: LiveMeeting, shares: Shares, began: float, ended: float) -> list[Figure]:
    share = meeting.probe.thread_share(began, ended)
    return [
        Figure(
            name="window: GUI thread",
            unit="%",
            measured=None if share is None else share * 100,
            must=10.0,
            stretch=6.0,
            how="CPU time of the GUI thread (time.thread_time) in the same span, the probe's own beats included",
        ),
        Figure(
            name="window: event-loop stall, p99",
            unit="ms",
            measured=meeting.probe.stall_ms(0.99, began, ended),
            must=15.0,
            stretch=8.0,
            noisy=not shares.calm,
            how="lateness of a 5 ms precise timer on the GUI thread",
        ),
    ]
