"""The lamp in the top bar while a satellite may present, or does; one press takes it back.

Rule: it only ever takes power back.
"""

from PySide6.QtWidgets import QWidget

from widgets.controls.acts import Act
from widgets.controls.buttons import PaintedButton
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import fitted, text_width
from widgets.phrases.console.delegation_words import take_back
from widgets.phrases.log import content_words as words

PADDING = 60


class PresentingChip(PaintedButton):
    """Shown while the operator lets a satellite present."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent, icon=Icon.SCREEN)
        self.setObjectName("presenting-chip")
        self._store = store
        self.clicked.connect(commands.action(Act.END_PRESENTING).trigger)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Tells whether a satellite may present in a session that runs."""
        return self._store.session.running and self._store.content.presenter is not None

    def fit(self, room: int) -> int:
        """Chooses the words for a width, and returns the width that they want."""
        content = self._store.content
        label = self._store.short_label(content.presenter or "")
        presents = content.source is not None and content.source.site == content.presenter
        whole = words.standing(content.source if presents else None, label)
        face = theme.font(self.title_size, 600)
        rest = round(text_width(take_back(), theme.font(self.second_size))) + PADDING
        text = fitted([whole, words.presenter(label, presents=presents), label], face, room - rest)
        self.set_words(text, take_back())
        self.setAccessibleName(f"{whole}. {take_back()}")
        self.setToolTip(f"{whole}. {take_back()}")
        self.setEnabled(not self._store.link_lost)
        return min(room, round(text_width(text, face)) + rest)
