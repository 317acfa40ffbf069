"""The steady load, measured: all thumbnails decoded and painted, one 720p on the podium, the program to all.

Rule: CPU time over one span, after the meeting has settled; the window's figures come from the same span.
"""

import asyncio
import time
from dataclasses import dataclass

from console.commands import BringToPodium
from hardware.rtc.video_codec import PODIUM, THUMBNAIL
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed, LiveMeeting
from tests.bench.measure import Shares, shares_over

SETTLE_SECONDS = 4.0
LEAST_CARRIED = 0.9
"""Share of the pictures that have to arrive, or the load was not the one that is promised."""


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
    pictures = meeting.probe.pictures_per_second(began, ended)
    carried = (pictures or 0.0) / wanted_pictures(len(meeting.product.sites))
    figures = [_cpu_figure(shares, carried), _load_figure(pictures), *_window_figures(meeting, shares, began, ended)]
    return Steady(shares, figures)


def wanted_pictures(sites: int) -> float:
    """Returns the pictures a second that reach the window when nothing is dropped: tiles and program.

    The site on the podium and the main endpoint (whose tile is not shown) send full size; the podium's tile follows it.
    """
    return (sites - 2) * THUMBNAIL.frames_per_second + 2 * PODIUM.frames_per_second


def _cpu_figure(shares: Shares, carried: float) -> Figure:
    return Figure(
        name="CPU of bridge, workers and window",
        unit="core",
        measured=shares.product,
        must=1.0,
        stretch=0.7,
        noisy=carried < LEAST_CARRIED,
        how=(
            f"CPU time of the product's process trees over {shares.seconds:.0f} s;"
            f" counts when at least {LEAST_CARRIED:.0%} of all pictures reached the window"
        ),
    )


def _load_figure(pictures: float | None) -> Figure:
    return Figure(
        name="… pictures a second taken by the window",
        unit="/s",
        measured=pictures,
        how="new tile and program pictures that the window took from shared memory to paint",
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
            how="lateness of a 20 ms precise timer on the GUI thread, missed beats counted",
        ),
    ]
