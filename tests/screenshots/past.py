"""A made-up past of a meeting for screenshots, widget tests and benches: what the bridge's file would hold."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted, aligned, columns_of_page
from console.log_book.line_reading import bucketed
from console.snapshot import LogTailLine
from tests.screenshots import scene as scenes

if TYPE_CHECKING:
    from widgets.lines.line_column import LineColumn

POINT_MS = 5000


@dataclass
class MadeUpPast:
    """Points of all sites every five seconds up to a moment, with the troubles of the reference pictures."""

    sites: int
    hours: float
    until_ms: int = scenes.NOW_MS
    session: str = "one"
    lines: list[LogTailLine] = field(default_factory=list)
    pages: int = 0
    figures: NDArray[np.float32] = field(init=False)
    """(point, site, figure)"""

    def __post_init__(self) -> None:
        rng = np.random.default_rng(7)
        count = int(self.hours * 3600 * 1000 / POINT_MS)
        shape = (count, self.sites)
        self.figures = np.empty((*shape, 4), dtype=np.float32)
        self.figures[:, :, 0] = 97 + rng.normal(0, 3, shape)
        self.figures[:, :, 1] = np.maximum(0, rng.gamma(0.35, 0.35, shape)).clip(0, 0.95)
        self.figures[:, :, 2] = 7 + rng.gamma(2, 1.2, shape)
        self.figures[:, :, 3] = 30 + rng.gamma(2, 3, shape)
        self.from_ms = self.until_ms - count * POINT_MS
        if self.sites >= 36:
            self._trouble()

    def _trouble(self) -> None:
        rise = np.linspace(0.4, 7.4, 110)
        at = self.figures
        at[-110:, 16, 1] = rise
        at[-110:, 16, 0] = np.linspace(95, 61, 110)
        at[-110:, 16, 2] += np.linspace(0, 12, 110)
        at[-110:, 16, 3] += np.linspace(0, 110, 110)
        at[-480:-460, 16] = np.nan
        at[-620:-580, 10, 1] = 2.4
        at[-420:-330, 28, 1] = 1.8
        at[-230:-215, 20, 1] = 3.0
        at[-214:-206, 20, 1] = 6.5
        at[-60:, 5, 1] = 2.8
        at[-27:, 24] = np.nan
        at[-14:, 33, 1] = 1.4

    def answer(self, column: "LineColumn") -> None:
        """Answers a column as the bridge would, at once."""
        column.page_wanted.connect(lambda wanted: column.take_page(self.page(wanted)))
        column.lines_wanted.connect(lambda wanted: column.take_lines(self.told(wanted)))

    def page(self, wanted: HistoryWanted) -> HistoryPage:
        """Returns the first page of what is wanted."""
        self.pages += 1
        wanted = aligned(wanted)
        until_ms = min(wanted.until_ms, wanted.from_ms + columns_of_page(self.sites) * wanted.step_ms)
        moments = self.from_ms + np.arange(len(self.figures), dtype=np.int64) * POINT_MS
        inside = (moments >= wanted.from_ms) & (moments < until_ms)
        frame = {"session": self.session, "from_ms": wanted.from_ms, "until_ms": until_ms, "step_ms": wanted.step_ms}
        if not inside.any():
            return HistoryPage(**frame)
        buckets = (moments[inside] - wanted.from_ms) // wanted.step_ms
        stats = bucketed(self.figures[inside], buckets, (until_ms - wanted.from_ms) // wanted.step_ms)
        low, mean, high = (stat.astype("<f2").tobytes() for stat in stats)
        sites = tuple(scenes.site_id(number) for number in range(1, self.sites + 1))
        return HistoryPage(**frame, sites=sites, low=low, mean=mean, high=high)

    def told(self, wanted: LinesWanted) -> LinesPage:
        """Returns the meeting's events."""
        lines = tuple(line for line in self.lines if line.kind in wanted.kinds and line.wall_ms <= wanted.until_ms)
        return LinesPage(session=self.session, lines=lines)


def events() -> list[LogTailLine]:
    """Returns the events of the reference pictures."""
    return [
        scenes.line(100, 3180, "podium-taken", 3, layout="podium", waiting=False, order=1),
        scenes.line(200, 1980, "podium-taken", 7, layout="podium", waiting=False, order=2),
        scenes.line(300, 870, "silence-ordered", except_sites=[], order=3),
        scenes.line(400, 360, "podium-taken", 9, layout="podium", waiting=False, order=4),
        scenes.line(410, 250, "alarm-raised", alarm_id="a1", alarm="line", severity="error", sites=["s017"]),
    ]
