"""What an incident is about, as a row of buttons: one press, or Alt and a digit beside the words.

Rule: a press names the wanted category and never toggles; none is chosen at first.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.words import IncidentCategory
from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.phrases.log.incident_words import phrase_category

BUTTON_HEIGHT, GAP = 36, 6


class CategoryRow(QWidget):
    """All categories, in as many rows as they need."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: IncidentCategory | None = None
        self._buttons = {category: self._button(category) for category in IncidentCategory}

    def _button(self, category: IncidentCategory) -> PaintedButton:
        button = PaintedButton(self)
        button.setObjectName(f"category-{category.value}")
        button.title_size = 14
        button.clicked.connect(partial(self.choose, category))
        return button

    def choose(self, category: IncidentCategory | None) -> None:
        """Chooses a category, or none."""
        self.chosen = category
        self.follow()
        self.changed.emit()

    def choose_number(self, number: int) -> bool:
        """Chooses the category of a digit from 1 on; tells whether there is one."""
        categories = list(IncidentCategory)
        if not 1 <= number <= len(categories):
            return False
        self.choose(categories[number - 1])
        return True

    def follow(self) -> None:
        """Says the categories in the language in use and shows the chosen one."""
        for number, (category, button) in enumerate(self._buttons.items(), start=1):
            button.set_words(phrase_category(category), f"Alt+{number}")
            button.set_look(PRIMARY if category is self.chosen else PLAIN)

    def lay_out(self, width: int) -> int:
        """Places the buttons within a width and returns the height they take."""
        x = y = 0
        for button in self._buttons.values():
            wide = min(button.sizeHint().width() - 8, width)
            if x and x + wide > width:
                x, y = 0, y + BUTTON_HEIGHT + GAP
            button.setGeometry(x, y, wide, BUTTON_HEIGHT)
            x += wide + GAP
        return y + BUTTON_HEIGHT
