"""Sheets as files: whatever is written is read again; whatever is hostile is refused at once, in one kind of word."""

import contextlib
import datetime
import io

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.office.sheet_faults import BadSheet, SheetFault
from console.office.sheet_files import MOST_LINES, read_sheet, write_csv, write_xlsx
from tests.console.office import hostile_sheets as hostile

cells = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), max_size=20).map(
    str.strip
)
tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=6)
)


def texts_of(octets: bytes) -> list[list[str]]:
    return [list(line.cells) for line in read_sheet(octets)]


def full(table: list[list[str]]) -> list[list[str]]:
    """Returns the lines in which something stands, without the empty cells at their ends."""
    kept = [list(line) for line in table if any(line)]
    for line in kept:
        while line and not line[-1]:
            line.pop()
    return kept


@settings(max_examples=25, deadline=None)
@example([["=1+1", "+84 905", "-5", "@x"], ["'=1", "''x", "'", "a;b"]])
@given(tables)
def test_whatever_is_written_is_read_again_from_either_kind_of_file(table: list[list[str]]) -> None:
    if not full(table):
        return
    table[0][0] = table[0][0] or "x"
    assert full(texts_of(write_csv(table))) == full(table)
    assert texts_of(write_xlsx(table, "Danh sách")) == full(table)


def test_a_csv_is_what_excel_opens_in_vietnamese() -> None:
    octets = write_csv([["Tên", "Ghi chú"], ["Trần Thị Hương", "=HYPERLINK(1)"]])
    assert octets == b"\xef\xbb\xbf" + "Tên;Ghi chú\r\nTrần Thị Hương;'=HYPERLINK(1)\r\n".encode()


def test_an_xlsx_holds_no_formula_whatever_is_written() -> None:
    octets = write_xlsx([["a"], ["=1+1"], ["http://x"], ["0905"]], "A/B:[C]")
    sheet = openpyxl.load_workbook(io.BytesIO(octets)).worksheets[0]
    assert [cell.data_type for cell in sheet["A"]] == ["s", "s", "s", "s"]
    assert sheet.freeze_panes == "A2"


def test_numbers_days_and_ticks_of_a_spreadsheet_become_texts() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(
        [datetime.date(2026, 11, 24), datetime.datetime.fromisoformat("2026-01-02T03:04"), 905123456.0, 1.5, True, None]
    )
    octets = io.BytesIO()
    book.save(octets)
    assert texts_of(octets.getvalue()) == [["2026-11-24", "2026-01-02", "905123456", "1.5", "1"]]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}\n"])
def test_a_csv_may_be_apart_by_what_offices_use(separator: str, first: str) -> None:
    text = first.format(separator) + separator.join(["Tên", "Số"]) + "\r\n" + separator.join(["A", "1"]) + "\r\n"
    assert texts_of(text.encode("utf-8-sig"))[-1] == ["A", "1"]


def test_lines_are_counted_as_an_editor_does() -> None:
    lines = read_sheet(b'a;b\n"x\ny";2\n\n3;4\n')
    assert [line.line for line in lines] == [1, 2, 5]


@pytest.mark.parametrize(
    ("octets", "fault"),
    [
        pytest.param(hostile.bomb(), SheetFault.TOO_LARGE, id="bomb"),
        pytest.param(hostile.a_million_columns(), SheetFault.TOO_MANY_COLUMNS, id="a million columns"),
        pytest.param(hostile.WIDE_ROW, SheetFault.TOO_MANY_COLUMNS, id="200 columns"),
        pytest.param(hostile.many_rows(MOST_LINES + 9), SheetFault.TOO_MANY_LINES, id="many rows"),
        pytest.param(hostile.FAR_ROW, SheetFault.TOO_MANY_LINES, id="far row"),
        pytest.param(hostile.FORMULA, SheetFault.FORMULA, id="formula"),
        pytest.param(hostile.MACROS, SheetFault.MACROS, id="macros"),
        pytest.param(hostile.MACRO_TYPE, SheetFault.MACROS, id="macro type"),
        pytest.param(hostile.ENTITIES, SheetFault.NOT_A_SHEET, id="entities"),
        pytest.param(hostile.NO_SUCH_STRING, SheetFault.NOT_A_SHEET, id="no such string"),
        pytest.param(hostile.NO_SUCH_COLUMN, SheetFault.NOT_A_SHEET, id="no such column"),
        pytest.param(hostile.NO_WORKBOOK, SheetFault.NOT_A_SHEET, id="no workbook"),
        pytest.param(hostile.GOOD[:-60], SheetFault.NOT_A_SHEET, id="cut tail"),
        pytest.param(hostile.GOOD[:300], SheetFault.NOT_A_SHEET, id="cut off"),
        pytest.param(b"PK\x03\x04junk", SheetFault.NOT_A_SHEET, id="junk"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", SheetFault.OLD_OR_LOCKED, id="old or locked"),
        pytest.param(b"x" * 9_000_000, SheetFault.TOO_LARGE, id="nine megabytes"),
        pytest.param("Họ".encode("utf-16"), SheetFault.NOT_TEXT, id="utf-16"),
        pytest.param("Tên\nTr\xea".encode("latin-1", "replace"), SheetFault.NOT_TEXT, id="latin-1"),
        pytest.param(b"a\0b", SheetFault.NOT_TEXT, id="zero octet"),
        pytest.param(b"", SheetFault.EMPTY, id="nothing"),
        pytest.param(b";;\r\n", SheetFault.EMPTY, id="empty cells"),
        pytest.param(b";".join([b"a"] * 1_000_000), SheetFault.TOO_MANY_COLUMNS, id="a million cells of csv"),
        pytest.param(b"a;b\n" + b"1;2\n" * (MOST_LINES + 1), SheetFault.TOO_MANY_LINES, id="many lines of csv"),
        pytest.param(b'a;b\n"open', SheetFault.NOT_A_SHEET, id="open quote"),
    ],
)
def test_what_is_no_list_is_refused(octets: bytes, fault: SheetFault) -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(octets)
    assert refused.value.cells[0].fault is fault


def test_a_formula_is_named_by_its_place() -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(hostile.FORMULA)
    assert (refused.value.cells[0].line, refused.value.cells[0].column) == (1, "A1")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(hostile.GOOD) - 1), st.integers(1, 255))
def test_a_changed_octet_is_read_or_refused_and_never_more(place: int, change: int) -> None:
    octets = bytearray(hostile.GOOD)
    octets[place] ^= change
    with contextlib.suppress(BadSheet):
        read_sheet(bytes(octets))
