"""The versions of one record: who changed what, when and why; one of them can be taken into the form again.

Rule: nothing is written here; what is taken is shown in the form as something typed and not yet saved.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDateTime, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.office.columns import RecordList
from console.office.record import Record, Version, kind_of
from widgets.drawing import theme
from widgets.office.cells import cell_text
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import record_page_words as words
from widgets.phrases.office.column_words import column_title

SIZE = (900, 560)
LIST_WIDTH = 380
Versions = tuple[Version[Any], ...]
Changes = Callable[[Record | None, Record], list[str]]
"""Says what a record changed against the one before it (None: it was new), a line for each field."""


class VersionsDialog(QDialog):
    """The versions at the left, the newest first; what the chosen one changed at the right."""

    taken = Signal(object)
    """A `Version` whose content goes into the form."""

    def __init__(self, versions: Versions, changes: Changes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.versions_title())
        self.resize(*SIZE)
        self._changes = changes
        self._versions = tuple(reversed(versions))
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(words.versions_title())
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFont(theme.font(15))
        self.take_button = QPushButton(words.take_version(), self)
        self.take_button.setObjectName("version-take")
        self.take_button.setAutoDefault(False)
        self.take_button.clicked.connect(self._take)
        close = QPushButton(words.close(), self)
        close.setObjectName("answer-close")
        close.clicked.connect(self.reject)
        for told in self._versions:
            QListWidgetItem(_line(told), self.list)
        self.list.currentRowChanged.connect(self._show)
        self._lay_out(close)
        self.list.setCurrentRow(0)

    def _lay_out(self, close: QPushButton) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(self.list)
        parts.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.take_button)
        foot.addWidget(close)
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 18, 20, 18)
        body.setSpacing(14)
        body.addLayout(parts, 1)
        body.addLayout(foot)

    def _show(self, row: int) -> None:
        told = self._versions[row]
        self.take_button.setEnabled(row > 0 and told.content is not None)
        self.text.setText(self.changes(told))

    def changes(self, told: Version[Any]) -> str:
        """Returns what a version changed against the one of its kind before it, a line for each field."""
        if told.content is None:
            return words.version_removed()
        before = next(
            (each.content for each in self._versions if each.kind == told.kind and each.version == told.version - 1),
            None,
        )
        return "\n".join(self._changes(before, told.content)) or words.nothing_changed()

    def _take(self) -> None:
        self.taken.emit(self._versions[self.list.currentRow()])
        self.accept()


class RecordVersions(QObject):
    """Asks for the versions of a page's record and shows them when all have come."""

    taken = Signal(object)
    """A `Version` whose content goes into the form."""

    def __init__(self, changes: Changes, store: RegisterStore, page: QWidget) -> None:
        super().__init__(page)
        self._changes, self._store, self._page = changes, store, page
        self._awaited: set[str] = set()
        self._id, self._found = "", list[Version[Any]]()
        store.history_read.connect(self._collect)

    def ask(self, forms: tuple[type[Record], ...], id_: str) -> None:
        """Asks for a record's versions; several kinds of record may make up a row."""
        self._id, self._found = id_, []
        self._awaited = {kind_of(form) for form in forms}
        for form in forms:
            self._store.history_wanted.emit(form, id_)

    def _collect(self, form: type[Record], id_: str, versions: Versions) -> None:
        if id_ != self._id or kind_of(form) not in self._awaited:
            return
        self._awaited.discard(kind_of(form))
        self._found.extend(versions)
        if not self._awaited and self._found:
            told = tuple(sorted(self._found, key=lambda each: each.line))
            dialog = VersionsDialog(told, self._changes, self._page)
            dialog.taken.connect(self.taken)
            dialog.open()


def _line(told: Version[Any]) -> str:
    time = QDateTime.fromMSecsSinceEpoch(told.wall_ms).toString("dd/MM/yyyy HH:mm")
    return words.version_line(told.version, time, told.person, told.reason)


def list_changes(record_list: RecordList, store: RegisterStore) -> Changes:
    """Returns how the records of a list say what changed: by its columns."""

    def changes(before: Record | None, now: Record) -> list[str]:
        lines: list[str] = []
        for column in record_list.columns:
            if column.name not in now.__struct_fields__:
                continue
            new = cell_text(column, getattr(now, column.name), store)
            old = cell_text(column, getattr(before, column.name), store) if before is not None else ""
            if new != old:
                lines.append(words.field_changed(column_title(record_list.name, column.name), old, new))
        return lines

    return changes
