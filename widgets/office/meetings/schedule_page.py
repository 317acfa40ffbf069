"""The page of the schedule: one week of meetings and rehearsals, and where two of them want the same.

Rule: Alt+Left and Alt+Right turn the weeks, Enter opens the meeting. A clash is said in words beside both meetings and
once more below, with what exactly is wanted twice.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from console.office.meeting import Meeting
from console.office.people import Person
from console.office.places import Room
from console.office.record import Record, Version
from console.office.schedule import MOST_SITES, Clash, clashes, meeting_span, takes_place
from console.office.typed_times import shown_clock
from console.records.schedule_page import schedule_page
from console.regulation.calendar import Day, day_of, days_later, moment
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.cells import site_text
from widgets.office.meetings.printing import show_preview
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import fill, plain_table
from widgets.phrases.office import schedule_words as words
from widgets.phrases.office.meeting_words import STEPS, untitled

WEEK = 7
CLASHES_HEIGHT = 96


class Entry(NamedTuple):
    """A line of the week."""

    start_ms: int
    end_ms: int
    meeting: Meeting
    is_rehearsal: bool


class SchedulePage(OfficePage):
    """The page."""

    name = "schedule"
    kinds = (Meeting, Room, Person)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.first = _monday(day_of(store.clock()))
        self.entries: tuple[Entry, ...] = ()
        self.table = plain_table(self, len(words.columns()))
        self.table.setObjectName("schedule")
        self.week = QLabel(self)
        self.week.setFont(theme.font(16, 600))
        self.clashes = QPlainTextEdit(self)
        self.clashes.setReadOnly(True)
        self.clashes.setTabChangesFocus(True)
        self.clashes.setFixedHeight(CLASHES_HEIGHT)
        self.buttons = {
            name: self._button(name, key, wish)
            for name, key, wish in (
                ("previous", "Alt+Left", lambda: self.turn(-WEEK)),
                ("this", "Alt+Home", lambda: self.show_week(day_of(self.store.clock()))),
                ("next", "Alt+Right", lambda: self.turn(WEEK)),
                ("open", "Return", self.open_current),
                ("print", "Ctrl+P", self.print_week),
            )
        }
        self._lay_out()
        named(self.table, words.table)
        named(self.clashes, words.clash_list)
        self.table.doubleClicked.connect(self.open_current)
        self.rephrase()

    def _button(self, name: str, key: str, wish: Callable[[], object]) -> QPushButton:
        button = self.button(f"schedule-{name}", wish)
        button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        shortcut = QShortcut(QKeySequence(key), self.table if name == "open" else self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(wish)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.week, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(top)
        body.addWidget(self.table, 1)
        body.addWidget(self.clashes)

    # ------------------------------------------------------------ showing

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the week anew."""
        self.refresh()

    def take_sites(self) -> None:
        """Shows the names of sites anew."""
        self.refresh()

    def turn(self, days: int) -> None:
        """Shows an earlier or a later week."""
        self.show_week(days_later(self.first, days))

    def show_week(self, day: Day) -> None:
        """Shows the week of a day."""
        self.first = _monday(day)
        self.refresh()

    def refresh(self) -> None:
        """Shows the week as it is in the register."""
        meetings = [meeting for meeting in self.store.present(Meeting) if takes_place(meeting)]
        self.entries = tuple(self._entries(meetings))
        found = self._clashes(meetings)
        self.table.setRowCount(len(self.entries))
        for row, entry in enumerate(self.entries):
            fill(self.table, row, self._cells(entry, found))
        subjects = {meeting.id: meeting.subject or untitled() for meeting in meetings}
        told = [words.phrase_clash(clash, subjects, self._name_of) for clash in found]
        self.clashes.setPlainText("\n".join(f"▲ {text}" for text in told) or words.no_clash())
        last = days_later(self.first, WEEK - 1)
        self.week.setText(words.week(f"{self.first:%d/%m/%Y}", f"{last:%d/%m/%Y}"))
        self.buttons["open"].setEnabled(bool(self.entries))

    @property
    def _span(self) -> tuple[int, int]:
        return moment(self.first, 0), moment(days_later(self.first, WEEK), 0)

    def _entries(self, meetings: list[Meeting]) -> list[Entry]:
        start, end = self._span
        found: list[Entry] = []
        for meeting in meetings:
            own = meeting_span(meeting)
            if own is not None:
                found.append(Entry(*own, meeting, is_rehearsal=False))
            if meeting.rehearsal_start_ms is not None:
                until = meeting.rehearsal_end_ms or meeting.rehearsal_start_ms
                found.append(Entry(meeting.rehearsal_start_ms, until, meeting, is_rehearsal=True))
        return sorted((entry for entry in found if entry.start_ms < end and start < entry.end_ms), key=lambda e: e[:2])

    def _clashes(self, meetings: list[Meeting]) -> tuple[Clash, ...]:
        (start, end), rules = self._span, self.store.rules
        most_sites = MOST_SITES if rules is None else rules.most_sites
        return tuple(
            clash
            for clash in clashes(meetings, most_sites, None if rules is None else rules.profile)
            if clash.start_ms < end and start < clash.end_ms
        )

    def _cells(self, entry: Entry, found: tuple[Clash, ...]) -> tuple[str, ...]:
        meeting, day = entry.meeting, day_of(entry.start_ms)
        kinds = dict.fromkeys(clash.kind for clash in found if meeting.id in clash.meetings)
        subject = meeting.subject or untitled()
        room = self.store.get(Room, meeting.room)
        return (
            f"{words.DAYS[day.weekday()]()} {day:%d/%m}",
            f"{shown_clock(entry.start_ms)} – {shown_clock(entry.end_ms)}",
            f"▲ {', '.join(map(words.clash_kind, kinds))}" if kinds else "",
            STEPS[meeting.step](),
            words.rehearsal(subject) if entry.is_rehearsal else subject,
            room.name if room is not None else meeting.venue,
            meeting.host_unit,
            str(len(meeting.sites) or ""),
        )

    def _name_of(self, id_: str) -> str:
        site = self.store.site(id_)
        if site is not None:
            return site_text(site)
        found = self.store.get(Room, id_) or self.store.get(Person, id_)
        return found.name if found is not None else id_

    # ------------------------------------------------------------ acts

    def open_current(self, _index: object = None) -> None:
        """Opens the chosen meeting on its page."""
        row = self.table.currentRow()
        if 0 <= row < len(self.entries):
            self.page_wanted.emit("meetings", self.entries[row].meeting.id)

    def print_week(self) -> None:
        """Shows the week as it will be printed."""
        meetings = [entry.meeting for entry in self.entries if not entry.is_rehearsal]
        last = days_later(self.first, WEEK - 1)
        period = f"Từ ngày {self.first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
        show_preview(self, schedule_page(meetings, period, lambda meeting: STEPS[meeting.step]()))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.table.setHorizontalHeaderLabels(words.columns())
        for name, word in (
            ("previous", words.previous_week),
            ("this", words.this_week),
            ("next", words.next_week),
            ("open", words.open_meeting),
            ("print", words.print_week),
        ):
            self.buttons[name].setText(word())
        self.refresh()


def _monday(day: Day) -> Day:
    return days_later(day, -day.weekday())
