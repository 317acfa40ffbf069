"""The page of meetings: the list at the left, the meeting that is open in tabs at the right.

Rule: Ctrl+S saves, Ctrl+N registers a new meeting, Ctrl+O takes one from a file, F3 searches, Alt with a number opens a
tab. What was typed and not saved is never dropped without asking; a step is taken on what is saved.
"""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout

from console.office.meeting import AGREED, Meeting, Step
from console.office.meeting_steps import stamped
from console.office.notice import Notice
from console.office.people import Person
from console.office.places import Room, SitePlace
from console.office.record import Record, Version, kind_of
from console.office.script import Script
from console.office.script_list import BadScript
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.office.meetings.form import RegistrationForm
from widgets.office.meetings.list import MeetingList
from widgets.office.meetings.notices import MeetingNotices
from widgets.office.meetings.part import MeetingPart
from widgets.office.meetings.printing import PaperMenu
from widgets.office.meetings.progress import MeetingProgress
from widgets.office.meetings.registration_file import RegistrationFile
from widgets.office.meetings.script import COMMAND, MeetingScript
from widgets.office.meetings.sites import MeetingSites
from widgets.office.meetings.versions import meeting_changes
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.versions_dialog import RecordVersions
from widgets.phrases.language import hour_and_minute
from widgets.phrases.office import meeting_step_words as step_words
from widgets.phrases.office import meeting_words as words
from widgets.phrases.office import record_page_words, script_page_words
from widgets.phrases.office.register_words import leave_unsaved

LIST_WIDTH = 296


