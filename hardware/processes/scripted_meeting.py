"""A short meeting that runs by itself: what the demo does when nobody sits at the console.

Rule: it uses the same link as any window, observes the published state, and ends with an error when what it asked for
was not seen. Nothing here knows the bridge's inside.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from console.commands import (
    AnyCommand,
    BringToPodium,
    EndSession,
    FinishSpeech,
    GrantFloor,
    LiftSafeStop,
    MuteAll,
    PutOnDeck,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    StartSession,
)
from console.effects import Receipt
from console.words import FloorSource, Layout, Outcome, SessionKind, SiteId, SiteRole
from hardware.processes.published_state import NotSeen, PublishedState

PAUSE_SECONDS = 4.0
TITLE = "Giao ban trực tuyến tỉnh – cấp xã"


class MeetingClient(Protocol):
    """The link to the bridge as the script uses it."""

    async def ask(self, command: AnyCommand) -> Receipt: ...


Say = Callable[[str], None]
Shoot = Callable[[str], Awaitable[None]]


class ScriptedMeeting:
    """Two minutes of an official session; `run` raises `NotSeen` when the product does not do what is asked."""

    def __init__(self, client: MeetingClient, state: PublishedState, *, say: Say, shoot: Shoot, sites: int) -> None:
        self._client, self._state, self._say, self._shoot = client, state, say, shoot
        self._expected = sites
        self.measured_ms: dict[str, int] = {}

    async def run(self) -> None:
        """Runs the whole meeting, from the start of the session to its end."""
        await self._begin()
        await self._silence()
        await self._first_speaker()
        await self._layouts()
        await self._floor()
        await self._safe_stop()
        await self._ask("end of the session", EndSession())

    # ------------------------------------------------------------------ the acts

    async def _begin(self) -> None:
        loop = asyncio.get_running_loop()
        await self._ask("start of the session", StartSession(kind=SessionKind.OFFICIAL, title=TITLE))
        started = loop.time()
        await self._state.until(
            f"{self._expected} sites connected",
            lambda: self._state.session().connected_sites >= self._expected,
            limit_seconds=60,
        )
        self._note("all sites connected after", int((loop.time() - started) * 1000))
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("1-all-live")

    async def _silence(self) -> None:
        receipt = await self._ask("mute all", MuteAll())
        self._note("mute-all receipt", receipt.took_ms)
        self._say(f"  confirmed {len(receipt.confirmed)}, not confirmed {len(receipt.unconfirmed)}")
        await self._shoot("2-silence")

    async def _first_speaker(self) -> None:
        site = self._pick(14)
        await self._ask(f"on deck: {site}", PutOnDeck(site=site))
        await self._state.until("the site on deck is checked", lambda: bool(self._state.on_deck().sound_ok))
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("3-on-deck")
        receipt = await self._ask(f"podium: {site}", BringToPodium(site=site))
        self._note("connection time of the podium", receipt.facts.get("connection_ms", receipt.took_ms))
        await self._state.until("the site is on the podium", lambda: self._state.podium().site == site)
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("4-podium")

    async def _layouts(self) -> None:
        for layout in (Layout.PODIUM_BESIDE_MAIN, Layout.GRID_2X2, Layout.GRID_3X3):
            await self._ask(f"layout {layout}", SetLayout(layout=layout))
            await asyncio.sleep(PAUSE_SECONDS)
            await self._shoot(f"5-layout-{layout}")
        await self._ask("back", ReturnToPrevious())

    async def _floor(self) -> None:
        caller = self._pick(19)
        asked = RequestFloor(site=caller, source=FloorSource.PHONE, note="gọi điện")
        await self._ask(f"phone request of {caller}", asked)
        await self._state.until("the request is in the queue", lambda: self._request_of(caller) is not None)
        request = self._request_of(caller)
        assert request is not None
        receipt = await self._ask(f"floor to {caller}", GrantFloor(request_id=request))
        self._note("connection time of the floor", receipt.facts.get("connection_ms", receipt.took_ms))
        await self._state.until("the speech runs", lambda: self._state.floor().speaker == caller)
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("6-floor")
        await self._ask("end of the speech", FinishSpeech())

    async def _safe_stop(self) -> None:
        receipt = await self._ask("safe stop", SafeStop())
        self._note("safe stop receipt", receipt.took_ms)
        await self._state.until("the safe stop shows", lambda: self._state.silence().safe_stop)
        await asyncio.sleep(PAUSE_SECONDS / 2)
        await self._shoot("7-safe-stop")
        await self._ask("safe stop lifted", LiftSafeStop())

    # ------------------------------------------------------------------ small steps

    async def _ask(self, what: str, command: AnyCommand) -> Receipt:
        receipt = await self._client.ask(command)
        reason = f" ({receipt.reason})" if receipt.reason else ""
        self._say(f"{what}: {receipt.outcome}{reason}, {receipt.took_ms} ms")
        if receipt.outcome not in (Outcome.DONE, Outcome.PARTLY):
            raise NotSeen(f"{what} ended as {receipt.outcome}{reason}")
        return receipt

    def _note(self, what: str, milliseconds: int) -> None:
        self.measured_ms[what] = milliseconds
        self._say(f"  {what}: {milliseconds} ms")

    def _pick(self, number: int) -> SiteId:
        """Returns the site with that number, or the last satellite when the province is smaller."""
        satellites = [site for site in self._state.sites() if site.role is SiteRole.SATELLITE]
        return next((site.site for site in satellites if site.number == number), satellites[-1].site)

    def _request_of(self, site: SiteId) -> str | None:
        return next((r.request_id for r in self._state.floor().requests if r.site == site), None)
