"""What surrounds a registration: its form on paper, the week, its versions, both languages, and one from a file."""

import gc

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting, MeetingSite, Step, Urgency
from console.office.record import Record
from console.regulation.calendar import Day, moment
from tests.widgets.office.meetings.meetings_office import (
    NOW_MS,
    fill_in,
    only_meeting,
    type_in,
)
from widgets.office.meetings.page import MeetingPage
from widgets.office.meetings.printing import PaperPreview, file_name, registration_page
from widgets.office.meetings.schedule_page import SchedulePage
from widgets.office.register_store import RegisterStore
from widgets.office.versions_dialog import VersionsDialog
from widgets.phrases import use_language

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_form_prints_what_was_registered_and_its_file_has_a_plain_name(store: RegisterStore) -> None:
    meeting = Meeting(id="m", subject="Họp: phòng, chống bão số 12/2026", sites=(MeetingSite(name="Xã A"),))
    page = registration_page(store, meeting)
    assert page is not None
    assert page.title == "Phiếu đăng ký sử dụng hệ thống, thiết bị họp trực tuyến"
    assert file_name(meeting) == "hop-phong-chong-bao-so-12-2026"
    assert registration_page(RegisterStore(lambda: NOW_MS, "Lan"), None) is None


def test_the_form_is_seen_before_it_is_printed_and_closed_again(page: MeetingPage, qtbot: QtBot) -> None:
    fill_in(qtbot, page, ("25/11", "8:00"))
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    gc.collect()
    (preview,) = page.findChildren(PaperPreview)
    qtbot.waitUntil(preview.isVisible)
    assert preview.printer_kept.isValid() or preview.grab().width() > 0
    assert preview.windowTitle() == "Phiếu đăng ký sử dụng hệ thống, thiết bị họp trực tuyến"
    preview.close()
    qtbot.waitUntil(lambda: page.findChildren(PaperPreview) == [])


def test_the_schedule_shows_the_week_with_its_clashes_and_opens_a_meeting(
    store: RegisterStore, office: OfficeStore, qtbot: QtBot
) -> None:
    start = moment(Day(2026, 11, 18), 8 * 60)
    for number in (1, 2):
        told = Meeting(id=f"m{number}", subject=f"Họp {number}", room="r1", start_ms=start, urgency=Urgency.PLANNED)
        office.register.put([told], "Lan")
    schedule = SchedulePage(store)
    qtbot.addWidget(schedule)
    for form in schedule.kinds:
        store.watch(form)
    schedule.refresh()
    assert [entry.meeting.id for entry in schedule.entries] == ["m1", "m2"]
    clash = schedule.table.item(0, 2)
    assert clash is not None
    assert clash.text() == "▲ phòng"
    assert "trùng phòng Phòng số 2" in schedule.clashes.toPlainText()
    opened: list[tuple[str, str]] = []
    schedule.page_wanted.connect(lambda page, id_: opened.append((page, id_)))
    with qtbot.waitExposed(schedule):
        schedule.show()
    schedule.begin()
    schedule.table.selectRow(1)
    qtbot.keyClick(schedule.table, Qt.Key.Key_Return)
    assert opened == [("meetings", "m2")]
    schedule.turn(7)
    assert schedule.entries == ()


def test_everything_is_said_in_the_other_language_at_once(page: MeetingPage, qtbot: QtBot) -> None:
    fill_in(qtbot, page, ("25/11", "8:00"))
    use_language("en")
    try:
        for part in (*page.form.boxes.values(),):
            part.field.rephrase()
        for part in page.parts.values():
            part.rephrase()  # type: ignore[attr-defined]
        page.rephrase()
        assert page.tabs.tabText(0) == "1  Registration"
        assert page.form.boxes["subject"].title.text() == "Subject of the meeting *"
        assert page.progress.buttons[Step.SUBMITTED].text() == "Submit"
    finally:
        use_language("vi")


def test_an_invitation_that_went_out_first_is_registered_with_a_reason_only(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot
) -> None:
    fill_in(qtbot, page, ("8/12/2026", "08:00"))
    type_in(qtbot, page, "invitation_day", "10/11/2026")
    type_in(qtbot, page, "venue", "Nha van hoa")
    host = page.form.boxes["host_kind"].field.findChild(QComboBox)
    assert host is not None
    assert "khối chủ trì" in page.form.host.text()
    qtbot.keyClicks(host, "U")  # Ủy ban nhân dân
    host.setCurrentIndex(2)
    host.activated.emit(2)
    assert "Đ9 k3a" in page.form.host.text()
    assert "Nha van hoa" in page.form.host.text()
    page.save()
    page.open_tab(2)
    page.progress.buttons[Step.SUBMITTED].click()
    assert "10/11/2026" in page.message.text()
    assert only_meeting(office).step is Step.DRAFT
    page.progress.reason.setText("giay moi da gui theo chi dao")
    page.progress.buttons[Step.SUBMITTED].click()
    assert only_meeting(office).step is Step.SUBMITTED


def test_the_versions_of_a_meeting_say_who_changed_what_and_one_may_be_taken_back(
    page: MeetingPage, store: RegisterStore, office: OfficeStore, qtbot: QtBot
) -> None:

    def read(form: type[Record], id_: str) -> None:
        store.take_history(form, id_, office.register.history(form, id_))

    store.history_wanted.connect(read)
    first = Meeting(id="m9", subject="Giao ban", venue="Phòng 1", start_ms=NOW_MS, sites=(MeetingSite(site="s001"),))
    office.register.put([first], "Lan")
    second = replace(first, venue="Phòng 2", room="r1", sites=(MeetingSite(site="s002", name="Xã Ea Wer"),))
    office.register.put([second], "Hoa", "đổi phòng", {"m9": 1})
    store.take(Meeting, office.register.present_versions(Meeting))
    page.open_record("m9")
    qtbot.mouseClick(page.versions_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert "Hoa" in dialog.list.item(0).text()
    said = dialog.text.text()
    assert "Địa điểm tổ chức: Phòng 1 → Phòng 2" in said
    assert "Phòng họp: Phòng số 2" in said
    assert "Thêm điểm cầu: Xã Ea Wer" in said
    dialog.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert page.unsaved()
    page.save()
    now = office.register.get(Meeting, "m9")
    assert now is not None
    assert (now.venue, now.room, [site.site for site in now.sites]) == ("Phòng 1", "", ["s001"])
    assert len(office.register.history(Meeting, "m9")) == 3


def test_a_registration_is_taken_from_a_file_by_the_programs_own_command(
    page: MeetingPage, store: RegisterStore, office: OfficeStore, qtbot: QtBot
) -> None:
    asked: list[tuple[str, tuple[str, ...]]] = []

    def note(name: str, arguments: tuple[str, ...]) -> None:
        asked.append((name, arguments))

    store.command_wanted.connect(note)
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert page.findChild(QFileDialog) is not None
    page.file.take("/phieu/hop.json")
    assert asked == [("meeting-import", ("meeting", "new", "--person=Lan", "--file=/phieu/hop.json"))]
    store.show_answer("meeting-import", False, "hop.json không phải phiếu đăng ký")
    assert page.message.text() == "▲ hop.json không phải phiếu đăng ký"
    office.register.put([Meeting(id="m7", subject="Từ tệp")], "Lan")
    store.take(Meeting, office.register.present_versions(Meeting))
    store.show_answer("meeting-import", True, "m7\n")
    assert page.meeting is not None
    assert page.meeting.subject == "Từ tệp"
