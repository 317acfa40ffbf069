"""The program's own log: one file of JSON lines for each kind of process, bounded, without secrets.

Rule: it is for whoever mends the program; what a meeting has to prove stands in the session's log. Own modules write
from INFO, others from WARNING. A disk that cannot be written silences it and disturbs nothing.
"""

import logging
import os
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

import msgspec

from hardware.processes.reports.redaction import without_secrets

MOST_OCTETS = 1024 * 1024
FORMER_FILES = 3
LONGEST_TEXT = 4000


class LogLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line; `error` is a traceback."""

    at: str
    level: str
    process: str
    pid: int
    source: str
    text: str
    error: str = ""


class _LineFormatter(logging.Formatter):
    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = process

    def format(self, record: logging.LogRecord) -> str:
        error = self.formatException(record.exc_info) if record.exc_info else ""
        line = LogLine(
            at=datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            level=record.levelname.lower(),
            process=self._process,
            pid=os.getpid(),
            source=record.name,
            text=without_secrets(record.getMessage())[:LONGEST_TEXT],
            error=without_secrets(error)[-LONGEST_TEXT:],
        )
        return msgspec.json.encode(line).decode()


class _QuietFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Lets the line go: there is nowhere left to say that it could not be written."""


def begin_program_log(folder: Path, process: str) -> logging.Handler:
    """Lets everything that is logged in this process go to `folder/PROCESS.jsonl`; raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _QuietFile(
        folder / f"{process}.jsonl", maxBytes=MOST_OCTETS, backupCount=FORMER_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(_LineFormatter(process))
    root = logging.getLogger()
    root.addHandler(handler)
    for own in ("console", "hardware", "widgets"):
        logging.getLogger(own).setLevel(logging.INFO)
    return handler
