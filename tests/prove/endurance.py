"""Endurance: a meeting that goes on and on, with a speaker after another and silence in between.

Rule: every act has to be done; what the product's processes hold may not grow with the time.
"""

import asyncio
import time
from dataclasses import asdict

from console.words import LinkState
from tests.bench.busy_round import BusyRound
from tests.bench.live_meeting import live_meeting
from tests.bench.measure import percentile
from tests.prove.footprint import footprints, growth, leaks
from tests.prove.proof import Outcome, Proof

SITES = 36
SECONDS = 600.0
LEAST_SECONDS = 10.0
WARM_SHARE = 0.2
NOBODY_LEAVES = 1 << 30


def endurance(share: float) -> Outcome:
    """Holds the meeting."""
    sites = SITES if share >= 1 else 2
    return asyncio.run(_endure(sites, max(LEAST_SECONDS, SECONDS * share)))


async def _endure(sites: int, seconds: float) -> Outcome:
    async with live_meeting(sites) as meeting:
        busy = BusyRound(meeting, leave_every=NOBODY_LEAVES)
        began = time.monotonic()
        await _speak(busy, until=began + WARM_SHARE * seconds)
        before = footprints(meeting.product)
        await _speak(busy, until=began + seconds)
        grown = growth(before, footprints(meeting.product))
        lost = [site.site for site in meeting.state.sites() if site.link is not LinkState.LIVE]
    facts = {
        "seconds": round(seconds),
        "speakers": busy.turns,
        "connection_ms_p95": percentile(busy.connection_ms, 0.95),
        "growth": {name: asdict(more) for name, more in grown.items()},
    }
    return Outcome(facts, (*(f"{site} was lost" for site in lost), *busy.faults, *leaks(grown)))


async def _speak(busy: BusyRound, *, until: float) -> None:
    while time.monotonic() < until:
        await busy.turn()


ENDURANCE = Proof(
    "endurance",
    "Ten minutes of speakers on and off the podium leave no memory, no descriptor and no site behind.",
    endurance,
    minutes=11,
)
