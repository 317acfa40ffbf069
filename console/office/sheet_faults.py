"""What can be wrong with a sheet that was handed in, by kind and place."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

LONGEST_QUOTE = 40


class SheetFault(StrEnum):
    """What is wrong with a cell, a line or a whole file."""

    # the file
    NOT_A_SHEET = "not_a_sheet"
    OLD_OR_LOCKED = "old_or_locked"
    MACROS = "macros"
    TOO_LARGE = "too_large"
    TOO_MANY_LINES = "too_many_lines"
    TOO_MANY_COLUMNS = "too_many_columns"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    NO_HEADINGS = "no_headings"
    HEADING_TWICE = "heading_twice"
    # a cell
    FORMULA = "formula"
    MISSING = "missing"
    BAD_DAY = "bad_day"
    BAD_NUMBER = "bad_number"
    BAD_TICK = "bad_tick"
    BAD_WORD = "bad_word"
    BAD_ADDRESS = "bad_address"
    SITE_UNKNOWN = "site_unknown"
    SITE_UNCLEAR = "site_unclear"
    NAME_UNKNOWN = "name_unknown"
    NAME_UNCLEAR = "name_unclear"
    BAD_VALUE = "bad_value"
    # a line
    TWICE = "twice"


class BadCell(NamedTuple):
    """One fault: the line as an editor counts it (0: the file as a whole), the column, the text that is wrong."""

    line: int
    column: str
    fault: SheetFault
    text: str = ""


class BadSheet(Exception):
    """The sheet is refused; `cells` names every fault found, in the order of the lines."""

    def __init__(self, cells: Iterable[BadCell]) -> None:
        self.cells = tuple(cell._replace(text=cell.text[:LONGEST_QUOTE]) for cell in cells)
        super().__init__("; ".join(f"line {cell.line} {cell.column} {cell.fault.value}" for cell in self.cells))


def bad_file(fault: SheetFault, text: str = "", line: int = 0) -> BadSheet:
    """Returns the refusal of a whole file."""
    return BadSheet([BadCell(line, "", fault, text)])
