"""The window with everything on at once: sites, program, plots, heat map, and both windows of the second screens.

Rule: three screens of a real X display, a meeting of twelve hours behind it, keys pressed while all of it is open; what
does not stand on the screen is not measured but told. Without Xvfb there is nothing to measure.
"""

import sys
import time
from dataclasses import replace

from console.window_memory import ScreenUse
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


def everything_figures(load: WindowLoad, seconds: float, presses: int) -> list[Figure]:
    """Returns the figures of one load with everything open, nothing where no display can be made."""
    if not have_screens():
        sys.stderr.write("bench: no Xvfb here, everything at once is left out\n")
        return []
    all_in_all = f"{load.sites} sites at {load.tile_fps} fps, program, plots, heat map, program window, chair's view"
    uses = {HALL: ScreenUse.PROGRAM, CHAIR: ScreenUse.CHAIR}
    # The program window takes the program's pictures once more.
    load = replace(load, further_programs=1)
    with three_screens() as display:
        environment = environment_of(display)
        options = ["--hours", str(HOURS)]
        with painted_window(load, bridge=options, environment=environment, memory=remembered(uses)) as painted:
            until("its other windows", lambda: len(display.windows()) == 1 + len(uses), START_SECONDS, painted.window)
            time.sleep(SETTLE_SECONDS)
            opening = _opening_figure(painted)
            figures = span_figures(painted, seconds, f"GUI thread, everything on: {all_in_all}")
            return [*figures, opening, memory_figure(painted), answer_figure(painted, presses)]


def _opening_figure(painted: PaintedWindow) -> Figure:
    """Opens plots and heat map over the whole meeting; raises `BenchFailed` when not all of it is to be seen."""
    painted.open_plots()
    opened = painted.probe.opened()
    assert opened is not None
    if opened.plots != PLOTS or not opened.heat_map or opened.history_hours < HOURS:
        raise BenchFailed(f"not everything is on the screen: {opened}")
    return Figure(
        name="… longest stall while plots and heat map are opened",
        unit="ms",
        measured=opened.stall_ms,
        must=MOST_OPENING_MS,
        noisy=not painted.calm(opened.at_seconds - OPENED_MS / 1000, opened.at_seconds),
        how=f"the latest beat from the wish until {HOURS:g} hours stand painted, pages of the past among it",
    )
