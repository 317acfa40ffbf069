"""The media bench: every scenario by its name, one after the other, each bounded in time.

    main.py bench media --quick                    a short run of each
    main.py bench media --only crowd100 --only packets
    main.py bench media --only memory --seconds 3600   what an hour leaves in memory; shorter, it is extrapolated
    main.py bench media --out reports              media.json and media.svg

Rule: what one engine costs is measured beside what another costs for the same load in the same run; a scenario that
cannot be run on this machine (no Janus, no Chromium) says so and misses nothing.
"""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Final

from hardware.link.link_client import LinkLost
from hardware.processes.published_state import NotSeen
from tests.bench.figures import Figure, Findings
from tests.bench.live_meeting import BenchFailed, Load
from tests.bench.media.crowd_bench import (
    HALF_PROGRAM,
    HUNDRED,
    TALL_WINDOW,
    TWO_HUNDRED,
    Crowd,
    CrowdFindings,
    measure_crowd,
)
from tests.bench.media.curves import Curve
from tests.bench.media.fan_out_bench import compare
from tests.bench.media.memory_bench import measure_memory
from tests.bench.media.tiles_bench import STOCK_SITES, compare_tiles, record_stock
from tests.bench.media.truth_bench import measure_truth
from tests.own_process import NotInTime

CURVE_SITES: Final = (25, 50, 100, 200)
MOST_GROWTH: Final = (1.1, 1.0)
SCENARIO_SECONDS: Final = 900.0
"""Two hundred sites brought to the podium behind a crowd take most of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaPlan:
    """How long everything is measured, and which scenarios."""

    seconds: float = 20.0
    mutes: int = 100
    podiums: int = 200
    curve_sites: tuple[int, ...] = CURVE_SITES
    receivers: tuple[int, ...] = (10, 30, 60)
    stock_sites: tuple[int, ...] = STOCK_SITES
    truth_seconds: float = 60.0
    memory_seconds: float = 300.0
    scenarios: tuple[str, ...] = ()


QUICK: Final = MediaPlan(
    seconds=8.0,
    mutes=15,
    podiums=10,
    curve_sites=(25, 100),
    receivers=(30,),
    stock_sites=(36,),
    truth_seconds=20.0,
    memory_seconds=90.0,
)


@dataclass(slots=True)
class MediaRun:
    """What the scenarios of one run share: figures, curves, notes."""

    plan: MediaPlan
    findings: Findings

    def note(self, text: str) -> None:
        self.findings.notes.append(text)


def measure_media(plan: MediaPlan) -> Findings:
    """Runs the scenarios that the plan names, in their order."""
    run = MediaRun(plan, Findings(sites=0, subject="the media plane"))
    for name in plan.scenarios or tuple(SCENARIOS):
        _say(name)
        try:
            SCENARIOS[name](run)
        except (BenchFailed, LinkLost, NotSeen, NotInTime, TimeoutError) as error:
            # The others are worth having all the same; what failed stands in the table as not measured.
            run.findings.figures.append(Figure(name=f"{name}, the rest", unit="", measured=None, how=str(error)))
            run.note(f"{name}: {error}")
    return run.findings


def _crowd(run: MediaRun, crowd: Crowd) -> None:
    plan = run.plan
    found = CrowdFindings()
    try:
        asyncio.run(_bounded(measure_crowd(crowd, plan.seconds, mutes=plan.mutes, podiums=plan.podiums, found=found)))
    finally:
        run.findings.figures += found.figures


async def _bounded(work: Coroutine[None, None, CrowdFindings]) -> CrowdFindings:
    return await asyncio.wait_for(work, SCENARIO_SECONDS)


def _hundred(run: MediaRun) -> None:
    _crowd(run, HUNDRED)


def _two_hundred(run: MediaRun) -> None:
    _crowd(run, TWO_HUNDRED)


def _growth(run: MediaRun) -> None:
    """The same load for more and more sites: what the second hundred costs against the first."""
    points: list[tuple[float, float]] = []
    for sites in run.plan.curve_sites:
        crowd = Crowd(
            sites=sites,
            load=Load(tile_frames_per_second=5, main_endpoint=False, settings=HALF_PROGRAM, window_size=TALL_WINDOW),
            tiles=(9, 9),
        )
        found = asyncio.run(_bounded(measure_crowd(crowd, run.plan.seconds, mutes=0, podiums=0)))
        assert found.tiles is not None
        points.append((sites, found.tiles.shares.product))
    run.findings.engine_curves.append(Curve("Điểm Cầu", "sites", "cores", tuple(points)))
    cores = dict(points)
    if {100, 200} <= cores.keys():
        must, stretch = MOST_GROWTH
        first = cores[100]
        run.findings.figures.append(
            Figure(
                name="the second hundred sites against the first",
                unit="times",
                measured=(cores[200] - cores[100]) / first,
                must=must,
                stretch=stretch,
                how=f"tiles at 5 fps decoded and painted: {', '.join(f'{n:g} sites {c:.2f}' for n, c in points)} cores",
            )
        )


def _packets(run: MediaRun) -> None:
    figures, curves = asyncio.run(compare(run.plan.receivers, run.plan.seconds / 2))
    run.findings.figures += figures
    run.findings.engine_curves += curves


def _tiles(run: MediaRun) -> None:
    figures, curves = asyncio.run(compare_tiles(run.plan.seconds))
    run.findings.figures += figures
    run.findings.engine_curves += curves


def _stock(run: MediaRun) -> None:
    figures, curves = asyncio.run(record_stock(run.plan.seconds / 2, run.plan.stock_sites))
    run.findings.figures += figures
    run.findings.engine_curves += curves


def _truth(run: MediaRun) -> None:
    run.findings.figures += asyncio.run(measure_truth(run.plan.truth_seconds))


def _memory(run: MediaRun) -> None:
    run.findings.figures += asyncio.run(measure_memory(run.plan.memory_seconds))


def _say(text: str) -> None:
    sys.stderr.write(f"bench: media: {text}\n")
    sys.stderr.flush()


Scenario = Callable[[MediaRun], None]
SCENARIOS: Final[dict[str, Scenario]] = {
    "crowd100": _hundred,
    "crowd200": _two_hundred,
    "growth": _growth,
    "packets": _packets,
    "tiles": _tiles,
    "stock": _stock,
    "truth": _truth,
    "memory": _memory,
}


def scenarios_named(names: Sequence[str]) -> tuple[str, ...]:
    """Returns the scenarios to run; raises `ValueError` for a name that is none."""
    unknown = [name for name in names if name not in SCENARIOS]
    if unknown:
        raise ValueError(f"There is no scenario {', '.join(unknown)}; there are {', '.join(SCENARIOS)}")
    return tuple(names)
