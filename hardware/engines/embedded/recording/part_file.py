"""One part of a recording as a Matroska file: the meeting's own coded pictures and its own mix, never coded again.

Rule: nothing is decoded but the first key picture, for its size. Clusters last a second, so that a file that was cut
anywhere plays up to the last of them. Blocking and not thread-safe: the writing thread's alone. Sources: RFC 9559
(Matroska), RFC 7845 section 5.1 (Opus header, written by libavformat).
"""

import io
import time
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
from av.audio.stream import AudioStream
from av.error import FFmpegError
from av.video.stream import VideoStream

from hardware.engines.embedded.recording.disk_file import DiskFile
from hardware.engines.embedded.recording.part_times import CLUSTER_MS
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VideoCodec, VideoUnit
from hardware.rtc.payload_formats import nal_units
from hardware.rtc.video_codec import PictureUndecodable, VideoDecoder

_MILLISECOND = Fraction(1, 1000)
_NAL_SPS = 7


class KeyUnusable(ValueError):
    """The picture cannot begin a part."""


def shape_of(codec: VideoCodec, key: bytes) -> bytes:
    """Returns what changes when a stream's picture format does: H.264's parameter set, VP8's size."""
    if codec == "VP8":
        return key[6:10]
    return next((unit for unit in nal_units(key) if unit[0] & 0x1F == _NAL_SPS), b"")


class PartFile:
    """A growing part; times are milliseconds since its beginning."""

    def __init__(self, path: Path, codec: VideoCodec, first_key: bytes) -> None:
        """Makes the file. Raises `OSError`, or `KeyUnusable` when `first_key` is no key picture."""
        self.codec, self.shape = codec, shape_of(codec, first_key)
        width, height = _size(codec, first_key)
        self._disk = DiskFile(path)
        options = {"cluster_time_limit": str(CLUSTER_MS), "flush_packets": "1"}
        # PyAV's stubs want a name; it takes any object with `write`, as its documentation says.
        self._container: Any = av.open(cast("Any", self._disk), "w", "matroska", options)
        self._pictures = self._picture_stream(first_key, width, height)
        self._sounds: AudioStream = self._container.add_stream("libopus", rate=AUDIO_CLOCK_HZ, layout="mono")
        self._last = {"picture": -1, "sound": -1}
        self.length_ms = 0

    def _picture_stream(self, first_key: bytes, width: int, height: int) -> VideoStream:
        if self.codec == "VP8":
            stream: VideoStream = self._container.add_mux_stream("vp8", width=width, height=height)
        else:
            # The parameter sets of a stream that was never coded here are taken from a look at its first picture.
            with av.open(io.BytesIO(first_key), format="h264") as raw:
                stream = self._container.add_stream_from_template(raw.streams.video[0], opaque=True)
        stream.time_base = _MILLISECOND
        return stream

    def add_picture(self, data: bytes, at_ms: int, *, key: bool) -> None:
        """Adds a coded picture (Annex B, or a VP8 frame); raises `OSError`."""
        self._add(self._pictures, "picture", data, at_ms, key=key, lasts_ms=40)

    def add_sound(self, payload: bytes, at_ms: int) -> None:
        """Adds an Opus packet of 20 ms; raises `OSError`."""
        self._add(self._sounds, "sound", payload, at_ms, key=True, lasts_ms=20)

    def _add(
        self, stream: VideoStream | AudioStream, kind: str, data: bytes, at_ms: int, *, key: bool, lasts_ms: int
    ) -> None:
        at_ms = self._last[kind] = max(at_ms, self._last[kind] + 1)
        packet = av.Packet(data)
        packet.stream, packet.time_base = stream, _MILLISECOND
        packet.pts = packet.dts = at_ms
        packet.duration, packet.is_keyframe = lasts_ms, key
        self._container.mux(packet)
        self.length_ms = max(self.length_ms, at_ms + lasts_ms)
        self._disk.sync(time.monotonic())

    def finish(self) -> None:
        """Writes length and index and closes the file; raises `OSError`, and the file then plays without them."""
        try:
            self._container.close()
        finally:
            self._disk.close()


def _size(codec: VideoCodec, key: bytes) -> tuple[int, int]:
    try:
        frames = VideoDecoder().decode(VideoUnit(key, codec, key=True, rtp_time=0, arrived_seconds=0.0))
    except (PictureUndecodable, FFmpegError) as error:
        raise KeyUnusable(str(error)) from error
    if not frames:
        raise KeyUnusable("no picture came of it")
    return frames[0].width, frames[0].height
