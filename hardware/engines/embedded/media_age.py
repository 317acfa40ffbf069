"""Tells when a site's media grows old, is lost, or comes back.

Rule: pure, times are seconds of the monotonic clock; only edges are told.
"""

from dataclasses import dataclass

OLD_SECONDS = 1.0
LOST_SECONDS = 1.8
"""With the tenth of a second until it is looked at and the way to the windows, a cut is told within two seconds."""


@dataclass(slots=True)
class MediaAge:
    """The age of one site's newest packet of any kind."""

    old: bool = False
    lost: bool = False

    def step(self, last_packet_at: float, now: float) -> bool:
        """Takes the time of the newest packet; tells whether `old` or `lost` changed."""
        age = now - last_packet_at
        old, lost = age >= OLD_SECONDS, age >= LOST_SECONDS
        if (old, lost) == (self.old, self.lost):
            return False
        self.old, self.lost = old, lost
        return True
