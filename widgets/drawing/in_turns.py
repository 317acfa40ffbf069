"""Shows many sites anew a few at a time, so that a hundred that change together never hold the event loop up.

Rule: nobody is shown twice for one wish and nobody is forgotten; the order is that of the wishes.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from console.words import SiteId

IN_ONE_TURN = 12
"""Sites that are shown in one turn of the event loop: about five milliseconds of drawing."""


class InTurns(QObject):
    """The sites that are still to be shown; at most one entry per site."""

    def __init__(self, show: Callable[[SiteId], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._due: list[SiteId] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self.show_next)

    def ask(self, sites: Iterable[SiteId]) -> None:
        """Has these sites shown, after those that wait already."""
        self._due = list(dict.fromkeys((*self._due, *sites)))
        if self._due:
            self._turn.start()

    @property
    def waiting(self) -> tuple[SiteId, ...]:
        """The sites that are still to be shown."""
        return tuple(self._due)

    def show_next(self) -> None:
        """Shows the next few; the event loop calls it."""
        due, self._due = self._due[:IN_ONE_TURN], self._due[IN_ONE_TURN:]
        for site in due:
            self._show(site)
        if self._due:
            self._turn.start()
