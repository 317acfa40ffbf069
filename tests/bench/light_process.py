"""A process of light peers: `python -m tests.bench.light_process`; told what to do on standard input.

Rule: it ends when its standard input ends, so that none outlives the bench. Media is coded before the first site joins.
"""

import asyncio
import contextlib
import sys
import time
from random import Random

import numpy as np
from aiortc import RTCCertificate
from numpy.typing import NDArray

from console.words import SiteId
from hardware.endpoint.reconnection import BackOff, Ending, wait_seconds
from hardware.endpoint.silent_bridge import SilentBridge
from hardware.rtc.light_peer import LightFleet
from hardware.rtc.peer import OfferRefused, make_certificate
from hardware.signalling.client import BridgePlace, Joined, SignallingError, TurnedAway, is_held, join
from hardware.simulator.lines.relayed_joiner import RelayedJoiner
from tests.bench.light_media import media_of
from tests.bench.light_orders import (
    AnyOrder,
    AnyTold,
    End,
    JoinAll,
    LeaveAll,
    PeerPlan,
    Prepare,
    Prepared,
    SiteFailed,
    SiteUp,
    SoundBegan,
    SoundEnded,
    encoder,
    order_decoder,
)
from tests.bench.light_site import LightMedia, LightSite

SOUNDING_LEVEL = 2300
"""Root mean square of 16-bit samples (-23 dB of full scale): the speakers' tones are at -17 dB, and Opus' ring in the
first packet after them is below -27 dB."""
SILENT_PACKETS = 3
JOIN_TRIES = 3
LARGEST_ORDER = 1 << 20
ASK_SECONDS = 3.0
BEAT_SECONDS = 1.0


def tell(message: AnyTold) -> None:
    """Says something to the bench."""
    sys.stdout.buffer.write(encoder.encode(message) + b"\n")
    sys.stdout.buffer.flush()


