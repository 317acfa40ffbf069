"""One kill after another: who dies when, how long everything takes to be back, and whether anything is lost.

Rule: commands are in flight at the moment of every kill; afterwards nobody gives any until everything was looked at.
"""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import psutil

from console.commands import MuteAll, ReturnToPrevious
from console.words import MAIN_SITE, SiteId
from tests.prove.kills.hand import Hand
from tests.prove.kills.kill_stand import KillStand
from tests.prove.kills.log_witness import LogWitness, durable_lines, shown_differences
from tests.prove.kills.victims import WITH_BRIDGE, Victim, find, is_linked

LOAD_SECONDS = (0.5, 3.0)
SILENT_SHARE = 0.5
"""Of the kills fall into a silence that was just ordered: whoever is heard afterwards, is heard by mistake."""
GIVEN_UP_SECONDS = 60.0
LOOK_SECONDS = 0.02
AGREE_SECONDS = 6.0
"""For what is shown and what is on disk to be one and the same."""


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill and what came of it; times in seconds from the kill, None: never within `GIVEN_UP_SECONDS`."""

    victim: Victim
    back_seconds: float | None
    """Until the process works again."""
    sites_seconds: float | None
    """Until all sites that it took along were in the meeting again."""
    silent: bool
    """Whether nobody was to be heard from then on."""
    load: float
    """The machine's load average."""
    violations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Moment:
    """What was known just before a kill."""

    lines: int
    safe_lines: int
    restarts: int
    attempts: dict[SiteId, int]
    at_seconds: float


class KillRounds:
    """Kills one process after another and judges what came of it."""

    def __init__(self, stand: KillStand, hand: Hand, witness: LogWitness, dice: Random) -> None:
        self._stand, self._hand, self._witness, self._dice = stand, hand, witness, dice

    async def play(self, victims: Sequence[Victim], told: Callable[[Kill], None]) -> list[Kill]:
        """Kills each in turn; ends early when something did not come back, for the next kill would say nothing."""
        kills: list[Kill] = []
        for victim in victims:
            kills.append(await self._one(victim))
            told(kills[-1])
            if kills[-1].back_seconds is None or kills[-1].sites_seconds is None:
                break
        return kills

    async def _one(self, victim: Victim) -> Kill:
        self._hand.begin()
        await asyncio.sleep(self._dice.uniform(*LOAD_SECONDS))
        if self._dice.random() < SILENT_SHARE:
            await self._hand.stop()
            await self._hand.give(ReturnToPrevious())
            await self._hand.give(MuteAll())
        process = await self._victim(victim)
        before = self._now()
        if victim is Victim.PAIR:
            (await self._victim(Victim.KEEPER)).kill()
        process.kill()
        await self._hand.stop()
        back = await self._until(before, lambda: self._works(victim, process))
        sites = await self._until(before, lambda: self._all_back(victim, before.attempts))
        silent, violations = await self._judge(victim, before)
        return Kill(victim, back, sites, silent, round(os.getloadavg()[0], 1), tuple(violations))

    def _now(self) -> _Moment:
        lines = self._witness.lines()
        return _Moment(
            lines=len(lines),
            safe_lines=durable_lines(self._stand.meeting.state),
            restarts=self._witness.restarts(lines),
            attempts=self._stand.attempts(),
            at_seconds=time.monotonic(),
        )

    async def _victim(self, victim: Victim) -> psutil.Process:
        limit = time.monotonic() + GIVEN_UP_SECONDS
        while (found := self._find(victim)) is None:
            if time.monotonic() > limit:
                raise RuntimeError(f"there is no {victim} to be killed")
            await asyncio.sleep(LOOK_SECONDS)
        return found

    def _find(self, victim: Victim) -> psutil.Process | None:
        return find(victim, self._stand.folder.data, self._stand.site_window.pid)

    # ------------------------------------------------------------ being back

    async def _until(self, before: _Moment, holds: Callable[[], bool]) -> float | None:
        while not holds():
            if time.monotonic() - before.at_seconds > GIVEN_UP_SECONDS:
                return None
            await asyncio.sleep(LOOK_SECONDS)
        return round(time.monotonic() - before.at_seconds, 2)

    def _works(self, victim: Victim, dead: psutil.Process) -> bool:
        found, address = self._find(victim), self._stand.folder.address()
        if found is None or found.pid == dead.pid:
            return False
        match victim:
            case Victim.BRIDGE | Victim.PAIR:
                reached = self._stand.meeting.client.connected and address is not None and address.pid == found.pid
                return reached and self._find(Victim.KEEPER) is not None
            case Victim.WINDOW:
                return address is not None and is_linked(found, address.port)
            case _:
                return True

    def _all_back(self, victim: Victim, before: dict[SiteId, int]) -> bool:
        now = self._stand.attempts()
        anew = {site for site, attempts in now.items() if attempts > before.get(site, 0)}
        return self._anew_enough(victim, anew) and self._stand.all_live()

    def _anew_enough(self, victim: Victim, anew: set[SiteId]) -> bool:
        """Tells whether the sites have joined again that this process took along; until then they only seem live."""
        match victim:
            case Victim.BRIDGE | Victim.PAIR:
                return anew >= set(self._stand.sites)
            case Victim.WORKER:
                return bool(anew)
            case Victim.MAIN_ROOM:
                return MAIN_SITE in anew
            case Victim.SATELLITE:
                return self._stand.real_site in anew
            case Victim.WINDOW | Victim.KEEPER:
                return True

    # ------------------------------------------------------------ judging

    async def _judge(self, victim: Victim, before: _Moment) -> tuple[bool, list[str]]:
        """Returns whether it was silent all the way, and what was wrong."""
        witness = self._witness
        limit = time.monotonic() + AGREE_SECONDS
        while True:  # what is shown follows 50 ms behind, and what is on disk by a commit
            lines = witness.lines()
            differences = shown_differences(self._stand.meeting.state, witness.now(lines))
            if not differences or time.monotonic() > limit:
                break
            await asyncio.sleep(0.1)
        wrong = [*witness.broken(lines), *witness.missing(lines, self._hand.done), *differences]
        if len(lines) < before.safe_lines:
            wrong.append(f"line {before.safe_lines} was shown as safe, the log ends at {len(lines)}")
        if victim in WITH_BRIDGE:
            wrong += witness.before_restart(lines).differences(witness.now(lines))
        else:
            wrong += self._left_alone(victim, before, witness.restarts(lines))
        silent = not witness.heard_at_any_time(lines, before.lines)
        if silent and self._stand.heard_since(before.at_seconds):
            wrong.append("somebody was heard although nobody was to be")
        return silent, wrong

    def _left_alone(self, victim: Victim, before: _Moment, restarts: int) -> list[str]:
        """Returns what a death reached that it should not have."""
        wrong = [] if restarts == before.restarts else ["the bridge started anew though it was not killed"]
        if victim in (Victim.WINDOW, Victim.KEEPER):
            now = self._stand.attempts()
            anew = [site for site, attempts in now.items() if attempts != before.attempts.get(site)]
            wrong += [f"{', '.join(anew)} had to join again"] if anew else []
        return wrong
