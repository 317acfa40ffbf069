"""The window with everything on: sites, program, four plots and the heat map; then both second screens besides.

Rule: a real X display where one can be made, a meeting of twelve hours behind it, keys pressed while all of it is open;
what does not stand on the screen is not measured but told. The limit of the GUI thread counts for the console's own
window; what the windows of the second screens add is told beside it. Answer and stall count with everything on.
"""

import sys
import time
from contextlib import ExitStack
from dataclasses import replace

from console.window_memory import ScreenUse, WindowMemory
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.painted_product import (
    START_SECONDS,
    PaintedWindow,
    WindowLoad,
    answer_figure,
    memory_figure,
    painted_window,
    span_figures,
)
from tests.bench.screens_bench import CHAIR, HALL, environment_of, have_screens, remembered, three_screens
from tests.bench.window_probe import OPENED_MS
from tests.own_process import until

HOURS = 12.0
PLOTS = 4
MOST_OPENING_MS = 50.0
"""Opening the plots may not be felt."""
SETTLE_SECONDS = 4.0
SECOND_SCREENS = {HALL: ScreenUse.PROGRAM, CHAIR: ScreenUse.CHAIR}


def everything_figures(load: WindowLoad, seconds: float, presses: int) -> list[Figure]:
    """Returns the figures of one load: the console alone with all its parts, then with the second screens."""
    with ExitStack() as cleanup:
        display = cleanup.enter_context(three_screens()) if have_screens() else None
        environment = {} if display is None else environment_of(display)
        bridge = ["--hours", str(HOURS)]
        with painted_window(load, bridge=bridge, environment=environment, memory=WindowMemory()) as painted:
            figures = [_opening_figure(painted)]
            figures += span_figures(painted, seconds, f"GUI thread, {load.name}, plots and heat map on")
            figures += [memory_figure(painted), answer_figure(painted, presses)]
        if display is None:
            sys.stderr.write("bench: no Xvfb here, the second screens are left out\n")
            return figures
        # The program window takes the program's pictures once more.
        further = replace(load, further_programs=len(SECOND_SCREENS) - 1, must_percent=None, stretch_percent=None)
        with painted_window(
            further, bridge=bridge, environment=environment, memory=remembered(SECOND_SCREENS)
        ) as painted:
            windows = 1 + len(SECOND_SCREENS)
            until("its other windows", lambda: len(display.windows()) == windows, START_SECONDS, painted.window)
            time.sleep(SETTLE_SECONDS)
            painted.open_plots()
            _check_opened(painted)
            figures += span_figures(painted, seconds, f"GUI thread, {load.name}, all that and both second screens")
            return [*figures, answer_figure(painted, presses)]


def _check_opened(painted: PaintedWindow) -> None:
    """Raises `BenchFailed` when not all of it is to be seen."""
    opened = painted.probe.opened()
    if opened is None or opened.plots != PLOTS or not opened.heat_map or opened.history_hours < HOURS:
        raise BenchFailed(f"not everything is on the screen: {opened}")


def _opening_figure(painted: PaintedWindow) -> Figure:
    """Opens plots and heat map over the whole meeting."""
    time.sleep(SETTLE_SECONDS)
    painted.open_plots()
    _check_opened(painted)
    opened = painted.probe.opened()
    assert opened is not None
    return Figure(
        name="… longest stall while plots and heat map are opened",
        unit="ms",
        measured=opened.stall_ms,
        must=MOST_OPENING_MS,
        noisy=not painted.calm(opened.at_seconds - OPENED_MS / 1000, opened.at_seconds),
        how=f"the latest beat from the wish until {HOURS:g} hours stand painted, pages of the past among it",
    )
