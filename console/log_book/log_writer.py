"""The one thread that writes the log.

Rule: `submit` never blocks; lines are reported as written only when they are durable. What cannot be written stays in
memory and is tried again, later and later; the first failure and the recovery are reported, nothing between.
"""

import sqlite3
import threading
from collections.abc import Callable

from console.data_folder import DataFolder
from console.effects import CloseSessionLog, OpenSessionLog, WriteSamples
from console.events import LogFailed, LogRecovered, LogWritten
from console.log_book.backlog import Backlog, BacklogLimits, Lines, LogEffect, Work
from console.log_book.database import StoreUnusable, storage_trouble
from console.log_book.live_session import LiveSession
from console.trouble import Trouble, TroubleKind, trouble

LogReport = LogWritten | LogFailed | LogRecovered

FIRST_RETRY_SECONDS = 0.1
LONGEST_RETRY_SECONDS = 5.0
ATTEMPTS_WHEN_CLOSED = 2
STANDARD_LIMITS = BacklogLimits()

_STORAGE_ERRORS = (sqlite3.Error, OSError, StoreUnusable)


class LogWriter:
    """Writes session logs of one data folder on a thread of its own.

    `report` is called on that thread with `LogWritten(number)`, `LogFailed(text)` and `LogRecovered()`. Lines of a
    session that is not open go to its existing file: that is how a restarted bridge goes on.
    """

    def __init__(
        self, data: DataFolder, report: Callable[[LogReport], None], limits: BacklogLimits = STANDARD_LIMITS
    ) -> None:
        self._live = LiveSession(data)
        self._report = report
        self._backlog = Backlog(limits)
        self._failing = False
        self._retry_seconds = FIRST_RETRY_SECONDS
        self._thread = threading.Thread(target=self._run, name="log-writer", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def submit(self, effect: LogEffect) -> None:
        """Hands an effect over; returns at once, from any thread."""
        self._backlog.add(effect)

    def close(self, wait_seconds: float = 5.0) -> int:
        """Writes what waits, ends the thread and returns how many lines could not be written."""
        self._backlog.close()
        self._thread.join(wait_seconds)
        return self._backlog.held_lines

    def _run(self) -> None:
        ended_as_asked = False
        try:
            self._write_until_closed()
            ended_as_asked = True
        finally:
            self._live.close()
            if not ended_as_asked:
                stopped = trouble(TroubleKind.LOG_WRITER_STOPPED)
                self._report(LogFailed(text=str(stopped), trouble=stopped))

    def _write_until_closed(self) -> None:
        attempts_left = ATTEMPTS_WHEN_CLOSED
        while True:
            work = self._backlog.next(self._retry_seconds if self._live.notes_due else None)
            if work is None and not self._live.notes_due:
                return
            written = work is None or self._written(work)
            told = self._office_told()
            if written and told:
                self._recover()
            elif self._backlog.closed:
                attempts_left -= 1
                if attempts_left == 0:
                    return
            if not written:
                self._backlog.wait_closed(self._retry_seconds)
                self._retry_seconds = min(self._retry_seconds * 2, LONGEST_RETRY_SECONDS)

    def _written(self, work: Work) -> bool:
        try:
            self._carry_out(work)
        except _STORAGE_ERRORS as error:
            if isinstance(work, WriteSamples):
                self._backlog.done(work)
            refused = storage_trouble(error)
            self._fail(str(refused), refused)
            return False
        self._backlog.done(work)
        if isinstance(work, Lines) and work.lines:
            self._report(LogWritten(number=work.lines[-1].number, session=work.session))
        return True

    def _carry_out(self, work: Work) -> None:
        match work:
            case OpenSessionLog():
                self._live.make(work)
            case Lines():
                for refused in self._live.write(work.lines):
                    self._fail(str(refused))
            case CloseSessionLog():
                self._live.end(work.session)
            case WriteSamples():
                self._live.add_samples(work)

    def _office_told(self) -> bool:
        try:
            self._live.tell_office()
        except _STORAGE_ERRORS as error:
            refused = storage_trouble(error)
            self._fail(f"The log is written, but not its end in the office store: {refused}", refused)
            return False
        return True

    def _fail(self, text: str, why: Trouble | None = None) -> None:
        lost = self._backlog.take_lost()
        if lost:
            lost_text = f"{lost} lines of the log are lost, for memory is full too. {text}"
            self._report(LogFailed(text=lost_text, trouble=why))
        elif not self._failing:
            self._report(LogFailed(text=text, trouble=why))
        self._failing = True

    def _recover(self) -> None:
        self._retry_seconds = FIRST_RETRY_SECONDS
        if self._failing:
            self._failing = False
            self._report(LogRecovered())
