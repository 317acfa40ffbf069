"""A real bridge and real endpoint programs on lines that can be spoiled, in one loop; the load of the lines bench.

Rule: bridge and media workers are the product's own processes; the sites live here, each behind a relay of its own, so
that what they saw and heard is read without asking. The main endpoint has a good line and sees the grid of all.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from console.commands import AnyCommand, SetLayout, StartSession, UnmuteSite
from console.effects import Receipt
from console.engine_port import SoundFrames
from console.events import Site
from console.snapshot import SiteView
from console.words import MAIN_SITE, Layout, LinkState, Origin, Outcome, SessionKind, SiteId
from hardware.endpoint.equipment import SharedThreads
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.sound.capture_audio import RepeatedSound
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.link.link_client import BridgeClient
from hardware.processes.published_state import PublishedState
from hardware.processes.site.bridge_joiner import BridgeJoiner
from hardware.rtc.peer import PeerSettings, make_certificate
from hardware.rtc.receive_buffer import ReceiveBuffer
from hardware.signalling.client import BridgePlace
from hardware.simulator.lines.line_model import LineConditions
from hardware.simulator.province_orders import SimulatedSite
from hardware.simulator.simulated_site import RunningSite, Surroundings
from tests.bench.cpu_meter import CpuMeter
from tests.bench.light_orders import PeerPlan
from tests.bench.light_province import LightProvince
from tests.bench.line_watch import Freezes, WatchingGrid, WatchingSite
from tests.bench.live_meeting import BenchFailed
from tests.bench.product import Product
from tests.bench.speech import speech

GOOD: Final = LineConditions()
LIVE_SECONDS: Final = 30.0
NOT_SEEN: Final = Freezes()


@dataclass(slots=True)
class LineSite:
    """One satellite behind its own line."""

    number: int
    running: RunningSite
    eyes: WatchingSite

    @property
    def site(self) -> SiteId:
        return self.running.plan.site

    @property
    def joins(self) -> int:
        """How often it came into the meeting."""
        return self.running.agent.state.joins

    @property
    def buffer(self) -> ReceiveBuffer | None:
        """Where its program's sound waits; None while it is not in the meeting."""
        session = self.running.agent.session
        return None if session is None else session.program.sound.buffer

    def spoil(self, *, up: LineConditions | None = None, down: LineConditions | None = None) -> None:
        """Changes its line."""
        assert self.running.line is not None
        self.running.line.set_conditions(up=up, down=down)


@dataclass(slots=True)
class LinesStand:
    """Everything that a case needs."""

    state: PublishedState
    client: BridgeClient
    meter: CpuMeter
    grid: WatchingGrid
    sites: list[LineSite] = field(default_factory=list[LineSite])

    def tile(self, site: LineSite) -> Freezes:
        """Returns how a site's own picture went on, seen in the grid."""
        seen = self.grid.sites.get(site.number)
        return NOT_SEEN if seen is None else seen.freezes

    def view(self, site: LineSite) -> SiteView:
        """Returns what is published of a site."""
        view = self.state.site(site.site)
        assert view is not None
        return view

    def heard(self, site: LineSite) -> SoundFrames | None:
        """Returns what became of a site's sound at the bridge."""
        return self.view(site).line.heard

    async def ask(self, command: AnyCommand) -> Receipt:
        """Gives a command; raises `BenchFailed` when it is not done."""
        receipt = await self.client.ask(command)
        if receipt.outcome not in (Outcome.DONE, Outcome.PARTLY):
            raise BenchFailed(f"{command} ended as {receipt.outcome} ({receipt.reason})")
        return receipt

    async def until_live(self, seconds: float = LIVE_SECONDS) -> None:
        """Waits until all sites are live."""
        await self.state.until("all sites live", lambda: all(self.is_live(site) for site in self.sites), seconds)

    def is_live(self, site: LineSite) -> bool:
        """Tells whether a site is live in the published state."""
        view = self.state.site(site.site)
        return view is not None and view.link is LinkState.LIVE

    def begin(self) -> None:
        """Forgets the freezes so far."""
        now = time.monotonic()
        for site in self.sites:
            site.eyes.freezes.begin(now)
            self.tile(site).begin(now)


@asynccontextmanager
async def lines_stand(count: int, *, light: int = 0) -> AsyncGenerator[LinesStand]:
    """Gives a session with `count` satellites in the grid, all heard, on good lines so far.

    `light` further satellites are there besides, played by light peers.
    """
    loop = asyncio.get_running_loop()
    with Product(count + light) as product, contextlib.ExitStack() as metering:
        address = product.start_bridge()
        place = product.place(address)
        around = Surroundings(
            peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True),
            threads=SharedThreads(pictures=PictureClock(loop), program=DecodingThread()),
            clock=SoundClock(),
        )
        state = PublishedState()
        client = BridgeClient(on_whole=state.take, on_delta=state.take)
        await client.connect(product.run_file, "bench", Origin.COMMAND_LINE)
        assert product.bridge is not None
        meter = metering.enter_context(CpuMeter({"bridge": product.bridge.pid}, {}))
        stand = LinesStand(state, client, meter, WatchingGrid())
        crowd = LightProvince()
        everybody: list[RunningSite] = []
        try:
            await stand.ask(StartSession(kind=SessionKind.TEST, title="bench"))
            for row in product.sites[: count + 1]:
                joiner = BridgeJoiner(place, row.site, credential=product.secrets[row.site])
                eyes = None if row.site == MAIN_SITE else WatchingSite()
                says = None if eyes is None else RepeatedSound(speech(row.number), around.clock)
                running = RunningSite(_plan(row.site, row.number, row.name), joiner, around, eyes or stand.grid, says)
                everybody.append(running)
                if eyes is not None:
                    stand.sites.append(LineSite(row.number, running, eyes))
                running.begin()
            await stand.until_live()
            if light:
                crowd = await _light_crowd(product, place, product.sites[count + 1 :])
            await _show_and_hear_all(stand)
            yield stand
        finally:
            await crowd.close()
            await asyncio.gather(*(running.end() for running in everybody))
            await client.close()
            around.threads.close()
            around.clock.close()


async def _light_crowd(product: Product, place: BridgePlace, sites: Sequence[Site]) -> LightProvince:
    plans = [
        PeerPlan(site=row.site, number=row.number, name=row.name, credential=product.secrets[row.site]) for row in sites
    ]
    crowd = await LightProvince.start(place, plans, processes=2)
    await crowd.join_all()
    async with asyncio.timeout(LIVE_SECONDS):
        await crowd.until(lambda: len(crowd.up) == len(sites))
    return crowd


def _plan(site: SiteId, number: int, name: str) -> SimulatedSite:
    satellite = site != MAIN_SITE
    return SimulatedSite(
        site=site, number=number, name=name, observes=True, speaks=satellite, line=GOOD if satellite else None
    )


async def _show_and_hear_all(stand: LinesStand) -> None:
    await stand.ask(SetLayout(layout=Layout.GRID_3X3))
    for site in stand.sites:
        await stand.ask(UnmuteSite(site=site.site))
    heard: Sequence[LineSite] = stand.sites
    await stand.state.until("all sites heard", lambda: all(stand.heard(site) for site in heard), LIVE_SECONDS)
    numbers = {site.number for site in stand.sites}
    until = time.monotonic() + LIVE_SECONDS
    while not numbers <= stand.grid.sites.keys():
        if time.monotonic() > until:
            raise BenchFailed(f"the grid shows only {sorted(stand.grid.sites)} of {sorted(numbers)}")
        await asyncio.sleep(0.1)
