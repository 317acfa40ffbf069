"""The levels of the moment as the meters show them.

Rule: a level that is no longer written counts as silence after half a second, so that a meter never freezes high.
"""

from console.words import SiteId
from widgets.drawing.sources import LevelSource

FLOOR_DB = -60.0
READS_TO_LIVE = 5
"""Readings without a change (at 10 Hz) after which a level is no longer believed."""


class LevelBoard:
    """Reads the source once per tick and answers for every site."""

    def __init__(self, source: LevelSource) -> None:
        self._source = source
        self._shares: dict[SiteId, float] = {}
        self._seen: dict[SiteId, tuple[int, int]] = {}

    def refresh(self) -> None:
        """Reads all levels; called at 10 Hz."""
        shares: dict[SiteId, float] = {}
        for site, level in self._source.read().items():
            updated_ms, unchanged = self._seen.get(site, (-1, 0))
            unchanged = unchanged + 1 if level.updated_ms == updated_ms else 0
            self._seen[site] = (level.updated_ms, unchanged)
            if level.level_db is not None and unchanged < READS_TO_LIVE:
                shares[site] = min(1.0, max(0.0, 1 - level.level_db / FLOOR_DB))
        self._shares = shares

    def share(self, site: SiteId | None) -> float:
        """Returns how far a meter is lit, 0 to 1."""
        return self._shares.get(site, 0.0) if site is not None else 0.0
