"""A short meeting that runs by itself: what the demo does when nobody sits at the console.

Rule: it uses the same link as any window, observes the published state, and ends with an error when what it asked for
was not done or not seen. Nothing here knows the bridge's inside; what it tells is told in the words it is given.
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
    RecallPreset,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    StartSession,
)
from console.effects import Receipt
from console.snapshot import CameraView
from console.words import MAIN_SITE, FloorSource, Layout, Outcome, SessionKind, SiteId, SiteRole
from hardware.processes.demo.demo_words import Awaited, DemoWords, Figure, Report
from hardware.processes.published_state import PublishedState

PAUSE_SECONDS = 4.0
CAMERA, CHAIR_PRESET = "main", "Bàn chủ tọa"
TITLE = "Giao ban trực tuyến tỉnh – cấp xã"


class MeetingClient(Protocol):
    """The link to the bridge as the script uses it."""

    async def ask(self, command: AnyCommand) -> Receipt: ...


Say = Callable[[str], None]
Shoot = Callable[[str], Awaitable[None]]


class NotDone(RuntimeError):
    """The bridge did not do what it was asked; the text says what came of it."""


class ScriptedMeeting:
    """Two minutes of an official session with `sites` endpoints; reports go to `say` in `words`."""

    def __init__(
        self,
        client: MeetingClient,
        state: PublishedState,
        *,
        say: Say,
        shoot: Shoot,
        sites: int,
        words: DemoWords,
    ) -> None:
        self._client, self._state, self._say, self._shoot = client, state, say, shoot
        self._expected = sites
        self._words = words
        self.measured_ms: dict[Figure, int] = {}

    async def run(self) -> None:
        """Runs the whole meeting, from the start of the session to its end; raises `NotDone` or `NotSeen`."""
        await self._begin()
        await self._silence()
        await self._first_speaker()
        await self._layouts()
        await self._floor()
        await self._safe_stop()
        await self._ask(EndSession())

    # ------------------------------------------------------------------ the acts

    async def _begin(self) -> None:
        loop = asyncio.get_running_loop()
        await self._ask(StartSession(kind=SessionKind.OFFICIAL, title=TITLE))
        started = loop.time()
        connected = self._phrase(Awaited.SITES_CONNECTED, count=self._expected)
        await self._state.until(
            connected, lambda: self._state.session().connected_sites >= self._expected, limit_seconds=60
        )
        self._note(Figure.ALL_CONNECTED, int((loop.time() - started) * 1000))
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("1-all-live")

    async def _silence(self) -> None:
        receipt = await self._ask(MuteAll())
        self._note(Figure.MUTE_ALL, receipt.took_ms)
        counts = {"confirmed": len(receipt.confirmed), "unconfirmed": len(receipt.unconfirmed)}
        self._say(self._phrase(Report.CONFIRMED, **counts))
        await self._shoot("2-silence")

    async def _first_speaker(self) -> None:
        site = self._pick(14)
        await self._ask(PutOnDeck(site=site))
        await self._until(Awaited.ON_DECK_CHECKED, lambda: bool(self._state.on_deck().sound_ok))
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("3-on-deck")
        receipt = await self._ask(BringToPodium(site=site))
        self._note(Figure.PODIUM, receipt.facts.get("connection_ms", receipt.took_ms))
        await self._until(Awaited.ON_PODIUM, lambda: self._state.podium().site == site)
        await self._camera_off_air()
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("4-podium")

    async def _camera_off_air(self) -> None:
        """Turns the main room's camera to the chair while somebody else is shown."""
        camera = self._state.views.get(f"camera/{CAMERA}")
        if isinstance(camera, CameraView) and CHAIR_PRESET in camera.presets:
            receipt = await self._ask(RecallPreset(site=MAIN_SITE, camera=CAMERA, preset=CHAIR_PRESET))
            self._note(Figure.PRESET, receipt.took_ms)

    async def _layouts(self) -> None:
        for layout in (Layout.PODIUM_BESIDE_MAIN, Layout.GRID_2X2, Layout.GRID_3X3):
            await self._ask(SetLayout(layout=layout))
            await asyncio.sleep(PAUSE_SECONDS)
            await self._shoot(f"5-layout-{layout}")
        await self._ask(ReturnToPrevious())

    async def _floor(self) -> None:
        caller = self._pick(19)
        await self._ask(RequestFloor(site=caller, source=FloorSource.PHONE, note="gọi điện"))
        await self._until(Awaited.REQUEST_QUEUED, lambda: self._request_of(caller) is not None)
        request = self._request_of(caller)
        assert request is not None
        receipt = await self._ask(GrantFloor(request_id=request))
        self._note(Figure.FLOOR, receipt.facts.get("connection_ms", receipt.took_ms))
        await self._until(Awaited.SPEECH_RUNS, lambda: self._state.floor().speaker == caller)
        await asyncio.sleep(PAUSE_SECONDS)
        await self._shoot("6-floor")
        await self._ask(FinishSpeech())

    async def _safe_stop(self) -> None:
        receipt = await self._ask(SafeStop())
        self._note(Figure.SAFE_STOP, receipt.took_ms)
        await self._until(Awaited.SAFE_STOP_SHOWN, lambda: self._state.silence().safe_stop)
        await asyncio.sleep(PAUSE_SECONDS / 2)
        await self._shoot("7-safe-stop")
        await self._ask(LiftSafeStop())

    # ------------------------------------------------------------------ small steps

    async def _ask(self, command: AnyCommand) -> Receipt:
        receipt = await self._client.ask(command)
        told = self._words.receipt(command, receipt, self._name_of)
        self._say(self._phrase(Report.STEP, told=told, milliseconds=receipt.took_ms))
        if receipt.outcome not in (Outcome.DONE, Outcome.PARTLY):
            raise NotDone(told)
        return receipt

    async def _until(self, awaited: Awaited, holds: Callable[[], bool]) -> None:
        await self._state.until(self._phrase(awaited), holds)

    def _note(self, figure: Figure, milliseconds: int) -> None:
        self.measured_ms[figure] = milliseconds
        self._say(self._phrase(Report.FIGURE, figure=self._phrase(figure), milliseconds=milliseconds))

    def _phrase(self, kind: Report | Figure | Awaited, **values: object) -> str:
        return self._words.phrase(kind, values)

    def _name_of(self, site: SiteId) -> str:
        view = self._state.site(site)
        return f"{view.number} {view.name}" if view is not None else site

    def _pick(self, number: int) -> SiteId:
        """Returns the site with that number, or the last satellite when the province is smaller."""
        satellites = [site for site in self._state.sites() if site.role is SiteRole.SATELLITE]
        return next((site.site for site in satellites if site.number == number), satellites[-1].site)

    def _request_of(self, site: SiteId) -> str | None:
        return next((r.request_id for r in self._state.floor().requests if r.site == site), None)
