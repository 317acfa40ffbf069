"""The sites of a meeting as a table: from the directory, or typed where a site is not in it."""

from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QTableWidget, QTableWidgetItem
from PySide6.QtWidgets import QVBoxLayout as Column

from console.events import Site
from console.office.meeting import Meeting, MeetingSite
from console.office.meeting_checks import MeetingField
from console.office.people import Person, Role
from console.office.places import SitePlace
from console.words import MAIN_SITE
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.drawing.short_names import folded
from widgets.office.cells import site_text
from widgets.office.meetings.part import MeetingPart
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words

COLUMNS = (
    (MeetingField.SITE_NAME, "name", 200),
    (MeetingField.SITE_ADDRESS, "address", 150),
    (MeetingField.SITE_ATTENDEES, "attendee_count", 90),
    (MeetingField.SITE_CONTACT, "contact", 150),
    ("site_phone", "phone", 120),
    (MeetingField.SITE_PARTICIPANTS, "participants", 150),
)
SITE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 34


class MeetingSites(MeetingPart):
    """The table, and what adds to it; a name that the directory knows brings its site along."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self._showing = False
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.table.setFont(theme.font(14))
        self.table.setObjectName("meeting-sites")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setTabKeyNavigation(True)
        for place, (_, _, width) in enumerate(COLUMNS):
            self.table.setColumnWidth(place, width)
        self.count = QLabel(self)
        self.all_button, self.add_button, self.remove_button = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self._wire()
        self.rephrase()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.count, 1)
        for button in (self.all_button, self.add_button, self.remove_button):
            button.setAutoDefault(False)
            top.addWidget(button)
        body = Column(self)
        body.setContentsMargins(0, 6, 0, 0)
        body.addLayout(top)
        body.addWidget(self.table, 1)

    def _wire(self) -> None:
        named(self.table, words.site_table)
        self.table.itemChanged.connect(self._follow)
        for button, name, wish in (
            (self.all_button, "sites-all", self.add_all),
            (self.add_button, "sites-add", self.add_empty),
            (self.remove_button, "sites-remove", self.remove_current),
        ):
            button.setObjectName(name)
            button.clicked.connect(wish)
        delete = QShortcut(QKeySequence("Ctrl+Del"), self)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self.remove_current)

    # ------------------------------------------------------------ showing

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows the sites of a meeting."""
        self._showing = True
        self.table.setRowCount(0)
        for site in meeting.sites:
            self._add(site)
        self._showing = False
        self._count()

    def applied(self, meeting: Meeting) -> Meeting:
        """Returns the meeting with the sites of the table; lines without any text are left out."""
        rows = (self._site(row) for row in range(self.table.rowCount()))
        return msgspec.structs.replace(meeting, sites=tuple(site for site in rows if site != MeetingSite()))

    def _site(self, row: int) -> MeetingSite:
        texts = {name: self._text(row, place) for place, (_, name, _) in enumerate(COLUMNS)}
        count = "".join(texts.pop("attendee_count").split())
        item = self.table.item(row, 0)
        site: Any = item.data(SITE) if item is not None else ""
        number = int(count) if count.isascii() and count.isdigit() and len(count) < 6 else None
        return MeetingSite(site=site or "", attendee_count=number, **texts)

    def _text(self, row: int, place: int) -> str:
        item = self.table.item(row, place)
        return "" if item is None else item.text().strip()

    def _add(self, site: MeetingSite) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for place, (_, name, _) in enumerate(COLUMNS):
            value = getattr(site, name)
            item = QTableWidgetItem("" if value is None else str(value))
            if place == 0:
                item.setData(SITE, site.site)
            self.table.setItem(row, place, item)

    # ------------------------------------------------------------ acts

    def add_all(self) -> None:
        """Adds every satellite of the directory that is not in the table."""
        there = {self._site(row).site for row in range(self.table.rowCount())}
        self._showing = True
        for site in self.store.sites:
            if site.site not in {*there, MAIN_SITE}:
                self._add(self._known(site))
        self._showing = False
        self._say()

    def _known(self, site: Site) -> MeetingSite:
        place = self.store.get(SitePlace, site.site)
        people = [person for person in self.store.present(Person) if site.site in person.sites]
        person = next((each for each in people if Role.TECHNICIAN in each.roles), people[0] if people else None)
        return MeetingSite(
            site=site.site,
            name=site.name,
            address=place.address if place is not None else site.district,
            contact=person.name if person is not None else site.contacts,
            phone=person.phone if person is not None else "",
        )

    def add_empty(self) -> None:
        """Adds a line to type in."""
        self._showing = True
        self._add(MeetingSite())
        self._showing = False
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.setFocus()
        item = self.table.item(self.table.rowCount() - 1, 0)
        if item is not None:
            self.table.editItem(item)

    def remove_current(self) -> None:
        """Takes the chosen lines out."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        for row in rows:
            self.table.removeRow(row)
        if rows:
            self._say()

    def _follow(self, item: QTableWidgetItem) -> None:
        if self._showing:
            return
        if item.column() == 0:
            self._recognise(item)
        self._say()

    def _recognise(self, item: QTableWidgetItem) -> None:
        """Brings a typed name or number together with its site of the directory."""
        typed = folded(item.text().strip())
        known = next(
            (
                site
                for site in self.store.sites
                if site.site != MAIN_SITE and typed in {str(site.number), folded(site.name), folded(site_text(site))}
            ),
            None,
        )
        self._showing = True
        item.setData(SITE, "" if known is None else known.site)
        if known is not None:
            self._complete(item.row(), self._known(known))
        self._showing = False

    def _complete(self, row: int, known: MeetingSite) -> None:
        """Fills the cells of a line that are empty from the directory."""
        for place, (_, name, _) in enumerate(COLUMNS):
            value = getattr(known, name)
            if value is not None and (place == 0 or not self._text(row, place)):
                item = self.table.item(row, place) or QTableWidgetItem()
                item.setText(str(value))
                self.table.setItem(row, place, item)

    def _say(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        self.count.setText(words.site_count(self.table.rowCount()))

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.table.setHorizontalHeaderLabels([words.field_title(field) for field, _, _ in COLUMNS])
        self.all_button.setText(words.add_all_sites())
        self.add_button.setText(words.add_site())
        self.remove_button.setText(words.remove_site())
        self._count()
