"""What the panels beside a running meeting share: a title, a sentence, fields with names, buttons that act once.

Rule: none is a question, so the meeting behind it goes on; Escape closes it, and nothing acts by default.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from widgets.drawing import theme

LONGEST_TEXT = 200


class SessionDialog(QDialog):
    """A panel over the console that says and sends something of the running session."""

    def __init__(self, parent: QWidget, name: str, title: str, explanation: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(22, 18, 22, 18)
        self.body.setSpacing(12)
        heading = QLabel(title, self)
        heading.setFont(theme.font(19, 600))
        self.body.addWidget(heading)
        self.explanation = self.label(explanation)
        self.body.addWidget(self.explanation)

    def label(self, text: str = "") -> QLabel:
        """Returns a line of text that may break."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.font(15))
        label.setWordWrap(True)
        return label

    def field(self, name: str, title: str, hint: str = "") -> QLineEdit:
        """Returns a line to write in."""
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setPlaceholderText(hint)
        field.setMaxLength(LONGEST_TEXT)
        return field

    def number(self, name: str, title: str, most: int) -> QSpinBox:
        """Returns a field for a number from 0 on."""
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setRange(0, most)
        box.setMinimumHeight(38)
        box.setFont(theme.font(15))
        return box

    def button(self, name: str, word: str, wish: Callable[[], object]) -> QPushButton:
        """Returns a button that carries out a wish."""
        button = QPushButton(word, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def add_acts(self, *buttons: QPushButton) -> None:
        """Puts the buttons into a last row, the leaving one at its end."""
        row = QHBoxLayout()
        for button in buttons[:-1]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons[-1])
        self.body.addLayout(row)
