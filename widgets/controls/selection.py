"""Which site the operator has chosen, and the number that is being typed.

Rule: typing a number never acts by itself; Enter first chooses the typed site, a second Enter acts on it.
"""

from PySide6.QtCore import QObject, Signal

from console.words import SiteId
from widgets.controls.store import Store


class Selection(QObject):
    """One chosen site for the whole window."""

    changed = Signal()
    typing_changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.site: SiteId | None = None
        self.typed = ""
        store.roster_changed.connect(self._drop_what_left)

    def choose(self, site: SiteId | None) -> None:
        """Chooses a site; a number half typed is forgotten."""
        self.forget_typing()
        if site != self.site:
            self.site = site
            self.changed.emit()

    def type_digit(self, digit: str) -> None:
        """Adds a digit to the number being typed; at most three."""
        self.typed = (self.typed + digit)[-3:].lstrip("0")
        self.typing_changed.emit()

    def forget_typing(self) -> None:
        """Drops the number being typed."""
        if self.typed:
            self.typed = ""
            self.typing_changed.emit()

    @property
    def typed_site(self) -> SiteId | None:
        """The site with the typed number, None when there is none."""
        views = (self._store.site(site) for site in self._store.roster)
        return next((view.site for view in views if view is not None and str(view.number) == self.typed), None)

    def choose_typed(self) -> None:
        """Chooses the site whose number was typed; an unknown number is dropped."""
        site = self.typed_site
        self.forget_typing()
        if site is not None:
            self.choose(site)

    def _drop_what_left(self) -> None:
        if self.site is not None and self.site not in self._store.roster:
            self.choose(None)
