"""The history of all lines in a session's file: one row of packed figures per moment, beside the chain.

Rule: a row holds four half-precision figures for every site the file has named so far, in the order of their places;
NaN is "not measured". Twelve hours of 200 sites are 14 MB. The samples of one moment are packed into one row as well:
one row per site and moment was nearly a gigabyte.
"""

import math
import sqlite3
import struct
import zlib
from collections.abc import Sequence

from console.lines.line_history import LineFigure, LinePoint
from console.log_book.sqlite_library import Database
from console.words import SiteId

FIGURES = len(LineFigure)
LARGEST = 65504.0
"""What half precision holds; 65 Mb/s is more than any site sends."""
_NOTHING = (math.nan,) * FIGURES


def make_tables(database: Database) -> None:
    """Makes the tables: a migration of the session's file."""
    database.conn.execute("CREATE TABLE line_sites (place INTEGER PRIMARY KEY, site TEXT NOT NULL UNIQUE)")
    database.conn.execute("CREATE TABLE line_points (wall_ms INTEGER NOT NULL, figures BLOB NOT NULL)")
    database.conn.execute("CREATE INDEX line_points_by_time ON line_points (wall_ms)")
    database.conn.execute("CREATE TABLE sample_batches (wall_ms INTEGER NOT NULL, samples BLOB NOT NULL)")
    database.conn.execute("CREATE INDEX sample_batches_by_time ON sample_batches (wall_ms)")


def read_places(connection: sqlite3.Connection) -> dict[SiteId, int]:
    """Returns the place of every site in a row's figures, in order."""
    return {str(site): int(place) for place, site in connection.execute("SELECT place, site FROM line_sites")}


def add_points(
    connection: sqlite3.Connection, places: dict[SiteId, int], points: Sequence[LinePoint], wall_ms: int
) -> None:
    """Writes one row inside a transaction; `places` grows by sites that are new."""
    for point in points:
        if point.site not in places:
            places[point.site] = len(places)
            connection.execute("INSERT INTO line_sites VALUES (?, ?)", (places[point.site], point.site))
    connection.execute("INSERT INTO line_points VALUES (?, ?)", (wall_ms, packed(places, points)))


def packed(places: dict[SiteId, int], points: Sequence[LinePoint]) -> bytes:
    """Returns the figures of all places as little-endian half-precision numbers."""
    figures: list[tuple[float, ...]] = [_NOTHING] * len(places)
    for point in points:
        figures[places[point.site]] = tuple(
            math.nan if figure is None else min(figure, LARGEST) for figure in point.figures
        )
    flat = [figure for row in figures for figure in row]
    return struct.pack(f"<{len(flat)}e", *flat)


def packed_samples(rows: Sequence[tuple[SiteId, int, str]]) -> bytes:
    """Returns the samples of one moment, compressed: lines of site, tabulator and JSON."""
    return zlib.compress("\n".join(f"{site}\t{sample}" for site, _, sample in rows).encode(), 1)


def unpacked_samples(octets: bytes) -> list[tuple[SiteId, str]]:
    """Returns site and JSON of every sample of one moment."""
    lines = zlib.decompress(octets).decode().split("\n")
    return [(site, sample) for site, _, sample in (line.partition("\t") for line in lines)]
