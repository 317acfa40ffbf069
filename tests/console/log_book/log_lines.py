"""What the log's tests stand on: lines of a meeting, a written session, and a look into its file from outside."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from console.data_folder import DataFolder
from console.effects import CloseSessionLog, OpenSessionLog, WriteLog
from console.entries import AnyEntry, Line, SessionEnded, SiteJoined, SiteLeft
from console.events import LogFailed, LogRecovered, LogWritten
from console.log_book.log_writer import LogReport, LogWriter
from console.log_book.office_store import OfficeStore
from console.log_book.verification import Verdict, verify_log

SESSION = "20261119-0800-a1"
MEETING = "meeting-7"


def line(number: int, entry: AnyEntry | None = None, session: str = SESSION) -> Line:
    entry = entry or SiteJoined(site=f"s{number % 36 + 1:03d}", address="10.0.0.7", kind_of_connection="program")
    return Line(
        number=number,
        meeting_uid=MEETING,
        session=session,
        profile_hash="0" * 64,
        wall_ms=1_795_000_000_000 + number,
        monotonic_ms=number,
        entry=entry,
    )


def opening(session: str = SESSION) -> OpenSessionLog:
    return OpenSessionLog(session=session, meeting_uid=MEETING, title="Giao ban cấp xã")


def writing(first: int, last: int, session: str = SESSION) -> WriteLog:
    return WriteLog(lines=tuple(line(number, session=session) for number in range(first, last + 1)))


class Reports:
    """What a writer reported, in order, with a way to wait for it."""

    def __init__(self) -> None:
        self.seen: list[LogReport] = []
        self._changed = threading.Condition()

    def __call__(self, report: LogReport) -> None:
        with self._changed:
            self.seen.append(report)
            self._changed.notify_all()

    def wait_for(self, holds: Callable[[], bool], seconds: float = 10.0) -> None:
        with self._changed:
            assert self._changed.wait_for(holds, seconds), self.seen

    def wait_written(self, number: int) -> None:
        self.wait_for(lambda: self.written >= number)

    @property
    def written(self) -> int:
        return max((report.number for report in self.seen if isinstance(report, LogWritten)), default=0)

    @property
    def edges(self) -> list[str]:
        return [type(report).__name__ for report in self.seen if isinstance(report, LogFailed | LogRecovered)]


@contextlib.contextmanager
def running_writer(data: DataFolder, **more: object) -> Iterator[tuple[LogWriter, Reports]]:
    reports = Reports()
    writer = LogWriter(data, reports, **more)  # type: ignore[arg-type]
    writer.start()
    try:
        yield writer, reports
    finally:
        writer.close()


def folder(path: Path) -> DataFolder:
    data = DataFolder(path)
    data.make()
    return data


def written_session(path: Path, lines: int = 10, *, ended: bool = False) -> DataFolder:
    """Writes a session of so many lines through the real writer; `ended` closes it as its last line says."""
    data = folder(path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, lines - 1))
        writer.submit(WriteLog(lines=(line(lines, SessionEnded() if ended else SiteLeft(site="s001")),)))
        if ended:
            writer.submit(CloseSessionLog(session=SESSION))
        reports.wait_written(lines)
    assert reports.edges == []
    return data


@contextlib.contextmanager
def outside(path: Path, *, triggers: bool = False) -> Iterator[sqlite3.Connection]:
    """Opens a session's file as somebody with any SQLite program would; by default takes the triggers away first."""
    connection = sqlite3.connect(path, isolation_level=None)
    if not triggers:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
    try:
        yield connection
    finally:
        connection.close()


def verdict(data: DataFolder, session: str = SESSION) -> Verdict:
    with OfficeStore(data.office_file) as office:
        return verify_log(data.session_file(session), office)


def until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)
