"""A live meeting to be measured: product, light peers, a link, a CPU meter, all ended together.

Rule: the main endpoint and the first `OBSERVERS` satellites are prepared for the podium; at most four of them decrypt.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from console.commands import AnyCommand, StartSession
from console.effects import Receipt
from console.words import MAIN_SITE, LinkState, Origin, Outcome, SessionKind, SiteId
from hardware.link.link_client import BridgeClient
from hardware.link.run_file import BridgeAddress
from hardware.processes.published_state import PublishedState
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.cpu_meter import CpuMeter
from tests.bench.light_orders import PeerPlan
from tests.bench.light_province import LightProvince
from tests.bench.measure import Sample, Tick, shares_between
from tests.bench.probe_reading import ProbeFile
from tests.bench.product import USUAL_SETTINGS, Product

OBSERVERS = 4
DEAF_SECONDS = 0.3
"""Speakers go on sending for so long after an order to close: what is gone earlier, the bridge has taken away."""
PEER_PROCESSES = 3
JOIN_SECONDS = 60.0
CALM_LOOK_SECONDS = 0.5
CALM_TICKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What the light peers send; `settings` are the office's, besides the bench's profile."""

    tile_frames_per_second: int = 8
    all_sound: bool = False
    """Every site sends sound all the time, as devices without a control channel do."""
    main_endpoint: bool = True
    """Whether the main endpoint is there; without it and without a podium the program is a standing slate."""
    line: LineConditions | None = None
    """What stands between every site and the bridge."""
    settings: Mapping[str, object] = field(default_factory=lambda: USUAL_SETTINGS)
    window_size: str | None = None
    """Of the console's window, where the usual screen does not hold all rows: what nobody sees is not decoded."""


USUAL_LOAD = Load()


class BenchFailed(RuntimeError):
    """The product did not do what the bench asked of it; one sentence."""


@dataclass(slots=True)
class LiveMeeting:
    """Everything that a measurement needs."""

    product: Product
    address: BridgeAddress
    client: BridgeClient
    state: PublishedState
    province: LightProvince
    meter: CpuMeter
    probe: ProbeFile
    joined: Sample
    """From the moment at which all sites began to join until all were live in the published state."""
    patience_seconds: float = 0.0
    """How long all repetitions together may still wait for strangers to leave the machine alone."""

    @property
    def observers(self) -> list[SiteId]:
        """The sites that hear, and that can go to the podium in full size."""
        return [site.site for site in self.product.sites if site.site != MAIN_SITE][:OBSERVERS]

    def number_of(self, site: SiteId) -> int:
        """Returns a site's number, which its pictures carry."""
        return next(row.number for row in self.product.sites if row.site == site)

    async def ask(self, command: AnyCommand, *, lenient: bool = False) -> Receipt:
        """Gives a command; raises `BenchFailed` when it is not done (`lenient`: only when it is lost)."""
        receipt = await self.client.ask(command)
        if not lenient and receipt.outcome not in (Outcome.DONE, Outcome.PARTLY):
            raise BenchFailed(f"{command} ended as {receipt.outcome} ({receipt.reason})")
        return receipt

    async def calm(self) -> None:
        """Waits while strangers use the machine, as long as there is patience left."""
        while self.patience_seconds > 0 and not calm_now(self.meter.ticks):
            self.patience_seconds -= CALM_LOOK_SECONDS
            await asyncio.sleep(CALM_LOOK_SECONDS)


def calm_now(ticks: Sequence[Tick]) -> bool:
    """Tells whether strangers leave the machine alone just now."""
    return len(ticks) > CALM_TICKS and shares_between(ticks[-1 - CALM_TICKS], ticks[-1]).calm


@asynccontextmanager
async def live_meeting(
    sites: int, *, patience_seconds: float = 0.0, load: Load = USUAL_LOAD
) -> AsyncGenerator[LiveMeeting]:
    """Gives a meeting in session with all its sites live."""
    with Product(sites, load.settings) as product:
        address = product.start_bridge()
        window = product.start_window(() if load.window_size is None else ("--size", load.window_size))
        state = PublishedState()
        client = BridgeClient(on_whole=state.take, on_delta=state.take)
        await client.connect(product.run_file, "bench", Origin.COMMAND_LINE)
        province = None
        try:
            await client.ask(StartSession(kind=SessionKind.TEST, title="bench"))
            plans = plans_of(product, load)
            province = await LightProvince.start(product.place(address), plans, processes=PEER_PROCESSES)
            assert product.bridge is not None
            meter = CpuMeter(
                {"bridge": product.bridge.pid, "window": window.pid},
                {f"peers {number}": process.pid for number, process in enumerate(province.processes)},
            )
            with meter:
                joined = await _join(province, state, len(plans))
                probe = ProbeFile(product.probe_file)
                yield LiveMeeting(product, address, client, state, province, meter, probe, joined, patience_seconds)
        finally:
            await client.close()
            if province is not None:
                await province.close()


def plans_of(product: Product, load: Load = USUAL_LOAD) -> list[PeerPlan]:
    """Returns what each light peer is: observers speak, the main endpoint is silent, all others too."""
    satellites = [site.site for site in product.sites if site.site != MAIN_SITE]
    observers = satellites[:OBSERVERS]
    return [
        PeerPlan(
            site=site.site,
            number=site.number,
            name=site.name,
            credential=product.secrets[site.site],
            observes=site.site in observers,
            full_size=site.site in observers or site.site == MAIN_SITE,
            speaks=site.site != MAIN_SITE,
            sounds_always=load.all_sound and site.site != MAIN_SITE,
            tile_frames_per_second=load.tile_frames_per_second,
            deaf_seconds=DEAF_SECONDS,
            line=load.line,
        )
        for site in product.sites
        if load.main_endpoint or site.site != MAIN_SITE
    ]


async def _join(province: LightProvince, state: PublishedState, count: int) -> Sample:
    def all_live() -> bool:
        return sum(site.link is LinkState.LIVE for site in state.sites()) == count

    began = await province.join_all(in_seconds=1.0)
    try:
        await state.until(f"{count} sites live", all_live, limit_seconds=JOIN_SECONDS)
    except RuntimeError as error:
        raise BenchFailed(f"{error}; failed: {province.failed or 'none'}") from error
    ended = time.monotonic()
    return Sample((ended - began) * 1000, began, ended)
