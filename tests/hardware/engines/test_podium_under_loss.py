"""Make before break where lines lose packets: the old podium stays until a whole key frame of the new one is there.

Rule: the product's own media paths over the line model in virtual time, so that every loss repeats with its seed.
"""

import asyncio
import random

import pytest

from console.engine_port import SetProgram
from console.words import Layout
from hardware.engines.embedded.scene import PATIENCE_SECONDS, Scene, SceneSwitch, SourceState, program_scene
from hardware.rtc.media_path import MediaTold
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, AudioPacket, VideoUnit
from hardware.rtc.video_codec import PODIUM, THUMBNAIL, PictureFormat
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.virtual.virtual_line import VirtualLine
from tests.bench.virtual.virtual_loop import run_virtual
from tests.bench.virtual.virtual_pictures import CodedPictures

LOSSY = LineConditions(loss_percent=10, burst_packets=4, delay_ms=30)
BEFORE_SECONDS, AFTER_SECONDS = 2.0, 3.0


class NextSpeaker:
    """A site that sends its thumbnail until it is called, then its large picture; and the scene that waits for it."""

    def __init__(self, seed: int) -> None:
        self.loop = asyncio.get_running_loop()
        self.line = VirtualLine(
            seed,
            MediaTold(self._nothing, self._no_sound, self._key_wanted),
            MediaTold(self._arrived, self._no_sound, lambda _section: None),
        )
        self.shape: PictureFormat = THUMBNAIL
        self.switch = SceneSwitch()
        self.sources: dict[str, SourceState] = {}
        self.first_large: VideoUnit | None = None
        self._sent: dict[int, PictureFormat] = {}
        self._key = True
        self._camera = CodedPictures(random.Random(seed))
        self.line.spoil(up=LOSSY, down=LOSSY)
        self._film()

    def call(self) -> None:
        """Orders the large picture and wants it on the podium."""
        self.shape, self._key = PODIUM, True
        self.switch.want(podium("b", epoch=2), self.loop.time())

    def _film(self) -> None:
        now = self.loop.time()
        self.loop.call_later(1 / self.shape.frames_per_second, self._film)
        offset = self.line.site.path.video_out
        assert offset is not None
        rtp_time = int(now * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        self._sent[(rtp_time + offset.rtp_offset) & 0xFFFFFFFF] = self.shape
        self.line.site.send_video(self._camera.picture(self.shape, rtp_time, key=self._key))
        self._key = False

    def _arrived(self, unit: VideoUnit) -> None:
        shape = self._sent[unit.rtp_time]
        if shape is PODIUM and self.first_large is None:
            self.first_large = unit
        self.sources["b"] = SourceState(shape.width, self.loop.time())

    def _key_wanted(self, _section: int) -> None:
        self._key = True

    def _nothing(self, _unit: VideoUnit) -> None:
        """Nobody sends it pictures."""

    def _no_sound(self, _packet: AudioPacket) -> None:
        """Nobody speaks."""


def podium(site: str, *, epoch: int) -> Scene:
    return program_scene(SetProgram(epoch=epoch, layout=Layout.PODIUM, slots=(site,)))


async def called(seed: int) -> tuple[NextSpeaker, float, SourceState | None]:
    """Returns the speaker, how long the old picture stayed, and what there was of the new one at that moment."""
    speaker = NextSpeaker(seed)
    speaker.switch.want(podium("a", epoch=1), speaker.loop.time())
    speaker.switch.step({}, speaker.loop.time())
    await asyncio.sleep(BEFORE_SECONDS)
    speaker.call()
    begun = speaker.loop.time()
    while not speaker.switch.step(speaker.sources, speaker.loop.time()):
        assert speaker.loop.time() - begun < AFTER_SECONDS
        await asyncio.sleep(0.01)
    return speaker, speaker.loop.time() - begun, speaker.sources.get("b")


@pytest.mark.parametrize("seed", range(12))
def test_the_old_podium_stays_until_the_new_one_is_whole_though_packets_are_lost(seed: int) -> None:
    random.seed(seed)
    speaker, stayed, source = run_virtual(called(seed))
    if stayed < PATIENCE_SECONDS:
        assert source is not None
        assert source.width == PODIUM.width
        assert speaker.first_large is not None
        assert speaker.first_large.key, "nothing large is shown that a decoder could not begin with"
    assert stayed <= PATIENCE_SECONDS + 0.02


def test_hardly_any_loss_of_packets_costs_the_patience() -> None:
    stayed: list[float] = []
    for seed in range(12):
        random.seed(seed)
        stayed.append(run_virtual(called(seed))[1])
    assert sum(each < PATIENCE_SECONDS for each in stayed) >= 10
