"""Pictures from a film repeat in their own time; what gives no picture is named."""

import time
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import pytest

from hardware.endpoint.picture.capture_video import CapturedPictures, PictureInput, picture_input
from hardware.simulator.rooms.frame_marker import read_marker
from hardware.simulator.rooms.planes import views_of
from hardware.simulator.rooms.room_painter import RoomPainter


def make_film(path: Path, pictures: int, rate: int) -> None:
    painter = RoomPainter(55, "Phim")
    with av.open(str(path), "w") as film:
        stream = film.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        stream.options = {"tune": "zerolatency", "preset": "ultrafast"}
        for number in range(pictures):
            frame = painter.paint(640, 360, moment_seconds=number / rate)
            frame.pts, frame.time_base = number, Fraction(1, rate)
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))


def test_a_film_repeats_in_its_own_time_at_any_size(tmp_path: Path) -> None:
    make_film(tmp_path / "film.mp4", pictures=10, rate=20)
    source = CapturedPictures(picture_input(str(tmp_path / "film.mp4")))
    try:
        assert source.wait_first(10)
        seen = []
        began = time.monotonic()
        while time.monotonic() - began < 1.6:
            frame = source.picture(320, 180)
            assert frame is not None
            assert (frame.width, frame.height, frame.format.name) == (320, 180, "yuv420p")
            marker = read_marker(views_of(frame)[0])
            assert marker is not None
            seen.append(marker.counter)
            time.sleep(0.01)
    finally:
        source.close()
    assert set(seen) >= set(range(2, 9))
    turns = sum(1 for before, after in pairwise(seen) if after < before)
    assert 2 <= turns <= 4
    assert source.picture(320, 180) is None


@pytest.mark.parametrize("name", ["broken.mp4", "missing camera"])
def test_what_gives_no_picture_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"not a film" * 100)
    wanted = picture_input(str(tmp_path / name)) if name.endswith("mp4") else picture_input("/dev/video-none", "linux")
    source = CapturedPictures(wanted)
    try:
        assert not source.wait_first(10)
        assert source.picture(320, 180) is None
        assert "gives no picture" in str(source.trouble)
        assert str(source.trouble).endswith("goes on without one.")
    finally:
        source.close()


def test_cameras_are_asked_for_in_each_system_s_own_words() -> None:
    assert picture_input("/dev/video9", "linux").container_format == "v4l2"
    assert picture_input("Integrated Camera", "win32") == PictureInput(
        "video=Integrated Camera", "dshow", {"video_size": "1280x720", "framerate": "25"}
    )
    assert picture_input("0", "darwin").container_format == "avfoundation"
