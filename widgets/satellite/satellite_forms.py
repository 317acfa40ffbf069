"""What a site's technician fills in or presses: who asks to speak, an incident, who is there."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout

from console.sites.site_standing import SiteStanding
from console.words import Outcome
from widgets.phrases.satellite import satellite_tool_words as words
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow


class IncidentSheet(Sheet):
    """What is wrong, in a few words; the usual ones are one press."""

    def __init__(self, window: "SatelliteWindow") -> None:
        title, text, name = words.incident_sheet()
        super().__init__(window, title, text)
        self._noticed_ms = window.clock()
        self.text = self.field(name)
        self.first = self.text
        usual = QHBoxLayout()
        for word in words.usual_incidents():
            usual.addWidget(self.button(word, lambda word=word: self._take(word)))
        self.body.addLayout(usual)
        self.body.addWidget(self.text)
        self.told = label("", 15, 500)
        self.body.addWidget(self.told)
        self.send = self.button(words.send(), self._send)
        self.send.setObjectName("send")
        self.text.returnPressed.connect(self.send.setFocus)
        self.end_with(self.send)

    def _take(self, word: str) -> None:
        self.text.setText(word)
        self.text.setFocus()

    def _send(self) -> None:
        text = self.text.text().strip()
        if text:
            self.site.incident_told.emit(text, self._noticed_ms)
            self.text.clear()
            self._noticed_ms = self.site.clock()  # the next one is noticed after this

    def show_state(self, state: SiteStanding) -> None:
        """Says what became of the last one."""
        self.told.setText(words.last_incident(state.incident))


class SpeakerSheet(Sheet):
    """Who in the room asks to speak; it closes with the hand raised."""

    def __init__(self, window: "SatelliteWindow") -> None:
        title, text, name = words.speaker_sheet()
        super().__init__(window, title, text)
        self.name = self.field(name)
        self.first = self.name
        self.body.addWidget(self.name)
        self.send = self.button(words.raise_hand_for(), self._send)
        self.send.setObjectName("send")
        self.name.returnPressed.connect(self.send.click)
        self.end_with(self.send)

    def _send(self) -> None:
        name = self.name.text().strip()
        if name:
            self.site.floor_wanted_for.emit(name)
            self.close()


class AttendanceSheet(Sheet):
    """How many sit in the room, and who is in charge."""

    def __init__(self, window: "SatelliteWindow") -> None:
        title, text, count, in_charge = words.attendance_sheet()
        super().__init__(window, title, text)
        self.count = self.field(count)
        self.count.setValidator(QIntValidator(0, 9999, self))
        self.in_charge = self.field(in_charge)
        self.first = self.count
        state = window.state
        self.count.setText("" if state.head_count is None else str(state.head_count))
        self.in_charge.setText(state.in_charge)
        for name, field in ((count, self.count), (in_charge, self.in_charge)):
            field.textEdited.connect(lambda: self.send.setEnabled(True))
            self.body.addWidget(label(name, 15, 600))
            self.body.addWidget(field)
        self.told = label("", 15, 500)
        self.body.addWidget(self.told)
        self.send = self.button(words.send(), self._send)
        self.send.setObjectName("send")
        self.count.returnPressed.connect(self.in_charge.setFocus)
        self.in_charge.returnPressed.connect(self.send.setFocus)
        self.end_with(self.send)

    def _send(self) -> None:
        count = self.count.text()
        self.send.setEnabled(False)
        self.site.attendance_told.emit(int(count) if count.isdecimal() else None, self.in_charge.text().strip())

    def show_state(self, state: SiteStanding) -> None:
        """Says what became of what was sent; the same is not sent twice."""
        report = state.attendance
        self.told.setText("" if report is None else words.report_words(report))
        if report is not None and report.outcome not in {None, Outcome.DONE}:
            self.send.setEnabled(True)
