"""What is done instead while a failure lasts: asked of the chair, and the chair's word noted.

Rule: the chair decides, the operator writes it down with the name; nothing here changes a line or a device.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.incidents.incident_commands import AskFallback, DecideFallback
from console.notes.record_facts import Incident
from console.words import FallbackAct
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console import call_words as words
from widgets.phrases.log.incident_words import phrase_fallback

LONGEST_TEXT = 500


class FallbackPanel(QWidget):
    """Asks for something else, and takes the chair's word, for one incident."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._incident: Incident | None = None
        self.act = QComboBox(self)
        self.act.setObjectName("fallback-act")
        self.act.setAccessibleName(words.fallback_act())
        self.act.addItems([phrase_fallback(act) for act in FallbackAct])
        self.text = self._field("fallback-text", words.fallback_text())
        self.standing = QLabel(self)
        self.standing.setWordWrap(True)
        self.decided_by = self._field("fallback-decided-by", words.decided_by())
        self.ask = self._button("fallback-ask", words.ask_chair(), self._ask)
        self.agreed = self._button("fallback-agreed", words.agreed(), lambda: self._decide(agreed=True))
        self.refused = self._button("fallback-refused", words.not_agreed(), lambda: self._decide(agreed=False))
        self.decided_by.textChanged.connect(self._follow)
        self._lay_out()

    def _field(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setPlaceholderText(title)
        field.setMaxLength(LONGEST_TEXT)
        return field

    def _button(self, name: str, word: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def _lay_out(self) -> None:
        title = QLabel(words.fallback_title(), self)
        title.setFont(theme.font(15, 700))
        asking, deciding = QHBoxLayout(), QHBoxLayout()
        asking.addWidget(self.text, 1)
        asking.addWidget(self.ask)
        deciding.addWidget(self.decided_by, 1)
        deciding.addWidget(self.agreed)
        deciding.addWidget(self.refused)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(7)
        body.addWidget(title)
        body.addWidget(self.act)
        body.addLayout(asking)
        body.addWidget(self.standing)
        body.addLayout(deciding)

    def show_incident(self, incident: Incident | None, *, open_now: bool) -> None:
        """Shows how far the chair's word on an incident has come."""
        anew = (incident and incident.incident_id) != (self._incident and self._incident.incident_id)
        self._incident = incident
        if anew:
            self.text.clear()
            self.decided_by.clear()
        self.standing.setText(words.fallback_standing(None if incident is None else incident.fallback))
        for part in (self.act, self.text, self.ask, self.decided_by):
            part.setEnabled(open_now)
        self._follow()

    def _follow(self) -> None:
        asked = self._incident is not None and self._incident.fallback is not None
        named = bool(self.decided_by.text().strip()) and self.decided_by.isEnabled()
        for button in (self.agreed, self.refused):
            button.setEnabled(asked and named)

    def _ask(self) -> None:
        if self._incident is not None:
            act = list(FallbackAct)[self.act.currentIndex()]
            text = self.text.text().strip()
            self._store.send(AskFallback(incident_id=self._incident.incident_id, act=act, text=text))

    def _decide(self, *, agreed: bool) -> None:
        if self._incident is not None:
            self._store.send(
                DecideFallback(
                    incident_id=self._incident.incident_id,
                    approved=agreed,
                    decided_by=self.decided_by.text().strip(),
                )
            )
