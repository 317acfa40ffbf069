"""The form beside a list: every field of one record, what is wrong with it, and what was typed but not saved.

Rule: a record that somebody edits is never replaced under their hands; a newer version of it is named instead.
"""

import uuid
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from console.office.columns import Column, RecordList
from console.office.record import Record
from widgets.drawing import theme
from widgets.office.editors import Editor, NotReadable, make_editor
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import record_page_words as words
from widgets.phrases.office.column_words import column_title


class RecordForm(QScrollArea):
    """The fields of one list."""

    edited = Signal()

    def __init__(self, record_list: RecordList, store: RegisterStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._list, self._store = record_list, store
        self.record: Record | None = None
        """What is open, as it was when it was opened; None for a new one."""
        self.opened = 0
        """The version that is open, 0 for a new record."""
        self.unsaved = False
        self.editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields = QWidget(self)
        rows = QVBoxLayout(self._fields)
        rows.setContentsMargins(2, 2, 10, 2)
        rows.setSpacing(4)
        for column in record_list.columns:
            self._add(column, rows)
        rows.addStretch(1)
        self.setWidget(self._fields)
        self.rephrase()

    def _add(self, column: Column, rows: QVBoxLayout) -> None:
        label = QLabel(self._fields)
        label.setFont(theme.font(13, 500))
        label.setWordWrap(True)
        editor = make_editor(column, self._store)
        editor.setObjectName(f"field-{column.name}")
        label.setBuddy(editor)
        editor.edited.connect(self._say_edited)
        rows.addWidget(label)
        rows.addWidget(editor)
        rows.addSpacing(6)
        self.editors[column.name], self._labels[column.name] = editor, label

    # ------------------------------------------------------------ showing

    def open(self, record: Record | None, version: int) -> None:
        """Shows a record for editing; None: an empty one."""
        self.record, self.opened, self.unsaved = record, version, False
        for column in self._list.columns:
            value = getattr(record, column.name) if record is not None else _empty(column, self._list)
            self.editors[column.name].show_value(value)
        for name in self._list.fixed:
            self.editors[name].setEnabled(record is None)
        self.verticalScrollBar().setValue(0)

    def show_values(self, record: Record) -> None:
        """Shows what another version of the open record says, as if it had been typed."""
        for column in self._list.columns:
            if column.name in record.__struct_fields__ and column.name not in self._list.fixed:
                self.editors[column.name].show_value(getattr(record, column.name))
        self._say_edited()

    def offer(self) -> None:
        """Takes sites and records of other lists anew."""
        for editor in self.editors.values():
            editor.offer()

    def begin(self) -> None:
        """Gives the keyboard to the first field that can be filled in."""
        next(editor for editor in self.editors.values() if editor.isEnabled()).setFocus()

    def _say_edited(self) -> None:
        self.unsaved = True
        self.edited.emit()

    # ------------------------------------------------------------ reading

    def title(self, column: Column) -> str:
        """Returns what stands over a field."""
        return column_title(self._list.name, column.name)

    def read(self) -> Record | str:
        """Returns the record as it stands in the fields, or one sentence about the first field that is wrong."""
        values: dict[str, Any] = {}
        for column in self._list.columns:
            try:
                values[column.name] = self.editors[column.name].value
            except NotReadable as error:
                self.editors[column.name].setFocus()
                return error.sentence(self.title(column))
            if column.needed and not values[column.name]:
                self.editors[column.name].setFocus()
                return words.needed(self.title(column))
        if self.record is not None:
            return msgspec.structs.replace(self.record, **values)
        return self._list.form(**{"id": uuid.uuid4().hex, **values})

    def rephrase(self) -> None:
        """Says every title in the language in use."""
        for column in self._list.columns:
            self.editors[column.name].show_title(self.title(column), self._labels[column.name])
            self.editors[column.name].offer()


def _empty(column: Column, record_list: RecordList) -> Any:
    field = next(field for field in msgspec.structs.fields(record_list.form) if field.name == column.name)
    return None if field.required else field.default
