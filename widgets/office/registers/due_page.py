"""The page of what has to be done now; Enter opens the record where it is done.

Rule: nothing is kept here: the list follows from the register, the profile and the clock each time it is shown.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout

from console.office.form_records import RecordingHandover
from console.office.meeting import Meeting
from console.office.notice import Notice
from console.office.people import Person
from console.office.places import Device
from console.office.plans import Plan
from console.office.record import Record, Version
from console.office.registers import DutyDone, EquipmentCare, PowerItem
from console.office.reminders import OF_REMINDERS, OfficeNow, Reminder, ReminderPage, reminders
from console.office.security_registers import AccessConfirmation, SecurityLevel, SecurityReview
from console.office.typed_times import shown_day, shown_moment
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import fill, plain_table
from widgets.phrases.office import due_words as words

TICK_MS = 60_000
_WORDS = {
    ReminderPage.PLANS: words.review,
    ReminderPage.POWER: words.look_at,
    ReminderPage.SECURITY_REVIEWS: words.check_security,
    ReminderPage.SECURITY_LEVELS: words.review_level,
    ReminderPage.ACCESS: words.confirm_access,
}


class DuePage(OfficePage):
    """The page."""

    name = "due"
    kinds = OF_REMINDERS

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.found: tuple[Reminder, ...] = ()
        self.table = plain_table(self, len(words.columns()))
        self.table.setObjectName("due")
        self.table.setFont(theme.font(15))
        self.count = QLabel(self)
        self.open_button = self.button("due-open", self.open_current)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.count)
        body.addWidget(self.table, 1)
        body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignRight)
        named(self.table, words.page_title)
        self.table.doubleClicked.connect(self.open_current)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_current)
        store.rules_changed.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.refresh)
        self.rephrase()

    # ------------------------------------------------------------ showing

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Follows the clock while it is seen."""
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rests while nobody sees it."""
        self._timer.stop()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew."""
        self.refresh()

    def take_sites(self) -> None:
        """Shows the list anew."""
        self.refresh()

    def refresh(self) -> None:
        """Shows what has to be done now."""
        rules = self.store.rules
        self.found = () if rules is None else reminders(self._office(), rules, self.store.clock())
        self.table.setRowCount(len(self.found))
        for row, reminder in enumerate(self.found):
            fill(self.table, row, _cells(reminder))
        self.count.setText(words.due(len(self.found)) if self.found else words.nothing_due())
        self.open_button.setEnabled(bool(self.found))
        if self.found and self.table.currentRow() < 0:
            self.table.selectRow(0)

    def _office(self) -> OfficeNow:
        present, noted = self.store.present, self.store.versions(DutyDone)
        return OfficeNow(
            meetings=present(Meeting),
            notices=present(Notice),
            handovers=present(RecordingHandover),
            people=present(Person),
            sites=self.store.sites,
            done=present(DutyDone),
            plans=present(Plan),
            power=present(PowerItem),
            devices=present(Device),
            care=present(EquipmentCare),
            reviews=present(SecurityReview),
            levels=present(SecurityLevel),
            access=present(AccessConfirmation),
            first_noted_ms=min((told.wall_ms for told in noted), default=None),
        )

    # ------------------------------------------------------------ acts

    def open_current(self, _index: object = None) -> None:
        """Opens the chosen record on the page where it is done."""
        row = self.table.currentRow()
        if 0 <= row < len(self.found):
            self.page_wanted.emit(self.found[row].page.value, self.found[row].id)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.table.setHorizontalHeaderLabels(words.columns())
        self.open_button.setText(words.open_it())
        self.refresh()


def _cells(reminder: Reminder) -> tuple[str, ...]:
    what = words.what(reminder.clock, reminder.duty) or _what(reminder)
    late = f"▲ {words.late()}" if reminder.late else ""
    due = shown_day(reminder.due_ms) if reminder.clock is None else shown_moment(reminder.due_ms)
    return due, late, what, reminder.subject, reminder.article


def _what(reminder: Reminder) -> str:
    return _WORDS[reminder.page]() if reminder.care is None else words.check_device(reminder.care)
