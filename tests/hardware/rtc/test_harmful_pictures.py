"""Pictures made to hurt a decoder: refused before it makes room for them, and the stream goes on afterwards."""

import contextlib
import time
from fractions import Fraction
from random import Random
from typing import Any

import av
import pytest
from av.codec.context import Flags

from hardware.rtc.media_types import VideoCodec, VideoUnit
from hardware.rtc.picture_size import claimed_pixels
from hardware.rtc.video_codec import (
    MOST_SIDE_UNITS,
    PictureFormat,
    PictureUndecodable,
    VideoDecoder,
)
from tests.prove.bad_site.bombs import behind_side_information, h264_of, key_frame, vp8_of

MOST_SECONDS = 0.1
"""Of this thread's own time; what is refused costs far less."""


def unit(data: bytes, codec: VideoCodec = "H264") -> VideoUnit:
    return VideoUnit(data, codec, True, 0, time.monotonic())


HARMFUL: dict[str, tuple[bytes, VideoCodec]] = {
    "VP8 of 16,383 x 16,383": (vp8_of(16_383, 16_383), "VP8"),
    "H.264 of 16,384 x 16,384": (h264_of(16_384, 16_384), "H264"),
    "a file of SEI": (behind_side_information(40_000), "H264"),
    "a picture of nothing": (b"", "H264"),
    "zeroes": (bytes(100_000), "H264"),
    "VP8 zeroes": (bytes(100_000), "VP8"),
    "a key frame cut off": (key_frame("H264")[:40], "H264"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_it_is_refused_at_once_and_the_next_picture_is_dekey_frame(name: str) -> None:
    data, codec = HARMFUL[name]
    decoder = VideoDecoder()
    began = time.thread_time()
    with contextlib.suppress(PictureUndecodable):
        assert all(frame.width * frame.height <= 320 * 192 for frame in decoder.decode(unit(data, codec)))
    assert time.thread_time() - began < MOST_SECONDS
    goods: tuple[VideoCodec, ...] = ("H264", "VP8")
    for good in goods:
        (frame,) = decoder.decode(unit(key_frame(good), good))
        assert (frame.width, frame.height) == (320, 180)


@pytest.mark.parametrize("name", ["VP8 of 16,383 x 16,383", "H.264 of 16,384 x 16,384", "a file of SEI"])
def test_a_bomb_is_said_to_be_one(name: str) -> None:
    data, codec = HARMFUL[name]
    with pytest.raises(PictureUndecodable):
        VideoDecoder().decode(unit(data, codec))


@pytest.mark.parametrize("name", ["VP8 of 16,383 x 16,383", "H.264 of 16,384 x 16,384"])
def test_a_bomb_in_the_middle_of_a_good_stream_is_noticed(name: str) -> None:
    data, codec = HARMFUL[name]
    decoder = VideoDecoder()
    decoder.decode(unit(key_frame(codec), codec))
    with pytest.raises(PictureUndecodable):
        decoder.decode(unit(data, codec))


SIZES = ((160, 96), (320, 192), (1280, 720), (1920, 1088), (3840, 2160))


@pytest.mark.parametrize("profile", ["baseline", "main", "high", "high10", "high422", "high444"])
@pytest.mark.parametrize("size", SIZES)
def test_the_size_is_read_as_every_profile_writes_it(profile: str, size: tuple[int, int]) -> None:
    width, height = size
    assert claimed_pixels("H264", sps_by_x264(profile, width, height)) == width * height


def sps_by_x264(profile: str, width: int, height: int) -> bytes:
    """Returns the parameter sets that an encoder of this profile begins with."""
    pixels = {"high10": "yuv420p10le", "high422": "yuv422p", "high444": "yuv444p"}.get(profile, "yuv420p")
    context: Any = av.CodecContext.create("libx264", "w")
    context.width, context.height, context.pix_fmt, context.time_base = width, height, pixels, Fraction(1, 25)
    context.options = {"profile": profile, "preset": "ultrafast", "tune": "zerolatency", "cqm": "jvt"}
    context.flags |= Flags.global_header
    context.open()
    return bytes(context.extradata)


def test_octets_that_are_no_parameter_set_say_nothing() -> None:
    dice = Random(7)
    for _ in range(2_000):
        octets = dice.randbytes(dice.randrange(40))
        claimed_pixels("VP8", octets)
        claimed_pixels("H264", b"\0\0\1\x67" + octets)
    assert claimed_pixels("H264", b"\0\0\1\x67" + bytes(300)) == 0


def test_the_side_information_of_usual_encoders_is_taken() -> None:
    (frame,) = VideoDecoder().decode(unit(behind_side_information(MOST_SIDE_UNITS - 1)))
    assert frame.width == 320


@pytest.mark.parametrize("codec", ["H264", "VP8"])
def test_a_4k_picture_is_taken(codec: VideoCodec) -> None:
    (frame,) = VideoDecoder().decode(unit(key_frame(codec, PictureFormat(3840, 2160, 1, 2_000_000)), codec))
    assert (frame.width, frame.height) == (3840, 2160)
