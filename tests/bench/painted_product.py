"""A window process over a drawn bridge, and what is measured of it: GUI thread, stalls, memory, keys.

Rule: the window is the product's own process, found its bridge and probed as in the live bench; only the meeting is
drawn, so that sizes are measured which no two cores could feed with media.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from console.data_folder import DataFolder
from console.window_memory import WindowMemory
from hardware.link.run_file import run_file_of
from hardware.processes.window.window_memory_file import WindowMemoryFile
from tests.bench.cpu_meter import CpuMeter
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.measure import MOST_STRANGERS_CORES, percentile, shares_over
from tests.bench.painted_pictures import PROGRAM_FPS
from tests.bench.probe_reading import ProbeFile
from tests.bench.product import WINDOW_SIZE
from tests.bench.window_probe import PRESS_MS, open_wish_of, press_wish_of
from tests.own_process import ROOT, OwnProcess, until

START_SECONDS = 30.0
LEAST_CARRIED = 0.9
"""Share of the pictures that have to reach the window, or the load was not the one that is promised."""
LATE_SECONDS = 0.6
"""The probe and the meter tell of a second when it is over."""
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLoad:
    """So many sites at a rate, and what they may cost the GUI thread (percent of a core) and the machine (MB)."""

    sites: int
    tile_fps: int
    must_percent: float | None
    """None: nothing is promised about it."""
    stretch_percent: float | None
    shown: int | None = None
    """How many of them stand on the screen with pictures; None: all."""
    further_programs: int = 0
    """Windows that show the program once more."""
    must_megabytes: float | None = None
    stretch_megabytes: float | None = None

    @property
    def name(self) -> str:
        form = f"{self.sites} tiles" if self.shown is None else f"{self.sites} sites in pages of {self.shown}"
        return f"{form} at {self.tile_fps} fps and the program"

    @property
    def pictures_per_second(self) -> float:
        """How many pictures reach the window when nothing is dropped: tiles, next site, program."""
        return ((self.shown or self.sites) + 1) * self.tile_fps + (1 + self.further_programs) * PROGRAM_FPS


@dataclass(frozen=True, slots=True)
class PaintedWindow:
    """A running window, its bridge and its probe."""

    load: WindowLoad
    root: Path
    window: OwnProcess
    probe: ProbeFile
    meter: CpuMeter

    def wish(self, file: Path, text: str = "") -> None:
        """Wishes something of the probe, and waits until it was seen."""
        making = file.with_suffix(".making")
        making.write_text(text, encoding="ascii")
        making.rename(file)
        until("the window looks for the wish", lambda: not file.exists(), START_SECONDS, self.window)

    def open_plots(self) -> None:
        """Brings plots and heat map to the screen."""
        self.wish(open_wish_of(self.root / "probe.jsonl"))
        until("plots and heat map are open", self.probe.opened, START_SECONDS, self.window)

    def press(self, presses: int) -> None:
        """Has so many keys pressed; returns at once."""
        self.wish(press_wish_of(self.root / "probe.jsonl"), str(presses))

    def calm(self, began: float, ended: float) -> bool:
        """Tells whether strangers left the machine alone meanwhile."""
        shares = shares_over(self.meter.ticks, began, ended)
        return shares is not None and shares.strangers < MOST_STRANGERS_CORES


@contextlib.contextmanager
def painted_window(
    load: WindowLoad,
    *,
    bridge: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    memory: WindowMemory | None = None,
) -> Generator[PaintedWindow]:
    """Starts both and ends them; `bridge`: its further options, `memory`: what the window remembers."""
    root = Path(tempfile.mkdtemp(prefix="diem-cau-window-"))
    data = DataFolder(root / "data")
    data.make()
    if memory is not None:
        WindowMemoryFile(data.root).remember(memory)
    arguments = ["window", "--data", str(data.root), "--size", WINDOW_SIZE, "--probe", str(root / "probe.jsonl")]
    try:
        with (
            _painted_bridge(data, load, bridge) as drawn,
            OwnProcess(arguments, root / "window.out", environment=environment) as window,
            CpuMeter({"window": window.pid}, {"painted bridge": drawn.pid}) as meter,
        ):
            probe = ProbeFile(root / "probe.jsonl")
            until("the window is usable", lambda: probe.usable_seconds() is not None, START_SECONDS, window)
            yield PaintedWindow(load, root, window, probe, meter)
    finally:
        shutil.rmtree(root, ignore_errors=True)


@contextlib.contextmanager
def _painted_bridge(data: DataFolder, load: WindowLoad, options: Sequence[str]) -> Generator[subprocess.Popen[bytes]]:
    line = [sys.executable, "-m", "tests.bench.painted_bridge", str(data.root), str(load.sites), str(load.tile_fps)]
    bridge = subprocess.Popen([*line, *options], stdin=subprocess.PIPE, cwd=ROOT)
    try:
        until("the drawn bridge is up", run_file_of(data.root).exists, START_SECONDS)
        yield bridge
    finally:
        assert bridge.stdin is not None
        bridge.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            bridge.wait(START_SECONDS)
        bridge.kill()
        bridge.wait()


def span_figures(painted: PaintedWindow, seconds: float, name: str) -> list[Figure]:
    """Returns GUI thread and stalls over the next seconds."""
    load, probe = painted.load, painted.probe
    began = time.monotonic()
    time.sleep(seconds + 1)
    ended = time.monotonic() - LATE_SECONDS
    share, pictures = probe.thread_share(began, ended), probe.pictures_per_second(began, ended)
    if share is None or pictures is None:
        raise BenchFailed("the window tells nothing of itself any more")
    carried = pictures / load.pictures_per_second
    return [
        Figure(
            name=name,
            unit="%",
            measured=share * 100,
            must=load.must_percent,
            stretch=load.stretch_percent,
            noisy=carried < LEAST_CARRIED,
            how=f"CPU time of the GUI thread over {ended - began:.0f} s, {pictures:.0f} pictures a second taken",
        ),
        Figure(
            name="… event-loop stall, p99",
            unit="ms",
            measured=probe.stall_ms(0.99, began, ended),
            must=15.0,
            stretch=8.0,
            noisy=not painted.calm(began, ended),
            how="lateness of a 20 ms precise timer on the GUI thread, missed beats counted",
        ),
    ]


def memory_figure(painted: PaintedWindow) -> Figure:
    """Returns what the window holds now."""
    load, window = painted.load, painted.window
    memory = psutil.Process(window.pid).memory_full_info()
    return Figure(
        name="… memory of the window process",
        unit="MB",
        measured=memory.rss / MEBIBYTE,
        must=load.must_megabytes,
        stretch=load.stretch_megabytes,
        how=f"resident memory, the shared pictures included; its own alone: {memory.uss / MEBIBYTE:.0f} MB",
    )


def answer_figure(painted: PaintedWindow, presses: int) -> Figure:
    """Presses keys and returns how long they took."""
    load = painted.load
    began = time.monotonic()
    painted.press(presses)
    time.sleep(presses * PRESS_MS / 1000 + 1)
    answers = painted.probe.answers_ms()
    if len(answers) < presses // 2:
        raise BenchFailed(f"only {len(answers)} of {presses} keys were answered")
    return Figure(
        name="… key to visible change, p95",
        unit="ms",
        measured=percentile(answers, 0.95),
        must=50.0,
        stretch=33.0,
        count=len(answers),
        tried=presses,
        noisy=not painted.calm(began, time.monotonic() - 1),
        how=f"from the moment an arrow key was due until the chosen one of {load.sites} sites stood painted",
    )
