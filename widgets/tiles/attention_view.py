"""In which order the list stands: by number, those that need attention first, or by cluster.

Rule: the second view is sorted when somebody asks for it and never by itself, so that nothing jumps under the mouse;
what has come about since is counted, not moved.
"""

from console.words import SiteId
from widgets.controls.store import Store
from widgets.drawing.short_names import folded
from widgets.phrases.console import list_words as words
from widgets.rows.list_pages import Entry, Heading
from widgets.rows.site_cells import SiteCells
from widgets.tiles.site_standings import SiteStandings


class AttentionOrder:
    """All sites, those that need attention first, as of the moment at which it was sorted."""

    def __init__(self, cells: SiteCells, standings: SiteStandings) -> None:
        self._cells, self._standings = cells, standings
        self._sorted: tuple[SiteId, ...] = ()
        self._needing: frozenset[SiteId] = frozenset()

    def sort(self) -> None:
        """Sorts anew: place in the meeting with trouble, microphones, errors, warnings, hands, the rest."""
        cell_of, standing_of = self._cells.of, self._standings.of
        self._sorted = tuple(sorted(cell_of, key=lambda site: (standing_of(site).weight, cell_of[site])))
        self._needing = self._standings.needing

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """The sites in that order; those who came since stand at the end."""
        kept = tuple(site for site in self._sorted if site in self._cells.of)
        known = set(kept)
        return kept + tuple(site for site in self._cells.in_order if site not in known)

    @property
    def news(self) -> int:
        """How many sites need attention that did not when it was sorted."""
        return len(self._standings.needing - self._needing)


def clustered(store: Store, sites: tuple[SiteId, ...], standings: SiteStandings) -> tuple[Entry, ...]:
    """Returns the sites under the names of their districts, sites without one last."""
    groups: dict[str, list[SiteId]] = {}
    for site in sites:
        view = store.site(site)
        groups.setdefault(view.district if view is not None else "", []).append(site)
    entries: list[Entry] = []
    for name in sorted(groups, key=lambda name: (not name, folded(name), name)):
        members = groups[name]
        needing = sum(standings.of(site).needs_attention for site in members)
        entries.append(Heading(words.cluster_heading(name or words.without_district(), len(members), needing)))
        entries += members
    return tuple(entries)
