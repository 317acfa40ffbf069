"""What the windows of the second screens cost: the console alone, then with program and chair's view beside it.

Rule: on a real X display with three screens, for only there do they stand; both turns are measured in the same way and
the difference is the figure. Without Xvfb there is nothing to measure.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from console.data_folder import DataFolder
from console.window_memory import ScreenChoice, ScreenMark, ScreenUse, WindowMemory
from hardware.link.run_file import run_file_of
from hardware.processes.window_memory_file import WindowMemoryFile
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.probe_reading import ProbeFile
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.own_process import ROOT, OwnProcess, until

THREE_SCREENS = "5760x1080x24"
CONSOLE, HALL, CHAIR = "eDP-1", "HDMI-1", "DP-1"
SITES, TILE_FPS = 36, 8
START_SECONDS, SETTLE_SECONDS = 30.0, 8.0
"""The plots are loaded some seconds after the start, and must not be measured here."""


def screens_figures(seconds: float) -> list[Figure]:
    """Returns what the open windows add to the console, nothing where no display can be made."""
    if not can_show_windows() or not can_plug_screens():
        sys.stderr.write("bench: no Xvfb here, the second screens are left out\n")
        return []
    with XScreens(THREE_SCREENS) as display:
        display.plug(CONSOLE, 0, holds_output=True)
        display.plug(HALL, 1920)
        display.plug(CHAIR, 3840)
        alone = _share(display, {}, seconds)
        program = _share(display, {HALL: ScreenUse.PROGRAM}, seconds)
        both = _share(display, {HALL: ScreenUse.PROGRAM, CHAIR: ScreenUse.CHAIR}, seconds)
    how = f"CPU time of the GUI thread over {seconds:.0f} s each, {SITES} tiles at {TILE_FPS} fps, 1920x1080, X11"
    return [
        _figure("GUI thread, what an open program window adds", program - alone, f"{how}; console alone {alone:.1%}"),
        _figure("… the chair's view beside it", both - program, f"{how}; all three windows {both:.1%}"),
    ]


def _figure(name: str, share: float, how: str) -> Figure:
    return Figure(name=name, unit="%", measured=max(0.0, share) * 100, how=how)


def _share(display: XScreens, uses: Mapping[str, ScreenUse], seconds: float) -> float:
    """Returns the GUI thread's share of a core with these windows open."""
    root = Path(tempfile.mkdtemp(prefix="diem-cau-screens-"))
    try:
        return _measure(DataFolder(root / "data"), root, display, uses, seconds)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _measure(data: DataFolder, root: Path, display: XScreens, uses: Mapping[str, ScreenUse], seconds: float) -> float:
    data.make()
    choices = (ScreenChoice(screen=ScreenMark(name=name), use=use) for name, use in uses.items())
    WindowMemoryFile(data.root).remember(WindowMemory(screens=tuple(choices)))
    bridge_line = [sys.executable, "-m", "tests.bench.painted_bridge", str(data.root), str(SITES), str(TILE_FPS)]
    line = ["window", "--data", str(data.root), "--size", "1920x1080", "--probe", str(root / "probe.jsonl")]
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
    with subprocess.Popen(bridge_line, stdin=subprocess.PIPE, cwd=ROOT) as bridge:
        try:
            until("the drawn bridge is up", run_file_of(data.root).exists, START_SECONDS)
            with OwnProcess(line, root / "window.out", environment=environment) as window:
                probe = ProbeFile(root / "probe.jsonl")
                until("the window is usable", lambda: probe.usable_seconds() is not None, START_SECONDS, window)
                until("its other windows", lambda: len(display.windows()) == 1 + len(uses), START_SECONDS, window)
                time.sleep(SETTLE_SECONDS)
                began = time.monotonic()
                time.sleep(seconds + 1)
                share = probe.thread_share(began, time.monotonic() - 0.6)
        finally:
            bridge.kill()
    if share is None:
        raise BenchFailed("the window tells nothing of itself any more")
    return share
