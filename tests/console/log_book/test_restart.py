"""Which session goes on after the bridge ended, however it ended."""

from pathlib import Path

from console.effects import WriteLog
from console.entries import SessionEnded
from console.log_book.office_store import OfficeStore
from console.log_book.restart import open_session_for_restart
from console.log_book.session_table import SessionState
from console.log_book.verification import Finding
from tests.console.log_book.log_lines import (
    SESSION,
    folder,
    line,
    opening,
    outside,
    running_writer,
    verdict,
    writing,
    written_session,
)


def test_nothing_goes_on_in_a_fresh_folder(tmp_path: Path) -> None:
    assert open_session_for_restart(folder(tmp_path)) is None


def test_a_session_that_did_not_end_goes_on_with_all_its_lines(tmp_path: Path) -> None:
    live = open_session_for_restart(written_session(tmp_path, 10))
    assert live is not None
    assert (live.session, live.trouble, live.salvaged) == (SESSION, None, None)
    assert live.lines[:9] == writing(1, 9).lines


def test_an_ended_session_does_not(tmp_path: Path) -> None:
    assert open_session_for_restart(written_session(tmp_path, 10, ended=True)) is None


def test_a_session_that_ended_just_before_the_crash_is_noted_as_ended(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(WriteLog(lines=(line(1), line(2, SessionEnded()))))
        reports.wait_written(2)  # and no CloseSessionLog
    assert open_session_for_restart(data) is None
    assert (verdict(data).finding, verdict(data).ended) == (Finding.WHOLE, True)


def test_the_newest_of_two_goes_on_and_the_older_never_again(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening("older"))
        writer.submit(writing(1, 3, "older"))
        writer.submit(opening("newer"))
        writer.submit(writing(1, 4, "newer"))
        reports.wait_written(4)
    live = open_session_for_restart(data)
    assert live is not None
    assert (live.session, len(live.lines)) == ("newer", 4)
    with OfficeStore(data.office_file) as office:
        older = office.sessions.get("older")
    assert older is not None
    assert older.state is SessionState.SUPERSEDED


def test_a_lost_office_store_does_not_end_the_meeting(tmp_path: Path) -> None:
    data = written_session(tmp_path, 10)
    for path in data.root.glob("office.sqlite3*"):
        path.unlink()
    live = open_session_for_restart(data)
    assert live is not None
    assert (live.session, len(live.lines)) == (SESSION, 10)
    with running_writer(data) as (writer, reports):
        writer.submit(writing(11, 12))
        reports.wait_written(12)
    assert (verdict(data).finding, verdict(data).whole_to) == (Finding.WHOLE, 12)


def test_a_file_without_lines_is_no_session_yet(tmp_path: Path) -> None:
    data = folder(tmp_path)
    with running_writer(data) as (writer, _):
        writer.submit(opening())
    assert data.session_file(SESSION).exists()
    assert open_session_for_restart(data) is None
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 1))
        reports.wait_written(1)
    assert verdict(data).whole_to == 1


def test_a_tampered_log_goes_on_and_is_named(tmp_path: Path) -> None:
    data = written_session(tmp_path, 10)
    with outside(data.session_file(SESSION)) as file:
        file.execute("UPDATE events SET event = replace(event, '10.0.0.7', '10.0.0.8') WHERE number = 4")
    live = open_session_for_restart(data)
    assert live is not None
    assert len(live.lines) == 10
    assert live.trouble is not None
    assert "line 4" in live.trouble


def test_a_cut_tail_is_named(tmp_path: Path) -> None:
    data = written_session(tmp_path, 10)
    with outside(data.session_file(SESSION)) as file:
        file.execute("DELETE FROM events WHERE number > 7")
    live = open_session_for_restart(data)
    assert live is not None
    assert (len(live.lines), live.trouble is not None) == (7, True)
