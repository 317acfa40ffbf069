"""The script of a meeting as a table to type in, to read from and to write to a CSV file.

Rule: cells are judged when the meeting is saved, all at once; a file is read by the program's own command, so that the
window never reads one itself.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from console.office.meeting import Meeting
from console.office.script import Script, keyed
from console.office.script_list import FIELDS, CueRow, cues_of_rows, script_rows, write_script
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.meetings.part import MeetingPart
from widgets.office.register_store import RegisterStore
from widgets.office.wish_button import wish_button
from widgets.phrases.office import script_page_words as words

WIDTHS = {"time": 76, "minutes": 62, "title": 250, "speaker": 170, "site": 150, "layout": 110, "camera": 90}
ROW_HEIGHT = 34
KEY = Qt.ItemDataRole.UserRole
"""Where a row keeps what its cue is known by: a cue that is moved or renamed stays the same cue."""
COMMAND = "script-import"


class MeetingScript(MeetingPart):
    """The table with its buttons."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self._meeting: Meeting | None = None
        self._showing = False
        self.changed = False
        """Something was typed since it was shown."""
        self.opened = 0
        self.table = QTableWidget(0, len(FIELDS), self)
        self.count, self.hint = QLabel(self), QLabel(self)
        self.buttons = {
            name: self._button(name, wish)
            for name, wish in (
                ("read", self._ask_file),
                ("write", self._save_file),
                ("add", self.add),
                ("remove", self.remove_current),
                ("up", lambda: self.move_current(-1)),
                ("down", lambda: self.move_current(1)),
            )
        }
        self._lay_out()
        self.rephrase()

    def _button(self, name: str, wish: Callable[[], object]) -> QPushButton:
        return wish_button(self, f"script-{name}", wish)

    def _lay_out(self) -> None:
        self.table.setObjectName("script")
        self.table.setFont(theme.font(14))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        for place, name in enumerate(FIELDS):
            self.table.setColumnWidth(place, WIDTHS.get(name, 130))
        self.hint.setWordWrap(True)
        self.hint.setFont(theme.font(13))
        top = QHBoxLayout()
        top.addWidget(self.count, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 6, 0, 0)
        body.addLayout(top)
        body.addWidget(self.table, 1)
        body.addWidget(self.hint)
        named(self.table, words.table)
        self.table.itemChanged.connect(self._follow)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Alt+Up", lambda: self.move_current(-1)),
            ("Alt+Down", lambda: self.move_current(1)),
            ("Ctrl+Del", self.remove_current),
        )
        for key, wish in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)

    # ------------------------------------------------------------ showing

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows the script of a meeting."""
        self._meeting = meeting
        self.buttons["read"].setEnabled(not is_new)
        self._show_script()

    def offer(self) -> None:
        """Takes the script anew when nothing was typed."""
        if not self.changed:
            self._show_script()

    def _show_script(self) -> None:
        if self._meeting is None:
            return
        script = self.store.get(Script, self._meeting.id)
        self.opened = self.store.version_of(Script, self._meeting.id)
        self._showing = True
        self.table.setRowCount(0)
        cues = script.cues if script else ()
        for cue, cells in zip(cues, script_rows(cues, self.store.sites, self._meeting.start_ms), strict=True):
            self._add_row(cells, cue.key or cue.number)
        self._showing = self.changed = False
        self._count()

    def _add_row(self, cells: tuple[str, ...], key: int) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for place, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if place == 0:
                item.setData(KEY, key)
            self.table.setItem(row, place, item)

    # ------------------------------------------------------------ reading

    def script(self, meeting: Meeting) -> Script:
        """Returns the script as it stands in the table; raises `BadScript`, lines counted from 1."""
        rows = [self._row(row) for row in range(self.table.rowCount())]
        filled = [row for row in rows if any(row.cells.values())]
        known = self.store.get(Script, meeting.id)
        source = known.source if known is not None else ""
        cues = cues_of_rows(filled, self.store.sites, meeting.start_ms) if filled else ()
        return Script(id=meeting.id, cues=keyed(cues, () if known is None else known.cues), source=source)

    def _row(self, row: int) -> CueRow:
        items = (self.table.item(row, place) for place in range(len(FIELDS)))
        texts = ("" if item is None else item.text().strip() for item in items)
        first = self.table.item(row, 0)
        key = None if first is None else first.data(KEY)
        return CueRow(row + 1, dict(zip(FIELDS, texts, strict=True)), key or 0)

    # ------------------------------------------------------------ acts

    def add(self) -> None:
        """Adds a cue after the chosen one and lets it be typed."""
        row = self.table.currentRow() + 1 or self.table.rowCount()
        self._showing = True
        self.table.insertRow(row)
        for place in range(len(FIELDS)):
            self.table.setItem(row, place, QTableWidgetItem(""))
        self._showing = False
        self._say()
        self.table.setCurrentCell(row, FIELDS.index("title"))
        self.table.setFocus()

    def remove_current(self) -> None:
        """Takes the chosen cues out."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        for row in rows:
            self.table.removeRow(row)
        if rows:
            self._say()

    def move_current(self, by: int) -> None:
        """Moves the chosen cue up or down; its time stays with it."""
        row, to = self.table.currentRow(), self.table.currentRow() + by
        if row < 0 or not 0 <= to < self.table.rowCount():
            return
        self._showing = True
        for place in range(len(FIELDS)):
            one, other = self.table.takeItem(row, place), self.table.takeItem(to, place)
            self.table.setItem(row, place, other)
            self.table.setItem(to, place, one)
        self._showing = False
        self.table.setCurrentCell(to, self.table.currentColumn())
        self._say()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, words.read_file(), "", "CSV (*.csv);;(*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Wants a script to be read from a file."""
        if self._meeting is not None:
            self.store.command_wanted.emit(COMMAND, ("script", "import", self._meeting.id, path))

    def _save_file(self) -> None:
        script = None if self._meeting is None else self.store.get(Script, self._meeting.id)
        if self._meeting is None or script is None:
            return
        octets = write_script(script.cues, self.store.sites, self._meeting.start_ms)
        dialog = QFileDialog(self, words.write_file(), "kich-ban.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

        def write(path: str) -> None:
            self.store.file_wanted.emit("meeting-file", path, octets)

        dialog.fileSelected.connect(write)
        dialog.open()

    def _follow(self, _item: QTableWidgetItem) -> None:
        if not self._showing:
            self._say()

    def _say(self) -> None:
        self.changed = True
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        self.count.setText(words.count(self.table.rowCount()))

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.table.setHorizontalHeaderLabels([words.COLUMNS[name]() for name in FIELDS])
        for name, word in (
            ("read", words.read_file),
            ("write", words.write_file),
            ("add", words.add),
            ("remove", words.remove),
            ("up", words.up),
            ("down", words.down),
        ):
            self.buttons[name].setText(word())
        self.hint.setText(words.hint())
        self._count()
