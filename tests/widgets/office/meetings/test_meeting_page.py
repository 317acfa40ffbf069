"""The page of meetings over a real register: registered by keys, judged without nagging, taken from step to step."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.log_book.office_store import OfficeStore
from console.office.meeting import Step
from console.office.notice import Notice
from console.office.script import Script
from console.regulation.calendar import Day, moment
from tests.widgets.office.meetings.meetings_office import (
    Clock,
    fill_in,
    only_meeting,
    type_in,
)
from widgets.office.meetings.page import MeetingPage
from widgets.office.register_store import RegisterStore

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_meeting_is_registered_by_keys_and_stamped_with_its_rules(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot
) -> None:
    fill_in(qtbot, page, ("25/11", "8h"))
    meeting = only_meeting(office)
    assert (meeting.subject, meeting.chairperson, meeting.legal_basis.day) == ("Giao ban", "Ba Lan", "2026-11-02")
    assert meeting.start_ms == moment(Day(2026, 11, 25), 8 * 60)
    assert [(site.site, site.contact) for site in meeting.sites] == [("s001", "Chị Hoa"), ("s002", "")]
    assert meeting.profile is not None
    assert meeting.profile.id == "vn-binh-dinh"
    assert not page.unsaved()
    assert "đủ nội dung" in page.form.summary.text()


def test_a_field_that_was_not_left_is_not_called_wrong_and_mending_it_takes_the_sentence_away(
    page: MeetingPage, qtbot: QtBot
) -> None:
    page.begin_new()
    box = page.form.boxes["technician_phone"]
    type_in(qtbot, page, "technician_phone", "12")
    assert box.fault.isHidden()
    page.form.boxes["venue"].field.setFocus()
    assert "12" in box.fault.text()
    type_in(qtbot, page, "technician_phone", "3 456 789")
    assert box.fault.isHidden()
    assert page.form.boxes["chairperson"].fault.isHidden(), "nobody was there yet"


def test_what_is_missing_keeps_a_registration_from_being_sent_and_is_named(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot
) -> None:
    page.begin_new()
    type_in(qtbot, page, "subject", "Giao ban")
    page.save()
    page.open_tab(2)
    qtbot.keyClick(page.progress.buttons[Step.SUBMITTED], Qt.Key.Key_Space)
    assert only_meeting(office).step is Step.DRAFT
    assert "Chưa có: Cơ quan chủ quản" in page.message.text()
    assert page.tabs.currentWidget() is page.form


def test_too_late_is_taken_with_a_reason_only_and_the_reason_is_kept(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot
) -> None:
    fill_in(qtbot, page, ("18/11", "8:00"))
    page.open_tab(2)
    standing = page.progress.clocks.item(0, 0)
    assert standing is not None
    assert standing.text().startswith("▲ quá hạn")
    qtbot.keyClick(page.progress.buttons[Step.SUBMITTED], Qt.Key.Key_Space)
    assert only_meeting(office).step is Step.DRAFT
    assert "lý do chậm" in page.message.text()
    qtbot.keyClicks(page.progress.reason, "bao doi huong")
    qtbot.keyClick(page.progress.buttons[Step.SUBMITTED], Qt.Key.Key_Space)
    sent = only_meeting(office).steps[-1]
    assert (sent.step, sent.late, sent.reason, sent.person) == (Step.SUBMITTED, True, "bao doi huong", "Lan")


def test_the_steps_follow_each_other_and_a_new_time_keeps_the_old_one(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot, clock: Clock
) -> None:
    fill_in(qtbot, page, ("25/11", "8:00"))
    page.open_tab(2)
    for step in (Step.SUBMITTED, Step.RECEIVED):
        qtbot.keyClick(page.progress.buttons[step], Qt.Key.Key_Space)
    assert page.progress.buttons[Step.SUBMITTED].isHidden()
    page.progress.new_start.show_value(moment(Day(2026, 11, 26), 14 * 60))
    qtbot.keyClicks(page.progress.reason, "trung phong")
    qtbot.keyClick(page.progress.buttons[Step.RESCHEDULED], Qt.Key.Key_Space)
    meeting = only_meeting(office)
    assert meeting.start_ms == moment(Day(2026, 11, 26), 14 * 60)
    assert meeting.steps[-1].start_ms == moment(Day(2026, 11, 25), 8 * 60)
    qtbot.keyClick(page.progress.buttons[Step.CONFIRMED], Qt.Key.Key_Space)
    assert [told.step for told in only_meeting(office).steps] == [
        Step.SUBMITTED,
        Step.RECEIVED,
        Step.RESCHEDULED,
        Step.CONFIRMED,
    ]


def test_notices_are_marked_by_a_key_one_after_the_other_and_taken_back(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot, clock: Clock
) -> None:
    fill_in(qtbot, page, ("25/11", "8:00"))
    page.open_tab(3)
    assert [(each.party.value, each.recipient) for each in page.notices.wanted] == [
        ("power", "Anh Điện"),
        ("satellites", "Xã Ea Nuôl — Chị Hoa"),
        ("satellites", "Xã Ea Wer"),
        ("telco", ""),
    ]
    for _ in range(2):
        qtbot.keyClick(page.notices.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told = {notice.recipient: notice for notice in office.register.present(Notice)}
    assert set(told) == {"Anh Điện", "Xã Ea Nuôl — Chị Hoa"}
    assert (told["Anh Điện"].channel, told["Anh Điện"].sent_by) == ("phone", "Lan")
    assert page.notices.count.text() == "Đã báo 2/4 bên"
    page.notices.table.selectRow(0)
    qtbot.keyClick(page.notices.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    told = {notice.recipient: notice for notice in office.register.present(Notice)}
    assert told["Anh Điện"].acknowledged_by == "Anh Điện"
    qtbot.keyClick(page.notices.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [notice.recipient for notice in office.register.present(Notice)] == ["Xã Ea Nuôl — Chị Hoa"]


def test_a_running_session_is_told_of_a_change_once_the_meeting_is_agreed(
    page: MeetingPage, store: RegisterStore, qtbot: QtBot
) -> None:
    asked: list[tuple[str, ...]] = []
    store.command_wanted.connect(lambda _name, arguments: asked.append(arguments))
    fill_in(qtbot, page, ("25/11", "8:00"))
    page.open_tab(2)
    for step in (Step.SUBMITTED, Step.RECEIVED):
        qtbot.keyClick(page.progress.buttons[step], Qt.Key.Key_Space)
    assert asked == []
    qtbot.keyClick(page.progress.buttons[Step.CONFIRMED], Qt.Key.Key_Space)
    assert asked == [("do", "reload-meeting")]


def test_a_script_is_typed_saved_and_a_wrong_line_keeps_all_of_it_back(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot
) -> None:
    fill_in(qtbot, page, ("25/11", "8:00"))
    page.open_tab(4)
    page.script.add()
    for column, text in ((0, "8:15"), (2, "Báo cáo"), (4, "Xã Không Có")):
        item = page.script.table.item(0, column)
        assert item is not None
        item.setText(text)
    page.save()
    assert office.register.present(Script) == ()
    assert "Mục 1" in page.message.text()
    item = page.script.table.item(0, 4)
    assert item is not None
    item.setText("2")
    page.save()
    (script,) = office.register.present(Script)
    assert [(cue.at_minute, cue.title, cue.site) for cue in script.cues] == [(15, "Báo cáo", "s002")]


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(
    page: MeetingPage, office: OfficeStore, qtbot: QtBot, store: RegisterStore
) -> None:
    refused: list[str] = []
    store.refused.connect(refused.append)
    fill_in(qtbot, page, ("25/11", "8:00"))
    type_in(qtbot, page, "venue", " moi")
    meeting = only_meeting(office)
    office.register.put([type(meeting)(id=meeting.id, subject="Của người khác")], "Hoa")
    page.save()
    assert refused
    assert only_meeting(office).subject == "Của người khác"
    assert page.unsaved()
