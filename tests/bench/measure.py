"""The arithmetic of the benches: shares of CPU time, percentiles, and what a figure is worth.

Rule: pure. CPU time is counted for three parties: the product, the peers (the bench itself included) and strangers (all
other work of the machine). A wall time counts only while strangers used less than `MOST_STRANGERS_CORES`; a load is
saturated when product and peers together used more than `SATURATED_CORES` of two.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

MOST_STRANGERS_CORES = 0.3
SATURATED_CORES = 1.8


@dataclass(frozen=True, slots=True)
class Tick:
    """CPU time used up to a moment, in seconds since the meter began; `parts` are the product's processes by name."""

    at_seconds: float
    product: float
    peers: float
    strangers: float
    kernel: float = 0.0
    """Interrupts, which belong to nobody: the loopback's share of every packet is here."""
    parts: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shares:
    """Cores in use between two ticks."""

    seconds: float
    product: float
    peers: float
    strangers: float
    kernel: float
    parts: dict[str, float]

    @property
    def saturated(self) -> bool:
        """Tells whether product and peers left too little of two cores to measure anything but the machine."""
        return self.product + self.peers > SATURATED_CORES

    @property
    def calm(self) -> bool:
        """Tells whether strangers left the machine alone."""
        return self.strangers < MOST_STRANGERS_CORES


def shares_between(first: Tick, last: Tick) -> Shares:
    """Returns the cores that were used from one tick to a later one."""
    seconds = last.at_seconds - first.at_seconds
    if seconds <= 0:
        raise ValueError("the last tick must be later than the first")
    return Shares(
        seconds=seconds,
        product=(last.product - first.product) / seconds,
        peers=(last.peers - first.peers) / seconds,
        strangers=max(0.0, last.strangers - first.strangers) / seconds,
        kernel=(last.kernel - first.kernel) / seconds,
        parts={name: (used - first.parts.get(name, 0.0)) / seconds for name, used in last.parts.items()},
    )


def shares_over(ticks: Sequence[Tick], from_seconds: float, until_seconds: float) -> Shares | None:
    """Returns the cores used over a span, widened to the ticks around it; None when the ticks do not cover it."""
    before = [tick for tick in ticks if tick.at_seconds <= from_seconds]
    after = [tick for tick in ticks if tick.at_seconds >= until_seconds]
    if not before or not after or after[0].at_seconds <= before[-1].at_seconds:
        return None
    return shares_between(before[-1], after[0])


@dataclass(frozen=True, slots=True)
class Sample:
    """One wall time in milliseconds, and the span (monotonic) in which it was taken."""

    milliseconds: float
    from_seconds: float
    until_seconds: float


def calm_samples(samples: Iterable[Sample], ticks: Sequence[Tick]) -> list[Sample]:
    """Returns the samples that count: those during which strangers left the machine alone."""
    spans = ((sample, shares_over(ticks, sample.from_seconds, sample.until_seconds)) for sample in samples)
    return [sample for sample, shares in spans if shares is not None and shares.calm]


def percentile(values: Iterable[float], share: float) -> float:
    """Returns the smallest value that at least `share` (0 to 1) of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing was measured")
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through samples; `slope_error` is two standard errors of its slope."""

    slope: float
    slope_error: float


def line_through(samples: Sequence[tuple[float, float]]) -> Line:
    """Returns the line of least squares through at least three samples (x, y) at different x; raises `ValueError`."""
    count = len(samples)
    if count < 3 or len({x for x, _ in samples}) < 2:
        raise ValueError("a line needs three samples")
    mean_x, mean_y = (sum(values) / count for values in zip(*samples, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in samples)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in samples) / spread
    rest = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in samples)
    return Line(slope, 2 * math.sqrt(rest / (count - 2) / spread))
