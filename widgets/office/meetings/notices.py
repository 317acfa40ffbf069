"""The notices of a meeting: whom to tell by when, marked as done by one key, printed as a call list.

Rule: the rows follow from the saved registration, the regulation and the directory; what is marked goes straight into
the register, with who told them and how.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTableWidget, QVBoxLayout

from console.office.host_rules import operators_of
from console.office.meeting import Meeting
from console.office.notice import Notice, Wanted, acknowledged, given, stopped_clocks, wanted_notices
from console.office.office_rules import clocks_of
from console.office.people import Person
from console.office.typed_times import shown_moment
from console.records.call_list import call_list
from console.regulation.calendar import day_of
from console.regulation.province import Channel
from widgets.drawing.rephrasing import named
from widgets.office.meetings.part import MeetingPart
from widgets.office.meetings.printing import show_preview
from widgets.office.register_store import RegisterStore
from widgets.office.tables import fill, plain_table
from widgets.office.wish_button import wish_button
from widgets.phrases.office import notice_words as words
from widgets.phrases.office.clock_words import channel_word, party_word


class MeetingNotices(MeetingPart):
    """The table, and what marks its rows."""

    notice_wanted = Signal(object, int)
    """A `Notice` to be written, and the version of it that was open."""
    removal_wanted = Signal(str)
    """The identifier of a notice that was marked by mistake."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self._meeting: Meeting | None = None
        self.wanted: tuple[Wanted, ...] = ()
        self.table: QTableWidget = plain_table(self, len(words.COLUMNS))
        self.table.setObjectName("notices")
        self.count, self.label = QLabel(self), QLabel(self)
        self.channel = QComboBox(self)
        for channel in Channel:
            self.channel.addItem("", channel.value)
        self.channel.setCurrentIndex(list(Channel).index(Channel.PHONE))
        self.label.setBuddy(self.channel)
        self.buttons = {
            "mark": self._button("mark", "Ctrl+Return", self.mark_current),
            "acknowledge": self._button("acknowledge", "Ctrl+D", self.acknowledge_current),
            "take-back": self._button("take-back", "Ctrl+Del", self.take_back_current),
            "print": self._button("print", "", self.print_list),
        }
        acts = QHBoxLayout()
        acts.addWidget(self.count, 1)
        acts.addWidget(self.label)
        acts.addWidget(self.channel)
        for button in self.buttons.values():
            acts.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 6, 0, 0)
        body.addWidget(self.table, 1)
        body.addLayout(acts)
        named(self.table, words.table)
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.rephrase()

    def _button(self, name: str, key: str, wish: Callable[[], object]) -> QPushButton:
        button = wish_button(self, f"notice-{name}", wish)
        if key:
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.activated.connect(wish)
        return button

    # ------------------------------------------------------------ showing

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows whom a saved meeting has to be told to."""
        self._meeting = None if is_new else meeting
        self.offer()

    def offer(self) -> None:
        """Takes rules, people, sites and notices anew."""
        self.wanted = self.wanted_of(self._meeting) if self._meeting is not None else ()
        row = self.table.currentRow()
        notices, now = self.notices, self.store.clock()
        self.table.setRowCount(len(self.wanted))
        for number, wanted in enumerate(self.wanted):
            notice = notices.get(wanted.id)
            channels = (notice.channel,) if notice is not None and notice.channel else wanted.channels
            cells = (
                words.standing(wanted, notice, now),
                party_word(wanted.party),
                wanted.recipient or words.nobody(),
                wanted.phone,
                ", ".join(map(channel_word, channels)),
                "—" if wanted.due_ms is None else shown_moment(wanted.due_ms),
                words.acknowledged(notice),
            )
            fill(self.table, number, cells)
        if self.wanted:
            self.table.selectRow(min(max(0, row), len(self.wanted) - 1))
        self._say_count(notices)
        self._show_buttons()

    def _say_count(self, notices: dict[str, Notice]) -> None:
        if self._meeting is None:
            self.count.setText(words.save_first())
        elif self._meeting.start_ms is None:
            self.count.setText(words.no_start())
        else:
            self.count.setText(words.count(sum(each.id in notices for each in self.wanted), len(self.wanted)))

    def wanted_of(self, meeting: Meeting) -> tuple[Wanted, ...]:
        """Returns whom the rules want told of a meeting."""
        if self.store.rules is None:
            return ()
        now = self.store.clock()
        clocks = clocks_of(meeting, self.store.rules, now)
        operators = operators_of(meeting, self.store.rules.profile)
        people, today = self.store.present(Person), day_of(now).isoformat()
        return wanted_notices(meeting, clocks, people, self.store.sites, today, operators)

    @property
    def late(self) -> int:
        """How many were not told in time."""
        now, notices = self.store.clock(), self.notices
        return sum(each.due_ms is not None and each.due_ms < now and each.id not in notices for each in self.wanted)

    @property
    def notices(self) -> dict[str, Notice]:
        """The notices of this meeting that were given, by identifier."""
        id_ = "" if self._meeting is None else self._meeting.id
        return {notice.id: notice for notice in self.store.present(Notice) if notice.meeting == id_}

    def stopped(self, meeting: Meeting) -> dict[str, int]:
        """Returns the clocks that were stopped here, by key."""
        given_ones = {notice.id: notice for notice in self.store.present(Notice) if notice.meeting == meeting.id}
        return stopped_clocks(self.wanted_of(meeting), given_ones)

    # ------------------------------------------------------------ acts

    @property
    def current(self) -> Wanted | None:
        """The chosen row."""
        row = self.table.currentRow()
        return self.wanted[row] if 0 <= row < len(self.wanted) else None

    def mark_current(self) -> None:
        """Notes that the chosen recipient was told now, and goes on to the next who was not."""
        wanted = self.current
        if wanted is None or self._meeting is None or wanted.id in self.notices:
            return
        channel: Any = self.channel.currentData()
        notice = given(wanted, self._meeting, str(channel), self.store.person, self.store.clock())
        self.notice_wanted.emit(notice, self.store.version_of(Notice, wanted.id))
        following = (row for row in range(self.table.currentRow() + 1, len(self.wanted)))
        self.table.selectRow(
            next((row for row in following if self.wanted[row].id not in self.notices), self.table.currentRow())
        )

    def acknowledge_current(self) -> None:
        """Notes that the chosen recipient acknowledged."""
        wanted = self.current
        notice = None if wanted is None else self.notices.get(wanted.id)
        if notice is not None and notice.acknowledged_ms is None:
            told = acknowledged(notice, notice.recipient or self.store.person, self.store.clock())
            self.notice_wanted.emit(told, self.store.version_of(Notice, notice.id))

    def take_back_current(self) -> None:
        """Takes a mark back that was made by mistake; the register keeps that it was."""
        wanted = self.current
        if wanted is not None and wanted.id in self.notices:
            self.removal_wanted.emit(wanted.id)

    def print_list(self) -> None:
        """Shows the call list as it will be printed."""
        if self._meeting is not None:
            show_preview(self, call_list(self._meeting, self.wanted, self.notices, party_word, channel_word))

    def _show_buttons(self) -> None:
        wanted, notices = self.current, self.notices
        notice = None if wanted is None else notices.get(wanted.id)
        self.buttons["mark"].setEnabled(wanted is not None and notice is None)
        self.buttons["acknowledge"].setEnabled(notice is not None and notice.acknowledged_ms is None)
        self.buttons["take-back"].setEnabled(notice is not None)
        self.buttons["print"].setEnabled(self._meeting is not None)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.table.setFocus()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.table.setHorizontalHeaderLabels([word() for word in words.COLUMNS])
        for place, channel in enumerate(Channel):
            self.channel.setItemText(place, channel_word(channel))
        for name, word in (
            ("mark", words.mark),
            ("acknowledge", words.acknowledge),
            ("take-back", words.take_back),
            ("print", words.print_list),
        ):
            self.buttons[name].setText(word())
        self.label.setText(words.channel())
        self.channel.setAccessibleName(words.channel())
        self.offer()
