"""What a bench found, as a table for people and as JSON: measured, must, stretch.

Rule: pure. A figure that was measured beside strangers, or not at all, says so and never counts as reached.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from tests.bench.measure import Sample, Shares, Tick, calm_samples, percentile
from tests.bench.media.curves import Curve

LEAST_CALM_SHARE = 0.5
"""Of fewer calm samples than this a percentile says nothing about all of them."""


class Verdict(StrEnum):
    STRETCH = "stretch"
    MUST = "must"
    MISSED = "missed"
    NOISY = "noisy"
    """Strangers used the machine: the figure stands, but counts for nothing."""
    NOT_MEASURED = "not measured"
    INFORMATION = "-"
    """Nothing is promised about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `count` samples went in, of `tried`."""

    name: str
    unit: str
    measured: float | None
    must: float | None = None
    stretch: float | None = None
    count: int = 1
    tried: int = 1
    noisy: bool = False
    how: str = ""
    """What exactly was measured, in one sentence."""

    @property
    def verdict(self) -> Verdict:
        """Returns what the figure is worth."""
        if self.measured is None:
            return Verdict.NOT_MEASURED
        if self.must is None:
            return Verdict.INFORMATION
        if self.noisy:
            return Verdict.NOISY
        if self.stretch is not None and self.measured <= self.stretch:
            return Verdict.STRETCH
        return Verdict.MUST if self.measured <= self.must else Verdict.MISSED


def wall_figure(
    name: str,
    samples: Sequence[Sample],
    ticks: Sequence[Tick],
    *,
    share: float,
    must: float | None = None,
    stretch: float | None = None,
    how: str = "",
) -> Figure:
    """Returns a percentile of wall times: of the calm ones, or of all, marked as noisy, when too few were calm."""
    calm = calm_samples(samples, ticks)
    enough = len(calm) >= LEAST_CALM_SHARE * len(samples)
    counted = calm if enough else samples
    return Figure(
        name=name,
        unit="ms",
        measured=percentile([sample.milliseconds for sample in counted], share) if counted else None,
        must=must,
        stretch=stretch,
        count=len(counted),
        tried=len(samples),
        noisy=not enough,
        how=how,
    )


@dataclass(slots=True)
class Findings:
    """All figures of one run with the load under which they were taken."""

    sites: int
    figures: list[Figure] = field(default_factory=list)
    shares: Shares | None = None
    curve: list[tuple[int, Shares]] = field(default_factory=list)
    """Load (sites) and cores, for the smaller loads beside a saturated run."""
    notes: list[str] = field(default_factory=list)
    engine_curves: list[Curve] = field(default_factory=list)
    """One engine each, for the plot."""
    subject: str = ""
    """What the table's first column is about, where that is not one number of sites."""

    @property
    def missed(self) -> list[Figure]:
        """The figures that are worse than they must be."""
        return [figure for figure in self.figures if figure.verdict is Verdict.MISSED]

    @property
    def not_held(self) -> tuple[str, ...]:
        """What is worse than it must be, or was to be measured and was not: in words."""
        unmeasured = [each for each in self.figures if each.verdict is Verdict.NOT_MEASURED and each.must is not None]
        return (
            *(f"{figure.name}: {figure.measured:.2f} {figure.unit}" for figure in self.missed),
            *(f"{figure.name}: {figure.verdict}" for figure in unmeasured),
        )

    def to_builtins(self) -> dict[str, Any]:
        """Returns everything as plain values for JSON."""
        return {
            "sites": self.sites,
            "saturated": self.shares.saturated if self.shares else None,
            "cores": asdict(self.shares) if self.shares else None,
            "figures": [asdict(figure) | {"verdict": str(figure.verdict)} for figure in self.figures],
            "curve": [{"sites": sites, "cores": asdict(shares)} for sites, shares in self.curve],
            "engine_curves": [curve.to_builtins() for curve in self.engine_curves],
            "notes": self.notes,
        }

    def table(self) -> str:
        """Returns the table in Markdown."""
        lines = [
            f"| what, {self.subject or f'{self.sites} sites'} | measured | must | stretch | verdict | samples |",
            "|---|---:|---:|---:|---|---:|",
            *(_line(figure) for figure in self.figures),
        ]
        return "\n".join([*lines, "", *self._cores(), *self.notes])

    def _cores(self) -> list[str]:
        if self.shares is None:
            return []
        marked = " SATURATED: the machine is measured, not the product." if self.shares.saturated else ""
        lines = [f"Cores in use: {_cores(self.shares)}.{marked}"]
        lines += [f"  {sites} sites: {_cores(shares)}" for sites, shares in self.curve]
        return lines


def _cores(shares: Shares) -> str:
    parts = ", ".join(f"{name} {used:.2f}" for name, used in sorted(shares.parts.items()))
    return (
        f"product {shares.product:.2f} ({parts}), peers {shares.peers:.2f}, strangers {shares.strangers:.2f},"
        f" interrupts {shares.kernel:.2f}"
    )


def _line(figure: Figure) -> str:
    limits = (_value(figure.must, figure.unit), _value(figure.stretch, figure.unit))
    samples = f"{figure.count}" if figure.count == figure.tried else f"{figure.count} of {figure.tried}"
    measured = _value(figure.measured, figure.unit)
    return f"| {figure.name} | {measured} | {limits[0]} | {limits[1]} | {figure.verdict} | {samples} |"


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 2 if unit in {"core", "s"} else 1
    return f"{value:.{digits}f} {unit}"
