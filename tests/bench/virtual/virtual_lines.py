"""The promises about bad lines, kept up for minutes in virtual time: every decision of the receive path, no machine.

Rule: the same cases as in `lines_bench`, whose walls are those of a busy machine; here a second takes what it takes,
and the same seeds give the same figures. A site is as good as its worst direction, the promise is checked at the worst
of all sites.
"""

import asyncio
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hardware.simulator.lines.line_model import LineConditions
from tests.bench.figures import Figure
from tests.bench.line_case import LineCase
from tests.bench.measure import percentile
from tests.bench.virtual.virtual_loop import run_virtual
from tests.bench.virtual.virtual_meeting import VirtualMeeting, VirtualSite

SETTLE_SECONDS: Final = 4.0
WAIT_SHARE: Final = 0.95
MOST_SKEW_MS: Final = 80.0
MOST_CROWD_SECONDS: Final = 60.0
"""Thirty-six sites take a second of a core for each of theirs."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some sites, the worst of each."""

    freeze_of_tile: float
    freeze_of_program: float
    lost_percent: float
    mended_percent: float
    wait_ms: float
    skew_ms: float


def outcome_of(sites: Sequence[VirtualSite], now: float) -> Outcome:
    """Returns the worst of these sites."""
    fates = [fate for site in sites for fate in site.fates()]
    waits = [buffer.waits for site in sites for buffer in (site.heard_here, site.heard_there) if buffer.waits]
    return Outcome(
        freeze_of_tile=max(site.tile.until(now) for site in sites),
        freeze_of_program=max(site.eyes.until(now) for site in sites),
        lost_percent=max(fate.lost_percent for fate in fates),
        mended_percent=max(100 * fate.mended / max(1, fate.speech_frames) for fate in fates),
        wait_ms=max(1000 * percentile([wait for _, wait in each], WAIT_SHARE) for each in waits),
        skew_ms=max(1000 * percentile(site.skews or [0.0], WAIT_SHARE) for site in sites),
    )


async def _meet(
    count: int, lines: Mapping[int, LineConditions], seconds: float, measured: Sequence[int], podium: int | None
) -> Outcome:
    loop = asyncio.get_running_loop()
    meeting = VirtualMeeting(count, podium=podium)
    await asyncio.sleep(SETTLE_SECONDS)
    meeting.spoil(lines)
    await asyncio.sleep(SETTLE_SECONDS)
    sites = [meeting.sites[number] for number in measured]
    for site in sites:
        site.begin()
    await asyncio.sleep(seconds)
    return outcome_of(sites, loop.time())


def meet(
    count: int,
    lines: Mapping[int, LineConditions],
    seconds: float,
    *,
    measured: Sequence[int] | None = None,
    podium: int | None = None,
) -> Outcome:
    """Returns what became of the `measured` sites (None: all) in virtual time; their lines are the same both ways."""
    random.seed(0)  # the times of reports
    return run_virtual(_meet(count, lines, seconds, range(count) if measured is None else measured, podium))


def figures_of(case: LineCase, outcome: Outcome, count: int) -> list[Figure]:
    """Returns an outcome beside what was promised."""

    def figure(what: str, unit: str, measured: float, must: float | None) -> Figure:
        text = f"{case.name}, virtual time: {what}"
        return Figure(name=text, unit=unit, measured=measured, must=must, count=count, tried=count, how=HOW)

    return [
        figure("longest freeze of a tile", "s", outcome.freeze_of_tile, case.most_freeze_seconds),
        figure("… of the program at a site", "s", outcome.freeze_of_program, case.most_freeze_seconds),
        figure("speech neither received in time nor repaired", "%", outcome.lost_percent, case.most_unspoken_percent),
        figure("… repaired from the next packet", "%", outcome.mended_percent, None),
        figure("sound waits in the buffer, p95", "ms", outcome.wait_ms, case.most_wait_ms),
        figure(
            "picture and sound apart at a site, p95",
            "ms",
            outcome.skew_ms,
            None if case.most_wait_ms is None else MOST_SKEW_MS,
        ),
    ]


HOW: Final = "the product's media paths over the line model in virtual time; worst direction of the worst site"


def measure_virtual(cases: Sequence[LineCase], sites: int, seconds: float) -> list[Figure]:
    """Returns the figures of these cases, every line alike."""
    figures: list[Figure] = []
    for case in cases:
        figures += figures_of(case, meet(sites, dict.fromkeys(range(sites), case.line), seconds), sites)
    return figures


def measure_virtual_thin(case: LineCase, seconds: float) -> list[Figure]:
    """Returns the figures of a site on the podium with such a line."""
    return figures_of(case, meet(2, {0: case.line}, seconds, measured=[0], podium=0), 1)


def measure_virtual_neighbours(good: LineCase, terrible: LineConditions, sites: int, seconds: float) -> list[Figure]:
    """Returns the figures of all good lines beside a terrible one, the worst of each."""
    others = range(sites - 1)
    outcome = meet(sites, {sites - 1: terrible}, min(seconds, MOST_CROWD_SECONDS), measured=others)
    return figures_of(good, outcome, sites - 1)
