"""The lamp in the top bar while a site controls something besides the operator; one press takes it back.

Rule: it only ever takes power back. With several sites it opens the list, so that none is taken back by mistake.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from console.control.control_commands import RevokeControl
from widgets.controls.acts import Act
from widgets.controls.buttons import PaintedButton
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import fitted, text_width
from widgets.phrases.console import delegation_words as words

PADDING = 36


class DelegationChip(PaintedButton):
    """Shown while anything is delegated."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("delegation-chip")
        self._store, self._commands = store, commands
        self.clicked.connect(self._press)
        self.hide()

    def _press(self) -> None:
        given = self._store.control.delegations
        if len(given) == 1:
            self._store.send(RevokeControl(site=given[0].site))
        elif given:
            self._commands.action(Act.DELEGATE).trigger()

    @property
    def wanted(self) -> bool:
        """Tells whether anything is delegated."""
        return bool(self._store.control.delegations) and self._store.session.running

    def _texts(self) -> tuple[list[str], str]:
        given = self._store.control.delegations
        if len(given) != 1:
            return [words.chip_many(len(given))], words.see_all()
        label = self._store.short_label(given[0].site)
        return [words.chip(given[0], label), words.brief_chip(label), label], words.take_back()

    def fit(self, room: int) -> QSize:
        """Chooses the words for a width, and returns the size that they want."""
        texts, act = self._texts()
        face = theme.font(self.title_size, 600)
        rest = round(text_width(act, theme.font(self.second_size))) + PADDING
        text = fitted(texts, face, room - rest)
        self.set_words(text, act)
        self.setAccessibleName(f"{texts[0]}. {act}")
        self.setToolTip(f"{texts[0]}. {act}")
        self.setEnabled(not self._store.link_lost)
        return QSize(min(room, round(text_width(text, face)) + rest), 0)
