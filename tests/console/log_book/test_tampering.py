"""Whoever changes a log outside the program is found out, and the line is named."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.log_book.verification import Finding, Fracture, verify_log
from tests.console.log_book.log_lines import SESSION, folder, outside, verdict, written_session


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return written_session(tmp_path, 12, ended=True)


def test_an_untouched_log_is_whole(data: DataFolder) -> None:
    found = verdict(data)
    assert (found.finding, found.whole_to, found.proven_to, found.ended) == (Finding.WHOLE, 12, 12, True)
    assert (found.meeting_uid, found.title, found.good) == ("meeting-7", "Giao ban cấp xã", True)


def test_without_the_office_store_the_tail_is_not_proven(data: DataFolder) -> None:
    found = verify_log(data.session_file(SESSION))
    assert (found.finding, found.whole_to, found.proven_to, found.known_lines) == (Finding.TAIL_NOT_PROVEN, 12, 0, None)


def test_a_store_that_never_saw_the_session_proves_nothing(data: DataFolder, tmp_path: Path) -> None:
    other = folder(tmp_path / "other")
    shutil.copy(data.session_file(SESSION), other.sessions)
    assert verdict(other).finding is Finding.TAIL_NOT_PROVEN


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET event = replace(event, '10.0.0.7', '10.0.0.8')",
        "DELETE FROM events WHERE number = 5",
        "UPDATE about SET value = 'x'",
        "DELETE FROM about",
        "INSERT OR REPLACE INTO events SELECT 5, schema, event, previous, hash FROM events WHERE number = 6",
        "INSERT INTO events SELECT 0, schema, event, previous, hash FROM events WHERE number = 6",
    ],
)
def test_the_file_itself_refuses_a_change(data: DataFolder, statement: str) -> None:
    with outside(data.session_file(SESSION), triggers=True) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute(statement)
    assert verdict(data).finding is Finding.WHOLE


def edit(file: sqlite3.Connection) -> None:
    file.execute("UPDATE events SET event = replace(event, '10.0.0.7', '10.0.0.8') WHERE number = 5")


def edit_and_hash_again(file: sqlite3.Connection) -> None:
    edit(file)
    event, previous = file.execute("SELECT event, previous FROM events WHERE number = 5").fetchone()
    after = hashlib.sha256(f"{previous}\n{event}".encode()).hexdigest()
    file.execute("UPDATE events SET hash = ? WHERE number = 5", (after,))


def delete(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM events WHERE number = 5")


def delete_and_close_the_gap(file: sqlite3.Connection) -> None:
    delete(file)
    for number in range(6, 13):
        file.execute("UPDATE events SET number = ? WHERE number = ?", (number - 1, number))


def insert(file: sqlite3.Connection) -> None:
    for number in range(12, 4, -1):
        file.execute("UPDATE events SET number = ? WHERE number = ?", (number + 1, number))
    file.execute("INSERT INTO events SELECT 5, schema, event, previous, hash FROM events WHERE number = 4")


def swap(file: sqlite3.Connection) -> None:
    for before, after in ((5, 100), (6, 5), (100, 6)):
        file.execute("UPDATE events SET number = ? WHERE number = ?", (after, before))


def chained_again_from(number: int, session: str = SESSION) -> Callable[[sqlite3.Connection], None]:
    def act(file: sqlite3.Connection) -> None:
        rows = file.execute("SELECT number, event, hash FROM events ORDER BY number").fetchall()
        head = hashlib.sha256(f"diem-cau{session}".encode()).hexdigest()
        for place, event, old in rows:
            after = hashlib.sha256(f"{head}\n{event}".encode()).hexdigest() if place >= number else old
            file.execute("UPDATE events SET previous = ?, hash = ? WHERE number = ?", (head, after, place))
            head = after

    return act


@pytest.mark.parametrize(
    ("act", "broken_at", "fracture"),
    [
        (edit, 5, Fracture.CHANGED),
        (edit_and_hash_again, 6, Fracture.NOT_JOINED),
        (delete, 5, Fracture.MISSING),
        (delete_and_close_the_gap, 5, Fracture.NOT_JOINED),
        (insert, 5, Fracture.NOT_JOINED),
        (swap, 5, Fracture.NOT_JOINED),
    ],
)
def test_a_change_in_the_middle_names_the_first_line_that_is_wrong(
    data: DataFolder, act: Callable[[sqlite3.Connection], None], broken_at: int, fracture: Fracture
) -> None:
    with outside(data.session_file(SESSION)) as file:
        act(file)
    for found in (verdict(data), verify_log(data.session_file(SESSION))):
        assert (found.finding, found.broken_at, found.fracture) == (Finding.BROKEN, broken_at, fracture)
        assert (found.whole_to, found.good) == (broken_at - 1, False)


def test_lines_renumbered_and_chained_again_do_not_fit_their_own_text(data: DataFolder) -> None:
    with outside(data.session_file(SESSION)) as file:
        delete_and_close_the_gap(file)
        chained_again_from(5)(file)
    found = verdict(data)
    assert (found.finding, found.broken_at, found.fracture) == (Finding.BROKEN, 5, Fracture.MISPLACED)


def test_a_cut_tail_is_seen_by_the_store_and_not_claimed_without_it(data: DataFolder) -> None:
    with outside(data.session_file(SESSION)) as file:
        file.execute("DELETE FROM events WHERE number > 9")
    found = verdict(data)
    assert (found.finding, found.whole_to, found.known_lines) == (Finding.TAIL_MISSING, 9, 12)
    alone = verify_log(data.session_file(SESSION))
    assert (alone.finding, alone.whole_to, alone.proven_to) == (Finding.TAIL_NOT_PROVEN, 9, 0)


def test_a_chain_forged_as_a_whole_is_not_the_one_the_store_saw(data: DataFolder) -> None:
    with outside(data.session_file(SESSION)) as file:
        edit(file)
        chained_again_from(5)(file)
    assert verify_log(data.session_file(SESSION)).finding is Finding.TAIL_NOT_PROVEN
    assert verdict(data).finding is Finding.HEAD_DIFFERS


def test_lines_added_after_the_end_are_seen(data: DataFolder) -> None:
    with outside(data.session_file(SESSION)) as file:
        event, head = file.execute("SELECT event, hash FROM events WHERE number = 12").fetchone()
        event = event.replace('"number":12', '"number":13')
        after = hashlib.sha256(f"{head}\n{event}".encode()).hexdigest()
        file.execute("INSERT INTO events VALUES (13, 1, ?, ?, ?)", (event, head, after))
    found = verdict(data)
    assert (found.finding, found.whole_to, found.known_lines, found.good) == (Finding.TAIL_ADDED, 13, 12, False)


def test_a_file_given_another_sessions_name_is_not_whole(data: DataFolder) -> None:
    with outside(data.session_file(SESSION)) as file:
        file.execute("UPDATE about SET value = 'another' WHERE name = 'session'")
    assert verify_log(data.session_file(SESSION)).finding is Finding.BROKEN
    with outside(data.session_file(SESSION)) as file:
        chained_again_from(1, "another")(file)
    found = verify_log(data.session_file(SESSION))
    assert (found.broken_at, found.fracture) == (1, Fracture.MISPLACED)
