"""The page of security events: what the program noticed and what was done about rights and configuration, as one list.

Rules: nothing is typed here; the list follows from the register, the newest first, and can be narrowed to one matter
and written to a file as it is shown.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QTableWidgetItem, QVBoxLayout

from console.office.plain_csv import csv_octets
from console.office.record import Record, Version
from console.office.security_events import SecurityMatter
from console.office.security_rows import SECURITY_KINDS, SecurityRow, is_unapproved, security_rows
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import wide_table
from widgets.phrases.office import security_page_words as words

FILE = "security-file"
WIDTHS = (164, 216, 124, 170, 0)
MOST_SHOWN = 2000
"""Rows of the table; a file has them all."""
ALARMING = frozenset(
    {
        SecurityMatter.REVOKED_CREDENTIAL,
        SecurityMatter.CHAIN_BREAK,
        SecurityMatter.STORM,
        SecurityMatter.MISCONDUCT,
        SecurityMatter.UNEXPECTED_JOIN,
        SecurityMatter.FAILED_LOGIN,
    }
)


class SecurityPage(OfficePage):
    """The page."""

    name = "security"
    kinds = SECURITY_KINDS

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.rows: tuple[SecurityRow, ...] = ()
        self.matter = QComboBox(self)
        self.matter.setObjectName("security-matter")
        self.write = self.button(FILE, self._choose_file)
        self.table = wide_table(self, WIDTHS)
        self.table.setFont(theme.font(13))
        self.said, self.hint = QLabel(self), QLabel(self)
        for label in (self.said, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        acts, body = QHBoxLayout(), QVBoxLayout(self)
        acts.addWidget(self.matter)
        acts.addWidget(self.said, 1)
        acts.addWidget(self.write)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(acts)
        body.addWidget(self.table, 1)
        body.addWidget(self.hint)
        self.matter.currentIndexChanged.connect(self._fill)
        store.answered.connect(self._take_answer)
        self.rephrase()

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew."""
        self.rows = security_rows(told for kind in SECURITY_KINDS for told in self.store.versions(kind))
        self._fill()

    def take_sites(self) -> None:
        """Names the sites as the directory does now."""
        self._fill()

    # ------------------------------------------------------------ the list

    @property
    def shown(self) -> tuple[SecurityRow, ...]:
        """The rows of the chosen matter."""
        wanted = self.matter.currentData()
        return tuple(row for row in self.rows if wanted in (None, row.matter.value))

    def _fill(self) -> None:
        shown = self.shown
        self.table.clearSelection()
        self.table.setRowCount(min(len(shown), MOST_SHOWN))
        for at, row in enumerate(shown[:MOST_SHOWN]):
            for column, text in enumerate(words.cells(row, self._site_name)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if row.matter in ALARMING or is_unapproved(row):
                    item.setForeground(theme.WARNING)
                self.table.setItem(at, column, item)
        self.said.setText(words.counted(len(shown), len(self.rows)) if self.rows else words.none())
        self.write.setEnabled(bool(shown))

    def _site_name(self, site: str) -> str:
        known = self.store.site(site)
        return site if known is None else f"{known.number} {known.name}"

    # ------------------------------------------------------------ the file

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, words.title(), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Wants the rows that are shown to be written to a file that Excel opens."""
        lines = [words.headings(), *(words.cells(row, self._site_name) for row in self.shown)]
        self.store.file_wanted.emit(FILE, path, csv_octets(lines))

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name == FILE and done:
            self.hint.setText(words.written(len(self.shown), text))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        chosen = self.matter.currentData()
        self.matter.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.matter.clear()
        self.matter.addItem(words.all_matters(), None)
        for matter, text in words.matters().items():
            self.matter.addItem(text, matter)
        self.matter.setCurrentIndex(max(0, self.matter.findData(chosen)))
        self.matter.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.write.setText(words.write_file())
        self.hint.setText(words.hint())
        named(self.table, words.title)
        named(self.matter, words.all_matters)
        self.table.setHorizontalHeaderLabels(words.headings())
        self._fill()
