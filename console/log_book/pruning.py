"""Takes old samples out of the files of sessions that are over; the chained lines stay for ever.

Rule: what is pruned is measurement beside the chain, so that a pruned log is as whole as before. A file that cannot be
opened is left as it is: its damage is found by whoever reads or verifies it.
"""

import contextlib
import sqlite3
from pathlib import Path

from console.data_folder import DataFolder
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import SessionFile
from console.log_book.session_table import SessionState


def prune_samples(data: DataFolder, before_ms: int) -> int:
    """Returns how many samples of sessions opened before a moment (wall clock, UTC) were taken away.

    Raises `StoreUnusable` when the office store cannot be opened.
    """
    with OfficeStore(data.office_file) as office:
        old = [row for row in office.sessions.all() if row.opened_ms < before_ms and row.state is not SessionState.OPEN]
    pruned = 0
    for row in old:
        with contextlib.suppress(StoreUnusable, sqlite3.Error, OSError):
            pruned += _prune(data.session_file(row.session))
    return pruned


def _prune(path: Path) -> int:
    if not path.is_file() or not SessionFile.holds_samples(path):
        return 0
    file = SessionFile.open(path)
    try:
        return file.prune_samples()
    finally:
        file.settle()
