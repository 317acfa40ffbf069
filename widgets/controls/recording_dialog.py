"""Permission to record: the host's word, noted with the name of who gave it.

Rule: a confidential meeting offers no yes; why stands in its place.
"""

from PySide6.QtWidgets import QFormLayout, QWidget

from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.office.meeting import Confidentiality
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console.delegation_words import leave
from widgets.phrases.log import recording_words as words

LEAST_WIDTH = 640


class RecordingDialog(SessionDialog):
    """Says whether the meeting may be recorded, and notes what the host decides."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent, "recording", words.title(), words.explanation())
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self.standing = self.label()
        self.standing.setFont(theme.font(17, 600))
        self.who = self.field("recording-by", words.who_decides())
        self.note = self.field("recording-note", words.how_said())
        self.allow = self.button("recording-allow", words.allow(), self._allow)
        self.refuse = self.button("recording-refuse", words.refuse(), self._refuse)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(words.who_decides(), self.who)
        form.addRow(words.how_said(), self.note)
        self.body.addWidget(self.standing)
        self.body.addLayout(form)
        self.add_acts(self.allow, self.refuse, self.button("recording-leave", leave(), self.close))
        self.who.textChanged.connect(self._follow)
        store.recording_changed.connect(self._follow)
        store.link_lost_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        view = self._store.recording
        named = bool(self.who.text().strip()) and not self._store.link_lost
        self.standing.setText(words.standing(view))
        self.allow.setEnabled(named and view.confidentiality is Confidentiality.OPEN)
        self.refuse.setEnabled(named)

    def _allow(self) -> None:
        self._store.send(PermitRecording(decided_by=self.who.text().strip(), note=self.note.text().strip()))

    def _refuse(self) -> None:
        self._store.send(RefuseRecording(decided_by=self.who.text().strip(), note=self.note.text().strip()))
