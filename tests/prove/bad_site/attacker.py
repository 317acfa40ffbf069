"""One site that does harm: `python -m tests.prove.bad_site.attacker`, told what on standard input.

Rule: it joins as any site does and says `joined`; at the next line of its input it begins, says `ended` when its time
is over, and leaves when its input ends. It yields to everybody else (`nice`), so that what is measured is the harm.
"""

import asyncio
import contextlib
import os
import ssl
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from random import Random
from typing import Any, cast

import aiohttp
import msgspec

from console.sites.site_messages import Pong
from console.words import Rung
from hardware.rtc.light_peer import Clip, LightFleet
from hardware.rtc.media_types import VIDEO_CLOCK_HZ
from hardware.rtc.peer import Peer, PeerSettings, make_certificate
from hardware.signalling.client import BridgePlace, join
from hardware.signalling.control_codec import encode_from_site
from tests.bench.light_media import media_of
from tests.bench.light_site import LightMedia, LightSite
from tests.prove.bad_site.attacks import Attack, AttackOrder
from tests.prove.bad_site.bombs import (
    LARGEST_SIDE,
    behind_side_information,
    changing_sizes,
    clip_of,
    costly_pictures,
    h264_of,
    heavy_pictures,
    nonsense,
)

NICE = 10
TURN_SECONDS = 0.02
NONSENSE_A_TURN = 4
MESSAGES_A_SECOND = 1_000
JOINS_A_SECOND = 1_000
JOINERS = 64
LORIS_CONNECTIONS = 150
DRIP_SECONDS = 0.2
SIDE_UNITS = 2_000
PICTURES_A_SECOND = 15


class Attacker:
    """One site; `begin` does its harm until its time is over."""

    def __init__(self, order: AttackOrder) -> None:
        self._order = order
        self._place = BridgePlace(urls=order.urls, fingerprint=order.fingerprint)
        self._fleet = LightFleet()
        media = media_of(order.number, order.site, all_rungs=False, speaks=False)
        clip = _clip_of(order.attack)
        self._media = media if clip is None else LightMedia(clips=dict.fromkeys(Rung, clip), voice=None)
        self._site = LightSite(order.site, media, certificate=make_certificate(), fleet=self._fleet)
        self._until = 0.0
        self._rtp_time = 0

    async def join(self) -> None:
        """Joins as any site does."""
        place, order = self._place, self._order

        async def exchange(offer_sdp: str) -> str:
            return (await join(place, order.site, order.credential, offer_sdp)).answer_sdp

        await self._site.join(exchange)

    async def begin(self) -> None:
        """Does harm."""
        self._until = time.monotonic() + self._order.seconds
        works: dict[Attack, Callable[[], Awaitable[None]]] = {
            Attack.NONSENSE: self._send_nonsense,
            Attack.CONTROL: self._talk,
            Attack.JOINS: self._join_again_and_again,
            Attack.SLOW_LORIS: self._drip,
        }
        await works.get(self._order.attack, self._show_bombs)()

    async def close(self) -> None:
        """Leaves."""
        await self._site.close()
        self._fleet.close()

    def _going_on(self) -> bool:
        return time.monotonic() < self._until

    @property
    def _peer(self) -> Peer:
        assert self._site.peer is not None
        return self._site.peer

    # ------------------------------------------------------------ over the media's way

    async def _send_nonsense(self) -> None:
        dice = Random(self._order.number)
        inside = cast("Any", self._peer)
        while self._going_on():
            for _ in range(NONSENSE_A_TURN):
                for octets in nonsense(dice):
                    inside._send_datagram(octets)
            # The same inside the encryption, where SCTP is expected.
            await inside._connection.dtls._send_data(dice.randbytes(dice.randrange(1, 300)))
            await asyncio.sleep(TURN_SECONDS)

    def _send(self, clip: Clip, number: int) -> None:
        self._rtp_time = (self._rtp_time + VIDEO_CLOCK_HZ // 100) & 0xFFFFFFFF
        self._peer.send_video(replace(clip.units[number % len(clip.units)], rtp_time=self._rtp_time))

    async def _show_bombs(self) -> None:
        clip, number = self._media.clips[Rung.THUMBNAIL], 0
        while self._going_on():
            self._send(clip, number)
            number += 1
            await asyncio.sleep(1 / clip.frames_per_second)

    async def _talk(self) -> None:
        text = encode_from_site(Pong(number=1))
        while self._going_on():
            for _ in range(round(MESSAGES_A_SECOND * TURN_SECONDS)):
                self._peer.send_control(text)
            await asyncio.sleep(TURN_SECONDS)

    # ------------------------------------------------------------ at the front

    async def _join_again_and_again(self) -> None:
        order = self._order
        offering, offer = await Peer.offer(settings=PeerSettings(certificate=make_certificate()), events=self._site)
        url = f"{order.urls[0]}/whip/{order.site}?program=1"
        headers = {"Authorization": f"Bearer {order.credential}", "Content-Type": "application/sdp"}
        asked = 0

        async def ask_on(session: aiohttp.ClientSession) -> None:
            nonlocal asked
            while self._going_on():
                asked += 1
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with session.post(url, data=offer, headers=headers) as response:
                        await response.read()
                await asyncio.sleep(JOINERS / JOINS_A_SECOND)

        connector = aiohttp.TCPConnector(limit=JOINERS, ssl=False)
        async with aiohttp.ClientSession(connector=connector) as session:
            asking = [asyncio.create_task(ask_on(session)) for _ in range(JOINERS)]
            await asyncio.sleep(order.seconds)
            for task in asking:
                task.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        await offering.close()
        say(f"asked {asked}")

    async def _drip(self) -> None:
        _, _, address = self._order.urls[0].partition("//")
        host, _, port = address.rpartition(":")
        await asyncio.gather(*(self._drip_one(host, int(port)) for _ in range(LORIS_CONNECTIONS)))

    async def _drip_one(self, host: str, port: int) -> None:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        while self._going_on():
            try:
                _, writer = await asyncio.open_connection(host, port, ssl=context)
                writer.write(b"POST /whip/s001 HTTP/1.1\r\nHost: x\r\n")
                while self._going_on():
                    writer.write(b"X-Drip: 1\r\n")
                    await writer.drain()
                    await asyncio.sleep(DRIP_SECONDS)
                writer.close()
            except OSError:
                await asyncio.sleep(DRIP_SECONDS)


def _clip_of(attack: Attack) -> Clip | None:
    match attack:
        case Attack.FLOOD:
            return heavy_pictures()
        case Attack.HUGE:
            return clip_of([h264_of(LARGEST_SIDE, LARGEST_SIDE)], PICTURES_A_SECOND)
        case Attack.SIDE_INFORMATION:
            return clip_of([behind_side_information(SIDE_UNITS)], PICTURES_A_SECOND)
        case Attack.SIZES:
            return changing_sizes()
        case Attack.COSTLY:
            return costly_pictures()
        case _:
            return None


def say(text: str) -> None:
    """Tells the proof."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


async def main() -> None:
    """Attacks once; ends with standard input."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
    loop = asyncio.get_running_loop()
    order = msgspec.json.decode(await loop.run_in_executor(None, sys.stdin.readline), type=AttackOrder)
    attacker = Attacker(order)
    try:
        await attacker.join()
        say("joined")
        if await loop.run_in_executor(None, sys.stdin.readline):
            await attacker.begin()
            say("ended")
            await loop.run_in_executor(None, sys.stdin.read)
    finally:
        await attacker.close()


if __name__ == "__main__":
    asyncio.run(main())
