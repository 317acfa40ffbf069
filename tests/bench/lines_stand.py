"""A real bridge and real endpoint programs on lines that can be spoiled, in one loop; the load of the lines bench.

Rule: bridge and media workers are the product's own processes; the sites live here, each behind a relay of its own, so
that what they saw and heard is read without asking. The operator's tiles are read as a window reads them. As many sites
speak as the bridge mixes, one in each group of lines decodes what it sees; the others send and receive the same.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from console.commands import AnyCommand, SetLayout, StartSession, UnmuteSite
from console.effects import Receipt
from console.engine_port import SetViews, SoundFrames, TileView
from console.events import Site
from console.snapshot import SiteView
from console.words import MAIN_SITE, Layout, LinkState, Origin, Outcome, SessionKind, SiteId
from hardware.endpoint.equipment import SharedThreads
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.sound.capture_audio import RepeatedSound
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.engines.embedded.speakers import MOST_MIXED
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
from tests.bench.line_watch import Freezes, WatchedTiles, WatchingSite
from tests.bench.live_meeting import BenchFailed
from tests.bench.product import Product
from tests.bench.speech import speech

GOOD: Final = LineConditions()
LIVE_SECONDS: Final = 60.0
SPEAKERS: Final = MOST_MIXED
LOOK_SECONDS: Final = 0.02
JOIN_EVERY_SECONDS: Final = 0.1
TILE_WIDTH, TILE_HEIGHT = 160, 90


@dataclass(slots=True)
class LineSite:
    """One satellite behind its own line."""

    number: int
    running: RunningSite
    eyes: WatchingSite
    speaks: bool

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

    def look(self) -> None:
        """Notes the newest picture of the program."""
        session = self.running.agent.session
        self.eyes.arrived(None if session is None else session.program_seen_seconds)

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
    tiles: WatchedTiles
    sites: list[LineSite] = field(default_factory=list[LineSite])

    def tile(self, site: LineSite) -> Freezes:
        """Returns how a site's own picture went on, seen in its tile."""
        return self.tiles.freezes[site.site]

    def view(self, site: LineSite) -> SiteView:
        """Returns what is published of a site."""
        view = self.state.site(site.site)
        assert view is not None
        return view

    def heard(self, site: LineSite) -> SoundFrames | None:
        """Returns what became of a site's sound at the bridge; None for a site that says nothing."""
        return self.view(site).line.heard if site.speaks else None

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

    def begin(self, sites: Sequence[LineSite]) -> None:
        """Forgets the freezes of these sites so far."""
        now = time.monotonic()
        for site in sites:
            site.eyes.freezes.begin(now)
            self.tile(site).begin(now)

    def take(self, row: Site, joiner: BridgeJoiner, around: Surroundings, *, decodes: bool) -> RunningSite:
        """Makes one more satellite; it does not join yet."""
        eyes, speaks = WatchingSite(decodes=decodes), len(self.sites) < SPEAKERS
        says = RepeatedSound(speech(row.number), around.clock) if speaks else None
        plan = SimulatedSite(site=row.site, number=row.number, name=row.name, observes=True, speaks=speaks, line=GOOD)
        running = RunningSite(plan, joiner, around, eyes, says)
        self.sites.append(LineSite(row.number, running, eyes, speaks))
        return running

    async def watch(self) -> None:
        """Looks at all pictures until it is cancelled."""
        while True:
            self.tiles.look()
            for site in self.sites:
                site.look()
            await asyncio.sleep(LOOK_SECONDS)


@asynccontextmanager
async def lines_stand(count: int, *, light: int = 0, groups: int = 1) -> AsyncGenerator[LinesStand]:
    """Gives a session with `count` satellites, seen in their tiles, on good lines so far.

    `light` further satellites are there besides, played by light peers. The sites' lines are to be spoiled in so many
    `groups`, site by site in turn: in each group one decodes, and as many speak as can be heard at once.
    """
    loop = asyncio.get_running_loop()
    with Product(count + light) as product, contextlib.ExitStack() as metering:
        place = product.place(product.start_bridge())
        around = Surroundings(
            peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True),
            threads=SharedThreads(pictures=PictureClock(loop), program=DecodingThread()),
            clock=SoundClock(),
        )
        state = PublishedState()
        client = BridgeClient(on_whole=state.take, on_delta=state.take)
        address = await client.connect(product.run_file, "bench", Origin.COMMAND_LINE)
        assert product.bridge is not None
        meter = metering.enter_context(CpuMeter({"bridge": product.bridge.pid}, {}))
        satellites = [row for row in product.sites[: count + 1] if row.site != MAIN_SITE]
        tiles = WatchedTiles(Path(address.frames_folder), {row.site: f"tile/{row.site}" for row in satellites})
        stand = LinesStand(state, client, meter, tiles)
        crowd = LightProvince()
        everybody: list[RunningSite] = []
        looking = asyncio.create_task(stand.watch(), name="looks at all pictures")
        try:
            await stand.ask(StartSession(kind=SessionKind.TEST, title="bench"))
            for row in product.sites[: count + 1]:
                joiner = BridgeJoiner(place, row.site, credential=product.secrets[row.site])
                running = (
                    _main_endpoint(row, joiner, around)
                    if row.site == MAIN_SITE
                    else stand.take(row, joiner, around, decodes=len(stand.sites) < groups)
                )
                everybody.append(running)
                running.begin(len(everybody) * JOIN_EVERY_SECONDS)
            await stand.until_live()
            if light:
                crowd = await _light_crowd(product, place, product.sites[count + 1 :])
            await _show_and_hear_all(stand)
            yield stand
        finally:
            looking.cancel()
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


def _main_endpoint(row: Site, joiner: BridgeJoiner, around: Surroundings) -> RunningSite:
    plan = SimulatedSite(site=row.site, number=row.number, name=row.name, observes=False, speaks=False, line=None)
    return RunningSite(plan, joiner, around)


async def _show_and_hear_all(stand: LinesStand) -> None:
    views = tuple(TileView(site=site.site, width=TILE_WIDTH, height=TILE_HEIGHT) for site in stand.sites)
    stand.client.show_views(SetViews(tiles=views, program_width=0, program_height=0))
    await stand.ask(SetLayout(layout=Layout.GRID_3X3))
    heard = [site for site in stand.sites if site.speaks]
    for site in heard:
        await stand.ask(UnmuteSite(site=site.site))
    await stand.state.until("all speakers heard", lambda: all(stand.heard(site) for site in heard), LIVE_SECONDS)
    until = time.monotonic() + LIVE_SECONDS
    while dark := [
        site.number for site in stand.sites if not (stand.tile(site).pictures and site.eyes.freezes.pictures)
    ]:
        if time.monotonic() > until:
            raise BenchFailed(f"no picture goes to or comes from the sites {dark}")
        await asyncio.sleep(0.1)
