"""What the windows of the second screens cost: the console alone, then with program and chair's view beside it.

Rule: on a real X display with three screens, for only there do they stand; both turns are measured in the same way and
the difference is the figure. Without Xvfb there is nothing to measure.
"""

import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from console.window_memory import ScreenChoice, ScreenMark, ScreenUse, WindowMemory
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.painted_product import LATE_SECONDS, START_SECONDS, WindowLoad, painted_window
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.own_process import until

THREE_SCREENS = "5760x1080x24"
CONSOLE, HALL, CHAIR = "eDP-1", "HDMI-1", "DP-1"
LOAD = WindowLoad(sites=36, tile_fps=8, must_percent=10, stretch_percent=6)
SETTLE_SECONDS = 8.0
"""The plots are loaded some seconds after the start, and must not be measured here."""


def screens_figures(seconds: float) -> list[Figure]:
    """Returns what the open windows add to the console, nothing where no display can be made."""
    if not have_screens():
        sys.stderr.write("bench: no Xvfb here, the second screens are left out\n")
        return []
    with three_screens() as display:
        alone = _share(display, {}, seconds)
        program = _share(display, {HALL: ScreenUse.PROGRAM}, seconds)
        both = _share(display, {HALL: ScreenUse.PROGRAM, CHAIR: ScreenUse.CHAIR}, seconds)
    what = f"{LOAD.sites} tiles at {LOAD.tile_fps} fps, 1920x1080, X11"
    how = f"CPU time of the GUI thread over {seconds:.0f} s each, {what}"
    return [
        _figure("GUI thread, what an open program window adds", program - alone, f"{how}; console alone {alone:.1%}"),
        _figure("… the chair's view beside it", both - program, f"{how}; all three windows {both:.1%}"),
    ]


def _figure(name: str, share: float, how: str) -> Figure:
    return Figure(name=name, unit="%", measured=max(0.0, share) * 100, how=how)


def remembered(uses: Mapping[str, ScreenUse]) -> WindowMemory:
    """Returns the memory of a window whose screens have these uses."""
    choices = (ScreenChoice(screen=ScreenMark(name=name), use=use) for name, use in uses.items())
    return WindowMemory(screens=tuple(choices))


def environment_of(display: XScreens) -> dict[str, str]:
    """Returns what makes Qt open its windows there."""
    return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}


@contextmanager
def three_screens() -> Generator[XScreens]:
    """Gives a display with a screen for each window."""
    with XScreens(THREE_SCREENS) as display:
        display.plug(CONSOLE, 0, holds_output=True)
        display.plug(HALL, 1920)
        display.plug(CHAIR, 3840)
        yield display


def have_screens() -> bool:
    """Tells whether a display can be made here."""
    return can_show_windows() and can_plug_screens()


def _share(display: XScreens, uses: Mapping[str, ScreenUse], seconds: float) -> float:
    """Returns the GUI thread's share of a core with these windows open."""
    with painted_window(LOAD, environment=environment_of(display), memory=remembered(uses)) as painted:
        until("its other windows", lambda: len(display.windows()) == 1 + len(uses), START_SECONDS, painted.window)
        time.sleep(SETTLE_SECONDS)
        began = time.monotonic()
        time.sleep(seconds + 1)
        share = painted.probe.thread_share(began, time.monotonic() - LATE_SECONDS)
    if share is None:
        raise BenchFailed("the window tells nothing of itself any more")
    return share
