"""The pages of forms and of statistics over a real data folder: what is read, corrected, confirmed and counted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.form_records import FormConfirmation, FormCorrection, FormField, RecordingHandover, SiteRating
from console.office.office_rules import OfficeRules
from console.office.session_name import SessionName
from console.records.wishes import AnyWish, FormWanted, LedgerWanted
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from console.words import MAIN_SITE
from hardware.processes.window.form_reading import read_wish
from tests.console.log_book.log_lines import outside
from tests.console.records.a_log import Log, moment_of
from tests.console.records.a_meeting import write_lines
from tests.own_process import ROOT
from widgets.office.forms.form_table import CORRECTED
from widgets.office.forms.session_page import SessionFormsPage
from widgets.office.forms.statistics_page import StatisticsPage
from widgets.office.register_store import RegisterStore
from widgets.phrases import use_language

pytestmark = pytest.mark.usefixtures("dressed")
NOW_MS = moment_of("2026-11-20 09:00:00")
STATUS, CAMERA = 2, 4


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A data folder with one meeting in which a site was away for five minutes."""
    folder = DataFolder(tmp_path / "data")
    folder.make()
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join(MAIN_SITE, "s001", "s002")
    log.wait(600)
    log.lose("s001", 300)
    log.end(2700)
    write_lines(folder, tuple(log.lines), ended=True)
    return folder


@pytest.fixture
def office(data: DataFolder) -> Iterator[OfficeStore]:
    with OfficeStore(data.office_file, wall_ms=lambda: NOW_MS) as store:
        yield store


@pytest.fixture
def store(data: DataFolder, office: OfficeStore, qtbot: QtBot) -> RegisterStore:
    """The window's side of the register, answered at once by the real one."""
    told = RegisterStore(lambda: NOW_MS, "Lan")

    def read(wish: AnyWish) -> None:
        told.take_read(wish, read_wish(data, wish))

    told.reading_wanted.connect(read)
    told.sessions = tuple(SessionName(row.session, row.title, NOW_MS) for row in office.sessions.all())
    return told


@pytest.fixture
def page(store: RegisterStore, office: OfficeStore, qtbot: QtBot) -> SessionFormsPage:
    page = SessionFormsPage(store)

    def put(records: tuple[FormCorrection | FormConfirmation, ...], reason: str, _opened: object) -> None:
        written = office.register.put(records, "Lan", reason)
        page.take(type(records[0]), written)

    page.put_wanted.connect(put)
    qtbot.addWidget(page)
    page.resize(1120, 640)
    page.show()
    return page


def cell(page: SessionFormsPage, row: int, column: int) -> str:
    item = page.table.item(row, column)
    assert item is not None
    return item.text()


def test_the_last_session_is_read_and_shown_site_by_site(page: SessionFormsPage) -> None:
    assert [cell(page, row, 1) for row in range(3)] == ["Văn phòng UBND tỉnh", "Hoài Nhơn", "An Lão"]
    assert [cell(page, row, STATUS) for row in range(3)] == ["Bình thường", "Sự cố", "Bình thường"]
    assert cell(page, 1, STATUS + 1) == "08:10:00–08:15:00 mất kết nối"
    assert {cell(page, row, column) for row in range(3) for column in range(CAMERA, CAMERA + 5)} == {""}
    assert page.gathered is not None
    assert page.gathered.form.log_head[:16] in page.seal.text()


