"""The escalation sheet beside an incident: whom to call, in order, in figures that can be read while dialling.

Rule: one press, or Alt with the row's digit, notes that somebody was told at this moment; who was told is said beside
the name. What is not read yet, or cannot be read, is said.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from console.notes.record_facts import Incident, IncidentNotice
from console.office.escalation import Call, CallBook
from console.office.people import Person
from widgets.drawing import theme
from widgets.phrases.console import call_words as words

PHONE_PIXELS = 24
"""Read at arm's length, with the receiver at the ear."""
MOST_KEYS = 9


class CallsSheet(QScrollArea):
    """Whom to call for one incident."""

    told = Signal(str)
    """Somebody was told now, by party and name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calls")
        self.setAccessibleName(words.title())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self._book: CallBook | None = None
        self._read = False
        self._incident: Incident | None = None
        self._site = ""
        self._open = False
        self._shown: tuple[object, ...] = ()
        self.buttons: list[QPushButton] = []
        """One for each row, in the order of calling."""
        for number in range(1, MOST_KEYS + 1):
            key = QShortcut(QKeySequence(f"Alt+{number}"), parent)
            key.activated.connect(partial(self._press, number - 1))
        self._show()

    def show_book(self, book: CallBook | None) -> None:
        """Takes what was read; None: nothing could be."""
        self._book, self._read = book, True
        self._show()

    def show_incident(self, incident: Incident | None, site: str, *, open_now: bool) -> None:
        """Shows whom to call for an incident; `site` is how its place is called, empty for the whole meeting."""
        self._incident, self._site, self._open = incident, site, open_now
        self._show()

    def _press(self, row: int) -> None:
        if row < len(self.buttons):
            self.buttons[row].click()

    # ------------------------------------------------------------ rows

    def _show(self) -> None:
        """Makes the rows anew, when they say something else than before."""
        incident = self._incident
        facts = (self._read, self._book, self._site, self._open)
        shown = (*facts, incident and (incident.category, incident.site, incident.told))
        if shown == self._shown:
            return
        self._shown = shown
        self.buttons.clear()
        body = QWidget(self)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 10, 0)
        rows.setSpacing(6)
        if incident is None or self._book is None:
            rows.addWidget(_label(self._why_empty(), 15))
        else:
            for call in self._book.sheet(incident.category, incident.site):
                for part in self._parts_of(call, incident):
                    rows.addWidget(part)
        rows.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def _why_empty(self) -> str:
        if not self._read:
            return words.reading()
        return words.unreadable() if self._book is None else words.no_incident()

    def _parts_of(self, call: Call, incident: Incident) -> Iterator[QWidget]:
        party = words.phrase_party(call.party, self._site)
        yield _label(words.party_heading(call, self._site), 15, 700)
        for line in call.lines:
            yield _label(words.line_line(line), 17, 600)
        if call.facts:
            yield _label(words.to_tell(call.facts), 14)
        if not call.people:
            yield self._row(_label(words.nobody(), 14), party, _told(incident, party))
        for person in call.people:
            whom = f"{party}: {person.name}"
            yield self._row(_person(person), whom, _told(incident, whom))

    def _row(self, left: QWidget, whom: str, notice: IncidentNotice | None) -> QWidget:
        """Returns a row: who it is, and the button that notes that they were told."""
        row = QWidget(self)
        parts = QHBoxLayout(row)
        parts.setContentsMargins(14, 0, 0, 4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(left)
        if notice is not None:
            names.addWidget(_label(words.told_at(notice.at_ms, notice.by), 14, 600))
        parts.addLayout(names, 1)
        number = len(self.buttons) + 1
        button = QPushButton(words.tell_now(number if number <= MOST_KEYS else None), row)
        button.setObjectName(f"call-told-{number}")
        button.setAccessibleName(words.tell_whom(whom))
        button.setToolTip(words.tell_whom(whom))
        button.setAutoDefault(False)
        button.setEnabled(self._open)
        button.clicked.connect(lambda: self.told.emit(whom))
        self.buttons.append(button)
        parts.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _told(incident: Incident, whom: str) -> IncidentNotice | None:
    """Returns when somebody was last told."""
    return next((notice for notice in reversed(incident.told) if notice.party == whom), None)


def _person(person: Person) -> QWidget:
    box = QWidget()
    parts = QVBoxLayout(box)
    parts.setContentsMargins(0, 0, 0, 0)
    parts.setSpacing(0)
    if person.phone:
        phone = _label(person.phone, PHONE_PIXELS, 700)
        phone.setWordWrap(False)
        phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts.addWidget(phone)
    else:
        parts.addWidget(_label(words.no_phone(), 15))
    parts.addWidget(_label(words.person_line(person), 15))
    return box


def _label(text: str, pixels: int, weight: int = 400) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(pixels, weight))
    label.setWordWrap(True)
    return label
