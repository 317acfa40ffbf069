"""A meeting that lasts all day: eight hours of events through the core and its log, and the same events before the real
processes, many times faster.

Rule: everything that begins ends again; what is larger at the end than after the first half hour is what was left over.
The acts come as fast as they go, within half an hour for both; `long-meeting-real-time` gives them at a day's own pace,
and is run only when it is named. Every wait has a limit: what does not come in time is a fault, and the day goes on.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import psutil

from console.commands import (
    AnyCommand,
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    MuteAll,
    PutOnDeck,
    RequestFloor,
    TakeClearedAlarms,
)
from console.data_folder import DataFolder
from console.words import LinkState, SiteId
from hardware.processes.published_state import NotSeen
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.prove.footprint import Footprint, footprints, growth
from tests.prove.long.played_day import EACH_HOUR, HOURS, LOG_HOURS, MINUTES, PlayedDay, opening_seconds
from tests.prove.proof import Outcome, Proof, shortened

SEED = 20261122
OPENING_SECONDS = 1.0
MOST_LARGER = 1.25
"""The state after the last hour against the state after the first: what is bounded is full by then."""
LIVE_SITES, FEW_SITES, FEW_MINUTES = 36, 3, 6
LIVE_SECONDS = 840.0
LEAST_LIVE_SECONDS = 10.0
REAL_SECONDS = HOURS * 3600.0
ASK_SECONDS = 20.0
LEAVE_SECONDS, RETURN_SECONDS = 30.0, 60.0
MOST_FAULTS = 5
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
    short = [
        f"only {lived['acts'][name]} of {HOURS * EACH_HOUR[name]} {name}"
        for name in lived["acts"]
        if share >= 1 and lived["acts"][name] < HOURS * EACH_HOUR[name]
    ]
    return Outcome({"seed": SEED, "played": played, "lived": lived}, (*faults, *more, *short))


def real_time_meeting(share: float) -> Outcome:
    """Lives the day in its own time, with an act every few minutes."""
    lived, faults = asyncio.run(live_day(LIVE_SITES, REAL_SECONDS * share, 3600 / EACH_HOUR["podium changes"]))
    return Outcome({"lived": lived}, tuple(faults))


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


async def live_day(sites: int, seconds: float, pace_seconds: float = 0.0) -> tuple[dict[str, Any], list[str]]:
    """Gives the day's acts to bridge, workers and window, one each `pace_seconds`; returns figures and faults."""
    async with live_meeting(sites) as meeting:
        hand = _DayHand(meeting, pace_seconds)
        began = time.monotonic()
        seconds = max(seconds, LEAST_LIVE_SECONDS)
        await hand.act(until=began + WARM_SHARE * seconds)
        before, warm_acts = footprints(meeting.product), hand.acts()
        await hand.act(until=began + seconds)
        await hand.give(MuteAll())
        await hand.give(TakeClearedAlarms())
        grown = growth(before, footprints(meeting.product))
        lost = [site.site for site in meeting.state.sites() if site.link is not LinkState.LIVE]
    hours = max((hand.acts() - warm_acts) / sum(EACH_HOUR[name] for name in hand.done), 0.1)
    facts = {
        "sites": sites,
        "seconds": round(time.monotonic() - began),
        "acts": hand.done,
        "storms": hand.storms,
        "hours_of_acts": round(hours, 1),
        "growth": {name: asdict(more) for name, more in grown.items()},
        "load": round(os.getloadavg()[0], 1),
    }
    return facts, [*hand.faults[:MOST_FAULTS], *(f"{site} was lost" for site in lost), *_leaks(grown, hours)]


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
    """Five requests for each speaker, as in the day's plan; everybody leaves and returns once an hour.

    The day ends with its last speaker, or when its time is over.
    """

    def __init__(self, meeting: LiveMeeting, pace_seconds: float) -> None:
        self._meeting, self._pace_seconds = meeting, pace_seconds
        self._sites: list[SiteId] = meeting.observers
        self._others = [row.site for row in meeting.product.sites if row.number]
        self.done = {"podium changes": 0, "floor requests": 0}
        self.storms = 0
        self.faults: list[str] = []

    def acts(self) -> int:
        """Returns how many acts there were."""
        return sum(self.done.values())

    async def act(self, until: float) -> None:
        """Goes on with the day."""
        while time.monotonic() < until and self.done["podium changes"] < HOURS * EACH_HOUR["podium changes"]:
            began = time.monotonic()
            await self._requests()
            await self._speaker()
            if self.done["podium changes"] % EACH_HOUR["podium changes"] == 0:
                await self._storm()
            await asyncio.sleep(max(0.0, min(began + self._pace_seconds, until) - time.monotonic()))

    async def give(self, command: AnyCommand) -> None:
        """Gives a command whose answer is waited for so long and no longer."""
        try:
            async with asyncio.timeout(ASK_SECONDS):
                await self._meeting.ask(command, lenient=True)
        except TimeoutError:
            self.faults.append(f"no answer within {ASK_SECONDS:.0f} s to {type(command).__name__}")

    async def _requests(self) -> None:
        for _ in range(EACH_HOUR["floor requests"] // EACH_HOUR["podium changes"]):
            site = self._others[self.done["floor requests"] % len(self._others)]
            await self.give(RequestFloor(site=site))
            self.done["floor requests"] += 1

    async def _speaker(self) -> None:
        turn = self.done["podium changes"]
        site = self._sites[turn % len(self._sites)]
        await self.give(PutOnDeck(site=site))
        request = next((one for one in self._meeting.state.floor().requests if one.site == site), None)
        await self.give(BringToPodium(site=site) if request is None else GrantFloor(request_id=request.request_id))
        await self.give(FinishSpeech())
        self.done["podium changes"] += 1
        if turn % 5 == 4:
            await self.give(MuteAll())

    async def _storm(self) -> None:
        """Lets all sites leave, which raises alarms, and come back, which clears them."""
        meeting = self._meeting
        await meeting.province.leave_all()
        await self._see("all sites have left", lambda: self._live() == 0, LEAVE_SECONDS)
        await meeting.province.join_all()
        await self._see("all are back", lambda: self._live() == len(meeting.product.sites), RETURN_SECONDS)
        await self.give(TakeClearedAlarms())
        self.storms += 1

    async def _see(self, what: str, holds: Callable[[], bool], seconds: float) -> None:
        try:
            await self._meeting.state.until(what, holds, seconds)
        except NotSeen as error:
            self.faults.append(f"in storm {self.storms + 1}: {error}")

    def _live(self) -> int:
        return sum(site.link is LinkState.LIVE for site in self._meeting.state.sites())


LONG = Proof(
    "long-meeting",
    "Eight hours of a meeting leave nothing behind and grow by less than 10 MB an hour; a log of twelve opens in 1 s.",
    long_meeting,
    minutes=28,
)
REAL_TIME = Proof(
    "long-meeting-real-time",
    "The same before the real processes, in eight hours of real time.",
    real_time_meeting,
    minutes=HOURS * 60,
    only_named=True,
)
