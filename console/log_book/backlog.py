"""What waits for the log's writer, in memory and bounded.

Rule: openings, lines and closings keep their order and are taken away only after they are on disk. Samples are dropped
first: beyond `held_samples` the oldest, and all that one failed write held. Lines are dropped only beyond `held_lines`
(over an hour of a busy meeting at 20 lines a second): then the newest, and `take_lost` says how many.
"""

import threading
from collections import deque
from dataclasses import dataclass

from console.effects import CloseSessionLog, OpenSessionLog, WriteLog, WriteSamples
from console.entries import Line

LogEffect = OpenSessionLog | WriteLog | CloseSessionLog | WriteSamples


@dataclass(frozen=True)
class BacklogLimits:
    """The bounds of a backlog."""

    held_lines: int = 100_000
    held_samples: int = 120
    """Batches of samples; one comes every few seconds."""
    batch_lines: int = 1000
    """Lines that one transaction takes."""


@dataclass(frozen=True)
class Lines:
    """Lines of one session, to be written in one transaction; `taken` effects of the backlog make them up."""

    session: str
    lines: tuple[Line, ...]
    taken: int


Work = OpenSessionLog | Lines | CloseSessionLog | WriteSamples


class Backlog:
    """The queue between whoever decides (any thread) and the log's one writer."""

    def __init__(self, limits: BacklogLimits) -> None:
        self._limits = limits
        self._changed = threading.Condition()
        self._ordered: deque[OpenSessionLog | WriteLog | CloseSessionLog] = deque()
        self._samples: deque[WriteSamples] = deque(maxlen=limits.held_samples)
        self._held_lines = 0
        self._lost_lines = 0
        self._closed = False

    def add(self, effect: LogEffect) -> None:
        """Takes an effect; returns at once."""
        with self._changed:
            if isinstance(effect, WriteSamples):
                self._samples.append(effect)
            elif isinstance(effect, WriteLog) and self._held_lines + len(effect.lines) > self._limits.held_lines:
                self._lost_lines += len(effect.lines)
            else:
                self._ordered.append(effect)
                self._held_lines += len(effect.lines) if isinstance(effect, WriteLog) else 0
            self._changed.notify()

    def next(self, wait_seconds: float | None) -> Work | None:
        """Waits for work and returns it without taking it away; None after `wait_seconds` or when closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or bool(self._ordered or self._samples), wait_seconds)
            return self._first()

    def _first(self) -> Work | None:
        head = self._ordered[0] if self._ordered else None
        if isinstance(head, WriteLog):
            return self._batch(head)
        if self._samples and not isinstance(head, OpenSessionLog):
            return self._samples[0]  # before a closing: they belong to what is being closed
        return head

    def _batch(self, head: WriteLog) -> Lines:
        session = head.lines[0].session if head.lines else ""
        lines: list[Line] = []
        taken = 0
        for effect in self._ordered:
            if not isinstance(effect, WriteLog) or (
                len(lines) + len(effect.lines) > self._limits.batch_lines and taken
            ):
                break
            if effect.lines and effect.lines[0].session != session:
                break
            lines += effect.lines
            taken += 1
        return Lines(session, tuple(lines), taken)

    def done(self, work: Work) -> None:
        """Takes finished (or given up) work away."""
        with self._changed:
            if isinstance(work, WriteSamples):
                if self._samples and self._samples[0] is work:
                    self._samples.popleft()
            elif isinstance(work, Lines):
                for _ in range(work.taken):
                    self._ordered.popleft()
                self._held_lines -= len(work.lines)
            else:
                self._ordered.popleft()

    def take_lost(self) -> int:
        """Returns how many lines were dropped since the last call."""
        with self._changed:
            lost, self._lost_lines = self._lost_lines, 0
            return lost

    def close(self) -> None:
        """Says that nothing more comes; what waits is still given out."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def wait_closed(self, seconds: float) -> None:
        """Waits so long, or until the backlog is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed, seconds)

    @property
    def closed(self) -> bool:
        """Whether nothing more comes."""
        with self._changed:
            return self._closed

    @property
    def held_lines(self) -> int:
        """Lines that are not on disk."""
        with self._changed:
            return self._held_lines
