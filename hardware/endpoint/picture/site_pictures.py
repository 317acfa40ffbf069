"""One site's outgoing pictures: takes the newest one from the camera, encodes it on the ordered rung, hands it on.

Rules: an order is carried out with the latest captured picture at once, not at the slow rung's next tick; pictures are
due on a grid of 25 ms that all sites of a process share, so that one wake-up serves several.
"""

import logging
import math
from collections.abc import Callable
from functools import partial
from typing import Final

from av.error import FFmpegError

from console.words import Rung
from hardware.endpoint.picture.encoder_ladder import EncoderLadder, RungPicture
from hardware.endpoint.picture.picture_clock import Delivery, PictureClock
from hardware.endpoint.ports import PictureSource
from hardware.rtc.video_codec import PictureFormat

logger = logging.getLogger(__name__)

GRID_SECONDS: Final = 0.025
RTP_CLOCK_HZ: Final = 90_000

SendPicture = Callable[[RungPicture, int], None]
"""Takes a coded picture and its RTP time; called on the event loop."""


class SitePictures:
    """A picture maker for the clock; orders come from the event loop, everything else is the clock's thread."""

    def __init__(
        self, source: PictureSource, ladder: EncoderLadder, clock: PictureClock, send: SendPicture, *, phase: int = 0
    ) -> None:
        self.source = source
        self._ladder = ladder
        self._clock = clock
        self._send = send
        self._phase_seconds = phase % 5 * GRID_SECONDS
        self._rung = Rung.OFF
        self._most_rate: int | None = None
        self._key_wanted = False
        self._ordered = False
        self._due_seconds = math.inf
        self._settled = True

    # ------------------------------------------------------------ from the event loop

    @property
    def rung(self) -> Rung:
        """The rung that was ordered last."""
        return self._rung

    def order_rung(self, rung: Rung, frames_per_second: int | None = None) -> None:
        """Changes to a rung; the same rung again asks for a key frame (the bridge has not seen one).

        `frames_per_second` are fewer than the rung has; None: as many as it has.
        """
        self._rung, self._most_rate = rung, frames_per_second
        self._order_key()

    def order_key_frame(self) -> None:
        """Makes the next picture a key frame, at once."""
        if self._rung is not Rung.OFF:
            self._order_key()

    def begin(self) -> None:
        """Puts the site on the clock."""
        self._clock.add(self)

    def end(self) -> None:
        """Takes the site off the clock; nothing is sent after this."""
        self._clock.remove(self)
        self._rung = Rung.OFF

    def _order_key(self) -> None:
        self._key_wanted = True
        self._ordered = True
        self._clock.wake()

    # ------------------------------------------------------------ on the clock's thread

    @property
    def ordered(self) -> bool:
        """Whether a picture is wanted before its time."""
        return self._ordered

    def due_seconds(self) -> float:
        """Returns when the next picture is due."""
        return self._due_seconds

    def make(self, now_seconds: float) -> Delivery | None:
        """Captures and encodes one picture."""
        key_wanted, self._ordered, rung = self._key_wanted, False, self._rung
        wanted = self._ladder.format(rung)
        if wanted is None:
            self._due_seconds = math.inf
            return None
        rate = min(wanted.frames_per_second, self._most_rate or wanted.frames_per_second)
        self._due_seconds = self._next_due(now_seconds, 1 / rate)
        picture = self._picture(rung, wanted, now_seconds, key_wanted=key_wanted)
        if picture is None:
            return None
        if picture.key:
            self._key_wanted = False
            self._settled = False
        return partial(self._hand_on, picture, round(now_seconds * RTP_CLOCK_HZ) & 0xFFFFFFFF)

    def _picture(
        self, rung: Rung, wanted: PictureFormat, now_seconds: float, *, key_wanted: bool
    ) -> RungPicture | None:
        """Returns the newest picture, coded; None when there is none, or when it cannot be used."""
        try:
            frame = self.source.picture(wanted.width, wanted.height)
            if frame is None:
                return None
            if not self._settled and not key_wanted:
                self._ladder.keep_warm(rung)
                self._settled = True
            return self._ladder.encode(rung, frame, now_seconds, key_wanted=key_wanted)
        except FFmpegError as error:
            logger.warning("A picture could not be captured or encoded: %s", error)
            return None

    def _hand_on(self, picture: RungPicture, rtp_time: int) -> None:
        if picture.rung is self._rung:
            self._send(picture, rtp_time)

    def _next_due(self, now_seconds: float, period_seconds: float) -> float:
        """Returns the first grid point at least most of a period away; a late picture skips, it does not catch up."""
        if period_seconds < 2 * GRID_SECONDS:
            due = self._due_seconds + period_seconds
            return due if now_seconds < due < now_seconds + period_seconds else now_seconds + period_seconds
        earliest = now_seconds + 0.75 * period_seconds - self._phase_seconds
        return math.ceil(earliest / period_seconds) * period_seconds + self._phase_seconds
