"""Who waits outside the meeting, each with a yes and a no; and the lock and the lobby themselves.

Rule: rows are bounded however many knock: who came first stands first, the rest is a number. A row that appears moves
nothing above it; when one goes, the others take no press for a moment: a second click never meets who moved up.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from console.admission.admission_commands import (
    AdmissionCommand,
    CloseLobby,
    LetIn,
    LockMeeting,
    OpenLobby,
    TurnAway,
    UnlockMeeting,
)
from console.admission.admission_view import WaitingSite
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases.console import action_words
from widgets.phrases.console import admission_panel_words as words
from widgets.phrases.console.delegation_words import leave

MOST_ROWS = 6
SETTLE_MS = 500
MOST_TURNED_AWAY = 3
LEAST_WIDTH = 680


class AdmissionPanel(SessionDialog):
    """Says who waits, and sends what is answered."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent, "admission", words.title(), words.explanation())
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self._shown: tuple[tuple[WaitingSite, ...], ...] | None = None
        self._answers: list[QPushButton] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._take_presses)
        self.standing = self.label()
        self.standing.setFont(theme.font(16, 600))
        self.body.addWidget(self.standing)
        self._rows = QWidget(self)
        self.body.addWidget(self._rows)
        self._lock = self._act("lock-meeting", LockMeeting())
        self._unlock = self._act("unlock-meeting", UnlockMeeting())
        self._open = self._act("open-lobby", OpenLobby())
        self._close = self._act("close-lobby", CloseLobby())
        away = self.button("admission-leave", leave(), self.close)
        self.add_acts(self._lock, self._unlock, self._open, self._close, away)
        for signal in (store.admission_changed, store.link_lost_changed, store.session_changed):
            signal.connect(self._follow)
        self._follow()

    def _act(self, name: str, command: AdmissionCommand) -> QPushButton:
        button = self.button(f"do-{name}", action_words.ACTION_TITLES[name](), partial(self._store.send, command))
        button.setToolTip(action_words.ACTION_HINTS[name]())
        return button

    def _follow(self) -> None:
        admission, there = self._store.admission, not self._store.link_lost and self._store.session.running
        self.standing.setText(words.standing(locked=admission.locked, lobby=admission.lobby))
        for button, holds in ((self._unlock, admission.locked), (self._close, admission.lobby)):
            button.setVisible(holds)
        for button, holds in ((self._lock, admission.locked), (self._open, admission.lobby)):
            button.setVisible(not holds)
        for button in (self._lock, self._unlock, self._open, self._close):
            button.setEnabled(there)
        shown = (admission.waiting, admission.turned_away)
        if shown != self._shown:
            gone = self._shown is not None and set(self._shown[0]) - set(admission.waiting)
            self._shown = shown
            self._make_rows()
            if gone:
                self._settle.start()
        self._take_presses()

    def _take_presses(self) -> None:
        """Lets yes and no be pressed, unless somebody has moved up just now."""
        there = not self._store.link_lost and self._store.session.running
        for button in self._answers:
            button.setEnabled(there and not self._settle.isActive())

    def _make_rows(self) -> None:
        """Shows anew who waits and who was told no; whoever held the keyboard here gives it back to the panel."""
        admission = self._store.admission
        self._answers = []
        fresh = QWidget(self)
        rows = QGridLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setColumnStretch(0, 1)
        rows.setVerticalSpacing(6)
        for waiting in admission.waiting[:MOST_ROWS]:
            self._add_row(rows, waiting, refusable=True)
        rest = len(admission.waiting) - MOST_ROWS
        if rest > 0 or not admission.waiting:
            text = words.more_wait(rest) if rest > 0 else words.nobody_waits()
            rows.addWidget(self._line(text), rows.rowCount(), 0, 1, 3)
        for refused in admission.turned_away[-MOST_TURNED_AWAY:]:
            self._add_row(rows, refused, refusable=False)
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        fresh.show()
        self._make_room()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Gives every row its height: Qt opens a dialog at two thirds of a small screen at most."""
        self.resize(self.width(), max(self.height(), self.body.totalHeightForWidth(self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        """Shows all of it from the first moment."""
        super().showEvent(event)
        self._make_room()

    def _line(self, text: str) -> QLabel:
        line = self.label(text)
        line.setWordWrap(False)  # a height that depends on the width would cut the last row
        return line

    def _add_row(self, rows: QGridLayout, waiting: WaitingSite, *, refusable: bool) -> None:
        at, label = rows.rowCount(), self._store.full_label(waiting.site)
        phrase = words.waits_since if refusable else words.turned_away_since
        rows.addWidget(self._line(phrase(label, waiting.since_ms)), at, 0)
        yes = self.button(f"let-in-{waiting.site}", words.let_in(), partial(self._store.send, LetIn(site=waiting.site)))
        yes.setAccessibleName(words.let_in_site(label))
        rows.addWidget(yes, at, 1)
        self._answers.append(yes)
        if refusable:
            no = self.button(
                f"turn-away-{waiting.site}", words.turn_away(), partial(self._store.send, TurnAway(site=waiting.site))
            )
            no.setAccessibleName(words.turn_away_site(label))
            rows.addWidget(no, at, 2)
            self._answers.append(no)
