"""Decoded pictures on their way to windows: full shared memory is told once and stops nothing."""

import time

import pytest

from console.engine_port import TileView
from hardware.engines.embedded.decode_pool import DecodePool, DecodeStream
from hardware.engines.embedded.pictures import PictureDesk
from hardware.rtc.media_types import VideoUnit
from hardware.rtc.video_codec import THUMBNAIL, H264Encoder
from tests.hardware.engines.small_site import plain_picture


class SmallMemory:
    """A sink whose memory can be full."""

    def __init__(self) -> None:
        self.is_full = False
        self.written: list[tuple[str, int, int, int]] = []
        self.dropped: list[str] = []

    def write(
        self,
        key: str,
        picture: memoryview,
        width: int,
        height: int,
        stride: int,
        captured_monotonic_ms: int,
        frame_number: int,
    ) -> None:
        if self.is_full:
            raise OSError("no room")
        assert len(picture) >= stride * height
        self.written.append((key, width, height, frame_number))

    def drop(self, key: str) -> None:
        self.dropped.append(key)


class Scene:
    """A desk with one decoding thread and a site that sends."""

    def __init__(self) -> None:
        self.memory = SmallMemory()
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.desk = PictureDesk(
            self.memory,
            program_changed=lambda: None,
            first_picture=lambda site, width, height: None,
            trouble=self.troubles.append,
        )
        self.pool = DecodePool(1, self.desk)
        self.stream = self.pool.open("s001", lambda stream: self.asked.append(stream.site))
        self.encoder = H264Encoder(THUMBNAIL)

    def send(self, luma: int = 100) -> None:
        coded = self.encoder.encode(plain_picture(320, 180, luma))
        assert coded is not None
        self.push(VideoUnit(coded.data, "H264", coded.key, 0, time.monotonic()))

    def push(self, unit: VideoUnit) -> None:
        before = self.stream.frames + self.stream.failures
        self.stream.push(unit)
        deadline = time.monotonic() + 5
        while self.stream.frames + self.stream.failures == before and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(0.01)


@pytest.fixture
def scene():
    scene = Scene()
    yield scene
    scene.pool.stop()


def tile(width: int = 236, height: int = 133) -> tuple[TileView, ...]:
    return (TileView(site="s001", width=width, height=height),)


def test_only_shown_pictures_are_converted(scene: Scene) -> None:
    scene.send()
    assert scene.memory.written == []
    scene.desk.show(tile(), None)
    scene.send()
    assert scene.memory.written == [("tile/s001", 236, 133, 2)]
    scene.desk.show((), None)
    scene.send()
    assert len(scene.memory.written) == 1
    assert scene.memory.dropped == ["tile/s001"]
    assert scene.stream.frames == 3


def test_halved_tiles_are_drawn_smaller_and_in_full_again(scene: Scene) -> None:
    scene.desk.show(tile(), None)
    scene.desk.halve_tiles(halved=True)
    scene.send()
    scene.desk.show(tile(320, 180), TileView(site="s001", width=640, height=360))
    scene.send()
    scene.desk.halve_tiles(halved=False)
    scene.send()
    sizes = [(key, width, height) for key, width, height, _ in scene.memory.written]
    assert sizes == [
        ("tile/s001", 118, 66),
        ("tile/s001", 160, 90),
        ("on_deck", 640, 360),
        ("tile/s001", 320, 180),
        ("on_deck", 640, 360),
    ]
    assert scene.memory.dropped == []


def test_full_memory_is_told_once_and_decoding_goes_on(scene: Scene) -> None:
    scene.desk.show(tile(), None)
    scene.memory.is_full = True
    for _ in range(3):
        scene.send()
    assert len(scene.troubles) == 1
    scene.memory.is_full = False
    scene.send()
    scene.memory.is_full = True
    scene.send()
    assert len(scene.troubles) == 2
    assert scene.stream.frames == 5


def test_a_broken_picture_asks_for_a_key_frame_and_waits_for_it(scene: Scene) -> None:
    scene.send()
    scene.push(VideoUnit(b"\x00\x00\x00\x01\x65nonsense", "H264", True, 0, time.monotonic()))
    assert scene.stream.failures == 1
    assert scene.asked == ["s001"]
    assert scene.stream.backlog.needs_key
    scene.encoder.request_key_frame()
    scene.send()
    assert scene.stream.frames == 2


def test_a_site_of_another_worker_is_kept_for_the_program_and_shown_in_no_tile(scene: Scene) -> None:
    scene.desk.show(tile(), None)
    scene.stream.from_afar = True
    scene.send()
    assert "s001" in scene.desk.pictures
    assert scene.memory.written == []
    assert isinstance(scene.stream, DecodeStream)
