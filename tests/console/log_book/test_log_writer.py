"""The writer: nothing waits for it, nothing counts before it is on disk, and a disk that refuses loses no line."""

import sqlite3
import time
from pathlib import Path

import pytest

from console.effects import CloseSessionLog, WriteLog, WriteSamples
from console.entries import Line, SiteLeft
from console.events import LogFailed, LogRecovered, LogWritten
from console.log_book.backlog import BacklogLimits
from console.log_book.line_points import unpacked_samples
from console.log_book.log_writer import LogWriter
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import LineRefused, SessionFile
from console.log_book.session_reading import read_session
from console.log_book.session_table import SessionState
from console.log_book.verification import Finding, Fracture
from tests.console.log_book.log_lines import (
    MEETING,
    SESSION,
    Reports,
    folder,
    line,
    opening,
    outside,
    running_writer,
    until,
    verdict,
    writing,
    written_session,
)


def test_lines_are_readable_as_soon_as_they_are_reported(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        for number in range(1, 51):
            writer.submit(writing(number, number))
        reports.wait_written(50)
        found = read_session(data.session_file(SESSION))
        assert [read.number for read in found] == list(range(1, 51))
        assert (found.session, found.meeting_uid, found.title) == (SESSION, MEETING, "Giao ban cấp xã")
        until(lambda: verdict(data).finding is Finding.WHOLE)
    assert reports.edges == []


def test_reports_name_the_session_and_only_grow(tmp_path: Path) -> None:
    with running_writer(folder(tmp_path)) as (writer, reports):
        writer.submit(opening())
        for number in range(1, 101):
            writer.submit(writing(number, number))
        reports.wait_written(100)
    numbers = [report.number for report in reports.seen if isinstance(report, LogWritten)]
    assert numbers == sorted(set(numbers))
    assert {report.session for report in reports.seen if isinstance(report, LogWritten)} == {SESSION}


def test_what_waits_is_written_in_few_transactions(tmp_path: Path) -> None:
    data = folder(tmp_path)
    reports = Reports()
    writer = LogWriter(data, reports)
    writer.submit(opening())
    for number in range(1, 2501):
        writer.submit(writing(number, number))
    writer.start()
    reports.wait_written(2500)
    assert writer.close() == 0
    assert [report.number for report in reports.seen if isinstance(report, LogWritten)] == [1000, 2000, 2500]
    assert len(read_session(data.session_file(SESSION)).lines) == 2500


def test_closing_writes_what_waits(tmp_path: Path) -> None:
    data = folder(tmp_path)
    writer = LogWriter(data, Reports())
    writer.start()
    writer.submit(opening())
    writer.submit(writing(1, 700))
    assert writer.close() == 0
    assert len(read_session(data.session_file(SESSION)).lines) == 700


def test_an_ended_session_is_one_file(tmp_path: Path) -> None:
    data = written_session(tmp_path, 10, ended=True)
    assert [path.name for path in data.sessions.iterdir()] == [f"{SESSION}.sqlite3"]
    with OfficeStore(data.office_file) as office:
        row = office.sessions.get(SESSION)
    assert row is not None
    assert (row.state, row.lines) == (SessionState.CLOSED, 10)


def test_a_restarted_writer_goes_on_in_the_same_chain(tmp_path: Path) -> None:
    data = written_session(tmp_path, 10)
    with running_writer(data) as (writer, reports):
        writer.submit(writing(11, 15))
        reports.wait_written(15)
    found = verdict(data)
    assert (found.finding, found.whole_to, found.ended) == (Finding.WHOLE, 15, False)


def test_two_sessions_one_after_the_other_keep_their_own_chains(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening("first"))
        writer.submit(writing(1, 5, "first"))
        writer.submit(CloseSessionLog(session="first"))
        writer.submit(opening("second"))
        writer.submit(writing(1, 7, "second"))
        reports.wait_written(7)
    assert (verdict(data, "first").whole_to, verdict(data, "second").whole_to) == (5, 7)
    assert verdict(data, "first").ended
    assert not verdict(data, "second").ended


def test_a_session_left_open_is_superseded_by_the_next(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        for session in ("first", "second"):
            writer.submit(opening(session))
            writer.submit(writing(1, 3 if session == "first" else 4, session))
        reports.wait_written(4)
    with OfficeStore(data.office_file) as office:
        assert {row.session: row.state for row in office.sessions.all()} == {
            "first": SessionState.SUPERSEDED,
            "second": SessionState.OPEN,
        }


def test_samples_stand_beside_the_chain(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(WriteSamples(rows=(("s001", 1000, '{"loss":0.5}'), ("s002", 1000, "{}"))))
        writer.submit(WriteSamples(rows=(("s001", 6000, "{}"),)))
        writer.submit(writing(1, 3))
        reports.wait_written(3)
    with outside(data.session_file(SESSION), triggers=True) as file:
        rows = file.execute("SELECT wall_ms, samples FROM sample_batches ORDER BY wall_ms").fetchall()
    assert [(wall_ms, unpacked_samples(samples)) for wall_ms, samples in rows] == [
        (1000, [("s001", '{"loss":0.5}'), ("s002", "{}")]),
        (6000, [("s001", "{}")]),
    ]


def test_a_folder_that_comes_back_gets_every_line_and_two_edges_are_reported(tmp_path: Path) -> None:
    data = folder(tmp_path)
    data.sessions.rmdir()
    data.sessions.write_text("in the way")
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        for number in range(1, 31):
            writer.submit(writing(number, number))
        reports.wait_for(lambda: reports.edges == ["LogFailed"])
        time.sleep(0.5)  # several attempts
        assert reports.written == 0
        data.sessions.unlink()
        data.sessions.mkdir()
        reports.wait_written(30)
        reports.wait_for(lambda: reports.edges == ["LogFailed", "LogRecovered"])
    assert isinstance(reports.seen[0], LogFailed)
    assert verdict(data).whole_to == 30


def test_an_office_store_in_trouble_does_not_stop_the_lines(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with OfficeStore(data.office_file):
        pass
    blocker = sqlite3.connect(data.office_file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")  # another program sits on the store
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 5))
        reports.wait_written(5)
        reports.wait_for(lambda: reports.edges == ["LogFailed"])
        assert verdict(data).finding is Finding.TAIL_NOT_PROVEN
        blocker.execute("ROLLBACK")
        blocker.close()
        reports.wait_for(lambda: reports.edges == ["LogFailed", "LogRecovered"])
    assert verdict(data).finding is Finding.WHOLE


def test_closing_with_a_dead_disk_says_how_many_lines_are_not_written(tmp_path: Path) -> None:
    data = folder(tmp_path)
    data.sessions.rmdir()
    data.sessions.write_text("in the way")
    reports = Reports()
    writer = LogWriter(data, reports)
    writer.start()
    writer.submit(opening())
    writer.submit(writing(1, 8))
    reports.wait_for(lambda: reports.edges == ["LogFailed"])
    assert writer.close() == 8


def test_beyond_the_bound_the_newest_lines_are_lost_and_the_file_says_so(tmp_path: Path) -> None:
    data = folder(tmp_path)
    data.sessions.rmdir()
    data.sessions.write_text("in the way")
    limits = BacklogLimits(held_lines=10, held_samples=2)
    with running_writer(data, limits=limits) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 10))
        writer.submit(writing(11, 13))
        for second in range(50):
            writer.submit(WriteSamples(rows=(("s001", second, "{}"),)))
        reports.wait_for(
            lambda: any(
                isinstance(seen, LogFailed) and "3 lines of the log are lost" in seen.text for seen in reports.seen
            )
        )
        data.sessions.unlink()
        data.sessions.mkdir()
        reports.wait_written(10)
        writer.submit(writing(14, 15))
        reports.wait_written(15)
    found = verdict(data)
    assert (found.finding, found.broken_at, found.found_instead) == (Finding.BROKEN, 11, 14)
    assert found.fracture is Fracture.MISSING


def test_a_line_that_is_there_already_is_refused_loudly_and_the_rest_is_written(tmp_path: Path) -> None:
    data = written_session(tmp_path, 5)
    with running_writer(data) as (writer, reports):
        writer.submit(writing(5, 7))
        reports.wait_written(7)
        reports.wait_for(lambda: reports.edges == ["LogFailed", "LogRecovered"])
    assert isinstance(reports.seen[0], LogFailed)
    assert "Line 5 cannot be written" in reports.seen[0].text
    assert verdict(data).whole_to == 7


@pytest.mark.parametrize("bad", [line(1, session="another"), line(1, SiteLeft(site="s001", text="\ud800"))])
def test_a_file_takes_no_line_of_another_session_and_none_without_exact_form(tmp_path: Path, bad: Line) -> None:
    path = tmp_path / "one.sqlite3"
    file = SessionFile.make(path, session=SESSION, meeting_uid=MEETING, title="")
    with pytest.raises(LineRefused):
        file.append([line(1), bad])
    file.close()
    assert read_session(path).lines == ()


def test_submitting_never_waits_for_the_disk(tmp_path: Path) -> None:
    data = folder(tmp_path)
    writer = LogWriter(data, Reports())
    writer.submit(opening())
    for number in range(1, 1001):
        writer.submit(WriteLog(lines=(line(number),)))
    # Nobody has started the thread: all of it was taken, nothing was written.
    assert list(data.sessions.iterdir()) == []
    writer.start()
    assert writer.close() == 0
    assert len(read_session(data.session_file(SESSION)).lines) == 1000


def test_recovery_is_one_edge(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 2))
        reports.wait_written(2)
        writer.submit(writing(3, 4))
        reports.wait_written(4)
    assert not any(isinstance(seen, LogRecovered) for seen in reports.seen)
