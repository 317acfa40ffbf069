"""The lines bench: real sites on lines that lose, stall and come back, eight of a kind, through the user-space relay.

Rules: everything is measured where it is seen and heard (`line_watch`, `line_case`); walls beside strangers count for
nothing, as in every bench. Cases whose sites do not disturb each other run side by side in one meeting, eight sites on
each kind of line. Every part has its bound; one that fails is named in the table as not measured, and the others run.
"""

import asyncio
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from console.commands import BringToPodium, SetLayout
from console.words import Layout, LinkState
from hardware.processes.published_state import NotSeen
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.clock_drift import measure_clocks
from tests.bench.figures import Figure, Findings
from tests.bench.line_case import SETTLE_SECONDS, LineCase, measure_together, not_calm, watch
from tests.bench.lines_stand import GOOD, LineSite, LinesStand, lines_stand
from tests.bench.live_meeting import BenchFailed
from tests.bench.sync_bench import measure_sync
from tests.bench.sync_drift import measure_sync_drift
from tests.bench.virtual.virtual_lines import measure_virtual, measure_virtual_neighbours, measure_virtual_thin
from tests.own_process import NotInTime

SITES: Final = 8
MOST_TOGETHER: Final = 16
"""Sites in one meeting that live here: they and the bridge leave two cores some room."""
CROWD: Final = 34
CROWD_SECONDS: Final = 120.0
MOST_BESIDES_SECONDS: Final = 240.0
"""For starting, joining, settling, a cut and the end of a part."""
FULL_SECONDS, QUICK_SECONDS = 600.0, 10.0
CUT_SECONDS: Final = 10.0
BACK_SECONDS: Final = 20.0
LOOK_SECONDS: Final = 0.02
LEARN_SECONDS: Final = 5.0

CASES: Final = {
    "loss": LineCase(
        name="2 % loss",
        line=LineConditions(loss_percent=2, delay_ms=20),
        most_freeze_seconds=0.5,
        most_unspoken_percent=1.0,
        most_wait_ms=80.0,
    ),
    "heavy": LineCase(name="5 % loss", line=LineConditions(loss_percent=5, delay_ms=20), most_freeze_seconds=1.5),
    "bursts": LineCase(
        name="2 % loss in bursts of 10",
        line=LineConditions(loss_percent=2, burst_packets=10, delay_ms=20),
        most_freeze_seconds=1.5,
    ),
    "jitter": LineCase(name="jitter of 300 ms", line=LineConditions(delay_ms=300, jitter_ms=300)),
}
THIN_NAME, LEAST_THIN_SECONDS = "256 kbit/s on the podium", 60.0
THIN: Final = LineConditions(rate_kilobits=256, delay_ms=20)
TERRIBLE: Final = LineConditions(loss_percent=30, burst_packets=5, delay_ms=200, jitter_ms=150, rate_kilobits=200)
BESIDE: Final = LineCase(
    name="a good line beside a terrible one",
    line=GOOD,
    most_freeze_seconds=0.5,
    most_unspoken_percent=0.5,
    most_wait_ms=80.0,
)
PARTS: Final = (*CASES, "cut", "thin", "neighbours", "clocks", "sync", "virtual")
MOST_SYNC_SECONDS: Final = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPlan:
    """How long each case lasts, with how many sites, and which cases."""

    sites: int = SITES
    seconds: float = FULL_SECONDS
    parts: tuple[str, ...] = PARTS
    crowd: int = CROWD
    drift_hours: float = 4.0

    @property
    def crowd_seconds(self) -> float:
        """How long the meeting of many lasts, before and after lines are spoiled; virtual time has the whole."""
        return min(self.seconds, CROWD_SECONDS)


