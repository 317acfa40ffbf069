"""The fields of the registration: how each is typed, and where it stands in the meeting.

Rule: a field shows a value and says what stands in it; what is missing is judged by `console.office.meeting_checks`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec
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
from console.office.meeting import Invitation, LegalBasis, Meeting, Wish
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


class RoomField(Field):
    """One of our rooms, or none."""

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
        if index < 0:  # the room is gone: it stays named until another is chosen
            self._box.addItem(value, value)
            index = self._box.count() - 1
        self._box.setCurrentIndex(index)

    def offer(self) -> None:
        chosen = self.value
        self._box.clear()
        self._box.addItem("", "")
        for room in sorted(self._store.present(Room), key=lambda room: room.name):
            self._box.addItem(room.name, room.id)
        self.show_value(chosen)


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


# ---------------------------------------------------------------- where they stand


class Place(NamedTuple):
    """How a field is made, and how its value is read from a meeting and put into it."""

    make: Callable[[str, RegisterStore], Field]
    get: Callable[[Meeting], Any]
    put: Callable[[Meeting, Any], Meeting]
    wide: bool = False


def _plain(attribute: str, make: Callable[[str, RegisterStore], Field], *, wide: bool = False) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(meeting, attribute)

    def put(meeting: Meeting, value: Any) -> Meeting:
        return msgspec.structs.replace(meeting, **{attribute: value})

    return Place(make, get, put, wide)


def _nested(attribute: str, name: str, make: Callable[[str, RegisterStore], Field]) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(getattr(meeting, attribute), name)

    def put(meeting: Meeting, value: Any) -> Meeting:
        part: LegalBasis | Invitation = getattr(meeting, attribute)
        return msgspec.structs.replace(meeting, **{attribute: msgspec.structs.replace(part, **{name: value})})

    return Place(make, get, put)


def _count_or_none(attribute: str) -> Place:
    def get(meeting: Meeting) -> Any:
        return getattr(meeting, attribute)

    def put(meeting: Meeting, value: Any) -> Meeting:
        return msgspec.structs.replace(meeting, **{attribute: value or None})

    return Place(_number, get, put)


def _choice(choices: Mapping[Any, Said]) -> Callable[[str, RegisterStore], Field]:
    return partial(ChoiceField, choices=choices)


_day = partial(WrappedField, kind=CellKind.DAY)
_number = partial(WrappedField, kind=CellKind.NUMBER)

PLACES: dict[str, Place] = {
    "governing_body": _plain("governing_body", LineField),
    "agency": _plain("agency", LineField),
    "subject": _plain("subject", TextField, wide=True),
    "basis_number": _nested("legal_basis", "number", LineField),
    "basis_day": _nested("legal_basis", "day", _day),
    "basis_issuer": _nested("legal_basis", "issuer", LineField),
    "host_unit": _plain("host_unit", LineField),
    "start_at": _plain("start_ms", WhenField),
    "end_at": _plain("end_ms", WhenField),
    "venue": _plain("venue", LineField),
    "room": _plain("room", RoomField),
    "chairperson": _plain("chairperson", LineField),
    "chairperson_title": _plain("chairperson_title", LineField),
    "technician": _plain("technician", LineField),
    "technician_phone": _plain("technician_phone", LineField),
    "contact_name": _plain("contact_name", LineField),
    "contact_phone": _plain("contact_phone", LineField),
    "urgency": _plain("urgency", _choice(words.URGENCIES)),
    "urgency_reason": _plain("urgency_reason", LineField),
    "main_participants": _plain("participants", TextField, wide=True),
    "script": _plain("agenda", TextField, wide=True),
    "plan": _plain("plan", TextField, wide=True),
    "wishes": _plain("wishes", WishesField, wide=True),
    "attendee_count": _count_or_none("attendee_count"),
    "other_support": _plain("other_support", LineField),
    "scale": _plain("scale", LineField),
    "meeting_form": _plain("meeting_form", LineField),
    "use_case": _plain("use_case", _choice(words.USE_CASES)),
    "host_kind": _plain("host_kind", _choice(words.HOST_KINDS)),
    "confidentiality": _plain("confidentiality", _choice(words.CONFIDENTIALITIES)),
    "preparation_minutes": _plain("preparation_minutes", _number),
    "rehearsal_start": _plain("rehearsal_start_ms", WhenField),
    "rehearsal_end": _plain("rehearsal_end_ms", WhenField),
    "invitation_number": _nested("invitation", "number", LineField),
    "invitation_day": _nested("invitation", "day", _day),
    "technicians": _plain("technicians", PeopleField, wide=True),
}
"""In the order of the page."""


WHOLE: dict[str, str] = dict.fromkeys(("basis_number", "basis_day", "basis_issuer"), "legal_basis")
"""Fields that the checks know as parts of a whole."""
