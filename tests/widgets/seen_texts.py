"""Every text that a window holds for people and their screen readers, by where it stands."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

OWN_NAMES = {"Tiếng Việt", "English"}
"""A language is called by its own name in every language."""


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yields where a text stands, and the text; empty ones are left out."""
    for part in (root, *root.findChildren(QObject)):
        for kind, text in _texts(part):
            if text and text not in OWN_NAMES:
                yield f"{type(part).__name__}#{part.objectName()}.{kind}", text


def _texts(part: QObject) -> Iterator[tuple[str, str]]:
    if isinstance(part, QAction):
        yield from (("text", part.text()), ("tip", part.toolTip()), ("status", part.statusTip()))
    if isinstance(part, QWidget):
        yield from (("name", part.accessibleName()), ("description", part.accessibleDescription()))
        yield from (("tip", part.toolTip()), ("title", part.windowTitle()))
    if isinstance(part, QAbstractButton | QLabel):
        yield "text", part.text()
    if isinstance(part, QLineEdit):
        yield "hint", part.placeholderText()
