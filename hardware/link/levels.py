"""Sound levels of the sites, in shared memory beside the pictures: a signal of the moment, newest wins.

Rule: one table has one writer (a media worker); a reader merges the tables of all workers. A row of 64 bytes:
guard (odd while written), updated_ms, level_db and peak_db as doubles, the site id in 32 bytes of ASCII.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from console.words import SiteId
from hardware.link.mapped_files import FIRST_FREE_WORD, FolderIndex, MappedFile, fence, make_generation, open_newest

LEVEL_ROWS = 512
"""Sites in one table; a further one is refused."""

_ROWS_WORD = FIRST_FREE_WORD
_FIRST_ROW_WORD, _WORDS_PER_ROW = 16, 8
_GUARD, _UPDATED, _LEVEL, _PEAK, _SITE = range(5)
_SITE_BYTES = 32


@dataclass(frozen=True, slots=True)
class Level:
    """Sound of one site: decibels relative to full scale, None where nothing was measured; monotonic milliseconds."""

    level_db: float | None
    peak_db: float | None
    updated_ms: int


class LevelWriter:
    """The table of one media worker."""

    def __init__(self, folder: Path, worker_number: int = 0) -> None:
        size = 8 * (_FIRST_ROW_WORD + LEVEL_ROWS * _WORDS_PER_ROW)
        self._table = make_generation(folder, _key(worker_number), size, {_ROWS_WORD: 0})
        self._decibels = self._table.octets.cast("d")
        self._rows: dict[SiteId, int] = {}

    def write(self, site: SiteId, level_db: float | None, peak_db: float | None, updated_ms: int) -> None:
        """Sets the level of a site; raises `ValueError` for a bad site id or a table that is full."""
        row = self._rows.get(site)
        if row is None:
            row = self._new_row(site)
        words, at = self._table.words, _row_word(row)
        words[at + _GUARD] += 1
        fence()
        words[at + _UPDATED] = updated_ms
        self._decibels[at + _LEVEL] = math.nan if level_db is None else level_db
        self._decibels[at + _PEAK] = math.nan if peak_db is None else peak_db
        fence()
        words[at + _GUARD] += 1

    def _new_row(self, site: SiteId) -> int:
        row, name = len(self._rows), site.encode("ascii", errors="replace")
        if row >= LEVEL_ROWS:
            raise ValueError(f"no room for the level of {site}: {LEVEL_ROWS} sites are in the table")
        if not site.isascii() or not 0 < len(name) <= _SITE_BYTES:
            raise ValueError(f"{site!r} is no site id")
        start = 8 * (_row_word(row) + _SITE)
        self._table.octets[start : start + len(name)] = name
        self._table.words[_row_word(row) + _UPDATED] = 0
        fence()
        self._table.words[_ROWS_WORD] = row + 1
        self._rows[site] = row
        return row


class LevelReader:
    """Reads the tables of all media workers of a folder."""

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self._folder = folder
        self._index = FolderIndex(folder)
        self._tables: list[MappedFile | None] = [None] * workers

    def read(self) -> dict[SiteId, Level]:
        """Returns the level of every site that was ever measured; of two workers' rows the later counts."""
        levels: dict[SiteId, Level] = {}
        for number in range(len(self._tables)):
            for site, level in _rows_of(self._table_of(number)):
                if site not in levels or levels[site].updated_ms < level.updated_ms:
                    levels[site] = level
        return levels

    def _table_of(self, number: int) -> MappedFile | None:
        table = self._tables[number]
        if (table is None and self._index.has(_key(number))) or (table is not None and table.retired):
            table = self._tables[number] = open_newest(self._folder, _key(number))
        return table


def _rows_of(table: MappedFile | None) -> Iterator[tuple[SiteId, Level]]:
    if table is not None:
        decibels = table.octets.cast("d")
        for row in range(table.words[_ROWS_WORD]):
            if (found := _read_row(table, decibels, row)) is not None:
                yield found


def _read_row(table: MappedFile, decibels: "memoryview[float]", row: int) -> tuple[SiteId, Level] | None:
    words, at = table.words, _row_word(row)
    for _ in range(100):
        guard = words[at + _GUARD]
        fence()
        level = Level(_known(decibels[at + _LEVEL]), _known(decibels[at + _PEAK]), words[at + _UPDATED])
        fence()
        if guard % 2 == 0 and guard == words[at + _GUARD]:
            start = 8 * (at + _SITE)
            name = bytes(table.octets[start : start + _SITE_BYTES]).rstrip(b"\0").decode("ascii", errors="replace")
            return (name, level) if guard else None
    return None  # its writer died in the middle of this row


def _known(decibels: float) -> float | None:
    return None if math.isnan(decibels) else decibels


def _key(worker_number: int) -> str:
    return f"levels/{worker_number}"


def _row_word(row: int) -> int:
    return _FIRST_ROW_WORD + row * _WORDS_PER_ROW
