"""A disk that is full or cannot be written: said once, nothing lost, and over as soon as there is room."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.events import LogFailed, LogRecovered, LogWritten
from console.log_book.log_writer import LogReport, LogWriter
from console.log_book.session_reading import chain_end, read_session
from console.log_book.verification import Finding
from tests.console.log_book.log_lines import SESSION, folder, opening, until, verdict, writing, written_session
from tests.console.log_book.test_power_cut import ROOT, start_busy_writer

if sys.platform == "win32":
    pytest.skip("file size limits and other users are POSIX", allow_module_level=True)


def next_line(process: subprocess.Popen[str], beginning: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(beginning):
            return line
    raise AssertionError(f"the writer ended without saying {beginning!r}")


def order(process: subprocess.Popen[str], limit: int) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{limit}\n")
    process.stdin.flush()


def test_a_full_disk_is_told_once_and_loses_no_line(tmp_path: Path) -> None:
    data = folder(tmp_path)
    process = start_busy_writer(tmp_path, 1, 5)
    try:
        next_line(process, "written")
        order(process, 40_000)  # no file may grow beyond this: the next write of the log fails as on a full disk
        failed = next_line(process, "failed")
        assert failed.endswith(".\n")
        order(process, 0)
        told = [next_line(process, ""), next_line(process, "recovered")]
        assert not any(line.startswith("failed") for line in told)
        reported = int(next_line(process, "written").split()[1])
    finally:
        process.kill()
        process.communicate()
    numbers = [line.number for line in read_session(data.session_file(SESSION))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers[-1] >= reported
    assert verdict(data).finding in (Finding.WHOLE, Finding.TAIL_NOT_PROVEN)


@contextlib.contextmanager
def folder_of_another_user() -> Iterator[Path]:
    """A folder that a process without rights can reach: pytest's own is closed to others as a whole."""
    path = Path(tempfile.mkdtemp(prefix="diem-cau-test-"))
    try:
        path.chmod(0o755)
        yield path
    finally:
        shutil.rmtree(path)


def test_a_folder_that_cannot_be_written_is_said_and_the_log_in_it_can_still_be_judged() -> None:
    with folder_of_another_user() as path:
        data = written_session(path / "data", 10, ended=True)
        data.session_file(SESSION).chmod(0o444)
        for place in (data.root, data.sessions):
            place.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-m", "tests.console.log_book.small_writer", str(data.root)],
            cwd=ROOT,
            text=True,
            capture_output=True,
            timeout=30,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for place in (data.root, data.sessions):
            place.chmod(0o755)
    assert done.stdout.splitlines() == [
        "failed The data folder cannot be written; give this user the right to write there.",
        "unwritten 3",
        "tail_not_proven 10",
    ], done.stderr


def test_a_log_whose_folder_is_moved_away_is_kept_and_written_when_it_is_back(tmp_path: Path) -> None:
    """The writer has the file open: without a look at its place the lines would go wherever the folder went."""
    data = folder(tmp_path)
    reports: list[LogReport] = []
    writer = LogWriter(data, reports.append)
    writer.start()
    writer.submit(opening())
    writer.submit(writing(1, 3))
    until(lambda: LogWritten(number=3, session=SESSION) in reports)

    away = data.sessions.rename(data.root / "away")
    writer.submit(writing(4, 5))
    until(lambda: isinstance(reports[-1], LogFailed))
    assert chain_end(away / data.session_file(SESSION).name)[0] == 3

    away.rename(data.sessions)
    until(lambda: any(isinstance(report, LogRecovered) for report in reports))
    assert writer.close() == 0
    assert chain_end(data.session_file(SESSION))[0] == 5


def test_a_data_folder_that_is_gone_comes_back_with_the_next_line(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    assert not data.root.exists()
    written_session(data.root, 3)
    assert verdict(data).whole_to == 3
