"""A film from anywhere, opened safely and decoded to its end: what offices are sent is seldom what a text book shows.

Rules: nothing but the file itself is read, whatever it names (a play list is refused); a damaged piece is left out and
the rest is played; clocks that jump in the file (joined or live recordings) do not stop it. Blocking while it decodes.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.error import FFmpegError

KINDS = (
    "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,asf,flv,ogg,mxf,dv,rm,wtv,nut,ivf,h264,hevc,obu,gif,"
    "wav,w64,mp3,aac,flac,aiff,amr,caf,image2,png_pipe,jpeg_pipe,bmp_pipe,webp_pipe,tiff_pipe,gif_pipe"
)
"""What libavformat may take a file for: films, sounds, pictures; no play list, which only names other places."""
MOST_GAP_SECONDS = 120.0
"""A recording of slides may show nothing new for so long; beyond it the file's clock has jumped."""
MOST_BACK_SECONDS = 1.0
DAMAGED_PACKETS = 500
"""In a row that give no picture and no sound, some ten seconds: then it is no film that could be played."""


class Film:
    """An open film: its best pictures, its best sound, and their frames with seconds from the beginning.

    Raises `OSError`, `FFmpegError` or `ValueError` where it cannot be read.
    """

    def __init__(self, path: str) -> None:
        # Whitelisted, for a file may name addresses; tags in an old code page must not keep a film from being shown.
        options = {"protocol_whitelist": "file", "format_whitelist": KINDS}
        self.container: Any = av.open(path, options=options, metadata_errors="replace")
        self.video: Any = self.container.streams.best("video")
        self.audio: Any = self.container.streams.best("audio")
        if self.video is not None:
            self.video.thread_type = "AUTO"

    @property
    def pixel_aspect(self) -> float:
        """Returns how much wider than high a pixel is shown; 1.0 where the file says nothing sensible."""
        aspect = None if self.video is None else self.video.sample_aspect_ratio
        return float(aspect) if aspect and Fraction(1, 4) <= aspect <= 4 else 1.0

    def frames(self) -> Iterator[tuple[Any, float]]:
        """Yields pictures and sounds as they stand in the file, each with its seconds."""
        clock = _Clock(self.video)
        for frame in self._decoded():
            at = clock.seconds_of(frame)
            if at is not None:
                yield frame, at

    def _decoded(self) -> Iterator[Any]:
        streams = [stream for stream in (self.video, self.audio) if stream is not None]
        damaged = 0
        if not streams:
            raise ValueError("there is neither a picture nor a sound in it")
        for packet in self.container.demux(*streams):
            try:
                frames = packet.decode()
            except FFmpegError:
                damaged += 1
                if damaged >= DAMAGED_PACKETS:
                    raise
                continue
            damaged = 0 if frames else damaged
            yield from frames

    def close(self) -> None:
        """Closes the file."""
        self.container.close()


class _Clock:
    """Gives every frame its seconds from the beginning, over jumps and where the file says none.

    Pictures and sound reach a jump one after the other: each has its own offset, the second follows the first.
    """

    def __init__(self, video: Any) -> None:
        rate = None if video is None else video.average_rate
        self._picture_seconds = float(1 / rate) if rate else 0.04
        self._offsets: dict[bool, float] = {}
        self._newest = {True: -self._picture_seconds, False: 0.0}

    def seconds_of(self, frame: Any) -> float | None:
        """Returns the moment; None for a sound that the file gives no time."""
        picture, said = isinstance(frame, av.VideoFrame), frame.time
        if said is None:
            if not picture:
                return None
            at = self._newest[True] + self._picture_seconds
        else:
            at = said + self._offset(said, picture=picture)
        self._newest[picture] = max(self._newest[picture], at)
        return max(0.0, at)

    def _offset(self, said: float, *, picture: bool) -> float:
        newest, other = self._newest[picture], self._offsets.get(not picture, -said)
        offset = self._offsets.setdefault(picture, other)
        if not -MOST_BACK_SECONDS <= said + offset - newest <= MOST_GAP_SECONDS:
            together = abs(said + other - newest) <= MOST_BACK_SECONDS
            offset = self._offsets[picture] = other if together else max(newest, 0.0) - said
        return offset


def boxed(frame: av.VideoFrame, width: int, height: int, pixel_aspect: float = 1.0) -> av.VideoFrame:
    """Returns the picture upright in this size, whole and in its proportions, between black bars."""
    quarters = round(frame.rotation / 90) % 4
    wide, high = frame.width * pixel_aspect, float(frame.height)
    if quarters % 2:
        wide, high = high, wide
    scale = min(width / wide, height / high)
    inner_width, inner_height = (max(2, round(each * scale) & ~1) for each in (wide, high))
    turned = (inner_height, inner_width) if quarters % 2 else (inner_width, inner_height)
    # Screens and stills come in the full range of brightness, pictures on the line in that of television.
    scaled = frame.reformat(*turned, "yuv420p", dst_color_range="MPEG")
    if not quarters and (inner_width, inner_height) == (width, height):
        return scaled
    left, top = (width - inner_width) // 2 & ~1, (height - inner_height) // 2 & ~1
    out = av.VideoFrame(width, height, "yuv420p")
    for index, (ground, picture) in enumerate(zip(out.planes, scaled.planes, strict=True)):
        half = 1 if index else 0
        rows, inner = _rows(ground), _rows(picture)[: picture.height, : picture.width]
        rows[:] = 128 if index else 16
        x, y, inner_wide, inner_high = (each >> half for each in (left, top, inner_width, inner_height))
        # A display matrix turns counter-clockwise, as `rot90` does.
        rows[y : y + inner_high, x : x + inner_wide] = np.rot90(inner, quarters)
    return out


def _rows(plane: Any) -> Any:
    return np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
