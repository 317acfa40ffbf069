"""Pictures made to hurt a decoder, and the odd octets of a site gone wrong.

Rule: made here from the formats' own definitions, so that no file of an attack is kept.
"""

from dataclasses import replace
from random import Random

import av
import numpy as np

from hardware.rtc.light_peer import Clip
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.payload_formats import nal_units, packetise
from hardware.rtc.video_codec import PODIUM, THUMBNAIL, PictureFormat, make_encoder

START = b"\0\0\0\1"
SPS = 7
LARGEST_SIDE = 16_384
BIND_REQUEST = b"\x00\x01"
COOKIE = b"\x21\x12\xa4\x42"
HEAVY_PICTURES = 3


def key_frame(codec: VideoCodec, wanted: PictureFormat = THUMBNAIL) -> bytes:
    """Returns a key frame of one colour."""
    picture = make_encoder(codec, wanted).encode(av.VideoFrame(wanted.width, wanted.height, "yuv420p"))
    assert picture is not None
    return picture.data


def vp8_of(width: int, height: int) -> bytes:
    """Returns a VP8 key frame whose header names another size (RFC 6386 section 9.1)."""
    data = bytearray(key_frame("VP8"))
    data[6:10] = width.to_bytes(2, "little") + height.to_bytes(2, "little")
    return bytes(data)


def h264_of(width: int, height: int) -> bytes:
    """Returns an H.264 key frame whose parameter set names another size."""
    bits = f"{66:08b}{0xC0:08b}{62:08b}" + "".join(map(_golomb, (0, 0, 2, 1))) + "0"
    bits += _golomb(width // 16 - 1) + _golomb(height // 16 - 1) + "1000"
    rest = [nal for nal in nal_units(key_frame("H264")) if nal[0] & 0x1F != SPS]
    return b"".join(START + nal for nal in (b"\x67" + _octets(bits), *rest))


def _golomb(value: int) -> str:
    """Writes an unsigned exponential Golomb code (H.264 section 9.1)."""
    word = f"{value + 1:b}"
    return "0" * (len(word) - 1) + word


def _octets(bits: str) -> bytes:
    bits += "1"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def behind_side_information(count: int) -> bytes:
    """Returns a key frame behind so many SEI units, each with one message of no known meaning."""
    side = START + b"\x06\x05\x10" + bytes(range(1, 17)) + b"\x80"
    return side * count + key_frame("H264")


def clip_of(pictures: list[bytes], frames_per_second: int) -> Clip:
    """Returns H.264 key frames as what a light peer sends in a ring."""
    return Clip(tuple(packetise("H264", data, 0, key=True) for data in pictures), frames_per_second)


def changing_sizes() -> Clip:
    """Returns pictures of which each has another size than the one before."""
    sizes = [PictureFormat(width, height, 20, 100_000) for width, height in ((320, 180), (160, 96), (640, 360))]
    return clip_of([key_frame("H264", size) for size in sizes], 20)


def costly_pictures() -> Clip:
    """Returns pictures as large as may be, of few octets: each costs a hundred times a thumbnail."""
    return clip_of([key_frame("H264", PictureFormat(3840, 2160, 30, 4_000_000))], 30)


def heavy_pictures() -> Clip:
    """Returns pictures with ten times the octets of the largest that are ordered: snow cannot be made small."""
    heavy = replace(THUMBNAIL, frames_per_second=25, bits_per_second=10 * PODIUM.bits_per_second)
    encoder, snow = make_encoder("H264", heavy), np.random.default_rng(1)
    pictures: list[bytes] = []
    for _ in range(HEAVY_PICTURES):
        planes = snow.integers(0, 256, (heavy.height * 3 // 2, heavy.width), dtype=np.uint8)
        encoder.request_key_frame()
        coded = encoder.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p"))
        if coded is not None:
            pictures.append(coded.data)
    return clip_of(pictures, heavy.frames_per_second)


def nonsense(dice: Random) -> list[bytes]:
    """Returns one malformed datagram of each protocol that shares the port (RFC 7983)."""
    rest = dice.randbytes(dice.randrange(8, 400))
    size = len(rest) & ~3
    return [
        b"\x80" + bytes((dice.choice((96, 97, 102, 111, 127)),)) + rest,
        b"\x80" + bytes((dice.choice((200, 201, 205, 206)),)) + rest,
        BIND_REQUEST + size.to_bytes(2, "big") + COOKIE + rest[:size],
        bytes((dice.choice((20, 21, 22, 23)),)) + b"\xfe\xfd" + rest,
    ]
