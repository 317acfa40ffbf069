"""Takes the last act back: at once where nobody is heard afterwards who is not now, else armed first and fired second.

Rule: silencing is one press, opening is two. What is armed names what it would open, for four seconds and for that one
act only; another act, or a lost link, disarms it. The second press counts only when it cannot be the tail of the first.
What is sent names the act that was shown, so that of two windows neither takes back what the other has just done.
"""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from console.commands import Undo
from console.snapshot import UndoView
from widgets.controls.store import REPEAT_MS, Store
from widgets.phrases import phrase_command
from widgets.phrases.console import undo_words as words

ARMED_MS = 4000


class UndoArm(QObject):
    """The undo of one window."""

    changed = Signal()
    """Armed, disarmed, or another act would be taken back."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._armed: UndoView | None = None
        self._armed_ms = 0
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(ARMED_MS)
        self._until.timeout.connect(self.disarm)
        store.undo_changed.connect(self._follow)
        store.link_lost_changed.connect(self.disarm)

    @property
    def armed(self) -> bool:
        """Whether the next press takes the act back although somebody may be heard then."""
        return self._armed is not None

    @property
    def possible(self) -> bool:
        """Whether there is anything to take back."""
        return self._store.undo.command is not None

    def press(self) -> None:
        """Takes the last act back, or arms that."""
        undo = self._store.undo
        if undo.command is None:
            return
        if undo.opens and self._armed != undo:
            self._armed, self._armed_ms = undo, self._store.now_ms
            self._until.start()
            self.changed.emit()
        elif not undo.opens or self._store.now_ms - self._armed_ms >= REPEAT_MS:
            self.disarm()
            self._store.send(Undo(expected=undo.step))

    def disarm(self) -> None:
        """Lets the next press arm again."""
        self._until.stop()
        if self._armed is not None:
            self._armed = None
            self.changed.emit()

    # ------------------------------------------------------------ words

    @property
    def tip(self) -> str:
        """What would be taken back, in a sentence."""
        command = self._store.undo.command
        return words.nothing() if command is None else words.takes_back(phrase_command(command, self._site_name))

    @property
    def opening(self) -> list[str]:
        """What the armed undo would open, in several wordings, longest first."""
        command = self._store.undo.command or {}
        site: Any = command.get("site")
        view = self._store.site(site) if isinstance(site, str) else None
        number = str(view.number) if view is not None else ""
        return words.opens(str(command.get("do")), self._store.short_label(site) if view is not None else "", number)

    @property
    def again(self) -> str:
        """Says that a second press does it, and what."""
        return words.press_again(self.opening[0])

    def _site_name(self, site: str) -> str:
        return self._store.short_label(site)

    def _follow(self) -> None:
        self.disarm()
        self.changed.emit()
