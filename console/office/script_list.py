"""Scripts as tables: CSV as offices save it, read whole or not at all, every bad line named.

Rule: a time of day is counted from the meeting's start and may go past midnight; "+15" is minutes after the start. A
site is its number or its name, and must be one of the directory. What is not known is refused, never guessed.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from console.events import Site
from console.office.script import LONGEST_MINUTES, MOST_CUES, Cue, numbered
from console.office.typed_times import shown_clock, typed_clock
from console.regulation.calendar import minute_of
from console.sites.directory import find_sites, folded
from console.words import MAIN_SITE, Layout, SiteId

LARGEST_OCTETS = 1024 * 1024
LONGEST_CELL = 500
DAY_MINUTES = 24 * 60
LONGEST_GAP = 12 * 60
"""A time of day that far after the cue before it is a slip of the pen, not the next day."""

FIELDS = ("time", "minutes", "title", "speaker", "site", "layout", "camera", "preset", "note")
# What people write over their columns, folded: lower case without marks.
_COLUMNS = {
    "time": ("time", "thoi gian", "gio", "bat dau", "thoi diem"),
    "minutes": ("minutes", "thoi luong", "so phut", "phut"),
    "title": ("title", "noi dung", "muc", "cong viec"),
    "speaker": ("speaker", "nguoi phat bieu", "nguoi trinh bay", "trinh bay", "nguoi thuc hien", "dai bieu"),
    "site": ("site", "diem cau", "don vi"),
    "layout": ("layout", "bo cuc", "hien thi"),
    "camera": ("camera",),
    "preset": ("preset", "goc quay", "goc camera", "vi tri camera", "nut nho"),
    "note": ("note", "ghi chu"),
}
_FIELD_OF = {written: field for field, forms in _COLUMNS.items() for written in forms}
_LAYOUTS = {
    "": None,
    "diem cau chinh": Layout.MAIN_ENDPOINT,
    "hoi truong": Layout.MAIN_ENDPOINT,
    "buc": Layout.PODIUM,
    "buc phat bieu": Layout.PODIUM,
    "buc va diem cau chinh": Layout.PODIUM_BESIDE_MAIN,
    "luoi 4": Layout.GRID_2X2,
    "luoi 2x2": Layout.GRID_2X2,
    "luoi 9": Layout.GRID_3X3,
    "luoi 3x3": Layout.GRID_3X3,
} | {folded(layout.value): layout for layout in Layout}
MAIN_WORD = "chính"
"""How a script names the main endpoint, as the hint below the table says."""
_MAIN = ("main", "chinh", "diem cau chinh", "hoi truong", "0")
_RANGE = re.compile(r"\s*(?:-|–|—|đến)\s*")


class ScriptFault(StrEnum):
    """What is wrong with a line of a script."""

    NOT_TEXT = "not_text"
    NOT_A_TABLE = "not_a_table"
    NO_COLUMNS = "no_columns"
    EMPTY = "empty"
    TOO_MANY = "too_many"
    TIME_BAD = "time_bad"
    TIME_BACK = "time_back"
    """Earlier than the line before, and not on the next day."""
    MINUTES_BAD = "minutes_bad"
    SITE_UNKNOWN = "site_unknown"
    LAYOUT_BAD = "layout_bad"
    TITLE_MISSING = "title_missing"
    TOO_LONG = "too_long"


class BadCueLine(NamedTuple):
    """One fault: the line as an editor counts it (0: the file as a whole) and the text that is wrong."""

    line: int
    fault: ScriptFault
    text: str = ""


class BadScript(Exception):
    """The script is refused; `lines` names every fault found."""

    def __init__(self, lines: Sequence[BadCueLine]) -> None:
        super().__init__("; ".join(f"line {line.line}: {line.fault.value} {line.text}".rstrip() for line in lines))
        self.lines = tuple(lines)


class CueRow(NamedTuple):
    """A line before it is judged: its number, and its cells by field."""

    line: int
    cells: Mapping[str, str]
    key: int = 0
    """What the cue is known by; 0: it has none yet."""


def read_script(octets: bytes, sites: Iterable[Site], start_ms: int | None) -> tuple[Cue, ...]:
    """Returns the cues of a table; `start_ms` is the meeting's start. Raises `BadScript`.

    A CSV is UTF-8 with or without BOM, its cells apart by `;` `,` or tab, its first line names the columns.
    """
    if len(octets) > LARGEST_OCTETS:
        raise BadScript([BadCueLine(0, ScriptFault.TOO_MANY)])
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadScript([BadCueLine(octets.count(b"\n", 0, error.start) + 1, ScriptFault.NOT_TEXT)]) from error
    return cues_of_rows(_rows(text), sites, start_ms)


def _rows(text: str) -> list[CueRow]:
    separator = max(";,\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    table: list[tuple[int, list[str]]] = []
    begins_at = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                table.append((begins_at, cells))
            begins_at = reader.line_num + 1
    except csv.Error as error:
        raise BadScript([BadCueLine(begins_at, ScriptFault.NOT_A_TABLE, str(error))]) from error
    if not table:
        raise BadScript([BadCueLine(0, ScriptFault.EMPTY)])
    header_line, header = table[0]
    fields = [_FIELD_OF.get(folded(cell)) for cell in header]
    if "title" not in fields:
        raise BadScript([BadCueLine(header_line, ScriptFault.NO_COLUMNS, " ".join(header)[:40])])
    return [
        CueRow(line, {field: cell for field, cell in zip(fields, cells, strict=False) if field is not None})
        for line, cells in table[1:]
    ]


def cues_of_rows(rows: Sequence[CueRow], sites: Iterable[Site], start_ms: int | None) -> tuple[Cue, ...]:
    """Returns the cues of rows in their order, numbered; raises `BadScript`."""
    if not rows:
        raise BadScript([BadCueLine(0, ScriptFault.EMPTY)])
    if len(rows) > MOST_CUES:
        raise BadScript([BadCueLine(0, ScriptFault.TOO_MANY, str(len(rows)))])
    reading = _Reading(tuple(sites), None if start_ms is None else minute_of(start_ms))
    cues = tuple(reading.cue(row) for row in rows)
    if reading.faults:
        raise BadScript(reading.faults)
    return numbered(cues)


class _Reading:
    """One pass over a table: the faults, and the time of the line before."""

    def __init__(self, sites: tuple[Site, ...], start: int | None) -> None:
        self.faults: list[BadCueLine] = []
        self._sites, self._start, self._last = sites, start, 0

    def cue(self, row: CueRow) -> Cue:
        cells = {field: " ".join(cell.split()) for field, cell in row.cells.items()}
        for cell in cells.values():
            if len(cell) > LONGEST_CELL:
                self._note(row, ScriptFault.TOO_LONG, cell)
        title = cells.get("title", "")
        if not title:
            self._note(row, ScriptFault.TITLE_MISSING)
        at, length = self._times(row, cells.get("time", ""))
        return Cue(
            number=1,
            key=row.key,
            at_minute=at,
            minutes=self._minutes(row, cells.get("minutes", "")) or length,
            title=title[:LONGEST_CELL],
            speaker=cells.get("speaker", "")[:LONGEST_CELL],
            site=self._site(row, cells.get("site", "")),
            layout=self._layout(row, cells.get("layout", "")),
            camera=cells.get("camera", "")[:LONGEST_CELL],
            preset=cells.get("preset", "")[:LONGEST_CELL],
            note=cells.get("note", "")[:LONGEST_CELL],
        )

    def _note(self, row: CueRow, fault: ScriptFault, text: str = "") -> None:
        self.faults.append(BadCueLine(row.line, fault, text[:40]))

    def _times(self, row: CueRow, text: str) -> tuple[int | None, int | None]:
        """Returns when a cue is, in minutes after the start, and how long it takes where a range says so."""
        if not text:
            return None, None
        if text.startswith("+") and text[1:].strip().isdigit() and int(text[1:]) <= LONGEST_MINUTES:
            return self._forward(row, int(text[1:]), text), None
        first, *rest = _RANGE.split(text, maxsplit=1)
        clock = typed_clock(first)
        end = typed_clock(rest[0]) if rest else None
        if clock is None or (rest and end is None):
            self._note(row, ScriptFault.TIME_BAD, text)
            return None, None
        at = self._forward(row, self._after_start(clock), text)
        return at, None if end is None or end == clock else (end - clock) % DAY_MINUTES

    def _after_start(self, clock: int) -> int:
        """Returns a time of day in minutes after the start: the first such moment that is not before the last cue."""
        if self._start is None:
            self._start = clock
        at = (clock - self._start) % DAY_MINUTES
        return at if at >= self._last else at + DAY_MINUTES

    def _forward(self, row: CueRow, at: int, text: str) -> int | None:
        if at < self._last or at - self._last > LONGEST_GAP:
            self._note(row, ScriptFault.TIME_BACK, text)
            return None
        self._last = at
        return at

    def _minutes(self, row: CueRow, text: str) -> int | None:
        digits = text.removesuffix("phút").removesuffix("'").strip()
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit() and 0 < int(digits) <= LONGEST_MINUTES):
            self._note(row, ScriptFault.MINUTES_BAD, text)
            return None
        return int(digits)

    def _site(self, row: CueRow, text: str) -> SiteId:
        if not text:
            return ""
        if folded(text) in _MAIN:
            return MAIN_SITE
        found = find_sites(self._sites, text)
        if len(found) != 1:
            self._note(row, ScriptFault.SITE_UNKNOWN, text)
            return ""
        return found[0].site

    def _layout(self, row: CueRow, text: str) -> Layout | None:
        if folded(text) not in _LAYOUTS:
            self._note(row, ScriptFault.LAYOUT_BAD, text)
        return _LAYOUTS.get(folded(text))


# ---------------------------------------------------------------- writing


def script_rows(cues: Iterable[Cue], sites: Iterable[Site], start_ms: int | None) -> Iterator[tuple[str, ...]]:
    """Yields each cue as the texts of `FIELDS`, such that they are read back as the same cue.

    A satellite has its number and its name, so that people know it and two of one name are told apart.
    """
    names = {site.site: f"{site.number} {site.name}" if site.number else MAIN_WORD for site in sites}
    for cue in cues:
        yield (
            cue_time(cue, start_ms),
            "" if cue.minutes is None else str(cue.minutes),
            cue.title,
            cue.speaker,
            names.get(cue.site, cue.site),
            "" if cue.layout is None else cue.layout.value,
            cue.camera,
            cue.preset,
            cue.note,
        )


def cue_time(cue: Cue, start_ms: int | None) -> str:
    """Returns when a cue is: the time of day, "+15" where the meeting has no start yet, or nothing."""
    if cue.at_minute is None:
        return ""
    if start_ms is None or cue.at_minute >= DAY_MINUTES:
        return f"+{cue.at_minute}"
    return shown_clock(start_ms + cue.at_minute * 60_000)


def write_script(cues: Iterable[Cue], sites: Iterable[Site], start_ms: int | None) -> bytes:
    """Returns a script as CSV that Excel opens with Vietnamese letters: UTF-8 with BOM, `;`, CRLF."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in script_rows(cues, sites, start_ms):
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "-", "@") else cell for cell in row])
    return sheet.getvalue().encode("utf-8-sig")
