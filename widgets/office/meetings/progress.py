"""The way of a registration: the clocks of the regulation as they stand now, the steps taken, the next one to take.

Rule: a step is taken in one act and cannot be typed over; what came too late asks for its reason before it is taken.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from console.office.host_rules import host_findings, wanting_reason
from console.office.meeting import Meeting, Step, StepTaken
from console.office.meeting_steps import NEXT, WITH_REASON, NewTimes, StepRefused, take_step
from console.office.office_rules import clocks_of, step_due_ms
from console.office.typed_times import shown_moment
from console.regulation.clocks import Clock, ClockState
from console.regulation.province import Channel
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.meetings.moments import MomentField
from widgets.office.meetings.part import MeetingPart
from widgets.office.register_store import RegisterStore
from widgets.office.tables import fill, plain_table
from widgets.phrases.office import clock_words
from widgets.phrases.office import meeting_step_words as step_words
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office.clock_words import clock_end, clock_standing, clock_title
from widgets.phrases.office.host_rule_words import reason_wanted

TICK_MS = 30_000
STEPS_HEIGHT = 128


class MeetingProgress(MeetingPart):
    """Clocks above, steps below them, and what can be done next."""

    step_wanted = Signal(object)
    """The meeting one step further."""
    said = Signal(str)
    """Why a step was not taken."""

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self._meeting: Meeting | None = None
        self.done: Callable[[Meeting], dict[str, int]] = lambda _meeting: {}
        """Clocks that other tabs have stopped, by key."""
        self.clocks = plain_table(self, len(clock_words.clock_columns()))
        self.steps = plain_table(self, len(step_words.step_columns()))
        self.person, self.reason = QLineEdit(self), QLineEdit(self)
        self.channel = QComboBox(self)
        for channel in ("", *Channel):
            self.channel.addItem("", str(channel))
        self.reason.setMaxLength(1000)
        self.person.setMaxLength(200)
        self.when = MomentField(step_words.step_moment, store.clock)
        self.new_start = MomentField(step_words.new_start, store.clock)
        self.new_end = MomentField(step_words.new_end, store.clock)
        self.labels = {name: QLabel(self) for name in ("person", "when", "reason", "channel", "start", "end", "next")}
        self.buttons = {step: self._button(step) for step in words.STEP_ACTS}
        self._lay_out()
        named(self.clocks, clock_words.clock_table)
        named(self.steps, step_words.steps_table)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._show_clocks)
        self.rephrase()

    def _button(self, step: Step) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"step-{step.value}")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._take, step))
        return button

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(10)
        places = {
            "person": (0, 0, self.person),
            "when": (0, 2, self.when),
            "reason": (1, 0, self.reason),
            "channel": (1, 2, self.channel),
            "start": (2, 0, self.new_start),
            "end": (2, 2, self.new_end),
        }
        for name, (row, column, field) in places.items():
            fields.addWidget(self.labels[name], row, column)
            fields.addWidget(field, row, column + 1)
            self.labels[name].setBuddy(field)
        fields.setColumnStretch(1, 1)
        fields.setColumnStretch(3, 1)
        acts = QHBoxLayout()
        acts.addWidget(self.labels["next"])
        for button in self.buttons.values():
            acts.addWidget(button)
        acts.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 6, 0, 0)
        self.steps.setFixedHeight(STEPS_HEIGHT)
        body.addWidget(self.clocks, 1)
        body.addWidget(self.steps)
        body.addLayout(fields)
        body.addLayout(acts)
        self.labels["next"].setFont(theme.font(14, 600))

    # ------------------------------------------------------------ showing

    def show_meeting(self, meeting: Meeting, *, is_new: bool) -> None:
        """Shows a meeting as it is written; a new one takes no step before it is saved."""
        self._meeting = None if is_new else meeting
        self.person.setText(self.store.person)
        self.reason.clear()
        self.channel.setCurrentIndex(0)
        self.when.show_value(None)
        self.new_start.show_value(meeting.start_ms)
        self.new_end.show_value(meeting.end_ms)
        self._show_steps(meeting)
        self._show_clocks()
        self._show_acts()

    def offer(self) -> None:
        """Takes the rules anew."""
        self._show_clocks()
        self._show_acts()

    def showEvent(self, event: object) -> None:
        """Lets the clocks run while they are seen."""
        self._show_clocks()
        self._timer.start()

    def hideEvent(self, event: object) -> None:
        """Lets the clocks stand while nobody sees them."""
        self._timer.stop()

    @property
    def shown_clocks(self) -> tuple[Clock, ...]:
        """The clocks as they stand now."""
        if self._meeting is None or self.store.rules is None:
            return ()
        now = self.store.clock()
        return clocks_of(self._meeting, self.store.rules, now, self.done(self._meeting))

    @property
    def late(self) -> int:
        """How many clocks have run out without being done."""
        return sum(clock.state is ClockState.OVERDUE for clock in self.shown_clocks)

    def _show_clocks(self) -> None:
        clocks, now = self.shown_clocks, self.store.clock()
        self.clocks.setRowCount(len(clocks))
        for row, clock in enumerate(clocks):
            standing = clock_standing(clock, now)
            cells = (
                f"▲ {standing}" if clock.late and clock.done_wall_ms is None else standing,
                clock_title(clock),
                clock_end(clock),
                clock_words.party_word(clock.by) if clock.by is not None else "",
                clock.article,
            )
            fill(self.clocks, row, cells)

    def _show_steps(self, meeting: Meeting) -> None:
        self.steps.setRowCount(len(meeting.steps))
        for row, told in enumerate(reversed(meeting.steps)):
            due = "" if told.due_ms is None else shown_moment(told.due_ms)
            if told.late:
                due = f"▲ {step_words.late_word()} ({due})"
            reason = told.reason
            if told.channel:
                reason = " — ".join(part for part in (reason, clock_words.channel_word(told.channel)) if part)
            if told.start_ms is not None:
                reason += f" — {step_words.rescheduled_from(shown_moment(told.start_ms))}"
            fill(self.steps, row, (words.STEPS[told.step](), shown_moment(told.wall_ms), told.person, due, reason))

    def _show_acts(self) -> None:
        following = () if self._meeting is None else NEXT[self._meeting.step]
        for step, button in self.buttons.items():
            button.setVisible(step in following)
        moved = Step.RESCHEDULED in following
        for part in (self.labels["start"], self.labels["end"], self.new_start, self.new_end):
            part.setVisible(moved)
        for part in (self.labels[name] for name in ("person", "when", "reason", "channel")):
            part.setEnabled(bool(following))
        for field in (self.person, self.when, self.reason, self.channel):
            field.setEnabled(bool(following))
        self._say_acts()

    # ------------------------------------------------------------ the step

    def _taken(self, step: Step) -> StepTaken:
        assert self._meeting is not None
        at_ms = self.when.value or self.store.clock()
        due_ms = None if self.store.rules is None else step_due_ms(self._meeting, step, self.store.rules, at_ms)
        return StepTaken(
            step=step,
            wall_ms=at_ms,
            person=self.person.text().strip() or self.store.person,
            due_ms=due_ms,
            reason=self.reason.text().strip(),
            channel=str(self.channel.currentData()),
        )

    def _take(self, step: Step) -> None:
        if self._meeting is None:
            return
        if not self.when.readable or not self.new_start.readable or not self.new_end.readable:
            self.said.emit(words.bad_moment())
            return
        told, start = self._taken(step), self.new_start.value
        times = None if start is None else NewTimes(start_ms=start, end_ms=self.new_end.value)
        try:
            further = take_step(self._meeting, told, times if step is Step.RESCHEDULED else None)
        except StepRefused as error:
            self.reason.setFocus()
            if told.late and told.due_ms is not None:
                self.labels["reason"].setText(step_words.late_reason(shown_moment(told.due_ms)))
            self.said.emit(words.phrase_step_refused(error))
            return
        if (without := self._reason_wanted(told)) and not told.reason:
            self.reason.setFocus()
            self.said.emit(without)
            return
        self.step_wanted.emit(further)

    def _reason_wanted(self, told: StepTaken) -> str:
        """Returns why a registration is sent with a reason only, nothing when it needs none."""
        if told.step is not Step.SUBMITTED or self._meeting is None or self.store.rules is None:
            return ""
        profile = self.store.rules.profile
        findings = wanting_reason(host_findings(self._meeting, profile, (), (), told.wall_ms))
        return "  ".join(reason_wanted(finding) for finding in findings)

    def begin(self) -> None:
        """Takes the keyboard."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        (shown[0] if shown else self.clocks).setFocus()

    # ------------------------------------------------------------ words

    def _say_acts(self) -> None:
        following = () if self._meeting is None else NEXT[self._meeting.step]
        needed = following and all(step in WITH_REASON for step in following)
        reason = step_words.step_reason()
        self.labels["reason"].setText(words.required_mark(reason) if needed else reason)
        if self._meeting is None:
            self.labels["next"].setText(step_words.save_first())
        else:
            self.labels["next"].setText(step_words.next_steps() if following else step_words.no_next_step())

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.clocks.setHorizontalHeaderLabels(clock_words.clock_columns())
        self.steps.setHorizontalHeaderLabels(step_words.step_columns())
        for step, button in self.buttons.items():
            button.setText(words.STEP_ACTS[step]())
        for name, word in (
            ("person", step_words.step_person),
            ("when", step_words.step_moment),
            ("channel", step_words.step_channel),
            ("start", step_words.new_start),
            ("end", step_words.new_end),
        ):
            self.labels[name].setText(word())
        for field, name in ((self.person, step_words.step_person), (self.reason, step_words.step_reason)):
            field.setAccessibleName(name())
        self.channel.setAccessibleName(step_words.step_channel())
        for place, channel in enumerate(Channel, start=1):
            self.channel.setItemText(place, clock_words.channel_word(channel))
        for field in (self.when, self.new_start, self.new_end):
            field.rephrase()
        if self._meeting is not None:
            self._show_steps(self._meeting)
        self._show_clocks()
        self._say_acts()
