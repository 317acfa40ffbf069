"""What a site may do to the bridge's machine, and when it is put off and taken back.

Rules: pure; time is an argument. One site is judged by what its own packets and pictures cost, never by how late they
are, so that a busy machine puts nobody off. Too many packets: all its media is dropped unread, until a while has passed
and no more comes than may. A picture that costs too much: its pictures are dropped, until a while has passed. Each
time the while is twice as long. Nonsense is dropped where it arrives, and only named: an address can be forged.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from console.words import Misconduct
from hardware.rtc.packet_budget import BURST_SECONDS, IncomingLimits

PROGRAM_LIMITS: Final = IncomingLimits(packets_per_second=1_500, octets_per_second=700_000)
"""Our own program at its best: picture and content of 1.5 Mbit/s each, a voice; a test of the line is a burst."""
DEVICE_LIMITS: Final = IncomingLimits(packets_per_second=4_000, octets_per_second=3_000_000)
"""Stock encoders: 24 Mbit/s are 4K at its usual rate."""
SLOW_PICTURE_SECONDS: Final = 0.25
"""Of a processor's time for one picture: a hundred times the usual."""
FIRST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 10.0, 300.0
CALM_SECONDS: Final = 5.0
"""So long no more than may has to come before a flood counts as over."""
FORGIVEN_SECONDS: Final = 600.0
"""After so long without a fault the next is the first again."""


@dataclass(slots=True)
class Leak:
    """A count that runs off at a steady rate; it is full beyond `most`."""

    per_second: float
    most: float
    level: float = 0.0

    def add(self, more: float, passed: float) -> bool:
        """Adds what came within the `passed` seconds; tells whether it is full."""
        self.level = min(max(0.0, self.level - self.per_second * passed) + more, 2 * self.most)
        return self.level > self.most


@dataclass(frozen=True, slots=True)
class Cost:
    """Running counts of one site's connection and pictures; they begin anew with each connection."""

    refused: float = 0
    """Packets dropped for being too many, or while it is put off."""
    refused_octets: float = 0
    malformed: float = 0
    processor_seconds: float = 0
    """Of decoding and drawing its pictures."""
    slow_pictures: float = 0
    size_changes: float = 0
    broken_keys: float = 0
    """Key frames that came whole and could not be decoded: no line does that."""

    def since(self, before: "Cost") -> "Cost":
        """Returns what was added; a count that is smaller than before began anew."""
        return Cost(
            refused=_more(before.refused, self.refused),
            refused_octets=_more(before.refused_octets, self.refused_octets),
            malformed=_more(before.malformed, self.malformed),
            processor_seconds=_more(before.processor_seconds, self.processor_seconds),
            slow_pictures=_more(before.slow_pictures, self.slow_pictures),
            size_changes=_more(before.size_changes, self.size_changes),
            broken_keys=_more(before.broken_keys, self.broken_keys),
        )


def _more(before: float, now: float) -> float:
    return now - before if now >= before else now


@dataclass(slots=True)
class Hold:
    """How long a site is put off for one kind of misconduct."""

    until: float = 0.0
    times: int = 0
    _ended: float = -FORGIVEN_SECONDS

    def begin(self, now: float) -> None:
        """Puts off, each time twice as long; long good conduct makes it the first time again."""
        if now - self._ended > FORGIVEN_SECONDS:
            self.times = 0
        self.until = now + min(FIRST_HOLD_SECONDS * 2**self.times, LONGEST_HOLD_SECONDS)
        self.times += 1

    def end(self, now: float) -> None:
        """Takes back."""
        self._ended = now


@dataclass(slots=True)
class SiteConduct:
    """The conduct of one site over all its connections; `stands` is what it is put off or named for now."""

    limits: IncomingLimits = PROGRAM_LIMITS
    stands: frozenset[Misconduct] = frozenset()
    _seen: Cost = Cost()
    _judged: float | None = None
    _calm_since: float = 0.0
    _holds: dict[Misconduct, Hold] = field(default_factory=dict)
    _refused: Leak = field(default_factory=lambda: Leak(50, 300))
    _malformed: Leak = field(default_factory=lambda: Leak(5, 100))
    _processor: Leak = field(default_factory=lambda: Leak(0.8, 1.5))
    _slow: Leak = field(default_factory=lambda: Leak(0.1, 2))
    _sizes: Leak = field(default_factory=lambda: Leak(1, 20))
    _broken: Leak = field(default_factory=lambda: Leak(0.5, 10))
    _packets: Leak = field(default_factory=lambda: Leak(0, 0))
    _octets: Leak = field(default_factory=lambda: Leak(0, 0))

    def __post_init__(self) -> None:
        """Measures what comes while nothing is taken by the same bounds."""
        packets, octets = self.limits.packets_per_second, self.limits.octets_per_second
        self._packets, self._octets = Leak(packets, packets * BURST_SECONDS), Leak(octets, octets * BURST_SECONDS)

    def judge(self, cost: Cost, now: float) -> bool:
        """Takes the counts as they are now, a few times a second; tells whether `stands` changed."""
        new, self._seen = cost.since(self._seen), cost
        passed, self._judged = 0.0 if self._judged is None else now - self._judged, now
        # Of a site that is put off everything is refused: only what is too much is no calm.
        too_much = (self._packets.add(new.refused, passed), self._octets.add(new.refused_octets, passed))
        if any(too_much):
            self._calm_since = now
        before = self.stands
        for fault in self._faults(new, passed):
            if fault not in self.stands:
                self._holds.setdefault(fault, Hold()).begin(now)
                self.stands |= {fault}
        self.stands -= set(self._over(now))
        return self.stands != before

    def _faults(self, new: Cost, passed: float) -> Iterable[Misconduct]:
        if self._refused.add(new.refused, passed):
            yield Misconduct.FLOOD
        if self._malformed.add(new.malformed, passed):
            yield Misconduct.NONSENSE
        costly = (
            self._processor.add(new.processor_seconds, passed),
            self._slow.add(new.slow_pictures, passed),
            self._sizes.add(new.size_changes, passed),
            self._broken.add(new.broken_keys, passed),
        )
        if any(costly):
            yield Misconduct.PICTURE

    def _over(self, now: float) -> list[Misconduct]:
        """Returns what is over; its counts begin anew."""
        over = [fault for fault in self.stands if now >= self._holds[fault].until and self._is_calm(fault, now)]
        for fault in over:
            self._holds[fault].end(now)
            if fault is Misconduct.PICTURE:
                for leak in (self._processor, self._slow, self._sizes, self._broken):
                    leak.level = 0.0
            elif fault is Misconduct.FLOOD:
                self._refused.level = 0.0
        return over

    def _is_calm(self, fault: Misconduct, now: float) -> bool:
        match fault:
            case Misconduct.FLOOD:
                return now - self._calm_since >= CALM_SECONDS
            case Misconduct.NONSENSE:
                return self._malformed.level <= 0
            case _:
                return True

    @property
    def media_is_off(self) -> bool:
        """Whether nothing of its media is taken."""
        return Misconduct.FLOOD in self.stands

    @property
    def picture_is_off(self) -> bool:
        """Whether its pictures are dropped."""
        return Misconduct.PICTURE in self.stands
