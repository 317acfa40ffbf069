"""The lines bench: eight real sites on lines that lose, stall and come back, through the user-space relay.

Rule: everything is measured where it is seen and heard (`line_watch`, `line_case`); walls beside strangers count for
nothing, as in every bench.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from console.commands import BringToPodium, SetLayout
from console.words import Layout, LinkState
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.clock_drift import measure_clocks
from tests.bench.figures import Figure, Findings
from tests.bench.line_case import LineCase, measure_case, not_calm, watch
from tests.bench.lines_stand import GOOD, LineSite, LinesStand, lines_stand
from tests.bench.virtual.virtual_lines import measure_virtual, measure_virtual_neighbours, measure_virtual_thin

SITES: Final = 8
CROWD: Final = 34
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
THIN: Final = LineConditions(rate_kilobits=256, delay_ms=20)
TERRIBLE: Final = LineConditions(loss_percent=30, burst_packets=5, delay_ms=200, jitter_ms=150, rate_kilobits=200)
BESIDE: Final = LineCase(
    name="a good line beside a terrible one",
    line=GOOD,
    most_freeze_seconds=0.5,
    most_unspoken_percent=0.5,
    most_wait_ms=80.0,
)
PARTS: Final = (*CASES, "cut", "thin", "neighbours", "clocks", "virtual")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPlan:
    """How long each case lasts, with how many sites, and which cases."""

    sites: int = SITES
    seconds: float = FULL_SECONDS
    parts: tuple[str, ...] = PARTS
    crowd: int = CROWD
    drift_hours: float = 4.0


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
    """Measures everything that the plan names."""
    findings = Findings(sites=plan.sites, subject=f"{plan.sites} sites, {plan.seconds:g} s each")
    if {*CASES, "cut", "thin"} & {*plan.parts}:
        findings.figures += asyncio.run(_cases(plan))
    if "neighbours" in plan.parts:
        say(f"neighbours: {plan.crowd + 1} good lines and a terrible one")
        findings.figures += asyncio.run(_neighbours(plan))
    if "clocks" in plan.parts:
        say(f"clocks: {plan.drift_hours:g} hours, in virtual time")
        findings.figures += measure_clocks(plan.drift_hours)
    if "virtual" in plan.parts:
        say(f"virtual: {plan.sites} sites, {plan.seconds:g} s of each case, in virtual time")
        findings.figures += measure_virtual(tuple(CASES.values()), plan.sites, plan.seconds)
        findings.figures += measure_virtual_thin(thin_case(plan.seconds), plan.seconds)
        findings.figures += measure_virtual_neighbours(BESIDE, TERRIBLE, plan.crowd + 2, plan.seconds)
    return findings


async def _cases(plan: LinesPlan) -> list[Figure]:
    figures: list[Figure] = []
    async with lines_stand(plan.sites) as stand:
        for name, case in CASES.items():
            if name in plan.parts:
                say(f"{case.name}: {plan.seconds:g} s")
                figures += await measure_case(stand, case, plan.seconds)
                await stand.until_live()
        further: dict[str, Callable[[], Awaitable[list[Figure]]]] = {
            "cut": lambda: measure_cut(stand),
            "thin": lambda: _thin(stand, plan.seconds),
        }
        for name, measure in further.items():
            if name in plan.parts:
                say(name)
                figures += await measure()
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
    stand.begin()
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
        figure("… lives again, last site", "s", lives, 2.0, "from the line's return to live and moving in the grid"),
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
    return LineCase(name="256 kbit/s on the podium", line=THIN, most_unspoken_percent=2.0 if seconds >= 60 else None)


async def _thin(stand: LinesStand, seconds: float) -> list[Figure]:
    """Puts a site with 256 kbit/s both ways on the podium: sound first, then a picture."""
    case = thin_case(seconds)
    site = stand.sites[0]
    site.spoil(up=THIN, down=THIN)
    try:
        await stand.ask(SetLayout(layout=Layout.PODIUM))
        await stand.client.ask(BringToPodium(site=site.site))
        await asyncio.sleep(LEARN_SECONDS)
        return await watch(stand, case, seconds, [site])
    finally:
        site.spoil(up=GOOD, down=GOOD)
        await stand.ask(SetLayout(layout=Layout.GRID_3X3))


async def _neighbours(plan: LinesPlan) -> list[Figure]:
    """Returns what one terrible line does to a good one, in a meeting of many."""
    async with lines_stand(2, light=plan.crowd) as stand:
        good, terrible = stand.sites
        before = await watch(stand, LineCase(name=f"{plan.crowd + 2} good lines", line=GOOD), plan.seconds, [good])
        terrible.spoil(up=TERRIBLE, down=TERRIBLE)
        await asyncio.sleep(LEARN_SECONDS)
        return [*before, *await watch(stand, BESIDE, plan.seconds, [good])]


def say(text: str) -> None:
    """Tells whoever waits what is being measured."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()
