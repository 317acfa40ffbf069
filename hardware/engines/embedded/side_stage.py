"""The stage of a worker that neither mixes nor composes: it hands its sites' media through the doorway.

Rule: gates are kept here too, for our own sites: a closed site's packet never reaches the doorway. A site that leaves
the program is passed on a little longer, because the old picture stays until the new one is there.
"""

import asyncio
import time
from collections.abc import Callable, Mapping

import msgspec

from console.checks.check_port import SoundTested, TestSound
from console.content.content_port import CONTENT_SOURCE
from console.engine_port import EngineTrouble, Report, SetGains, SetListen, SetProgram, SoundFrames
from console.words import SiteId
from hardware.engines.embedded.audio import AudioOutput, AudioRoom
from hardware.engines.embedded.coded_feeds import FeedName
from hardware.engines.embedded.doorway import (
    BUFFER_BYTES,
    CodecsWanted,
    Introduced,
    KeyFrameWished,
    MixOut,
    PictureIn,
    PictureOut,
    SiteRenewed,
    SoundIn,
    SourceKeyWanted,
    outward_decoder,
    pass_on,
)
from hardware.engines.embedded.fan_out import FanOut
from hardware.engines.embedded.link import ConnectDoorway, LinkEnd
from hardware.engines.embedded.mix_clock import MixClock
from hardware.engines.embedded.room import now_ms
from hardware.engines.embedded.scene import PATIENCE_SECONDS
from hardware.engines.embedded.sinks import Sinks
from hardware.rtc.media_types import AudioPacket, VideoCodec, VideoUnit

LINGER_SECONDS = PATIENCE_SECONDS + 0.5


class SideStage:
    """Implements `stage_port.Stage` in a worker behind the doorway."""

    def __init__(
        self,
        *,
        tell: Callable[[Report], None],
        sound_heard: Callable[[SiteId, float | None], None],
        sound_tested: Callable[[SoundTested], None],
        ask_key_frame: Callable[[SiteId], None],
        sinks: Sinks,
    ) -> None:
        self._tell = tell
        self._ask_key_frame = ask_key_frame
        self._loop = asyncio.get_running_loop()
        self._audio = AudioRoom(AudioOutput(None, sound_heard, sound_tested), sinks.levels, sinks.headphones)
        self._clock = MixClock(self._audio.tick, self._loop)
        self._link: LinkEnd | None = None
        self._shown_until: dict[SiteId, float] = {}
        self._waits_for_key: set[SiteId] = set()
        self._connecting: asyncio.Task[None] | None = None
        self.fan_out = FanOut(self._codecs_wanted, self._key_frame_wished)

    # ------------------------------------------------ the stage

    def set_gates(self, open_sites: frozenset[SiteId]) -> None:
        self._audio.set_gates(open_sites)

    def set_listen(self, verb: SetListen) -> None:
        self._audio.set_listen(verb.measured_sites, verb.headphones_site)

    def test_sound(self, verb: TestSound) -> None:
        self._audio.test_sound(verb)

    def set_gains(self, verb: SetGains) -> None:
        self._audio.set_gains(verb.gains_db, verb.automatic)

    def set_program(self, verb: SetProgram) -> None:
        """Passes on the pictures of the sites that are shown, beginning with a key frame."""
        now = time.monotonic()
        back = () if verb.return_site is None else (verb.return_site,)
        wanted = {*verb.slots, *back}
        for site, until in self._shown_until.items():
            if site not in wanted:
                self._shown_until[site] = min(until, now + LINGER_SECONDS)
        for site in wanted:
            if self._shown_until.get(site, 0.0) < now:
                self._ask_key_frame(site)
            self._shown_until[site] = float("inf")

    def show_program(self, places: Mapping[str, tuple[int, int]]) -> None:
        """Nothing to do: the worker that composes shows it."""

    def video_arrived(self, site: SiteId, unit: VideoUnit) -> None:
        until = self._shown_until.get(site)
        if until is None or self._link is None:
            return
        if until < unit.arrived_seconds:
            del self._shown_until[site]
            return
        self._pass_picture(site, unit)

    def content_arrived(self, unit: VideoUnit) -> None:
        self._pass_picture(CONTENT_SOURCE, unit)

    def change_presenter(self) -> None:
        self._waits_for_key.add(CONTENT_SOURCE)

    def _pass_picture(self, site: SiteId, unit: VideoUnit) -> None:
        """Passes a picture on; what the doorway is too slow for is dropped up to the next key frame."""
        if self._link is None or (site in self._waits_for_key and not unit.key):
            return
        if pass_on(self._link, PictureIn(site, unit)):
            self._waits_for_key.discard(site)
        else:
            self._waits_for_key.add(site)
            self._ask_key_frame(site)

    def audio_arrived(self, site: SiteId, packet: AudioPacket) -> None:
        self._audio.packet_arrived(site, packet)
        if self._link is not None and site in self._audio.open_sites:
            pass_on(self._link, SoundIn(site, packet))

    def start_site_anew(self, site: SiteId) -> None:
        self._audio.start_anew(site)
        self._waits_for_key.add(site)
        self._pass(SiteRenewed(site))

    def sound_frames(self, site: SiteId) -> SoundFrames | None:
        return self._audio.sound_frames(site)

    @property
    def wanted_sound(self) -> frozenset[SiteId]:
        return self._audio.decoded_sites

    def close(self) -> None:
        self._clock.stop()
        if self._connecting is not None:
            self._connecting.cancel()
        if self._link is not None:
            self._link.close()

    # ------------------------------------------------ the doorway

    def connect(self, verb: ConnectDoorway) -> None:
        """Goes to the doorway of the mixing worker, an earlier one is left."""
        if self._connecting is not None:
            self._connecting.cancel()
        self._connecting = self._loop.create_task(self._connect(verb), name="doorway")

    async def _connect(self, verb: ConnectDoorway) -> None:
        if self._link is not None:
            self._link.close()
        try:
            _, link = await self._loop.create_connection(
                lambda: LinkEnd(self._frames_arrived, self._link_ended, buffer_bytes=BUFFER_BYTES),
                "127.0.0.1",
                verb.port,
            )
        except OSError as error:
            text = f"a media worker does not reach the one that mixes ({error.strerror})"
            self._tell(EngineTrouble(at_ms=now_ms(), text=text))
            return
        self._link = link
        pass_on(link, Introduced(verb.token))
        self.fan_out.repeat_codecs()
        for site in self._shown_until:
            self._ask_key_frame(site)

    def _link_ended(self, link: LinkEnd) -> None:
        if link is self._link:
            self._link = None

    def _frames_arrived(self, link: LinkEnd, frames: list[bytes]) -> None:
        for frame in frames:
            try:
                message = outward_decoder.decode(frame)
            except msgspec.DecodeError:
                link.close()
                return
            match message:
                case PictureOut():
                    self.fan_out.send_pictures((message.coded(),))
                case MixOut():
                    self.fan_out.send_sound(message.mixed())
                case SourceKeyWanted():
                    self._ask_key_frame(message.site)

    def _codecs_wanted(self, feed: FeedName, codecs: frozenset[VideoCodec]) -> None:
        self._pass(CodecsWanted(feed, tuple(sorted(codecs))))

    def _key_frame_wished(self, feed: FeedName, codec: VideoCodec) -> None:
        self._pass(KeyFrameWished(feed, codec))

    def _pass(self, message: SiteRenewed | CodecsWanted | KeyFrameWished) -> None:
        if self._link is not None:
            pass_on(self._link, message)
