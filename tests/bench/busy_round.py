"""What a long meeting does again and again: a speaker after another, silence, and part of the sites gone and back.

Rule: every act has to be done; one that is not is a fault, and so is a site that does not come back in time, or whose
picture or connection stands still while nobody sent it away. The meeting goes on after a fault, up to `MOST_FAULTS`.
"""

import asyncio
import time
from dataclasses import dataclass, field

from console.commands import AnyCommand, BringToPodium, MuteAll, PutOnDeck
from console.effects import Receipt
from console.words import LinkState, SiteId
from hardware.processes.published_state import NotSeen
from tests.bench.live_meeting import BenchFailed, LiveMeeting

SILENCE_EVERY = 5
LEAVE_EVERY = 8
BACK_SECONDS = 60.0
STALLED_SECONDS = 20.0
LOOK_SECONDS = 1.0
MOST_FAULTS = 50


@dataclass(slots=True)
class BusyRound:
    """The turns of one meeting, and what went wrong in them."""

    meeting: LiveMeeting
    step_seconds: float = 1.5
    leave_every: int = LEAVE_EVERY
    """Turns between two departures of a share of the sites."""
    turns: int = 0
    rejoined: int = 0
    """Sites that left and came back, counted each time."""
    connection_ms: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _away: frozenset[SiteId] = frozenset()
    _standing_since: dict[SiteId, float] = field(default_factory=dict)

    async def turn(self) -> None:
        """Brings the next speaker to the podium, now and then silences all, now and then lets a share leave."""
        meeting = self.meeting
        site = meeting.observers[self.turns % len(meeting.observers)]
        await self._act(PutOnDeck(site=site))
        await asyncio.sleep(self.step_seconds)
        receipt = await self._act(BringToPodium(site=site))
        if receipt is not None:
            self.connection_ms.append(receipt.facts.get("connection_ms", receipt.took_ms))
        await asyncio.sleep(self.step_seconds)
        self.turns += 1
        if self.turns % SILENCE_EVERY == 0:
            await self._act(MuteAll())
        if self.turns % self.leave_every == 0:
            await self._leave_and_join()

    async def _act(self, command: AnyCommand) -> Receipt | None:
        """Gives a command; None when it was not carried out, which is kept as a fault."""
        try:
            return await self.meeting.ask(command)
        except BenchFailed as error:
            self.faults.append(str(error))
            if len(self.faults) >= MOST_FAULTS:
                raise
            return None

    async def _leave_and_join(self) -> None:
        """Sends away one process of light peers, never the observers, who speak; waits until all are back."""
        province = self.meeting.province
        shares = len(province.shares)
        if shares < 2:
            return
        number = 1 + self.turns // self.leave_every % (shares - 1)
        sites = self._away = frozenset(province.shares[number])
        try:
            await province.leave_share(number)
            await self._until(sites, "have left", live=False)
            await province.join_share(number)
            await self._until(sites, "are back", live=True)
            self.rejoined += len(sites)
        finally:
            self._away = frozenset()

    async def _until(self, sites: frozenset[SiteId], what: str, *, live: bool) -> None:
        def holds() -> bool:
            found = [site.link is LinkState.LIVE for site in self.meeting.state.sites() if site.site in sites]
            return all(found) if live else not any(found)

        try:
            await self.meeting.state.until(f"{len(sites)} sites {what}", holds, BACK_SECONDS)
        except NotSeen as error:
            self.faults.append(str(error))

    async def watch(self) -> None:
        """Looks for sites that stand still, until it is cancelled."""
        while True:
            self.look(time.monotonic())
            await asyncio.sleep(LOOK_SECONDS)

    def look(self, now: float) -> None:
        """Names each site that stands still for too long, once each time."""
        for site in self.meeting.state.sites():
            well = site.link is LinkState.LIVE and site.picture_old_since_ms is None
            if well or site.site in self._away:
                self._standing_since.pop(site.site, None)
                continue
            since = self._standing_since.setdefault(site.site, now)
            if now - since >= STALLED_SECONDS:
                self.faults.append(f"{site.site} stood still for {STALLED_SECONDS:g} s (link {site.link.value})")
                self._standing_since[site.site] = float("inf")
