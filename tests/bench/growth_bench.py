"""What the window's memory grows by in an hour: a busy meeting played many times faster, everything open, keys pressed.

Rule: what the process has of its own (USS) is read at equal steps, a straight line is laid through what follows the
warm-up. Two rates come of it: in an hour of the wall, in which the line history keeps its seconds as ever, and in an
hour of a meeting's events, of which many pass in that time. The truth of a real hour lies between them.
"""

import sys
import time
from dataclasses import dataclass

import psutil

from tests.bench.busy_meeting import hour_in_words
from tests.bench.figures import Figure
from tests.bench.measure import Line, line_through
from tests.bench.painted_product import MEBIBYTE, PaintedWindow, WindowLoad, painted_window
from tests.bench.window_probe import PRESS_MS

LOAD = WindowLoad(sites=100, tile_fps=8, must_percent=15, stretch_percent=9)
TIMES = 20.0
"""So many hours of events pass in one of the wall."""
WARM_SHARE = 1 / 3
STEP_SECONDS = 5.0
PRESSES_AT_ONCE = 100
MUST_MEGABYTES, STRETCH_MEGABYTES = 10.0, 2.0


@dataclass(frozen=True, slots=True)
class Held:
    """What the window held at one moment (monotonic)."""

    at_seconds: float
    megabytes: float


def growth_figures(minutes: float) -> list[Figure]:
    """Measures for so many minutes, the warm-up among them."""
    sys.stderr.write(f"bench: growth of a window with {LOAD.sites} sites: {minutes:g} min, events {TIMES:g} times\n")
    with painted_window(LOAD, bridge=["--hours", "1", "--times", str(TIMES)]) as painted:
        painted.open_plots()
        held = _watch(painted, minutes * 60)
    warm = held[round(len(held) * WARM_SHARE) :]
    line = line_through([(each.at_seconds / 3600, each.megabytes) for each in warm])
    return [_wall_figure(line, warm), _event_figure(line, warm)]


def _watch(painted: PaintedWindow, seconds: float) -> list[Held]:
    """Reads the memory again and again while keys are pressed."""
    process, held = psutil.Process(painted.window.pid), list[Held]()
    began = time.monotonic()
    press_at = began
    while time.monotonic() - began < seconds:
        if time.monotonic() >= press_at:
            painted.press(PRESSES_AT_ONCE)
            press_at = time.monotonic() + PRESSES_AT_ONCE * PRESS_MS / 1000 + 1
        held.append(Held(time.monotonic(), process.memory_full_info().uss / MEBIBYTE))
        time.sleep(STEP_SECONDS)
    return held


def _wall_figure(line: Line, warm: list[Held]) -> Figure:
    return Figure(
        name=f"window, {LOAD.sites} sites: growth per hour of the wall, {TIMES:g} hours of events in it",
        unit="MB",
        measured=line.slope,
        must=MUST_MEGABYTES,
        stretch=STRETCH_MEGABYTES,
        count=len(warm),
        tried=len(warm),
        how=f"slope through the process's own memory after the warm-up, {warm[0].megabytes:.1f} to"
        f" {warm[-1].megabytes:.1f} MB, give or take {line.slope_error:.1f} MB per hour (two standard errors)",
    )


def _event_figure(line: Line, warm: list[Held]) -> Figure:
    return Figure(
        name="… per hour of a meeting's events",
        unit="MB",
        measured=line.slope / TIMES,
        must=MUST_MEGABYTES,
        stretch=STRETCH_MEGABYTES,
        count=len(warm),
        tried=len(warm),
        how=f"an hour of events is {hour_in_words()}; every tile is chosen hundreds of times on the way",
    )
