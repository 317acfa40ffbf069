"""What of an ordered picture size a site's own line carries: sound first, then a picture.

Rule: pure, times are seconds of the monotonic clock; the rule itself is `line_limit`. An order stands whatever the line
does: when it carries more again, the ordered size is sent without being asked for once more.
"""

from collections.abc import Mapping
from typing import Final

from console.words import Rung
from hardware.rtc.line_limit import LineLimit
from hardware.rtc.line_ramp import LineRate
from hardware.rtc.line_reader import LineReader
from hardware.rtc.media_types import PeerCounters
from hardware.rtc.video_codec import PictureFormat

ORDER: Final = (Rung.OFF, Rung.THUMBNAIL, Rung.ON_DECK, Rung.PODIUM)


class Uplink:
    """The line from one site to the bridge, for one connection."""

    def __init__(self, rungs: Mapping[Rung, PictureFormat]) -> None:
        self.ordered = Rung.OFF
        """What the bridge wants."""
        self._limit = LineLimit(tuple(rungs[rung].bits_per_second for rung in ORDER[1:]))
        self._reader = LineReader()

    @property
    def rung(self) -> Rung:
        """What is sent."""
        return ORDER[min(ORDER.index(self.ordered), self._limit.allowed)]

    @property
    def is_limited(self) -> bool:
        """Whether less is sent than was ordered."""
        return self.rung is not self.ordered

    def look(self, counters: PeerCounters, now: float) -> bool:
        """Once a second: takes what the bridge reports; tells whether another size has to be sent."""
        before, seen = self.rung, self._reader.read(counters, now)
        if seen is not None:
            self._limit.take(seen, ORDER.index(self.ordered), now)
        return self.rung is not before

    def take_question(self) -> int | None:
        """Returns once the kbit/s that a ramp should look for before a larger picture is sent; None: no ramp."""
        wanted = self._limit.take_question()
        return None if wanted is None else -(-wanted // 1000)

    def answer(self, rate: LineRate, now: float) -> bool:
        """Takes what the ramp came to; tells whether another size has to be sent."""
        before = self.rung
        self._limit.answer(None if rate.kilobits is None else 1000 * rate.kilobits, now)
        return self.rung is not before
