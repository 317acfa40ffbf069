"""What a plot of one figure shows: values, scale, limits and gaps, before anything is drawn.

Rule: of the bit rate the mean is shown, of everything else the worst, for that is what the limits are about.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from console.lines.line_history import LineFigure
from console.snapshot import QualityView, SiteView
from console.words import SiteId
from widgets.drawing import theme
from widgets.lines.history import LineHistory
from widgets.lines.history_grid import Single

_TOPS = {
    LineFigure.KILOBITS: (120, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 66_000),
    LineFigure.LOSS_PERCENT: (6, 10, 25, 50, 100),
    LineFigure.JITTER_MS: (60, 120, 250, 500, 1000, 5000, 66_000),
    LineFigure.ROUND_TRIP_MS: (600, 1000, 2500, 5000, 66_000),
}
"""Upper ends of the scales: both limits are always in sight, and the scale changes in steps only."""

Limits = tuple[tuple[float, QColor], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What a plot shows: one value for each stretch of `step_ms` from `from_ms` on, NaN where nothing was measured."""

    from_ms: int
    step_ms: int
    values: Single
    lowest: Single | None = None
    """Drawn faintly below the values."""
    top: float
    """Upper end of the scale; the lower is 0."""
    limits: tuple[tuple[float, QColor], ...] = ()
    measured_from_ms: int
    measured_until_ms: int
    """Where nothing was measured between these two, there is a gap."""

    @property
    def until_ms(self) -> int:
        return self.from_ms + len(self.values) * self.step_ms


def limits_of(kind: LineFigure, view: SiteView | None, quality: QualityView) -> Limits:
    """Returns the limits in force: those on air for the podium and on deck, none for the bit rate."""
    rules = quality.on_air if view is not None and (view.on_podium or view.on_deck) else quality.everywhere
    pairs = {
        LineFigure.LOSS_PERCENT: (rules.loss_warning_percent, rules.loss_error_percent),
        LineFigure.JITTER_MS: (rules.jitter_warning_ms, rules.jitter_error_ms),
        LineFigure.ROUND_TRIP_MS: (rules.round_trip_warning_ms, rules.round_trip_error_ms),
    }
    found = pairs.get(kind)
    return () if found is None else ((found[0], theme.WARNING), (found[1], theme.ERROR))


def curve_of(
    history: LineHistory, site: SiteId, kind: LineFigure, edges: NDArray[np.int64], limits: Limits, now_ms: int
) -> Curve:
    """Returns one figure of a site between each two edges of equal distance."""
    grid = history.grid_for(int(edges[0]), int(edges[-1]))
    lowest, mean, highest = grid.series(kind, site, edges)
    for values in (lowest, mean, highest):
        values[edges[:-1] > now_ms] = np.nan
    top = float(np.nanmax(highest)) if np.isfinite(highest).any() else 0.0
    return Curve(
        from_ms=int(edges[0]),
        step_ms=int(edges[1] - edges[0]),
        values=mean if kind is LineFigure.KILOBITS else highest,
        lowest=lowest,
        top=next((step for step in _TOPS[kind] if top <= step * 0.95), _TOPS[kind][-1]),
        limits=limits,
        measured_from_ms=history.start_ms,
        # A bucket that still grows is no gap yet.
        measured_until_ms=now_ms // grid.step_ms * grid.step_ms,
    )


def gaps(curve: Curve) -> list[tuple[int, int]]:
    """Returns the times in which something was to be measured and nothing was: from and until, in milliseconds."""
    begins = curve.from_ms + np.arange(len(curve.values)) * curve.step_ms
    wanted = (begins + curve.step_ms > curve.measured_from_ms) & (begins + curve.step_ms <= curve.measured_until_ms)
    missing = np.isnan(curve.values) & wanted
    edges = np.flatnonzero(np.diff(missing.astype(np.int8), prepend=0, append=0))
    return [
        (curve.from_ms + int(first) * curve.step_ms, curve.from_ms + int(last) * curve.step_ms)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
    ]
