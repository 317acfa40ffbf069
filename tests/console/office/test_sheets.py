"""Lists as sheets: every list goes out and comes back as it was; every bad cell is named, and then nothing is taken."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.events import Site
from console.office.columns import CellKind, Column, RecordList
from console.office.directory_lists import PEOPLE, SITES
from console.office.lists import LISTS
from console.office.people import Person, Role
from console.office.record import Record, in_plain_form, kind_of
from console.office.sheet_cells import SheetFacts
from console.office.sheet_faults import BadSheet, SheetFault
from console.office.sheet_files import SheetLine, read_sheet, write_csv, write_xlsx
from console.office.sheet_words import PlainSheetWords, SheetWords
from console.office.sheets import records_in, sheet_of
from console.office.site_rows import place_in, rows_of, site_in
from console.office.site_sheet import sites_in
from console.words import SiteRole
from widgets.phrases.command_line.sheet_words import SpokenSheetWords

SITES_NOW = (
    Site(site="main", number=0, name="UBND tỉnh", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Xã Ea Nuôl", parent="main"),
    Site(site="s002", number=2, name="Hòa Hiệp", parent="main"),
    Site(site="s003", number=3, name="Hòa Hiệp", parent="s001"),
)
HUONG = Person(id="p1", name="Trần Thị Hương", unit="Văn phòng", phone="0905", roles=(Role.LEADER,), sites=("s001",))
WORDS: list[SheetWords] = [PlainSheetWords(), SpokenSheetWords()]

letters = st.text(st.characters(categories=["L", "N", "P", "Sm"], exclude_characters=",;"), max_size=12).map(str.strip)
days = st.dates().map(lambda day: day.isoformat()) | st.just("")


SITE_IDS = st.sampled_from([site.site for site in SITES_NOW])
VALUES: dict[CellKind, Callable[[Column], st.SearchStrategy[Any]]] = {
    CellKind.TEXT: lambda column: letters.filter(bool) if column.needed else letters,
    CellKind.LONG_TEXT: lambda column: letters,
    CellKind.TEXTS: lambda column: st.lists(
        st.ip_addresses(v=4 if column.ip_version == 4 else 6).map(str) if column.ip_version else letters.filter(bool),
        max_size=3,
    ).map(tuple),
    CellKind.DAY: lambda column: days.filter(bool) if column.needed else days,
    CellKind.NUMBER: lambda column: st.integers(0, 3000),
    CellKind.TICK: lambda column: st.booleans(),
    CellKind.CHOICE: lambda column: st.sampled_from(list(column.form)),
    CellKind.CHOICES: lambda column: st.lists(st.sampled_from(list(column.form)), unique=True, max_size=3).map(tuple),
    CellKind.SITE: lambda column: SITE_IDS,
    CellKind.SITES: lambda column: st.lists(SITE_IDS, unique=True, max_size=3).map(tuple),
    CellKind.RECORD: lambda column: st.just("p1") if column.needed else st.sampled_from([None, "p1"]),
}


def records_of(record_list: RecordList) -> st.SearchStrategy[list[Record]]:
    values = {column.name: VALUES[column.kind](column) for column in record_list.columns}
    one = st.fixed_dictionaries({"id": st.uuids().map(str), **values}).map(lambda given: record_list.form(**given))
    return st.lists(one.map(in_plain_form), min_size=1, max_size=3, unique_by=lambda record: record.id)


def facts(words: SheetWords, record_list: RecordList, *known: Record) -> SheetFacts:
    """Returns facts in which whatever a column may name is there."""
    named = [column.form for column in record_list.columns if column.kind is CellKind.RECORD]
    others: dict[str, tuple[Record, ...]] = {kind_of(form): (_named(form),) for form in named}
    return SheetFacts(SITES_NOW, {**others, kind_of(record_list.form): known}, words)


def _named(form: type[Record]) -> Record:
    return HUONG if form is Person else form(id="p1", name="Phòng số 1", site="main")  # type: ignore[call-arg]


def read(record_list: RecordList, table: list[list[str]], *known: Record, words: SheetWords | None = None) -> Any:
    numbers = iter(range(100))
    lines = [SheetLine(number, tuple(cells)) for number, cells in enumerate(table, 1)]
    given_facts = facts(words or SpokenSheetWords(), record_list, *known)
    return records_in(lines, record_list, given_facts, lambda: f"new{next(numbers)}")


def faults(record_list: RecordList, table: list[list[str]], *known: Record) -> list[tuple[int, str, SheetFault]]:
    with pytest.raises(BadSheet) as refused:
        read(record_list, table, *known)
    return [(cell.line, cell.column, cell.fault) for cell in refused.value.cells]


@pytest.mark.parametrize(
    "record_list", [each for each in LISTS.values() if each is not SITES], ids=lambda each: each.name
)
@settings(max_examples=6, deadline=None)
@given(st.data())
def test_every_list_goes_out_and_comes_back_as_it_was(record_list: RecordList, data: st.DataObject) -> None:
    records = tuple(data.draw(records_of(record_list)))
    words = data.draw(st.sampled_from(WORDS))
    there = facts(words, record_list, *records)
    table = sheet_of(record_list, records, there)
    for octets in (write_csv(table), write_xlsx(table, record_list.name)):
        lines = read_sheet(octets)
        assert records_in(lines, record_list, there, str) == records
        elsewhere = facts(words, record_list)
        assert records_in(lines, record_list, elsewhere, str) == records


def test_a_sheet_typed_by_hand_is_understood() -> None:
    (person,) = read(
        PEOPLE,
        [
            ["ho va ten", "VAI TRÒ", "Các điểm cầu", "Đến hết ngày", "Không biết"],
            [
                " Nguyễn  Văn An ",
                "can bo ky thuat; Leader",
                "1; hòa hiệp 3".replace("hòa hiệp 3", "3 hoa hiep"),
                "1/3/2027",
                "x",
            ],
        ],
    )
    assert person == Person(
        id="new0",
        name="Nguyễn Văn An",
        roles=(Role.TECHNICIAN, Role.LEADER),
        sites=("s001", "s003"),
        valid_to="2027-03-01",
    )


def test_a_text_in_separate_marks_becomes_one_with_joined_marks() -> None:
    (person,) = read(PEOPLE, [["Họ và tên"], ["Tra\u0302\u0300n Thi\u0323 Hương"]])
    assert person.name == "Trần Thị Hương"


def test_a_line_without_identifier_finds_its_record_by_name_and_unit_and_keeps_what_the_sheet_does_not_have() -> None:
    (person,) = read(PEOPLE, [["Họ và tên", "Đơn vị", "Điện thoại"], ["trần thị hương", "VĂN PHÒNG", "0999"]], HUONG)
    assert person == msgspec.structs.replace(HUONG, name="trần thị hương", unit="VĂN PHÒNG", phone="0999")
    (other,) = read(PEOPLE, [["Họ và tên", "Đơn vị"], ["Trần Thị Hương", "Nơi khác"]], HUONG)
    assert other.id == "new0"


def test_every_bad_cell_is_named_at_once() -> None:
    table = [
        ["Họ và tên", "Vai trò", "Các điểm cầu", "Từ ngày", "Khối"],
        ["A", "lái xe", "99", "31/02/2026", "x"],
        ["", "", "Hòa Hiệp", "2027", ""],
        ["x" * 300, "", "", "", ""],
    ]
    assert faults(PEOPLE, table) == [
        (2, "branch", SheetFault.BAD_WORD),
        (2, "roles", SheetFault.BAD_WORD),
        (2, "sites", SheetFault.SITE_UNKNOWN),
        (2, "valid_from", SheetFault.BAD_DAY),
        (3, "name", SheetFault.MISSING),
        (3, "sites", SheetFault.SITE_UNCLEAR),
        (3, "valid_from", SheetFault.BAD_DAY),
        (4, "name", SheetFault.BAD_VALUE),
    ]


@pytest.mark.parametrize("day", ["29/02/2026", "0/1/2026", "1/13/2026", "31/4/2026", "24-11", "hôm nay", "2026-02-30"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    assert faults(PEOPLE, [["Họ và tên", "Từ ngày"], ["A", day]]) == [(2, "valid_from", SheetFault.BAD_DAY)]


def test_numbers_ticks_and_names_are_judged_too() -> None:
    table = [
        ["Tên phòng", "Điểm cầu", "Số chỗ", "Ưu tiên họp trực tuyến", "Người phụ trách"],
        ["A", "1", "nhiều", "có lẽ", "Ai đó"],
        ["B", "", "-1", "", ""],
    ]
    assert faults(LISTS["rooms"], table) == [
        (2, "manager", SheetFault.NAME_UNKNOWN),
        (2, "priority", SheetFault.BAD_TICK),
        (2, "seats", SheetFault.BAD_NUMBER),
        (3, "seats", SheetFault.BAD_NUMBER),
        (3, "site", SheetFault.MISSING),
    ]


def test_an_address_of_the_other_version_is_refused() -> None:
    table = [
        ["Điểm cầu", "Địa chỉ IPv4", "Địa chỉ IPv6"],
        ["1", "10.0.0.1, fe80::1", "10.0.0.1"],
        ["2", "10.0.0", "::1"],
    ]
    assert faults(LISTS["lines"], table) == [
        (2, "addresses_v4", SheetFault.BAD_ADDRESS),
        (2, "addresses_v6", SheetFault.BAD_ADDRESS),
        (3, "addresses_v4", SheetFault.BAD_ADDRESS),
    ]


def test_headings_are_judged_first() -> None:
    assert faults(PEOPLE, [["Điện thoại"], ["1"]]) == [(1, "", SheetFault.NO_HEADINGS)]
    assert faults(PEOPLE, [["Họ và tên", "name"], ["A", "B"]]) == [(1, "name", SheetFault.HEADING_TWICE)]
    assert faults(PEOPLE, [["Họ và tên"]]) == [(0, "", SheetFault.EMPTY)]
    assert faults(PEOPLE, [["Họ và tên", "Mã mục"], ["A", "p7"], ["B", "p7"]]) == [(3, "", SheetFault.TWICE)]


def test_sites_come_and_go_with_all_that_is_known_of_them() -> None:
    rows = rows_of(SITES_NOW, [])
    there = SheetFacts(SITES_NOW, {kind_of(SITES.form): rows}, SpokenSheetWords())
    lines = read_sheet(write_xlsx(sheet_of(SITES, rows, there), "sites"))
    for known in (SITES_NOW, ()):
        sites, places = sites_in(lines, SheetFacts(known, {}, SpokenSheetWords()))
        assert sites == tuple(site_in(row) for row in rows) == SITES_NOW
        assert places == tuple(place_in(row) for row in rows)


def test_a_sheet_of_sites_without_a_column_keeps_what_was_in_it() -> None:
    lines = [SheetLine(1, ("STT", "Tên điểm cầu")), SheetLine(2, ("3", "Hòa Hiệp mới"))]
    ((site,), places) = sites_in(lines, SheetFacts(SITES_NOW, {}, SpokenSheetWords()))
    assert (site.name, site.parent, places) == ("Hòa Hiệp mới", "s001", ())
