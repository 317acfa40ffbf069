"""The page of statistics: the meetings of a period, their sums, and each site's; saved as Phụ lục III or as a table.

Rule: a period is the profile's own unless days are named; only official sessions count, and how many others there were
is said. Nothing is read before the page is opened.
"""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.records import form_times
from console.records.ledger import Ledger, LedgerRow, SiteCounts
from console.records.ledger_page import ReportHead, ledger_document
from console.records.print_style import STANDARD
from console.records.wishes import LedgerWanted
from console.regulation import after
from console.regulation.calendar import Day, day_of, days_later, moment
from console.regulation.periods import CALENDAR_YEAR, ReportingPeriod, period_of, report_due
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.forms.form_files import WRITTEN, SaveButton
from widgets.office.meetings.printing import show_preview
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.phrases.language import whole
from widgets.phrases.office import form_page_words
from widgets.phrases.office import statistics_page_words as words

LEDGER_WIDTHS = (46, 240, 250, 160, 106, 80)
SITE_WIDTHS = (240, 80, 80, 110, 120, 110)
DAYS = "days"


class StatisticsPage(OfficePage):
    """Ledger and statistics of a period."""

    name = "statistics"

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.ledger: Ledger | None = None
        self.period = QComboBox(self)
        for name in words.PERIODS:
            self.period.addItem("", name)
        self.first, self.last = QDateEdit(self), QDateEdit(self)
        self.preview_button = QPushButton(self)
        self.preview_button.setObjectName("statistics-preview")
        self.preview_button.setAutoDefault(False)
        self.save_ledger = SaveButton(store, "phu-luc-3", words.ledger_form, self._ledger_arguments, self)
        self.save_statistics = SaveButton(store, "thong-ke", words.statistics_form, self._statistics_arguments, self)
        self.meetings, self.sites = _table(self, LEDGER_WIDTHS), _table(self, SITE_WIDTHS)
        self.meetings_heading, self.sites_heading = QLabel(self), QLabel(self)
        self.totals, self.due, self.message = QLabel(self), QLabel(self), QLabel(self)
        self._lay_out()
        self._wire()
        self.rephrase()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for day in (self.first, self.last):
            day.setDisplayFormat("dd/MM/yyyy")
            day.setCalendarPopup(True)
        for part in (self.period, self.first, self.last):
            top.addWidget(part)
        top.addWidget(self.due)
        top.addStretch(1)
        for part in (self.preview_button, self.save_ledger, self.save_statistics):
            top.addWidget(part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(top)
        body.addWidget(self.meetings_heading)
        body.addWidget(self.meetings, 3)
        body.addWidget(self.totals)
        body.addWidget(self.sites_heading)
        body.addWidget(self.sites, 2)
        body.addWidget(self.message)
        for heading in (self.meetings_heading, self.sites_heading):
            heading.setFont(theme.font(15, 600))
        for label in (self.totals, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)

    def _wire(self) -> None:
        self.store.read.connect(self._take_read)
        self.store.answered.connect(self._take_answer)
        self.store.rules_changed.connect(self._take_rules)
        self.store.sessions_changed.connect(self._want)
        self.period.activated.connect(self._choose_period)
        self.preview_button.clicked.connect(self.preview)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._take_days)

    # ------------------------------------------------------------ which days

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the period when the page is opened."""
        super().showEvent(event)
        if self.ledger is None and not event.spontaneous():
            self._take_rules()

    def begin(self) -> None:
        """Takes the keyboard."""
        self.period.setFocus()

    def _take_rules(self) -> None:
        """Begins with the period of which the profile wants statistics."""
        asked = self._asked()
        if self.ledger is None and asked is not None:
            self.period.setCurrentIndex(self.period.findData(asked.period.value))
        self._choose_period()

    def _asked(self) -> after.Statistic | None:
        """Returns the statistics of meetings that the profile asks for, the shortest period first."""
        rules = self.store.rules
        told = () if rules is None else rules.profile.regulation.statistics
        of_meetings = [each for each in told if each.kind is after.ReportKind.MEETINGS]
        return min(of_meetings, key=lambda each: each.period is after.Period.YEAR, default=None)

    def _show_due(self) -> None:
        """Says until when the report of the period that is shown has to be handed in; days by choice have no end."""
        rules, asked = self.store.rules, self._asked()
        self.due.setText("")
        if rules is not None and asked is not None and _kind(self.period.currentData()) is asked.period:
            first, last = self._shown_days()
            period = ReportingPeriod(begins=first, ends=last)
            due_ms = report_due(asked, period, rules.calendar, rules.profile).due_wall_ms
            self.due.setText(words.due(form_times.short_day(due_ms)))

    def _shown_days(self) -> tuple[Day, Day]:
        first, last = (Day(day.year(), day.month(), day.day()) for day in (self.first.date(), self.last.date()))
        return first, last

    def _choose_period(self) -> None:
        name = self.period.currentData()
        if name != DAYS:
            first, last = self._days_of(str(name))
            for edit, day in ((self.first, first), (self.last, last)):
                blocked = QSignalBlocker(edit)
                edit.setDate(QDate(day.year, day.month, day.day))
                blocked.unblock()
        self._want()

    def _days_of(self, name: str) -> tuple[Day, Day]:
        """Returns the period of today, or the one before it, as the profile closes periods."""
        closing = CALENDAR_YEAR if self.store.rules is None else self.store.rules.profile.regulation.closing
        kind = _kind(name) or after.Period.YEAR
        found = period_of(day_of(self.store.clock()), kind, closing)
        if name.startswith("last"):
            found = period_of(days_later(found.begins, -1), kind, closing)
        return found.begins, found.ends

    def _take_days(self) -> None:
        self.period.setCurrentIndex(self.period.findData(DAYS))
        self._want()

    def _wish(self) -> LedgerWanted:
        first, last = self._shown_days()
        return LedgerWanted(moment(first, 0), moment(days_later(last, 1), 0))

    def _want(self) -> None:
        self._show_due()
        if self.isVisible():
            self.message.setText(form_page_words.reading())
            self.store.reading_wanted.emit(self._wish())

    # ------------------------------------------------------------ what came in

    def _take_read(self, wish: object, found: object) -> None:
        if isinstance(found, Ledger) and wish == self._wish():
            self.ledger = found
            self.message.setText("")
            self._show()

    def _show(self) -> None:
        if self.ledger is None:
            return
        statistics = self.ledger.statistics
        total = statistics.total
        _fill(self.meetings, [_meeting(row) for row in self.ledger.rows])
        _fill(self.sites, [_site(site) for site in statistics.sites])
        self.meetings_heading.setText(words.ledger_heading(total.meetings))
        self.totals.setText(
            words.totals(
                total.endpoint_sessions,
                total.attendees,
                total.with_incident,
                total.interrupted_ms,
                statistics.left_out,
            )
        )

    def _take_answer(self, name: str, _done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name == WRITTEN:
            self.message.setText(text)

    # ------------------------------------------------------------ what is wished

    def _days(self) -> tuple[str, ...]:
        first, last = (day.date().toString(Qt.DateFormat.ISODate) for day in (self.first, self.last))
        return ("--from", first, "--to", last)

    def _ledger_arguments(self) -> tuple[str, ...]:
        return ("form", "phu-luc-3", *self._days())

    def _statistics_arguments(self) -> tuple[str, ...]:
        return ("form", "statistics", *self._days())

    def preview(self) -> None:
        """Shows Phụ lục III as it will be printed."""
        if self.ledger is not None:
            rules = self.store.rules
            style = STANDARD if rules is None else rules.print_style
            show_preview(self, ledger_document(self.ledger, ReportHead(made_ms=self.store.clock())), style)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for row, said in enumerate(words.PERIODS.values()):
            self.period.setItemText(row, said())
        self.preview_button.setText(form_page_words.preview())
        self.sites_heading.setText(words.sites_heading())
        self.meetings.setHorizontalHeaderLabels(words.ledger_columns())
        self.sites.setHorizontalHeaderLabels(words.site_columns())
        for part, said in (
            (self.period, words.period),
            (self.first, words.first_day),
            (self.last, words.last_day),
            (self.meetings, words.statistics_title),
            (self.sites, words.sites_heading),
        ):
            named(part, said)
        for button in (self.save_ledger, self.save_statistics):
            button.rephrase()
        self._show_due()
        self._show()


def _kind(name: str) -> after.Period | None:
    """Returns which period a choice is of; None for days by choice."""
    return None if name == DAYS else after.Period(name.removeprefix("last_"))


def _meeting(row: LedgerRow) -> tuple[str, ...]:
    return (
        str(row.number),
        row.subject,
        form_times.span_words(row.start_ms, row.end_ms),
        row.main,
        whole(len(row.satellites)),
        "" if row.attendees is None else whole(row.attendees),
        row.incident_note.replace("\n", " / "),
    )


def _site(site: SiteCounts) -> tuple[str, ...]:
    return (
        site.name,
        whole(site.expected),
        whole(site.joined),
        words.length(site.connected_ms),
        whole(site.outages),
        words.length(site.interrupted_ms),
        whole(sum(site.incidents.values())),
    )


def _table(parent: QWidget, widths: Sequence[int]) -> QTableWidget:
    table = QTableWidget(0, len(widths) + 1, parent)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setAlternatingRowColors(True)
    table.setFont(theme.font(14))
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    return table


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
