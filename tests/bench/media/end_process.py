"""Endpoints of an engine under measurement, or the product's own fan-out: `python -m tests.bench.media.end_process`.

Rule: it ends when its standard input ends. Receivers count packets by their clear header and decrypt nothing, so that
the cores are the engine's. `--fans-out` makes it the engine: the product's `FanOut` over its own connections, with one
clip of the program that is cut into packets once.
"""

import asyncio
import sys
import time
from dataclasses import dataclass, field, replace

from console.words import Rung
from hardware.engines.embedded.fan_out import FanOut, Receiver
from hardware.engines.embedded.program import CodedPicture, FeedName
from hardware.rtc.light_peer import Clip, LightFleet, LightPeer
from hardware.rtc.media_socket import MediaSocket
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, AudioPacket, VideoUnit
from hardware.rtc.peer import OfferRefused, Peer, PeerSettings, make_certificate
from tests.bench.light_media import media_of
from tests.bench.media.end_words import (
    Count,
    EndOrders,
    EndTold,
    MakeAnswer,
    MakeOffer,
    Play,
    TakeAnswer,
    encode,
    order_decoder,
)

FANS_OUT = "--fans-out"
LARGEST_ORDER = 1 << 20
JOIN_SECONDS = 60.0


@dataclass(slots=True, eq=False)
class End:
    """One connection and what it tells; implements `PeerEvents`."""

    sends: bool
    peer: Peer | None = None
    is_up: bool = False
    failed: str = ""

    def connected(self, peer: Peer, remote_address: str) -> None:
        self.is_up = True

    def closed(self, peer: Peer, text: str) -> None:
        self.is_up, self.failed = False, text

    def control_opened(self, peer: Peer) -> None: ...
    def control_arrived(self, peer: Peer, text: str) -> None: ...
    def video_unit(self, peer: Peer, unit: VideoUnit) -> None: ...
    def audio_packet(self, peer: Peer, packet: AudioPacket) -> None: ...
    def key_frame_wanted(self, peer: Peer, section: int) -> None: ...


@dataclass(slots=True, eq=False)
class Tile:
    """A site that sends a thumbnail and a tone, on its way up."""

    peer: LightPeer
    offered: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    answered: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    joining: asyncio.Task[None] | None = None

    @property
    def is_up(self) -> bool:
        return self.peer.connected_seconds is not None and self.peer.ended_text is None

    async def exchange(self, offer: str) -> str:
        """Hands the offer out and waits for its answer."""
        self.offered.set_result(offer)
        return await self.answered


