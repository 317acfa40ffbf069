"""When a site was away during a session: from the first silence to the moment it was back.

Rule: moments are the wall clock's, lengths are measured by the bridge's own clock. A site that left in the last minute
and stayed away has gone home; nobody lost it.
"""

from collections.abc import Iterable

import msgspec

from console.records.moments import Moment
from console.words import SiteId

END_GRACE_MS = 60_000


class Outage(msgspec.Struct, frozen=True, kw_only=True):
    """A time in which nothing came from a site; without `to_ms` it lasted to the session's end."""

    from_ms: int
    to_ms: int | None
    took_ms: int


def outages_of(moments: Iterable[Moment]) -> dict[SiteId, tuple[Outage, ...]]:
    """Returns each site's outages in order; sites without one are left out."""
    away = _Away()
    last: Moment | None = None
    for moment in moments:
        away.hear(moment, last)
        last = moment
    if last is not None:
        away.end(last)
    return {site: tuple(found) for site, found in away.outages.items()}


class _Away:
    """Follows who is silent since when, line by line."""

    def __init__(self) -> None:
        self.outages: dict[SiteId, list[Outage]] = {}
        self._there: set[SiteId] = set()
        self._since: dict[SiteId, Moment] = {}

    def hear(self, moment: Moment, last: Moment | None) -> None:
        site = moment.what.get("site")
        match moment.kind:
            case "site-joined" | "site-came-back":
                self._there.add(str(site))
                self._back(str(site), moment)
            case "site-went-old" | "site-left" if site in self._there:
                self._since.setdefault(str(site), moment)
            case "bridge-started" if moment.what.get("restart") and last is not None:
                # A bridge that died says of nobody that it left; each site is away until it joins again.
                for there in self._there:
                    self._since.setdefault(there, last)
            case _:
                pass

    def _back(self, site: SiteId, moment: Moment) -> None:
        since = self._since.pop(site, None)
        if since is not None:
            outage = Outage(from_ms=since.wall_ms, to_ms=moment.wall_ms, took_ms=moment.steady_ms - since.steady_ms)
            self.outages.setdefault(site, []).append(outage)

    def end(self, last: Moment) -> None:
        for site, since in self._since.items():
            took_ms = last.steady_ms - since.steady_ms
            if took_ms > END_GRACE_MS:
                self.outages.setdefault(site, []).append(Outage(from_ms=since.wall_ms, to_ms=None, took_ms=took_ms))
