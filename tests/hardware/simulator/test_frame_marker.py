"""The marker of a drawn room is read back after scaling and coding, and nowhere else."""

import io

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hardware.simulator.frame_marker import Marker, draw_marker, marker_bits, marker_of_bits, read_marker
from hardware.simulator.room_painter import RoomPainter


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
    sent, coded = encode_room(pictures=48, bits_per_second=100_000)
    seconds = 48 / 8
    assert len(coded) * 8 / seconds < 130_000
    with av.open(io.BytesIO(coded), format="h264") as stream:
        seen = [read_marker(tile_of(frame)) for frame in stream.decode(video=0)]
    assert seen == sent


def tile_of(frame: av.VideoFrame) -> np.ndarray:
    return frame.reformat(236, 132, format="rgb24").to_ndarray()


def encode_room(*, pictures: int, bits_per_second: int) -> tuple[list[Marker], bytes]:
    painter = RoomPainter(412, "Phường Tân An")
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 320, 180, "yuv420p"
    encoder.framerate, encoder.bit_rate = 8, bits_per_second
    encoder.options = {"preset": "veryfast", "tune": "zerolatency", "profile": "baseline"}
    coded = b""
    for number in range(pictures):
        frame = painter.paint(320, 180, moment_seconds=number / 8, speaking=True)
        frame.pts = number
        coded += b"".join(bytes(packet) for packet in encoder.encode(frame))
    coded += b"".join(bytes(packet) for packet in encoder.encode(None))
    return [Marker(412, number) for number in range(pictures)], coded
