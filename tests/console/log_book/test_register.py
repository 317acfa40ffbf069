"""The register of the office: versions, batches, the chain, and two people at the same record."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import pytest

from console.log_book.database import Synchronous, open_store
from console.log_book.office_store import MIGRATIONS, OfficeStore
from console.office.record import GivenText, Record, RecordFault, RecordsRefused, Text


class Bell(Record, tag="test-bell"):
    name: GivenText
    place: Text = ""


class Rope(Record, tag="test-rope"):
    length_m: int


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeStore]:
    clock = count(1_000)
    with OfficeStore(tmp_path / "office.sqlite3", wall_ms=lambda: next(clock)) as store:
        yield store


def test_every_version_stays_with_who_when_and_why(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Chuông lớn")], "Lan")
    office.register.put([Bell(id="b1", name="Chuông lớn", place="gác")], "Minh", "chuyển lên gác")
    first, second = office.register.history(Bell, "b1")
    assert (first.version, first.person, first.wall_ms, first.content) == (
        1,
        "Lan",
        1_000,
        Bell(id="b1", name="Chuông lớn"),
    )
    assert (second.version, second.person, second.reason) == (2, "Minh", "chuyển lên gác")
    assert office.register.present(Bell) == (Bell(id="b1", name="Chuông lớn", place="gác"),)


def test_what_did_not_change_gets_no_version(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Chuông")], "Lan")
    assert office.register.put([Bell(id="b1", name=" Chuông ")], "Lan") == ()


def test_texts_are_kept_in_one_form(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Chuo\u0302ng Đa\u0306\u0301k ")], "Lan")
    assert office.register.get(Bell, "b1") == Bell(id="b1", name="Chuông Đắk")


def test_a_removed_record_is_gone_and_its_history_stays(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Chuông")], "Lan")
    office.register.remove(Bell, "b1", "Lan", "vỡ")
    assert office.register.present(Bell) == ()
    assert office.register.get(Bell, "b1") is None
    assert [told.content is None for told in office.register.history(Bell, "b1")] == [False, True]
    with pytest.raises(RecordsRefused) as refused:
        office.register.remove(Bell, "b1", "Lan")
    assert refused.value.fault is RecordFault.NOT_THERE


def test_who_had_an_older_version_open_is_told_and_nothing_of_the_batch_is_taken(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Một")], "Lan")
    office.register.put([Bell(id="b1", name="Hai")], "Minh", opened={"b1": 1})
    with pytest.raises(RecordsRefused) as refused:
        office.register.put([Rope(id="r1", length_m=3), Bell(id="b1", name="Ba")], "Lan", opened={"b1": 1, "r1": 0})
    assert refused.value.fault is RecordFault.CHANGED_MEANWHILE
    assert office.register.present(Rope) == ()
    assert office.register.get(Bell, "b1") == Bell(id="b1", name="Hai")


def test_a_record_that_breaks_its_form_is_refused(office: OfficeStore) -> None:
    with pytest.raises(msgspec.ValidationError):
        office.register.put([Bell(id="b1", name="  ")], "Lan")
    assert office.register.present(Bell) == ()


def test_a_reader_learns_which_kinds_to_read_again(office: OfficeStore) -> None:
    office.register.put([Bell(id="b1", name="Một")], "Lan")
    line, _ = office.register.kinds_since(0)
    office.register.put([Rope(id="r1", length_m=3), Rope(id="r2", length_m=4)], "Lan")
    assert office.register.kinds_since(line) == (line + 2, frozenset({"test-rope"}))
    assert office.register.kinds_since(line + 2) == (line + 2, frozenset())


def test_lines_cannot_be_changed_and_a_change_from_outside_is_found(office: OfficeStore, tmp_path: Path) -> None:
    office.register.put([Bell(id=f"b{number}", name="Chuông") for number in range(5)], "Lan")
    assert office.register.first_wrong_line() is None
    with sqlite3.connect(tmp_path / "office.sqlite3") as outside:
        with pytest.raises(sqlite3.IntegrityError):
            outside.execute("UPDATE register SET person = 'X' WHERE line = 3")
        outside.execute("DROP TRIGGER register_keeps_UPDATE")
        outside.execute("UPDATE register SET person = 'X' WHERE line = 3")
    assert office.register.first_wrong_line() == 3


def test_an_older_store_gets_its_register(tmp_path: Path) -> None:
    path = tmp_path / "office.sqlite3"
    open_store(path, MIGRATIONS[:1], Synchronous.FULL).close()
    with OfficeStore(path) as office:
        assert office.register.present(Bell) == ()
