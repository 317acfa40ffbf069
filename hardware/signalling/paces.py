"""How often somebody may ask: of each address connections and requests, of each site joins.

Rule: what is within the pace costs a subtraction; what is beyond is closed, made to wait, or told to wait, and never
held in memory. An address may stand for a whole district: its pace is many times what its sites need, and whoever
shares it with a flood is slowed down and never locked out.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from console.events import JoinsBounded
from console.words import SiteId

MOST_REMEMBERED: Final = 1024
"""Further ones push out the oldest."""
CALM_SECONDS: Final = 10.0
"""A site that asked too often is named until it has not done so for this long."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, and so many a second after that."""

    at_once: int
    per_second: float


class Paces:
    """The pace of each of many."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.monotonic) -> None:
        self._pace, self._clock = pace, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def may(self, who: str, pace: Pace | None = None) -> bool:
        """Counts one of somebody and tells whether it is within the pace, `pace` where it has one of its own."""
        pace, now = pace or self._pace, self._clock()
        left, since = self._left.pop(who, (float(pace.at_once), now))
        left = min(float(pace.at_once), left + (now - since) * pace.per_second)
        within = left >= 1
        self._left[who] = (left - 1 if within else left, now)
        while len(self._left) > MOST_REMEMBERED:
            self._left.popitem(last=False)
        return within


class JoinPaces:
    """The joins of each site; who asks too often is told of, and told of again when it is over."""

    def __init__(self, pace: Pace, tell: Callable[[JoinsBounded], None], calm_seconds: float = CALM_SECONDS) -> None:
        self._paces, self._tell, self._calm_seconds = Paces(pace), tell, calm_seconds
        self._named: dict[SiteId, asyncio.TimerHandle] = {}

    def may_join(self, site: SiteId) -> bool:
        """Counts one join of a site with a good credential; tells whether it is within the pace."""
        if self._paces.may(site):
            return True
        named = self._named.pop(site, None)
        if named is None:
            self._tell(JoinsBounded(site=site, standing=True))
        else:
            named.cancel()
        self._named[site] = asyncio.get_running_loop().call_later(self._calm_seconds, self._over, site)
        return False

    def _over(self, site: SiteId) -> None:
        del self._named[site]
        self._tell(JoinsBounded(site=site, standing=False))

    def close(self) -> None:
        """Ends; what is named stays named, for nobody is told any more."""
        for timer in self._named.values():
            timer.cancel()
        self._named.clear()
