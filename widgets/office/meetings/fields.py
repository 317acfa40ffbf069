"""The fields of the registration: how each is typed.

Rule: a field shows a value and says what stands in it; what is missing is judged by `console.office.meeting_checks`.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from console.office.columns import CellKind, Column
from console.office.meeting import Wish
from console.office.people import Person, Role
from console.office.places import Room
from widgets.office.editors import DayEditor, NotReadable, NumberEditor
from widgets.office.meetings.moments import MomentField
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office.meeting_words import Said

LONGEST_LINE = 400
TEXT_HEIGHT = 62
PEOPLE_HEIGHT = 84


class Field(QWidget):
    """Base of the fields."""

    edited = Signal()

    def __init__(self, name: str, inner: QWidget) -> None:
        super().__init__()
        self.name, self.inner = name, inner
        self.setObjectName(f"field-{name}")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(inner)
        self.setFocusProxy(inner)
        self._showing = False

    def _say(self, _value: object = None) -> None:
        if not self._showing:
            self.edited.emit()

    @property
    def value(self) -> Any:
        """What stands in it."""
        raise NotImplementedError

    @property
    def readable(self) -> bool:
        """Whether what stands in it is a value of its kind."""
        return True

    def show_value(self, value: Any) -> None:
        """Shows a value; says nothing about it."""
        raise NotImplementedError

    def offer(self) -> None:
        """Takes records of other lists anew."""

    def rephrase(self) -> None:
        """Says its name in the language in use."""
        self.inner.setAccessibleName(words.field_title(self.name))


class LineField(Field):
    """One line of text."""

    def __init__(self, name: str, _store: RegisterStore) -> None:
        self._line = QLineEdit()
        super().__init__(name, self._line)
        self._line.setMaxLength(LONGEST_LINE)
        self._line.textEdited.connect(self._say)

    @property
    def value(self) -> Any:
        return self._line.text().strip()

    def show_value(self, value: Any) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)


class TextField(Field):
    """Text of several lines."""

    def __init__(self, name: str, _store: RegisterStore) -> None:
        self._text = QPlainTextEdit()
        super().__init__(name, self._text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(TEXT_HEIGHT)
        self._text.textChanged.connect(self._say)

    @property
    def value(self) -> Any:
        return self._text.toPlainText().strip()[:4000]

    def show_value(self, value: Any) -> None:
        self._showing = True
        self._text.setPlainText(value)
        self._showing = False


class WhenField(Field):
    """A moment."""

    def __init__(self, name: str, store: RegisterStore) -> None:
        self._moment = MomentField(partial(words.field_title, name), store.clock)
        super().__init__(name, self._moment)
        self._moment.edited.connect(self._say)

    @property
    def value(self) -> Any:
        return self._moment.value

    @property
    def readable(self) -> bool:
        return self._moment.readable

    def show_value(self, value: Any) -> None:
        self._moment.show_value(value)


class WrappedField(Field):
    """A day or a number, by the editors of the lists."""

    def __init__(self, name: str, store: RegisterStore, kind: CellKind) -> None:
        column = Column(name=name, kind=kind)
        editor = DayEditor(column, store) if kind is CellKind.DAY else NumberEditor(column, store)
        super().__init__(name, editor.field)
        self._editor, self._kind = editor, kind
        editor.edited.connect(self._say)

    @property
    def value(self) -> Any:
        try:
            return self._editor.value
        except NotReadable:
            return "" if self._kind is CellKind.DAY else 0

    @property
    def readable(self) -> bool:
        try:
            return self._editor.value is not None
        except NotReadable:
            return False

    def show_value(self, value: Any) -> None:
        self._editor.show_value(value)


class ChoiceField(Field):
    """One of a few words."""

    def __init__(self, name: str, _store: RegisterStore, choices: Mapping[Any, Said]) -> None:
        self._box = QComboBox()
        super().__init__(name, self._box)
        self._choices = choices
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(10)
        for word in choices.values():
            self._box.addItem(word())
        self._box.activated.connect(self._say)

    @property
    def value(self) -> Any:
        # Not the box's own data: Qt hands a member of an enumeration back as a text.
        return list(self._choices)[max(0, self._box.currentIndex())]

    def show_value(self, value: Any) -> None:
        self._box.setCurrentIndex(max(0, list(self._choices).index(value)))

    def rephrase(self) -> None:
        super().rephrase()
        for row, word in enumerate(self._choices.values()):
            self._box.setItemText(row, word())


class OfferedField(Field):
    """One of what the register or the regulation offers, or nothing; a chosen one that is gone stays named."""

    def __init__(self, name: str, store: RegisterStore) -> None:
        self._box = QComboBox()
        super().__init__(name, self._box)
        self._store = store
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.activated.connect(self._say)
        self.offer()

    @property
    def value(self) -> Any:
        return self._box.currentData() or ""

    def show_value(self, value: Any) -> None:
        index = self._box.findData(value)
        if index < 0:
            self._box.addItem(value, value)
            index = self._box.count() - 1
        self._box.setCurrentIndex(index)

    def offer(self) -> None:
        chosen = self.value
        self._box.clear()
        self._box.addItem("", "")
        for text, value in self._offered():
            self._box.addItem(text, value)
        self.show_value(chosen)

    def _offered(self) -> list[tuple[str, str]]:
        """Returns what may be chosen: how it is called, and its value."""
        raise NotImplementedError


class RoomField(OfferedField):
    """One of our rooms, or none."""

    def _offered(self) -> list[tuple[str, str]]:
        rooms = sorted(self._store.present(Room), key=lambda room: room.name)
        return [(room.name, room.id) for room in rooms]


class PriorityField(OfferedField):
    """The place of the meeting in the order of the regulation; cannot be chosen where the text has no order."""

    def offer(self) -> None:
        super().offer()
        self.setEnabled(bool(self._offered()))

    def _offered(self) -> list[tuple[str, str]]:
        rules = self._store.rules
        return [] if rules is None else [(each, each) for each in rules.profile.regulation.priority.order]


class PeopleField(Field):
    """Technicians of the directory, each with a tick."""

    def __init__(self, name: str, store: RegisterStore) -> None:
        self._list = QListWidget()
        super().__init__(name, self._list)
        self._store = store
        self._chosen: tuple[str, ...] = ()
        self._list.setFixedHeight(PEOPLE_HEIGHT)
        self._list.itemChanged.connect(self._say)
        self.offer()

    @property
    def value(self) -> Any:
        items = [self._list.item(row) for row in range(self._list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def show_value(self, value: Any) -> None:
        self._showing = True
        self._list.clear()
        people = [person for person in self._store.present(Person) if Role.TECHNICIAN in person.roles]
        names = {person.id: ", ".join(part for part in (person.name, person.unit) if part) for person in people}
        for id_ in sorted({*names, *value}, key=lambda id_: names.get(id_, id_)):
            item = QListWidgetItem(names.get(id_, id_), self._list)
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in value else Qt.CheckState.Unchecked)
        self._showing = False

    def offer(self) -> None:
        self.show_value(self.value)


class WishesField(Field):
    """The boxes of the form."""

    def __init__(self, name: str, _store: RegisterStore) -> None:
        inner = QWidget()
        self.boxes = {wish: QCheckBox(inner) for wish in Wish}
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        super().__init__(name, inner)
        self.setFocusProxy(self.boxes[Wish.PROJECTOR])
        for box in self.boxes.values():
            box.clicked.connect(self._say)

    @property
    def value(self) -> Any:
        return tuple(wish for wish, box in self.boxes.items() if box.isChecked())

    def show_value(self, value: Any) -> None:
        for wish, box in self.boxes.items():
            box.setChecked(wish in value)

    def rephrase(self) -> None:
        super().rephrase()
        for wish, box in self.boxes.items():
            box.setText(words.WISHES[wish]())
