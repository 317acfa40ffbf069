"""A meeting that lasts all day: eight hours of events through the core and its log, and the same events before the real
processes, many times faster.

Rule: everything that begins ends again; what is larger at the end than after the first half hour is what was left over.
What a whole day of waiting would do besides (a clock that drifts, a certificate that ends) is not shown here.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import psutil

from console.commands import BringToPodium, FinishSpeech, GrantFloor, MuteAll, PutOnDeck, RequestFloor
from console.data_folder import DataFolder
from console.words import LinkState, SiteId
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.prove.footprint import Footprint, footprints, growth
from tests.prove.long.played_day import EACH_HOUR, HOURS, LOG_HOURS, MINUTES, PlayedDay, opening_seconds
from tests.prove.proof import Outcome, Proof, shortened

SEED = 20261122
OPENING_SECONDS = 1.0
MOST_LARGER = 1.25
"""The state after the last hour against the state after the first: what is bounded is full by then."""
LIVE_SITES, FEW_SITES, FEW_MINUTES = 36, 3, 6
LIVE_SECONDS = 1500.0
LEAST_LIVE_SECONDS = 10.0
STORMS_EACH_HOUR = 1
"""All sites leave and come back; the played day has the single ones."""
WARM_SHARE = 0.5 / HOURS
MOST_MEGABYTES_AN_HOUR = 10.0
MOST_NEW_DESCRIPTORS, MOST_NEW_THREADS = 10, 4
BOUNDED = frozenset(
    {"durable.history", "durable.taken_out", "durable.alarms", "receipts", "health", "log", "recent", "links", "undo"}
)
"""Parts of the state that have a bound, or belong to what goes on at the moment."""


def long_meeting(share: float) -> Outcome:
    """Plays the day, then lives it."""
    minutes = MINUTES if share >= 0.1 else FEW_MINUTES
    played, faults = play_day(shortened(HOURS, share, least=1), shortened(LOG_HOURS, share, least=1), minutes)
    lived, more = asyncio.run(live_day(LIVE_SITES if share >= 0.5 else FEW_SITES, LIVE_SECONDS * share))
    return Outcome({"seed": SEED, "played": played, "lived": lived}, (*faults, *more))


# ---------------------------------------------------------------- played


def play_day(hours: int, log_hours: int, minutes: int = MINUTES) -> tuple[dict[str, Any], list[str]]:
    """Plays hours of so many minutes, looks what is left, and makes the log longer; returns figures and faults."""
    own, faults = psutil.Process(), list[str]()
    with tempfile.TemporaryDirectory(prefix="diem-cau-day-") as folder:
        data = DataFolder(Path(folder))
        data.make()
        day = PlayedDay(data, Random(SEED))
        try:
            day.begin()
            began = time.monotonic()
            megabytes: list[float] = []
            for hour in range(max(hours, log_hours)):
                day.play_hour(minutes)
                if hour < hours:
                    megabytes.append(round(own.memory_info().rss / 2**20, 1))
                if hour == hours - 1:
                    faults += _larger(day.sizes)
            day.settle()
            faults += _left_over(day)
        finally:
            unwritten = day.close()
        path = next(data.sessions.glob("*.sqlite3"))
        opening = min((opening_seconds(data, path) for _ in range(3)), key=lambda each: each["read"] + each["replay"])
        facts: dict[str, Any] = {
            "hours": hours,
            "log_hours": max(hours, log_hours),
            "acts": day.done,
            "log_lines": day.province.state.durable.lines,
            "log_megabytes": round(path.stat().st_size / 1e6, 1),
            "opening_seconds": {name: round(seconds, 3) for name, seconds in opening.items()},
            "state_characters_each_hour": [sum(sizes.values()) for sizes in day.sizes],
            "own_megabytes_each_hour": megabytes,
            "took_seconds": round(time.monotonic() - began),
        }
    if unwritten:
        faults.append(f"{unwritten} lines of the log could not be written")
    if opening["read"] + opening["replay"] > OPENING_SECONDS:
        faults.append(f"a log of {facts['log_hours']} hours opens in {opening['read'] + opening['replay']:.2f} s")
    return facts, faults


def _larger(sizes: Sequence[dict[str, int]]) -> list[str]:
    """Returns which parts of the state went on growing from the middle of the day on."""
    middle, last = sizes[len(sizes) // 2], sizes[-1]
    return [
        f"{name} grew from {middle[name]} to {last[name]} characters in the second half of the day"
        for name in last
        if name in BOUNDED and last[name] > MOST_LARGER * middle[name] + 2000
    ]


def _left_over(day: PlayedDay) -> list[str]:
    """Returns what was begun and never ended, a while after everything is over."""
    state = day.province.state
    left: dict[str, int] = {
        "commands in flight": len(state.in_flight),
        "receipts that wait": len(state.held_receipts),
        "open commands in the log": len(state.durable.open_commands),
        "a podium run": int(state.run is not None),
        "a speech": int(state.durable.speech is not None),
        "alarms": len([alarm for alarm in state.durable.alarms.values() if alarm.cleared_ms is not None]),
    }
    return [f"{name}: {count} left over" for name, count in left.items() if count]


# ---------------------------------------------------------------- lived


async def live_day(sites: int, seconds: float) -> tuple[dict[str, Any], list[str]]:
    """Gives the day's acts to bridge, workers and window one after another; returns figures and faults."""
    async with live_meeting(sites) as meeting:
        hand = _DayHand(meeting)
        began = time.monotonic()
        seconds = max(seconds, LEAST_LIVE_SECONDS)
        await hand.act(until=began + WARM_SHARE * seconds)
        before, warm_acts = footprints(meeting.product), hand.acts()
        await hand.act(until=began + seconds)
        await meeting.ask(MuteAll())
        grown = growth(before, footprints(meeting.product))
        lost = [site.site for site in meeting.state.sites() if site.link is not LinkState.LIVE]
    hours = max((hand.acts() - warm_acts) / sum(EACH_HOUR[name] for name in hand.done), 0.1)
    facts = {
        "sites": sites,
        "seconds": round(seconds),
        "acts": hand.done,
        "storms": hand.storms,
        "hours_of_acts": round(hours, 1),
        "growth": {name: asdict(more) for name, more in grown.items()},
        "load": round(os.getloadavg()[0], 1),
    }
    return facts, [*(f"{site} was lost" for site in lost), *_leaks(grown, hours)]


