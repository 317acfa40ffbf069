"""`verify`: a package against what this machine remembers of its session, above all one cut short and sealed anew."""

import sqlite3
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.effects import CloseSessionLog, OpenSessionLog, WriteLog
from console.log_book.office_store import OfficeStore
from console.log_book.verdict import Finding
from console.records.hand_over.making import make_package
from tests.console.command_line.typed import CommandLine
from tests.console.log_book.log_lines import folder, running_writer
from tests.console.records.a_meeting import held_meeting, wish_for, written_meeting


def packed(data: DataFolder, out: Path, finding: Finding = Finding.WHOLE) -> Path:
    """Returns a package of the only session in a data folder."""
    wish = wish_for(data, out, finding=finding)
    return make_package(wish, lambda _story, _seal, _language: b"%PDF-").path


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return written_meeting(tmp_path / "written", held_meeting())


def test_a_package_of_this_machine_is_compared_with_what_it_remembers(
    typed: CommandLine, data: DataFolder, tmp_path: Path
) -> None:
    package = packed(data, tmp_path / "out")
    typed.data = data.root
    done = typed("verify", str(package))
    assert done.code == 0
    assert "remembers the same count and head" in done.out


def test_a_log_cut_short_and_packed_anew_is_found(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
    with sqlite3.connect(data.session_file(row.session)) as log:
        for (trigger,) in log.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            log.execute(f"DROP TRIGGER {trigger}")
        log.execute("DELETE FROM events WHERE number > ?", (row.lines - 3,))
    package = packed(data, tmp_path / "out", Finding.TAIL_NOT_PROVEN)
    typed.data = data.root
    done = typed("verify", str(package))
    assert done.code != 0
    assert f"this machine remembers {row.lines} events of the session" in done.out


def test_elsewhere_the_end_is_said_to_be_unproven(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    package = packed(data, tmp_path / "out")
    done = typed("verify", str(package))
    assert done.code == 0
    assert "knows nothing of the session" in done.out


def test_a_package_of_a_session_that_went_on_is_no_fault(typed: CommandLine, tmp_path: Path) -> None:
    lines = tuple(held_meeting().lines)
    running = folder(tmp_path / "written")
    with running_writer(running) as (writer, reports):
        first = lines[0]
        writer.submit(OpenSessionLog(session=first.session, meeting_uid=first.meeting_uid, title="Họp"))
        writer.submit(WriteLog(lines=lines[:-3]))
        reports.wait_written(lines[-4].number)
        package = packed(running, tmp_path / "out")
        writer.submit(WriteLog(lines=lines[-3:]))
        writer.submit(CloseSessionLog(session=first.session))
        reports.wait_written(lines[-1].number)
    typed.data = running.root
    done = typed("verify", str(package))
    assert done.code == 0, done.out
    assert "went on after it was packed" in done.out
