"""What lies around the meeting, as one window shows it: first set-up, practice, export, and how each ended.

Rule: nothing here opens a file or a process; wishes leave as signals, answers come in as they were said.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from console.content.content_choices import ContentChoices
from console.office.escalation import CallBook
from console.office.meeting_offers import MeetingOffer
from console.regulation.profile_offer import ProfileOffer
from console.sites.site_facts import DeviceFacts, DeviceTrial
from console.support_part import SupportPart
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.guide.first_start import FirstStart
from widgets.guide.support_sheet import CrashQuestion, SupportSheet
from widgets.listening.headphones_choice import HeadphonesChoice
from widgets.office.office_acts import OfficeActs
from widgets.phrases.guide import first_start_words as words
from widgets.phrases.guide import guide_words, support_words

NOTICE_WIDTH = 640
FIRST_DUE_MS = 15_000
"""The window shows itself first; what is due can wait so long."""
DUE_EVERY_MS = 10 * 60_000


class Notice(QDialog):
    """Says how something ended; one button, which closes it."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QLabel(text, self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        self.text.setFont(theme.font(15))
        self.text.setMinimumWidth(NOTICE_WIDTH)
        close = QPushButton(guide_words.close(), self)
        close.setObjectName("answer-close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 22, 24, 20)
        body.setSpacing(18)
        heading = QLabel(title, self)
        heading.setFont(theme.font(19, 600))
        for part in (heading, self.text):
            body.addWidget(part)
        body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


class OfficeSeat(QObject):
    """The office side of one console window."""

    export_wanted = Signal(str)
    """The folder for the package."""
    practice_wanted = Signal()
    devices_asked = Signal()
    """What plays sound here shall be told; `show_devices` answers."""
    meetings_asked = Signal()
    """The registered meetings of these days shall be told; `show_meetings` answers."""
    meetings_read = Signal(object)
    due_asked = Signal()
    """What has to be done now shall be counted; `show_due` answers."""
    due_counted = Signal(int)
    call_book_asked = Signal()
    """Whom to call when something fails shall be read; `show_call_book` answers."""
    call_book_read = Signal(object)
    """A `CallBook`, or None when it cannot be read."""
    content_choices_asked = Signal()
    """This machine's windows and screens shall be listed; `show_content_choices` answers."""
    content_choices_read = Signal(object)
    """The `ContentChoices`."""
    support_asked = Signal()
    """What support may be given shall be gathered; `show_support` answers."""
    support_save_wanted = Signal(str)
    """What was gathered shall be saved in this file."""
    crashes_asked = Signal()
    """New reports of crashes shall be counted; `show_crashes` answers."""
    headphones_chosen = Signal(object)
    """The name of the device on which the operator listens, or None for the usual one."""
    set_up_made = Signal(object)
    """The `FirstStart`, when it is opened for the first time."""

    def __init__(self, store: Store, acts: OfficeActs, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._window = store, window
        self._set_up: FirstStart | None = None
        self._headphones: HeadphonesChoice | None = None
        self._support: SupportSheet | None = None
        self.headphones_in_use: str | None = None
        self._welcomed = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._ask_due)
        acts.first_start_wanted.connect(self.open_set_up)
        acts.practice_wanted.connect(self.practice_wanted)
        acts.export_wanted.connect(self._ask_folder)
        acts.headphones_wanted.connect(self._ask_headphones)
        acts.support_wanted.connect(self.open_support)

    def welcome(self) -> None:
        """Opens the set-up once when the meeting knows no sites."""
        if not self._welcomed:
            self._welcomed = True
            self._due.start(FIRST_DUE_MS)
            if not self._store.session.running:
                self.crashes_asked.emit()
            if not self._store.roster and not self._store.session.running:
                self.open_set_up()

    def open_set_up(self) -> None:
        """Opens the set-up, or shows it again."""
        if self._set_up is None:
            self._set_up = FirstStart(self._store, self._window)
            self._set_up.practice_wanted.connect(self.practice_wanted)
            self.set_up_made.emit(self._set_up)
        self._set_up.begin()

    def open_support(self) -> None:
        """Shows what support may be given, gathered anew."""
        if self._support is None:
            self._support = SupportSheet(self._window)
            self._support.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._support.save_wanted.connect(self.support_save_wanted)
            self._support.finished.connect(self._forget_support)
            self._support.open()
        self.support_asked.emit()

    def _forget_support(self) -> None:
        self._support = None

    def show_support(self, parts: tuple[SupportPart, ...]) -> None:
        """Shows what was gathered for support."""
        if self._support is not None:
            self._support.show_parts(parts)

    def show_crashes(self, count: int) -> None:
        """Asks once whether new reports of crashes shall be looked at; never while a session runs."""
        if count and not self._store.session.running:
            question = CrashQuestion(self._window, count)
            question.answered.connect(self.open_support)
            question.open()

    def _ask_headphones(self) -> None:
        if self._headphones is not None:
            return
        self._headphones = HeadphonesChoice(self._window, self.headphones_in_use)
        self._headphones.chosen.connect(self.use_headphones)
        self._headphones.finished.connect(self._forget_headphones)
        self._headphones.open()
        self.devices_asked.emit()

    def use_headphones(self, device: str | None) -> None:
        """Lets the operator listen on this device; None: the usual one."""
        self.headphones_in_use = device
        self.headphones_chosen.emit(device)

    def _forget_headphones(self) -> None:
        self._headphones = None

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._window, words.export_title())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.export_wanted)
        dialog.open()

    # ------------------------------------------------------------ answers

    def show_answer(self, wish: str, done: bool, text: str) -> None:  # noqa: FBT001 - a fact among others
        """Shows how a wish ended."""
        if wish == "support":
            Notice(self._window, support_words.saved() if done else support_words.not_saved(), text).open()
        elif wish == "export":
            Notice(self._window, words.export_done() if done else words.export_failed(), text).open()
        elif self._set_up is not None:
            self._set_up.show_answer(wish, done, text)

    def show_devices(self, facts: DeviceFacts) -> None:
        """Shows what is plugged in."""
        if self._headphones is not None:
            self._headphones.show_devices(facts.loudspeakers)
        if self._set_up is not None:
            self._set_up.show_devices(facts)

    def show_meetings(self, offers: tuple[MeetingOffer, ...]) -> None:
        """Tells whoever asked which registered meetings a session may be started for."""
        self.meetings_read.emit(offers)

    def _ask_due(self) -> None:
        """Asks what has to be done now; while a session runs nothing is asked, for it has the machine to itself."""
        if not self._store.session.running:
            self.due_asked.emit()
        self._due.start(DUE_EVERY_MS)

    def show_due(self, count: int) -> None:
        """Tells the window how many things have to be done now."""
        self.due_counted.emit(count)

    def show_call_book(self, book: CallBook | None) -> None:
        """Tells whoever asked whom to call."""
        self.call_book_read.emit(None if book is None else book.of_meeting(self._store.session.meeting_uid))

    def show_content_choices(self, choices: ContentChoices) -> None:
        """Tells whoever asked what of this machine may be shown."""
        self.content_choices_read.emit(choices)

    def show_profiles(self, profiles: tuple[ProfileOffer, ...]) -> None:
        """Shows the provinces' rules."""
        if self._set_up is not None:
            self._set_up.show_profiles(profiles)

    def show_trial(self, trial: DeviceTrial) -> None:
        """Shows what the devices did."""
        if self._set_up is not None:
            self._set_up.show_trial(trial)

    def show_invitation(self, link: str, file: str, picture: str) -> None:
        """Shows an invitation."""
        if self._set_up is not None:
            self._set_up.show_invitation(link, file, picture)
