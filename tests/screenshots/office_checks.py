"""The office's page of technical checks as pictures: three districts, one failure, two sites that did not report."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from console.checks.check_sheet import CheckSheet
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.events import Site
from console.office.checks import summaries
from console.office.meeting import Meeting, MeetingSite
from console.office.record import Record, Version, kind_of
from console.words import MAIN_SITE, SessionKind, SiteId, SiteRole
from tests.screenshots import scene as scenes
from tests.screenshots.checks import STAGE, good_sheet, mark_of
from tests.screenshots.office_lists import office_rules
from widgets.office.checks_page import ChecksPage
from widgets.office.office_window import OfficeWindow
from widgets.office.register_store import RegisterStore

Shoot = Callable[[Path, str, QWidget], None]
FAILED, LAST_CHECKED, LAST = 12, 22, 24
A_DISTRICT = 8


def _sites() -> tuple[Site, ...]:
    """The first of every eight sites is the district of the others."""
    main = Site(site=MAIN_SITE, number=0, name="Tỉnh ủy Đắk Lắk", role=SiteRole.MAIN_ENDPOINT)
    return (main, *(_site(number) for number in range(1, LAST + 1)))


def _site(number: int) -> Site:
    parent: SiteId | None = scenes.site_id((number - 1) // A_DISTRICT * A_DISTRICT + 1)
    site = scenes.site_id(number)
    name = scenes.site_view(number).name
    return Site(site=site, number=number, name=name, parent=None if parent == site else parent)


def _records(sites: tuple[Site, ...]) -> tuple[Record, ...]:
    silent = mark_of(CheckItem.MICROPHONE, 9, result=CheckResult.FAIL, value="-127.0", why=CheckWhy.SILENT)
    sheets = [
        CheckSheet(site=view.site, stage=STAGE, marks=view.marks)
        for view in (good_sheet(n, *((silent,) if n == FAILED else ())) for n in range(1, LAST_CHECKED + 1))
    ]
    meeting = Meeting(
        id="m1",
        subject="Hội nghị trực tuyến triển khai nhiệm vụ tháng 12",
        start_ms=scenes.NOW_MS + 20 * 3600 * 1000,
        sites=tuple(MeetingSite(site=site.site, name=site.name) for site in sites if site.number),
    )
    return (meeting, *summaries("m1", SessionKind.REHEARSAL, sheets, {STAGE: tuple(CheckItem)}))


def _version(record: Record, line: int) -> Version[Any]:
    return Version(
        line=line,
        kind=kind_of(record),
        id=record.id,
        version=1,
        wall_ms=scenes.NOW_MS,
        person="Trần Văn Hà",
        reason="",
        content=record,
    )


def checks_office(size: tuple[int, int]) -> OfficeWindow:
    """Returns the office window with this page open."""
    store = RegisterStore(lambda: scenes.NOW_MS, "Nguyễn Văn An")
    window, sites = OfficeWindow(store), _sites()
    store.take_sites(sites)
    store.take_rules(office_rules())
    records = _records(sites)
    for form in dict.fromkeys(type(record) for record in records):
        kept = (_version(record, line) for line, record in enumerate(records, 1) if type(record) is form)
        store.take(form, tuple(kept))
    window.resize(*size)
    window.show()
    window.open_page("checks")
    page = window.page
    assert isinstance(page, ChecksPage)
    page.site_table.choose(FAILED - 1)
    return window


def shoot_office_checks(folder: Path, shoot: Shoot) -> None:
    """Writes the page at both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        shoot(folder, f"office_checks_{suffix}", checks_office(size))
