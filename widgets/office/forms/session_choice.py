"""The list from which a past session is chosen.

Rule: it keeps its choice while sessions are added; `chosen` is said for what a person chose, and for the first one.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from widgets.drawing.rephrasing import named
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import form_page_words as words


class SessionChoice(QComboBox):
    """The sessions of this installation, the newest first."""

    chosen = Signal()

    def __init__(self, store: RegisterStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        store.sessions_changed.connect(self._list)
        self.activated.connect(self.chosen.emit)

    @property
    def session(self) -> str:
        """The session that is chosen; empty when there is none."""
        return str(self.currentData() or "")

    def begin(self) -> None:
        """Lists the sessions, once its page can take the choice."""
        self._list()

    def choose(self, session: str) -> None:
        """Chooses a session that another page named; one that is not there changes nothing."""
        row = self.findData(session)
        if row >= 0:
            self.setCurrentIndex(row)
            self.chosen.emit()

    def _list(self) -> None:
        before = self.session
        self.clear()
        for session in self._store.sessions:
            self.addItem(words.session_line(session), session.session)
        self.setCurrentIndex(max(0, self.findData(before)))
        if self.session != before or not before:
            self.chosen.emit()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        named(self, words.sessions)
