"""The directory's own pages: what the profile asks and is not there, who has to be told, sites and their parents."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from console.office.people import Person, Role
from console.office.places import SiteEntry, SitePlace
from console.office.registers import ChangeTold
from tests.widgets.office.open_office import OpenOffice
from widgets.controls.dialogs import Question
from widgets.office.directory.changes_page import ChangesPage
from widgets.office.directory.people_page import PeoplePage
from widgets.office.directory.sites_page import SitesPage

pytestmark = pytest.mark.timeout(90)

DEPARTMENT = Person(id="d", name="Lê Sở", phone="1", roles=(Role.DEPARTMENT,))
LEADER = Person(id="l", name="Trần Thị Hương", phone="2", roles=(Role.LEADER,), sites=("main",))
TECHNICIAN = Person(id="t", name="Nguyễn Văn An", roles=(Role.TECHNICIAN,), sites=("s002",))
GONE = Person(id="g", name="Người cũ", phone="3", roles=(Role.TECHNICIAN,), sites=("s002",), valid_to="2026-10-31")


def put(office: OpenOffice, *people: Person) -> None:
    with office.register() as register:
        register.register.put(people, "Hương")


def test_sites_that_lack_people_and_people_of_whom_too_little_is_known_are_named(office: OpenOffice) -> None:
    put(office, TECHNICIAN, GONE)
    page = office.page("people")
    assert isinstance(page, PeoplePage)
    assert office.store.rules is not None
    need = office.store.rules.profile.regulation.contacts.least_technicians
    missing = page.missing()
    assert f"UBND tỉnh: cán bộ kỹ thuật 0/{need}" in missing
    assert f"2 Xã Ea Nuôl: cán bộ kỹ thuật 1/{need}" in missing or need == 1
    assert any(line.startswith("Nguyễn Văn An: chưa có ") and "điện thoại" in line for line in missing)
    assert not any("Người cũ" in line for line in missing)
    assert page.warning.text().startswith("▲ 3 điểm cầu chưa đủ cán bộ theo quy định")


def test_a_change_has_to_be_told_to_department_and_colleagues_and_who_was_told_is_kept(office: OpenOffice) -> None:
    put(office, DEPARTMENT, LEADER, TECHNICIAN, GONE)
    page = office.page("changes")
    assert isinstance(page, ChangesPage)
    waits = {row[0]: row[3] for row in office.rows(page)}
    assert waits["Nguyễn Văn An: thêm vào danh bạ"] == "Lê Sở, Trần Thị Hương"
    assert waits["Lê Sở: thêm vào danh bạ"] == "Trần Thị Hương"
    page.open_record("t/1")
    page.form.editors["told"].show_value(("d",))
    page.form._say_edited()
    page.save()
    assert page.message.text() == "▲ Cần điền ngày báo."
    page.form.editors["told_on"].show_value("2026-11-21")
    page.form.editors["channel"].show_value("điện thoại")
    page.save()
    office.settle()
    with office.register() as register:
        told = register.register.get(ChangeTold, "t/1")
    assert told == ChangeTold(id="t/1", told=("d",), channel="điện thoại", told_on="2026-11-21")
    assert {row[0]: row[3] for row in office.rows(page)}["Nguyễn Văn An: thêm vào danh bạ"] == "Trần Thị Hương"


def test_somebody_who_was_removed_is_told_of_by_name(office: OpenOffice) -> None:
    put(office, DEPARTMENT, TECHNICIAN)
    with office.register() as register:
        register.register.remove(Person, "t", "Hoa", "nghỉ hưu")
    page = office.page("changes")
    office.settle()
    assert "Nguyễn Văn An: đưa ra khỏi danh bạ" in [row[0] for row in office.rows(page)]


def test_sites_stand_in_tiers_and_one_is_moved_by_the_programs_own_command(office: OpenOffice) -> None:
    page = office.page("sites")
    assert isinstance(page, SitesPage)
    assert [row[:4] for row in office.rows(page)] == [
        ["", "UBND tỉnh", "", "1"],
        ["1", "Phường Tân Lập", "UBND tỉnh", "2"],
        ["2", "Xã Ea Nuôl", "1 Phường Tân Lập", "3"],
    ]
    page.open_record("s002")
    page.form.editors["parent"].show_value("main")
    page.form.editors["unit"].show_value("UBND xã Ea Nuôl")
    page.form._say_edited()
    page.reason.setText("sáp nhập")
    page.save()
    office.settle()
    with office.register() as register:
        moved = register.sites.get("s002")
        entry = register.register.history(SiteEntry, "s002")[-1]
        place = register.register.get(SitePlace, "s002")
    assert moved is not None
    assert (moved.parent, entry.person, entry.reason) == ("main", "Nguyễn Văn An", "sáp nhập")
    assert place is not None
    assert (place.unit, place.tier) == ("UBND xã Ea Nuôl", 0), "the tier was only shown"
    assert office.rows(page)[2][3] == "2"
    assert not page.form.unsaved


def test_whom_to_call_at_a_site_stands_beside_it(office: OpenOffice) -> None:
    put(office, LEADER, TECHNICIAN, GONE, DEPARTMENT)
    page = office.page("sites")
    page.open_record("main")
    assert page.message.text() == "Lãnh đạo phụ trách: Trần Thị Hương 2"
    page.open_record("s001")
    assert page.message.text() == "Chưa có đầu mối nào của điểm cầu này."


def test_a_loop_of_parents_is_refused_in_the_commands_words(office: OpenOffice) -> None:
    page = office.page("sites")
    page.open_record("s001")
    page.form.editors["parent"].show_value("s002")
    page.form._say_edited()
    page.save()
    office.settle()
    assert "đặt “Phường Tân Lập” dưới chính nó" in office.window.message.text()
    assert page.form.unsaved
    with office.register() as register:
        kept = register.sites.get("s001")
    assert kept is not None
    assert kept.parent == "main"


def test_a_sheet_that_is_dropped_on_the_page_is_taken_after_a_question(office: OpenOffice, tmp_path: Path) -> None:
    page = office.page("people")
    file = tmp_path / "can-bo.csv"
    file.write_text("Họ và tên;Điện thoại;Các điểm cầu\nY Thơm Niê;0935;2\n", encoding="utf-8-sig")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), copy, data, left, plain))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, data, left, plain))
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    question.acting["import"].click()
    office.settle()
    assert office.window.message.text() == "Đã nhận 1 mục, trong đó 1 mục mới hoặc có thay đổi."
    assert office.rows(page)[0][0] == "Y Thơm Niê"
    page.files.give(str(tmp_path / "ra.xlsx"))
    office.settle()
    assert (tmp_path / "ra.xlsx").read_bytes().startswith(b"PK")
    assert isinstance(page.search, QLineEdit)
