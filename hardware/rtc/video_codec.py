"""Coding and decoding of pictures, through PyAV: H.264 (libx264) and VP8 (libvpx), tuned for a live line.

Rule: one picture in, one coded picture out, no look-ahead, one thread (the process has many streams and few cores); key
frames on request and every ten seconds; parameter sets stand before every key frame. Not thread-safe: one thread each.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, cast

import av
from av.codec.context import Flags
from av.error import FFmpegError
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from hardware.rtc.media_types import VideoCodec, VideoUnit
from hardware.rtc.picture_size import claimed_pixels

KEY_FRAME_SECONDS = 10
_SMALL_PICTURE_PIXELS = 640 * 360
MOST_PIXELS = 36_864 * 256
"""Level 5.1 of H.264, above 4K; a decoder makes room for a picture's whole size before it has seen any of it."""
MOST_SIDE_UNITS = 64
"""Of supplemental information (SEI) in one H.264 picture, each of which a decoder copies; encoders send two."""
_SIDE_UNIT = b"\0\0\1\6"


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """What an encoder makes; the three rungs of a site are `THUMBNAIL`, `ON_DECK` and `PODIUM`."""

    width: int
    height: int
    frames_per_second: int
    bits_per_second: int


THUMBNAIL = PictureFormat(320, 180, 8, 100_000)
ON_DECK = PictureFormat(640, 360, 15, 500_000)
PODIUM = PictureFormat(1280, 720, 25, 1_500_000)

CONTENT_BITS_PER_SECOND = 1_500_000
SLIDES = PictureFormat(1920, 1080, 5, CONTENT_BITS_PER_SECOND)
FILM = PictureFormat(1280, 720, 25, CONTENT_BITS_PER_SECOND)
"""What content is coded in: letters that can be read, or movement."""


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """One access unit (Annex B) or VP8 frame."""

    data: bytes
    key: bool


class VideoEncoder(Protocol):
    """What both encoders are."""

    codec: VideoCodec
    format: PictureFormat

    def encode(self, frame: av.VideoFrame) -> CodedPicture | None: ...
    def request_key_frame(self) -> None: ...
    def reconfigure(self, wanted: PictureFormat) -> None: ...


class PictureUndecodable(ValueError):
    """The decoder could not use a picture; it starts anew with the next key frame, which the caller asks for."""


class _Encoder:
    """The common part: feeding one context, and a new one at every reconfiguration."""

    codec: VideoCodec

    def __init__(self, wanted: PictureFormat) -> None:
        self.format = wanted
        self._context = self._open(wanted)
        self._count = 0
        self._key_wanted = True

    def _open(self, wanted: PictureFormat) -> VideoCodecContext:
        raise NotImplementedError

    def request_key_frame(self) -> None:
        """Makes the next picture a key frame."""
        self._key_wanted = True

    def reconfigure(self, wanted: PictureFormat) -> None:
        """Changes size, rate or bit rate; the next picture is a key frame. The same format changes nothing."""
        if wanted != self.format:
            self._context = self._open(wanted)
            self.format = wanted
            self._count = 0
            self._key_wanted = True

    def encode(self, frame: av.VideoFrame) -> CodedPicture | None:
        """Codes one yuv420p picture of the format's size; None when rate control drops it.

        Raises:
            ValueError: another size or pixel format than agreed.
        """
        if (frame.width, frame.height, frame.format.name) != (self.format.width, self.format.height, "yuv420p"):
            raise ValueError(f"the encoder wants yuv420p of {self.format.width}x{self.format.height}")
        frame.pts = self._count
        frame.time_base = Fraction(1, self.format.frames_per_second)
        frame.pict_type = PictureType.I if self._key_wanted else PictureType.NONE
        self._count += 1
        packets: list[tuple[bytes, bool]] = [
            (bytes(packet), packet.is_keyframe) for packet in cast("Any", self._context).encode(frame)
        ]
        if not packets:
            return None
        key = any(is_key for _, is_key in packets)
        self._key_wanted = self._key_wanted and not key
        return CodedPicture(b"".join(data for data, _ in packets), key)


