"""The past of a painted meeting as a bridge would read it from its file: figures of all lines, and the events.

Rule: pages are made on a thread of their own, as the real bridge does, so that drawing goes on meanwhile.
"""

import asyncio

import msgspec

from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from tests.screenshots import scene as scenes
from tests.screenshots.past import MadeUpPast, events


class PaintedPast:
    """So many hours up to now."""

    def __init__(self, sites: int, hours: float, now_ms: int) -> None:
        by_ms = now_ms - scenes.NOW_MS
        lines = [msgspec.structs.replace(line, wall_ms=line.wall_ms + by_ms) for line in events()]
        self._past = MadeUpPast(sites, hours, until_ms=now_ms, lines=lines)

    async def history(self, wanted: HistoryWanted) -> HistoryPage:
        """Returns the first page of what is wanted."""
        return await asyncio.to_thread(self._past.page, wanted)

    async def lines(self, wanted: LinesWanted) -> LinesPage:
        """Returns the meeting's events."""
        return self._past.told(wanted)
