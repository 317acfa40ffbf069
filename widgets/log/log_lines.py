"""The lines of the log that a window has at hand: the newest, those asked for around a moment, older ones page by page.

Rule: at most `PAST_KEPT` lines of the past are kept; the newest of them go first, for whoever reads backwards has seen
them. What is wanted is found once for each change, not once for each painting.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.lines.line_history import LinesPage, LinesWanted
from console.snapshot import LogTailLine
from widgets.controls.store import Store
from widgets.log.log_filter import LogFilter
from widgets.phrases.log.entries import says_something_new

AROUND_MS = 60_000
LINES_AROUND = 60
"""What is asked for when a moment is older than the lines at hand."""
LINES_OF_PAGE = 200
PAST_KEPT = 2000


class LogLines(QObject):
    """Lines newest first, as far as they are known and wanted."""

    lines_wanted = Signal(object)
    """A `LinesWanted` for the bridge; answered by `take_page`."""

    def __init__(self, store: Store, sentence: Callable[[LogTailLine], str], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._sentence = store, sentence
        self._past: dict[int, LogTailLine] = {}
        self._filter = LogFilter()
        self._found: list[LogTailLine] | None = None
        self._asked_from: int | None = None
        """The number of the oldest line at hand when older ones were asked for."""
        self._at_beginning = False

    @property
    def filter(self) -> LogFilter:
        """What is wanted of the lines."""
        return self._filter

    def set_filter(self, wanted: LogFilter) -> None:
        """Wants these lines from now on."""
        if wanted.group is not self._filter.group:
            self._asked_from, self._at_beginning = None, False
        self._filter = wanted
        self.look_again()

    def look_again(self) -> None:
        """Finds the lines anew when they are next read: more have come, or names are others."""
        self._found = None

    @property
    def found(self) -> list[LogTailLine]:
        """The wanted lines, newest first: without those that come once per site for one act."""
        if self._found is None:
            known = {**self._past, **{line.number: line for line in self._store.log_lines}}
            newest_first = (known[number] for number in sorted(known, reverse=True))
            plain = self._filter == LogFilter()
            self._found = [
                line
                for line in newest_first
                if says_something_new(line.kind, line.what)
                and (plain or self._filter.lets(line, self._sentence(line) if self._filter.text else ""))
            ]
        return self._found

    @property
    def _oldest(self) -> LogTailLine | None:
        """The oldest line at hand; gaps above it are those that nobody asked for."""
        lines = [*self._past.values(), *self._store.log_lines]
        return min(lines, key=lambda line: line.number, default=None)

    def want_around(self, wall_ms: int) -> None:
        """Asks for the lines around a moment where they are older than those at hand."""
        oldest = self._oldest
        if oldest is None or wall_ms < oldest.wall_ms:
            self.lines_wanted.emit(LinesWanted(until_ms=wall_ms + AROUND_MS, most=LINES_AROUND))

    def want_older(self) -> None:
        """Asks for the page before the oldest line at hand, once."""
        oldest = self._oldest
        if oldest is None or oldest.number == 1 or self._at_beginning or self._asked_from == oldest.number:
            return
        self._asked_from = oldest.number
        self.lines_wanted.emit(LinesWanted(until_ms=oldest.wall_ms, most=LINES_OF_PAGE))

    def replace_past(self, page: LinesPage) -> None:
        """Takes the lines around a moment in place of those asked for before."""
        self._past = {line.number: line for line in page.lines}
        self._asked_from, self._at_beginning = None, False
        self.look_again()

    def add_past(self, page: LinesPage) -> None:
        """Takes a page of older lines."""
        oldest = self._oldest
        before = oldest.number if oldest is not None else 0
        for line in page.lines:
            self._past[line.number] = line
        after = self._oldest
        self._at_beginning = self._asked_from == before and after is not None and after.number >= before
        for number in sorted(self._past, reverse=True)[: max(0, len(self._past) - PAST_KEPT)]:
            del self._past[number]
        self.look_again()

    def forget_past(self) -> None:
        """Keeps the newest lines only."""
        self._past, self._asked_from, self._at_beginning = {}, None, False
        self.look_again()
