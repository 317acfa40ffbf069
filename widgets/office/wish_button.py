"""A button that wishes something when it is pressed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget


def wish_button(parent: QWidget, name: str, wish: Callable[[], Any]) -> QPushButton:
    """Returns the button; Enter in a field never presses it."""
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
    return button
