"""A film or a screen as pictures of the content's size and as frames of its mix, each with its moment.

Rule: a generator that never waits for the clock; whoever plays decides when a piece is due. Blocking while it decodes.
"""

import heapq
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, cast

import av
import numpy as np

from hardware.rtc.audio_codec import Pcm
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, AUDIO_FRAME_SAMPLES
from hardware.rtc.video_codec import FILM, SLIDES, PictureFormat

PICTURES_WAIT_SECONDS = 0.05
"""So long the mix holds a sound back in its receive buffer; measured in recordings, film and marks."""
AHEAD_SECONDS = 1.0
"""Bounds what is decoded ahead: some 25 pictures."""
STILLS = frozenset({"image2"})
"""libavformat's name for pictures in files; what it pipes (`png_pipe`) are pictures too."""
_SCREENS = {"linux": "x11grab", "win32": "gdigrab", "darwin": "avfoundation"}
"""libavformat's name for the screen of each system; a build may lack it."""


@dataclass(frozen=True, slots=True)
class ContentPicture:
    """One picture, with black bars where its proportions want them."""

    seconds: float
    frame: av.VideoFrame


@dataclass(frozen=True, slots=True)
class ContentSound:
    """20 ms, one channel."""

    seconds: float
    sound: Pcm


Piece = ContentPicture | ContentSound


def pieces_of(path: str) -> Iterator[Piece]:
    """Yields a film's pieces by their moments, a still's or the screen's for ever; raises `OSError`, `FFmpegError`."""
    return in_order(_read(path)) if path else _read(path)


def in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yields pieces by their moments: a file may hold sound and pictures up to `AHEAD_SECONDS` apart."""
    waiting: list[tuple[float, int, Piece]] = []
    for number, piece in enumerate(pieces):
        heapq.heappush(waiting, (piece.seconds, number, piece))
        if piece.seconds - waiting[0][0] > AHEAD_SECONDS:
            yield heapq.heappop(waiting)[2]
    while waiting:
        yield heapq.heappop(waiting)[2]


def _read(path: str) -> Iterator[Piece]:
    with _opened(path) as container:
        streams = [*container.streams.video[:1], *container.streams.audio[:1]]
        if container.format.name in STILLS or container.format.name.endswith("_pipe"):
            yield from _stand_still(container)
            return
        pictures, sounds, zero = _Pictures(_shape_of(container, path)), _Sounds(), None
        for frame in cast("Iterator[Any]", container.decode(*streams)):
            if frame.time is None:
                continue
            zero = frame.time if zero is None else zero
            at = frame.time - zero
            yield from pictures.take(frame, at) if isinstance(frame, av.VideoFrame) else sounds.take(frame, at)


def _shape_of(container: Any, path: str) -> PictureFormat:
    """Returns in what size and rate a film, or the screen, is shown: what hardly moves is there to be read."""
    rate = container.streams.video[0].average_rate if container.streams.video else None
    return FILM if path and (rate is None or rate > SLIDES.frames_per_second) else SLIDES


def _stand_still(container: Any) -> Iterator[Piece]:
    """Yields a still picture again and again: whoever comes later sees it too."""
    picture = boxed(next(iter(container.decode(video=0))), SLIDES.width, SLIDES.height)
    for number in count():
        yield ContentPicture(number / SLIDES.frames_per_second, picture)


def _opened(path: str) -> Any:
    if path:
        return av.open(path)
    screen = _SCREENS.get(sys.platform, "x11grab")
    name = {"gdigrab": "desktop", "avfoundation": "Capture screen 0"}.get(screen, os.environ.get("DISPLAY", ":0"))
    return av.open(name, format=screen, options={"framerate": str(SLIDES.frames_per_second), "draw_mouse": "1"})


class _Pictures:
    """Leaves out what is more than the content's rate and fits the rest into its size."""

    def __init__(self, shape: PictureFormat) -> None:
        self._shape = shape
        self._least = 0.9 / shape.frames_per_second
        self._next = 0.0

    def take(self, frame: av.VideoFrame, at: float) -> Iterator[Piece]:
        if at >= self._next:
            self._next = at + self._least
            yield ContentPicture(at + PICTURES_WAIT_SECONDS, boxed(frame, self._shape.width, self._shape.height))


def boxed(frame: av.VideoFrame, width: int, height: int) -> av.VideoFrame:
    """Returns the picture in this size, whole, between black bars."""
    scale = min(width / frame.width, height / frame.height)
    inner_width, inner_height = round(frame.width * scale) & ~1, round(frame.height * scale) & ~1
    # Screens and stills come in the full range of brightness, pictures on the line in that of television.
    scaled = frame.reformat(inner_width, inner_height, "yuv420p", dst_color_range="MPEG")
    if (inner_width, inner_height) == (width, height):
        return scaled
    left, top = (width - inner_width) // 2 & ~1, (height - inner_height) // 2 & ~1
    out = av.VideoFrame(width, height, "yuv420p")
    for index, (ground, picture) in enumerate(zip(out.planes, scaled.planes, strict=True)):
        half = 1 if index else 0
        rows, inner = _rows(ground), _rows(picture)
        rows[:] = 128 if index else 16
        x, y, wide, high = (each >> half for each in (left, top, inner_width, inner_height))
        rows[y : y + high, x : x + wide] = inner[:high, :wide]
    return out


def _rows(plane: Any) -> Any:
    return np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)


class _Sounds:
    """Cuts whatever sound there is into the mix's frames."""

    def __init__(self) -> None:
        self._resampler = av.AudioResampler("s16", "mono", AUDIO_CLOCK_HZ, frame_size=AUDIO_FRAME_SAMPLES)
        self._begin: float | None = None
        self._frames = 0

    def take(self, frame: av.AudioFrame, at: float) -> Iterator[Piece]:
        self._begin = at if self._begin is None else self._begin
        for cut in self._resampler.resample(frame):
            if cut.samples == AUDIO_FRAME_SAMPLES:
                seconds = self._begin + self._frames * AUDIO_FRAME_SAMPLES / AUDIO_CLOCK_HZ
                self._frames += 1
                yield ContentSound(seconds, cast("Pcm", cut.to_ndarray()).reshape(-1))
