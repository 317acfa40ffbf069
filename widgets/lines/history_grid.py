"""The lines of all sites in buckets of time: lowest, mean and highest of four figures, in a fixed amount of memory.

Rule: a ring of columns over wall-clock time. NaN is "not measured" and is never filled by its neighbours. A page of
the past and what this window measured itself are put together, lowest and highest of both: no fault is lost.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from console.lines.line_history import HistoryPage, LineFigure
from console.words import SiteId

Half = NDArray[np.float16]
Single = NDArray[np.float32]

FIGURES = len(LineFigure)
LARGEST = 65504.0
LOW, MEAN, HIGH = range(3)
_STATS = 3


class LineGrid:
    """`columns` buckets of `step_ms`, the newest of them where time was last advanced to."""

    def __init__(self, sites: Sequence[SiteId], columns: int, step_ms: int) -> None:
        self.sites = tuple(sites)
        self.rows = {site: row for row, site in enumerate(self.sites)}
        self.columns, self.step_ms = columns, step_ms
        # Statistic (low, mean, high), figure, site, column.
        self._cells: Half = np.full((_STATS, FIGURES, len(self.sites), columns), np.nan, dtype=np.float16)
        self._newest = 0
        """Number of the newest column since the epoch; its slot is this modulo `columns`."""
        self._sums = np.zeros((FIGURES, len(self.sites)), dtype=np.float32)
        self._counts = np.zeros((FIGURES, len(self.sites)), dtype=np.int32)

    @property
    def oldest_ms(self) -> int:
        """Where the memory of this grid begins."""
        return (self._newest - self.columns + 1) * self.step_ms

    @property
    def newest_ms(self) -> int:
        """Where the newest bucket begins."""
        return self._newest * self.step_ms

    @property
    def octets(self) -> int:
        """Memory of the figures."""
        return self._cells.nbytes

    # ------------------------------------------------------------ what comes in

    def advance(self, now_ms: int) -> None:
        """Makes the bucket of this moment the newest; what lies between stays a gap."""
        column = now_ms // self.step_ms
        if column <= self._newest:
            return
        fresh = min(column - self._newest, self.columns)
        slots = np.arange(column - fresh + 1, column + 1) % self.columns
        self._cells[..., slots] = np.nan
        self._newest = column
        self._sums[:] = 0
        self._counts[:] = 0

    def put_second(self, now_ms: int, figures: Single) -> None:
        """Takes one second of all sites: (figure, site), NaN where nothing was measured."""
        self.advance(now_ms)
        if now_ms // self.step_ms != self._newest:
            return  # the clock went back
        low, mean, high = self._cells[..., self._newest % self.columns]
        measured = np.isfinite(figures)
        self._sums += np.where(measured, figures, 0)
        self._counts += measured
        np.copyto(low, np.fmin(low, figures), casting="unsafe")
        np.copyto(high, np.fmax(high, figures), casting="unsafe")
        np.copyto(mean, self._sums / np.maximum(self._counts, 1), where=self._counts > 0, casting="unsafe")

    def put_page(self, page: HistoryPage) -> None:
        """Takes what a page of the past knows of buckets that this grid holds; the steps have to be the same."""
        count = (page.until_ms - page.from_ms) // page.step_ms
        first = page.from_ms // self.step_ms
        begin, end = max(first, self._newest - self.columns + 1), min(first + count, self._newest + 1)
        ours = [self.rows[site] for site in page.sites if site in self.rows]
        theirs = [row for row, site in enumerate(page.sites) if site in self.rows]
        if page.step_ms != self.step_ms or not ours or begin >= end:
            return
        # A stretch of the ring may begin again at its first slot.
        turn = min(end, begin + self.columns - begin % self.columns)
        for stat, octets in enumerate((page.low, page.mean, page.high)):
            told = np.frombuffer(octets, dtype="<f2").reshape(FIGURES, len(page.sites), count)
            known: Half = np.full((FIGURES, len(self.sites), end - begin), np.nan, dtype=np.float16)
            known[:, ours] = told[:, theirs, begin - first : end - first]
            for left, right in ((begin, turn), (turn, end)):
                slot = left % self.columns
                cells = self._cells[stat, ..., slot : slot + right - left]
                cells[:] = _together(stat, cells, known[..., left - begin : right - begin])

    # ------------------------------------------------------------ what is read

    def _window(self, stat: int, figure: LineFigure, edges: NDArray[np.int64], rows: slice) -> Single:
        """Returns (site, interval) reduced from the buckets that begin in each interval, or in which it lies."""
        columns = edges // self.step_ms
        first, last = int(columns[0]), int(max(columns[-1], columns[-2] + 1))
        numbers = np.arange(first, last)
        values = self._cells[stat, figure, rows][:, numbers % self.columns].astype(np.float32)
        values[:, (numbers <= self._newest - self.columns) | (numbers > self._newest)] = np.nan
        starts = columns[:-1] - first
        if stat == LOW:
            return np.fmin.reduceat(values, starts, axis=1)
        if stat == HIGH:
            return np.fmax.reduceat(values, starts, axis=1)
        measured = np.isfinite(values)
        sums = np.add.reduceat(np.where(measured, values, 0), starts, axis=1)
        counts = np.add.reduceat(measured, starts, axis=1, dtype=np.int32)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan).astype(np.float32)

    def highest(self, figure: LineFigure, edges: NDArray[np.int64]) -> Single:
        """Returns the highest value of every site between each two edges (wall clock, ascending): (site, interval)."""
        return self._window(HIGH, figure, edges, slice(None))

    def series(self, figure: LineFigure, site: SiteId, edges: NDArray[np.int64]) -> tuple[Single, Single, Single]:
        """Returns lowest, mean and highest of one site between each two edges."""
        row = self.rows.get(site)
        if row is None:
            nothing = np.full(len(edges) - 1, np.nan, dtype=np.float32)
            return nothing, nothing, nothing
        one = slice(row, row + 1)
        low, mean, high = (self._window(stat, figure, edges, one)[0] for stat in range(_STATS))
        return low, mean, high

    # ------------------------------------------------------------ other shapes

    def with_sites(self, sites: Sequence[SiteId]) -> "LineGrid":
        """Returns a grid of other sites that keeps the rows of those it knows."""
        made = LineGrid(sites, self.columns, self.step_ms)
        made._newest = self._newest
        for row, site in enumerate(made.sites):
            if site in self.rows:
                old = self.rows[site]
                made._cells[:, :, row] = self._cells[:, :, old]
                made._sums[:, row], made._counts[:, row] = self._sums[:, old], self._counts[:, old]
        return made

    def coarser(self) -> "LineGrid":
        """Returns a grid of twice the step with the same past: it reaches back twice as far."""
        made = LineGrid(self.sites, self.columns, self.step_ms * 2)
        made._newest = self._newest // 2
        first = self._newest - self.columns + 1
        edges = np.arange(first + first % 2, self._newest + 3, 2, dtype=np.int64) * self.step_ms
        slots = edges[:-1] // made.step_ms % made.columns
        for figure in LineFigure:
            for stat in range(_STATS):
                made._cells[stat, figure][:, slots] = self._window(stat, figure, edges, slice(None))
        made._sums, made._counts = self._sums.copy(), self._counts.copy()
        return made


def _together(stat: int, mine: Half, told: Half) -> Half:
    if stat == MEAN:
        return np.where(np.isnan(mine), told, mine)
    return np.fmin(mine, told) if stat == LOW else np.fmax(mine, told)
