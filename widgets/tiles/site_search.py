"""Finds sites by number, name, district or carrier, without accents.

Rule: pure text over what the snapshot says; finding never reorders: who filters sees the same order with gaps closed.
"""

from console.snapshot import SiteView
from console.words import SiteId
from widgets.controls.store import Store
from widgets.drawing.short_names import folded

NUMBER, NAME_BEGINS, NAME_HAS, BRANCH_HAS = range(4)
"""How well a site matches, the best first."""


def rank_of(view: SiteView, wanted: str) -> int | None:
    """Returns how well a site matches a folded text, the best lowest; None: not at all."""
    name = folded(view.name)
    if str(view.number) == wanted:
        return NUMBER
    if any(words.startswith(wanted) for words in _tails(name)):
        return NAME_BEGINS
    if wanted in name:
        return NAME_HAS
    branches = (folded(view.district), folded(view.carrier))
    return BRANCH_HAS if any(words.startswith(wanted) for branch in branches for words in _tails(branch)) else None


def found_sites(store: Store, text: str) -> list[SiteId]:
    """Returns the sites that match a typed text, the best first, equals by number; none for an empty text."""
    wanted = folded(text.strip())
    if not wanted:
        return []
    ranked: list[tuple[int, int, SiteId]] = []
    for place, site in enumerate(store.roster):
        view = store.site(site)
        rank = rank_of(view, wanted) if view is not None else None
        if rank is not None:
            ranked.append((rank, place, site))
    return [site for _, _, site in sorted(ranked)]


def _tails(name: str) -> list[str]:
    parts = name.split(" ")
    return [" ".join(parts[index:]) for index in range(len(parts))]
