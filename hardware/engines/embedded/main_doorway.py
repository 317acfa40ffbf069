"""The mixing worker's side of the doorway: takes in the media of other workers' sites and gives them the results.

Rule: a worker behind the doorway is a group of receivers like our own. A picture that a slow one could not take ends
its feed there until the next key frame, which is wished for at once.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from console.content.content_port import CONTENT_SOURCE
from console.words import SiteId
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.decode_pool import DecodePool, DecodeStream
from hardware.engines.embedded.doorway import (
    BUFFER_BYTES,
    CodecsWanted,
    ContentComes,
    Introduced,
    KeyFrameWished,
    MixOut,
    PictureIn,
    PictureOut,
    ProgramWanted,
    SiteRenewed,
    SoundIn,
    SourceKeyWanted,
    encoded,
    inward_decoder,
    pass_on,
)
from hardware.engines.embedded.link import LinkEnd
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.stage import MainStage
from hardware.rtc.media_types import VideoUnit

IDLE_SECONDS = 3.0
"""A distant site whose pictures have stopped coming for so long is not in the program any more."""


@dataclass(slots=True, eq=False)
class Neighbour:
    """Another worker that proved its token."""

    link: LinkEnd
    waits_for_key: set[tuple[FeedName, str]] = field(default_factory=set)
    content: SiteId | None = None
    """It is a content player: as which site it sends."""


@dataclass(slots=True)
class DistantSite:
    """A site of another worker whose pictures are decoded here for the program, or whatever shows the content."""

    neighbour: Neighbour | None
    """None: the content is presented by a site of this worker."""
    stream: DecodeStream
    last_unit_at: float


class MainDoorway:
    """Listens for the other workers and serves them."""

    def __init__(
        self, stage: MainStage, desk: PictureDesk, pool: DecodePool, token: str, ask_own: Callable[[SiteId], None]
    ) -> None:
        """`ask_own` asks who presents in this worker for a key frame."""
        self._stage = stage
        self._desk = desk
        self._pool = pool
        self._token = token
        self._ask_own = ask_own
        self._loop = asyncio.get_running_loop()
        self._neighbours: dict[LinkEnd, Neighbour] = {}
        self._distant: dict[SiteId, DistantSite] = {}
        self._server: asyncio.Server | None = None

    async def open(self) -> int:
        """Begins to listen and returns the port."""
        self._server = await self._loop.create_server(
            lambda: LinkEnd(self._frames_arrived, self._link_ended, buffer_bytes=BUFFER_BYTES), "127.0.0.1", 0
        )
        self._stage.further_pictures = self._send_pictures
        self._stage.further_sound = self._send_sound
        self._stage.own_content = lambda unit: self._picture(None, CONTENT_SOURCE, unit)
        self._stage.presenter_changed = self._end_presented
        self._stage.content.ask_source = lambda: self._ask_key_frame(CONTENT_SOURCE)
        return self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        """Ends all links."""
        if self._server is not None:
            self._server.close()
        for link in list(self._neighbours):
            link.close()

    def look(self) -> None:
        """Now and then: gives up decoders of distant sites that the program no longer shows."""
        now = time.monotonic()
        for site in [site for site, distant in self._distant.items() if now - distant.last_unit_at > IDLE_SECONDS]:
            self._forget(site)

    # ------------------------------------------------ in

    def _frames_arrived(self, link: LinkEnd, frames: list[bytes]) -> None:
        for frame in frames:
            try:
                message = inward_decoder.decode(frame)
            except msgspec.DecodeError:
                link.close()
                return
            neighbour = self._neighbours.get(link)
            if neighbour is not None and not isinstance(message, Introduced):
                self._take(neighbour, message)
            elif isinstance(message, Introduced) and message.token == self._token:
                self._neighbours[link] = Neighbour(link)
            else:
                link.close()
                return

    def _take(
        self,
        neighbour: Neighbour,
        message: SoundIn | PictureIn | SiteRenewed | CodecsWanted | KeyFrameWished | ProgramWanted | ContentComes,
    ) -> None:
        match message:
            case SoundIn():
                self._stage.audio_arrived(message.site, message.packet)
            case PictureIn():
                self._picture(neighbour, message.site, message.unit)
            case SiteRenewed():
                self._stage.renew_site(message.site)
                self._forget(message.site)
            case CodecsWanted():
                self._stage.set_codecs(neighbour, message.feed, frozenset(message.codecs))
            case KeyFrameWished():
                self._stage.wish_key_frame(message.feed, message.codec)
            case ProgramWanted():
                self._stage.give_program(neighbour)
            case ContentComes():
                neighbour.content = message.site
                self._follow_contents()

    def _follow_contents(self) -> None:
        each = (neighbour.content for neighbour in self._neighbours.values())
        self._stage.open_contents(frozenset(site for site in each if site is not None))

    def _end_presented(self) -> None:
        """Forgets the content that a site has presented; a player's is ended by its own link."""
        distant = self._distant.get(CONTENT_SOURCE)
        if distant is not None and (distant.neighbour is None or distant.neighbour.content is None):
            self._forget(CONTENT_SOURCE)

    def _is_late(self, neighbour: Neighbour | None, site: SiteId) -> bool:
        """Tells whether a site still sends content that a player shows by now."""
        presented = site == CONTENT_SOURCE and (neighbour is None or neighbour.content is None)
        return presented and any(each.content == CONTENT_SOURCE for each in self._neighbours.values())

    def _picture(self, neighbour: Neighbour | None, site: SiteId, unit: VideoUnit) -> None:
        if self._is_late(neighbour, site):
            return
        distant = self._distant.get(site)
        if distant is not None and distant.neighbour is not neighbour and site == CONTENT_SOURCE:
            self._forget(site)
            distant = None
        if distant is None:
            stream = self._pool.open(site, self._decoder_needs_key)
            stream.from_afar = stream.urgent = True
            distant = self._distant[site] = DistantSite(neighbour, stream, 0.0)
            if not unit.key:
                self._ask_key_frame(site)
        distant.last_unit_at = time.monotonic()
        distant.stream.push(unit)
        if site == CONTENT_SOURCE:
            self._stage.content.take(unit)

    def _decoder_needs_key(self, stream: DecodeStream) -> None:
        """Called on any thread."""
        self._loop.call_soon_threadsafe(self._ask_key_frame, stream.site)

    def _ask_key_frame(self, site: SiteId) -> None:
        distant = self._distant.get(site)
        if distant is None:
            return
        if distant.neighbour is None:
            self._ask_own(site)
        else:
            pass_on(distant.neighbour.link, SourceKeyWanted(site))

    def _forget(self, site: SiteId) -> None:
        distant = self._distant.pop(site, None)
        if distant is not None:
            self._pool.close_stream(distant.stream)
            self._desk.forget(site)

    def _link_ended(self, link: LinkEnd) -> None:
        neighbour = self._neighbours.pop(link, None)
        if neighbour is None:
            return
        self._stage.drop_group(neighbour)
        if neighbour.content is not None:
            self._follow_contents()
        for site in [site for site, distant in self._distant.items() if distant.neighbour is neighbour]:
            self._forget(site)

    # ------------------------------------------------ out

    def _send_pictures(self, coded: list[CodedPicture]) -> None:
        if not self._neighbours:
            return
        for picture in coded:
            body = encoded(PictureOut.of(picture))
            for neighbour in self._neighbours.values():
                self._send_picture(neighbour, picture, body)

    def _send_picture(self, neighbour: Neighbour, picture: CodedPicture, body: bytes) -> None:
        feed = (picture.feed, picture.unit.codec)
        if feed in neighbour.waits_for_key and not picture.unit.key:
            return
        if neighbour.link.send_media(body):
            neighbour.waits_for_key.discard(feed)
        else:
            neighbour.waits_for_key.add(feed)
            self._stage.wish_key_frame(*feed)

    def _send_sound(self, frame: MixedFrame) -> None:
        if not self._neighbours:
            return
        body = encoded(MixOut.of(frame))
        for neighbour in self._neighbours.values():
            neighbour.link.send_media(body)
