"""Lists of sites as offices write them: taken whole, or refused with every bad line named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.events import Site
from console.sites.directory import BadLine, BadList, Fault, find_sites, folded, merged
from console.sites.site_list import read_site_list, write_site_list
from console.words import SiteRole

ROOT = Path(__file__).resolve().parents[2]

VIETNAMESE = """STT;Tên điểm cầu;Vai trò;Trực thuộc;Cụm;Nhà mạng;Liên hệ
;UBND tỉnh;chính;;;VNPT;
2;Phường Tân Lập;;;Buôn Ma Thuột;VNPT;0262 3 800 102
14; Xã  Ea Nuôl ;;2;Buôn Đôn;Viettel;
"""
ENGLISH = "number,name,role,parent,district,carrier,contacts\n0,Main,main,,,,\n3,C,,,,,\n"


def sites_in(text: str) -> tuple[Site, ...]:
    return read_site_list(text.encode())


def faults_in(text: str | bytes) -> list[tuple[int, Fault]]:
    with pytest.raises(BadList) as refused:
        read_site_list(text if isinstance(text, bytes) else text.encode())
    return [(line.line, line.fault) for line in refused.value.lines]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("first", ["", "sep=;\n"])
def test_a_list_from_a_vietnamese_office_is_taken(mark: str, end: str, first: str) -> None:
    main, second, fourteenth = sites_in(mark + (first + VIETNAMESE).replace("\n", end))
    assert (main.site, main.number, main.role) == ("main", 0, SiteRole.MAIN_ENDPOINT)
    assert (second.site, second.contacts) == ("s002", "0262 3 800 102")
    assert fourteenth == Site(
        site="s014", number=14, name="Xã Ea Nuôl", parent="s002", district="Buôn Đôn", carrier="Viettel"
    )


def test_commas_tabs_and_json_are_taken_too() -> None:
    assert [site.site for site in sites_in(ENGLISH)] == ["main", "s003"]
    assert sites_in(ENGLISH.replace(",", "\t")) == sites_in(ENGLISH)
    assert sites_in('[{"number": 0, "name": "Main", "role": "main"}, {"number": "3", "name": "C"}]') == sites_in(
        ENGLISH
    )
    assert sites_in('{"sites": [{"number": 3, "name": "C", "note": "kept out"}]}') == sites_in(ENGLISH)[1:]


def test_a_quoted_name_may_go_over_lines_and_lines_are_counted_as_an_editor_does() -> None:
    assert sites_in('number;name\n1;"Xã Ea; ""Súp""\nhai"\n')[0].name == 'Xã Ea; "Súp" hai'
    assert faults_in('number;name\n1;"Xã\nEa"\n\nx;B\n') == [(5, Fault.NUMBER_BAD)]


def test_every_bad_line_is_named_at_once() -> None:
    text = (
        "number;name;role;parent\n"
        "1;A;;\n"
        "one;B;;\n"  # 3
        "2;;;\n"  # 4
        "1;C;;\n"  # 5
        "3;A;;\n"  # 6
        "4;D;chief;\n"  # 7
        "5;E;;77\n"  # 8
        ";F;;\n"  # 9
        "1000;G;;\n"  # 10
        f"6;{'x' * 201};;\n"  # 11
        "0;H;main;\n"
        "0;I;main;\n"  # 13
        "0;J;;\n"  # 14
    )
    assert faults_in(text) == [
        (3, Fault.NUMBER_BAD),
        (4, Fault.NAME_MISSING),
        (5, Fault.NUMBER_TWICE),
        (6, Fault.NAME_TWICE),
        (7, Fault.ROLE_BAD),
        (8, Fault.PARENT_UNKNOWN),
        (9, Fault.NUMBER_MISSING),
        (10, Fault.NUMBER_BAD),
        (11, Fault.TOO_LONG),
        (13, Fault.MAIN_TWICE),
        (14, Fault.NUMBER_BAD),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", (0, Fault.EMPTY)),
        ("number;name\n", (0, Fault.EMPTY)),
        ("a;b\n1;2\n", (1, Fault.NO_COLUMNS)),
        ("number;name\n1;Xã Ea Súp".encode("utf-16"), (1, Fault.NOT_TEXT)),
        (b"number;name\n1;A\n2;X\xe3\n", (3, Fault.NOT_TEXT)),
        ("[1, 2]", (1, Fault.NOT_A_LIST)),
        ("[{", (0, Fault.NOT_A_LIST)),
        ('{"other": 1}', (0, Fault.NOT_A_LIST)),
        ('number;name\n1;"open', (2, Fault.NOT_A_LIST)),
        ("[" * 100_000, (0, Fault.NOT_A_LIST)),
        (b"x" * 5_000_000, (0, Fault.TOO_MANY)),
        ("number;name\n" + "\n".join(f"{number};N{number}" for number in range(1, 1002)), (0, Fault.TOO_MANY)),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: str | bytes, fault: tuple[int, Fault]) -> None:
    assert faults_in(content)[0] == fault


def test_a_refused_list_carries_what_is_wrong() -> None:
    with pytest.raises(BadList, match="line 2: number_bad x"):
        sites_in("number;name\nx;A\n")
    assert BadLine(2, Fault.NUMBER_BAD, "x").line == 2


names = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30)


@given(st.lists(names, min_size=1, max_size=8, unique_by=folded))
def test_what_is_written_can_be_read_again(listed: list[str]) -> None:
    sites = tuple(Site(site=f"s{number:03d}", number=number, name=name) for number, name in enumerate(listed, 1))
    again = read_site_list(write_site_list(sites))
    assert [site.number for site in again] == [site.number for site in sites]
    assert [folded(site.name.removeprefix("'")) for site in again] == [
        folded(site.name.removeprefix("'")) for site in sites
    ]


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    written = write_site_list([Site(site="s001", number=1, name="=1+1", contacts="@x")]).decode("utf-8-sig")
    assert written.splitlines()[1] == "1;'=1+1;;;;;'@x"


def test_the_demo_province_has_two_hundred_sites_with_district_and_carrier() -> None:
    sites = read_site_list((ROOT / "resources" / "demo" / "sites.csv").read_bytes())
    assert [site.number for site in sites] == list(range(201))
    assert all(site.district and site.carrier for site in sites[1:])
    assert {site.carrier for site in sites} == {"VNPT", "Viettel", "MobiFone"}
    assert [site.name for site in sites if site.number in (1, 14, 36)] == [
        "Phường Buôn Ma Thuột", "Xã Ea Nuôl", "Xã Tân Tiến",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14", ["s014"]),
        ("s014", ["s014"]),
        ("main", ["main"]),
        ("ea nuol", ["s014"]),
        ("XÃ EA NUÔL", ["s014"]),
        ("dak phoi", ["s059"]),
        ("Ia Tul", ["s149"]),
        ("ea s", ["s009"]),
        ("Krông Bông", ["s053"]),
        ("nowhere", []),
        ("", []),
        ("999", []),
    ],
)
def test_a_site_is_found_by_number_identifier_or_name(typed: str, found: list[str]) -> None:
    sites = read_site_list((ROOT / "resources" / "demo" / "sites.csv").read_bytes())
    assert [site.site for site in find_sites(sites, typed)] == found


def test_an_unclear_name_finds_several() -> None:
    sites = sites_in("number;name\n1;Tuy An Bắc\n2;Tuy An Nam\n3;Tuy An\n")
    assert [site.number for site in find_sites(sites, "tuy an")] == [3]
    assert [site.number for site in find_sites(sites, "an")] == [1, 2, 3]


def test_merging_keeps_the_others() -> None:
    before, after = sites_in("number;name\n1;A\n2;B\n"), sites_in("number;name\n2;B mới\n")
    assert [site.name for site in merged(before, after)] == ["A", "B mới"]
