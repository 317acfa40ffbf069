"""The help's page of duties: filtered, searched, told whole, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.regulation.duties import DutyStatus
from tests.screenshots import scene as scenes
from tests.widgets.conftest import OpenConsole
from widgets.drawing.rephrasing import speak
from widgets.guide.duty_page import DutyPage
from widgets.phrases.language import use_language


@pytest.fixture
def page(dressed: object, qtbot: QtBot) -> DutyPage:
    page = DutyPage(None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def ids(page: DutyPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_all_duties_are_there_until_a_filter_is_set(page: DutyPage) -> None:
    assert len(ids(page)) == 332
    assert page.count.text().startswith("332 điều khoản: ")
    page.province.setCurrentIndex(page.province.findData("vn-thanh-hoa"))
    assert len(ids(page)) == 57
    page.feature.setCurrentIndex(page.feature.findData("F14"))
    assert ids(page) == ["TH-047", "TH-054"]
    page.status.setCurrentIndex(page.status.findData(DutyStatus.NOT_SOFTWARE.value))
    assert ids(page) == []
    assert page.count.text() == "0 điều khoản"


def test_a_search_needs_no_accents_and_looks_into_the_quote(page: DutyPage) -> None:
    page.field.setText("bang dien thoai 03 gio")
    assert ids(page) == ["BD-027"]
    page.field.setText("DL-003")
    assert ids(page) == ["DL-003"]


def test_a_chosen_duty_is_told_whole(page: DutyPage, qtbot: QtBot) -> None:
    page.field.setText("BD-024")
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    page.table.selectRow(0)
    told = page.details.text()
    assert "BD-024 · P1 · Bình Định, Đ8 k1" in told
    assert "Nguyên văn: “03 (ba) ngày làm việc”" in told
    assert "Thời hạn: trước 03 ngày làm việc" in told
    page.field.setText("không có gì như vậy")
    assert page.details.text() == "Chọn một dòng để xem nguyên văn, thời hạn và phép thử."


def test_the_page_changes_its_language_and_keeps_its_filters(page: DutyPage) -> None:
    page.province.setCurrentIndex(page.province.findData("vn-dak-lak"))
    try:
        speak("en")
        assert page.windowTitle() == "Duties and the program"
        assert (page.province.currentData(), len(ids(page))) == ("vn-dak-lak", 56)
        assert page.model.index(2, 2).data().startswith("Connect time is")
    finally:
        speak("vi")
        use_language("vi")


def test_the_help_opens_it(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    console.window._open_guide()
    guide = console.window._guide
    assert guide is not None
    key = guide.findChildren(QPushButton)
    assert guide.duties in key
    qtbot.mouseClick(guide.duties, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(guide.findChildren(DutyPage)) and guide.findChildren(DutyPage)[0].isVisible())
