"""The picture sizes a site can send, and one site's encoders for them.

Rules: a change of rung takes effect with the next picture, which is a key frame and is made at once; the encoder of the
rung above is opened ahead of need (on deck opens the podium's), and those not in use are closed when a site goes back
to its thumbnail. Key frames are made on request alone, and not more often than their bound allows.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import av

from console.words import Rung
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.video_codec import ON_DECK, PODIUM, THUMBNAIL, PictureFormat, VideoEncoder

RUNGS: Final[Mapping[Rung, PictureFormat]] = {
    Rung.THUMBNAIL: THUMBNAIL,
    Rung.ON_DECK: ON_DECK,
    Rung.PODIUM: PODIUM,
}

WARM_WITH: Final[Mapping[Rung, tuple[Rung, ...]]] = {
    Rung.OFF: (),
    Rung.THUMBNAIL: (Rung.THUMBNAIL,),
    Rung.ON_DECK: (Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM),
    Rung.PODIUM: (Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM),
}

LEAST_KEY_SPACING_SECONDS: Final = 0.15
"""Between two key frames of one rung: the first may be on its way yet when the second is asked for.

The bridge asks no faster than it can be answered, so that a second wish mostly means that the first answer was lost.
"""


MakeEncoder = Callable[[PictureFormat], VideoEncoder]


@dataclass(frozen=True, slots=True)
class RungPicture:
    """One coded picture and the rung it was made for."""

    data: bytes
    key: bool
    rung: Rung
    codec: VideoCodec


class EncoderLadder:
    """One site's encoders; used on the picture thread only."""

    def __init__(self, make_encoder: MakeEncoder, rungs: Mapping[Rung, PictureFormat] = RUNGS) -> None:
        self.rungs = rungs
        self._make_encoder = make_encoder
        self._encoders: dict[Rung, VideoEncoder] = {}
        self._current = Rung.OFF
        self._last_key_seconds: dict[Rung, float] = {}

    def format(self, rung: Rung) -> PictureFormat | None:
        """Returns what a rung asks for, None for `OFF`."""
        return self.rungs.get(rung)

    @property
    def open_rungs(self) -> frozenset[Rung]:
        """Which encoders are open."""
        return frozenset(self._encoders)

    def encode(self, rung: Rung, frame: av.VideoFrame, now_seconds: float, *, key_wanted: bool) -> RungPicture | None:
        """Returns the coded picture, None when rate control drops it; the first of another rung is a key frame.

        `frame` has the rung's size.
        """
        encoder = self._encoder(rung)
        if rung is not self._current or (key_wanted and self._key_allowed(rung, now_seconds)):
            encoder.request_key_frame()
        self._current = rung
        coded = encoder.encode(frame)
        if coded is None:
            return None
        if coded.key:
            self._last_key_seconds[rung] = now_seconds
        return RungPicture(coded.data, coded.key, rung, encoder.codec)

    def keep_warm(self, rung: Rung) -> None:
        """Opens the encoders that go with a rung and closes the others; called after its first picture is out."""
        for other in WARM_WITH[rung]:
            self._encoder(other)
        for other in [other for other in self._encoders if other not in WARM_WITH[rung]]:
            del self._encoders[other]

    def _key_allowed(self, rung: Rung, now_seconds: float) -> bool:
        return now_seconds - self._last_key_seconds.get(rung, -math.inf) >= LEAST_KEY_SPACING_SECONDS

    def _encoder(self, rung: Rung) -> VideoEncoder:
        encoder = self._encoders.get(rung)
        if encoder is None:
            encoder = self._encoders[rung] = self._make_encoder(self.rungs[rung])
        return encoder
