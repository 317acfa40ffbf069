"""How the windows look, as actions: their contrast, and how an alarm that nobody has taken shows itself.

Rule: one of each group is checked, the one in force; "as the system" is a choice like the others and is the first.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from console.window_memory import AlarmBeat, Contrast
from widgets.phrases.console import look_words as words

KEYS = {"contrast-normal": "Ctrl+Shift+T", "contrast-high": "Ctrl+Shift+C"}
"""Whoever cannot read the menu changes the contrast without it."""

Choice = Contrast | AlarmBeat | None


class LookActs(QObject):
    """One choice of a window's look: an action for each value."""

    chosen = Signal(object)
    """The value, None for the system's; to be shown and to be remembered."""

    def __init__(
        self, window: QWidget, name: str, titles: Mapping[Choice, Callable[[], str]], in_force: Callable[[], Choice]
    ) -> None:
        """`titles` has the values in their order, `in_force` tells which one holds."""
        super().__init__(window)
        self._name, self._titles, self._in_force = name, titles, in_force
        self._group = QActionGroup(self)
        self.actions = tuple(self._new(value, window) for value in titles)
        self.rephrase()

    def _new(self, value: Choice, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(f"{self._name}-{value or 'system'}")
        action.setCheckable(True)
        action.setAutoRepeat(False)
        action.setShortcut(QKeySequence(KEYS.get(action.objectName(), "")))
        action.setActionGroup(self._group)
        action.triggered.connect(partial(self._choose, value))
        window.addAction(action)
        return action

    def _choose(self, value: Choice, _checked: object = None) -> None:
        self.chosen.emit(value)

    def add_to(self, menu: QMenu) -> None:
        """Adds the choice to a menu, as a menu of its own."""
        for value, action in zip(self._titles, self.actions, strict=True):
            action.setChecked(value == self._in_force())
        menu.addMenu(words.MENU_TITLES[self._name]()).addActions(self.actions)

    def rephrase(self) -> None:
        """Says every title and tip in the language in use."""
        for action, title in zip(self.actions, self._titles.values(), strict=True):
            action.setText(title())
            action.setToolTip(f"{words.MENU_TITLES[self._name]()}: {title()}. {words.HINTS[self._name]()}")
