"""The picture sizes a site can send, and one site's encoders for them.

Rules: a change of rung takes effect with the next picture, which is a key frame and is made at once; the encoder of the
rung above is opened ahead of need (on deck opens the podium's), and those not in use are closed when a site goes back
to its thumbnail. Key frames are made on request alone, and not more often than their bound allows.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

import av

from console.words import Rung


@dataclass(frozen=True, slots=True)
class RungShape:
    """Size, rate and bit rate of a rung; `preset` is x264's name for how much care an encoder takes."""

    width: int
    height: int
    frames_per_second: int
    bits_per_second: int
    preset: str


RUNGS: Final[Mapping[Rung, RungShape]] = {
    Rung.THUMBNAIL: RungShape(320, 180, 8, 100_000, "veryfast"),
    Rung.ON_DECK: RungShape(640, 360, 15, 500_000, "veryfast"),
    Rung.PODIUM: RungShape(1280, 720, 25, 1_500_000, "superfast"),
}
LIGHT_RUNGS: Final[Mapping[Rung, RungShape]] = {
    Rung.THUMBNAIL: RungShape(320, 180, 8, 100_000, "ultrafast"),
    Rung.ON_DECK: RungShape(640, 360, 15, 500_000, "superfast"),
    Rung.PODIUM: RungShape(1280, 720, 25, 1_500_000, "superfast"),
}
"""For many simulated sites on one machine."""

WARM_WITH: Final[Mapping[Rung, tuple[Rung, ...]]] = {
    Rung.OFF: (),
    Rung.THUMBNAIL: (Rung.THUMBNAIL,),
    Rung.ON_DECK: (Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM),
    Rung.PODIUM: (Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM),
}

LEAST_KEY_SPACING_SECONDS: Final = 0.25
"""Between two key frames of one rung: the first is still on its way when the second is asked for."""


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """One H.264 access unit in Annex B form."""

    data: bytes
    key: bool
    rung: Rung
    width: int
    height: int


class PictureEncoder(Protocol):
    """An encoder of one shape."""

    def encode(self, frame: av.VideoFrame, *, key: bool) -> tuple[bytes, bool]:
        """Returns the access unit of a frame and whether it is a key frame; `key` demands one."""
        ...


MakeEncoder = Callable[[RungShape], PictureEncoder]


class EncoderLadder:
    """One site's encoders; used on the picture thread only."""

    def __init__(self, make_encoder: MakeEncoder, rungs: Mapping[Rung, RungShape] = RUNGS) -> None:
        self.rungs = rungs
        self._make_encoder = make_encoder
        self._encoders: dict[Rung, PictureEncoder] = {}
        self._current = Rung.OFF
        self._last_key_seconds: dict[Rung, float] = {}

    def shape(self, rung: Rung) -> RungShape | None:
        """Returns what a rung asks for, None for `OFF`."""
        return self.rungs.get(rung)

    @property
    def open_rungs(self) -> frozenset[Rung]:
        """Which encoders are open."""
        return frozenset(self._encoders)

    def encode(self, rung: Rung, frame: av.VideoFrame, now_seconds: float, *, key_wanted: bool) -> CodedPicture:
        """Returns the coded picture; the first of a rung after another is always a key frame.

        `frame` has the rung's size.
        """
        changed = rung is not self._current
        key = changed or (key_wanted and self._key_allowed(rung, now_seconds))
        data, is_key = self._encoder(rung).encode(frame, key=key)
        if is_key:
            self._last_key_seconds[rung] = now_seconds
        self._current = rung
        return CodedPicture(data, is_key, rung, frame.width, frame.height)

    def keep_warm(self, rung: Rung) -> None:
        """Opens the encoders that go with a rung and closes the others; called after its first picture is out."""
        for other in WARM_WITH[rung]:
            self._encoder(other)
        for other in [other for other in self._encoders if other not in WARM_WITH[rung]]:
            del self._encoders[other]

    def _key_allowed(self, rung: Rung, now_seconds: float) -> bool:
        return now_seconds - self._last_key_seconds.get(rung, -math.inf) >= LEAST_KEY_SPACING_SECONDS

    def _encoder(self, rung: Rung) -> PictureEncoder:
        encoder = self._encoders.get(rung)
        if encoder is None:
            encoder = self._encoders[rung] = self._make_encoder(self.rungs[rung])
        return encoder
