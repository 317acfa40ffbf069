"""Scripts as tables: read whole or not at all, every bad line named, and read back as they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.events import Site
from console.office.script import Cue, keyed, numbered
from console.office.script_list import BadScript, ScriptFault, read_script, write_script
from console.regulation.calendar import Day, moment
from console.words import MAIN_SITE, Layout, SiteRole

SITES = (
    Site(site=MAIN_SITE, number=0, name="Trung tâm hội nghị", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Xã Ea Nuôl"),
    Site(site="s002", number=2, name="Xã Ea Tul"),
)
EIGHT = moment(Day(2026, 11, 25), 8 * 60)
LATE = moment(Day(2026, 11, 25), 23 * 60 + 30)


def read(text: str, start_ms: int | None = EIGHT) -> tuple[Cue, ...]:
    return read_script(text.encode(), SITES, start_ms)


def test_a_script_as_an_office_writes_it() -> None:
    cues = read(
        "Thời gian;Nội dung;Người phát biểu;Điểm cầu;Bố cục;Góc quay\n"
        "08h00 – 08h10;Ổn định tổ chức;;điểm cầu chính;;Toàn cảnh\n"
        "8 giờ 10;Báo cáo của xã;Ông A;ea nuol;bục;\n"
        "\n"
        ";Thảo luận;;;lưới 4;\n"
        "+45;Kết luận;Chủ tọa;0;;\n"
    )
    assert [cue.number for cue in cues] == [1, 2, 3, 4]
    assert [cue.at_minute for cue in cues] == [0, 10, None, 45]
    assert [cue.site for cue in cues] == [MAIN_SITE, "s001", "", MAIN_SITE]
    assert [cue.layout for cue in cues] == [None, Layout.PODIUM, Layout.GRID_2X2, None]
    assert (cues[0].minutes, cues[0].preset, cues[1].speaker) == (10, "Toàn cảnh", "Ông A")


def test_a_meeting_across_midnight_goes_on_the_next_day() -> None:
    cues = read("giờ,nội dung\n23:30,Mở\n23:50,Giữa\n00:20,Sau nửa đêm\n", LATE)
    assert [cue.at_minute for cue in cues] == [0, 20, 50]


def test_without_a_start_the_first_time_is_the_start() -> None:
    assert [cue.at_minute for cue in read("time,title\n14:00,a\n14:30,b\n", None)] == [0, 30]


def test_every_bad_line_is_named_and_nothing_is_taken() -> None:
    with pytest.raises(BadScript) as refused:
        read(
            "time;minutes;title;site;layout\n"
            "8:00;;Mở đầu;;\n"
            "25:00;;Giờ sai;;\n"
            "7:00;;Lùi lại;;\n"
            "8:30;nhiều;Phút sai;;\n"
            "8:40;;;;\n"
            "8:50;;Lạ;Xã Không Có;\n"
            "8:55;;Hai nơi;Xã Ea;\n"
            "9:00;;Bố cục sai;;hình tròn\n"
        )
    assert [(line.line, line.fault) for line in refused.value.lines] == [
        (3, ScriptFault.TIME_BAD),
        (4, ScriptFault.TIME_BACK),
        (5, ScriptFault.MINUTES_BAD),
        (6, ScriptFault.TITLE_MISSING),
        (7, ScriptFault.SITE_UNKNOWN),
        (8, ScriptFault.SITE_UNKNOWN),
        (9, ScriptFault.LAYOUT_BAD),
    ]


@pytest.mark.parametrize(
    ("octets", "fault"),
    [
        (b"", ScriptFault.EMPTY),
        (b"time;title\n", ScriptFault.EMPTY),
        (b"when;what\n8:00;x\n", ScriptFault.NO_COLUMNS),
        ("time;title\n8:00;Mở".encode("utf-16"), ScriptFault.NOT_TEXT),
        (b'time;title\n8:00;"open\n', ScriptFault.NOT_A_TABLE),
        (b"title\n" + b"x\n" * 501, ScriptFault.TOO_MANY),
        (b"title\n" + b"x" * 501 + b"\n", ScriptFault.TOO_LONG),
    ],
)
def test_a_file_that_is_no_script(octets: bytes, fault: ScriptFault) -> None:
    with pytest.raises(BadScript) as refused:
        read_script(octets, SITES, EIGHT)
    assert refused.value.lines[0].fault is fault


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=20).map(
    lambda t: " ".join(t.split())
)
GAPS = st.lists(st.integers(0, 600), min_size=1, max_size=12)


@given(GAPS, TEXT, st.sampled_from(["", MAIN_SITE, "s001", "s002"]), st.sampled_from([None, *Layout]))
def test_what_is_written_is_read_back(gaps: list[int], text: str, site: str, layout: Layout | None) -> None:
    minute, cues = 0, []
    for number, gap in enumerate(gaps, start=1):
        minute += gap
        cues.append(
            Cue(number=number, at_minute=minute, title=text or "x", speaker=text, site=site, layout=layout, minutes=5)
        )
    assert read_script(write_script(cues, SITES, EIGHT), SITES, EIGHT) == tuple(cues)


def test_a_cue_keeps_its_key_while_the_script_around_it_changes() -> None:
    first = keyed(read_script("nội dung;điểm cầu\nChào cờ;\nBáo cáo;1\n".encode(), SITES, EIGHT), ())
    assert [cue.key for cue in first] == [1, 2]
    again = keyed(read_script("nội dung;điểm cầu\nMới;\nBáo cáo;1\nChào cờ;\n".encode(), SITES, EIGHT), first)
    assert [(cue.number, cue.key) for cue in again] == [(1, 3), (2, 2), (3, 1)]
    renamed = (replace(again[0], title="Khai mạc"), again[2])
    assert [cue.key for cue in keyed(numbered(renamed), again)] == [3, 1], "a cue that was typed over is the same cue"
    twice = numbered((replace(again[1], key=0), replace(again[1], key=0)))
    assert [cue.key for cue in keyed(twice, again)] == [2, 4], "of two alike the first is the one before"
    old = tuple(replace(cue, key=0) for cue in first)
    assert [cue.key for cue in keyed(old, old)] == [1, 2], "a script of before there were keys goes by its numbers"
