"""The actions around a meeting: help, the menu by key, first set-up, practice, export, language.

Rule: none of them touches the meeting; who carries a wish out is not known here.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.controls.language_menu import LanguageActs
from widgets.phrases.guide import office_words as words

KEYS = {
    "help": "F1",
    "menu": "Ctrl+,",
    "first-start": "Ctrl+Shift+F1",
    "practice": "Ctrl+Shift+P",
    "export": "Ctrl+E",
    "headphones": "Alt+L",
    "records": "Ctrl+Shift+H",
    "checks": "Ctrl+K",
    "support": "Ctrl+Shift+F12",
}


class OfficeActs(QObject):
    """The actions around one console's meeting."""

    help_wanted = Signal()
    menu_wanted = Signal()
    first_start_wanted = Signal()
    practice_wanted = Signal()
    export_wanted = Signal()
    headphones_wanted = Signal()
    records_wanted = Signal()
    due_wanted = Signal()
    """The office window shall be opened where it says what is due."""
    checks_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.help = self._new("help", self.help_wanted.emit)
        self.menu = self._new("menu", self.menu_wanted.emit)
        self.first_start = self._new("first-start", self.first_start_wanted.emit)
        self.practice = self._new("practice", self.practice_wanted.emit)
        self.export = self._new("export", self.export_wanted.emit)
        self.records = self._new("records", self.records_wanted.emit)
        self.checks = self._new("checks", self.checks_wanted.emit)
        self.support = self._new("support", self.support_wanted.emit)
        self.headphones = self._new("headphones", self.headphones_wanted.emit)
        self.languages = LanguageActs(window)

    @property
    def in_menu(self) -> tuple[QAction, ...]:
        """What stands in the session's menu, in its order."""
        return self.checks, self.records, self.export, self.help

    @property
    def for_the_program(self) -> tuple[QAction, ...]:
        """What is seldom wanted and concerns the program, not a meeting."""
        return self.practice, self.first_start, self.support

    def _new(self, name: str, wish: Callable[[], object]) -> QAction:
        action = QAction(words.ACT_TITLES[name](), self._window)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(KEYS[name]))
        action.setAutoRepeat(False)
        action.setToolTip(words.ACT_HINTS[name]())
        action.triggered.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        self._window.addAction(action)
        return action

    def rephrase(self) -> None:
        """Says every title and tip in the language in use."""
        for action in (
            self.help,
            self.menu,
            self.first_start,
            self.practice,
            self.export,
            self.records,
            self.checks,
            self.support,
            self.headphones,
        ):
            action.setText(words.ACT_TITLES[action.objectName()]())
            action.setToolTip(words.ACT_HINTS[action.objectName()]())
