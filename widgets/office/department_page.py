"""The department's page: packages come in from a stick, what was handed in stands in a table, who is missing beside it.

Rule: judging and keeping is the program's own `department import`; this page names paths and says the answers in full,
because each refusal has to reach the unit that brought the stick.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from console.office.record import Record, Version
from console.office.reporting import (
    ConsoleKey,
    Period,
    TakenPackage,
    between,
    in_period,
    who_has_not_reported,
)
from console.regulation import after
from console.regulation.calendar import Day, day_of
from console.regulation.periods import period_of
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.cells import day_text
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import department_page_words as words

WIDTHS = (112, 200, 240, 84, 76, 112, 160)
ALWAYS = Period(from_ms=0, until_ms=2**53)
IMPORT, RECEIPT, REPORT = "department-import", "department-receipt", "department-report"


class DepartmentPage(OfficePage):
    """Packages of a period, the units that are missing, and the last delivery."""

    name = "department"
    kinds = (TakenPackage, ConsoleKey)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.period = QComboBox(self)
        self.days = QLabel(self)
        self.take_folder = self.button("department-folder", self._ask_folder)
        self.take_files = self.button("department-files", self._ask_files)
        self.report = self.button("department-report", self._ask_report)
        self.receipts = self.button("department-receipts", self._ask_receipts)
        self.table = QTableWidget(0, len(WIDTHS) + 1, self)
        self.silent, self.delivery = QListWidget(self), QListWidget(self)
        self._headings = tuple(QLabel(self) for _ in range(3))
        self._dress()
        self._lay_out()
        store.answered.connect(self._take_answer)
        store.rules_changed.connect(self._show)
        self.period.activated.connect(self._show)
        self.rephrase()

    def _dress(self) -> None:
        for name in words.PERIODS:
            self.period.addItem("", name)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, width)
        for part in (self.table, self.silent, self.delivery):
            part.setFont(theme.font(14))
        for heading in self._headings:
            heading.setFont(theme.font(15, 600))
        self.delivery.setWordWrap(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.take_folder, self.take_files, self.report, self.receipts):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.days)
        top.addWidget(self.period)
        below = QHBoxLayout()
        below.setSpacing(16)
        for heading, part, share in ((self._headings[1], self.delivery, 3), (self._headings[2], self.silent, 2)):
            column = QVBoxLayout()
            column.addWidget(heading)
            column.addWidget(part)
            below.addLayout(column, share)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addLayout(top)
        body.addWidget(self._headings[0])
        body.addWidget(self.table, 3)
        body.addLayout(below, 2)

    # ------------------------------------------------------------ what came in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.take_folder.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows packages and keys as they are now."""
        self._show()

    def _shown_days(self) -> tuple[Day, Day] | None:
        """Returns the first and the last day of the period that is chosen; None: all, or no profile is known yet."""
        name, rules = self.period.currentData(), self.store.rules
        if rules is None:
            return None
        today = day_of(self.store.clock())
        if name == "all":
            started = [package.story.started_ms for package in self.store.present(TakenPackage)]
            return (day_of(min(started)), today) if started else None
        days = period_of(today, after.Period(name), rules.profile.regulation.closing)
        return days.begins, days.ends

    def _shown_period(self) -> tuple[Period, str]:
        """Returns the period that is chosen and its days in words; all there is while no profile is known."""
        days = self._shown_days()
        if days is None or self.period.currentData() == "all":
            return ALWAYS, ""
        first, last = (day_text(day.isoformat()) for day in days)
        return between(*days), words.days(first, last)

    def _show(self) -> None:
        period, days = self._shown_period()
        self.days.setText(days)
        packages = in_period(self.store.present(TakenPackage), period)
        self.table.setRowCount(len(packages))
        for row, package in enumerate(packages):
            for place, text in enumerate(_cells(package)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, place, item)
        keys = self.store.present(ConsoleKey)
        silent = who_has_not_reported(keys, self.store.present(TakenPackage), period)
        self.silent.clear()
        self.silent.addItems([key.unit for key in silent])
        self._headings[0].setText(words.handed_in(len(packages)))
        self._headings[2].setText(words.silent(len(silent)))
        self.report.setEnabled(bool(packages))
        self.receipts.setEnabled(bool(self.store.present(TakenPackage)))

    def _take_answer(self, name: str, _done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name not in (IMPORT, RECEIPT, REPORT):
            return
        for button in (self.take_folder, self.take_files):
            button.setEnabled(True)
        self._say_delivery(text.splitlines())

    def _say_delivery(self, lines: list[str]) -> None:
        self.delivery.clear()
        self.delivery.addItems(lines)
        self.delivery.scrollToBottom()

    # ------------------------------------------------------------ acts

    def _take_path(self, path: str) -> None:
        self.take_paths((path,))

    def _take_paths(self, paths: list[str]) -> None:
        self.take_paths(tuple(paths))

    def take_paths(self, paths: tuple[str, ...]) -> None:
        """Wants packages to be taken."""
        if not paths:
            return
        for button in (self.take_folder, self.take_files):
            button.setEnabled(False)
        self._say_delivery([words.being_taken()])
        arguments = ("department", "import", *paths, "--person", self.store.person)
        self.store.command_wanted.emit(IMPORT, arguments)

    def _ask_folder(self) -> None:
        dialog = self._dialog(words.choose_folder(), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_path)
        dialog.open()

    def _ask_files(self) -> None:
        dialog = self._dialog(words.choose_files(), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(words.package_files())
        dialog.filesSelected.connect(self._take_paths)
        dialog.open()

    def _ask_report(self) -> None:
        dialog = self._dialog(words.write_report(), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(words.report_files())
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self.write_report)
        dialog.open()

    def write_report(self, path: str) -> None:
        """Wants the ledger of the shown period, with its statistics, to be written into a file."""
        days = self._shown_days()
        named = () if days is None else ("--from", days[0].isoformat(), "--to", days[1].isoformat())
        arguments = ("department", "report", "phu-luc-3", "--out", path, *named, "--person", self.store.person)
        self.store.command_wanted.emit(REPORT, arguments)

    def _ask_receipts(self) -> None:
        dialog = self._dialog(words.choose_receipts(), QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.give_receipts)
        dialog.open()

    def give_receipts(self, folder: str) -> None:
        """Wants receipts for all packages to be written into a folder."""
        self.store.command_wanted.emit(
            RECEIPT, ("department", "receipt", "--out", folder, "--person", self.store.person)
        )

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return dialog

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.take_folder.setText(words.take_folder())
        self.take_files.setText(words.take_files())
        self.report.setText(words.write_report())
        self.receipts.setText(words.give_receipts())
        for place, said in enumerate(words.PERIODS.values()):
            self.period.setItemText(place, said())
        self.table.setHorizontalHeaderLabels(words.columns())
        self._headings[1].setText(words.delivery())
        if self.delivery.count() == 0:
            self.delivery.addItem(words.nothing_yet())
        for part, said in self._named():
            named(part, said)
        self._show()

    def _named(self) -> tuple[tuple[Any, Any], ...]:
        return (
            (self.period, words.period),
            (self.table, partial(words.handed_in, self.table.rowCount())),
            (self.silent, partial(words.silent, self.silent.count())),
            (self.delivery, words.delivery),
        )


def _cells(package: TakenPackage) -> tuple[str, ...]:
    story = package.story
    return (
        day_text(day_of(story.started_ms).isoformat()),
        package.unit,
        story.title,
        str(len(story.sites)),
        str(package.count),
        day_text(day_of(package.taken_ms).isoformat()),
        package.taken_by,
        words.state(ended=package.ended),
    )
