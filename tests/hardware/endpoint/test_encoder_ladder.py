"""A change of rung gives a key frame of the new size with the next picture, at once."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from itertools import pairwise

import av
import pytest

from console.words import Rung
from hardware.endpoint.picture.encoder_ladder import RUNGS, EncoderLadder, RungPicture
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.site_pictures import SitePictures
from hardware.rtc.media_types import VideoUnit
from hardware.rtc.video_codec import H264Encoder, VideoDecoder
from hardware.simulator.rooms.room_painter import RoomPainter
from hardware.simulator.site_sources import DrawnRoom


def frame(rung: Rung) -> av.VideoFrame:
    wanted = RUNGS[rung]
    return RoomPainter(3, "Xã Ea Rốk").paint(wanted.width, wanted.height, moment_seconds=time.monotonic())


def decoded_sizes(pictures: list[RungPicture]) -> list[tuple[int, int]]:
    decoder = VideoDecoder()
    sizes = []
    for number, picture in enumerate(pictures):
        unit = VideoUnit(picture.data, picture.codec, picture.key, number * 3000, 0.0)
        sizes += [(shown.width, shown.height) for shown in decoder.decode(unit)]
    return sizes


def test_one_stream_follows_the_rungs_key_frame_first() -> None:
    ladder = EncoderLadder(H264Encoder)
    rungs = [Rung.THUMBNAIL] * 3 + [Rung.PODIUM] * 3 + [Rung.ON_DECK] * 2 + [Rung.THUMBNAIL] * 2
    pictures = [ladder.encode(rung, frame(rung), at, key_wanted=False) for at, rung in enumerate(rungs)]
    made = [picture for picture in pictures if picture is not None]
    assert [picture.key for picture in made] == [True, False, False, True, False, False, True, False, True, False]
    assert decoded_sizes(made) == [(RUNGS[rung].width, RUNGS[rung].height) for rung in rungs]


def test_key_frames_come_on_request_but_not_in_a_burst() -> None:
    ladder = EncoderLadder(H264Encoder)
    keys = []
    for tick in range(10):
        made = ladder.encode(Rung.THUMBNAIL, frame(Rung.THUMBNAIL), tick * 0.04, key_wanted=True)
        assert made is not None
        keys.append(made.key)
    assert keys == [True, False, False, False, True, False, False, False, True, False]


def test_on_deck_keeps_the_podium_encoder_warm_and_the_thumbnail_lets_it_go() -> None:
    ladder = EncoderLadder(H264Encoder)
    ladder.keep_warm(Rung.ON_DECK)
    assert ladder.open_rungs == {Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM}
    ladder.keep_warm(Rung.THUMBNAIL)
    assert ladder.open_rungs == {Rung.THUMBNAIL}


@dataclass
class Sent:
    pictures: list[tuple[float, RungPicture, int]] = field(default_factory=list)

    def __call__(self, picture: RungPicture, rtp_time: int) -> None:
        self.pictures.append((time.monotonic(), picture, rtp_time))


@pytest.fixture
async def running() -> AsyncIterator[tuple[SitePictures, Sent]]:
    clock, sent = PictureClock(asyncio.get_running_loop()), Sent()
    pictures = SitePictures(DrawnRoom(3, "Xã Ea Rốk"), EncoderLadder(H264Encoder), clock, sent)
    pictures.begin()
    yield pictures, sent
    pictures.end()
    clock.close()


async def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.002)


async def test_pictures_come_at_the_rate_of_the_rung(running: tuple[SitePictures, Sent]) -> None:
    pictures, sent = running
    pictures.order_rung(Rung.THUMBNAIL)
    await until(lambda: len(sent.pictures) >= 2)
    before = len(sent.pictures)
    await asyncio.sleep(1.5)
    assert 9 <= len(sent.pictures) - before <= 13
    times = [rtp_time for _, _, rtp_time in sent.pictures]
    assert all(later > earlier for earlier, later in pairwise(times))


async def test_an_order_does_not_wait_for_the_slow_tick(running: tuple[SitePictures, Sent]) -> None:
    pictures, sent = running
    pictures.order_rung(Rung.THUMBNAIL)
    await until(lambda: len(sent.pictures) >= 2)
    # Just after a thumbnail the next tick is 125 ms away; a podium picture that came by ticks would be late every time.
    waits = []
    for rung in (Rung.ON_DECK, Rung.PODIUM, Rung.THUMBNAIL, Rung.PODIUM):
        count = len(sent.pictures)
        began = time.monotonic()
        pictures.order_rung(rung)
        await until(lambda count=count: len(sent.pictures) > count)
        at, picture, _ = sent.pictures[count]
        waits.append(at - began)
        assert (picture.rung, picture.key) == (rung, True)
        await asyncio.sleep(0.15)
    assert sorted(waits)[1] < 0.12


async def test_off_sends_nothing_and_a_key_frame_is_made_on_request(running: tuple[SitePictures, Sent]) -> None:
    pictures, sent = running
    pictures.order_rung(Rung.THUMBNAIL)
    await until(lambda: len(sent.pictures) >= 3)
    await asyncio.sleep(0.3)
    pictures.order_key_frame()
    keys = sum(picture.key for _, picture, _ in sent.pictures)
    await until(lambda: sum(picture.key for _, picture, _ in sent.pictures) > keys)
    pictures.order_rung(Rung.OFF)
    await asyncio.sleep(0.05)
    count = len(sent.pictures)
    pictures.order_key_frame()
    await asyncio.sleep(0.3)
    assert len(sent.pictures) == count