class MeetingPage(OfficePage):
    """The page."""

    name = "meetings"
    kinds = (Meeting, Room, Person, SitePlace, Script, Notice)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.meeting: Meeting | None = None
        """What is open, as it stood when it was opened."""
        self.opened = 0
        """The version that is open; 0: it was never saved."""
        self._unsaved = False
        self._written: str | None = None
        self.list = MeetingList(store, self)
        self.heading, self.message, self.rules = QLabel(self), QLabel(self), QLabel(self)
        self.form, self.sites, self.progress = RegistrationForm(store), MeetingSites(store), MeetingProgress(store)
        self.script, self.notices = MeetingScript(store), MeetingNotices(store)
        self.progress.done = self.notices.stopped
        self.parts: dict[str, MeetingPart] = {
            "registration": self.form,
            "sites": self.sites,
            "progress": self.progress,
            "notices": self.notices,
            "script": self.script,
        }
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.paper = PaperMenu(store, lambda: self.typed, self)
        self.new_button = self.button("meeting-new", self.begin_new)
        self.copy_button = self.button("meeting-copy", self.begin_copy)
        self.file = RegistrationFile(store, self)
        self.file_button = self.button("meeting-import", self.file.choose)
        self.versions = RecordVersions(meeting_changes(store), store, self)
        self.versions_button = self.button("meeting-versions", self._ask_versions)
        self.save_button = self.button("meeting-save", self.save)
        self.discard_button = self.button("meeting-discard", self.discard)
        self._lay_out()
        self._wire()
        self.rephrase()
        self._show(None)

    def _lay_out(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH)
        self.heading.setFont(theme.font(17, 600))
        self.rules.setFont(theme.font(13))
        for label in (self.heading, self.message, self.rules):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for name, part in self.parts.items():
            self.tabs.addTab(part, name)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for button in (self.new_button, self.file_button, self.copy_button, self.paper):
            top.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.rules, 1)
        for button in (self.versions_button, self.discard_button, self.save_button):
            foot.addWidget(button)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addWidget(self.message)
        right.addWidget(self.tabs, 1)
        right.addLayout(foot)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self.list)
        body.addLayout(right, 1)

    def _wire(self) -> None:
        self.list.chosen.connect(self.open_record)
        self.paper.said.connect(self._say_wrong)
        self.file.taken.connect(self.open_record)
        self.file.refused.connect(self._say_wrong)
        self.versions.taken.connect(self._take_version)
        self.progress.said.connect(self._say_wrong)
        self.progress.step_wanted.connect(self._take_step)
        self.notices.notice_wanted.connect(self._put_notice)
        self.notices.removal_wanted.connect(self._remove_notice)
        self.store.written.connect(self._take_written)
        self.store.rules_changed.connect(self._take_rules)
        self.store.answered.connect(self._take_answer)
        for part in self.parts.values():
            part.edited.connect(self._note_edit)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+S", self.save),
            ("Ctrl+N", self.begin_new),
            ("Ctrl+O", self.file.choose),
            ("F3", self.list.search.setFocus),
            ("Ctrl+P", lambda: self.paper.preview(self.typed)),
        ]
        keys += [(f"Alt+{number}", partial(self.open_tab, number - 1)) for number in range(1, 6)]
        for key, wish in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)

    def open_tab(self, number: int) -> None:
        """Opens a tab and gives it the keyboard."""
        if number < self.tabs.count():
            self.tabs.setCurrentIndex(number)
            list(self.parts.values())[number].begin()

    # ------------------------------------------------------------ what came in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.list.list.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the meetings, or what they name."""
        if kind_of(form) != kind_of(Meeting):
            self._offer()
            return
        self.list.refresh(None if self.meeting is None else self.meeting.id)
        told = next((told for told in versions if self.meeting is not None and told.id == self.meeting.id), None)
        if told is not None and told.version != self.opened:
            if self._unsaved and told.id != self._written:
                self._say(record_page_words.changed_meanwhile(told.person, hour_and_minute(told.wall_ms)))
            elif not self._unsaved:
                self._open(told.id)

    def take_sites(self) -> None:
        """Takes the directory anew."""
        self._offer()

    def _offer(self) -> None:
        for part in self.parts.values():
            part.offer()
        self._show_tabs()

    def _take_rules(self) -> None:
        self._offer()
        self._show_rules()

    def _take_written(self, versions: tuple[Version[Any], ...]) -> None:
        told = next((told for told in versions if told.kind == kind_of(Meeting) and told.id == self._written), None)
        if self._written is None or (versions and told is None):
            return
        id_, self._written, self._unsaved = self._written, None, False
        self._open(id_)
        if self.meeting is not None and self.meeting.step in AGREED:
            # A session that runs by this meeting takes what was changed; where none runs, nothing comes of it.
            self.store.command_wanted.emit("meeting-reload", ("do", "reload-meeting"))

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name in {"meeting-file", COMMAND}:
            self._say((text if name == COMMAND else words.file_written(text)) if done else f"▲ {text}")

    # ------------------------------------------------------------ acts

    @property
    def typed(self) -> Meeting | None:
        """The open meeting with what stands in the fields, saved or not."""
        if self.meeting is None:
            return None
        meeting = self.meeting
        for part in self.parts.values():
            meeting = part.applied(meeting)
        return meeting

    def open_record(self, id_: str) -> None:
        """Shows a meeting; asks first when another is not saved."""
        if self.meeting is None or self.meeting.id != id_:
            self._leave(partial(self._open, id_))

    def begin_new(self) -> None:
        """Begins a registration."""
        self._leave(lambda: self._begin(Meeting(id=uuid.uuid4().hex)))

    def begin_copy(self) -> None:
        """Begins a registration like the one that is open, without its times, steps and papers."""
        typed = self.typed
        if typed is None:
            return
        copy = msgspec.structs.replace(
            typed,
            id=uuid.uuid4().hex,
            start_ms=None,
            end_ms=None,
            rehearsal_start_ms=None,
            rehearsal_end_ms=None,
            legal_basis=type(typed.legal_basis)(),
            invitation=type(typed.invitation)(),
            steps=(),
            profile=None,
        )
        self._leave(lambda: self._begin(copy))

    def _begin(self, meeting: Meeting) -> None:
        self.opened, self._unsaved = 0, True
        self.list.choose(None)
        self._show(meeting)
        self.tabs.setCurrentIndex(0)
        self.form.begin()

    def _leave(self, then: Callable[[], object]) -> None:
        if not self._unsaved:
            then()
            return
        title, text, drop = leave_unsaved()
        question = Question(self, title, text, {"drop": drop})
        question.answered.connect(partial(self._drop, then))
        question.rejected.connect(lambda: self.list.choose(None if self.meeting is None else self.meeting.id))
        question.open()

    def _drop(self, then: Callable[[], object], _answer: str) -> None:
        self._unsaved = False
        then()

    def _open(self, id_: str) -> None:
        meeting = self.store.get(Meeting, id_)
        self.opened, self._unsaved = self.store.version_of(Meeting, id_), False
        self._show(meeting)
        self.list.choose(id_ if meeting is not None else None)

    def save(self) -> None:
        """Wants the open meeting to be written as it stands; what is missing keeps it from being sent, not saved."""
        typed = self.typed
        if typed is None or not self._unsaved:
            return
        if self.form.unreadable is not None:
            self.tabs.setCurrentIndex(0)
            self.form.judge_all(typed)
            self._say_wrong(words.unreadable_field(words.field_title(self.form.unreadable)))
            return
        try:
            script = self.script.script(typed) if self.script.changed else None
        except BadScript as error:
            self.tabs.setCurrentWidget(self.script)
            self._say_wrong(script_page_words.bad_script(error))
            return
        self._put(typed, script)

    def _put(self, meeting: Meeting, script: Script | None = None) -> None:
        if self.store.rules is not None:
            meeting = stamped(meeting, self.store.rules.stamp)
        self._written = meeting.id
        # One after the other: both bear the meeting's identifier, and each has its own version that was open.
        if script is not None:
            self.put_wanted.emit((script,), "", {script.id: self.script.opened})
        self.put_wanted.emit((meeting,), "", {meeting.id: self.opened})

    def _put_notice(self, notice: Notice, opened: int) -> None:
        self.put_wanted.emit((notice,), "", {notice.id: opened})

    def _remove_notice(self, id_: str) -> None:
        self.remove_wanted.emit(Notice, id_, "")

    def discard(self) -> None:
        """Shows the meeting as it stands in the register."""
        id_ = None if self.meeting is None else self.meeting.id
        self._unsaved = False
        if id_ is not None and self.opened:
            self._open(id_)
        else:
            self._show(None)

    def _take_step(self, further: Meeting) -> None:
        """Writes a meeting one step further; a registration is sent whole and saved only."""
        if self._unsaved:
            self._say_wrong(step_words.save_first())
            return
        if further.step is Step.SUBMITTED and (found := self.form.judge_all(further)):
            place = "sites" if all(fault.row or fault.field == "satellites" for fault in found) else "registration"
            self.tabs.setCurrentIndex(list(self.parts).index(place))
            self._say_wrong("  ".join(words.phrase_fault(fault) for fault in found[:6]))
            return
        self._put(further)

    def _ask_versions(self) -> None:
        if self.meeting is not None and self.opened:
            self.versions.ask((Meeting, Script), self.meeting.id)

    def _take_version(self, told: Version[Record]) -> None:
        """Shows fields and sites of an earlier version as something typed and not yet saved; steps stay taken."""
        if isinstance(told.content, Meeting):
            for part in (self.form, self.sites):
                part.show_meeting(told.content, is_new=False)
            self._note_edit()
            self._say(record_page_words.version_taken(told.version))

    def unsaved(self) -> bool:
        """Tells whether something was typed that is not yet written."""
        return self._unsaved

    # ------------------------------------------------------------ what is said

    def _show(self, meeting: Meeting | None) -> None:
        self.meeting = meeting
        self.tabs.setVisible(meeting is not None)
        self._say("" if meeting is not None else words.nothing_open())
        for part in self.parts.values() if meeting is not None else ():
            assert meeting is not None
            part.show_meeting(meeting, is_new=self.opened == 0)
        self._show_head()

    def _show_head(self) -> None:
        meeting = self.meeting
        self.heading.setText("" if meeting is None else meeting.subject or words.untitled())
        self.copy_button.setEnabled(meeting is not None)
        self.versions_button.setEnabled(meeting is not None and self.opened > 0)
        self.save_button.setEnabled(meeting is not None and self._unsaved)
        self.discard_button.setEnabled(meeting is not None and self._unsaved)
        self._show_tabs()
        self._show_rules()

    def _show_rules(self) -> None:
        rules = self.store.rules
        self.rules.setText("" if rules is None else words.own_rules(rules.profile.name, rules.profile.version))

    def _note_edit(self) -> None:
        if not self._unsaved:
            self._unsaved = True
            self._show_head()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _say_wrong(self, text: str) -> None:
        self._say(f"▲ {text}")

    def _show_tabs(self) -> None:
        """Says what the tabs are, and how much in them is late."""
        late = {"progress": self.progress.late, "notices": self.notices.late}
        for number, name in enumerate(self.parts):
            mark = f"  ▲ {late[name]}" if self.meeting is not None and late.get(name) else ""
            self.tabs.setTabText(number, f"{number + 1}  {words.TABS[name]()}{mark}")

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.new_button.setText(words.new())
        self.copy_button.setText(words.copy())
        self.file_button.setText(words.take_file())
        self.versions_button.setText(record_page_words.history())
        self.save_button.setText(record_page_words.save())
        self.discard_button.setText(record_page_words.discard())
        self._show_head()
