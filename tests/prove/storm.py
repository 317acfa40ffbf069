"""Join storm: all sites of a province leave and join at one moment, again and again.

Rule: every site has to be live after every round; what the bridge's processes hold may not grow with the rounds.
"""

import asyncio
import time
from dataclasses import asdict

from console.words import LinkState
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.measure import percentile
from tests.prove.footprint import Footprint, footprints, growth, leaks
from tests.prove.proof import Outcome, Proof, shortened

SITES = 36
ROUNDS = 14
"""Together with the first: 15 times 37 joins."""
LIVE_SECONDS = 30.0
WARM_ROUNDS = 4
SETTLE_SECONDS = 3.0


def storm(share: float) -> Outcome:
    """Runs the storm."""
    settle_seconds = SETTLE_SECONDS if share >= 1 else 0.0
    return asyncio.run(_storm(shortened(SITES, share, least=4), shortened(ROUNDS, share, least=3), settle_seconds))


async def _storm(sites: int, rounds: int, settle_seconds: float) -> Outcome:
    times: list[float] = []
    before: dict[str, Footprint] = {}
    async with live_meeting(sites) as meeting:
        for number in range(rounds):
            if number == min(WARM_ROUNDS, rounds - 1):
                await asyncio.sleep(settle_seconds)
                before = footprints(meeting.product)
            times.append(await _round(meeting))
        await asyncio.sleep(settle_seconds)
        grown = growth(before, footprints(meeting.product))
        failed = dict(meeting.province.failed)
    facts = {
        "joins": (rounds + 1) * (sites + 1),
        "all_live_seconds_median": round(percentile(times, 0.5), 2),
        "all_live_seconds_worst": round(max(times), 2),
        "growth": {name: asdict(more) for name, more in grown.items()},
    }
    return Outcome(facts, (*(f"{site}: {text}" for site, text in failed.items()), *leaks(grown)))


async def _round(meeting: LiveMeeting) -> float:
    """Returns how many seconds passed until all sites were live again; raises `NotSeen`."""
    await meeting.province.leave_all()
    await meeting.state.until("all sites have left", lambda: _live(meeting) == 0, LIVE_SECONDS)
    began = await meeting.province.join_all()
    count = len(meeting.product.sites)
    await meeting.state.until(f"{count} sites live again", lambda: _live(meeting) == count, LIVE_SECONDS)
    return time.monotonic() - began


def _live(meeting: LiveMeeting) -> int:
    return sum(site.link is LinkState.LIVE for site in meeting.state.sites())


STORM = Proof(
    "join-storm",
    "All sites of a province can lose and find their bridge at one moment, more than 500 joins in a row.",
    storm,
    minutes=3,
)
