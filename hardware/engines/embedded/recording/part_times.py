"""When things of a part happened: the stream clocks of picture and mix brought onto one line of milliseconds.

Rule: pure. Pictures carry the machine's monotonic clock (90 kHz); the mix counts its own 20 ms frames, whose beginning
is found from when the first of them arrived: the least delayed one tells it. Both clocks wrap at 2**32.
"""

from dataclasses import dataclass, field

from hardware.rtc.media_types import AUDIO_CLOCK_HZ, VIDEO_CLOCK_HZ

SYNC_SECONDS = 1.0
CLUSTER_MS = 1000
"""What a cut file may lose at its end, at most twice."""
ANCHOR_FRAMES = 25
"""Half a second of the mix is looked at before it is given its place."""

_WRAP = 1 << 32


@dataclass(slots=True)
class LongClock:
    """Unfolds a clock of 32 bits; steps back of less than half the range are kept as such."""

    hertz: int
    _last: int | None = None
    _turns: int = 0

    def seconds(self, rtp_time: int) -> float:
        """Returns the stream's time, without the jump at 2**32."""
        if self._last is not None:
            step = (rtp_time - self._last) % _WRAP
            if step < _WRAP // 2:
                self._turns += rtp_time < self._last
            else:
                self._turns -= rtp_time > self._last
        self._last = rtp_time
        return (rtp_time + self._turns * _WRAP) / self.hertz


@dataclass(slots=True)
class PictureClock:
    """Places pictures on the monotonic clock they were stamped with."""

    _clock: LongClock = field(default_factory=lambda: LongClock(VIDEO_CLOCK_HZ))
    _offset: float | None = None

    def moment(self, rtp_time: int, arrived: float) -> float:
        """Returns when a picture was composed, in seconds of the monotonic clock; `arrived` tells the turn of it."""
        stamped = self._clock.seconds(rtp_time)
        if self._offset is None:
            turn = _WRAP / VIDEO_CLOCK_HZ
            self._offset = round((arrived - stamped) / turn) * turn
        return stamped + self._offset


@dataclass(slots=True)
class SoundClock:
    """Places frames of the mix on the monotonic clock; `settled` once enough of them have arrived."""

    _clock: LongClock = field(default_factory=lambda: LongClock(AUDIO_CLOCK_HZ))
    _offset: float = float("inf")
    _frames: int = 0

    @property
    def settled(self) -> bool:
        return self._frames >= ANCHOR_FRAMES

    def arrived(self, rtp_time: int, arrived: float) -> float:
        """Takes a frame as it arrives and returns its stream time."""
        stamped = self._clock.seconds(rtp_time)
        if not self.settled:
            self._offset = min(self._offset, arrived - stamped)
            self._frames += 1
        return stamped

    def moment(self, stamped: float) -> float:
        """Returns when a frame with this stream time was mixed, in seconds of the monotonic clock."""
        return stamped + self._offset
