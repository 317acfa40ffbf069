"""The window's bench: a window process over a drawn bridge, what it costs, how fast it answers, what it holds.

Rule: the window is the product's own process, found its bridge and probed as in the live bench; only the meeting is
drawn, so that sizes are measured which no two cores could feed with media. CPU time and memory are taken in a calm
span, then keys are pressed.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psutil

from console.data_folder import DataFolder
from hardware.link.run_file import run_file_of
from tests.bench.cpu_meter import CpuMeter
from tests.bench.figures import Figure, Findings
from tests.bench.live_meeting import BenchFailed
from tests.bench.measure import MOST_STRANGERS_CORES, percentile, shares_over
from tests.bench.painted_pictures import PROGRAM_FPS
from tests.bench.probe_reading import ProbeFile
from tests.bench.product import WINDOW_SIZE
from tests.bench.screens_bench import screens_figures
from tests.bench.window_probe import PRESS_MS, press_wish_of
from tests.own_process import ROOT, OwnProcess, until

START_SECONDS = 30.0
SETTLE_SECONDS = 4.0
LEAST_CARRIED = 0.9
"""Share of the pictures that have to reach the window, or the load was not the one that is promised."""
HISTORY_SECONDS = 120
"""Played as fast as they go, in a process of its own."""
LONGEST_HISTORY_SECONDS = 300.0
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLoad:
    """So many sites at a rate, and what they may cost the GUI thread (percent of a core) and the machine (MB)."""

    sites: int
    tile_fps: int
    must_percent: float
    stretch_percent: float
    shown: int | None = None
    """How many of them stand on the screen with pictures; None: all."""
    must_megabytes: float | None = None
    stretch_megabytes: float | None = None

    @property
    def name(self) -> str:
        form = f"{self.sites} tiles" if self.shown is None else f"{self.sites} sites in pages of {self.shown}"
        return f"{form} at {self.tile_fps} fps and the program"

    @property
    def pictures_per_second(self) -> float:
        """How many pictures reach the window when nothing is dropped: tiles, next site, program."""
        return ((self.shown or self.sites) + 1) * self.tile_fps + PROGRAM_FPS


LOADS = (
    WindowLoad(sites=36, tile_fps=8, must_percent=10, stretch_percent=6),
    WindowLoad(sites=100, tile_fps=8, must_percent=15, stretch_percent=9, must_megabytes=250, stretch_megabytes=180),
    WindowLoad(sites=200, tile_fps=5, must_percent=20, stretch_percent=12, shown=46),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPlan:
    """How long everything is measured; `sites` names the loads, none for all."""

    seconds: float = 30.0
    presses: int = 100
    sites: tuple[int, ...] = ()

    @property
    def loads(self) -> tuple[WindowLoad, ...]:
        return tuple(load for load in LOADS if not self.sites or load.sites in self.sites)


QUICK = WindowPlan(seconds=10.0, presses=40)


def plan_of_window(sizes: tuple[str, ...], seconds: float | None, *, quick: bool) -> WindowPlan:
    """Returns what is to be measured; raises `ValueError` for a size that is none."""
    plan = QUICK if quick else WindowPlan()
    known = {str(load.sites) for load in LOADS}
    unknown = [size for size in sizes if size not in known]
    if unknown:
        raise ValueError(f"there is no load of {', '.join(unknown)} tiles; there are {', '.join(sorted(known))}")
    sites = tuple(int(size) for size in sizes)
    return WindowPlan(seconds=plan.seconds if seconds is None else seconds, presses=plan.presses, sites=sites)


def measure_window(plan: WindowPlan) -> Findings:
    """Measures every load of a plan, one after the other."""
    findings = Findings(sites=max(load.sites for load in plan.loads), subject="the window alone")
    for load in plan.loads:
        sys.stderr.write(f"bench: {load.name}: {plan.seconds:g} s and {plan.presses} keys\n")
        findings.figures += _measure_load(load, plan)
    if not plan.sites:
        sys.stderr.write("bench: plots and heat map of 200 sites over 12 hours\n")
        findings.figures += _history_figures()
        sys.stderr.write(f"bench: program window and chair's view on screens of their own: {plan.seconds:g} s each\n")
        findings.figures += screens_figures(plan.seconds)
    return findings


def _history_figures() -> list[Figure]:
    """Returns what plots and heat map of a long meeting cost, measured without a bridge."""
    bench = Path(__file__).with_name("history_bench.py")
    arguments = [sys.executable, str(bench), "--json", "--seconds", str(HISTORY_SECONDS)]
    run = subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT, timeout=LONGEST_HISTORY_SECONDS)
    if run.returncode:
        raise BenchFailed(f"plots and heat map could not be measured: {run.stderr.decode()[-500:]}")
    return msgspec.json.decode(run.stdout.splitlines()[-1], type=list[Figure])


def _measure_load(load: WindowLoad, plan: WindowPlan) -> list[Figure]:
    root = Path(tempfile.mkdtemp(prefix="diem-cau-window-"))
    try:
        with _painted_bridge(root, load) as bridge, _window(root) as window:
            probe = ProbeFile(root / "probe.jsonl")
            until("the window is usable", lambda: probe.usable_seconds() is not None, START_SECONDS, window)
            with CpuMeter({"window": window.pid}, {"painted bridge": bridge.pid}) as meter:
                time.sleep(SETTLE_SECONDS)
                began = time.monotonic()
                time.sleep(plan.seconds + 1)
                ended = time.monotonic() - 0.6
                figures = _span_figures(load, probe, meter, began, ended)
                figures.append(_memory_figure(load, window))
                figures.append(_answer_figure(load, plan, root, probe, meter))
            return figures
    finally:
        shutil.rmtree(root, ignore_errors=True)


@contextlib.contextmanager
def _painted_bridge(root: Path, load: WindowLoad) -> Generator[subprocess.Popen[bytes]]:
    data = DataFolder(root / "data")
    arguments = [str(data.root), str(load.sites), str(load.tile_fps)]
    bridge = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.painted_bridge", *arguments], stdin=subprocess.PIPE, cwd=ROOT
    )
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


def _window(root: Path) -> OwnProcess:
    arguments = ["window", "--data", str(root / "data"), "--size", WINDOW_SIZE, "--probe", str(root / "probe.jsonl")]
    return OwnProcess(arguments, root / "window.out")


def _span_figures(load: WindowLoad, probe: ProbeFile, meter: CpuMeter, began: float, ended: float) -> list[Figure]:
    share, pictures = probe.thread_share(began, ended), probe.pictures_per_second(began, ended)
    if share is None or pictures is None:
        raise BenchFailed("the window tells nothing of itself any more")
    carried = pictures / load.pictures_per_second
    return [
        Figure(
            name=f"GUI thread, {load.name}",
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
            noisy=not _calm(meter, began, ended),
            how="lateness of a 20 ms precise timer on the GUI thread, missed beats counted",
        ),
    ]


def _memory_figure(load: WindowLoad, window: OwnProcess) -> Figure:
    memory = psutil.Process(window.pid).memory_full_info()
    return Figure(
        name="… memory of the window process",
        unit="MB",
        measured=memory.rss / MEBIBYTE,
        must=load.must_megabytes,
        stretch=load.stretch_megabytes,
        how=f"resident memory, the shared pictures included; its own alone: {memory.uss / MEBIBYTE:.0f} MB",
    )


def _answer_figure(load: WindowLoad, plan: WindowPlan, root: Path, probe: ProbeFile, meter: CpuMeter) -> Figure:
    began = time.monotonic()
    wish = press_wish_of(root / "probe.jsonl")
    making = wish.with_suffix(".making")
    making.write_text(str(plan.presses), encoding="ascii")
    making.rename(wish)
    until("the window looks for the wish", lambda: not wish.exists(), START_SECONDS)
    time.sleep(plan.presses * PRESS_MS / 1000 + 1)
    answers = probe.answers_ms()
    if len(answers) < plan.presses // 2:
        raise BenchFailed(f"only {len(answers)} of {plan.presses} keys were answered")
    return Figure(
        name="… key to visible change, p95",
        unit="ms",
        measured=percentile(answers, 0.95),
        must=50.0,
        stretch=33.0,
        count=len(answers),
        tried=plan.presses,
        noisy=not _calm(meter, began, time.monotonic() - 1),
        how=f"from the moment an arrow key was due until the chosen one of {load.sites} sites stood painted",
    )


def _calm(meter: CpuMeter, began: float, ended: float) -> bool:
    shares = shares_over(meter.ticks, began, ended)
    return shares is not None and shares.strangers < MOST_STRANGERS_CORES
