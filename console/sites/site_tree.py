"""The directory as a tree: which site stands above which, any number of tiers deep.

Rule: `Site.parent` alone says it; a parent that is no longer in the directory ends the way up, a loop is told and never
followed.
"""

from collections.abc import Iterable, Mapping

from console.events import Site
from console.words import SiteId


def above(site: SiteId, sites: Mapping[SiteId, Site]) -> tuple[Site, ...]:
    """Returns the sites above one, the nearest first; a loop ends where it would begin again."""
    found: dict[SiteId, Site] = {}
    at = sites.get(site)
    while at is not None and at.parent is not None and at.parent not in found and at.parent != site:
        at = sites.get(at.parent)
        if at is not None:
            found[at.site] = at
    return tuple(found.values())


def stands_above_itself(site: SiteId, sites: Mapping[SiteId, Site]) -> bool:
    """Tells whether the way up from a site comes back to it."""
    way = (sites[site], *above(site, sites)) if site in sites else ()
    return bool(way) and way[-1].parent == site


def tier_of(site: SiteId, sites: Mapping[SiteId, Site]) -> int:
    """Returns how deep a site stands: 1 has nothing above it."""
    return len(above(site, sites)) + 1


def below(site: SiteId, sites: Iterable[Site]) -> tuple[Site, ...]:
    """Returns the sites right below one, in the order given."""
    return tuple(each for each in sites if each.parent == site != each.site)


def all_below(site: SiteId, sites: Iterable[Site]) -> tuple[Site, ...]:
    """Returns every site below one, tier by tier."""
    listed, found = tuple(sites), dict[SiteId, Site]()
    tier = below(site, listed)
    while tier:
        found |= {each.site: each for each in tier}
        under = [each for parent in tier for each in below(parent.site, listed)]
        tier = tuple(each for each in under if each.site not in found and each.site != site)
    return tuple(found.values())
