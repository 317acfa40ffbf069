"""The page of recurring duties: what is due until when, and what was done, by whom and with which paper."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from console.office.obligation_rows import (
    GIVEN,
    OBLIGATIONS,
    ObligationRow,
    done_of,
    key_of,
    obligations_now,
    with_done,
)
from console.office.record import Record, Version, kind_of
from console.office.registers import DutyDone
from console.regulation.obligations import Obligation
from widgets.office.cells import day_text
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import register_page_words as words
from widgets.phrases.office.clock_words import PARTIES


class ObligationsPage(RecordPage):
    """The page of recurring duties."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store, OBLIGATIONS)
        self.kinds = (DutyDone,)
        for button in (self.new_button, self.remove_button):
            button.hide()
        store.rules_changed.connect(self.show_list)
        self.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)

    # ------------------------------------------------------------ what is shown

    def records(self) -> tuple[Record, ...]:
        """Returns the duties of today as rows, the next to end first."""
        if self.store.rules is None:
            return ()
        done, rules = self.store.present(DutyDone), self.store.rules
        first_ms = min((told.wall_ms for told in self.store.versions(DutyDone)), default=None)
        found = obligations_now(rules.profile, rules.calendar, done, first_ms, self.store.clock())
        return tuple(with_done(_row(one), done) for one in found)

    def version(self, id_: str) -> int:
        """Returns the version of what stands in the register."""
        return self.store.version_of(DutyDone, id_)

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew."""
        super().take(self.record_list.form if kind_of(form) == kind_of(DutyDone) else form, versions)

    def history_forms(self) -> tuple[type[Record], ...]:
        """Returns the kind of record that somebody wrote of a duty."""
        return (DutyDone,)

    # ------------------------------------------------------------ acts

    def judged(self, record: Record) -> Record | str:
        """Returns the row, or what is missing for a duty to be done."""
        assert isinstance(record, ObligationRow)
        return record if record.done_on and record.done_by else words.done_when_and_by_whom()

    def put(self, record: Record, reason: str) -> None:
        """Wants it to be kept that a duty was done."""
        assert isinstance(record, ObligationRow)
        self.put_wanted.emit((done_of(record),), reason, {record.id: self.form.opened})

    def written_kinds(self) -> frozenset[str]:
        """Returns the kinds that a save of this page writes."""
        return frozenset({kind_of(DutyDone)})

    def show_form(self) -> None:
        """Shows the form; what comes from the profile cannot be typed."""
        super().show_form()
        for name in GIVEN:
            self.form.editors[name].setEnabled(False)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        if self.store.rules is not None:
            self.show_list()


def _row(one: Obligation) -> ObligationRow:
    return ObligationRow(
        id=key_of(one),
        what=_named(one),
        party=PARTIES[one.by](),
        recipient=PARTIES[one.to]() if one.to is not None else "",
        article=one.article,
        due_on=one.due.legal_date.isoformat() if one.due is not None else "",
        state=one.state,
    )


def _named(one: Obligation) -> str:
    ends = one.period.ends if one.period is not None else date.min
    return words.duty(one.what, one.every, ends.year, day_text(ends.isoformat()))
