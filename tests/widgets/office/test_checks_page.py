"""The office's page of technical checks over a real register: sums, sheets, limits, the page for the chair."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.checks.check_sheet import CheckMark, CheckSheet, marked
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.events import Site
from console.log_book.office_store import OfficeStore
from console.office.check_roll_up import roll_up
from console.office.checks import summaries
from console.office.meeting import Meeting, MeetingSite
from console.office.office_rules import OfficeRules
from console.records.check_summary import CheckReport, check_summary
from console.records.page_model import Heading, Paragraph
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from console.words import MAIN_SITE, RehearsalState, SessionKind, SiteRole
from tests.own_process import ROOT
from widgets.checks.check_rows import Sign
from widgets.office.checks_page import ChecksPage
from widgets.office.register_store import RegisterStore
from widgets.paper.record_pdf import document_pdf

DAY_MS = 24 * 3600 * 1000
START_MS = 1_795_485_600_000  # a Tuesday, 24 November 2026, 09:00 in Viet Nam
NOW_MS = START_MS - 12 * 3600 * 1000
STAGE = "T-half_day"
SITES = (
    Site(site=MAIN_SITE, number=0, name="Tỉnh ủy", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Huyện A"),
    Site(site="s002", number=2, name="Xã A1", parent="s001"),
    Site(site="s003", number=3, name="Xã A2", parent="s001"),
    Site(site="s004", number=4, name="Sở B"),
)
RULES = OfficeRules(
    profile=read_profile((ROOT / "resources/profiles/vn-dak-lak.json").read_bytes(), "0"),
    calendar=read_calendar(next((ROOT / "resources/regulation").glob("*calendar*.json")).read_bytes()),
)


def sheet(site: str, **changed: CheckMark) -> CheckSheet:
    """Returns a whole sheet, all good but what is given by the item's name."""
    made = CheckSheet(site=site, stage=STAGE)
    for item in CheckItem:
        good = CheckMark(item=item, result=CheckResult.OK, by="Hà", at_ms=NOW_MS - 4 * 3600 * 1000)
        made = marked(made, changed.get(item.value, good))
    return made


@pytest.fixture
def register(tmp_path: Path) -> Iterator[OfficeStore]:
    silent = CheckMark(
        item=CheckItem.MICROPHONE,
        result=CheckResult.FAIL,
        value="-127.0",
        unit="dBFS",
        why=CheckWhy.SILENT,
        at_ms=NOW_MS - 4 * 3600 * 1000,
    )
    sheets = (sheet("s001"), sheet("s002", microphone=silent), sheet("s004"))
    items = {STAGE: tuple(CheckItem)}
    meeting = Meeting(
        id="m1",
        subject="Giao ban tháng 11",
        start_ms=START_MS,
        sites=tuple(MeetingSite(site=site.site, name=site.name) for site in SITES if site.number),
    )
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        office.register.put([meeting, *summaries("m1", SessionKind.REHEARSAL, sheets, items)], "Lan")
        yield office


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, register: OfficeStore) -> ChecksPage:
    store = RegisterStore(lambda: NOW_MS, "Lan")
    store.take_sites(SITES)
    store.take_rules(RULES)
    made = ChecksPage(store)
    qtbot.addWidget(made)
    for form in made.kinds:
        store.take(form, register.register.present_versions(form))
        made.take(form, store.versions(form))
    return made


def tiers(page: ChecksPage) -> list[list[str]]:
    model = page.branches
    return [[model.face(row, place).text for place in range(model.columnCount())] for row in range(model.rowCount())]


def test_results_add_up_from_commune_over_district_to_the_main_endpoint(page: ChecksPage) -> None:
    assert page.stage == STAGE
    assert tiers(page) == [
        ["Tỉnh ủy", "4", "2", "0", "1", "1"],
        ["    1 Huyện A", "3", "1", "0", "1", "1"],
    ]
    assert page.branches.face(1, 0).sign is Sign.BAD


def test_who_has_not_reported_stands_in_the_list_and_is_not_good(page: ChecksPage) -> None:
    states = {row.site: page.sites.face(place, 1) for place, row in enumerate(page.sites.rows)}
    assert (states["s003"].sign, states["s003"].text) == (Sign.OPEN, "Chưa kiểm tra")
    assert states["s002"].sign is Sign.BAD
    assert page.totals.passed == 2