class SoundEdges:
    """Tells when an observer's mix falls silent or sounds again.

    Only the second half of a packet counts, and only what is loud: Opus looks 6.5 ms ahead and rings on, so that the
    first packet coded from silence still holds something of the one before.
    """

    def __init__(self) -> None:
        self._last_sound: dict[SiteId, float] = {}
        self._silent: dict[SiteId, int] = {}

    def heard(self, site: SiteId, pcm: NDArray[np.int16], arrived_seconds: float) -> None:
        half = pcm[len(pcm) // 2 :].astype(np.float32)
        if float(np.dot(half, half)) / len(half) > SOUNDING_LEVEL**2:
            if self._silent.get(site, SILENT_PACKETS) >= SILENT_PACKETS:
                tell(SoundBegan(site=site, at_seconds=arrived_seconds))
            self._last_sound[site], self._silent[site] = arrived_seconds, 0
            return
        silent = self._silent.get(site, SILENT_PACKETS) + 1
        self._silent[site] = silent
        if silent == SILENT_PACKETS:
            tell(SoundEnded(site=site, at_seconds=self._last_sound[site]))


class DirectJoiner:
    """Brings one site's offers to the bridge; implements what a relay needs of a `Joiner`."""

    def __init__(self, place: BridgePlace, plan: PeerPlan) -> None:
        self._place, self._plan = place, plan
        self._joined: Joined | None = None

    async def join(self, offer_sdp: str) -> str:
        """Returns the bridge's answer."""
        self._joined = await join(self._place, self._plan.site, self._plan.credential, offer_sdp)
        return self._joined.answer_sdp

    async def is_held(self) -> bool | None:
        """Tells whether the bridge still has the connection; None when no answer comes in time."""
        if self._joined is None:
            return False
        try:
            async with asyncio.timeout(ASK_SECONDS):
                return await is_held(self._place, self._joined, self._plan.credential)
        except (SignallingError, TimeoutError):
            return None

    async def leave(self) -> None:
        """Does nothing: light peers leave by ending their connection."""


class LightProcess:
    """All sites of this process."""

    def __init__(self) -> None:
        self._fleet = LightFleet()
        self._certificate: RTCCertificate = make_certificate()
        self._edges = SoundEdges()
        self._played: list[tuple[PeerPlan, LightMedia]] = []
        self._sites: list[LightSite] = []
        self._place = BridgePlace(urls=(), fingerprint="")
        self._staying: list[asyncio.Task[None]] = []

    async def obey(self, order: AnyOrder) -> bool:
        """Carries an order out; False when the process shall end."""
        match order:
            case Prepare():
                self._place = BridgePlace(urls=order.urls, fingerprint=order.fingerprint)
                self._played = [(plan, _media(plan)) for plan in order.plans]
                tell(Prepared())
            case JoinAll():
                await self._leave()
                await asyncio.sleep(max(0.0, order.at_seconds - time.monotonic()))
                self._sites = [self._make(plan, media) for plan, media in self._played]
                plans = [plan for plan, _ in self._played]
                if order.stays:
                    self._staying = [asyncio.create_task(self._stay(place)) for place in range(len(plans))]
                    return True
                await asyncio.gather(*(self._join(plan, site) for plan, site in zip(plans, self._sites, strict=True)))
            case LeaveAll():
                await self._leave()
            case End():
                return False
        return True

    async def _leave(self) -> None:
        for task in self._staying:
            task.cancel()
        await asyncio.gather(*self._staying, return_exceptions=True)
        self._staying = []
        await asyncio.gather(*(site.close() for site in self._sites))
        self._sites = []

    def _make(self, plan: PeerPlan, media: LightMedia) -> LightSite:
        return LightSite(
            plan.site,
            media,
            certificate=self._certificate,
            fleet=self._fleet,
            ear=self._edges if plan.observes else None,
            deaf_seconds=plan.deaf_seconds,
            sounds_always=plan.sounds_always,
            when_controlled=lambda site: tell(SiteUp(site=site, at_seconds=time.monotonic())),
        )

    async def _join(self, plan: PeerPlan, site: LightSite) -> None:
        direct = DirectJoiner(self._place, plan)
        exchange = direct.join if plan.line is None else RelayedJoiner(direct, plan.line, plan.number).join
        for further in reversed(range(JOIN_TRIES)):
            try:
                await site.join(exchange)
            except (SignallingError, OfferRefused, ConnectionError, TimeoutError) as error:
                if not further:
                    tell(SiteFailed(site=plan.site, text=str(error) or type(error).__name__))
                    return
            else:
                return
            # As the real program does; on a machine without a free core the first try may be too slow.
            await site.close()
            place = self._sites.index(site)
            site = self._sites[place] = self._make(plan, self._played[place][1])

    async def _stay(self, place: int) -> None:
        """Keeps one site in the meeting: joins, notices its end, and waits as the real endpoint does."""
        plan, media = self._played[place]
        random, failures = Random(plan.number), 0
        while True:
            site, joiner, ending = self._sites[place], DirectJoiner(self._place, plan), Ending.LOST
            try:
                await site.join(joiner.join)
                failures = 0
                await until_lost(site, joiner)
            except (SignallingError, OfferRefused, ConnectionError, TimeoutError) as error:
                failures += 1
                ending = Ending.REFUSED if isinstance(error, TurnedAway) and error.final else Ending.LOST
                tell(SiteFailed(site=plan.site, text=str(error) or type(error).__name__))
            await site.close()
            await asyncio.sleep(wait_seconds(BackOff(), failures, random, ending) or 0.0)
            self._sites[place] = self._make(plan, media)

    async def close(self) -> None:
        """Ends all connections."""
        await self._leave()
        self._fleet.close()


async def until_lost(site: LightSite, joiner: DirectJoiner) -> None:
    """Waits until a site's connection has ended, or the bridge does not know it any more."""
    lost = asyncio.Event()
    silent = SilentBridge(joiner, lost.set)
    try:
        while site.ended_text is None and not lost.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(lost.wait(), BEAT_SECONDS)
            heard = site.peer.counters().last_heard_seconds if site.peer is not None else None
            if heard is not None:
                silent.look(time.monotonic() - heard)
    finally:
        silent.end()


def _media(plan: PeerPlan) -> LightMedia:
    return media_of(
        plan.number,
        plan.name,
        all_rungs=plan.full_size,
        speaks=plan.speaks,
        tile_frames_per_second=plan.tile_frames_per_second,
    )


async def main() -> None:
    """Lives until it is told to leave or standard input ends."""
    orders = asyncio.StreamReader(LARGEST_ORDER)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    process = LightProcess()
    try:
        while line := await orders.readline():
            if not await process.obey(order_decoder.decode(line)):
                break
    finally:
        await process.close()


if __name__ == "__main__":
    asyncio.run(main())
