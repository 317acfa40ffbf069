"""The page of batteries and backup supplies: what has to be looked at, and what is overdue."""

import msgspec
from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtWidgets import QLabel

from console.office.record import Record
from console.office.register_lists import POWER
from console.office.registers import PowerItem
from widgets.drawing import theme
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import register_page_words as words

MOST_NAMED = 4


class PowerPage(RecordPage):
    """The page of power."""

    def __init__(self, store: RegisterStore) -> None:
        self.reminder = QLabel()
        super().__init__(store, POWER)
        self.reminder.setWordWrap(True)
        self.reminder.setTextFormat(Qt.TextFormat.PlainText)
        self.reminder.setFont(theme.font(15))
        self.left.insertWidget(1, self.reminder)

    def judged(self, record: Record) -> Record | str:
        """Returns the record with the day on which it has to be looked at again."""
        assert isinstance(record, PowerItem)
        looked = QDate.fromString(record.looked_on, Qt.DateFormat.ISODate)
        if not record.every_days or not looked.isValid():
            return record
        due = looked.addDays(record.every_days).toString(Qt.DateFormat.ISODate)
        return msgspec.structs.replace(record, next_on=due)

    def show_list(self) -> None:
        """Shows the records as they are now, and above them what is overdue."""
        super().show_list()
        self._remind()

    def _remind(self) -> None:
        today = QDateTime.fromMSecsSinceEpoch(self.store.clock()).date().toString(Qt.DateFormat.ISODate)
        items = self.store.present(PowerItem)
        overdue = [item.name for item in items if item.next_on and item.next_on <= today]
        each = [item.name for item in items if not item.every_days]
        self.reminder.setText(words.power_reminder(overdue[:MOST_NAMED], len(overdue), each[:MOST_NAMED], len(each)))
        self.reminder.setVisible(bool(overdue or each))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        self._remind()
