"""The page of a past session's forms: looked at, corrected with a reason, confirmed, printed, saved.

Rule: the session's log is read beside the window and only when a session is chosen; what is shown is read again after
each correction, so that what is seen is what would be printed.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from console.office.form_records import (
    FormConfirmation,
    FormCorrection,
    FormName,
    RecordingHandover,
    Shutdown,
    SiteRating,
)
from console.office.record import Record, Version
from console.records import form_times
from console.records.form_parts import SOUND_LOGS
from console.records.forms import session_form
from console.records.gathered import Gathered
from console.records.print_style import STANDARD
from console.records.wishes import FormWanted
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.forms.confirmation_panel import ConfirmationPanel
from widgets.office.forms.correction_panel import CorrectionPanel, TraceList
from widgets.office.forms.form_files import WRITTEN, SaveButton
from widgets.office.forms.form_table import FormTable
from widgets.office.forms.handover_panel import HandoverPanel
from widgets.office.forms.rating_panel import RatingPanel
from widgets.office.forms.session_choice import SessionChoice
from widgets.office.meetings.printing import show_preview
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import form_page_words as words

PANEL_WIDTH = 360


class SessionFormsPage(OfficePage):
    """The forms of one session."""

    name = "session-forms"
    kinds = (FormCorrection, FormConfirmation, SiteRating, Shutdown, RecordingHandover)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.gathered: Gathered | None = None
        self.sessions, self.forms = SessionChoice(store, self), QComboBox(self)
        for name in words.FORMS:
            self.forms.addItem("", name)
        self.preview_button = QPushButton(self)
        self.preview_button.setObjectName("form-preview")
        self.preview_button.setAutoDefault(False)
        self.save = SaveButton(store, "bieu-mau", words.save_as, self._arguments, self)
        self.about, self.seal, self.message = QLabel(self), QLabel(self), QLabel(self)
        self.table = FormTable(self)
        self.correction, self.confirmation = CorrectionPanel(self), ConfirmationPanel(self)
        self.trace = TraceList(self)
        self.rating = RatingPanel(self)
        self.handover = HandoverPanel(store, self)
        self.by_hand = QTabWidget(self)
        self._lay_out()
        self._wire()
        self.rephrase()
        self.sessions.begin()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.sessions, 1)
        for part in (self.forms, self.preview_button, self.save):
            top.addWidget(part)
        correcting = QWidget(self)
        column = QVBoxLayout(correcting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.correction)
        column.addWidget(self.trace, 1)
        for part in (correcting, self.confirmation, self.rating, self.handover):
            self.by_hand.addTab(part, "")
        splitter = QSplitter(self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.by_hand)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([10_000, PANEL_WIDTH])
        splitter.setCollapsible(1, False)  # noqa: FBT003 - Qt's own form
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(top)
        body.addWidget(self.about)
        body.addWidget(splitter, 1)
        body.addWidget(self.seal)
        body.addWidget(self.message)
        self.about.setFont(theme.font(15, 600))
        for label in (self.about, self.seal, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)

    def _wire(self) -> None:
        self.store.read.connect(self._take_read)
        self.store.answered.connect(self._take_answer)
        self.sessions.chosen.connect(self._want)
        self.preview_button.clicked.connect(self.preview)
        self.table.place_chosen.connect(self.correction.choose)
        self.correction.correction_wanted.connect(self._put_correction)
        self.confirmation.confirmation_wanted.connect(self._put_record)
        self.table.place_chosen.connect(self.rating.choose)
        for wanted in (self.handover.handover_wanted, self.rating.rating_wanted):
            wanted.connect(self._put_record)
        for panel in (self.correction, self.confirmation, self.handover):
            panel.said.connect(self.message.setText)

    # ------------------------------------------------------------ what came in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.sessions.setFocus()

    @property
    def session(self) -> str:
        """The session that is chosen; empty when there is none."""
        return self.sessions.session

    def open_record(self, id_: str) -> None:
        """Shows a session that another page named."""
        self.sessions.choose(id_)

    def _want(self) -> None:
        if not self.session:
            self.about.setText(words.no_session())
        else:
            self.message.setText(words.reading())
            self.store.reading_wanted.emit(FormWanted(self.session))

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Reads the forms again after somebody wrote something of this session."""
        if self.gathered is not None and any(version.id.startswith(self.session) for version in versions):
            self._want()

    def _take_read(self, wish: object, found: object) -> None:
        if wish != FormWanted(self.session) or not isinstance(found, Gathered):
            return
        self.gathered = found
        self.message.setText("")
        self._show()

    def _show(self) -> None:
        if self.gathered is None:
            return
        form = self.gathered.form
        span = form_times.span_words(form.start_ms, form.end_ms)
        self.about.setText(words.about(form.subject, span, form.host_unit))
        sealed = words.sealed(form.log_count, form.log_head)
        self.seal.setText(sealed if form.log_finding in SOUND_LOGS else f"{sealed}  {words.broken_log()}")
        for part in (self.table, self.correction, self.confirmation, self.trace):
            part.show_form(form)
        for part in (self.rating, self.handover):
            part.show_gathered(self.gathered)

    def _take_answer(self, name: str, _done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name == WRITTEN:
            self.message.setText(text)

    # ------------------------------------------------------------ what is wished

    def unsaved(self) -> bool:
        """Tells whether a correction was begun and not written."""
        return self.correction.unsaved()

    def _put_correction(self, told: FormCorrection, reason: str) -> None:
        self.put_wanted.emit((told,), reason, None)

    def _put_record(self, told: FormConfirmation | SiteRating | RecordingHandover) -> None:
        self.put_wanted.emit((told,), "", None)

    def _arguments(self) -> tuple[str, ...]:
        return ("form", self._form_name().value, "--session", self.session) if self.session else ()

    def preview(self) -> None:
        """Shows the chosen form as it will be printed; from there it goes to a printer."""
        if self.gathered is not None:
            rules = self.store.rules
            style = STANDARD if rules is None else rules.print_style
            show_preview(self, session_form(self._form_name(), self.gathered).document, style)

    def _form_name(self) -> FormName:
        return FormName(self.forms.currentData())

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for row, said in enumerate(words.FORMS.values()):
            self.forms.setItemText(row, said())
        self.preview_button.setText(words.preview())
        self.sessions.rephrase()
        named(self.forms, words.forms)
        named(self.table, words.title)
        for place, said in enumerate((words.correct, words.confirm, words.rating, words.handover)):
            self.by_hand.setTabText(place, said())
        for part in (self.save, self.table, self.correction, self.confirmation, self.trace, self.rating, self.handover):
            part.rephrase()
        self._show()
