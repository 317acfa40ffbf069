"""Files that a disk has torn: opened as far as they go, never refused, and the meeting goes on."""

import random
import shutil
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.log_book.database import StoreUnusable
from console.log_book.restart import open_session_for_restart
from console.log_book.session_reading import read_session
from console.log_book.verification import Finding, Fracture, verify_log
from tests.console.log_book.log_lines import (
    SESSION,
    folder,
    opening,
    outside,
    running_writer,
    until,
    verdict,
    writing,
    written_session,
)

LINES = 2000
HOME = 1000
"""So many of them are in the file itself, the others in its write-ahead log."""
PAGE = 4096


@pytest.fixture
def ended(tmp_path: Path) -> DataFolder:
    return written_session(tmp_path / "whole", LINES, ended=True)


@pytest.fixture
def running(tmp_path: Path) -> DataFolder:
    """A running session as a killed bridge leaves it: part of the lines in the file, part in its write-ahead log."""
    live = folder(tmp_path / "live")
    left = folder(tmp_path / "left")
    with running_writer(live) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, HOME))
        reports.wait_written(HOME)
        with outside(live.session_file(SESSION), triggers=True) as reader:
            # As long as somebody reads, what comes later stays in the write-ahead log.
            reader.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM events").fetchone()
            for first in range(HOME + 1, LINES, 100):
                writer.submit(writing(first, first + 99))
            reports.wait_written(LINES)
            copy_running(live, left)
    assert left.session_file(SESSION).with_name(f"{SESSION}.sqlite3-wal").stat().st_size > 0
    return left


def copy_running(live: DataFolder, left: DataFolder) -> None:
    until(lambda: verdict(live).finding is Finding.WHOLE)
    for path in live.sessions.iterdir():
        if not path.name.endswith("-shm"):
            shutil.copy(path, left.sessions)
    shutil.copy(live.office_file, left.root)
    shutil.copy(live.office_file.with_name("office.sqlite3-wal"), left.root)


def test_a_session_that_has_only_begun_outlives_its_write_ahead_log(tmp_path: Path) -> None:
    live = folder(tmp_path / "live")
    with running_writer(live) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 3))
        reports.wait_written(3)
        writer.submit(writing(4, 9))
        reports.wait_written(9)
        alone = tmp_path / f"{SESSION}.sqlite3"
        shutil.copy(live.session_file(SESSION), alone)
    assert len(read_session(alone).lines) >= 1


def test_a_file_cut_short_is_read_to_where_it_ends(ended: DataFolder) -> None:
    path = ended.session_file(SESSION)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE + 100)
    found = read_session(path)
    assert 0 < len(found.lines) < LINES
    assert [line.number for line in found] == list(range(1, len(found.lines) + 1))
    assert found.ended_early is not None
    assert f"up to line {len(found.lines)}" in found.ended_early
    judged = verdict(ended)
    assert (judged.finding, judged.fracture) == (Finding.BROKEN, Fracture.UNREADABLE)
    assert judged.whole_to == len(found.lines)


def test_a_page_of_nonsense_in_the_middle_is_named(ended: DataFolder) -> None:
    path = ended.session_file(SESSION)
    page = path.stat().st_size // 2 // PAGE
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(random.Random(7).randbytes(PAGE))
    found = read_session(path)
    assert 0 < len(found.lines) < LINES
    assert found.ended_early is not None
    assert verdict(ended).finding is Finding.BROKEN


def test_a_torn_end_of_the_write_ahead_log_costs_only_the_unfinished_batch(running: DataFolder) -> None:
    log = running.session_file(SESSION).with_name(f"{SESSION}.sqlite3-wal")
    with log.open("r+b") as file:
        file.truncate(log.stat().st_size - 1000)
    found = read_session(running.session_file(SESSION))
    assert found.ended_early is None
    numbers = [line.number for line in found]
    assert numbers == list(range(1, len(numbers) + 1))
    assert LINES - 1000 <= len(numbers) < LINES
    judged = verdict(running)
    assert (judged.finding, judged.whole_to, judged.known_lines) == (Finding.TAIL_MISSING, len(numbers), LINES)


def test_a_write_ahead_log_of_nonsense_leaves_what_the_file_itself_holds(running: DataFolder) -> None:
    log = running.session_file(SESSION).with_name(f"{SESSION}.sqlite3-wal")
    log.write_bytes(random.Random(8).randbytes(log.stat().st_size))
    judged = verdict(running)
    assert (judged.finding, judged.whole_to, judged.known_lines) == (Finding.TAIL_MISSING, HOME, LINES)


def test_a_bridge_goes_on_after_a_damaged_file_and_never_hides_it(running: DataFolder) -> None:
    path = running.session_file(SESSION)
    with running_writer(running) as (writer, reports):  # brings the write-ahead log home
        writer.submit(writing(LINES + 1, LINES + 1))
        reports.wait_written(LINES + 1)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE)
    live = open_session_for_restart(running)
    assert live is not None
    assert live.salvaged is not None
    kept = len(live.lines)
    assert 0 < kept < LINES
    assert (live.salvaged.kept_lines, live.salvaged.known_lines) == (kept, LINES + 1)
    assert (running.sessions / live.salvaged.damaged_file).exists()
    with running_writer(running) as (writer, reports):
        writer.submit(writing(kept + 1, kept + 5))
        reports.wait_written(kept + 5)
    judged = verdict(running)
    assert (judged.finding, judged.whole_to) == (Finding.WHOLE, kept + 5)
    assert [salvage.kept_lines for salvage in judged.salvages] == [kept]
    again = open_session_for_restart(running)
    assert again is not None
    assert (len(again.lines), again.trouble) == (kept + 5, None)


def test_a_file_damaged_while_it_is_written_is_salvaged_by_the_writer(running: DataFolder) -> None:
    path = running.session_file(SESSION)
    with running_writer(running) as (writer, reports):
        writer.submit(writing(LINES + 1, LINES + 1))
        reports.wait_written(LINES + 1)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE)
    with running_writer(running) as (writer, reports):
        writer.submit(writing(LINES + 2, LINES + 3))
        reports.wait_written(LINES + 3)
    judged = verdict(running)
    assert (judged.finding, judged.fracture, judged.found_instead) == (Finding.BROKEN, Fracture.MISSING, LINES + 2)
    assert len(judged.salvages) == 1


@pytest.mark.parametrize("content", [b"", b"not a log at all", random.Random(9).randbytes(20_000)])
def test_a_file_that_is_no_log_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "something.sqlite3"
    path.write_bytes(content)
    with pytest.raises(StoreUnusable, match=r"something\.sqlite3"):
        verify_log(path)
    with pytest.raises(StoreUnusable, match=r"something\.sqlite3"):
        read_session(path)


def test_the_office_store_is_no_sessions_log(tmp_path: Path) -> None:
    data = written_session(tmp_path, 3)
    with pytest.raises(StoreUnusable, match="not a session's log"):
        verify_log(data.office_file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="There is no file"):
        verify_log(tmp_path / "gone.sqlite3")
