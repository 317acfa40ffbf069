"""The live bench: a province of light peers on the real product, and every promised figure measured on it.

Rule: figures are taken one after the other on one meeting; when that is saturated, the steady load is measured again
with fewer sites, up to the last load that is not.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.cpu_meter import TICK_SECONDS
from tests.bench.figures import Figure, Findings, wall_figure
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.measure import Shares
from tests.bench.podium_bench import measure_podium
from tests.bench.silence_bench import measure_silence
from tests.bench.start_bench import measure_start
from tests.bench.steady_bench import measure_steady

PARTS = ("start", "join", "steady", "silence", "podium")
CURVE = (27, 18, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePlan:
    """How long everything is measured."""

    sites: int = 36
    seconds: float = 30.0
    mutes: int = 20
    podiums: int = 50
    unprepared_podiums: int = 10
    starts: int = 3
    parts: tuple[str, ...] = PARTS
    curve: bool = True
    patience_seconds: float = 240.0


def quick_plan(sites: int) -> LivePlan:
    """Returns a plan of about a minute."""
    return LivePlan(
        sites=sites,
        seconds=8,
        mutes=5,
        podiums=8,
        unprepared_podiums=2,
        starts=1,
        parts=PARTS,
        curve=False,
        patience_seconds=0,
    )


def measure_live(plan: LivePlan) -> Findings:
    """Measures everything that the plan names."""
    findings = Findings(sites=plan.sites)
    if "start" in plan.parts:
        say(f"start: {plan.starts} times")
        findings.figures.append(measure_start(plan.starts))
    if set(plan.parts) != {"start"}:
        asyncio.run(_meeting(plan, findings))
        if plan.curve and findings.shares is not None and findings.shares.saturated:
            findings.curve = _curve(plan)
    return findings


async def _meeting(plan: LivePlan, findings: Findings) -> None:
    say(f"join: {plan.sites} sites")
    async with live_meeting(plan.sites, patience_seconds=plan.patience_seconds) as meeting:
        if "steady" in plan.parts:
            say(f"steady load: {plan.seconds:g} s")
            steady = await measure_steady(meeting, plan.seconds)
            findings.shares = steady.shares
            findings.figures += steady.figures
        if "silence" in plan.parts:
            say(f"silence: {plan.mutes} times")
            findings.figures += await measure_silence(meeting, plan.mutes)
        if "podium" in plan.parts:
            say(f"podium: {plan.podiums} times on deck, {plan.unprepared_podiums} times not")
            findings.figures += await measure_podium(meeting, plan.podiums, on_deck=True)
            findings.figures += await measure_podium(meeting, plan.unprepared_podiums, on_deck=False)
        if "join" in plan.parts:
            await asyncio.sleep(TICK_SECONDS * 2)  # for a tick behind the join, when nothing else was measured
            findings.figures.append(_join_figure(meeting, plan.sites))


def _join_figure(meeting: LiveMeeting, sites: int) -> Figure:
    return wall_figure(
        f"{sites} sites join at once, all live",
        [meeting.joined],
        meeting.meter.ticks,
        share=1.0,
        must=3000.0,
        stretch=1500.0,
        how="first offer to the last site live in the published state; main endpoint included",
    )


def _curve(plan: LivePlan) -> list[tuple[int, Shares]]:
    """Returns the cores of smaller loads, down to the first that is not saturated."""
    found: list[tuple[int, Shares]] = []
    for sites in [sites for sites in CURVE if sites < plan.sites]:
        say(f"steady load of {sites} sites")
        shares = asyncio.run(_steady_only(sites, plan.seconds))
        found.append((sites, shares))
        if not shares.saturated:
            break
    return found


async def _steady_only(sites: int, seconds: float) -> Shares:
    async with live_meeting(sites) as meeting:
        return (await measure_steady(meeting, seconds)).shares


def say(text: str) -> None:
    """Tells whoever waits what is being measured."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


def parts_named(names: Sequence[str]) -> tuple[str, ...]:
    """Returns the parts to measure; raises `ValueError` for a name that is none."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise ValueError(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return tuple(names) or PARTS
