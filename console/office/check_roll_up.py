"""How technical checks add up from tier to tier: commune under district under the main endpoint.

Rule: a tier's verdict is the worst of its own sites; who has not reported is named, never counted as good.
"""

from collections.abc import Mapping, Sequence

import msgspec

from console.events import Site
from console.words import MAIN_SITE, RehearsalState, SiteId


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many sites stand where."""

    passed: int = 0
    with_remarks: int = 0
    failed: int = 0
    under_way: int = 0
    not_reported: int = 0

    @property
    def sites(self) -> int:
        """How many there are in all."""
        return self.passed + self.with_remarks + self.failed + self.under_way + self.not_reported

    def plus(self, other: "Tally") -> "Tally":
        """Returns both together."""
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


_COUNTED = {
    RehearsalState.PASSED: "passed",
    RehearsalState.REMARK: "with_remarks",
    RehearsalState.FAILED: "failed",
    RehearsalState.MEASURING: "under_way",
    RehearsalState.NOT_TESTED: "not_reported",
}


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A site with all sites below it; `own` is None for one that is not in the meeting or is the main endpoint."""

    site: SiteId
    own: RehearsalState | None
    tally: Tally
    """Its own check and all those below it."""
    not_reported: tuple[SiteId, ...]
    below: tuple["Branch", ...] = ()

    @property
    def worst(self) -> RehearsalState:
        """What the branch comes to."""
        tally = self.tally
        if tally.failed:
            return RehearsalState.FAILED
        if tally.not_reported or tally.under_way:
            return RehearsalState.NOT_TESTED if not tally.under_way else RehearsalState.MEASURING
        return RehearsalState.REMARK if tally.with_remarks else RehearsalState.PASSED


def roll_up(sites: Sequence[Site], states: Mapping[SiteId, RehearsalState]) -> Branch:
    """Returns the main endpoint's branch: commune under district under main endpoint, to any depth.

    `states` has an entry for each site that has to be checked. A parent that is unknown or leads back to the site
    itself is taken for the main endpoint.
    """
    parents = {site.site: site.parent for site in sites}
    below: dict[SiteId, list[SiteId]] = {}
    for site in sites:
        if site.site != MAIN_SITE:
            below.setdefault(_parent(site.site, parents), []).append(site.site)
    return _branch(MAIN_SITE, below, states)


def _parent(site: SiteId, parents: Mapping[SiteId, SiteId | None]) -> SiteId:
    """Returns the parent of a site, the main endpoint where the way up never ends there."""
    seen, at = {site}, parents.get(site)
    while at is not None and at != MAIN_SITE:
        if at in seen or at not in parents:
            return MAIN_SITE
        seen.add(at)
        at = parents[at]
    return parents.get(site) or MAIN_SITE


def _branch(site: SiteId, below: Mapping[SiteId, list[SiteId]], states: Mapping[SiteId, RehearsalState]) -> Branch:
    branches = tuple(_branch(each, below, states) for each in below.get(site, ()))
    branches = tuple(branch for branch in branches if branch.tally.sites)
    own = states.get(site)
    tally = Tally() if own is None else Tally(**{_COUNTED[own]: 1})
    missing = (site,) if own is RehearsalState.NOT_TESTED else ()
    for branch in branches:
        tally = tally.plus(branch.tally)
        missing = (*missing, *branch.not_reported)
    return Branch(site=site, own=own, tally=tally, not_reported=missing, below=branches)