def _context(name: str, wanted: PictureFormat) -> VideoCodecContext:
    context = cast("VideoCodecContext", av.CodecContext.create(name, "w"))
    context.width, context.height, context.pix_fmt = wanted.width, wanted.height, "yuv420p"
    context.bit_rate = wanted.bits_per_second
    context.framerate = Fraction(wanted.frames_per_second)
    context.time_base = Fraction(1, wanted.frames_per_second)
    context.gop_size = wanted.frames_per_second * KEY_FRAME_SECONDS
    context.thread_count = 1
    return context


class H264Encoder(_Encoder):
    """Constrained baseline, one slice, zero latency; peaks are held to half a second of the bit rate."""

    codec: VideoCodec = "H264"

    def _open(self, wanted: PictureFormat) -> VideoCodecContext:
        context = _context("libx264", wanted)
        kilobits = wanted.bits_per_second // 1000
        context.options = {
            "preset": "veryfast" if wanted.width * wanted.height < _SMALL_PICTURE_PIXELS else "superfast",
            "tune": "zerolatency",
            "forced-idr": "1",
            "x264-params": (
                f"scenecut=0:sliced-threads=0:slices=1:vbv-maxrate={kilobits}:vbv-bufsize={max(1, kilobits // 2)}"
            ),
        }
        context.profile = "Baseline"
        return context


class Vp8Encoder(_Encoder):
    """Real-time VP8 at a speed that suits a shared core."""

    codec: VideoCodec = "VP8"

    def _open(self, wanted: PictureFormat) -> VideoCodecContext:
        context = _context("libvpx", wanted)
        rate = str(wanted.bits_per_second)
        context.options = {
            "deadline": "realtime",
            "cpu-used": "8" if wanted.width * wanted.height > _SMALL_PICTURE_PIXELS else "6",
            "lag-in-frames": "0",
            "error-resilient": "0",
            "minrate": rate,
            "maxrate": rate,
            "bufsize": str(wanted.bits_per_second // 2),
            "undershoot-pct": "95",
        }
        context.qmin, context.qmax = 4, 56
        return context


def make_encoder(codec: VideoCodec, wanted: PictureFormat) -> VideoEncoder:
    return H264Encoder(wanted) if codec == "H264" else Vp8Encoder(wanted)


class VideoDecoder:
    """Decodes one stream; follows changes of codec and picture size."""

    def __init__(self) -> None:
        self._codec: VideoCodec | None = None
        self._context: VideoCodecContext | None = None

    def decode(self, unit: VideoUnit) -> list[av.VideoFrame]:
        """Returns the pictures of one unit (one, as a rule).

        Raises:
            PictureUndecodable: the data is broken, or no key frame came first.
        """
        if not unit.data:
            raise PictureUndecodable("an empty picture")
        if unit.codec == "H264" and unit.data.count(_SIDE_UNIT) > MOST_SIDE_UNITS:
            self._context = None
            raise PictureUndecodable("a picture of supplemental information")
        if unit.key and claimed_pixels(unit.codec, unit.data) > MOST_PIXELS:
            self._context = None
            raise PictureUndecodable("a picture larger than any camera's")
        context = self._context
        if context is None or unit.codec != self._codec:
            if not unit.key:
                raise PictureUndecodable("a stream must begin with a key frame")
            context = self._open(unit.codec)
        try:
            frames: list[av.VideoFrame] = cast("Any", context).decode(av.Packet(unit.data))
        except FFmpegError as error:
            self._context = None
            raise PictureUndecodable(str(error)) from error
        if any(frame.is_corrupt for frame in frames):
            self._context = None
            raise PictureUndecodable("the picture refers to one that never came")
        return frames

    def _open(self, codec: VideoCodec) -> VideoCodecContext:
        context = av.VideoCodecContext.create("h264" if codec == "H264" else "vp8", "r")
        context.thread_count = 1
        context.options = {"max_pixels": str(MOST_PIXELS)}
        # Pictures come out at once; without this other profiles than baseline may be held back for reordering.
        context.flags |= Flags.low_delay
        self._codec, self._context = codec, context
        return context
