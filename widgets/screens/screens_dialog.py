"""Asks what every screen of this machine is for: nothing, the program, the content, the chair's view.

Rule: each screen has a name and its own choice, the wanted state, never a switch; the console's own screen cannot be
given away, and a screen that is not plugged in keeps what was chosen for it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from console.window_memory import ScreenChoice, ScreenMark, ScreenUse
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.phrases.console import screen_words as words
from widgets.screens.screen_marks import matches

ROW_HEIGHT = 40
USES: tuple[ScreenUse | None, ...] = (None, ScreenUse.PROGRAM, ScreenUse.CONTENT, ScreenUse.CHAIR)
"""What a screen can be for, in the order of the list; Qt would keep a word of ours as mere text."""


class ScreensDialog(Question):
    """One row per screen; answers with all choices at once."""

    chosen = Signal(object)
    """A tuple of `ScreenChoice`."""

    def __init__(
        self, parent: QWidget, screens: Sequence[tuple[ScreenMark, bool]], choices: Sequence[ScreenChoice]
    ) -> None:
        """`screens` are those that are there, each with whether the console stands on it."""
        alone = len(screens) == 1 and not choices
        super().__init__(
            parent, words.dialog_title(), words.only_one_screen() if alone else words.dialog_text(), _answers(alone)
        )
        self._rows: list[tuple[ScreenMark, QComboBox]] = []
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(0, 1)
        self.body.insertLayout(2, grid)
        present = [mark for mark, _ in screens]
        known = matches([choice.screen for choice in choices], present)
        by_place = {place: choices[index] for index, place in known.items()}
        for place, (mark, is_console) in enumerate(screens):
            self._add_row(grid, mark, by_place.get(place), words.console_is_here() if is_console else "")
        for index, choice in enumerate(choices):
            if index not in known:
                self._add_row(grid, choice.screen, choice, words.not_connected())
        self.answered.connect(lambda: self.chosen.emit(self.choices))

    @property
    def choices(self) -> tuple[ScreenChoice, ...]:
        """What is chosen in the rows."""
        return tuple(
            ScreenChoice(screen=mark, use=use)
            for mark, box in self._rows
            if (use := USES[box.currentIndex()]) is not None
        )

    def _add_row(self, grid: QGridLayout, mark: ScreenMark, choice: ScreenChoice | None, remark: str) -> None:
        row = grid.rowCount()
        name = words.screen_label(mark.name, mark.maker, mark.width, mark.height)
        label = QLabel(f"{name}\n{remark}" if remark else name, self)
        label.setFont(theme.font(15))
        label.setMinimumHeight(ROW_HEIGHT)
        grid.addWidget(label, row, 0)
        box = QComboBox(self)
        box.setMinimumHeight(ROW_HEIGHT)
        box.setObjectName(f"screen-{mark.name}")
        box.setAccessibleName(words.use_of(name))
        names = words.use_names()
        box.addItems([names[use] for use in USES])
        box.setCurrentIndex(USES.index(choice.use) if choice is not None else 0)
        box.setEnabled(remark != words.console_is_here() or choice is not None)
        grid.addWidget(box, row, 1)
        label.setBuddy(box)
        self._rows.append((mark, box))


def _answers(alone: bool) -> dict[str, str]:  # noqa: FBT001 - one fact, one caller
    return {} if alone else {"apply": words.apply_word()}
