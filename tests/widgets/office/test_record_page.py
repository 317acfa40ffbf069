"""A page of records: typed, saved, changed by somebody else, taken back; nothing typed is dropped without asking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget

from console.office.people import Person, Role
from tests.widgets.office.open_office import OpenOffice, press
from widgets.controls.dialogs import Question
from widgets.office.record_page import RecordPage
from widgets.office.versions_dialog import VersionsDialog

HUONG = Person(id="p1", name="Trần Thị Hương", unit="Văn phòng", phone="0905 123 456", roles=(Role.LEADER,))
AN = Person(id="p2", name="Nguyễn Văn An", unit="Trung tâm", phone="0914 222 333", sites=("s002",))


def type_in(page: RecordPage, field: str, text: str) -> None:
    """Types into a field of the form, as a person would."""
    line = page.form.editors[field].field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


def answer(name: str) -> None:
    """Gives an answer to the question that stands open."""
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    question.acting[name].click()


@pytest.fixture
def people(office: OpenOffice) -> RecordPage:
    with office.register() as register:
        register.register.put([HUONG, AN], "người khác", "nhập ban đầu")
    return office.page("people")


def open_person(office: OpenOffice, page: RecordPage, row: int) -> None:
    page.table.selectRow(row)
    office.settle()


def test_a_person_is_added_by_keys_alone_and_stands_in_the_register(office: OpenOffice) -> None:
    page = office.page("people")
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_in(page, "name", "Y Thom Nie")
    type_in(page, "phone", "0935")
    page.reason.setText("mới nhận việc")
    QTest.keyClick(page.form.editors["phone"].field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    with office.register() as register:
        (told,) = register.register.present_versions(Person)
    assert told.content is not None
    assert (told.content.name, told.content.phone) == ("Y Thom Nie", "0935")
    assert (told.person, told.reason) == ("Nguyễn Văn An", "mới nhận việc")
    assert office.rows(page)[0][0] == "Y Thom Nie"
    assert (office.window.message.text(), page.form.unsaved, page.reason.text()) == ("Đã lưu 1 mục.", False, "")


def test_what_is_missing_is_named_and_nothing_is_written(office: OpenOffice) -> None:
    page = office.page("people")
    page.begin_new()
    type_in(page, "phone", "1")
    page.save()
    office.settle()
    assert page.message.text() == "▲ Cần điền: Họ và tên."
    type_in(page, "name", "A")
    type_in(page, "valid_to", "31/2/2026")
    page.save()
    assert page.message.text() == "▲ Đến hết ngày: ngày phải có dạng ngày/tháng/năm, ví dụ 24/11/2026."
    with office.register() as register:
        assert register.register.present(Person) == ()


def test_a_list_is_searched_without_marks_and_sorted(office: OpenOffice, people: RecordPage) -> None:
    assert [row[0] for row in office.rows(people)] == ["Nguyễn Văn An", "Trần Thị Hương"]
    people.search.setText("huong van phong")
    assert [row[0] for row in office.rows(people)] == ["Trần Thị Hương"]
    assert people.count.text() == "2 mục, đang hiện 1"


def test_what_somebody_else_writes_is_shown_and_an_open_record_follows(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    with office.register() as register:
        register.register.put([Person(id="p2", name="Nguyễn Văn An", phone="0999")], "Hương")
    office.settle()
    assert people.form.editors["phone"].value == "0999"
    assert people.message.text() == ""


def test_what_somebody_types_is_kept_when_another_was_faster_and_the_save_is_refused(
    office: OpenOffice, people: RecordPage
) -> None:
    open_person(office, people, 0)
    type_in(people, "phone", "0111")
    with office.register() as register:
        register.register.put([Person(id="p2", name="Nguyễn Văn An", phone="0999")], "Hương")
    office.settle()
    assert people.form.editors["phone"].value == "0111"
    assert people.message.text().startswith("▲ Hương vừa sửa mục này lúc ")
    people.save()
    office.settle()
    assert office.window.message.text().startswith("▲ Chưa lưu: mục này vừa được người khác sửa.")
    press(people, "record-discard")
    assert people.form.editors["phone"].value == "0999"


def test_another_row_is_not_opened_over_unsaved_words_without_asking(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    type_in(people, "phone", "0111")
    people.table.selectRow(1)
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    question.reject()
    assert (people.form.editors["phone"].value, people.table.current_id) == ("0111", "p2")
    people.table.selectRow(1)
    answer("drop")
    assert people.form.editors["name"].value == "Trần Thị Hương"


def test_a_window_with_unsaved_words_asks_before_it_closes(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    type_in(people, "phone", "0111")
    assert not office.window.close()
    answer("drop")
    assert not office.window.isVisible()


def test_a_removed_person_can_be_brought_back_at_once(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    people.reason.setText("chuyển công tác")
    press(people, "record-remove")
    answer("remove")
    office.settle()
    assert [row[0] for row in office.rows(people)] == ["Trần Thị Hương"]
    press(people, "record-back")
    office.settle()
    assert [row[0] for row in office.rows(people)] == ["Nguyễn Văn An", "Trần Thị Hương"]
    with office.register() as register:
        history = register.register.history(Person, "p2")
    assert [(told.version, told.reason, told.content is None) for told in history] == [
        (1, "nhập ban đầu", False),
        (2, "chuyển công tác", True),
        (3, "", False),
    ]


def test_versions_say_who_changed_what_and_why_and_one_is_taken_back(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    type_in(people, "phone", "0111")
    people.reason.setText("đổi số")
    people.save()
    office.settle()
    press(people, "record-versions")
    office.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VersionsDialog)
    assert isinstance(dialog.list, QListWidget)
    assert dialog.list.item(0).text().endswith("Nguyễn Văn An\nđổi số")
    assert dialog.text.text() == "Điện thoại: 0914 222 333 → 0111"
    dialog.list.setCurrentRow(1)
    dialog.take_button.click()
    assert (people.form.editors["phone"].value, people.form.unsaved) == ("0914 222 333", True)
    people.save()
    office.settle()
    with office.register() as register:
        assert [told.version for told in register.register.history(Person, "p2")] == [1, 2, 3]
        assert register.register.get(Person, "p2") == AN


def test_every_page_can_be_opened_by_keys_and_speaks_both_languages(office: OpenOffice) -> None:
    from widgets.drawing.rephrasing import speak

    names: list[str] = []
    try:
        for _ in office.window._entries:
            assert office.window.page is not None
            names.append(office.window.page.name)
            for language in ("en", "vi"):
                speak(language)
                office.settle()
                assert office.window.title.text()
            QTest.keyClick(office.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
            office.settle()
    finally:
        speak("vi")
    assert names == list(office.window._entries)


def test_dialogs_close_with_escape(office: OpenOffice, people: RecordPage) -> None:
    open_person(office, people, 0)
    press(people, "record-versions")
    office.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
