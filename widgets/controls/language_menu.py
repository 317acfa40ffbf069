"""The languages as actions: one for each, checked when it is spoken.

Rule: a language is called by its own name, so that whoever needs it can read it.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.drawing.rephrasing import speak
from widgets.phrases.console import language_words as words
from widgets.phrases.language import LANGUAGES, language_in_use

KEYS = {"vi": "Ctrl+Shift+V", "en": "Ctrl+Shift+E"}


class LanguageActs(QObject):
    """The languages of one window."""

    chosen = Signal(str)
    """`vi` or `en`, to be remembered."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._group = QActionGroup(self)
        self.actions = tuple(self._new(language, window) for language in LANGUAGES)
        self.rephrase()

    def _new(self, language: str, window: QWidget) -> QAction:
        action = QAction(words.OWN_NAMES[language], window)
        action.setObjectName(f"language-{language}")
        action.setCheckable(True)
        action.setAutoRepeat(False)
        action.setShortcut(QKeySequence(KEYS[language]))
        action.setActionGroup(self._group)
        action.triggered.connect(partial(self._choose, language))
        window.addAction(action)
        return action

    def _choose(self, language: str, _checked: object = None) -> None:
        speak(language)
        self.chosen.emit(language)

    def rephrase(self) -> None:
        """Shows which language is spoken."""
        for language, action in zip(LANGUAGES, self.actions, strict=True):
            action.setChecked(language == language_in_use())
            action.setToolTip(words.language_hint())
