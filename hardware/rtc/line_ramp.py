"""How much a line carries one way: the sender's half of a short ramp, without clock or socket.

Padding rises in steps until packets begin to wait or to be lost, or the limit is reached; then a short hold close to
what arrives measures the line's rate, because a queue that is not empty is left exactly as fast as the line is.

Rules: nothing rises any more once a voice would wait; one late second of a busy machine is no full line, so two reports
in a row have to say so, and the hold has to confirm it. Rates count the UDP payload of everything that arrived,
media included. What the other side never confirmed is unknown.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final, NamedTuple

FIRST_KILOBITS: Final = 200.0
STEP_FACTOR: Final = 1.35
STEP_SECONDS: Final = 0.12
HOLD_SECONDS: Final = 0.5
QUEUED_FACTOR: Final = 1.02
"""So much of what arrives is held where packets wait: the queue stays as it is."""
LOSING_FACTOR: Final = 1.2
"""Where they are lost instead there is no queue to keep full."""
LONGEST_SECONDS: Final = 4.0
FULL_MS: Final = 70.0
"""Packets that wait so much longer than the quickest one stand in a queue."""
TOO_LONG_MS: Final = 400.0
"""A queue so long ends the ramp at once: a voice would be late."""
FULL_LOSS: Final = 0.2
"""Share of the padding that is lost before the line counts as full; a bad line loses less all the time."""
SILENT_SECONDS: Final = 1.5
LEAST_COUNTED: Final = 8
PACKET_BYTES: Final = 1000
SMALL_BYTES: Final = 160
"""Without room for padding one such packet goes out now and then, to measure how long it waits."""
SMALL_SECONDS: Final = 0.03
MOST_LATE_SECONDS: Final = 0.05
MOST_REPORTS: Final = 64


class RampPace(NamedTuple):
    """How a ramp rises, from when on packets wait too long for it, how long the end is held.

    Unless it `holds` the first waiting ends it, without being confirmed and measured by a hold.
    """

    step_factor: float
    step_seconds: float
    longest_seconds: float
    full_ms: float
    hold_seconds: float
    holds: bool


BRISK: Final = RampPace(STEP_FACTOR, STEP_SECONDS, LONGEST_SECONDS, FULL_MS, HOLD_SECONDS, holds=True)
"""For somebody who waits for a figure."""
GENTLE: Final = RampPace(1.1, 0.25, 5.0, 40.0, 1.0, holds=False)
"""In the midst of a meeting: it ends before anybody hears that the line is full."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the other side has counted since the ramp began; its clock is its own."""

    packets: int
    highest: int
    """Number of the newest padding packet; numbers begin with 1."""
    octets: int
    """Everything that arrived on the connection, padding and media."""
    at_seconds: float
    waited_ms: float
    """How much longer than the quickest one the quickest of the newest packets was under way."""


@dataclass(frozen=True, slots=True)
class LineRate:
    """What a ramp came to.

    `kilobits` is what arrived in a second; None when the other side never answered or the ramp was broken off. Unless
    the line was `full` it carries at least so much.
    """

    kilobits: int | None
    full: bool = False