def test_the_chosen_sites_sheet_says_what_was_found_and_by_whom(page: ChecksPage) -> None:
    page.site_table.choose(1)
    place = page.items.items.index(CheckItem.MICROPHONE)
    assert page.items.face(place, 1).text.startswith("\N{MINUS SIGN}127,0 dBFS; hoàn toàn im lặng")
    assert page.items.face(page.items.items.index(CheckItem.LIGHT), 2).text.startswith("Hà · ")


def test_a_stage_without_results_says_by_when_it_is_due(page: ChecksPage) -> None:
    assert page.due.text() == "Kết quả gần nhất lúc 17:00 ngày 23/11/2026, đúng hạn."
    page.stages.setCurrentIndex(page.stages.findData("T-30min"))
    assert "08:30 ngày 24/11/2026" in page.due.text()


def test_the_page_for_the_chair_names_faults_and_the_missing(page: ChecksPage) -> None:
    document = page.document()
    assert document is not None
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Theo cụm điểm cầu", "Điểm cầu chưa đạt", "Chưa báo cáo kết quả (1)"]
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert told[0] == "Tổng số 4 điểm cầu: 2 đạt; 1 không đạt; 1 chưa báo cáo kết quả."
    assert told[-1] == "3. Xã A2."


@pytest.mark.parametrize(("name", "begins"), [("trinh.pdf", b"%PDF"), ("trinh.docx", b"PK")])
def test_the_page_is_written_as_pdf_or_for_word(page: ChecksPage, name: str, begins: bytes) -> None:
    files: list[tuple[str, str, bytes]] = []

    def take(wish: str, path: str, octets: bytes) -> None:
        files.append((wish, path, bytes(octets)))

    page.store.file_wanted.connect(take)
    document = page.document()
    assert document is not None
    page.write(document, name)
    assert files[0][1] == name
    assert files[0][2].startswith(begins)


def test_an_office_without_meetings_says_where_results_come_from(qtbot: QtBot, dressed: QApplication) -> None:
    empty = ChecksPage(RegisterStore(lambda: NOW_MS, "Lan"))
    qtbot.addWidget(empty)
    assert "khi phiên kết thúc" in empty.due.text()
    assert empty.document() is None
    assert not empty.preview_button.isEnabled()


@pytest.mark.parametrize(
    ("sites", "districts", "missing", "faulty"),
    [(36, 9, 3, 3), (200, 0, 200, 0), (200, 27, 60, 60), (200, 40, 150, 40), (200, 0, 0, 200)],
)
def test_the_chair_gets_one_page_whatever_the_number_of_sites(
    dressed: QApplication, sites: int, districts: int, missing: int, faulty: int
) -> None:
    directory = [SITES[0], *(_numbered(number, districts) for number in range(1, sites + 1))]
    sheets = {site.site: _failed(site.site) for site in directory[1 + missing : 1 + missing + faulty]}
    states = {site.site: RehearsalState.PASSED for site in directory[1:]}
    states |= {site.site: RehearsalState.NOT_TESTED for site in directory[1 : 1 + missing]}
    states |= dict.fromkeys(sheets, RehearsalState.FAILED)
    report = CheckReport(
        subject="Họp trực tuyến toàn tỉnh",
        stage=STAGE,
        sites=tuple(directory),
        branch=roll_up(directory, states),
        sheets=sheets,
        at_ms=NOW_MS,
    )
    document = check_summary(report)
    assert len(re.findall(rb"/Type\s*/Page\b", document_pdf(document))) == 1
    told = next(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert told.startswith(f"Tổng số {sites} điểm cầu:"), "what is left out is still in the sums"


def _numbered(number: int, districts: int) -> Site:
    below = districts and number > districts
    return Site(
        site=f"s{number:03}",
        number=number,
        name=f"Xã Dray Bhăng Ea Ktur {number}",
        parent=f"s{1 + number % districts:03}" if below else None,
    )


def _failed(site: str) -> CheckSheet:
    made = CheckSheet(site=site, stage=STAGE)
    for item in (CheckItem.MICROPHONE, CheckItem.LOSS):
        mark = CheckMark(item=item, result=CheckResult.FAIL, value="7.4", unit="%", note="đã báo nhà mạng")
        made = marked(made, mark)
    return made
