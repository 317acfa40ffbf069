"""Who sits where: every site's head count and leader as it told them, those that have not told first.

Rule: the operator may note what was said on the telephone; the site's own word comes by its own program.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from console.commands import TellAttendance
from console.notes.notes import MOST_HEADS
from console.snapshot import SiteView
from console.words import SiteId
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.phrases.console import delegation_words as words

LEAST_SIZE = (820, 560)


class AttendanceDialog(SessionDialog):
    """The table of who is there, and a line in which the operator notes it."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent, "attendance", words.attendance_title(), "")
        self.setMinimumSize(*LEAST_SIZE)
        self._store = store
        self._sites: list[SiteId] = []
        self._shown: object = None
        self.missing = QCheckBox(words.only_missing(), self)
        self.missing.setObjectName("attendance-missing")
        self.missing.toggled.connect(self._follow)
        self.table = self._table()
        self.heads = self.number("attendance-heads", words.heads(), MOST_HEADS)
        self.leader = self.field("attendance-leader", words.leader(), words.leader())
        self.note = self.button("attendance-note", words.note_it(), self._note)
        writing = QHBoxLayout()
        writing.addWidget(self.heads)
        writing.addWidget(self.leader, 1)
        writing.addWidget(self.note)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(writing)
        self.add_acts(self.button("attendance-leave", words.leave(), self.close))
        self.table.setFocus()
        store.sites_changed.connect(self._follow)
        store.link_lost_changed.connect(self._follow)
        self._follow()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(words.columns()), self)
        table.setObjectName("attendance-table")
        table.setAccessibleName(words.attendance_title())
        table.setHorizontalHeaderLabels(list(words.columns()))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.currentCellChanged.connect(self._choose)
        return table

    def _follow(self) -> None:
        """Shows the table anew when somebody told something else; the chosen site stays chosen."""
        views = [view for site in self._store.roster if (view := self._store.site(site)) is not None]
        facts = [(view.site, view.name, view.head_count, view.in_charge) for view in views]
        shown = (facts, self.missing.isChecked(), self._store.link_lost)
        if shown == self._shown:
            return
        self._shown, chosen = shown, self.site
        self.explanation.setText(words.attendance_told(views))
        wanted = [view for view in views if view.head_count is None or not self.missing.isChecked()]
        wanted.sort(key=lambda view: (view.head_count is not None, view.number))
        self._fill(wanted)
        if chosen in self._sites:
            self.table.setCurrentCell(self._sites.index(chosen), 0)
        self.note.setEnabled(self.site is not None and not self._store.link_lost)

    def _fill(self, views: list[SiteView]) -> None:
        self.table.blockSignals(True)  # noqa: FBT003 - the name of the call
        self._sites = [view.site for view in views]
        self.table.setRowCount(len(views))
        for row, view in enumerate(views):
            heads = words.not_told() if view.head_count is None else str(view.head_count)
            for column, text in enumerate((self._store.full_label(view.site), heads, view.in_charge)):
                item = QTableWidgetItem(text)
                if column == 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)  # noqa: FBT003 - the name of the call

    @property
    def site(self) -> SiteId | None:
        """The chosen site."""
        row = self.table.currentRow()
        return self._sites[row] if 0 <= row < len(self._sites) else None

    def _choose(self) -> None:
        view = self._store.site(self.site)
        self.note.setEnabled(view is not None and not self._store.link_lost)
        if view is not None:
            self.heads.setValue(view.head_count or 0)
            self.leader.setText(view.in_charge)

    def _note(self) -> None:
        if self.site is not None:
            told = TellAttendance(site=self.site, head_count=self.heads.value(), in_charge=self.leader.text().strip())
            self._store.send(told)