class LineRamp:
    """One ramp; times are seconds of any one monotonic clock."""

    def __init__(self, most_kilobits: float, now: float, pace: RampPace = BRISK) -> None:
        self._pace = pace
        self.result: LineRate | None = None
        self._most = most_kilobits
        self._target = min(FIRST_KILOBITS, most_kilobits)
        self._began = self._last = self._small_at = now
        self._step_at = now + self._pace.step_seconds
        self._credit = 0.0
        self._media_octets: int | None = None
        self._reports: deque[Heard] = deque(maxlen=MOST_REPORTS)
        self._full_reports = 0
        self._hold_until: float | None = None
        self._hold_from: Heard | None = None

    # ------------------------------------------------------------ what is sent

    def due(self, now: float, media_octets: int) -> list[int]:
        """Returns the sizes of the padding to send now; `media_octets` counts all media that was sent so far."""
        self._move_on(now)
        if self.result is not None:
            return []
        media = 0 if self._media_octets is None else media_octets - self._media_octets
        self._media_octets = media_octets
        passed, self._last = min(now - self._last, MOST_LATE_SECONDS), now
        size = PACKET_BYTES if self._target >= FIRST_KILOBITS else PACKET_BYTES // 2
        a_while = max(size, self._target * 1000 / 8 * MOST_LATE_SECONDS)
        self._credit = max(-2 * a_while, min(a_while, self._credit + self._target * 1000 / 8 * passed - media))
        sizes = [size] * max(0, int(self._credit // size))
        if not sizes and now - self._small_at >= SMALL_SECONDS:
            sizes = [SMALL_BYTES]
        self._credit -= sum(sizes)
        self._small_at = now if sizes else self._small_at
        return sizes

    def _move_on(self, now: float) -> None:
        if self.result is not None:
            return
        if not self._reports and now - self._began > SILENT_SECONDS:
            self.stop()
        elif now - self._began > self._pace.longest_seconds:
            self._end(full=self._hold_until is not None and self._full_reports > 0)
        elif self._hold_until is not None:
            self._end_hold(now, self._hold_until)
        elif now >= self._step_at:
            self._rise(now)

    def _rise(self, now: float) -> None:
        if self._target >= self._most:
            self._hold(now, self._reports[-1] if self._reports else None)
            return
        self._target = min(self._most, self._target * self._pace.step_factor)
        self._step_at = now + self._pace.step_seconds

    def _hold(self, now: float, since: Heard | None) -> None:
        self._hold_until, self._hold_from = now + self._pace.hold_seconds, since

    def _end_hold(self, now: float, until: float) -> None:
        if now < until or not self._reports:
            return
        full = self._reports[-1].waited_ms > FULL_MS / 2 or self._loss(self._hold_from) > FULL_LOSS / 2
        if full or self._target >= self._most:
            self._end(full=full)
            return
        # It was the machine that was late, not the line that was full.
        self._hold_until = self._hold_from = None
        self._full_reports, self._step_at = 0, now

    # ------------------------------------------------------------ what is heard

    def take(self, heard: Heard, now: float) -> None:
        """Takes what the other side has counted; reports that are no newer than the last change nothing."""
        if self.result is not None or (self._reports and heard.at_seconds <= self._reports[-1].at_seconds):
            return
        self._reports.append(heard)
        full = heard.waited_ms > self._pace.full_ms or self._loss() > FULL_LOSS
        self._full_reports = self._full_reports + 1 if full else 0
        if self._full_reports < 2:
            return
        if not self._pace.holds or (heard.waited_ms > TOO_LONG_MS and self._hold_until is not None):
            self._end(full=True)
        elif self._hold_until is None:
            arrives = self._rate(self._reports[-3] if len(self._reports) > 2 else self._reports[0])
            factor = QUEUED_FACTOR if heard.waited_ms > FULL_MS else LOSING_FACTOR
            if arrives:
                self._target = min(self._target, arrives * factor)
            self._hold(now, heard)

    def _loss(self, since: Heard | None = None) -> float:
        """Returns the share of the padding that was lost since then, else of the newest; 0 with too little to tell."""
        reports = list(self._reports)
        newest = reports[-1]
        for earlier in (since,) if since is not None else reversed(reports[:-1]):
            sent = newest.highest - earlier.highest
            if sent >= LEAST_COUNTED:
                return 1 - (newest.packets - earlier.packets) / sent
        return 0.0

    def _rate(self, since: Heard) -> float:
        """Returns what arrived since then, in kbit/s."""
        newest = self._reports[-1]
        seconds = newest.at_seconds - since.at_seconds
        return (newest.octets - since.octets) * 8 / 1000 / seconds if seconds > 0 else 0.0

    # ------------------------------------------------------------ the end

    def stop(self) -> None:
        """Breaks the ramp off; nothing is known then."""
        self.result = self.result or LineRate(None)

    def _end(self, *, full: bool) -> None:
        # A full queue is measured from the first to the last report of the hold; else the best half second counts.
        held = self._rate(self._hold_from) if full and self._hold_from is not None else 0.0
        rate = held or self._best()
        self.result = LineRate(round(rate), full=full) if rate else LineRate(None)

    def _best(self) -> float:
        """Returns the most that arrived in about half a second."""
        reports, best = list(self._reports), 0.0
        for place, last in enumerate(reports):
            for first in reversed(reports[:place]):
                seconds = last.at_seconds - first.at_seconds
                if seconds >= HOLD_SECONDS * 0.75:
                    best = max(best, (last.octets - first.octets) * 8 / 1000 / seconds)
                    break
        return best
