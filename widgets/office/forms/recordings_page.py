"""The page of a session's recording: its files played, held against the log, copied out, handed over with a receipt.

Rules: a file is called as it was recorded only after it was read to its end. Copies are made by the program's own
`form recordings` command; of a confidential meeting there are none.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from console.office.form_records import RecordingHandover
from console.office.record import Record, Version
from console.records.recording_files import FileState, RecordedFile
from console.records.wishes import ProofWanted, RecordingsHeld, RecordingsWanted
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.forms.handover_panel import HandoverPanel
from widgets.office.forms.session_choice import SessionChoice
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import fill, wide_table
from widgets.phrases.log.recorder_words import SHOWN_HASH
from widgets.phrases.office import form_page_words
from widgets.phrases.office import recordings_page_words as words

COPY: Final = "recordings-copy"
"""The name under which the answer comes back."""
WIDTHS: Final = (0, 90, 90, 160, 200)
"""Of the columns; that of 0 has what is left."""
PANEL_WIDTH: Final = 360
STATE_COLUMN: Final = 4


class RecordingsPage(OfficePage):
    """The recorded files of one session."""

    name = "recordings"
    kinds = (RecordingHandover,)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.held: RecordingsHeld | None = None
        self.states: dict[RecordedFile, FileState] = {}
        self._proving: list[RecordedFile] = []
        """Those still to be read, the first one is being read."""
        self.sessions = SessionChoice(store, self)
        self.play = self.button("recordings-play", self._play)
        self.prove = self.button("recordings-prove", self._prove)
        self.copy = self.button(COPY, self._choose_folder)
        self.table = wide_table(self, WIDTHS)
        self.handover = HandoverPanel(store, self)
        self.about, self.said, self.hint = QLabel(self), QLabel(self), QLabel(self)
        self._lay_out()
        self._wire()
        self.rephrase()
        self.sessions.begin()

    def _lay_out(self) -> None:
        for label in (self.about, self.said, self.hint):
            label.setFont(theme.font(15))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        files, acts = QWidget(self), QHBoxLayout()
        column, body = QVBoxLayout(files), QVBoxLayout(self)
        for button in (self.play, self.prove, self.copy):
            acts.addWidget(button)
        acts.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        splitter = QSplitter(self)
        splitter.addWidget(files)
        splitter.addWidget(self.handover)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([10_000, PANEL_WIDTH])
        splitter.setChildrenCollapsible(False)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.sessions)
        body.addWidget(self.about)
        body.addWidget(splitter, 1)
        body.addWidget(self.said)
        body.addWidget(self.hint)

    def _wire(self) -> None:
        self.sessions.chosen.connect(self._want)
        self.store.read.connect(self._take_read)
        self.store.answered.connect(self._take_answer)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.itemDoubleClicked.connect(self._play)
        self.handover.handover_wanted.connect(self._note)
        self.handover.said.connect(self.said.setText)

    # ------------------------------------------------------------ what came in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.sessions.setFocus()

    def open_record(self, id_: str) -> None:
        """Shows a session that another page named."""
        self.sessions.choose(id_)

    def _want(self) -> None:
        if not self.sessions.session:
            self.about.setText(form_page_words.no_session())
            return
        self.said.setText(form_page_words.reading())
        self.store.reading_wanted.emit(RecordingsWanted(self.sessions.session))

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Reads the session again after its hand-over was noted."""
        if self.held is not None and any(version.id == self.sessions.session for version in versions):
            self._want()

    def _take_read(self, wish: object, found: object) -> None:
        if wish == RecordingsWanted(self.sessions.session) and isinstance(found, RecordingsHeld):
            if self.held is None or found.files != self.held.files:
                self.states, self._proving = {}, []
            self.held = found
            self.said.setText("")
            self.handover.show_gathered(found.gathered)
            self._show()
        elif isinstance(wish, ProofWanted) and isinstance(found, FileState) and wish.file in self._proving:
            self.states[wish.file] = found
            self._proving.remove(wish.file)
            self._prove_next()
            self._show()

    def _take_answer(self, name: str, _done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name == COPY:
            self.said.setText(text)

    # ------------------------------------------------------------ wishes

    @property
    def chosen(self) -> RecordedFile | None:
        """The file of the chosen row, or the only one there is."""
        files, row = () if self.held is None else self.held.files, self.table.currentRow()
        if self.table.selectedItems() and 0 <= row < len(files):
            return files[row]
        return files[0] if len(files) == 1 else None

    def _note(self, told: RecordingHandover) -> None:
        self.put_wanted.emit((told,), "", None)

    def _play(self, _item: object = None) -> None:
        """Plays the chosen file in whatever the system plays such files with."""
        if self.held is None or self.chosen is None or self.chosen.file not in self.held.lying_bytes:
            return
        path = PurePath(self.held.folder, *self.chosen.file.split("/"))
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.said.setText("" if opened else words.no_player())

    def _prove(self) -> None:
        """Reads every file to its end, one after the other."""
        if self.held is not None and not self._proving:
            self.states, self._proving = {}, list(self.held.files)
            self._prove_next()
            self._show()

    def _prove_next(self) -> None:
        if self._proving:
            self.store.reading_wanted.emit(ProofWanted(self._proving[0]))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, words.choose_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.copy_to)
        dialog.open()

    def copy_to(self, folder: str) -> None:
        """Wants the files that are as they were recorded to be copied, with their SHA-256."""
        self.said.setText(words.copying(folder))
        if not self.handover.medium.text().strip():
            self.handover.medium.setText(folder)
        command = ("form", "recordings", "--session", self.sessions.session, f"--out={folder}")
        self.store.command_wanted.emit(COPY, command)

    # ------------------------------------------------------------ what is shown

    def _show(self) -> None:
        held = self.held
        if held is None:
            return
        story = held.gathered.facts.story
        self.about.setText(words.confidential() if story.confidential and held.files else self._counted(held))
        self.table.setRowCount(len(held.files))
        for row, file in enumerate(held.files):
            text, colour = self._state(file, held.lying_bytes)
            values = (file.name, words.length(file.length_ms), words.size(file.file_bytes), file.sha256[:SHOWN_HASH])
            fill(self.table, row, (*values, text))
            if (item := self.table.item(row, STATE_COLUMN)) is not None:
                item.setForeground(colour)
            if (item := self.table.item(row, STATE_COLUMN - 1)) is not None:
                item.setToolTip(file.sha256)
        self._follow()

    def _counted(self, held: RecordingsHeld) -> str:
        if not held.files:
            return words.nothing_recorded()
        count = len(held.files)
        if set(self.states) != set(held.files):
            return words.counted(count)
        bad = sum(state is not FileState.WHOLE for state in self.states.values())
        return words.not_all_whole(bad) if bad else words.all_whole(count)

    def _state(self, file: RecordedFile, lying_bytes: Mapping[str, int]) -> tuple[str, QColor]:
        """Returns how a file stands; one of another size is not as it was, whatever is in it."""
        state = self.states.get(file)
        if state is None and file.file not in lying_bytes:
            state = FileState.MISSING
        elif state is None and lying_bytes[file.file] != file.file_bytes:
            state = FileState.CHANGED
        if state is None:
            proving = bool(self._proving) and self._proving[0] == file
            return (words.proving() if proving else words.unproven()), theme.DIM
        return words.states()[state], theme.TEXT if state is FileState.WHOLE else theme.ERROR

    def _follow(self) -> None:
        """Lets be pressed what makes sense for what is shown."""
        held, chosen = self.held, self.chosen
        self.play.setEnabled(held is not None and chosen is not None and chosen.file in held.lying_bytes)
        self.prove.setEnabled(held is not None and bool(held.files) and not self._proving)
        confidential = held is not None and held.gathered.facts.story.confidential
        self.copy.setEnabled(held is not None and bool(held.files) and not confidential)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for button, text in zip((self.play, self.prove, self.copy), (words.play, words.prove, words.copy), strict=True):
            button.setText(text())
        self.hint.setText(words.hint())
        named(self.table, words.title)
        self.table.setHorizontalHeaderLabels(words.headings())
        self.sessions.rephrase()
        self.handover.rephrase()
        self._show()