def plan_of_lines(names: Sequence[str], seconds: float | None, *, quick: bool) -> LinesPlan:
    """Returns what is to be measured; raises `ValueError` for a part that is none."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise ValueError(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    usual = QUICK_SECONDS if quick else FULL_SECONDS
    return LinesPlan(
        seconds=usual if seconds is None else seconds, parts=tuple(names) or PARTS, drift_hours=0.25 if quick else 4.0
    )


def measure_lines(plan: LinesPlan) -> Findings:
    """Measures everything that the plan names, one part after the other."""
    findings = Findings(sites=plan.sites, subject=f"{plan.sites} sites a case, {plan.seconds:g} s each")
    rounds = _rounds(plan)
    for place, cases in enumerate(rounds):
        cuts = "cut" in plan.parts and place == len(rounds) - 1
        names = ", ".join((*(case.name for case in cases), *(("a cut",) if cuts else ())))
        _part(findings, names, partial(_run_cases, plan, cases, cuts=cuts))
    if {"neighbours", "thin"} & {*plan.parts}:
        _part(findings, "neighbours, thin", lambda: _run(_neighbours(plan), 2 * plan.crowd_seconds))
    if "clocks" in plan.parts:
        _part(findings, "clocks", lambda: measure_clocks(plan.drift_hours))
    if "sync" in plan.parts:
        seconds = min(plan.seconds, MOST_SYNC_SECONDS)
        _part(findings, "sync: sound and picture of one moment", lambda: _run(measure_sync(seconds), seconds))
        _part(findings, "sync, hours of drift in virtual time", lambda: measure_sync_drift(plan.drift_hours))
    if "virtual" in plan.parts:
        _part(findings, "virtual", lambda: measure_virtual(tuple(CASES.values()), plan.sites, plan.seconds))
        _part(findings, "virtual, thin", lambda: measure_virtual_thin(thin_case(plan.seconds), plan.seconds))
        _part(
            findings,
            "virtual, neighbours",
            lambda: measure_virtual_neighbours(BESIDE, TERRIBLE, plan.crowd + 2, plan.seconds),
        )
    return findings


def _part(findings: Findings, name: str, measure: Callable[[], list[Figure]]) -> None:
    """Adds the figures of a part, or that there are none and why."""
    say(name)
    try:
        findings.figures += measure()
    except (BenchFailed, NotSeen, NotInTime, TimeoutError, OSError) as error:
        why = f"{type(error).__name__}: {error}"
        say(f"{name}: not measured ({why})")
        findings.figures.append(Figure(name=name, unit="", measured=None, must=0.0, how=why))
        findings.notes.append(f"{name}: not measured ({why}).")


def _run(work: Coroutine[object, object, list[Figure]], seconds: float) -> list[Figure]:
    """Runs a part for no longer than it may take."""

    async def bounded() -> list[Figure]:
        async with asyncio.timeout(seconds + MOST_BESIDES_SECONDS):
            return await work

    return asyncio.run(bounded())


def _rounds(plan: LinesPlan) -> list[list[LineCase]]:
    """Returns which cases run side by side: as many as there are sites for, which this machine has to play."""
    named = [CASES[name] for name in CASES if name in plan.parts]
    together = max(1, MOST_TOGETHER // plan.sites)
    rounds = [named[first : first + together] for first in range(0, len(named), together)]
    return rounds or ([[]] if "cut" in plan.parts else [])


def _run_cases(plan: LinesPlan, cases: Sequence[LineCase], *, cuts: bool) -> list[Figure]:
    return _run(_cases(plan, cases, cuts=cuts), plan.seconds)


async def _cases(plan: LinesPlan, cases: Sequence[LineCase], *, cuts: bool) -> list[Figure]:
    """Measures cases side by side, each on the lines of its own sites, then a cut of all lines."""
    groups = max(1, len(cases))
    async with lines_stand(plan.sites * groups, groups=groups) as stand:
        figures = await measure_together(
            stand, [(case, stand.sites[place::groups]) for place, case in enumerate(cases)], plan.seconds
        )
        if cuts:
            say("a cut of all lines")
            await stand.until_live()
            await asyncio.sleep(SETTLE_SECONDS)  # what was under way on slow lines has arrived
            figures += await measure_cut(stand)
        return figures


# ---------------------------------------------------------------- a cut


async def measure_cut(stand: LinesStand) -> list[Figure]:
    """Cuts every line for ten seconds; returns how soon tiles say so, and how soon they live again."""
    dead = LineConditions(cut=True)
    joins = {site.site: site.joins for site in stand.sites}
    began = time.monotonic()
    for site in stand.sites:
        site.spoil(up=dead, down=dead)
    said = await _each_until(stand, lambda site: stand.view(site).link is LinkState.LOST, CUT_SECONDS)
    await asyncio.sleep(max(0.0, began + CUT_SECONDS - time.monotonic()))
    stand.begin(stand.sites)
    back = time.monotonic()
    for site in stand.sites:
        site.spoil(up=GOOD, down=GOOD)
    lives = await _each_until(stand, lambda site: stand.is_live(site) and stand.tile(site).pictures > 1, BACK_SECONDS)
    noisy = not_calm(stand, back)
    again = sum(site.joins != joins[site.site] for site in stand.sites)
    count = len(stand.sites)

    def figure(name: str, unit: str, value: float | None, must: float, how: str) -> Figure:
        return Figure(name=name, unit=unit, measured=value, must=must, count=count, tried=count, noisy=noisy, how=how)

    return [
        figure("10 s cut: the tile says so, last site", "s", said, 2.0, "from the cut to the published state: lost"),
        figure("… lives again, last site", "s", lives, 2.0, "from the line's return to live and moving in its tile"),
        figure("… sites that joined anew", "", float(again), 0.0, "a connection that ICE kept goes on"),
    ]


async def _each_until(stand: LinesStand, holds: Callable[[LineSite], bool], seconds: float) -> float | None:
    """Returns after how long it held for the last site, None when it did not in time."""
    began = time.monotonic()
    waiting = list(stand.sites)
    while waiting and time.monotonic() - began < seconds:
        await asyncio.sleep(LOOK_SECONDS)
        waiting = [site for site in waiting if not holds(site)]
    return None if waiting else time.monotonic() - began


# ---------------------------------------------------------------- a thin line, and a terrible one among many


def thin_case(seconds: float) -> LineCase:
    """Returns what is promised of 256 kbit/s; of less than a minute nothing, for the first seconds tell what it is."""
    if seconds < LEAST_THIN_SECONDS:
        return LineCase(name=THIN_NAME, line=THIN)
    return LineCase(name=THIN_NAME, line=THIN, most_freeze_seconds=3.0, most_unspoken_percent=2.0)


async def _neighbours(plan: LinesPlan) -> list[Figure]:
    """Returns what one terrible line does to a good one, in a meeting of many, and how a thin one on the podium fares.

    A thin line keeps sound first, then a picture.
    """
    case = thin_case(plan.crowd_seconds)
    async with lines_stand(3, light=plan.crowd, groups=3) as stand:
        good, terrible, thin = stand.sites
        all_good = LineCase(name=f"{plan.crowd + 3} good lines", line=GOOD)
        figures = await watch(stand, all_good, plan.crowd_seconds, [good])
        terrible.spoil(up=TERRIBLE, down=TERRIBLE)
        thin.spoil(up=case.line, down=case.line)
        await stand.client.ask(SetLayout(layout=Layout.PODIUM_BESIDE_MAIN))
        await stand.client.ask(BringToPodium(site=thin.site))
        await asyncio.sleep(LEARN_SECONDS)
        both = (watch(stand, BESIDE, plan.crowd_seconds, [good]), watch(stand, case, plan.crowd_seconds, [thin]))
        beside, fared = await asyncio.gather(*both)
        return [*figures, *beside, *fared]


def say(text: str) -> None:
    """Tells whoever waits what is being measured."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()
