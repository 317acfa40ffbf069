"""Which camera the panel speaks of: the main room's, and those of the sites that matter at this moment.

Rule: nothing changes the chosen camera under a hand. A satellite's stays chosen also while its program is away and has
yet to name it again: the keys must not turn to another room's camera meanwhile.
"""

from PySide6.QtCore import QObject

from console.snapshot import CameraView
from console.words import MAIN_SITE, SiteId
from widgets.cameras.camera_in_hand import CameraInHand, CameraKey
from widgets.controls.selection import Selection
from widgets.controls.store import Store


def key_of(view: CameraView) -> CameraKey:
    """Returns site and name of a camera."""
    return view.site, view.name


class CameraChoice(CameraInHand):
    """The cameras on offer and the chosen one."""

    def __init__(self, store: Store, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        store.camera_changed.connect(self._follow)
        for signal in (store.podium_changed, store.on_deck_changed, store.roster_changed, selection.changed):
            signal.connect(self._follow)

    @property
    def view(self) -> CameraView | None:
        """What is known of the chosen camera."""
        return next((view for view in self._store.cameras if key_of(view) == self.key), None)

    @property
    def away(self) -> bool:
        """Whether the chosen camera is one of a satellite whose program has yet to name it again."""
        known = self.key is not None and self.key[0] != MAIN_SITE and self._store.site(self.key[0]) is not None
        return known and self.view is None

    @property
    def offered(self) -> tuple[CameraView, ...]:
        """The main room's cameras, then those of podium, on deck and chosen site; the chosen camera is always there."""
        store = self._store
        sites = (MAIN_SITE, store.podium.site, store.on_deck.site, self._selection.site)
        wanted = list(dict.fromkeys(site for site in sites if site is not None))
        views = {key_of(view): view for view in sorted(store.cameras, key=key_of)}
        order = [key for site in wanted for key in views if key[0] == site]
        if self.key in views and self.key not in order:
            order.append(self.key)
        return tuple(views[key] for key in order)

    def choose(self, key: CameraKey | None) -> None:
        """Speaks of this camera from now on."""
        if key != self.key:
            self.key = key
            self.chosen_changed.emit()
            self.changed.emit()

    def choose_of_site(self, site: SiteId | None) -> bool:
        """Speaks of the first camera of a site; tells whether it has one."""
        found = next((key_of(view) for view in self.offered if view.site == site), None)
        if found is not None:
            self.choose(found)
        return found is not None

    def choose_first(self) -> None:
        """Speaks of the chosen site's camera, else of the one spoken of last, else of the first on offer."""
        if self.choose_of_site(self._selection.site) or self.view is not None:
            return
        offered = self.offered
        self.choose(key_of(offered[0]) if offered else None)

    def step(self, by: int) -> None:
        """Speaks of the next camera on offer, or of the one before; the last is followed by the first."""
        keys = [key_of(view) for view in self.offered]
        if keys:
            self.choose(keys[(keys.index(self.key) + by) % len(keys)] if self.key in keys else keys[0])

    def _follow(self) -> None:
        if self.view is None and not self.away:
            offered = self.offered
            self.choose(key_of(offered[0]) if offered else None)
        self.changed.emit()
