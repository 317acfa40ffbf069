"""The coded pictures of one stream that wait for a decoder: a bounded queue that loses pictures in an orderly way.

Rule: pure. A decoder that misses one picture shows rubbish until the next key frame, so what is dropped is always
everything up to a key frame; when none is waiting, one has to be asked for.
"""

from collections import deque
from dataclasses import dataclass, field

from hardware.rtc.media_types import VideoUnit

MOST_UNITS = 40
MOST_AGE_SECONDS = 0.6


@dataclass(slots=True)
class UnitBacklog:
    """Coded pictures in order; holds at most `MOST_UNITS`, none older than `MOST_AGE_SECONDS` when it is taken.

    `key_frames_only` is for streams that cannot be told to send less: all other pictures are left out.
    """

    key_frames_only: bool = False
    needs_key: bool = True
    dropped: int = 0
    _units: deque[VideoUnit] = field(default_factory=deque)

    def __len__(self) -> int:
        return len(self._units)

    def push(self, unit: VideoUnit) -> bool:
        """Takes a picture; tells whether a key frame has to be asked for."""
        if not unit.key and (self.needs_key or self.key_frames_only):
            self.dropped += 1
            # Whatever follows a picture that was left out cannot be decoded.
            asks = not self.needs_key and not self.key_frames_only
            self.needs_key = True
            return asks
        self.needs_key = False
        self._units.append(unit)
        late = unit.arrived_seconds - self._units[0].arrived_seconds > MOST_AGE_SECONDS
        return self._drop_to_key() if late or len(self._units) > MOST_UNITS else False

    def take(self, now: float) -> tuple[VideoUnit | None, bool]:
        """Returns the next picture, and whether a key frame has to be asked for."""
        asks = False
        if self._units and now - self._units[0].arrived_seconds > MOST_AGE_SECONDS:
            asks = self._drop_to_key()
        return (self._units.popleft() if self._units else None), asks

    def lose_all(self) -> None:
        """Drops everything up to the next key frame that arrives (the decoder was lost)."""
        self.dropped += len(self._units)
        self._units.clear()
        self.needs_key = True

    def _drop_to_key(self) -> bool:
        newest_key = max((place for place, unit in enumerate(self._units) if unit.key), default=0)
        if newest_key > 0:
            for _ in range(newest_key):
                self._units.popleft()
            self.dropped += newest_key
            return False
        if len(self._units) == 1 and self._units[0].key:
            return False
        self.lose_all()
        return True
