"""The page of house rules: the text for each room, and the paper to post."""

from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from console.office.places import Room
from console.office.record import Record
from console.office.register_lists import HOUSE_RULES
from console.office.registers import HouseRules
from console.records.house_rules import STANDARD_RULES, house_rules_paper
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.paper.record_pdf import document_pdf
from widgets.phrases.office import register_page_words as words

FILE = "house-rules"


class HouseRulesPage(RecordPage):
    """The page of house rules."""

    def __init__(self, store: RegisterStore) -> None:
        self.print_button = None
        super().__init__(store, HOUSE_RULES)
        self.print_button = self.button("house-rules-print", self._ask_place)
        self.foot.insertWidget(1, self.print_button)
        self.rephrase()

    def begin_new(self) -> None:
        """Opens an empty form with the rules to start from."""
        super().begin_new()
        if self.form.record is None and not self.form.unsaved:
            self.form.editors["rules"].show_value("\n".join(STANDARD_RULES))

    def _ask_place(self) -> None:
        rules = self.form.record
        if not isinstance(rules, HouseRules):
            self.say(words.choose_rules())
            return
        dialog = QFileDialog(self, words.print_rules(), f"{FILE}.pdf")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(partial(self._print, rules))
        dialog.open()

    def _print(self, rules: HouseRules, path: str) -> None:
        self.store.file_wanted.emit(FILE, path, self.paper(rules))

    def paper(self, rules: HouseRules) -> bytes:
        """Returns the paper of a room's rules as a PDF."""
        room = self.store.get(Room, rules.room)
        place = "" if self.store.rules is None else self.store.rules.profile.regulation.organisation.province_name or ""
        issued = QDate.fromString(rules.issued_on, Qt.DateFormat.ISODate)
        day_ms = issued.startOfDay().toMSecsSinceEpoch() if issued.isValid() else None
        return document_pdf(house_rules_paper(rules, room.name if room is not None else "", place, day_ms))

    def judged(self, record: Record) -> Record | str:
        """Returns the record; a room has one set of rules."""
        assert isinstance(record, HouseRules)
        others = (rules for rules in self.store.present(HouseRules) if rules.id != record.id)
        return words.rules_twice() if any(rules.room == record.room for rules in others) else record

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        if self.print_button is not None:
            self.print_button.setText(words.print_rules())
