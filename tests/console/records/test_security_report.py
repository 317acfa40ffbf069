"""The report of security by level: what stands on it, what is counted, and that it is one page whatever is kept."""

import json
import re
from pathlib import Path

import pytest

from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeStanding, ConfigurationChange
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.security_events import SecurityEvent, SecurityMatter
from console.office.security_registers import Level, ReviewKind, SecurityLevel, SecurityReview
from console.office.security_rows import SecurityRow
from console.records.ledger_page import ReportHead
from console.records.page_model import Document, Table, row_cells
from console.records.print_style import STANDARD
from console.records.security_report import (
    KINDS,
    MATTERS,
    SecurityReport,
    reviews_to_report,
    security_document,
)
from tests.console.command_line.typed import carry_out
from widgets.paper.late_painting import form_pdf

AT = 1_795_000_000_000
LEVEL = SecurityLevel(
    id="l",
    system="Hệ thống họp trực tuyến tỉnh",
    level=Level.THREE,
    owner="UBND tỉnh",
    operator="Sở KH&CN",
    approved_by="UBND tỉnh",
    paper="QĐ 1120/QĐ-UBND",
    approved_on="2026-03-02",
    review_on="2028-03-02",
)
HEAD = ReportHead(issuer=("Sở Khoa học và Công nghệ",), place="Đắk Lắk", made_ms=AT, period="năm 2026")


def review(number: int, day: str, **facts: str) -> SecurityReview:
    return SecurityReview(id=f"r{number}", day=day, done_by="Sở KH&CN", **facts)  # pyright: ignore[reportArgumentType] - texts


def row(matter: SecurityMatter, wall_ms: int = AT) -> SecurityRow:
    return SecurityRow(wall_ms=wall_ms, matter=matter, record=SecurityEvent(id=f"{wall_ms}", matter=matter))


def tables(document: Document) -> list[list[tuple[object, ...]]]:
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[tuple(row_cells(line)) for line in table.rows] for table in found]


def test_level_checks_and_counted_events_stand_on_it() -> None:
    change = ConfigurationChange(id="c", part=ConfigurationPart.SETTINGS, standing=ChangeStanding.UNAPPROVED)
    events = (
        row(SecurityMatter.MISCONDUCT, AT + 60_000),
        row(SecurityMatter.MISCONDUCT),
        SecurityRow(wall_ms=AT, matter=SecurityMatter.CONFIGURATION, record=change),
    )
    checks = (
        review(
            1,
            "2026-09-01",
            weak_points="Mật khẩu camera mặc định\nThiếu bản vá",
            follow_up="Đã đổi",
            fix_until="2026-10-01",
        ),
        review(2, "2026-05-01"),
        review(3, "2026-04-01", weak_points="Chưa khóa phòng máy"),
    )
    document = security_document(SecurityReport(levels=(LEVEL,), reviews=checks, events=events), HEAD)
    levels, reviews, counted = tables(document)
    assert levels == [
        (
            "Hệ thống họp trực tuyến tỉnh",
            "Cấp độ 3",
            "UBND tỉnh; Sở KH&CN",
            "UBND tỉnh; QĐ 1120/QĐ-UBND; 02/03/2026",
            "02/03/2028",
        )
    ]
    assert [line[2:] for line in reviews] == [
        ("2 điểm: Mật khẩu camera mặc định; Thiếu bản vá", "hạn 01/10/2026; Đã đổi"),
        ("Không phát hiện", ""),
        ("1 điểm: Chưa khóa phòng máy", "CHƯA KHẮC PHỤC"),
    ]
    assert [line[:2] for line in counted] == [
        (MATTERS[SecurityMatter.MISCONDUCT], "2"),
        ("Thay đổi cấu hình (1 lần chưa được đồng ý)", "1"),
    ]


def test_open_weak_points_of_before_are_reported_and_what_came_later_is_not() -> None:
    kept = [
        review(1, "2026-01-01"),
        review(2, "2025-06-01", weak_points="x"),
        review(3, "2025-06-02", weak_points="x", fixed_on="2025-07-01"),
        review(4, "2025-06-03"),
        review(5, "2026-12-31"),
        review(6, "2027-01-01", weak_points="x"),
    ]
    assert [each.id for each in reviews_to_report(kept, "2026-01-01", "2026-12-31")] == ["r5", "r1", "r2"]


def test_every_kind_and_matter_has_its_words() -> None:
    assert set(KINDS) == set(ReviewKind)
    assert set(MATTERS) == set(SecurityMatter)


@pytest.mark.parametrize(("systems", "many"), [(0, 0), (0, 40), (1, 40), (40, 40)])
def test_it_is_one_page_whatever_is_kept(systems: int, many: int) -> None:
    long = "Một câu rất dài về điểm yếu của hệ thống " * 90
    levels = tuple(
        SecurityLevel(id=f"{n}", system=long[:3900], network=long[:150], owner=long[:150], operator=long[:150])
        for n in range(systems)
    )
    checks = tuple(review(n, "2026-09-01", weak_points=long[:3900], follow_up=long[:3900]) for n in range(many))
    change = ConfigurationChange(id="c", part=ConfigurationPart.SETTINGS, standing=ChangeStanding.UNAPPROVED)
    bad = SecurityRow(wall_ms=AT, matter=SecurityMatter.CONFIGURATION, record=change)
    events = (*(row(matter, AT + n) for n in range(many) for matter in SecurityMatter), *(bad,) * many)
    document = security_document(SecurityReport(levels=levels, reviews=checks, events=events), HEAD)
    pdf = form_pdf(document, STANDARD, b"{}")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_the_command_writes_the_lists_and_events_of_the_period(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.make()
    with OfficeStore(data.office_file) as office:
        office.register.put([LEVEL, review(1, "2020-02-01")], "Lan")
        office.register.put([SecurityEvent(id="e", matter=SecurityMatter.STORM, count=400)], "")
    out = tmp_path / "report.json"
    assert carry_out("form", "security-level", "--out", str(out), "--data", str(data.root)) == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    assert (told["levels"][0]["level"], told["reviews"], told["events"]) == ("3", [], {"storm": 1})
    line = ("--from", "2020-01-01", "--to", "2020-12-31", "--out", str(out), "--data", str(data.root))
    assert carry_out("form", "security-level", *line) == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    assert ([each["id"] for each in told["reviews"]], told["events"]) == (["r1"], {})
    bad = tmp_path / "report.txt"
    assert carry_out("form", "security-level", "--out", str(bad), "--data", str(data.root)) == 2
    assert not bad.exists()
