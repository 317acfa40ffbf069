"""What all sheets of a site's window share: a title, a sentence, fields, and buttons of which the last closes.

Rule: never modal: the window beside it goes on and takes its keys again as soon as it is clicked. Closing is the
default; Enter in a field leads to the next one and to the button, and never sends by itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.sites.site_standing import SiteStanding
from widgets.drawing import theme
from widgets.phrases.satellite import satellite_tool_words as words

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

LEAST_WIDTH = 560
MOST_LETTERS = 300


class Sheet(QDialog):
    """A title, a sentence, fields, and buttons of which the last closes."""

    def __init__(self, window: "SatelliteWindow", title: str, text: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.site = window
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(label(title, 21, 700))
        if text:
            self.body.addWidget(label(text, 16, 400))
        self.buttons = QHBoxLayout()
        self.first: QWidget | None = None
        """Takes the keyboard when the sheet opens."""

    def end_with(self, *buttons: QPushButton) -> None:
        """Puts the buttons at the foot, the closing one behind them."""
        self.buttons.addStretch(1)
        for button in buttons:
            self.buttons.addWidget(button)
        close = self.button(words.close_sheet(), self.close)
        close.setObjectName("close")
        close.setDefault(True)
        self.buttons.addWidget(close)
        self.body.addLayout(self.buttons)

    def button(self, word: str, wish: Callable[[], object]) -> QPushButton:
        """Returns a button; Enter presses it only while it has the keyboard."""
        button = QPushButton(word, self)
        button.setAccessibleName(word)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps Qt's "checked" from the wish
        return button

    def field(self, name: str) -> QLineEdit:
        """Returns a field for one line."""
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setMaxLength(MOST_LETTERS)
        field.setMinimumSize(LEAST_WIDTH, 48)
        return field

    def show_state(self, state: SiteStanding) -> None:
        """Shows what has changed while the sheet is open."""

    def show_level(self, level: float) -> None:
        """Shows the level of the room's microphone, where it is tried out."""

    def refresh_picture(self) -> None:
        """Takes a newer own picture, where the camera is tried out."""

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to the first field."""
        if self.first is not None:
            self.first.setFocus()
        self.adjustSize()
        middle = self.site.mapToGlobal(self.site.rect().center()) - self.rect().center()
        self.move(max(0, middle.x()), max(0, middle.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps Enter in a field from closing the sheet."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), QLineEdit):
            return
        super().keyPressEvent(event)


def label(text: str, pixels: int, weight: int) -> QLabel:
    """Returns a text that wraps and is never cut."""
    made = QLabel(text)
    made.setFont(theme.font(pixels, weight))
    made.setWordWrap(True)
    made.setMinimumWidth(LEAST_WIDTH)
    made.setMinimumHeight(max(0, made.heightForWidth(LEAST_WIDTH)))
    return made
