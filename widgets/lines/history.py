"""The lines of all sites over the whole meeting as this window knows them: from the bridge's file, then live.

Rule: memory is fixed by the number of sites. While nobody looks nothing is collected; what was missed, also while the
bridge was out of reach, is asked for when it is wanted again, and what nobody measured stays a gap.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from console.lines.line_history import HistoryPage, HistoryWanted, LineFigure, LinesPage, LinesWanted
from console.snapshot import LogTailLine
from console.words import LinkState, SiteId
from widgets.controls.store import Store
from widgets.lines.history_grid import FIGURES, LARGEST, LineGrid, Single
from widgets.lines.history_marks import MARK_KINDS, is_mark

RECENT_STEP_MS = 5_000
RECENT_COLUMNS = 900
"""An hour and a quarter as finely as the bridge keeps it."""
MISSED_MS = 3_000
"""Longer than this between two seconds: those between them were missed."""
WHOLE_STEP_MS = 30_000
WHOLE_COLUMNS = 1_440
"""Twelve hours; a longer meeting doubles the step."""
DETAIL_COLUMNS = 900
IN_MEETING = frozenset({LinkState.LIVE, LinkState.OLD})
NOTHING: tuple[float | None, ...] = (None,) * FIGURES
MOST_MARKS = 500
"""Events of the meeting that are marked; the oldest are dropped, the log holds them all."""


class LineHistory(QObject):
    """What plots and heat map draw; `take_sample` is called once a second while somebody looks."""

    advanced = Signal()
    """A second was taken."""
    rewritten = Signal()
    """The past has changed: a page came, other sites, another session."""
    marks_changed = Signal()
    page_wanted = Signal(object)
    """A `HistoryWanted` for the bridge; answered by `take_page`, or by `page_failed`."""
    lines_wanted = Signal(object)
    """A `LinesWanted` for the bridge; answered by `take_lines`."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._watched = False
        self._session: str | None = None
        self._questions: list[HistoryWanted] = []
        self._asked: HistoryWanted | None = None
        self._last_second_ms: int | None = None
        self._again: tuple[int, int] | None = None
        """What is asked for once more: since when, and when."""
        self._changed: set[SiteId] = set()
        self._last_line = 0
        self.unreadable = False
        self.marks: list[LogTailLine] = []
        self._make_grids()
        store.site_changed.connect(self._note_site)
        store.roster_changed.connect(self._follow_roster)
        store.session_changed.connect(self._follow_session)
        store.log_changed.connect(self._follow_log)
        store.link_lost_changed.connect(self._follow_link)

    # ------------------------------------------------------------ who looks

    def watch(self) -> None:
        """Somebody looks from now on."""
        if not self._watched:
            self._watched = True
            self._changed.update(self._store.roster)
            self._follow_session()
            self._follow_log()
            self._ask_missing()

    def rest(self) -> None:
        """Nobody looks any more: nothing is collected."""
        self._watched = False

    # ------------------------------------------------------------ live

    def _note_site(self, site: SiteId) -> None:
        if self._watched:
            self._changed.add(site)

    def take_sample(self) -> None:
        """Takes the present second of all sites, where the bridge is there to tell it."""
        if not self._watched or self._store.link_lost or not self._store.known:
            return
        now_ms = self._store.now_ms
        self._ask_for_missed(now_ms)
        self._take_changes()
        if now_ms - self._start_of(self.whole) >= WHOLE_COLUMNS * self.whole.step_ms:
            self.whole = self.whole.coarser()
        self.recent.put_second(now_ms, self._present)
        self.whole.put_second(now_ms, self._present)
        if self._detail is not None and self._detail.newest_ms + self._detail.step_ms > now_ms:
            self._detail.put_second(now_ms, self._present)
        self._last_second_ms = now_ms
        self.advanced.emit()

    def _take_changes(self) -> None:
        """Brings the present figures up to date for the sites of which something was said."""
        rows = [row for site in self._changed if (row := self.recent.rows.get(site)) is not None]
        if rows:
            figures = np.array([self._figures_of(self.recent.sites[row]) for row in rows], dtype=np.float32)
            self._present[:, rows] = np.minimum(figures, LARGEST).T
        self._changed.clear()

    def _figures_of(self, site: SiteId) -> tuple[float | None, ...]:
        view = self._store.site(site)
        if view is None or view.link not in IN_MEETING:
            return NOTHING
        line = view.line
        return line.kilobits, line.loss_percent, line.jitter_ms, line.round_trip_ms

    def _start_of(self, grid: LineGrid) -> int:
        return max(self.start_ms // grid.step_ms * grid.step_ms, 0)

    # ------------------------------------------------------------ the past

    def take_page(self, page: HistoryPage) -> None:
        """Takes a page of the past and asks for the next."""
        wanted, self._asked = self._asked, None
        if wanted is None or page.session != self._session:
            return
        self.unreadable = page.unreadable
        for grid in (self.recent, self.whole, self._detail, self._coming):
            if grid is not None and page.sites and page.step_ms == grid.step_ms:
                grid.put_page(page)
        if wanted.from_ms < page.until_ms < wanted.until_ms:
            rest = HistoryWanted(from_ms=page.until_ms, until_ms=wanted.until_ms, step_ms=wanted.step_ms)
            self._questions.insert(0, rest)
        else:
            if self._coming is not None and wanted.step_ms == self._coming.step_ms:
                self._detail, self._coming = self._coming, None
            self.rewritten.emit()  # once for a stretch of the past, however many pages it took
        self._ask_next()

    def page_failed(self) -> None:
        """Notes that a page did not come; it is asked for again with the next connection."""
        self._asked = self._coming = None
        self._questions.clear()
        self._last_second_ms = None

    def want_detail(self, from_ms: int, until_ms: int, step_ms: int) -> None:
        """Asks for a part of the past more finely than it is known; it replaces the last such part."""
        step_ms = max(RECENT_STEP_MS, step_ms // RECENT_STEP_MS * RECENT_STEP_MS)
        if from_ms >= self.recent.oldest_ms or step_ms >= self.whole.step_ms:
            return
        known = [grid for grid in (self._detail, self._coming) if grid is not None and grid.step_ms == step_ms]
        if any(grid.oldest_ms <= from_ms and until_ms <= grid.newest_ms + step_ms for grid in known):
            return
        margin_ms = (DETAIL_COLUMNS * step_ms - (until_ms - from_ms)) // 2
        coming = LineGrid(self._store.roster, DETAIL_COLUMNS, step_ms)
        coming.advance(min(until_ms + margin_ms, self._store.now_ms))
        # Until it is here, the coarser past is shown: better than a gap that is none.
        self._coming = coming
        self._want(coming.oldest_ms, coming.newest_ms + step_ms, step_ms)
        self._ask_next()

    def _ask_for_missed(self, now_ms: int) -> None:
        """Asks for seconds that nobody took here (the window was minimised), and for what the file did not hold yet."""
        if self._last_second_ms is not None and now_ms - self._last_second_ms > MISSED_MS:
            self._ask_missing()
        elif self._again is not None and now_ms >= self._again[1]:
            since_ms, self._again = self._again[0], None
            self._want(since_ms, now_ms, self.recent.step_ms)
            self._want(since_ms, now_ms, self.whole.step_ms)
            self._ask_next()

    def _ask_missing(self) -> None:
        """Asks for everything since the last second that was taken here: of the last hour first."""
        if self._session is None or self._store.link_lost:
            return
        now_ms = self._store.now_ms
        since_ms = self.start_ms if self._last_second_ms is None else self._last_second_ms
        for grid in (self.recent, self.whole):
            grid.advance(now_ms)
            self._want(max(since_ms, grid.oldest_ms), now_ms, grid.step_ms)
        self._last_second_ms = now_ms
        # The bridge writes a point when its time is over: the newest one is not in the file yet.
        self._again = (now_ms - 2 * RECENT_STEP_MS, now_ms + 2 * RECENT_STEP_MS)
        self._ask_next()

    def _want(self, from_ms: int, until_ms: int, step_ms: int) -> None:
        if self._session is not None and until_ms - from_ms >= RECENT_STEP_MS:
            self._questions.append(HistoryWanted(from_ms=from_ms, until_ms=until_ms, step_ms=step_ms))

    def _ask_next(self) -> None:
        if self._asked is None and self._questions and self._watched:
            self._asked = self._questions.pop(0)
            self.page_wanted.emit(self._asked)

    # ------------------------------------------------------------ events

    def take_lines(self, page: LinesPage) -> None:
        """Takes the meeting's events from the log."""
        if page.session == self._session:
            self._add_marks(page.lines)

    def set_events(self, lines: Sequence[LogTailLine]) -> None:
        """Marks these events and no others."""
        self.marks = []
        self._add_marks(lines)

    def _follow_log(self) -> None:
        if not self._watched:
            return
        fresh = [line for line in self._store.log_lines if line.number > self._last_line]
        if fresh:
            self._last_line = fresh[-1].number
            self._add_marks(fresh)

    def _add_marks(self, lines: Sequence[LogTailLine]) -> None:
        known = {line.number: line for line in self.marks}
        known |= {line.number: line for line in lines if is_mark(line)}
        marks = [known[number] for number in sorted(known)][-MOST_MARKS:]
        if marks != self.marks:
            self.marks = marks
            self.marks_changed.emit()

    # ------------------------------------------------------------ what is read

    @property
    def start_ms(self) -> int:
        """Where the meeting began, or where this window began to look at it."""
        started_ms = self._store.session.started_ms
        return self._began_ms if started_ms is None else started_ms

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """The rows, in the order of the sites' numbers."""
        return self.recent.sites

    @property
    def octets(self) -> int:
        """Memory of all figures."""
        return sum(grid.octets for grid in (self.recent, self.whole, self._detail) if grid is not None)

    def grid_for(self, from_ms: int, until_ms: int) -> LineGrid:
        """Returns the finest grid that reaches over a time."""
        if from_ms >= self.recent.oldest_ms:
            return self.recent
        detail = self._detail
        if detail is not None and detail.oldest_ms <= from_ms and until_ms <= detail.newest_ms + detail.step_ms:
            return detail
        return self.whole

    def present(self, site: SiteId, figure: LineFigure) -> float | None:
        """Returns a figure of this second; None: not measured."""
        return self._figures_of(site)[figure]

    def losses_now(self) -> Single:
        """Returns the loss of every site in the last second that was taken; NaN: not measured."""
        return self._present[LineFigure.LOSS_PERCENT]

    def highest_loss(self, edges: NDArray[np.int64]) -> Single:
        """Returns the worst loss of every site between each two moments: (site, interval)."""
        return self.grid_for(int(edges[0]), int(edges[-1])).highest(LineFigure.LOSS_PERCENT, edges)

    # ------------------------------------------------------------ beginnings

    def _make_grids(self) -> None:
        roster = self._store.roster
        self._began_ms = self._store.now_ms
        self.recent = LineGrid(roster, RECENT_COLUMNS, RECENT_STEP_MS)
        self.whole = LineGrid(roster, WHOLE_COLUMNS, WHOLE_STEP_MS)
        self._detail: LineGrid | None = None
        self._coming: LineGrid | None = None
        self._present: Single = np.full((FIGURES, len(roster)), np.nan, dtype=np.float32)
        self._last_second_ms = None

    def _follow_roster(self) -> None:
        roster = self._store.roster
        if roster != self.recent.sites:
            self.recent, self.whole = self.recent.with_sites(roster), self.whole.with_sites(roster)
            self._detail = self._coming = None
            self._present = np.full((FIGURES, len(roster)), np.nan, dtype=np.float32)
            self._changed.update(roster)
            if self._watched:
                self._last_second_ms = None
                self._ask_missing()
            self.rewritten.emit()

    def _follow_session(self) -> None:
        session = self._store.session.session
        if session is None or session == self._session or not self._watched:
            return  # what was measured before a session, and after it, stays in sight
        self._session = session
        self._questions.clear()
        self._asked = None
        self._make_grids()
        self._changed.update(self._store.roster)
        while self._store.now_ms - self.start_ms > WHOLE_COLUMNS * self.whole.step_ms:
            self.whole = LineGrid(self._store.roster, WHOLE_COLUMNS, self.whole.step_ms * 2)
        self.set_events(())
        self._last_line = 0
        self._follow_log()
        self._ask_missing()
        self.lines_wanted.emit(LinesWanted(until_ms=self._store.now_ms, kinds=tuple(sorted(MARK_KINDS))))
        self.rewritten.emit()

    def _follow_link(self, lost: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._asked = self._coming = None
        self._questions.clear()
        if not lost and self._watched:
            self._ask_missing()
