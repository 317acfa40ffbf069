"""Which time the plots and the heat map show: the last hour, the whole meeting, or what somebody moved to.

Rule: one span for all of them. It never reaches beyond the meeting's beginning or the present, and it follows the
present until somebody moves it; "back to now" always leads there again.
"""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

HOUR_MS = 3_600_000
SHORTEST_MS = 120_000
LENGTH_STEP_MS = 600_000
"""What grows with the meeting grows by this, so that it is not drawn anew with every second."""


class SpanMode(Enum):
    LAST_HOUR = auto()
    """Of a younger meeting, all there is."""
    WHOLE = auto()
    MOVED = auto()
    """Somebody moved or zoomed it: it stands still."""


class TimeSpan(QObject):
    """From and until, in wall-clock milliseconds (UTC)."""

    changed = Signal()
    """The span was moved, zoomed or changed its mode; not when it only followed the present."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = SpanMode.LAST_HOUR
        self._start_ms = self._now_ms = 0
        self._moved = (0, HOUR_MS)

    def follow(self, start_ms: int, now_ms: int) -> None:
        """Takes the beginning of what is known, and the present."""
        self._start_ms, self._now_ms = start_ms, now_ms

    @property
    def follows(self) -> bool:
        """Whether the present is part of what is shown."""
        return self.mode is not SpanMode.MOVED

    @property
    def earliest_ms(self) -> int:
        """No span begins before."""
        return min(self._start_ms, self._now_ms - LENGTH_STEP_MS)

    @property
    def until_ms(self) -> int:
        return self.from_ms + self.length_ms

    @property
    def from_ms(self) -> int:
        if self.mode is SpanMode.MOVED:
            return self._moved[0]
        return self._now_ms - self.length_ms if self.mode is SpanMode.LAST_HOUR else self.earliest_ms

    @property
    def length_ms(self) -> int:
        if self.mode is SpanMode.MOVED:
            return self._moved[1]
        grown = max(1, -(-(self._now_ms - self._start_ms) // LENGTH_STEP_MS)) * LENGTH_STEP_MS
        return min(grown, HOUR_MS) if self.mode is SpanMode.LAST_HOUR else grown

    def first_column(self, step_ms: int, columns: int) -> int:
        """Returns the number of the first of so many columns: the present is in the last one while it is followed."""
        if self.mode is SpanMode.LAST_HOUR:
            return self.until_ms // step_ms - columns + 1
        return self.from_ms // step_ms

    # ------------------------------------------------------------ what people do with it

    def show_last_hour(self) -> None:
        """Shows the last hour and follows the present: also the way back to now."""
        self._set(SpanMode.LAST_HOUR)

    def show_whole(self) -> None:
        """Shows the meeting from its beginning and follows the present."""
        self._set(SpanMode.WHOLE)

    def zoom(self, factor: float, at_ms: float) -> None:
        """Makes the span `factor` times as long around a moment."""
        longest = self._now_ms - self.earliest_ms
        length = round(min(max(self.length_ms * factor, SHORTEST_MS), longest))
        before = (at_ms - self.from_ms) / self.length_ms
        self._move(round(at_ms - before * length), length)

    def pan(self, by_ms: float) -> None:
        """Moves the span: positive is later."""
        self._move(round(self.from_ms + by_ms), min(self.length_ms, self._now_ms - self.earliest_ms))

    def begin_at(self, from_ms: float) -> None:
        """Moves the span to where it begins at a moment."""
        self.pan(from_ms - self.from_ms)

    def show_moment(self, at_ms: int) -> None:
        """Moves the span so far that a moment is in it."""
        if not self.from_ms <= at_ms <= min(self.until_ms, self._now_ms):
            self._move(at_ms - self.length_ms // 2, self.length_ms)

    def _move(self, from_ms: int, length_ms: int) -> None:
        latest = max(self._now_ms - length_ms, self.earliest_ms)
        self._moved = (min(max(from_ms, self.earliest_ms), latest), length_ms)
        self.mode = SpanMode.MOVED
        self.changed.emit()

    def _set(self, mode: SpanMode) -> None:
        if mode is not self.mode:
            self.mode = mode
            self.changed.emit()
