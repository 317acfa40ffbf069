"""A meeting in virtual time: one bridge, some sites, each on a line of its own; everybody speaks and is seen.

Rule: sending, receiving, repairing, pacing, mixing rhythm, lip sync and the rules for thin lines are the product's;
cameras, coders and the mix are stood for by packets of their size and at their time.
"""

import asyncio
import random
from collections.abc import Mapping
from typing import Final, cast

from console.words import Rung
from hardware.endpoint.picture.encoder_ladder import LEAST_KEY_SPACING_SECONDS, RUNGS
from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.endpoint.uplink import Uplink
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.fan_out import FanOut, Receiver
from hardware.engines.embedded.key_frames import KeyFrameWishes
from hardware.engines.embedded.mix_clock import MixClock
from hardware.engines.embedded.small_feeds import STAGE, THUMBNAIL
from hardware.engines.embedded.sound_source import CodedSound, SoundSource
from hardware.rtc.line_ramp import GENTLE, LineRate
from hardware.rtc.lip_sync import LipSync
from hardware.rtc.media_path import MediaTold
from hardware.rtc.media_types import (
    AUDIO_CLOCK_HZ,
    AUDIO_FRAME_SAMPLES,
    CAMERA_SECTION,
    VIDEO_CLOCK_HZ,
    AudioPacket,
    VideoUnit,
)
from hardware.rtc.peer import Peer
from hardware.rtc.picture_hold import PictureHold
from hardware.rtc.video_codec import PODIUM
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.line_watch import Freezes
from tests.bench.virtual.heard_sound import Fate, NotedBuffer, Speaker, fate, speaker
from tests.bench.virtual.virtual_line import VirtualLine
from tests.bench.virtual.virtual_pictures import CodedPictures

FRAME_SECONDS: Final = 0.02
FEEDS: Final = {FeedName.PROGRAM: PODIUM, FeedName.STAGE: STAGE, FeedName.THUMBNAIL: THUMBNAIL}
ASK_AGAIN_SECONDS: Final = 0.1
VOICES: Final = 3
LAST_FRAMES: Final = 50
"""They may still be on their way."""


class VirtualSite:
    """A site: its camera, its voice, and what it sees and hears of the program."""

    def __init__(self, number: int, meeting: "VirtualMeeting", speaker: Speaker, ordered: Rung) -> None:
        self._loop = asyncio.get_running_loop()
        self._meeting = meeting
        self.speaker = speaker
        self.eyes, self.tile = Freezes(), Freezes()
        self.skews: list[float] = []
        """How many seconds picture and sound of one moment were apart when they were shown and heard."""
        self.line = VirtualLine(
            number,
            MediaTold(self._picture, self._sound, self._key_frame_wanted),
            MediaTold(self._tile_picture, self._said, self._program_key_wanted),
        )
        self.receiver = Receiver(str(number), cast("Peer", self.line.bridge), "H264")
        self.heard_there = NotedBuffer()
        self.source = SoundSource(buffer=self.heard_there)
        self.heard_here = NotedBuffer()
        self.program = ProgramSound(told_decoded=lambda _packet: None, now=self._loop.time)
        self.program.buffer = self.heard_here
        self.spoken = 0
        self._counts_from = 0, 0
        self.uplink = Uplink(RUNGS)
        self.uplink.ordered = ordered
        self._lip_sync, self._hold = LipSync(), PictureHold(self._see)
        self._camera = CodedPictures(random.Random(number))
        self._key_at, self._key_wanted = -1e9, True
        self._next_picture: asyncio.TimerHandle | None = None
        self._speak_at = self._loop.time() + FRAME_SECONDS * (number % 7) / 7
        meeting.fan_out.add(self.receiver)
        meeting.ears.add(self, self._hear)
        self._loop.call_at(self._speak_at, self._speak)
        self._loop.call_later(number % 5 * 0.025, self._film)
        self._loop.call_later(1.0, self._beat)

    def begin(self) -> None:
        """Counts from now on."""
        now = self._loop.time()
        self.eyes.begin(now)
        self.tile.begin(now)
        self.skews.clear()
        for buffer in (self.heard_here, self.heard_there):
            buffer.waits.clear()
        self._counts_from = self.spoken, self._meeting.mixed

    def fates(self) -> tuple[Fate, Fate]:
        """Returns what became of what it said, and of what was said to it, all but the last second."""
        said, told = (self.line.site.path.audio_out, self.line.bridge.path.audio_out)
        assert said is not None
        assert told is not None
        spoken, mixed = self._counts_from
        up = range(spoken, self.spoken - LAST_FRAMES)
        down = range(mixed, self._meeting.mixed - LAST_FRAMES)
        return (
            fate(self.heard_there, self.speaker, up, said.rtp_offset),
            fate(self.heard_here, self._meeting.voice, down, told.rtp_offset),
        )

    # ------------------------------------------------------------ what it sends

    def _speak(self) -> None:
        payload, level = self.speaker.packet(self.spoken)
        self.line.site.send_audio(payload, self.spoken * AUDIO_FRAME_SAMPLES & 0xFFFFFFFF, level)
        self.spoken += 1
        self._speak_at += FRAME_SECONDS
        self._loop.call_at(self._speak_at, self._speak)

    def _film(self) -> None:
        now, shape = self._loop.time(), RUNGS.get(self.uplink.rung)
        if self._next_picture is not None:
            self._next_picture.cancel()
        self._next_picture = self._loop.call_later(1 / (shape or THUMBNAIL).frames_per_second, self._film)
        if shape is None:
            return
        key = self._key_wanted and now - self._key_at >= LEAST_KEY_SPACING_SECONDS
        if key:
            self._key_at, self._key_wanted = now, False
        self.line.site.send_video(self._camera.picture(shape, int(now * VIDEO_CLOCK_HZ) & 0xFFFFFFFF, key=key))

    def _key_frame_wanted(self, _section: int = CAMERA_SECTION) -> None:
        self._key_wanted = True
        self._film()

    def _beat(self) -> None:
        self._loop.call_later(1.0, self._beat)
        if self.uplink.look(self.line.site.counters(), self._loop.time()):
            self._key_frame_wanted()
        kilobits = self.uplink.take_question()
        if kilobits is not None:
            self.line.site.test_line(kilobits, self._line_answered, GENTLE)

    def _line_answered(self, rate: LineRate) -> None:
        if self.uplink.answer(rate, self._loop.time()):
            self._key_frame_wanted()

    # ------------------------------------------------------------ what it sees and hears of the program

    def _picture(self, unit: VideoUnit) -> None:
        wait = self._lip_sync.wait_seconds(
            unit.rtp_time, self.line.site.sender_clocks, self.program.played(0.0), unit.arrived_seconds
        )
        self._hold.take(unit, wait)

    def _see(self, unit: VideoUnit) -> None:
        now = self._loop.time()
        self.eyes.seen(now)
        clocks, played = self.line.site.sender_clocks, self.program.played(0.0)
        if clocks.sound is not None and clocks.picture is not None and played is not None:
            picture_lag = now - clocks.picture.moment_of(unit.rtp_time, VIDEO_CLOCK_HZ)
            sound_lag = played.heard_seconds - clocks.sound.moment_of(played.rtp_time, AUDIO_CLOCK_HZ)
            self.skews.append(abs(picture_lag - sound_lag))

    def _hear(self) -> None:
        self.program.next_block()

    def _sound(self, packet: AudioPacket) -> None:
        self.program.take(packet, heard=True)

    # ------------------------------------------------------------ what the bridge sees and hears of it

    def _tile_picture(self, _unit: VideoUnit) -> None:
        self.tile.seen(self._loop.time())

    def _said(self, packet: AudioPacket) -> None:
        self.source.push(packet)

    def _program_key_wanted(self, _section: int) -> None:
        self._meeting.fan_out.key_frame_wanted(self.receiver)


