"""The lamp in the top bar that says how much has to be done in the office; a press opens the list of it.

Rule: it stands there between sessions alone, and only while something is due: a meeting has the bar to itself.
"""

from PySide6.QtWidgets import QWidget

from widgets.controls.buttons import PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import text_width
from widgets.phrases.office import due_words as words

PADDING = 28


class DueChip(PaintedButton):
    """Shown while anything is due."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("due-chip")
        self._store, self.count = store, 0
        self.hide()

    @property
    def wanted(self) -> bool:
        """Tells whether anything is due and no session runs."""
        return self.count > 0 and self._store.known and not self._store.session.running

    def fit(self) -> int:
        """Says the count, and returns the width that it wants."""
        text = words.due(self.count)
        self.set_words(text)
        self.setToolTip(words.due_hint())
        return round(text_width(text, theme.font(self.title_size, 600))) + PADDING
