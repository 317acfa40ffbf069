"""The actions of the second screens: open the program, close it, say what every screen is for.

Rule: each names the wanted state; F11 opens and never closes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.window_memory import ScreenUse
from widgets.phrases.console import screen_words as words
from widgets.screens.screens_dialog import ScreensDialog
from widgets.screens.second_screens import SecondScreens


class ScreenActs(QObject):
    """The actions of one console's second screens."""

    def __init__(self, screens: SecondScreens, window: QWidget) -> None:
        super().__init__(window)
        self._screens, self._window = screens, window
        self.open_program = self._new("open-program-window", "F11", screens.open_program)
        self.close_program = self._new("close-program-window", "Shift+F11", screens.close_program)
        self.ask = self._new("screens", "Ctrl+F11", self._ask)
        screens.places_changed.connect(self.follow)
        self.follow()

    @property
    def actions(self) -> tuple[QAction, ...]:
        """All of them, in the order of a menu."""
        return self.open_program, self.close_program, self.ask

    def _new(self, name: str, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(self._window)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.setAutoRepeat(False)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the act
        self._window.addAction(action)
        return action

    def follow(self) -> None:
        """Says everything in the language in use, names the screens, and offers to close only what is open."""
        for action in self.actions:
            action.setText(words.act_titles()[action.objectName()])
            action.setToolTip(words.act_hints()[action.objectName()])
        names = [each.screen.name for each in self._screens.choices if each.use is ScreenUse.PROGRAM]
        if names:
            self.open_program.setText(words.open_program_on(names))
        self.close_program.setEnabled(self._screens.is_open(ScreenUse.PROGRAM))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.follow()

    def _ask(self) -> None:
        dialog = ScreensDialog(self._window, self._screens.screens(), self._screens.choices)
        dialog.chosen.connect(self._screens.choose)
        dialog.open()