def _leaks(grown: dict[str, Footprint], hours: float) -> list[str]:
    return [
        f"{name} grew by {more.megabytes / hours:.1f} MB per hour of acts, {more.descriptors} descriptors and "
        f"{more.threads} threads"
        for name, more in grown.items()
        if more.megabytes > MOST_MEGABYTES_AN_HOUR * max(hours, 1.0)
        or more.descriptors > MOST_NEW_DESCRIPTORS
        or more.threads > MOST_NEW_THREADS
    ]


class _DayHand:
    """Five requests for each speaker, as in the day's plan; everybody leaves and returns once an hour."""

    def __init__(self, meeting: LiveMeeting) -> None:
        self._meeting = meeting
        self._sites: list[SiteId] = meeting.observers
        self._others = [row.site for row in meeting.product.sites if row.number]
        self.done = {"podium changes": 0, "floor requests": 0}
        self.storms = 0

    def acts(self) -> int:
        """Returns how many acts there were."""
        return sum(self.done.values())

    async def act(self, until: float) -> None:
        """Goes on with the day."""
        while time.monotonic() < until:
            await self._requests()
            await self._speaker()
            if self.done["podium changes"] % EACH_HOUR["podium changes"] == 0:
                await self._storm()

    async def _requests(self) -> None:
        for _ in range(EACH_HOUR["floor requests"] // EACH_HOUR["podium changes"]):
            site = self._others[self.done["floor requests"] % len(self._others)]
            await self._meeting.ask(RequestFloor(site=site), lenient=True)
            self.done["floor requests"] += 1

    async def _speaker(self) -> None:
        turn = self.done["podium changes"]
        site = self._sites[turn % len(self._sites)]
        await self._meeting.ask(PutOnDeck(site=site), lenient=True)
        request = next((one for one in self._meeting.state.floor().requests if one.site == site), None)
        command = BringToPodium(site=site) if request is None else GrantFloor(request_id=request.request_id)
        await self._meeting.ask(command, lenient=True)
        await self._meeting.ask(FinishSpeech(), lenient=True)
        self.done["podium changes"] += 1
        if turn % 5 == 4:
            await self._meeting.ask(MuteAll())

    async def _storm(self) -> None:
        meeting = self._meeting
        await meeting.province.leave_all()
        await meeting.state.until("all sites have left", lambda: self._live() == 0, 30.0)
        await meeting.province.join_all()
        await meeting.state.until("all are back", lambda: self._live() == len(meeting.product.sites), 60.0)
        self.storms += 1

    def _live(self) -> int:
        return sum(site.link is LinkState.LIVE for site in self._meeting.state.sites())


LONG = Proof(
    "long-meeting",
    "Eight hours of a meeting leave nothing behind and grow by less than 10 MB an hour; a log of twelve opens in 1 s.",
    long_meeting,
    minutes=40,
)
