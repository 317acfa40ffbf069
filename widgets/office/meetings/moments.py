"""A field for a moment: a day and a time of day as people type them, in the time of Viet Nam."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.office.typed_times import shown_clock, shown_day, typed_moment
from widgets.phrases.office import meeting_words as words

DAY_WIDTH, CLOCK_WIDTH = 156, 100


class MomentField(QWidget):
    """Two short lines; both empty is no moment."""

    edited = Signal()

    def __init__(self, title: Callable[[], str], clock: Callable[[], int]) -> None:
        """`title` names the field for those who hear it; `clock` gives wall-clock milliseconds (UTC)."""
        super().__init__()
        self._title, self._clock = title, clock
        self.day, self.time = QLineEdit(self), QLineEdit(self)
        self.day.setFixedWidth(DAY_WIDTH)
        self.time.setFixedWidth(CLOCK_WIDTH)
        self.time.setMaxLength(12)
        self.day.setMaxLength(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.day)
        row.addWidget(self.time)
        row.addStretch(1)
        self.setFocusProxy(self.day)
        for line in (self.day, self.time):
            line.textEdited.connect(self.edited)
            line.editingFinished.connect(self._tidy)
        self.rephrase()

    @property
    def value(self) -> int | None:
        """Milliseconds (UTC); None for nothing, and for what cannot be read (see `readable`)."""
        return typed_moment(self.day.text(), self.time.text(), self._clock())

    @property
    def readable(self) -> bool:
        """Whether what stands there is a moment, or nothing at all."""
        empty = not self.day.text().strip() and not self.time.text().strip()
        return empty or self.value is not None

    def show_value(self, wall_ms: int | None) -> None:
        """Shows a moment."""
        self.day.setText("" if wall_ms is None else shown_day(wall_ms))
        self.time.setText("" if wall_ms is None else shown_clock(wall_ms))

    def _tidy(self) -> None:
        """Writes what was understood: "8h" becomes "08:00", a day gets its year."""
        value = self.value
        if value is not None:
            self.show_value(value)

    def rephrase(self) -> None:
        """Says hints and names in the language in use."""
        self.day.setPlaceholderText(words.day_hint())
        self.time.setPlaceholderText(words.clock_hint())
        self.day.setAccessibleName(words.day_of(self._title()))
        self.time.setAccessibleName(words.clock_of(self._title()))
