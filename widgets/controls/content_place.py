"""Which screen or window of the bridge's machine is to be shown: a list that is read when somebody wants it.

Rule: what was chosen stays chosen when the list is read again, as long as it is still there; else the whole screen is.
"""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from console.content.content_choices import ContentChoices
from console.content.content_commands import ShowContent
from widgets.drawing import theme
from widgets.phrases.log import content_place_words as words

LEAST_LETTERS = 24
"""A window may be called anything: its name is cut at the box, not the box widened by it."""


class ContentPlace(QWidget):
    """The list and the button that reads it again."""

    changed = Signal()
    """Something else is chosen."""
    choices_asked = Signal()
    """What there is shall be listed; `show_choices` answers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setObjectName("content-place")
        self.box.setAccessibleName(words.which_place())
        self.box.setFont(theme.font(15))
        self.box.setMinimumHeight(38)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(LEAST_LETTERS)
        self.again = QPushButton(words.look_again(), self)
        self.again.setObjectName("content-look-again")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.choices_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.again)
        self.show_choices(ContentChoices())
        self.box.currentIndexChanged.connect(self.changed)

    @property
    def wish(self) -> ShowContent:
        """The command that shows what is chosen."""
        wish: ShowContent = self.box.currentData()
        return wish

    def show_choices(self, choices: ContentChoices) -> None:
        """Lists what there is; several screens stand below all of them together."""
        before = self.wish if self.box.count() else ShowContent()
        offers = [(words.whole_screen(), ShowContent())]
        if len(choices.screens) > 1:
            offers += [(words.one_screen(name), ShowContent(screen=name)) for name in choices.screens]
        offers += [(words.one_window(title), ShowContent(window=title)) for title in choices.windows]
        wishes = [wish for _, wish in offers]
        # Said once below: in between nothing at all is chosen.
        with QSignalBlocker(self.box):
            self.box.clear()
            for word, wish in offers:
                self.box.addItem(word, wish)
            self.box.setCurrentIndex(wishes.index(before) if before in wishes else 0)
        self.box.setToolTip(words.no_windows() if choices.trouble else "")
        self.changed.emit()
