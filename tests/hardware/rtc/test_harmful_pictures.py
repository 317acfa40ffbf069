"""Pictures that are made to hurt a decoder: refused before it makes room for them, and the stream goes on afterwards."""

import contextlib
import time

import av
import pytest

from hardware.rtc.media_types import VideoCodec, VideoUnit
from hardware.rtc.payload_formats import nal_units
from hardware.rtc.video_codec import (
    MOST_SIDE_UNITS,
    PictureFormat,
    PictureUndecodable,
    VideoDecoder,
    make_encoder,
)

SMALL = PictureFormat(320, 180, 8, 100_000)
START = b"\0\0\0\1"
MOST_SECONDS = 0.1
"""Of this thread's own time; what is refused costs far less."""


def coded(codec: VideoCodec, wanted: PictureFormat = SMALL) -> bytes:
    """Returns a key frame."""
    picture = make_encoder(codec, wanted).encode(av.VideoFrame(wanted.width, wanted.height, "yuv420p"))
    assert picture is not None
    assert picture.key
    return picture.data


def unit(data: bytes, codec: VideoCodec = "H264") -> VideoUnit:
    return VideoUnit(data, codec, True, 0, time.monotonic())


def vp8_of(width: int, height: int) -> bytes:
    """Returns a VP8 key frame whose header names another size (RFC 6386 section 9.1)."""
    data = bytearray(coded("VP8"))
    data[6:10] = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return bytes(data)


class Bits:
    """Writes what a sequence parameter set is made of (H.264 sections 7.3.2.1.1 and 9.1)."""

    def __init__(self) -> None:
        self.text = ""

    def fixed(self, value: int, count: int) -> "Bits":
        self.text += format(value, f"0{count}b")
        return self

    def golomb(self, *values: int) -> "Bits":
        for value in values:
            word = format(value + 1, "b")
            self.text += "0" * (len(word) - 1) + word
        return self

    def octets(self) -> bytes:
        text = self.text + "1"
        text += "0" * (-len(text) % 8)
        return int(text, 2).to_bytes(len(text) // 8, "big")


def h264_of(width: int, height: int) -> bytes:
    """Returns an H.264 key frame whose parameter set names another size."""
    sps = Bits().fixed(66, 8).fixed(0xC0, 8).fixed(62, 8).golomb(0, 0, 2, 1).fixed(0, 1)
    sps.golomb(width // 16 - 1, height // 16 - 1).fixed(1, 1).fixed(0, 1).fixed(0, 1).fixed(0, 1)
    rest = [nal for nal in nal_units(coded("H264")) if nal[0] & 0x1F != 7]
    return b"".join(START + nal for nal in (b"\x67" + sps.octets(), *rest))


def nested_side_information(count: int) -> bytes:
    """Returns a key frame behind so many SEI units, each with one message of no known meaning."""
    side = START + b"\x06\x05\x10" + bytes(range(1, 17)) + b"\x80"
    return side * count + coded("H264")


HARMFUL = {
    "VP8 of 16,383 x 16,383": (vp8_of(16_383, 16_383), "VP8"),
    "H.264 of 16,384 x 16,384": (h264_of(16_384, 16_384), "H264"),
    "a file of SEI": (nested_side_information(40_000), "H264"),
    "a picture of nothing": (b"", "H264"),
    "zeroes": (bytes(100_000), "H264"),
    "VP8 zeroes": (bytes(100_000), "VP8"),
    "a key frame cut off": (coded("H264")[:40], "H264"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_it_is_refused_at_once_and_the_next_picture_is_decoded(name: str) -> None:
    data, codec = HARMFUL[name]
    decoder = VideoDecoder()
    began = time.thread_time()
    with contextlib.suppress(PictureUndecodable):
        assert all(frame.width * frame.height <= 320 * 192 for frame in decoder.decode(unit(data, codec)))
    assert time.thread_time() - began < MOST_SECONDS
    for good in ("H264", "VP8"):
        (frame,) = decoder.decode(unit(coded(good), good))
        assert (frame.width, frame.height) == (320, 180)


@pytest.mark.parametrize("name", ["VP8 of 16,383 x 16,383", "H.264 of 16,384 x 16,384", "a file of SEI"])
def test_a_bomb_is_said_to_be_one(name: str) -> None:
    data, codec = HARMFUL[name]
    with pytest.raises(PictureUndecodable):
        VideoDecoder().decode(unit(data, codec))


def test_the_side_information_of_usual_encoders_is_taken() -> None:
    (frame,) = VideoDecoder().decode(unit(nested_side_information(MOST_SIDE_UNITS - 1)))
    assert frame.width == 320


@pytest.mark.parametrize("codec", ["H264", "VP8"])
def test_a_4k_picture_is_taken(codec: VideoCodec) -> None:
    (frame,) = VideoDecoder().decode(unit(coded(codec, PictureFormat(3840, 2160, 1, 2_000_000)), codec))
    assert (frame.width, frame.height) == (3840, 2160)
