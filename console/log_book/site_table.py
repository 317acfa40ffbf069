"""The directory of sites in the office store.

Rule: rows are `Site` values and nothing else; what a list may hold is judged by `console.sites.directory`.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from console.events import Site
from console.log_book.database import rows, writing
from console.log_book.sqlite_library import Database
from console.sites.directory import in_order
from console.words import MAIN_SITE, SiteId, SiteRole


class SiteTable:
    """The sites of a data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @staticmethod
    def make(database: Database) -> None:
        """Makes the table."""
        database.conn.execute(
            "CREATE TABLE sites (site TEXT PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL,"
            " role TEXT NOT NULL, parent TEXT, district TEXT NOT NULL, carrier TEXT NOT NULL, contacts TEXT NOT NULL)"
        )

    def all(self) -> tuple[Site, ...]:
        """Returns all sites, the main endpoint first, then by number."""
        return in_order(_site(row) for row in rows(self._database, "SELECT * FROM sites"))

    def get(self, site: SiteId) -> Site | None:
        """Returns one site; None when it is not in the directory."""
        found = rows(self._database, "SELECT * FROM sites WHERE site = ?", [site])
        return _site(found[0]) if found else None

    def put(self, sites: Iterable[Site]) -> None:
        """Adds sites, or changes those that are there; all or none."""
        with writing(self._database) as connection:
            connection.executemany(_PUT, [_row(site) for site in sites])

    def replace(self, sites: Iterable[Site]) -> tuple[Site, ...]:
        """Makes these the whole directory and returns the sites that are gone; the main endpoint always stays."""
        wanted = tuple(sites)
        kept = {site.site for site in wanted} | {MAIN_SITE}
        gone = tuple(site for site in self.all() if site.site not in kept)
        with writing(self._database) as connection:
            connection.executemany("DELETE FROM sites WHERE site = ?", [(site.site,) for site in gone])
            connection.executemany(_PUT, [_row(site) for site in wanted])
        return gone

    def ensure_main(self, name: str) -> Site:
        """Returns the main endpoint, made with this name when the directory has none."""
        main = self.get(MAIN_SITE)
        if main is None:
            main = Site(site=MAIN_SITE, number=0, name=name, role=SiteRole.MAIN_ENDPOINT)
            self.put([main])
        return main


_PUT = (
    "INSERT OR REPLACE INTO sites (site, number, name, role, parent, district, carrier, contacts)"
    " VALUES (:site, :number, :name, :role, :parent, :district, :carrier, :contacts)"
)


def _row(site: Site) -> dict[str, Any]:
    return msgspec.to_builtins(site)


def _site(row: dict[str, Any]) -> Site:
    return msgspec.convert(row, Site)
