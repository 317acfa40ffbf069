"""Endurance: a meeting that goes on and on, with a speaker after another and silence in between.

Rule: every act has to be done; what the product's processes hold may not grow with the time.
"""

import asyncio
import time
from dataclasses import asdict

from console.commands import BringToPodium, MuteAll, PutOnDeck
from console.words import LinkState
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.measure import percentile
from tests.prove.footprint import footprints, growth, leaks
from tests.prove.proof import Outcome, Proof

SITES = 36
SECONDS = 600.0
LEAST_SECONDS = 10.0
WARM_SHARE = 0.2
STEP_SECONDS = 1.5


def endurance(share: float) -> Outcome:
    """Holds the meeting."""
    sites = SITES if share >= 1 else 2
    return asyncio.run(_endure(sites, max(LEAST_SECONDS, SECONDS * share)))


async def _endure(sites: int, seconds: float) -> Outcome:
    connection_ms: list[float] = []
    async with live_meeting(sites) as meeting:
        began = time.monotonic()
        await _speak(meeting, until=began + WARM_SHARE * seconds, connection_ms=connection_ms)
        before = footprints(meeting.product)
        await _speak(meeting, until=began + seconds, connection_ms=connection_ms)
        grown = growth(before, footprints(meeting.product))
        lost = [site.site for site in meeting.state.sites() if site.link is not LinkState.LIVE]
    facts = {
        "seconds": round(seconds),
        "speakers": len(connection_ms),
        "connection_ms_p95": percentile(connection_ms, 0.95),
        "growth": {name: asdict(more) for name, more in grown.items()},
    }
    return Outcome(facts, (*(f"{site} was lost" for site in lost), *leaks(grown)))


async def _speak(meeting: LiveMeeting, *, until: float, connection_ms: list[float]) -> None:
    turn = len(connection_ms)
    while time.monotonic() < until:
        site = meeting.observers[turn % len(meeting.observers)]
        await meeting.ask(PutOnDeck(site=site))
        await asyncio.sleep(STEP_SECONDS)
        receipt = await meeting.ask(BringToPodium(site=site))
        connection_ms.append(receipt.facts.get("connection_ms", receipt.took_ms))
        await asyncio.sleep(STEP_SECONDS)
        if turn % 5 == 4:
            await meeting.ask(MuteAll())
        turn += 1


ENDURANCE = Proof(
    "endurance",
    "Ten minutes of speakers on and off the podium leave no memory, no descriptor and no site behind.",
    endurance,
    minutes=11,
)
