"""Lip sync: a flash and a beep of one site, as a satellite sees and hears them and as the recording holds them.

Rule: bridge, workers, recorder and endpoints are the product's own; the marks know the machine's clock only. Everything
is decoded from what arrived; the recording is a file like any player's.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from console.commands import AnyCommand, BringToPodium, SetLayout, StartSession, UnmuteSite
from console.notes.recording_commands import PermitRecording
from console.recordings.recorder_commands import StartRecording, StopRecording
from console.recordings.recorder_views import RecorderView
from console.words import Layout, LinkState, Origin, Outcome, SessionKind, SiteId
from hardware.endpoint.equipment import SharedThreads
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.link.link_client import BridgeClient
from hardware.processes.published_state import PublishedState
from hardware.processes.site.bridge_joiner import BridgeJoiner
from hardware.rtc.peer import PeerSettings, make_certificate
from hardware.signalling.client import BridgePlace
from hardware.simulator.lines.line_model import LineConditions
from hardware.simulator.province_orders import SimulatedSite
from hardware.simulator.simulated_site import RunningSite, Surroundings
from tests.bench.cpu_meter import CpuMeter
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.marks import Beeps, Flashes, MarkObserver, apart_ms, marks_of_file
from tests.bench.measure import percentile, shares_over
from tests.bench.product import Product

MUST_MS: Final = 80.0
LIVE_SECONDS, ENDED_SECONDS = 60.0, 60.0
SETTLE_SECONDS: Final = 2.0
SHARE: Final = 0.95
"""Of all marks; the rest is what a desktop system does to any program now and then."""
JITTER: Final = LineConditions(delay_ms=60, jitter_ms=100)


@dataclass(frozen=True, slots=True)
class Apart:
    """How far the marks of one place lie apart: sound after picture, in ms, and how many have no partner."""

    where: str
    sound_after_ms: list[float]
    missing: int

    @property
    def worst_ms(self) -> float | None:
        """All but the share that any program may miss; None where there is no mark."""
        return percentile([abs(each) for each in self.sound_after_ms], SHARE) if self.sound_after_ms else None


@dataclass(slots=True)
class SyncStand:
    """A speaker with marks, a satellite on a good line and one behind jitter, and a bridge."""

    product: Product
    state: PublishedState
    client: BridgeClient
    meter: CpuMeter
    sites: dict[SiteId, RunningSite] = field(default_factory=dict[SiteId, RunningSite])
    near: MarkObserver = field(default_factory=MarkObserver)
    far: MarkObserver = field(default_factory=MarkObserver)

    async def ask(self, command: AnyCommand) -> None:
        """Gives a command; raises `BenchFailed` when it is not done."""
        receipt = await self.client.ask(command)
        if receipt.outcome not in (Outcome.DONE, Outcome.PARTLY):
            raise BenchFailed(f"{command} ended as {receipt.outcome} ({receipt.reason})")

    def recorder(self) -> RecorderView:
        """Returns the recording as it is published."""
        view = self.state.views.get("recorder")
        return view if isinstance(view, RecorderView) else RecorderView()

    def recorded_file(self) -> str:
        """Returns the recording's only part; empty until it has ended."""
        return next((part.file for part in self.recorder().parts if part.ended_ms is not None), "")

    @property
    def watchers(self) -> list[MarkObserver]:
        """Those satellites that look and listen, the one on the good line first."""
        return [self.near, self.far][: len(self.product.sites) - 2]

    def seen_since(self, began: float) -> list[Apart]:
        """Returns the marks of each satellite since a moment; those of the last second have no partner yet."""
        until = time.monotonic() - 1
        found: list[Apart] = []
        for where, observer in zip(("at a satellite", "at a satellite behind jitter"), self.watchers, strict=False):
            flashes = [at for at in observer.flashes.moments if began < at < until]
            found.append(Apart(where, *apart_ms(flashes, observer.beeps.moments)))
        return found

    def all_live(self) -> bool:
        """Tells whether everybody is in the meeting."""
        return sum(site.link is LinkState.LIVE for site in self.state.sites()) == len(self.sites)