def test_a_place_is_corrected_by_keys_with_a_reason_and_shows_what_stood_there(
    page: SessionFormsPage, office: OfficeStore, qtbot: QtBot
) -> None:
    page.table.choose("s001", FormField.STATUS)
    assert "Sự cố" in page.correction.stands.text()
    button = page.correction.button
    page.correction.choice.setCurrentIndex(page.correction.choice.findData("normal"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "lý do" in page.message.text()
    page.correction.reason.setFocus()
    qtbot.keyClicks(page.correction.reason, "da xac minh")
    assert page.unsaved()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert cell(page, 1, STATUS) == f"{CORRECTED}Bình thường"
    assert not page.unsaved()
    item = page.table.item(1, STATUS)
    assert item is not None
    assert "Lan sửa lúc 09:00 20/11/2026; trước đó: Sự cố; lý do: da xac minh" in item.toolTip()
    (kept,) = office.register.present_versions(FormCorrection)
    assert (kept.person, kept.reason) == ("Lan", "da xac minh")
    assert page.trace.list.toPlainText().startswith("Hoài Nhơn, Tình trạng: Sự cố → Bình thường (Lan, 09:00")


def test_a_place_of_the_whole_form_is_corrected_without_a_site(page: SessionFormsPage) -> None:
    panel = page.correction
    panel.choose("", FormField.HOST_UNIT)
    panel.text.setPlainText("Sở Y tế")
    panel.reason.setText("đơn vị chủ trì đổi")
    panel.correct()
    assert "Sở Y tế" in page.about.text()


def test_a_form_is_confirmed_by_name_and_a_later_correction_is_said(page: SessionFormsPage) -> None:
    panel = page.confirmation
    panel.confirm()
    assert page.message.text() == "Cần ghi họ và tên người xác nhận."
    panel.full_name.setText("Nguyễn Văn A")
    panel.person_title.setText("Chánh Văn phòng")
    panel.confirm()
    assert panel.state.text() == "Nguyễn Văn A, Chánh Văn phòng đã xác nhận lúc 09:00 20/11/2026"
    page.correction.choose("s002", FormField.CAMERA)
    page.correction.choice.setCurrentIndex(page.correction.choice.findData("damaged"))
    page.correction.reason.setText("ống kính nứt")
    page.correction.correct()
    assert panel.state.text().startswith("▲ Nguyễn Văn A")


def test_a_hand_over_is_reminded_of_by_the_profile_and_noted_with_its_receiver(
    page: SessionFormsPage, store: RegisterStore, office: OfficeStore
) -> None:
    panel = page.handover
    assert panel.state.text() == "Phiên họp này không có gì phải bàn giao."
    due_ms = NOW_MS - 60_000
    assert page.gathered is not None
    session = page.gathered.form.session
    office.register.put([RecordingHandover(id=session, session=session, ended_ms=0, due_ms=due_ms)], "Minh")
    page.take(RecordingHandover, office.register.present_versions(RecordingHandover))
    assert panel.state.text() == "▲ Quá hạn: phải bàn giao bản ghi và tài liệu trước 08:59 20/11/2026."
    panel.note()
    assert page.message.text() == "Cần ghi người nhận."
    panel.received_by.setText("Sở Y tế")
    panel.note()
    assert panel.state.text() == "▲ Đã bàn giao cho Sở Y tế lúc 09:00 20/11/2026, sau thời hạn."
    kept = office.register.get(RecordingHandover, session)
    assert kept is not None
    assert (kept.handed_ms, kept.late) == (NOW_MS, True)


def test_a_site_is_rated_and_what_nobody_rated_stays_empty(page: SessionFormsPage, office: OfficeStore) -> None:
    panel = page.rating
    assert not panel.button.isEnabled()
    page.table.choose("s002", FormField.STATUS)
    assert (panel.place.text(), panel.sound.currentText()) == ("An Lão", "chưa đánh giá")
    panel.sound.setCurrentIndex(4)
    panel.remark.setText("hơi rè")
    panel.rate()
    (kept,) = office.register.present(SiteRating)
    assert (kept.site, kept.sound, kept.picture, kept.remark) == ("s002", 4, None, "hơi rè")
    page.table.choose("s001", FormField.STATUS)
    assert panel.sound.currentText() == "chưa đánh giá"


def test_saving_asks_the_program_for_the_chosen_form(page: SessionFormsPage, store: RegisterStore) -> None:
    wanted: list[tuple[str, tuple[str, ...]]] = []
    store.command_wanted.connect(lambda name, arguments: wanted.append((name, arguments)))
    page.forms.setCurrentIndex(2)
    page.save.save("/tmp/x.docx")
    ((name, arguments),) = wanted
    assert arguments[:2] == ("form", "incident")
    assert arguments[-4:] == ("--out", "/tmp/x.docx", "--person", "Lan")
    store.show_answer(name, True, "Đã ghi: /tmp/x.docx")
    assert page.message.text() == "Đã ghi: /tmp/x.docx"


def test_the_page_speaks_another_language_at_once(page: SessionFormsPage) -> None:
    use_language("en")
    try:
        page.rephrase()
        assert [cell(page, row, STATUS) for row in range(3)] == ["Normal", "Incident", "Normal"]
        assert page.preview_button.text() == "View and print…"
    finally:
        use_language("vi")


def test_everything_on_the_page_has_a_name_for_screen_readers(page: SessionFormsPage) -> None:
    parts = (page.sessions, page.forms, page.table, page.correction.field, page.correction.reason)
    assert all(part.accessibleName() for part in (*parts, page.confirmation.full_name, page.trace.list))
    assert all(button.text() for button in page.findChildren(QPushButton) if button.isVisible())


def test_a_log_that_was_changed_from_outside_is_said_to_be(
    page: SessionFormsPage, store: RegisterStore, data: DataFolder
) -> None:
    with outside(data.session_file(page.session)) as connection:
        connection.execute("DELETE FROM events WHERE number = 3")
    store.reading_wanted.emit(FormWanted(page.session))
    assert "▲ Chuỗi nhật ký không còn nguyên vẹn" in page.seal.text()


def test_a_folder_without_a_session_says_so(qtbot: QtBot) -> None:
    page = SessionFormsPage(RegisterStore(lambda: NOW_MS, "Lan"))
    qtbot.addWidget(page)
    assert page.about.text() == "Chưa có phiên họp nào trên máy này."
    page.preview()


# ---------------------------------------------------------------------- statistics


@pytest.fixture
def statistics(store: RegisterStore, qtbot: QtBot) -> Callable[[], StatisticsPage]:
    def opened() -> StatisticsPage:
        page = StatisticsPage(store)
        qtbot.addWidget(page)
        page.resize(1120, 640)
        page.show()
        return page

    return opened


def test_a_period_is_counted_when_the_page_opens_and_days_can_be_named(
    statistics: Callable[[], StatisticsPage], store: RegisterStore, office: OfficeStore
) -> None:
    wishes: list[AnyWish] = []
    store.reading_wanted.connect(wishes.append)
    page = statistics()
    # The session was written by this test today; its row says so, whatever its log tells.
    opened_ms = office.sessions.all()[0].opened_ms
    assert wishes
    assert all(isinstance(wish, LedgerWanted) for wish in wishes)
    assert page.meetings.rowCount() == page.ledger.statistics.total.meetings  # type: ignore[union-attr]
    assert opened_ms > 0


def test_saving_names_the_days_that_are_shown(statistics: Callable[[], StatisticsPage], store: RegisterStore) -> None:
    page = statistics()
    wanted: list[tuple[str, ...]] = []
    store.command_wanted.connect(lambda _name, arguments: wanted.append(arguments))
    page.save_ledger.save("/tmp/so.xlsx")
    # Without a profile the office counts calendar half years.
    assert wanted[0][:6] == ("form", "phu-luc-3", "--from", "2026-07-01", "--to", "2026-12-31")


def test_statistics_begin_with_the_period_of_the_profile_and_say_when_they_are_due(
    statistics: Callable[[], StatisticsPage], store: RegisterStore
) -> None:
    page = statistics()
    page.ledger = None
    store.take_rules(
        OfficeRules(
            profile=read_profile((ROOT / "resources/profiles/vn-binh-dinh.json").read_bytes(), "0"),
            calendar=read_calendar((ROOT / "resources/regulation/working_calendar_vn.json").read_bytes()),
        )
    )
    assert page.period.currentData() == "year"
    assert page.last.date().toString("dd/MM/yyyy") == "14/12/2026"
    assert page.due.text() == "Hạn báo cáo: 29/12/2026"
    page.period.setCurrentIndex(page.period.findData("half_year"))
    page.period.activated.emit(page.period.currentIndex())
    assert page.due.text() == "", "of half years the profile asks for nothing"
    later = statistics()
    assert later.period.currentData() == "year", "also when the rules were known before the page was opened"
