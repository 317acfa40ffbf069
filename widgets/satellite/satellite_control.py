"""What a site's technician controls of the other sites, while it is delegated: one sheet, one order at a time.

Rule: only what a right allows has a button; the bridge decides all the same. A site or a request is chosen first, then
the order is pressed; the list never reorders itself and keeps the choice when it is told anew. What became of the last
order stands below in words.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from console.commands import (
    AnyCommand,
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    LiftSilence,
    MarkMoment,
    MuteAll,
    MuteSite,
    PutOnDeck,
    ReturnToPrevious,
    SkipFloor,
    UnmuteSite,
)
from console.control.control_messages import ShowControl
from console.sites.site_standing import SiteStanding
from console.words import DelegatedRight
from widgets.drawing.short_names import folded
from widgets.phrases.satellite import site_control_words as words
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

LEAST_LIST_HEIGHT = 130
NONE = ShowControl()
KEY = Qt.ItemDataRole.UserRole
FOR_SITE: dict[str, Callable[[str], AnyCommand]] = {
    "mute": lambda site: MuteSite(site=site),
    "unmute": lambda site: UnmuteSite(site=site),
    "deck": lambda site: PutOnDeck(site=site),
    "podium": lambda site: BringToPodium(site=site),
}
FOR_REQUEST: dict[str, Callable[[str], AnyCommand]] = {
    "grant": lambda request: GrantFloor(request_id=request),
    "skip": lambda request: SkipFloor(request_id=request),
}
FOR_ALL: dict[str, Callable[[], AnyCommand]] = {
    "mute-all": MuteAll,
    "lift": LiftSilence,
    "back": ReturnToPrevious,
    "finish": FinishSpeech,
    "mark": MarkMoment,
}
COLUMNS = 3


class ControlSheet(Sheet):
    """The rights of the moment, the sites, the queue, and a button for each order that is allowed."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window, words.title(), "")
        self.given, self.ended = label("", 16, 400), label("", 16, 600)
        self.search = self.field(words.find())
        self.search.textChanged.connect(self._filter)
        self.first = self.search
        self.sites, self.requests = self._list(words.sites()), self._list(words.requests())
        self.orders = {name: self._order_button(name) for name in words.ORDERS}
        self._lay_out()
        self.end_with()
        self._shown: ShowControl | None = None

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setMinimumHeight(LEAST_LIST_HEIGHT)
        made.currentItemChanged.connect(self._enable)
        return made

    def _order_button(self, name: str) -> QPushButton:
        button = self.button(words.ORDERS[name][1](), lambda: self.order(name))
        button.setObjectName(f"order-{name}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self.body.addWidget(self.given)
        self.body.addWidget(self.search)
        lists = QHBoxLayout()
        for name, part, share in ((words.sites(), self.sites, 3), (words.requests(), self.requests, 2)):
            column = QVBoxLayout()
            heading = label(name, 15, 600)
            heading.setMinimumWidth(0)
            column.addWidget(heading)
            column.addWidget(part)
            lists.addLayout(column, share)
        self.body.addLayout(lists)
        grid = QGridLayout()
        for place, button in enumerate(self.orders.values()):
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self.body.addLayout(grid)
        self.body.addWidget(self.ended)

    # ------------------------------------------------------------ what came in

    def show_state(self, state: SiteStanding) -> None:
        """Shows rights, sites and queue as they are now, and what became of the last order."""
        control = state.control or NONE
        self.ended.setText(words.order_end(state.order))
        if control == self._shown:
            return
        self._shown = control
        self.given.setText(words.given(control))
        names = {site.site: f"{site.number} {site.name}" for site in control.sites}
        _fill(self.sites, [(site.site, words.site_line(site)) for site in control.sites])
        waiting = enumerate(control.requests, start=1)
        _fill(
            self.requests,
            [
                (request.request_id, words.request_line(place, request, names.get(request.site, request.site)))
                for place, request in waiting
            ],
        )
        self.requests.setVisible(DelegatedRight.FLOOR in control.rights)
        for name, button in self.orders.items():
            button.setVisible(words.ORDERS[name][0] in control.rights)
        self._filter(self.search.text())
        self._enable()

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        for row in range(self.sites.count()):
            item = self.sites.item(row)
            item.setHidden(not all(word in folded(item.text()) for word in wanted))

    def _enable(self, *_changed: object) -> None:
        for name, button in self.orders.items():
            needed = self.sites if name in FOR_SITE else self.requests if name in FOR_REQUEST else None
            button.setEnabled(needed is None or _chosen(needed) is not None)

    # ------------------------------------------------------------ orders

    def order(self, name: str) -> None:
        """Gives one order about what is chosen."""
        command = self._command(name)
        if command is not None:
            self.site.order_given.emit(command)

    def _command(self, name: str) -> AnyCommand | None:
        if name in FOR_ALL:
            return FOR_ALL[name]()
        chosen = _chosen(self.sites if name in FOR_SITE else self.requests)
        return None if chosen is None else {**FOR_SITE, **FOR_REQUEST}[name](chosen)


def _chosen(part: QListWidget) -> str | None:
    if part.currentRow() < 0 or part.currentItem().isHidden():
        return None
    return str(part.currentItem().data(KEY))


def _fill(part: QListWidget, lines: list[tuple[str, str]]) -> None:
    """Writes lines anew and keeps what was chosen; lines that stand there already are only reworded."""
    chosen = _chosen(part)
    if [key for key, _ in lines] == [part.item(row).data(KEY) for row in range(part.count())]:
        for row, (_, text) in enumerate(lines):
            part.item(row).setText(text)
        return
    part.clear()
    for key, text in lines:
        item = QListWidgetItem(text, part)
        item.setData(KEY, key)
        if key == chosen:
            part.setCurrentItem(item)
