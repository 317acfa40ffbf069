"""Answers the windows' questions about the past from the file of the running session, beside the bridge's loop.

Rule: one thread, one question after the other; the loop never waits for the disk, and the links bound how many
questions may wait. What is needed to read (NumPy) is loaded on that thread when somebody first asks.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from console.data_folder import DataFolder
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted


class HistoryDesk:
    """Reads pages of the running session; `session` names it, None while none runs."""

    def __init__(self, data: DataFolder, session: Callable[[], str | None]) -> None:
        self._data, self._session = data, session
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader-of-the-past")

    async def history(self, wanted: HistoryWanted) -> HistoryPage:
        """Returns the first page of what is wanted."""
        session = self._session()
        if session is None:
            return HistoryPage(session=None, from_ms=wanted.from_ms, until_ms=wanted.until_ms, step_ms=wanted.step_ms)
        return await asyncio.get_running_loop().run_in_executor(self._reader, self._read_history, session, wanted)

    async def lines(self, wanted: LinesWanted) -> LinesPage:
        """Returns lines of the log."""
        session = self._session()
        if session is None:
            return LinesPage(session=None)
        return await asyncio.get_running_loop().run_in_executor(self._reader, self._read_lines, session, wanted)

    def close(self) -> None:
        """Ends the thread after the page it is reading; questions that still wait are dropped."""
        self._reader.shutdown(wait=True, cancel_futures=True)

    def _read_history(self, session: str, wanted: HistoryWanted) -> HistoryPage:
        from console.log_book.line_reading import read_history

        return read_history(self._data.session_file(session), session, wanted)

    def _read_lines(self, session: str, wanted: LinesWanted) -> LinesPage:
        from console.log_book.line_reading import read_lines

        return read_lines(self._data.session_file(session), session, wanted)
