"""When a picture is shown so that it goes with the sound: both streams of a sender told by one clock.

Rule: pure; times are seconds of the monotonic clock. Sender reports say which RTP time is which moment of the sender's
wall clock (RFC 3550 section 6.4.1); sound is never held for pictures, pictures wait for sound that a line's jitter has
made to wait. Where either is unknown, or nothing sounds, pictures do not wait.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VIDEO_CLOCK_HZ

LEAST_WAIT_SECONDS: Final = 0.02
"""Less is not worth a timer: nobody sees it."""
MOST_WAIT_SECONDS: Final = 0.6
STALE_SECONDS: Final = 0.5
"""Sound that was played longer ago says nothing about the present."""


class SenderClock(NamedTuple):
    """One pair of a sender report: a moment of the sender's wall clock (any epoch) and the RTP time that it was."""

    wall_seconds: float
    rtp_time: int

    def moment_of(self, rtp_time: int, clock_hz: int) -> float:
        """Returns when the sender's wall clock showed an RTP time."""
        ahead = ((rtp_time - self.rtp_time + 0x80000000) & 0xFFFFFFFF) - 0x80000000
        return self.wall_seconds + ahead / clock_hz


class SenderClocks(NamedTuple):
    """Those of a connection's incoming sound and of one of its pictures; None before their first report."""

    sound: SenderClock | None
    picture: SenderClock | None


class PlayedSound(NamedTuple):
    """The newest sound that was handed to the ear, and when it is heard."""

    rtp_time: int
    heard_seconds: float


@dataclass(slots=True)
class LipSync:
    """How late the sound of one sender is heard, and how long its pictures wait for it."""

    _lag_seconds: float | None = None
    """Our monotonic clock when sound is heard less the sender's wall clock when it was made."""

    def wait_seconds(self, rtp_time: int, clocks: SenderClocks, played: PlayedSound | None, now: float) -> float:
        """Returns how long a picture has to wait; 0 when it need not."""
        if clocks.sound is None or clocks.picture is None or played is None:
            return 0.0
        if now - played.heard_seconds > STALE_SECONDS:
            self._lag_seconds = None
            return 0.0
        lag = played.heard_seconds - clocks.sound.moment_of(played.rtp_time, AUDIO_CLOCK_HZ)
        known = self._lag_seconds
        self._lag_seconds = lag if known is None or abs(lag - known) > MOST_WAIT_SECONDS else known + (lag - known) / 8
        wait = clocks.picture.moment_of(rtp_time, VIDEO_CLOCK_HZ) + self._lag_seconds - now
        return 0.0 if wait < LEAST_WAIT_SECONDS else min(wait, MOST_WAIT_SECONDS)
