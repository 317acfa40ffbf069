"""Which cell each site has: one place for the whole meeting, whatever happens.

Rule: sites stand by number; while a session runs nobody moves, who comes later takes a free cell.
"""

from PySide6.QtCore import QObject, Signal

from console.words import SiteId
from widgets.controls.store import Store


class SiteCells(QObject):
    """The cells of all satellites, counted from 0."""

    changed = Signal()
    """Sites came or left."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._of: dict[SiteId, int] = {}
        store.roster_changed.connect(self._take_roster)
        self._take_roster()

    @property
    def of(self) -> dict[SiteId, int]:
        """The cell of each site."""
        return self._of

    @property
    def count(self) -> int:
        """How many cells there are, those that somebody has left among them."""
        return max(self._of.values(), default=-1) + 1

    @property
    def in_order(self) -> tuple[SiteId, ...]:
        """The sites in the order of their cells."""
        return tuple(sorted(self._of, key=self._of.__getitem__))

    def _take_roster(self) -> None:
        self._of = cells_after(self._of, self._store.roster, keep=self._store.session.running)
        self.changed.emit()


def cells_after(cells: dict[SiteId, int], roster: tuple[SiteId, ...], *, keep: bool) -> dict[SiteId, int]:
    """Returns the cell of each site: by number; with `keep` a site stays in its cell and new ones take free cells."""
    kept = {site: cell for site, cell in cells.items() if site in roster} if keep else {}
    taken = set(kept.values())
    free = (cell for cell in range(len(roster) + len(cells) + 1) if cell not in taken)
    return kept | {site: next(free) for site in roster if site not in kept}
