"""Which branch explains that several sites fail together: a carrier, a district, or the main endpoint's own line.

Rule: a branch is the cause when at least half of its sites that had joined are hit; of several, the one that explains
most sites, then the narrowest. The own line is the cause when half of all are hit and no branch explains as many.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from console.events import Site
from console.words import CauseKind, SiteId

LEAST_SITES = 3
"""Fewer sites than this are alarms of their own."""
LEAST_OF_OWN_LINE = 4


class Cause(NamedTuple):
    """What sites share, its name for people, and the sites it explains."""

    kind: CauseKind
    branch: str
    sites: frozenset[SiteId]


class _Candidate(NamedTuple):
    cause: Cause
    members: int


def branches_of(site: Site) -> tuple[tuple[CauseKind, str], ...]:
    """Returns the branches a site hangs on, the narrowest first."""
    found: list[tuple[CauseKind, str]] = []
    if site.carrier and site.district:
        found.append((CauseKind.CARRIER_IN_DISTRICT, f"{site.carrier} {site.district}"))
    if site.carrier:
        found.append((CauseKind.CARRIER, site.carrier))
    if site.district:
        found.append((CauseKind.DISTRICT, site.district))
    return tuple(found)


def common_cause(hit: Iterable[SiteId], joined: Iterable[SiteId], directory: Mapping[SiteId, Site]) -> Cause | None:
    """Returns the best common cause of the sites that are hit, or None when they fail each for itself."""
    hit_sites = frozenset(hit)
    joined_sites = frozenset(joined) | hit_sites
    if len(hit_sites) < LEAST_SITES:
        return None
    members: dict[tuple[CauseKind, str], set[SiteId]] = defaultdict(set)
    for site in joined_sites:
        for branch in branches_of(directory[site]):
            members[branch].add(site)
    candidates = [
        _Candidate(Cause(kind, branch, hit_sites & own), len(own))
        for (kind, branch), own in members.items()
        if len(own) < len(joined_sites) and _explains(len(hit_sites & own), len(own), LEAST_SITES)
    ]
    if _explains(len(hit_sites), len(joined_sites), LEAST_OF_OWN_LINE):
        candidates.append(_Candidate(Cause(CauseKind.OWN_LINE, "", hit_sites), len(joined_sites)))
    best = min(candidates, key=lambda one: (-len(one.cause.sites), one.members, one.cause.branch), default=None)
    return None if best is None else best.cause


def _explains(hit: int, members: int, least: int) -> bool:
    return hit >= least and 2 * hit >= members
