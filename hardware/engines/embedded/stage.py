"""Mix and program of the worker that makes them: the audio room, the program thread, and who receives their results.

Rule: the only stage of a meeting. Other workers bring their sites' media through the doorway and take results back.
"""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import av

from console.checks.check_port import SoundTested, TestSound
from console.engine_port import EchoHeard, ProgramApplied, Report, SetGains, SetListen, SetProgram, SoundFrames
from console.words import SiteId
from hardware.engines.embedded.audio import AudioOutput, AudioRoom, MixedFrame
from hardware.engines.embedded.captions import Captions
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.content.content_relay import ContentRelay
from hardware.engines.embedded.echo_watch import EchoWatch, Looked
from hardware.engines.embedded.fan_out import FanOut
from hardware.engines.embedded.link import PictureToKeep
from hardware.engines.embedded.mix_clock import MixClock
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.program import ProgramOutput, ProgramShape, ProgramThread
from hardware.engines.embedded.recording.kept_picture import keep
from hardware.engines.embedded.room import now_ms
from hardware.engines.embedded.sinks import Sinks
from hardware.rtc.echo_probe import Echo
from hardware.rtc.media_types import AudioPacket, VideoCodec, VideoUnit


@dataclass(slots=True)
class CodecWishes:
    """The codecs that each group of receivers needs, joined; a group is this worker or one behind the doorway."""

    _groups: dict[object, dict[FeedName, frozenset[VideoCodec]]] = field(default_factory=dict)

    def set(self, group: object, feed: FeedName, codecs: frozenset[VideoCodec]) -> frozenset[VideoCodec]:
        """Notes what a group needs and returns what all of them need."""
        self._groups.setdefault(group, {})[feed] = codecs
        return self.of(feed)

    def drop(self, group: object) -> None:
        self._groups.pop(group, None)

    def of(self, feed: FeedName) -> frozenset[VideoCodec]:
        return frozenset(codec for feeds in self._groups.values() for codec in feeds.get(feed, frozenset()))


