"""Phụ lục II as a table to look through and to choose a place in.

Rule: a corrected place is marked by a pencil and says who, when and why; what is empty on the form is empty here.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from console.office.form_records import DEVICES, OF_FORM, FormField
from console.records.session_form import FormSite, SessionForm, Trace
from console.words import SiteId, SiteRole
from widgets.drawing import theme
from widgets.phrases.office import form_page_words as words

WIDTHS = (46, 180, 116, 250, 112, 112, 112, 130, 120)
FIRST_FIELD = 2
CORRECTED = "✎ "


class FormTable(QTableWidget):
    """The sites of a form, the main endpoint first."""

    place_chosen = Signal(str, object)
    """A site and a `FormField`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, FIRST_FIELD + len(words.COLUMN_FIELDS), parent)
        self._sites: tuple[FormSite, ...] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setFont(theme.font(14))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.currentCellChanged.connect(self._tell)

    def show_form(self, form: SessionForm) -> None:
        """Shows a form; the place that was chosen stays chosen."""
        before = self.currentRow(), self.currentColumn()
        self._sites = form.sites
        blocked = QSignalBlocker(self)
        self.setRowCount(len(form.sites))
        for row, site in enumerate(form.sites):
            self._show_site(row, site, [trace for trace in form.trace if trace.site == site.site])
        if 0 <= before[0] < len(form.sites):
            self.setCurrentCell(*before)
        blocked.unblock()

    def _show_site(self, row: int, site: FormSite, traces: Sequence[Trace]) -> None:
        main = site.role is SiteRole.MAIN_ENDPOINT
        self._put(row, 0, "I" if main else str(site.number))
        self._put(row, 1, site.name)
        for column, field in enumerate(words.COLUMN_FIELDS, start=FIRST_FIELD):
            told = words.value(field, place_value(site, field)).replace("\n", " / ")
            last = next((trace for trace in reversed(traces) if trace.field is field), None)
            if last is None or field not in site.corrected:
                self._put(row, column, told)
            else:
                when = words.moment(last.at_ms)
                before = words.value(field, last.before)
                hint = words.corrected_by(last.person, when, before, last.reason)
                self._put(row, column, CORRECTED + told, hint)

    def _put(self, row: int, column: int, text: str, hint: str = "") -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(hint or text)
        if hint:
            item.setFont(theme.font(14, 600))
        self.setItem(row, column, item)

    def _tell(self, row: int, column: int, *_before: int) -> None:
        if 0 <= row < len(self._sites) and column >= FIRST_FIELD:
            self.place_chosen.emit(self._sites[row].site, words.COLUMN_FIELDS[column - FIRST_FIELD])

    def choose(self, site: SiteId, field: FormField) -> None:
        """Chooses a place."""
        row = next(number for number, each in enumerate(self._sites) if each.site == site)
        self.setCurrentCell(row, FIRST_FIELD + words.COLUMN_FIELDS.index(field))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setHorizontalHeaderLabels(words.columns())


def place_value(site: FormSite, field: FormField) -> str:
    """Returns what stands at a place of a site's row."""
    assert field not in OF_FORM
    return site.devices.get(field, "") if field in DEVICES else str(getattr(site, field))
