"""The lamp in the top bar while the meeting is locked, has a lobby, or somebody waits outside; a press opens the list.

Rule: it says once that somebody waits and goes on saying it; it never opens anything by itself nor takes the keyboard,
however many knock.
"""

from PySide6.QtWidgets import QWidget

from widgets.controls.acts import Act
from widgets.controls.buttons import ON_WARNING, PLAIN, PaintedButton
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import fitted, text_width
from widgets.phrases.console import admission_panel_words as words

PADDING = 54


class AdmissionChip(PaintedButton):
    """Shown while a running meeting keeps anybody outside."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent, icon=Icon.LOCK)
        self.setObjectName("admission-chip")
        self._store = store
        self.clicked.connect(commands.action(Act.ADMISSION).trigger)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Tells whether the lock or the lobby is on in a session that runs."""
        admission = self._store.admission
        return self._store.session.running and (admission.locked or admission.lobby)

    def _texts(self) -> list[str]:
        """Returns what holds, the longest first: who waits goes before what keeps them outside."""
        admission = self._store.admission
        bar = words.bar(locked=admission.locked, lobby=admission.lobby)
        if not admission.waiting:
            return [bar, words.short_bar(locked=admission.locked)]
        waiting = len(admission.waiting)
        first = self._store.short_label(admission.waiting[0].site)
        count = words.waiting_count(waiting)
        named = [words.one_waits(first)] if waiting == 1 else []
        return [*(f"{bar} · {text}" for text in (*named, count)), *named, count, words.waiting_short(waiting)]

    def fit(self, room: int) -> int:
        """Chooses the words for a width, and returns the width that they want."""
        texts = self._texts()
        face = theme.font(self.title_size, 600)
        text = fitted(texts, face, room - PADDING)
        self.set_words(text)
        self.setAccessibleName(texts[0])
        self.setToolTip(f"{texts[0]}. {words.see_all()}")
        self.set_look(ON_WARNING if self._store.admission.waiting else PLAIN)
        return min(room, round(text_width(text, face)) + PADDING)