@dataclass(slots=True)
class Ends:
    """All connections of this process."""

    fans_out: bool
    settings: PeerSettings
    ends: dict[int, End] = field(default_factory=dict)
    tiles: dict[int, Tile] = field(default_factory=dict)
    fleet: LightFleet = field(default_factory=LightFleet)
    _clip: Clip | None = None
    _playing: asyncio.Task[None] | None = None

    async def obey(self, order: EndOrders) -> EndTold:  # noqa: PLR0911 - one arm per order
        """Carries an order out."""
        match order:
            case MakeOffer(tile=True):
                return EndTold(number=order.number, sdp=await self._offer_tile(order.number))
            case TakeAnswer() if order.number in self.tiles:
                self.tiles[order.number].answered.set_result(order.sdp)
                return EndTold(number=order.number)
            case MakeOffer():
                self._clip = self._clip or (_program() if order.sends else None)
                end = self.ends[order.number] = End(order.sends)
                settings = replace(
                    self.settings,
                    sends_video=order.sends,
                    receives_video=not order.sends,
                    sends_audio=order.sends,
                    receives_audio=not order.sends,
                )
                end.peer, sdp = await Peer.offer(settings=settings, events=end)
                return EndTold(number=order.number, sdp=sdp)
            case MakeAnswer():
                end = self.ends[order.number] = End(self.fans_out)
                end.peer, sdp = await Peer.answer(order.sdp, settings=self.settings, events=end)
                return EndTold(number=order.number, sdp=sdp)
            case TakeAnswer():
                peer = self.ends[order.number].peer
                assert peer is not None
                await peer.take_answer(order.sdp)
                return EndTold(number=order.number)
            case Play():
                self._clip = self._clip or _program()
                self._playing = asyncio.create_task(self._play(self._clip), name="program")
                return EndTold()
            case Count():
                return self._count()

    async def _offer_tile(self, number: int) -> str:
        """Makes a site that sends its thumbnail and its tone as soon as it is connected."""
        media = media_of(number + 1, f"site {number + 1}", all_rungs=False, speaks=True)
        light = LightPeer(f"s{number:03}", certificate=self.settings.certificate, fleet=self.fleet)
        light.show(media.clips[Rung.THUMBNAIL])
        light.set_sounding(media.voice)
        tile = self.tiles[number] = Tile(light)
        tile.joining = asyncio.create_task(light.join(tile.exchange, wait_seconds=JOIN_SECONDS))
        return await tile.offered

    def _count(self) -> EndTold:
        peers = [end.peer for end in self.ends.values() if end.peer is not None]
        counters = [peer.counters() for peer in peers]
        return EndTold(
            up=sum(end.is_up for end in self.ends.values()) + sum(tile.is_up for tile in self.tiles.values()),
            received=sum(each.video_in.packets for each in counters),
            sent=sum(each.video_out.packets for each in counters),
            failed=next((end.failed for end in self.ends.values() if end.failed), ""),
        )

    async def _play(self, clip: Clip) -> None:
        """Sends the clip in a ring at its own pace, as the program thread hands its pictures to the loop."""
        fan_out = FanOut(lambda feed, codecs: None, lambda feed, codec: None)
        for number, end in self.ends.items():
            if end.peer is not None:
                fan_out.add(Receiver(f"s{number:03}", end.peer, end.peer.video_codec_out))
        began, place = time.monotonic(), 0
        while True:
            due = began + place / clip.frames_per_second
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            unit = clip.units[place % len(clip.units)]
            rtp_time = int((due - began) * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
            fan_out.send_pictures([CodedPicture(FeedName.PROGRAM, replace(unit, rtp_time=rtp_time))])
            place += 1

    async def close(self) -> None:
        """Ends all connections."""
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
        peers = [end.peer for end in self.ends.values() if end.peer is not None]
        tiles = self.tiles.values()
        await asyncio.gather(*(peer.close() for peer in peers), *(tile.peer.close() for tile in tiles))
        for tile in tiles:
            if tile.joining is not None:
                tile.joining.cancel()
        self.fleet.close()


def _program() -> Clip:
    return media_of(1, "program", all_rungs=True, speaks=False).clips[Rung.PODIUM]


def _settings(*, fans_out: bool) -> PeerSettings:
    return PeerSettings(
        certificate=make_certificate(),
        media_socket=MediaSocket(0, include_loopback=True) if fans_out else None,
        video_codecs=("H264",),
        has_content_section=False,
        has_control=False,
        decrypts=fans_out,
        connect_seconds=30.0,
    )


async def main() -> None:
    """Lives until standard input ends."""
    orders = asyncio.StreamReader(LARGEST_ORDER)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    fans_out = FANS_OUT in sys.argv
    ends = Ends(fans_out, _settings(fans_out=fans_out))
    try:
        while line := await orders.readline():
            try:
                told = await ends.obey(order_decoder.decode(line))
            except (OfferRefused, ConnectionError, TimeoutError) as error:
                told = EndTold(failed=str(error) or type(error).__name__)
            sys.stdout.buffer.write(encode(told) + b"\n")
            sys.stdout.buffer.flush()
    finally:
        await ends.close()


if __name__ == "__main__":
    asyncio.run(main())
