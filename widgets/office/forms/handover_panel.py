"""The reminder that recordings and documents have to be handed over, and where it is noted that they were.

Rule: the end is counted by the profile of the session's day; nothing is noted without who received it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from console.office.form_records import RecordingHandover, is_overdue
from console.records.gathered import Gathered
from console.records.recording_handover import handover_to_note, handover_wanted
from widgets.drawing.rephrasing import named
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import form_page_words as words

LONGEST = 400


class HandoverPanel(QWidget):
    """One session's hand-over."""

    handover_wanted = Signal(object)
    """A `RecordingHandover`."""
    said = Signal(str)

    def __init__(self, store: RegisterStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._gathered: Gathered | None = None
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.given_by, self.received_by, self.medium, self.receipt = (QLineEdit(self) for _ in range(4))
        self.what = QPlainTextEdit(self)
        self.what.setFixedHeight(84)
        self.what.setTabChangesFocus(True)
        self.button = QPushButton(self)
        self.button.setObjectName("form-hand-over")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.note)
        self._labels = tuple(QLabel(self) for _ in range(5))
        rows = QVBoxLayout(self)
        rows.setSpacing(6)
        rows.addWidget(self.state)
        for label, part in zip(self._labels, self._parts, strict=True):
            rows.addWidget(label)
            rows.addWidget(part)
        for line in (self.given_by, self.received_by, self.medium, self.receipt):
            line.setMaxLength(LONGEST)
        rows.addSpacing(8)
        rows.addWidget(self.button)
        rows.addStretch(1)

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (self.given_by, self.received_by, self.medium, self.receipt, self.what)

    def show_gathered(self, gathered: Gathered) -> None:
        """Shows what has to be handed over of a session, and until when; what is being typed of it stays."""
        before = self._gathered
        self._gathered = gathered
        told = self._handover()
        self.button.setEnabled(told is not None)
        self.state.setText(words.nothing_to_hand_over() if told is None else self._state(told))
        same = before is not None and before.facts.story.session == gathered.facts.story.session
        if not same or gathered.handover != (before.handover if before is not None else None):
            self._fill(told)

    def _fill(self, told: RecordingHandover | None) -> None:
        texts = ("",) * 5 if told is None else (told.given_by, told.received_by, told.medium, told.receipt, told.what)
        for line, text in zip((self.given_by, self.received_by, self.medium, self.receipt), texts, strict=False):
            line.setText(text)
        self.what.setPlainText(texts[-1])

    def _state(self, told: RecordingHandover) -> str:
        if told.handed_ms is not None:
            return words.handed_over(words.moment(told.handed_ms), told.received_by, late=told.late)
        if told.due_ms is None:
            return words.to_hand_over() if self._has_to_be() else words.may_be_handed_over()
        overdue = is_overdue(told, self._store.clock())
        return words.to_hand_over_until(words.moment(told.due_ms), overdue=overdue)

    def _handover(self) -> RecordingHandover | None:
        """Returns what stands in the register, else what has to be, or may be, handed over."""
        gathered, rules = self._gathered, self._store.rules
        if gathered is None:
            return None
        if gathered.handover is not None:
            return gathered.handover
        if rules is None:
            return None
        return handover_to_note(gathered.facts.story, gathered.meeting, gathered.profile, rules.calendar)

    def _has_to_be(self) -> bool:
        gathered = self._gathered
        return gathered is not None and handover_wanted(gathered.meeting, gathered.profile)

    def note(self) -> None:
        """Wants it to be noted that all was handed over now."""
        told, received_by = self._handover(), self.received_by.text().strip()
        if told is None:
            return
        if not received_by:
            self.said.emit(words.receiver_missing())
            self.received_by.setFocus()
            return
        self.handover_wanted.emit(
            RecordingHandover(
                id=told.id,
                session=told.session,
                meeting_uid=told.meeting_uid,
                subject=told.subject,
                ended_ms=told.ended_ms,
                due_ms=told.due_ms,
                article=told.article,
                recipient=told.recipient,
                what=self.what.toPlainText().strip(),
                medium=self.medium.text().strip(),
                handed_ms=told.handed_ms or self._store.clock(),
                given_by=self.given_by.text().strip(),
                received_by=received_by,
                receipt=self.receipt.text().strip(),
            )
        )

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        said = (words.given_by, words.received_by, words.medium, words.receipt, words.handed_what)
        for label, part, word in zip(self._labels, self._parts, said, strict=True):
            label.setText(word())
            named(part, word)
        self.button.setText(words.note_handover())
        if self._gathered is not None:
            self.show_gathered(self._gathered)
