"""The page of the sites: the live directory and what the office knows beside it, as one list.

Rule: what stands in the live directory is changed by the program's own `sites` command, which judges it and tells a
running meeting; the rest goes into the register as on every page.
"""

from typing import Any

import msgspec
from PySide6.QtCore import QDateTime

from console.office.directory_lists import SITES
from console.office.people import Person, Role, contacts_of
from console.office.places import SiteEntry, SitePlace
from console.office.record import Record, Version, kind_of
from console.office.site_rows import SiteRow, place_in, rows_of, site_in
from console.sites.directory import site_id_of
from console.sites.site_tree import tier_of
from console.words import SiteId, SiteRole
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import directory_words as words_of_directory
from widgets.phrases.office import record_page_words as words
from widgets.phrases.office.column_words import choice_word

COMMAND = "sites"
NAMED = (Role.LEADER, Role.TECHNICIAN, Role.TELECOM, Role.POWER)


class SitesPage(RecordPage):
    """The page of the sites."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store, SITES)
        self.kinds = (SitePlace, SiteEntry, Person)
        self._waiting: tuple[SiteRow, str] | None = None
        """What is to follow when the command has been carried out."""
        store.answered.connect(self._take_answer)

    # ------------------------------------------------------------ what is shown

    def records(self) -> tuple[Record, ...]:
        """Returns a row for each site of the live directory; its tier as the parents say it."""
        by_id = {site.site: site for site in self.store.sites}
        rows = rows_of(self.store.sites, self.store.present(SitePlace))
        return tuple(_with_tier(row, tier_of(row.id, by_id)) for row in rows)

    def version(self, id_: str) -> int:
        """Returns the version of what stands in the register."""
        return self.store.version_of(SitePlace, id_) + self.store.version_of(SiteEntry, id_)

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew, whichever of its halves changed."""
        super().take(self.record_list.form if kind_of(form) == kind_of(SitePlace) else form, versions)

    def take_sites(self) -> None:
        """Shows the live directory as it is now."""
        super().take_sites()
        self.show_list()

    def show_form(self) -> None:
        """Shows the site that is open, and above its fields whom to call there."""
        super().show_form()
        site = self.form.record
        if site is not None and not self.message.text():
            self.say(words_of_directory.site_contacts(self.contacts(site.id)))

    def contacts(self, site: SiteId) -> list[tuple[str, str, str]]:
        """Returns role, name and telephone of whoever is named for a site today."""
        today = QDateTime.fromMSecsSinceEpoch(self.store.clock()).toString("yyyy-MM-dd")
        people = self.store.present(Person)
        found = ((role, each) for role in NAMED for each in contacts_of(people, site, role, today))
        return [(choice_word(role), each.name, each.phone) for role, each in found if site in each.sites]

    def history_forms(self) -> tuple[type[Record], ...]:
        """Returns the two kinds of record that make up a row."""
        return SitePlace, SiteEntry

    # ------------------------------------------------------------ acts

    def judged(self, record: Record) -> Record | str:
        """Returns the row as it is to be written, or why it cannot be."""
        assert isinstance(record, SiteRow)
        if self.form.record is None:
            record = msgspec.structs.replace(record, id=site_id_of(record.number))
        return words.own_parent() if record.parent == record.id else record

    def put(self, record: Record, reason: str) -> None:
        """Wants both halves of a row to be written: the live directory first."""
        assert isinstance(record, SiteRow)
        self._waiting = self._as_typed(record), reason
        site = site_in(record)
        main = site.role is SiteRole.MAIN_ENDPOINT
        role = ("--role", "main") if main else ()
        texts = [("--parent", site.parent or ""), ("--district", site.district), ("--carrier", site.carrier)]
        options = [f"{name}={value}" for name, value in (*texts, ("--contacts", site.contacts), ("--reason", reason))]
        command = ("sites", "add", *role, f"--person={self.store.person}", *options, "--", str(site.number), site.name)
        self.store.command_wanted.emit(COMMAND, command)

    def take_away(self, record: Record, reason: str) -> None:
        """Wants a site to leave the live directory."""
        command = ("sites", "remove", f"--person={self.store.person}", f"--reason={reason}", record.id)
        self.store.command_wanted.emit(COMMAND, command)

    def _take_answer(self, name: str, done: bool, _text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name != COMMAND:
            return
        waiting, self._waiting = self._waiting, None
        if not done:
            return
        self.form.unsaved = False
        if waiting is None:
            self.discard()
            return
        row, reason = waiting
        place = place_in(row)
        self.saved(row.id)
        if place != self.store.get(SitePlace, row.id) and place != SitePlace(id=row.id):
            self.put_wanted.emit((place,), reason, None)

    def _as_typed(self, row: SiteRow) -> SiteRow:
        """Returns a row without the tier that was only shown because the parents say it."""
        place, shown = self.store.get(SitePlace, row.id), self.form.record
        typed = (place is not None and place.tier) or not isinstance(shown, SiteRow) or row.tier != shown.tier
        return row if typed else msgspec.structs.replace(row, tier=0)


def _with_tier(row: SiteRow, tier: int) -> SiteRow:
    return row if row.tier else msgspec.structs.replace(row, tier=tier)
