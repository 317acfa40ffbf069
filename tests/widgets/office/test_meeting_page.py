"""The page of meetings over a real register: registered by keys, judged without nagging, taken from step to step."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.events import Site
from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting, MeetingSite, Step, Urgency
from console.office.notice import Notice
from console.office.office_rules import OfficeRules
from console.office.people import Person, Role
from console.office.places import Room
from console.office.record import Record, RecordsRefused
from console.office.script import Script
from console.regulation.calendar import Day, moment, read_calendar
from console.regulation.profile import read_profile
from console.words import MAIN_SITE, SiteRole
from widgets.office.meetings.page import MeetingPage
from widgets.office.meetings.printing import PaperPreview, file_name, registration_page
from widgets.office.meetings.schedule_page import SchedulePage
from widgets.office.register_store import RegisterStore
from widgets.office.versions_dialog import VersionsDialog
from widgets.phrases import use_language

pytestmark = pytest.mark.usefixtures("dressed")
RESOURCES = Path(__file__).resolve().parents[3] / "resources"
NOW_MS = moment(Day(2026, 11, 16), 9 * 60)
SITES = (
    Site(site=MAIN_SITE, number=0, name="Trung tâm hội nghị", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Xã Ea Nuôl", district="Buôn Đôn"),
    Site(site="s002", number=2, name="Xã Ea Wer", district="Buôn Đôn"),
)
GIVEN = {
    "governing_body": "UBND tinh",
    "agency": "Van phong",
    "subject": "Giao ban",
    "basis_number": "12/GM",
    "basis_day": "2/11/2026",
    "basis_issuer": "UBND tinh",
    "host_unit": "Van phong",
    "venue": "Phong 2",
    "chairperson": "Ba Lan",
    "chairperson_title": "Pho Chu tich",
    "technician": "Anh Binh",
    "technician_phone": "0905 111 222",
}


class Clock:
    """A wall clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_ms = NOW_MS

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[OfficeStore]:
    with OfficeStore(tmp_path / "office.sqlite3", wall_ms=clock) as store:
        store.register.put(
            [
                Person(id="p1", name="Anh Điện", phone="0905 999 888", roles=(Role.POWER,)),
                Person(id="p2", name="Chị Hoa", phone="0905 333 444", roles=(Role.TECHNICIAN,), sites=("s001",)),
                Room(id="r1", name="Phòng số 2", site=MAIN_SITE),
            ],
            "Lan",
        )
        yield store


def connected(store: RegisterStore, office: OfficeStore) -> None:
    """Lets a window's side of the register be answered at once by the real one."""

    def read(form: type[Record]) -> None:
        store.take(form, office.register.present_versions(form))

    def put(records: tuple[Record, ...], reason: str, opened: Any) -> None:
        try:
            written = office.register.put(records, "Lan", reason, opened)
        except RecordsRefused as error:
            store.show_refused(error)
            return
        for form in {type(record) for record in records}:
            read(form)
        store.show_written(written)

    def remove(form: type[Record], id_: str, reason: str) -> None:
        written = office.register.remove(form, id_, "Lan", reason)
        read(form)
        store.show_written((written,))

    store.watch_wanted.connect(read)
    store.put_wanted.connect(put)
    store.remove_wanted.connect(remove)
    profile = read_profile((RESOURCES / "profiles" / "vn-binh-dinh.json").read_bytes(), "1")
    calendar = read_calendar((RESOURCES / "regulation" / "working_calendar_vn.json").read_bytes())
    store.take_rules(OfficeRules(profile=profile, calendar=calendar))
    store.take_sites(SITES)


@pytest.fixture
def store(office: OfficeStore, clock: Clock) -> RegisterStore:
    store = RegisterStore(clock, "Lan")
    connected(store, office)
    return store


@pytest.fixture
def page(store: RegisterStore, qtbot: QtBot) -> Iterator[MeetingPage]:
    page = MeetingPage(store)
    page.put_wanted.connect(store.put_wanted)
    page.remove_wanted.connect(store.remove_wanted)
    qtbot.addWidget(page)
    for form in page.kinds:
        store.watch(form)
        page.take(form, store.versions(form))
    store.changed.connect(lambda form: page.take(form, store.versions(form)))
    page.resize(1080, 640)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.discard()


def type_in(qtbot: QtBot, page: MeetingPage, name: str, text: str) -> None:
    field = page.form.boxes[name].field
    field.setFocus()
    typed_into = field.inner if isinstance(field.inner, QLineEdit) else field.focusProxy()
    assert isinstance(typed_into, QWidget)
    qtbot.keyClicks(typed_into, text)


def fill_in(qtbot: QtBot, page: MeetingPage, start: tuple[str, str]) -> None:
    """Registers a meeting by keys and saves it."""
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for name, text in GIVEN.items():
        type_in(qtbot, page, name, text)
    when = page.form.boxes["start_at"].field.inner
    for line, text in zip((when.day, when.time), start, strict=True):  # type: ignore[attr-defined]
        line.setFocus()
        qtbot.keyClicks(line, text)
    page.sites.add_all()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def only_meeting(office: OfficeStore) -> Meeting:
    (meeting,) = office.register.present(Meeting)
    return meeting


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
