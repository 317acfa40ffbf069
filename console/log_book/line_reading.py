"""Reads the history of all lines, and the log's lines up to a moment, from the file of a session that is being written.

Rule: only reads, and only as much as one page holds; runs on a thread of its own. A bucket in which nothing was
measured stays empty: nothing is carried over and nothing is drawn between. A file that cannot be read makes an empty
page that says so.
"""

import sqlite3
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from console.lines.line_history import (
    MOST_LINES,
    HistoryPage,
    HistoryWanted,
    LinesPage,
    LinesWanted,
    aligned,
    columns_of_page,
)
from console.log_book.chain import LineUnreadable, read_line_text
from console.log_book.database import StoreUnusable, reading
from console.log_book.line_points import FIGURES, read_places
from console.snapshot import LogTailLine
from console.view_model import tail_line

_UNREADABLE = (StoreUnusable, sqlite3.Error, OSError)

Buckets = NDArray[np.float32]
"""Figure, site, bucket."""


def read_history(path: Path, session: str, wanted: HistoryWanted) -> HistoryPage:
    """Returns the first page of what is wanted."""
    wanted = aligned(wanted)
    try:
        return _read_history(path, session, wanted)
    except _UNREADABLE:
        return replace(_empty(session, wanted), unreadable=True)


def _read_history(path: Path, session: str, wanted: HistoryWanted) -> HistoryPage:
    with reading(path) as connection:
        if not _has_history(connection):
            return _empty(session, wanted)
        places = read_places(connection)
        columns = columns_of_page(len(places))
        until_ms = min(wanted.until_ms, wanted.from_ms + columns * wanted.step_ms)
        rows = connection.execute(
            "SELECT wall_ms, figures FROM line_points WHERE wall_ms >= ? AND wall_ms < ? ORDER BY wall_ms",
            (wanted.from_ms, until_ms),
        ).fetchall()
        if not rows:
            return _empty(session, wanted, _next_point(connection, until_ms, wanted))
    figures = _figures(rows, len(places))
    moments = (np.array([wall_ms for wall_ms, _ in rows], dtype=np.int64) - wanted.from_ms) // wanted.step_ms
    low, mean, high = bucketed(figures, moments, (until_ms - wanted.from_ms) // wanted.step_ms)
    return HistoryPage(
        session=session,
        from_ms=wanted.from_ms,
        until_ms=until_ms,
        step_ms=wanted.step_ms,
        sites=tuple(places),
        low=_octets(low),
        mean=_octets(mean),
        high=_octets(high),
    )


def bucketed(points: Buckets, buckets: NDArray[np.int64], count: int) -> tuple[Buckets, Buckets, Buckets]:
    """Returns lowest, mean and highest of each bucket; `points` (point, site, figure) are in order of `buckets`."""
    first = np.flatnonzero(np.diff(buckets, prepend=-1))
    filled = buckets[first]
    out = tuple(np.full((FIGURES, points.shape[1], count), np.nan, dtype=np.float32) for _ in range(3))
    measured = np.isfinite(points)
    counts = np.add.reduceat(measured, first, axis=0, dtype=np.int32)
    sums = np.add.reduceat(np.where(measured, points, 0), first, axis=0)
    with np.errstate(invalid="ignore"), warnings.catch_warnings():
        found = (np.fmin.reduceat(points, first, axis=0), sums / counts, np.fmax.reduceat(points, first, axis=0))
    for into, values in zip(out, found, strict=True):
        into[:, :, filled] = values.transpose(2, 1, 0)
    return out[0], out[1], out[2]


def _figures(rows: list[tuple[int, bytes]], sites: int) -> Buckets:
    """Returns (point, site, figure); rows from before a site was named are shorter and filled up."""
    width = sites * FIGURES * 2
    nothing = np.full(sites * FIGURES, np.nan, dtype="<f2").tobytes()
    octets = b"".join(row if len(row) == width else row + nothing[len(row) :] for _, row in rows)
    return np.frombuffer(octets, dtype="<f2").astype(np.float32).reshape(len(rows), sites, FIGURES)


def _octets(values: Buckets) -> bytes:
    return values.astype("<f2").tobytes()


def _empty(session: str, wanted: HistoryWanted, until_ms: int | None = None) -> HistoryPage:
    until_ms = wanted.until_ms if until_ms is None else until_ms
    return HistoryPage(session=session, from_ms=wanted.from_ms, until_ms=until_ms, step_ms=wanted.step_ms)


def _next_point(connection: sqlite3.Connection, after_ms: int, wanted: HistoryWanted) -> int:
    """Returns the beginning of the next bucket in which something was measured, or the end of what is wanted."""
    found = connection.execute(
        "SELECT min(wall_ms) FROM line_points WHERE wall_ms >= ? AND wall_ms < ?", (after_ms, wanted.until_ms)
    ).fetchone()
    return wanted.until_ms if found[0] is None else int(found[0]) // wanted.step_ms * wanted.step_ms


def _has_history(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'line_points'").fetchone()
    return row is not None


def read_lines(path: Path, session: str, wanted: LinesWanted) -> LinesPage:
    """Returns the last lines up to a moment, oldest first, as far as they can be read."""
    found: list[LogTailLine] = []
    try:
        with reading(path) as connection:
            found.extend(tail_line(read_line_text(text)) for (text,) in _rows_of(connection, wanted))
    except (*_UNREADABLE, LineUnreadable):
        return LinesPage(session=session, lines=tuple(reversed(found)), unreadable=True)
    return LinesPage(session=session, lines=tuple(reversed(found)))


def _rows_of(connection: sqlite3.Connection, wanted: LinesWanted) -> sqlite3.Cursor:
    values: list[Any] = [wanted.until_ms, *wanted.kinds, max(1, min(wanted.most, MOST_LINES))]
    only = f" AND json_extract(event, '$.entry.kind') IN ({', '.join('?' * len(wanted.kinds))})" if wanted.kinds else ""
    return connection.execute(
        f"SELECT event FROM events WHERE json_extract(event, '$.wall_ms') <= ?{only} ORDER BY number DESC LIMIT ?",  # noqa: S608 - only question marks are put in
        values,
    )
