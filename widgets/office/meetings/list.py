"""The list of meetings at the left of their page: what is to come first, then what is over."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from console.office.meeting import OVER, Meeting
from console.office.typed_times import shown_clock, shown_day
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.drawing.short_names import folded
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words

ID = Qt.ItemDataRole.UserRole
PAST_MS = 24 * 3600 * 1000
"""A meeting is over so long after its end, even when nobody closed it."""


class Line(NamedTuple):
    """What is said of a meeting."""

    when: str
    subject: str
    step: str


def line_of(meeting: Meeting) -> Line:
    """Returns a meeting's line in the list."""
    when = words.no_time()
    if meeting.start_ms is not None:
        when = f"{shown_clock(meeting.start_ms)}  {shown_day(meeting.start_ms)}"
    return Line(when, meeting.subject or words.untitled(), words.STEPS[meeting.step]())


class MeetingList(QWidget):
    """The list with its search."""

    chosen = Signal(str)

    def __init__(self, store: RegisterStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._following = store, False
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.past = QCheckBox(self)
        self.list = QListWidget(self)
        self.list.setObjectName("meetings")
        self.list.setFont(theme.font(14))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.list, self.past):
            body.addWidget(part)
        named(self.list, words.list_name)
        self.search.textChanged.connect(self._look)
        self.past.clicked.connect(self._look)
        self.list.currentItemChanged.connect(self._say)
        self.rephrase()

    @property
    def current(self) -> str | None:
        """The identifier of the chosen meeting."""
        row = self.list.currentRow()
        return None if row < 0 else str(self.list.item(row).data(ID))

    def meetings(self) -> list[Meeting]:
        """Returns the meetings that are shown: those to come in their order, then drafts, then those over."""
        now = self._store.clock()
        found = [meeting for meeting in self._store.present(Meeting) if self._found(meeting)]
        to_come = [meeting for meeting in found if not _is_over(meeting, now)]
        over = [meeting for meeting in found if _is_over(meeting, now)] if self._with_past else []
        to_come.sort(key=lambda meeting: (meeting.start_ms is None, meeting.start_ms or 0))
        over.sort(key=lambda meeting: -(meeting.start_ms or 0))
        return to_come + over

    @property
    def _with_past(self) -> bool:
        return self.past.isChecked() or bool(self.search.text().strip())

    def _found(self, meeting: Meeting) -> bool:
        text = folded(" ".join((*line_of(meeting), meeting.host_unit, meeting.chairperson)))
        return all(word in text for word in folded(self.search.text()).split())

    def _look(self, _value: object) -> None:
        self.refresh()

    def refresh(self, current: str | None = None) -> None:
        """Shows the list anew and keeps the chosen one, or chooses another."""
        current = current or self.current
        self._following = True
        self.list.clear()
        for meeting in self.meetings():
            line = line_of(meeting)
            item = QListWidgetItem(f"{line.when} · {line.step}\n{line.subject}", self.list)
            item.setData(ID, meeting.id)
            item.setToolTip(line.subject)
            if meeting.id == current:
                self.list.setCurrentItem(item)
        self._following = False

    def choose(self, id_: str | None) -> None:
        """Chooses a meeting without saying so."""
        self._following = True
        for row in range(self.list.count()):
            if self.list.item(row).data(ID) == id_:
                self.list.setCurrentRow(row)
                break
        else:
            self.list.setCurrentRow(-1)
        self._following = False

    def _say(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and not self._following:
            self.chosen.emit(str(item.data(ID)))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.search.setPlaceholderText(words.search())
        self.search.setAccessibleName(words.search())
        self.past.setText(words.past_shown())
        self.refresh()


def _is_over(meeting: Meeting, now_wall_ms: int) -> bool:
    end = meeting.end_ms or meeting.start_ms
    return meeting.step in OVER or (end is not None and end + PAST_MS < now_wall_ms)
