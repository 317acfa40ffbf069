"""Who of very many open microphones is mixed: the loudest, so that sixty open sites cost no more than eight.

Rule: pure. Up to `MOST_MIXED` open sites are all mixed, whatever they send. Beyond that the loudest are, by a level
that rises at once and falls slowly; who is in is not thrown out by somebody only a little louder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.words import SiteId

MOST_MIXED = 8
LEAST_LEVEL_DB = -60.0
INCUMBENT_DB = 6.0
FALL_DB_PER_FRAME = 0.5
"""25 dB in a second: a pause between two sentences keeps a speaker's place."""


@dataclass(slots=True)
class SpeakerChoice:
    """The choice, frame by frame; `chosen` is the present one."""

    chosen: frozenset[SiteId] = frozenset()
    _levels: dict[SiteId, float] = field(default_factory=dict)

    def choose(self, levels: Mapping[SiteId, float | None]) -> frozenset[SiteId]:
        """Takes the level of each open site in this frame (None: nothing arrived) and returns who is mixed."""
        if len(levels) <= MOST_MIXED:
            self.chosen = frozenset(levels)
            self._levels.clear()
            return self.chosen
        self._levels = {site: self._smooth(site, level) for site, level in levels.items()}
        candidates = [site for site, level in self._levels.items() if level > LEAST_LEVEL_DB]
        candidates.sort(key=self._rank, reverse=True)
        self.chosen = frozenset(candidates[:MOST_MIXED])
        return self.chosen

    def _smooth(self, site: SiteId, level: float | None) -> float:
        fallen = self._levels.get(site, -127.0) - FALL_DB_PER_FRAME
        return fallen if level is None else max(level, fallen)

    def _rank(self, site: SiteId) -> tuple[float, SiteId]:
        bonus = INCUMBENT_DB if site in self.chosen else 0.0
        return self._levels[site] + bonus, site
