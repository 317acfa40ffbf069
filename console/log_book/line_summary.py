"""What a session's measurements of the lines come to, site by site.

Rule: only reads; a figure that was never measured is None. A point holds the worst second of its time, so that the mean
of points is rather too bad than too good. Measurements that were pruned leave nothing.
"""

import sqlite3
import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from console.lines.line_history import LineFigure
from console.lines.line_quality import LineSummary
from console.log_book.database import StoreUnusable, reading
from console.log_book.line_points import FIGURES, read_places
from console.words import SiteId


def read_line_summaries(path: Path) -> dict[SiteId, LineSummary]:
    """Returns the summary of every site that was measured; empty when the file has no measurements to read."""
    try:
        with reading(path) as connection:
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'line_points'").fetchone() is None:
                return {}
            places = read_places(connection)
            rows = [figures for (figures,) in connection.execute("SELECT figures FROM line_points")]
    except (StoreUnusable, sqlite3.Error, OSError):
        return {}
    if not rows or not places:
        return {}
    return _summed(places, _figures(rows, len(places)))


def _figures(rows: list[bytes], sites: int) -> NDArray[np.float32]:
    """Returns (point, site, figure); rows from before a site was named are shorter and filled up."""
    width = sites * FIGURES * 2
    nothing = np.full(sites * FIGURES, np.nan, dtype="<f2").tobytes()
    octets = b"".join(row[:width] + nothing[len(row) :] for row in rows)
    return np.frombuffer(octets, dtype="<f2").astype(np.float32).reshape(len(rows), sites, FIGURES)


def _summed(places: dict[SiteId, int], figures: NDArray[np.float32]) -> dict[SiteId, LineSummary]:
    counts = np.isfinite(figures).any(axis=2).sum(axis=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a site without one measurement has no mean
        means, worst = np.nanmean(figures, axis=0), np.nanmax(figures, axis=0)
    found: dict[SiteId, LineSummary] = {}
    for site, place in places.items():
        if counts[place]:
            found[site] = LineSummary(
                points=int(counts[place]),
                loss_percent=_figure(means[place, LineFigure.LOSS_PERCENT]),
                worst_loss_percent=_figure(worst[place, LineFigure.LOSS_PERCENT]),
                jitter_ms=_figure(means[place, LineFigure.JITTER_MS]),
                round_trip_ms=_figure(means[place, LineFigure.ROUND_TRIP_MS]),
            )
    return found


def _figure(value: np.float32) -> float | None:
    return round(float(value), 2) if np.isfinite(value) else None
