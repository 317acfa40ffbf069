"""The page of changes of contacts: whom each has to be told, and who was told, when and by which way."""

from typing import Any

from PySide6.QtCore import QDateTime

from console.office.change_rows import CHANGES, GIVEN, ChangeRow, row_of, told_of
from console.office.contacts import Change, changes
from console.office.people import Person
from console.office.record import Record, Version, kind_of
from console.office.registers import ChangeTold
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import directory_words as words

DAY_MS = 24 * 3600 * 1000
SHOWN_DAYS = 90


class ChangesPage(RecordPage):
    """The page of changes."""

    def __init__(self, store: RegisterStore) -> None:
        self._names: dict[str, str] = {}
        """What people who are no longer there were called, by identifier."""
        super().__init__(store, CHANGES)
        store.history_read.connect(self._take_history)
        self.kinds = (Person, ChangeTold)
        for button in (self.new_button, self.remove_button):
            button.hide()

    # ------------------------------------------------------------ what is shown

    def records(self) -> tuple[Record, ...]:
        """Returns the changes of the last 90 days, the newest first."""
        now = self.store.clock()
        today = QDateTime.fromMSecsSinceEpoch(now).toString("yyyy-MM-dd")
        people, done = self.store.present(Person), self.store.present(ChangeTold)
        found = changes(self.store.versions(Person), people, now - SHOWN_DAYS * DAY_MS, today)
        return tuple(row_of(change, self._named(change), _day(change), done) for change in found)

    def _named(self, change: Change) -> str:
        if change.person is None:
            return words.person_removed(self._last_name(change.version.id))
        name = change.person.name
        return words.person_added(name) if change.version.version == 1 else words.person_changed(name)

    def _last_name(self, id_: str) -> str:
        """Returns what a removed person was called last; its versions are asked for once, the name comes with them."""
        if id_ not in self._names:
            self._names[id_] = id_
            self.store.history_wanted.emit(Person, id_)
        return self._names[id_]

    def _take_history(self, form: type[Record], id_: str, versions: tuple[Version[Any], ...]) -> None:
        named = [told.content.name for told in versions if isinstance(told.content, Person)]
        if kind_of(form) == kind_of(Person) and named and self._names.get(id_) == id_:
            self._names[id_] = named[-1]
            self.show_list()

    def version(self, id_: str) -> int:
        """Returns the version of what stands in the register."""
        return self.store.version_of(ChangeTold, id_)

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew, whichever of its halves changed."""
        super().take(self.record_list.form, versions)
        self.form.offer()

    def history_forms(self) -> tuple[type[Record], ...]:
        """Returns the kind of record that somebody wrote of a change."""
        return (ChangeTold,)

    def show_form(self) -> None:
        """Shows the form; what the register says cannot be typed."""
        super().show_form()
        for name in GIVEN:
            self.form.editors[name].setEnabled(False)

    # ------------------------------------------------------------ acts

    def judged(self, record: Record) -> Record | str:
        """Returns the row, or what is missing for somebody to have been told."""
        assert isinstance(record, ChangeRow)
        return record if record.told_on or not record.told else words.told_when()

    def put(self, record: Record, reason: str) -> None:
        """Wants it to be kept who was told."""
        assert isinstance(record, ChangeRow)
        self.put_wanted.emit((told_of(record),), reason, {record.id: self.form.opened})

    def written_kinds(self) -> frozenset[str]:
        """Returns the kinds that a save of this page writes."""
        return frozenset({kind_of(ChangeTold)})


def _day(change: Change) -> str:
    return QDateTime.fromMSecsSinceEpoch(change.version.wall_ms).toString("yyyy-MM-dd")
