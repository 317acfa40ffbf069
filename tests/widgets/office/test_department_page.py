"""The department's page over a real register: a delivery, who is missing, receipts, keys as they stand on paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.log_book.office_store import OfficeStore
from console.office.reporting import ConsoleKey, TakenPackage
from console.records.department.taking import Counter
from console.records.hand_over.making import make_package
from console.records.hand_over.signing_key import own_key
from tests.console.records.a_meeting import held_meeting, wish_for, written_meeting
from widgets.office.department_page import IMPORT, RECEIPT, DepartmentPage
from widgets.office.key_page import KeyPage
from widgets.office.register_store import RegisterStore

NOW_MS = 1_900_000_000_000


@pytest.fixture
def store(dressed: QApplication) -> RegisterStore:
    return RegisterStore(lambda: NOW_MS, "Hạnh")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeStore]:
    """A register with one package taken and one key that signed nothing."""
    folder = tmp_path_factory.mktemp("department")
    unit = written_meeting(folder / "unit", held_meeting())
    package = make_package(wish_for(unit, folder / "stick", as_zip=True), None).path
    with OfficeStore(folder / "office.sqlite3") as office:
        known = ConsoleKey(id=own_key(unit.signing_key_file).fingerprint, unit="UBND phường Tân Lập")
        office.register.put([known, ConsoleKey(id="ab" * 32, unit="UBND xã Ea Kar")], "Hạnh")
        Counter(office, folder / "packages", "Hạnh", lambda: NOW_MS).take(package)
        yield office
    shutil.rmtree(folder)


def opened(page: DepartmentPage | KeyPage, register: OfficeStore) -> None:
    for form in page.kinds:
        page.store.take(form, register.register.present_versions(form))
        page.take(form, page.store.versions(form))


def test_packages_stand_in_the_table_and_the_missing_beside_it(
    qtbot: QtBot, store: RegisterStore, register: OfficeStore
) -> None:
    page = DepartmentPage(store)
    qtbot.addWidget(page)
    page.period.setCurrentIndex(page.period.findData("all"))
    opened(page, register)
    cells = [item.text() if (item := page.table.item(0, place)) else "" for place in range(page.table.columnCount())]
    assert page.table.rowCount() == 1
    assert cells[1] == "UBND phường Tân Lập"
    assert cells[3:5] == ["4", str(register.register.present(TakenPackage)[0].count)]
    assert cells[-1] == "đầy đủ"
    assert [page.silent.item(row).text() for row in range(page.silent.count())] == ["UBND xã Ea Kar"]


def test_a_delivery_is_wanted_once_and_its_answers_are_said_in_full(qtbot: QtBot, store: RegisterStore) -> None:
    page = DepartmentPage(store)
    qtbot.addWidget(page)
    wanted: list[tuple[str, tuple[str, ...]]] = []
    store.command_wanted.connect(lambda name, arguments: wanted.append((name, arguments)))
    page.take_paths(("/media/usb",))
    assert wanted == [(IMPORT, ("department", "import", "/media/usb", "--person", "Hạnh"))]
    assert not page.take_folder.isEnabled(), "one delivery at a time"
    store.show_answer(IMPORT, False, "a.zip: TỪ CHỐI: bị sửa\nNhận 0 gói")
    assert page.take_folder.isEnabled()
    assert [page.delivery.item(row).text() for row in range(2)] == ["a.zip: TỪ CHỐI: bị sửa", "Nhận 0 gói"]
    page.take_paths(())
    assert len(wanted) == 1


def test_receipts_are_wanted_only_when_something_was_taken(
    qtbot: QtBot, store: RegisterStore, register: OfficeStore, tmp_path: Path
) -> None:
    page = DepartmentPage(store)
    qtbot.addWidget(page)
    assert not page.receipts.isEnabled()
    opened(page, register)
    assert page.receipts.isEnabled()
    with qtbot.waitSignal(store.command_wanted) as wanted:
        page.give_receipts(str(tmp_path))
    assert wanted.args == [RECEIPT, ("department", "receipt", "--out", str(tmp_path), "--person", "Hạnh")]


def test_a_fingerprint_is_typed_as_it_stands_on_paper(
    qtbot: QtBot, store: RegisterStore, register: OfficeStore
) -> None:
    page = KeyPage(store)
    qtbot.addWidget(page)
    opened(page, register)
    typed = ConsoleKey(id=" ".join(["AB12"] * 16), unit="UBND tỉnh")
    judged = page.judged(typed)
    assert isinstance(judged, ConsoleKey)
    assert judged.id == "ab12" * 16
    assert page.judged(ConsoleKey(id="ab", unit="X")) == (
        "Vân tay khóa phải gồm 64 chữ số thập lục phân như ghi trong văn bản đăng ký."
    )


def test_the_page_speaks_english(qtbot: QtBot, store: RegisterStore, english: None) -> None:
    page = DepartmentPage(store)
    qtbot.addWidget(page)
    assert page.take_folder.text() == "Take from a stick or folder…"
    heading = page.table.horizontalHeaderItem(1)
    assert heading is not None
    assert heading.text() == "Handed in by"
