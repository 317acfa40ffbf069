"""Recording: who permitted it, its start, pause and end, how the file grows and how much room is left.

Rule: a confidential meeting offers no yes; why stands in its place. Nothing can be begun before somebody named has
permitted it; ending is always possible.
"""

from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QWidget

from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.office.meeting import Confidentiality
from console.recordings.recorder_commands import (
    PauseRecording,
    ResumeRecording,
    StartRecording,
    StopRecording,
    TakePicture,
)
from console.recordings.recording_words import RecordingState
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console.delegation_words import leave
from widgets.phrases.log import recorder_words
from widgets.phrases.log import recording_words as words

LEAST_WIDTH = 720
SHOWN_PARTS = 4


class RecordingDialog(SessionDialog):
    """Says whether the meeting may be recorded and how the recording stands, and sends what is wished of it."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent, "recording", words.title(), words.explanation())
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self._make_permission()
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        self.body.addWidget(line)
        self._make_recorder()
        for signal in (store.recording_changed, store.recorder_changed, store.link_lost_changed):
            signal.connect(self._follow)
        self._follow()

    # ------------------------------------------------------------ parts

    def _make_permission(self) -> None:
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
        row = QHBoxLayout()
        row.addWidget(self.allow)
        row.addWidget(self.refuse)
        row.addStretch(1)
        self.body.addLayout(row)
        self.who.textChanged.connect(self._follow)

    def _make_recorder(self) -> None:
        self.growth, self.parts, self.room = self.label(), self.label(), self.label()
        self.growth.setFont(theme.font(17, 600))
        for label in (self.growth, self.parts, self.room):
            self.body.addWidget(label)
        send = self._store.send
        self.start = self.button("recording-start", recorder_words.start(), lambda: send(StartRecording()))
        self.pause = self.button("recording-pause", recorder_words.pause(), lambda: send(PauseRecording()))
        self.resume = self.button("recording-resume", recorder_words.resume(), lambda: send(ResumeRecording()))
        self.stop = self.button("recording-stop", recorder_words.stop(), lambda: send(StopRecording()))
        self.picture = self.button("take-picture", recorder_words.take_picture(), lambda: send(TakePicture()))
        close = self.button("recording-leave", leave(), self.close)
        self.add_acts(self.start, self.pause, self.resume, self.stop, self.picture, close)

    # ------------------------------------------------------------ following

    def _follow(self) -> None:
        view, there = self._store.recording, not self._store.link_lost
        named = bool(self.who.text().strip()) and there
        self.standing.setText(words.standing(view))
        self.allow.setEnabled(named and view.confidentiality is Confidentiality.OPEN)
        self.refuse.setEnabled(named)
        permitted, state = bool(view.allowed) and there, view.state
        self.start.setVisible(state is RecordingState.OFF)
        self.start.setEnabled(permitted)
        self.pause.setVisible(view.shown)
        self.resume.setVisible(state is RecordingState.PAUSED)
        self.resume.setEnabled(permitted)
        self.stop.setVisible(state is not RecordingState.OFF)
        self.picture.setEnabled(permitted)
        for button in (self.pause, self.stop):
            button.setEnabled(there)
        self._follow_files()

    def _follow_files(self) -> None:
        recorder = self._store.recorder
        self.growth.setText(recorder_words.growth(self._store.recording, recorder))
        ended = [part for part in recorder.parts if part.ended_ms is not None][-SHOWN_PARTS:]
        lines = [recorder_words.part_line(part) for part in ended]
        if recorder.pictures:
            lines.append(recorder_words.pictures(len(recorder.pictures)))
        self.parts.setText("\n".join(lines))
        self.parts.setVisible(bool(lines))
        trouble = recorder_words.dropped(recorder.dropped_pictures)
        self.room.setText(" · ".join(part for part in (recorder_words.room(recorder), trouble) if part))

    def _allow(self) -> None:
        self._store.send(PermitRecording(decided_by=self.who.text().strip(), note=self.note.text().strip()))

    def _refuse(self) -> None:
        self._store.send(RefuseRecording(decided_by=self.who.text().strip(), note=self.note.text().strip()))
