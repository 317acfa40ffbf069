"""The fields of a form: one kind of editor per kind of column.

Rule: an editor shows a value, says what stands in it now, and never judges more than its own form; a value that cannot
be read raises `NotReadable` with one sentence.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.office.columns import CellKind, Column, is_address
from console.office.record import LONGEST_TEXT
from widgets.drawing.short_names import folded
from widgets.office.cells import choice_pairs, day_text
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import record_page_words as words

LONGEST_LINE = 200
LIST_HEIGHT = 132
LINE_HEIGHT, TEXT_MARGINS = 20, 18
DAY_FORMS = ("d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d")


class NotReadable(Exception):
    """What stands in an editor is no value of its kind; the text is one sentence with a place for the title."""

    def __init__(self, sentence: Callable[[str], str]) -> None:
        super().__init__()
        self.sentence = sentence


class Editor(QWidget):
    """Base of all editors: a widget that takes the keyboard, and a value."""

    edited = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addWidget(field)
        self.setFocusProxy(field)
        self._showing = False

    def _say(self, _value: object = None) -> None:
        if not self._showing:
            self.edited.emit()

    @property
    def value(self) -> Any:
        """What stands in it; raises `NotReadable`."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Shows a value; says nothing about it."""
        raise NotImplementedError

    def offer(self) -> None:
        """Takes the store's sites or records, or the language, anew; keeps what is chosen."""

    def show_title(self, title: str, label: QLabel) -> None:
        """Says its title in the label above it and to whoever hears the screen."""
        label.setText(title)
        self.field.setAccessibleName(title)


class TextEditor(Editor):
    """One line of text, or several short texts apart by commas."""

    def __init__(self, column: Column, _store: RegisterStore) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self._several, self._ip_version = column.kind is CellKind.TEXTS, column.ip_version
        self._line.setMaxLength(LONGEST_TEXT if self._several else LONGEST_LINE)
        self._line.textEdited.connect(self._say)

    @property
    def value(self) -> Any:
        text = self._line.text().strip()
        if not self._several:
            return text
        parts = tuple(part.strip() for part in text.split(",") if part.strip())
        if self._ip_version and not all(is_address(part, self._ip_version) for part in parts):
            raise NotReadable(words.bad_address)
        return parts

    def show_value(self, value: Any) -> None:
        self._line.setText(", ".join(value) if self._several else str(value or ""))
        self._line.setCursorPosition(0)


class LongTextEditor(Editor):
    """Text of several lines."""

    def __init__(self, column: Column, _store: RegisterStore) -> None:
        self._text = QPlainTextEdit()
        super().__init__(self._text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(column.lines * LINE_HEIGHT + TEXT_MARGINS)
        self._text.textChanged.connect(self._say)

    @property
    def value(self) -> Any:
        return self._text.toPlainText().strip()[:LONGEST_TEXT]

    def show_value(self, value: Any) -> None:
        self._showing = True
        self._text.setPlainText(str(value or ""))
        self._showing = False


class DayEditor(Editor):
    """A day as people write it."""

    def __init__(self, _column: Column, _store: RegisterStore) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self._line.textEdited.connect(self._say)
        self.offer()

    @property
    def value(self) -> Any:
        text = self._line.text().strip()
        if not text:
            return ""
        for form in DAY_FORMS:
            day = QDate.fromString(text, form)
            if day.isValid():
                return day.toString(Qt.DateFormat.ISODate)
        raise NotReadable(words.bad_day)

    def show_value(self, value: Any) -> None:
        self._line.setText(day_text(str(value or "")))

    def offer(self) -> None:
        self._line.setPlaceholderText(words.day_pattern())


class NumberEditor(Editor):
    """A whole number; nothing counts as 0."""

    def __init__(self, _column: Column, _store: RegisterStore) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self._line.textEdited.connect(self._say)

    @property
    def value(self) -> Any:
        text = "".join(self._line.text().split())
        if not text:
            return 0
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise NotReadable(words.bad_number)
        return int(text)

    def show_value(self, value: Any) -> None:
        self._line.setText(str(value) if value else "")


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, _column: Column, _store: RegisterStore) -> None:
        self._box = QCheckBox()
        super().__init__(self._box)
        self._box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long title widens no form
        self._box.clicked.connect(self._say)

    @property
    def value(self) -> Any:
        return self._box.isChecked()

    def show_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    def show_title(self, title: str, label: QLabel) -> None:
        """Says its title beside the box."""
        label.hide()
        self._box.setText(title)
        self._box.setToolTip(title)
        self._box.setAccessibleName(title)


class ChoiceEditor(Editor):
    """One of several: a word, a site, or a record of another list."""

    def __init__(self, column: Column, store: RegisterStore) -> None:
        self._box = QComboBox()
        super().__init__(self._box)
        self._column, self._store = column, store
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(8)
        self._box.activated.connect(self._say)
        self.offer()

    @property
    def value(self) -> Any:
        return self._box.currentData()

    def show_value(self, value: Any) -> None:
        index = self._box.findData(value)
        if index < 0 and value:  # what was named is gone: it stays named until somebody chooses another
            self._box.addItem(str(value), value)
            index = self._box.count() - 1
        self._box.setCurrentIndex(max(0, index))

    def offer(self) -> None:
        chosen = self._box.currentData()
        self._box.clear()
        for word, value in choice_pairs(self._column, self._store):
            self._box.addItem(word, value)
        self.show_value(chosen)


class ChoicesEditor(Editor):
    """Several of many, each with a tick; a long list is searched by typing."""

    def __init__(self, column: Column, store: RegisterStore) -> None:
        self._list = QListWidget()
        super().__init__(self._list)
        self._column, self._store = column, store
        self._search = QLineEdit()
        self._search.setPlaceholderText(words.search())
        self._search.setAccessibleName(words.search())
        self._search.setVisible(column.kind is not CellKind.CHOICES)
        self._search.textChanged.connect(self._filter)
        self.body.insertWidget(0, self._search)
        self._list.setFixedHeight(LIST_HEIGHT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemChanged.connect(self._say)
        self.offer()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    @property
    def value(self) -> Any:
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def show_value(self, value: Any) -> None:
        self._showing = True
        for item in self._items():
            there = item.data(Qt.ItemDataRole.UserRole) in (value or ())
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self._showing = False

    def offer(self) -> None:
        chosen = self.value
        self._showing = True
        self._list.clear()
        for word, value in choice_pairs(self._column, self._store):
            item = QListWidgetItem(word, self._list)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._search.setPlaceholderText(words.search())
        self._search.setAccessibleName(words.search())
        self.show_value(chosen)

    def _filter(self, text: str) -> None:
        for item in self._items():
            item.setHidden(folded(text) not in folded(item.text()))


_EDITORS: dict[CellKind, Callable[[Column, RegisterStore], Editor]] = {
    CellKind.TEXT: TextEditor,
    CellKind.TEXTS: TextEditor,
    CellKind.LONG_TEXT: LongTextEditor,
    CellKind.DAY: DayEditor,
    CellKind.NUMBER: NumberEditor,
    CellKind.TICK: TickEditor,
    CellKind.CHOICE: ChoiceEditor,
    CellKind.SITE: ChoiceEditor,
    CellKind.RECORD: ChoiceEditor,
    CellKind.CHOICES: ChoicesEditor,
    CellKind.SITES: ChoicesEditor,
    CellKind.RECORDS: ChoicesEditor,
}


def make_editor(column: Column, store: RegisterStore) -> Editor:
    """Returns the editor of a column."""
    return _EDITORS[column.kind](column, store)
