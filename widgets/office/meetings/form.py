"""The registration as fields: those that the regulation asks for are marked, what is missing is said without nagging.

Rule: a field that was not left yet is never called wrong; once it was, the sentence below it goes away with the
keystroke that mends it. Before sending all are judged.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.office.host_rules import HostFinding, host_findings
from console.office.meeting import Meeting
from console.office.meeting_checks import ALWAYS, FieldFault, faults
from console.office.people import Person
from console.office.places import Room
from console.office.schedule import MOST_SITES, clashes_of
from widgets.drawing import theme
from widgets.office.meetings.field_places import PLACES, WHOLE
from widgets.office.meetings.fields import Field
from widgets.office.meetings.part import MeetingPart
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office.host_rule_words import phrase_host_findings
from widgets.phrases.office.schedule_words import clash_kind, goes_first


class FieldBox(QWidget):
    """A field with its title above and what is wrong below."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.title, self.fault = QLabel(self), QLabel(self)
        self.title.setFont(theme.font(13, 500))
        self.title.setBuddy(field)
        self.fault.setFont(theme.font(13))
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setObjectName("fault")
        self.fault.hide()
        self.left = False
        """The keyboard was here and went on."""
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 2)
        body.setSpacing(3)
        for part in (self.title, field, self.fault):
            body.addWidget(part)

    def say(self, text: str) -> None:
        """Shows what is wrong; nothing hides it."""
        self.fault.setText(f"▲ {text}" if text else "")
        self.fault.setVisible(bool(text))


class RegistrationForm(MeetingPart):
    """All fields of one meeting but its sites."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.boxes: dict[str, FieldBox] = {}
        self._judging = False
        """Sending was tried: everything is judged."""
        self._meeting = Meeting(id="-")
        self.summary, self.host = QLabel(self), QLabel(self)
        for label in (self.summary, self.host):
            label.setFont(theme.font(13))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        fields = QWidget(self)
        grid = QGridLayout(fields)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fill(grid, fields)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(fields)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 6, 0, 0)
        body.addWidget(self._scroll, 1)
        body.addWidget(self.summary)
        body.addWidget(self.host)
        self.rephrase()

    def _fill(self, grid: QGridLayout, parent: QWidget) -> None:
        row, column = 0, 0
        for name, place in PLACES.items():
            box = self.boxes[name] = FieldBox(place.make(name, self.store), parent)
            box.field.edited.connect(partial(self._follow, name))
            for part in (box.field, *box.field.findChildren(QWidget)):
                part.installEventFilter(self)
            if place.wide and column:
                row, column = row + 1, 0
            grid.addWidget(box, row, column, 1, 2 if place.wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row + 1, 0) if place.wide or column else (row, 1)
        grid.setRowStretch(row + 1, 1)

    # ------------------------------------------------------------ showing

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows a meeting."""
        self._meeting, self._judging = meeting, False
        for name, box in self.boxes.items():
            box.field.show_value(PLACES[name].get(meeting))
            box.left = False
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)
        self._judge()

    def applied(self, meeting: Meeting) -> Meeting:
        """Returns the meeting with what stands in the fields."""
        for name, box in self.boxes.items():
            meeting = PLACES[name].put(meeting, box.field.value)
        return meeting

    def offer(self) -> None:
        """Takes rooms, people and rules anew."""
        for box in self.boxes.values():
            box.field.offer()
        self._title_all()
        self._judge()

    def begin(self) -> None:
        """Takes the keyboard."""
        self.boxes["subject"].field.setFocus()

    # ------------------------------------------------------------ judging

    @property
    def required(self) -> tuple[str, ...]:
        """The fields that the profile asks for."""
        return () if self.store.rules is None else self.store.rules.profile.regulation.registration.fields

    @property
    def most_sites(self) -> int:
        """How many satellites a meeting may have."""
        return MOST_SITES if self.store.rules is None else self.store.rules.most_sites

    def judge_all(self, meeting: Meeting) -> tuple[FieldFault, ...]:
        """Says everything that keeps a meeting from being sent, and goes to the first field of it."""
        self._judging = True
        self._judge()
        found = faults(meeting, self.required, self.most_sites)
        first = next((name for name in self.boxes if not self.boxes[name].fault.isHidden()), None)
        if first is not None:
            self.boxes[first].field.setFocus()
            self._scroll.ensureWidgetVisible(self.boxes[first])
        return found

    @property
    def unreadable(self) -> str | None:
        """The first field whose text is no value of its kind."""
        return next((name for name, box in self.boxes.items() if not box.field.readable), None)

    def _follow(self, name: str) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        meeting = self.applied(self._meeting)
        found = faults(meeting, self.required, self.most_sites)
        said = {fault.field.value: fault for fault in reversed(found) if not fault.row}
        for name, box in self.boxes.items():
            fault = said.get(WHOLE.get(name, name))
            if not box.field.readable and box.left:
                box.say(words.bad_moment() if "_at" in name or "rehearsal" in name else words.unreadable())
            elif fault is not None and (self._judging or box.left) and self._speaks_for_whole(name):
                box.say(words.phrase_fault(fault))
            else:
                box.say("")
        told = self._clashing(meeting) or words.required_hint()
        self.summary.setText(f"{words.still_missing(len(found))}   {told}")
        self.host.setText(phrase_host_findings(self.findings(meeting)))
        self.host.setVisible(bool(self.host.text()))

    def _clashing(self, meeting: Meeting) -> str:
        """Returns what the meeting shares with others at its time, and which of them goes first."""
        others, rules = self.store.present(Meeting), self.store.rules
        found = clashes_of(meeting, others, self.most_sites, None if rules is None else rules.profile)
        if not found:
            return ""
        subjects = {other.id: other.subject or words.untitled() for other in (*others, meeting)}
        kinds = ", ".join(clash_kind(kind) for kind in dict.fromkeys(clash.kind for clash in found))
        first = dict.fromkeys(goes_first(clash, subjects) for clash in found)
        return "  ".join(part for part in (words.clashing(kinds), *first) if part)

    def findings(self, meeting: Meeting) -> tuple[HostFinding, ...]:
        """Returns what is otherwise than the regulation ties to the meeting's host."""
        if self.store.rules is None:
            return ()
        rooms, people = self.store.present(Room), self.store.present(Person)
        return host_findings(meeting, self.store.rules.profile, rooms, people, self.store.clock())

    def _speaks_for_whole(self, name: str) -> bool:
        """Returns whether what is wrong with a whole is said here: at its last part."""
        return name not in WHOLE or name == list(WHOLE)[-1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes which field the keyboard has left."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            for box in self.boxes.values():
                if box.isAncestorOf(watched):
                    box.left = True
                    self._judge()
        return False

    # ------------------------------------------------------------ words

    def _title_all(self) -> None:
        asked = {*self.required, *ALWAYS}
        for name, box in self.boxes.items():
            title = words.field_title(name)
            box.title.setText(words.required_mark(title) if WHOLE.get(name, name) in asked else title)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for box in self.boxes.values():
            box.field.rephrase()
        self._title_all()
        self._judge()