class MainStage:
    """Implements `stage_port.Stage` in the worker that mixes and composes."""

    def __init__(
        self,
        *,
        tell: Callable[[Report], None],
        sound_heard: Callable[[SiteId, float | None], None],
        sound_tested: Callable[[SoundTested], None],
        desk: PictureDesk,
        shape: ProgramShape,
        captions: Captions,
        sinks: Sinks,
    ) -> None:
        self._tell = tell
        self._open: frozenset[SiteId] = frozenset()
        self._contents: frozenset[SiteId] = frozenset()
        self._loop = asyncio.get_running_loop()
        self._codecs = CodecWishes()
        output = ProgramOutput(
            coded=lambda coded: self._on_loop(self._send_pictures, coded),
            applied=lambda epoch, shown: self._on_loop(self._program_applied, epoch, shown),
        )
        self._program = ProgramThread(desk, captions, output, shape)
        echo = EchoWatch(self._reckon_echo, self._tell_echo)
        self._audio = AudioRoom(
            AudioOutput(self._send_sound, sound_heard, sound_tested, echo), sinks.levels, sinks.headphones
        )
        self.content = ContentRelay(send=self._send_pictures, ask_source=_nobody_plays)
        self.own_content: Callable[[VideoUnit], None] = _drop
        self.presenter_changed: Callable[[], None] = _nobody_plays
        self.fan_out = FanOut(self._own_codecs, self.wish_key_frame)
        self.further_pictures: Callable[[list[CodedPicture]], None] | None = None
        self.further_sound: Callable[[MixedFrame], None] | None = None
        self._clock = MixClock(self._audio.tick, self._loop)
        desk.program_changed = self._program.wake
        self._program.start()

    def set_gates(self, open_sites: frozenset[SiteId]) -> None:
        self._open = open_sites
        self._audio.set_gates(open_sites | self._contents)

    def open_contents(self, contents: frozenset[SiteId]) -> None:
        """Lets these contents, and no others, be heard beside the sites whose gates are open."""
        self._contents = contents
        for content in contents:
            self._audio.renew(content)
        self._audio.set_gates(self._open | contents)

    def set_listen(self, verb: SetListen) -> None:
        self._audio.set_listen(verb.measured_sites, verb.headphones_site, program=verb.headphones_program)

    def test_sound(self, verb: TestSound) -> None:
        self._audio.test_sound(verb)

    def set_gains(self, verb: SetGains) -> None:
        self._audio.set_gains(verb.gains_db, verb.automatic)

    def set_program(self, verb: SetProgram) -> None:
        self._program.set_program(verb)

    def show_program(self, places: Mapping[str, tuple[int, int]]) -> None:
        self._program.show(places)

    def video_arrived(self, site: SiteId, unit: VideoUnit) -> None:
        """Nothing to do: this worker's own decoders serve the program."""

    def content_arrived(self, unit: VideoUnit) -> None:
        self.own_content(unit)

    def change_presenter(self) -> None:
        self.presenter_changed()

    def audio_arrived(self, site: SiteId, packet: AudioPacket) -> None:
        self._audio.packet_arrived(site, packet)

    def start_site_anew(self, site: SiteId) -> None:
        self._audio.start_anew(site)

    def renew_site(self, site: SiteId) -> None:
        """Forgets the sound of a distant site's former connection; its own worker keeps its gate."""
        self._audio.renew(site)

    def sound_frames(self, site: SiteId) -> SoundFrames | None:
        return self._audio.sound_frames(site)

    @property
    def wanted_sound(self) -> frozenset[SiteId]:
        return self._audio.decoded_sites

    def wish_key_frame(self, feed: FeedName, codec: VideoCodec) -> None:
        if feed is FeedName.CONTENT:
            self.content.wish_key_frame()
        else:
            self._program.wish_key_frame(feed, codec)

    def set_codecs(self, group: object, feed: FeedName, codecs: frozenset[VideoCodec]) -> None:
        """Notes which codecs a group of receivers needs."""
        self._use_codecs(feed, self._codecs.set(group, feed, codecs))

    def _use_codecs(self, feed: FeedName, codecs: frozenset[VideoCodec]) -> None:
        if feed is FeedName.CONTENT:
            self.content.wanted = bool(codecs)
        else:
            self._program.set_codecs(feed, codecs)

    def give_program(self, group: object) -> None:
        """Keeps the program's present codec in use for a group (H.264 where there is a choice), from a key frame on."""
        in_use = self._codecs.of(FeedName.PROGRAM)
        codec: VideoCodec = "VP8" if "VP8" in in_use and "H264" not in in_use else "H264"
        self.set_codecs(group, FeedName.PROGRAM, frozenset((codec,)))
        self._program.wish_key_frame(FeedName.PROGRAM, codec)

    def keep_picture(self, verb: PictureToKeep) -> None:
        """Lets a thread write the program's present picture; tells what became of it."""

        def write(frame: av.VideoFrame) -> None:
            self._on_loop(self._tell, keep(frame, Path(verb.path), verb.request_id, verb.file))

        def begin(frame: av.VideoFrame) -> None:
            self._loop.run_in_executor(None, write, frame)

        self._program.take_picture(lambda frame: self._on_loop(begin, frame))

    def drop_group(self, group: object) -> None:
        """Forgets a group whose worker has ended."""
        self._codecs.drop(group)
        for feed in FeedName:
            self._use_codecs(feed, self._codecs.of(feed))

    def close(self) -> None:
        """Ends the mix and the program thread."""
        self._clock.stop()
        self._program.stop()

    def _own_codecs(self, feed: FeedName, codecs: frozenset[VideoCodec]) -> None:
        self.set_codecs(self, feed, codecs)

    def _send_pictures(self, coded: list[CodedPicture]) -> None:
        self.fan_out.send_pictures(coded)
        if self.further_pictures is not None:
            self.further_pictures(coded)

    def _send_sound(self, frame: MixedFrame) -> None:
        self.fan_out.send_sound(frame)
        if self.further_sound is not None:
            self.further_sound(frame)

    def _reckon_echo(self, looked: Looked, take: Callable[[Echo], None]) -> None:
        """Lets a thread hold a site's sound against what it was sent: it takes longer than a frame."""
        self._loop.run_in_executor(None, lambda: self._on_loop(take, looked.reckon()))

    def _tell_echo(self, site: SiteId, echo: Echo | None) -> None:
        delay_ms, loss_db = (None, None) if echo is None else (echo.delay_ms, echo.loss_db)
        self._tell(EchoHeard(at_ms=now_ms(), site=site, delay_ms=delay_ms, loss_db=loss_db))

    def _program_applied(self, epoch: int, shown: tuple[SiteId, ...]) -> None:
        self._tell(ProgramApplied(at_ms=now_ms(), epoch=epoch, shown=shown))

    def _on_loop(self, work: Callable[..., None], *arguments: object) -> None:
        """Runs `work` on the event loop; called on the program thread, which may outlive the loop for a moment."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(work, *arguments)


def _nobody_plays() -> None:
    """Stands in until the doorway is there, through which contents come."""


def _drop(_unit: VideoUnit) -> None:
    """Stands in until the doorway is there, which decodes contents."""