@asynccontextmanager
async def sync_stand(*, jitter: bool) -> AsyncGenerator[SyncStand]:
    """Gives a session in which the first satellite speaks on the podium, seen and heard by everybody.

    With `jitter` a further satellite is there, behind a line that shakes.
    """
    loop = asyncio.get_running_loop()
    with Product(3 if jitter else 2) as product, contextlib.ExitStack() as metering:
        place = product.place(product.start_bridge())
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
        stand = SyncStand(product, state, client, meter)
        try:
            await stand.ask(StartSession(kind=SessionKind.TEST, title="bench"))
            _let_in(stand, place, around)
            await state.until("all sites live", stand.all_live, LIVE_SECONDS)
            await _bring_the_marks(stand)
            yield stand
        finally:
            await asyncio.gather(*(running.end() for running in stand.sites.values()))
            await client.close()
            around.threads.close()
            around.clock.close()


def _let_in(stand: SyncStand, place: BridgePlace, around: Surroundings) -> None:
    """Lets the main endpoint, the speaker and the watchers join."""
    observers = {2: stand.near, 3: stand.far}
    for row in stand.product.sites:
        speaks = row.number == 1
        observer = observers.get(row.number)
        plan = SimulatedSite(
            site=row.site,
            number=row.number,
            name=row.name,
            observes=observer is not None,
            speaks=speaks,
            line=JITTER if observer is stand.far else None,
        )
        joiner = BridgeJoiner(place, row.site, credential=stand.product.secrets[row.site])
        says, shows = (Beeps(around.clock), Flashes()) if speaks else (None, None)
        stand.sites[row.site] = RunningSite(plan, joiner, around, observer, says, shows)
        stand.sites[row.site].begin()


async def _bring_the_marks(stand: SyncStand) -> None:
    """Brings the speaker to the podium and waits until its marks are seen and heard."""
    speaker = stand.product.sites[1].site
    await stand.ask(SetLayout(layout=Layout.PODIUM))
    await stand.ask(BringToPodium(site=speaker))
    await stand.ask(UnmuteSite(site=speaker))
    until = time.monotonic() + LIVE_SECONDS
    while not all(each.flashes.moments and each.beeps.moments for each in stand.watchers):
        if time.monotonic() > until:
            raise BenchFailed("the marks are not seen and heard at every satellite")
        await asyncio.sleep(0.1)


# ---------------------------------------------------------------- measuring


async def watch_sync(stand: SyncStand, seconds: float, *, least_marks: int = 1) -> list[Apart]:
    """Records for so long, and until so many marks have their partners at every satellite.

    Returns what the recording holds and what each satellite saw and heard meanwhile.
    """
    await stand.ask(PermitRecording(decided_by="bench"))
    await stand.ask(StartRecording())
    await stand.state.until("the recording grows", lambda: stand.recorder().length_ms > 0, ENDED_SECONDS)
    began = time.monotonic()
    await asyncio.sleep(seconds)
    while time.monotonic() < began + seconds + LIVE_SECONDS:
        if all(len(each.sound_after_ms) >= least_marks for each in stand.seen_since(began)):
            break
        await asyncio.sleep(0.1)
    seen = stand.seen_since(began)
    await stand.ask(StopRecording())
    await stand.state.until("the recording has ended", lambda: bool(stand.recorded_file()), ENDED_SECONDS)
    path = stand.product.data.recordings / stand.recorded_file()
    marks = await asyncio.to_thread(marks_of_file, path)
    return [Apart("in the recording", *apart_ms(*marks)), *seen]


async def measure_sync(seconds: float) -> list[Figure]:
    """Returns a figure for the recording and for each satellite."""
    async with sync_stand(jitter=True) as stand:
        await asyncio.sleep(SETTLE_SECONDS)
        began = time.monotonic()
        found = await watch_sync(stand, seconds)
        shares = shares_over(stand.meter.ticks, began, began + seconds)
    noisy = shares is None or not shares.calm
    return [_figure(each, seconds, noisy=noisy) for each in found]


def _figure(apart: Apart, seconds: float, *, noisy: bool) -> Figure:
    middle = percentile(apart.sound_after_ms, 0.5) if apart.sound_after_ms else 0.0
    count = len(apart.sound_after_ms)
    return Figure(
        name=f"lip sync {apart.where}: sound and picture of one moment apart, p95",
        unit="ms",
        measured=apart.worst_ms,
        must=MUST_MS,
        count=count,
        tried=count + apart.missing,
        noisy=noisy,
        how=f"flashes and beeps of a speaker for {seconds:g} s; in the middle the sound comes {middle:+.0f} ms after",
    )
