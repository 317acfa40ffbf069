"""Reports of crashes: one file for each, written by the process itself, offered by the next start.

Rule: what a process has to save it saves while the error passes through it; the report is written last, outside of
everything else. It holds where the program stood and nothing of the meeting. A crash of the interpreter itself leaves
a trace of its own (`faulthandler`). Old reports go when there are too many.
"""

import contextlib
import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

import msgspec

from console.command_line.exits import BadInput
from console.trouble import Told
from hardware.processes.reports.program_log import begin_program_log
from hardware.processes.reports.redaction import without_secrets

MOST_REPORTS = 20
MOST_REPORTS_OF_A_PROCESS = 5
"""In one life: an error that comes with every picture must not fill the disk."""
TRACE_ENDING = ".trace"
SEEN_FILE = "seen"
"""Names the newest report that a person was told of."""


class CrashReport(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one crash; `survived` tells that the process went on."""

    at: str
    process: str
    version: str
    python: str
    system: str
    survived: bool
    error: str


class CrashReporter:
    """Writes the reports of one process."""

    def __init__(self, folder: Path, process: str, version: str) -> None:
        self._folder, self._process, self._version = folder, process, version
        self._written = 0
        self._lock = threading.Lock()

    def write(self, error: BaseException, *, survived: bool) -> None:
        """Writes a report unless there are enough; a disk that refuses is let be."""
        with self._lock:
            if self._written >= MOST_REPORTS_OF_A_PROCESS:
                return
            self._written += 1
            number = self._written
        import platform  # a crash may take longer than a start

        now = datetime.now(UTC)
        told = without_secrets("".join(traceback.format_exception(error)))
        report = CrashReport(
            at=now.isoformat(timespec="seconds"),
            process=self._process,
            version=self._version,
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release()} {platform.machine()}",
            survived=survived,
            error=told,
        )
        name = f"{now:%Y%m%d-%H%M%S}-{self._process}-{os.getpid()}-{number}.json"
        with contextlib.suppress(OSError):
            (self._folder / name).write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2))


@contextlib.contextmanager
def reported(root: Path, process: str, version: str) -> Generator[None]:
    """Keeps a log and reports of crashes of this process in a data folder as long as the context lasts.

    Errors on the way out, in threads, logged ones, and those that Qt's slots and forgotten tasks let go are reported; a
    person's own ending (`SystemExit`, `KeyboardInterrupt`) is none. Where the disk refuses, the process lives without.
    """
    crashes = root / "crashes"
    with contextlib.ExitStack() as kept:
        try:
            _keep(kept, root, crashes, process)
        except OSError:
            kept.close()
        reporter = CrashReporter(crashes, process, version)
        kept.enter_context(_hooked(reporter))
        try:
            yield
        except (Told, BadInput):
            raise
        except Exception as error:
            reporter.write(error, survived=False)
            raise


def _keep(kept: contextlib.ExitStack, root: Path, crashes: Path, process: str) -> None:
    crashes.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept.callback(tidy, crashes)
    log = begin_program_log(root / "program-log", process)
    kept.callback(log.close)
    kept.callback(logging.getLogger().removeHandler, log)
    trace = kept.enter_context(_trace_file(crashes, process))
    faulthandler.enable(trace)
    kept.callback(faulthandler.disable)


def _trace_file(folder: Path, process: str) -> TextIO:
    return (folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{process}-{os.getpid()}{TRACE_ENDING}").open(
        "w", encoding="utf-8"
    )


class _LoggedErrors(logging.Handler):
    """Hears of errors that a process took and logged, and of those that asyncio found nobody to take."""

    def __init__(self, reporter: CrashReporter) -> None:
        super().__init__(logging.ERROR)
        self._reporter = reporter

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._reporter.write(error, survived=True)


@contextlib.contextmanager
def _hooked(reporter: CrashReporter) -> Generator[None]:
    former, former_of_threads, logged = sys.excepthook, threading.excepthook, _LoggedErrors(reporter)

    def of_process(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, KeyboardInterrupt):
            reporter.write(error, survived=True)
        former(kind, error, trace)

    def of_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            reporter.write(told.exc_value, survived=True)
        former_of_threads(told)

    sys.excepthook, threading.excepthook = of_process, of_thread
    logging.getLogger().addHandler(logged)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = former, former_of_threads
        logging.getLogger().removeHandler(logged)


def tidy(folder: Path) -> None:
    """Removes empty traces of processes that have ended, and the oldest reports beyond `MOST_REPORTS`."""
    import psutil

    with contextlib.suppress(OSError):
        for trace in folder.glob(f"*{TRACE_ENDING}"):
            pid = trace.stem.rpartition("-")[2]
            gone = not pid.isdigit() or int(pid) == os.getpid() or not psutil.pid_exists(int(pid))
            if gone and trace.stat().st_size == 0:
                trace.unlink()
        for old in reports_in(folder)[:-MOST_REPORTS]:
            old.unlink()


def new_reports(folder: Path) -> int:
    """Returns how many reports were written since this was last asked of a data folder."""
    seen = folder / SEEN_FILE
    found = reports_in(folder)
    with contextlib.suppress(OSError):
        last = seen.read_text(encoding="utf-8") if seen.exists() else ""
        if found:
            seen.write_text(found[-1].name, encoding="utf-8")
        return sum(path.name > last for path in found)
    return 0


def reports_in(folder: Path) -> list[Path]:
    """Returns the reports and traces with something in them, the oldest first."""
    with contextlib.suppress(OSError):
        found = [*folder.glob("*.json"), *folder.glob(f"*{TRACE_ENDING}")]
        return sorted((path for path in found if path.stat().st_size), key=lambda path: path.name)
    return []
