"""A film, a screen or a window as pictures of the content's size and as frames of its mix, each with its moment.

Rule: a generator that never waits for the clock; whoever plays decides when a piece is due. Blocking while it decodes.
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, cast

import av

from hardware.content.desktop_reading import screen_frames, window_frames
from hardware.content.film import Film, boxed
from hardware.rtc.audio_codec import Pcm
from hardware.rtc.media_types import AUDIO_CLOCK_HZ, AUDIO_FRAME_SAMPLES
from hardware.rtc.video_codec import FILM, SLIDES, PictureFormat

PICTURES_WAIT_SECONDS = 0.05
"""So long the mix holds a sound back in its receive buffer; measured in recordings, film and marks."""
AHEAD_SECONDS = 1.0
"""Bounds what is decoded ahead: some 25 pictures."""
MOST_OUT_OF_STEP_SECONDS = 0.06
STILLS = frozenset({"image2"})
"""libavformat's name for pictures in files; what it pipes (`png_pipe`) are pictures too."""


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


def pieces_of(path: str, *, window: str = "", screen: str = "") -> Iterator[Piece]:
    """Yields a film's pieces by their moments, those of a still, a screen or a window for ever.

    Without a path the window of this title, else the named screen, else the whole desktop. Raises `OSError`,
    `FFmpegError`, `ValueError` and, for what is on the desktop, `ContentStopped`.
    """
    return in_order(_read(path)) if path else _of_desktop(window, screen)


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
    film = Film(path)
    try:
        name = film.container.format.name
        if name in STILLS or name.endswith("_pipe"):
            yield from _stand_still(film)
            return
        pictures, sounds = _Pictures(_shape_of(film.video), film.pixel_aspect), _Sounds()
        for frame, at in film.frames():
            yield from pictures.take(frame, at) if isinstance(frame, av.VideoFrame) else sounds.take(frame, at)
    finally:
        film.close()


def _shape_of(video: Any) -> PictureFormat:
    """Returns in what size and rate a film is shown: what hardly moves is there to be read."""
    rate = None if video is None else video.average_rate
    return FILM if rate is None or rate > SLIDES.frames_per_second else SLIDES


def _stand_still(film: Film) -> Iterator[Piece]:
    """Yields a still picture again and again: whoever comes later sees it too."""
    first = next(film.frames(), None)
    if first is None:
        raise ValueError("there is no picture in it")
    picture = boxed(first[0], SLIDES.width, SLIDES.height)
    for number in count():
        yield ContentPicture(number / SLIDES.frames_per_second, picture)


def _of_desktop(window: str, screen: str) -> Iterator[Piece]:
    pictures = _Pictures(SLIDES)
    for frame, at in window_frames(window) if window else screen_frames(screen):
        yield from pictures.take(frame, at)


class _Pictures:
    """Leaves out what is more than the content's rate and fits the rest into its size."""

    def __init__(self, shape: PictureFormat, pixel_aspect: float = 1.0) -> None:
        self._shape, self._pixel_aspect = shape, pixel_aspect
        self._least = 0.9 / shape.frames_per_second
        self._next = 0.0

    def take(self, frame: av.VideoFrame, at: float) -> Iterator[Piece]:
        if at >= self._next:
            self._next = at + self._least
            picture = boxed(frame, self._shape.width, self._shape.height, self._pixel_aspect)
            yield ContentPicture(at + PICTURES_WAIT_SECONDS, picture)


class _Sounds:
    """Cuts whatever sound there is into the mix's frames."""

    def __init__(self) -> None:
        self._resampler = av.AudioResampler("s16", "mono", AUDIO_CLOCK_HZ, frame_size=AUDIO_FRAME_SAMPLES)
        self._begin: float | None = None
        self._frames = 0
        self._taken_seconds = 0.0

    def take(self, frame: av.AudioFrame, at: float) -> Iterator[Piece]:
        if self._begin is None or abs(at - self._begin - self._taken_seconds) > MOST_OUT_OF_STEP_SECONDS:
            # A hole in the sound stays one, or everything behind it would be heard before its picture.
            self._begin = at - self._taken_seconds
        self._taken_seconds += frame.samples / frame.sample_rate
        for cut in self._resampler.resample(frame):
            if cut.samples == AUDIO_FRAME_SAMPLES:
                seconds = self._begin + self._frames * AUDIO_FRAME_SAMPLES / AUDIO_CLOCK_HZ
                self._frames += 1
                yield ContentSound(seconds, cast("Pcm", cut.to_ndarray()).reshape(-1))