class VirtualMeeting:
    """The bridge and its sites; make it inside `run_virtual`."""

    def __init__(self, count: int, *, podium: int | None = None) -> None:
        loop = self._loop = asyncio.get_running_loop()
        voices = [speaker(seed) for seed in range(1, min(count, VOICES) + 1)]
        self.voice = voices[0]
        self._wishes: dict[FeedName, KeyFrameWishes] = {}
        self._made: dict[FeedName, float] = {}
        self._coder = CodedPictures(random.Random(0))
        self.mixed = 0
        self.fan_out = FanOut(self._set_codecs, lambda feed, _codec: self._wishes[feed].wish(), clock=loop.time)
        self.ears = SoundClock()
        rungs = [Rung.PODIUM if number == podium else Rung.THUMBNAIL for number in range(count)]
        self.sites = [
            VirtualSite(number, self, voices[number % len(voices)], rung) for number, rung in enumerate(rungs)
        ]
        self._clock = MixClock(self._mix, loop)
        loop.call_later(0.04, self._make_pictures)
        loop.call_later(ASK_AGAIN_SECONDS, self._ask_again)
        loop.call_later(1.0, self._look)

    def spoil(self, conditions: Mapping[int, LineConditions]) -> None:
        """Gives these sites such a line, both ways; the others a good one."""
        for number, site in enumerate(self.sites):
            line = conditions.get(number, LineConditions())
            site.line.spoil(up=line, down=line)

    def _set_codecs(self, feed: FeedName, codecs: frozenset[str]) -> None:
        if codecs:
            self._wishes.setdefault(feed, KeyFrameWishes())
        else:
            self._wishes.pop(feed, None)

    def _mix(self, now: float, skipped: int) -> None:
        for site in self.sites:
            site.source.pull(now)
        self.mixed += skipped
        payload, level = self.voice.packet(self.mixed)
        rtp_time = self.mixed * AUDIO_FRAME_SAMPLES & 0xFFFFFFFF
        self.mixed += 1
        self.fan_out.send_sound(MixedFrame(rtp_time, CodedSound(payload, level), {}))

    def _make_pictures(self) -> None:
        now = self._loop.time()
        self._loop.call_later(1 / PODIUM.frames_per_second, self._make_pictures)
        for feed, wishes in self._wishes.items():
            shape = FEEDS[feed]
            if now - self._made.get(feed, 0.0) < 0.9 / shape.frames_per_second:
                continue
            self._made[feed] = now
            unit = self._coder.picture(shape, int(now * VIDEO_CLOCK_HZ) & 0xFFFFFFFF, key=wishes.take(now))
            self.fan_out.send_pictures((CodedPicture(feed, unit),))

    def _ask_again(self) -> None:
        self._loop.call_later(ASK_AGAIN_SECONDS, self._ask_again)
        self.fan_out.ask_again()

    def _look(self) -> None:
        self._loop.call_later(1.0, self._look)
        self.fan_out.look_at_lines(self._loop.time())
