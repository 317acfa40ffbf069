"""Sites as people see them in one row: the live directory and what the office knows beside it.

Rule: a row is only a view; it is taken apart again into a `Site` and a `SitePlace` before anything is kept.
"""

from collections.abc import Iterable

import msgspec

from console.events import Site
from console.office.places import SitePlace
from console.words import MAIN_SITE, SiteId, SiteRole

DIRECTORY_FIELDS = ("number", "name", "parent", "district", "carrier", "contacts")


class SiteRow(SitePlace, frozen=True, kw_only=True, tag="site_row"):
    """A site with all that is known of it; never kept as such."""

    number: int = 0
    name: str = ""
    parent: SiteId | None = None
    district: str = ""
    carrier: str = ""
    contacts: str = ""


def rows_of(sites: Iterable[Site], places: Iterable[SitePlace]) -> tuple[SiteRow, ...]:
    """Returns the sites in their order, each with its place; a place whose site is gone is left out."""
    by_site = {place.id: place for place in places}
    return tuple(_row(site, by_site.get(site.site, SitePlace(id=site.site))) for site in sites)


def _row(site: Site, place: SitePlace) -> SiteRow:
    return SiteRow(**msgspec.structs.asdict(place), **{name: getattr(site, name) for name in DIRECTORY_FIELDS})


def site_in(row: SiteRow) -> Site:
    """Returns the part of a row that stands in the live directory."""
    role = SiteRole.MAIN_ENDPOINT if row.id == MAIN_SITE else SiteRole.SATELLITE
    return Site(site=row.id, role=role, **{name: getattr(row, name) for name in DIRECTORY_FIELDS})


def place_in(row: SiteRow) -> SitePlace:
    """Returns the part of a row that stands in the register."""
    return SitePlace(**{name: getattr(row, name) for name in SitePlace.__struct_fields__})
