"""Changes the language of all windows while they are open.

Rule: a text that is made once, when a widget is made, is made through `named` or `tipped`, or by a method `rephrase`;
all others are made anew when the store says its state again, or when they are painted. After a change nothing may show
that it was not always so.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from console.regulation.province import Terms
from widgets.phrases.language import language_in_use, use_language
from widgets.phrases.terms import use_terms

_names: "WeakKeyDictionary[QWidget, Callable[[], str]]" = WeakKeyDictionary()
_tips: "WeakKeyDictionary[QWidget, Callable[[], str]]" = WeakKeyDictionary()


@runtime_checkable
class Rephrases(Protocol):
    """What keeps a text and can make it anew."""

    def rephrase(self) -> None:
        """Makes every kept text anew."""
        ...


def named(widget: QWidget, name: Callable[[], str]) -> None:
    """Gives a widget the accessible name that `name` returns, in whatever language is spoken."""
    _names[widget] = name
    widget.setAccessibleName(name())


def tipped(widget: QWidget, tip: Callable[[], str]) -> None:
    """Gives a widget the tip that `tip` returns, in whatever language is spoken."""
    _tips[widget] = tip
    widget.setToolTip(tip())


def speak(language: str) -> None:
    """Says everything in `vi` or `en` from now on, in all windows of this process; raises `ValueError`."""
    if language == language_in_use():
        return
    use_language(language)
    rephrase_all()


def speak_in_terms(terms: Terms) -> None:
    """Says everything in the words of a province's profile from now on, in all windows of this process."""
    if use_terms(terms):
        rephrase_all()


def rephrase_all() -> None:
    """Makes the texts of all windows anew."""
    for window in QApplication.topLevelWidgets():
        rephrase(window)


def rephrase(window: QWidget) -> None:
    """Makes the texts of a window and of all that it holds anew, itself last: it lays out by what its parts say."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    parts = [*window.findChildren(QObject), window]
    for part in parts:
        if not shiboken6.isValid(part):  # a part that was made anew took this one with it
            continue
        if isinstance(part, QWidget) and part in _names:
            part.setAccessibleName(_names[part]())
        if isinstance(part, QWidget) and part in _tips:
            part.setToolTip(_tips[part]())
        if isinstance(part, Rephrases):
            part.rephrase()
        if isinstance(part, QWidget):
            part.updateGeometry()
            part.update()
