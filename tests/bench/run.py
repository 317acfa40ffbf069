"""`main.py bench [NAME]`: runs a bench of the checkout, prints its table, writes its JSON.

    main.py bench live --quick                  about a minute
    main.py bench live --sites 18 --only steady
    main.py bench live --out reports
    main.py bench window --only 36              one of its three sizes
    main.py bench window --growth 12            what its memory grows by, in so many minutes
    main.py bench window --only light           a site's window and endpoint alone
    main.py bench media --only crowd100         one scenario of the media plane
    main.py bench media --only memory --seconds 3600   what an hour of joins and leaves leaves in memory
    main.py bench lines --only loss             bad lines: loss, heavy, bursts, jitter, cut, thin, neighbours, clocks
    main.py bench lines --only sync             flash and beep, in the recording and at satellites
    main.py bench lines --seconds 600           all of them, side by side where they do not disturb each other
    main.py bench lines --only virtual          the same in virtual time, free of the machine
    main.py bench department                    what 500 packages cost the department
    main.py bench cameras --only T3             one of the promises about cameras

Rule: the exit code is 0 when nothing that counts was missed, 1 otherwise; noise is no miss. A tool of engineers, from a
checkout: it speaks English only.
"""

import contextlib
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec
import psutil

from console.command_line.exits import BadInput, Exit
from console.command_line.requests import RunBench
from hardware.processes.published_state import NotSeen
from tests.bench import light_bench
from tests.bench.cameras.camera_bench import measure_cameras, plan_of_cameras
from tests.bench.department_bench import measure_department
from tests.bench.figures import Findings
from tests.bench.growth_bench import LOAD, growth_figures
from tests.bench.lines_bench import measure_lines, plan_of_lines
from tests.bench.live import LivePlan, measure_live, parts_named, quick_plan
from tests.bench.live_meeting import BenchFailed
from tests.bench.media.curves import draw
from tests.bench.media.media_bench import QUICK, MediaPlan, measure_media, scenarios_named
from tests.bench.window_bench import WindowPlan, measure_window, plan_of_window
from tests.own_process import ROOT, NotInTime


def run_bench(request: RunBench) -> int:
    """Runs the named bench."""
    try:
        file_name, measure = bench_of(request)
    except ValueError as error:
        raise BadInput(f"{error}.") from error
    with ended_by_signal():
        try:
            findings = measure()
        except (BenchFailed, NotSeen, NotInTime) as error:
            sys.stderr.write(f"The bench failed: {error}\n")
            return Exit.FAILED
    print(findings.table())
    if request.out is not None:
        request.out.mkdir(parents=True, exist_ok=True)
        write_findings(findings, request.out / file_name)
        if findings.engine_curves:
            draw(findings.engine_curves, (request.out / file_name).with_suffix(".svg"))
    return Exit.FAILED if findings.missed else Exit.DONE


def bench_of(request: RunBench) -> tuple[str, Callable[[], Findings]]:
    """Returns a bench's file name and the bench itself; raises `ValueError` for what it cannot measure."""
    made = BENCHES.get(request.name)
    if made is None:
        names = ", ".join(BENCHES)
        raise ValueError(f"There is no bench {request.name!r}; there are {names}")
    return made(request)


def _live(request: RunBench) -> tuple[str, Callable[[], Findings]]:
    plan = plan_of(request)
    return f"live-{plan.sites}.json", partial(measure_live, plan)


def _window(request: RunBench) -> tuple[str, Callable[[], Findings]]:
    if request.growth is not None:
        return "growth.json", partial(_measure_growth, request.growth)
    return "window.json", partial(_measure_windows, request, *window_parts(request))


def _lines(request: RunBench) -> tuple[str, Callable[[], Findings]]:
    seconds = None if request.seconds is None else float(request.seconds)
    return "lines.json", partial(measure_lines, plan_of_lines(request.only, seconds, quick=request.quick))


BENCHES: Mapping[str, Callable[[RunBench], tuple[str, Callable[[], Findings]]]] = {
    "live": _live,
    "window": _window,
    "lines": _lines,
    "media": lambda request: ("media.json", partial(measure_media, media_plan_of(request))),
    "department": lambda request: ("department.json", partial(measure_department, quick=request.quick)),
    "cameras": lambda request: (
        "cameras.json",
        partial(measure_cameras, plan_of_cameras(request.only, quick=request.quick)),
    ),
}


def window_parts(request: RunBench) -> tuple[WindowPlan | None, bool]:
    """Returns what is to be measured of the console's window, and whether the light mode is; raises `ValueError`."""
    sizes = tuple(part for part in request.only if part != light_bench.NAME)
    seconds = None if request.seconds is None else float(request.seconds)
    light_alone = bool(request.only) and not sizes
    plan = None if light_alone else plan_of_window(sizes, seconds, quick=request.quick)
    return plan, not request.only or light_bench.NAME in request.only


def _measure_windows(request: RunBench, plan: WindowPlan | None, light: bool) -> Findings:
    findings = Findings(sites=1, subject="the light mode alone") if plan is None else measure_window(plan)
    if light:
        usual = light_bench.QUICK_SECONDS if request.quick else light_bench.SECONDS
        findings.figures += light_bench.measure_light(usual if request.seconds is None else float(request.seconds))
    return findings


def _measure_growth(minutes: int) -> Findings:
    return Findings(sites=LOAD.sites, subject="the window's memory", figures=growth_figures(minutes))


def plan_of(request: RunBench) -> LivePlan:
    """Returns what is to be measured; raises `ValueError`."""
    plan = quick_plan(request.sites) if request.quick else LivePlan(sites=request.sites)
    seconds = plan.seconds if request.seconds is None else float(request.seconds)
    return replace(plan, seconds=seconds, parts=parts_named(request.only))


def media_plan_of(request: RunBench) -> MediaPlan:
    """Returns which scenarios are to be measured, and how long; raises `ValueError`."""
    plan = QUICK if request.quick else MediaPlan()
    scenarios = scenarios_named(request.only)
    if request.seconds is None:
        return replace(plan, scenarios=scenarios)
    seconds = float(request.seconds)
    memory_seconds = seconds if "memory" in scenarios else plan.memory_seconds
    return replace(plan, seconds=seconds, memory_seconds=memory_seconds, scenarios=scenarios)


def write_findings(findings: Findings, path: Path) -> None:
    """Writes figures with what they were taken on."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(stamp() | findings.to_builtins())) + b"\n")


def stamp() -> dict[str, Any]:
    """Returns commit, date and machine; `changed` tells that the checkout was not as committed."""
    return {
        "commit": _git("rev-parse", "HEAD"),
        "changed": bool(_git("status", "--porcelain", "--untracked-files=no")),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": psutil.cpu_count(),
        "processor": _processor(),
    }


def _git(*arguments: str) -> str:
    with contextlib.suppress(OSError):
        run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        return run.stdout.strip()
    return ""


def _processor() -> str:
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return platform.processor()


@contextlib.contextmanager
def ended_by_signal() -> Generator[None]:
    """Turns a request to end into an exception, so that everything started is ended on the way out."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
