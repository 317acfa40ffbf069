"""When an encoder makes a key frame: on wish, but not for every single one of many receivers.

Rule: pure, times are seconds of the monotonic clock. Wishes that come close together are served by one key frame.
"""

from dataclasses import dataclass

LEAST_INTERVAL_SECONDS = 0.5


@dataclass(slots=True)
class KeyFrameWishes:
    """The wishes of all receivers of one coded stream."""

    wished: bool = True
    """True at first: a stream begins with a key frame."""
    _made_at: float | None = None

    def wish(self) -> None:
        self.wished = True

    def take(self, now: float) -> bool:
        """Tells whether the picture that is coded now becomes a key frame."""
        if not self.wished or (self._made_at is not None and now - self._made_at < LEAST_INTERVAL_SECONDS):
            return False
        self.wished, self._made_at = False, now
        return True
