"""The marker of a drawn room is read back after scaling and coding, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hardware.rtc.media_types import VideoUnit
from hardware.rtc.video_codec import THUMBNAIL, H264Encoder, VideoDecoder
from hardware.simulator.rooms.frame_marker import Marker, draw_marker, marker_bits, marker_of_bits, read_marker
from hardware.simulator.rooms.planes import views_of
from hardware.simulator.rooms.room_painter import RoomPainter


@given(st.integers(0, 1023), st.integers(0, 65535))
def test_what_is_drawn_is_read_at_every_size(site_number: int, counter: int) -> None:
    for width, height in ((320, 180), (640, 360), (1280, 720)):
        luma = np.full((height, width), 120, np.uint8)
        draw_marker(luma, site_number, counter)
        assert read_marker(luma) == Marker(site_number, counter)


@given(st.integers(0, 1023), st.integers(0, 65535), st.integers(0, 31))
def test_a_single_wrong_bit_is_no_marker(site_number: int, counter: int, place: int) -> None:
    bits = marker_bits(site_number, counter)
    bits[place] ^= True
    assert marker_of_bits(bits) is None


def test_a_number_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="1024"):
        marker_bits(1024, 0)


@pytest.mark.parametrize("size", [(236, 133), (250, 140), (320, 180), (411, 231)])
def test_the_marker_survives_a_tile_of_a_window(size: tuple[int, int]) -> None:
    frame = RoomPainter(7, "Xã Ea Súp").paint(320, 180, moment_seconds=2.0)
    tile = np.asarray(Image.fromarray(frame.to_ndarray(format="rgb24")).resize(size, Image.Resampling.BILINEAR))
    assert read_marker(tile) == Marker(7, 0)


def test_a_room_without_marker_and_noise_show_none() -> None:
    room = RoomPainter(3, "Xã Ea Rốk").prepare(320, 180).backdrop.luma
    assert read_marker(room) is None
    noise = np.random.default_rng(1).integers(0, 255, (180, 320), dtype=np.uint8)
    assert read_marker(noise) is None


def test_the_marker_survives_h264_at_100_kilobits() -> None:
    painter, encoder, decoder = RoomPainter(412, "Phường Tân An"), H264Encoder(THUMBNAIL), VideoDecoder()
    octets, seen = 0, []
    for number in range(64):
        coded = encoder.encode(painter.paint(320, 180, moment_seconds=number / 8, speaking=True))
        assert coded is not None
        octets += len(coded.data)
        frames = decoder.decode(VideoUnit(coded.data, "H264", coded.key, number * 11250, 0.0))
        seen += [read_marker(views_of(frame.reformat(236, 132))[0]) for frame in frames]
    assert octets * 8 / 8 < 120_000
    assert seen == [Marker(412, number) for number in range(64)]


def test_the_marker_is_read_in_a_cell_of_the_largest_grid() -> None:
    program = np.full((720, 1280), 16, np.uint8)
    for place in range(9):
        frame = RoomPainter(place + 1, "Xã").paint(640, 360, moment_seconds=0.0)
        cell = Image.fromarray(frame.to_ndarray()[:360]).resize((426, 240), Image.Resampling.BILINEAR)
        top, left = place // 3 * 240, place % 3 * 427
        program[top : top + 240, left : left + 426] = np.asarray(cell)
    for place in range(9):
        top, left = place // 3 * 240, place % 3 * 427
        assert read_marker(program[top : top + 240, left : left + 426]) == Marker(place + 1, 0)
