"""The window's bench: what a window with everything on costs, how fast it answers, what it holds.

Rule: CPU time and memory are taken in a calm span, then keys are pressed.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.bench.everything_bench import everything_figures
from tests.bench.figures import Figure, Findings
from tests.bench.live_meeting import BenchFailed
from tests.bench.painted_product import WindowLoad
from tests.bench.screens_bench import screens_figures
from tests.own_process import ROOT

HISTORY_SECONDS = 120
"""Played as fast as they go, in a process of its own."""
LONGEST_HISTORY_SECONDS = 300.0


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
        say(f"{load.name}, everything on: twice {plan.seconds:g} s and {plan.presses} keys")
        findings.figures += everything_figures(load, plan.seconds, plan.presses)
    if not plan.sites:
        say("plots and heat map of 200 sites over 12 hours")
        findings.figures += _history_figures()
        say(f"program window and chair's view on screens of their own: {plan.seconds:g} s each")
        findings.figures += screens_figures(plan.seconds)
    return findings


def say(text: str) -> None:
    """Tells whoever waits what is being measured."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


def _history_figures() -> list[Figure]:
    """Returns what plots and heat map of a long meeting cost, measured without a bridge."""
    bench = Path(__file__).with_name("history_bench.py")
    arguments = [sys.executable, str(bench), "--json", "--seconds", str(HISTORY_SECONDS)]
    run = subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT, timeout=LONGEST_HISTORY_SECONDS)
    if run.returncode:
        raise BenchFailed(f"plots and heat map could not be measured: {run.stderr.decode()[-500:]}")
    return msgspec.json.decode(run.stdout.splitlines()[-1], type=list[Figure])
