"""The row above the opened log: a field for words and one chip for each kind of business.

Rule: the field keeps every key that a command would take; Tab goes from kind to kind, Escape closes.
"""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.controls.search_panel import KeepingField
from widgets.drawing.theme import Measures
from widgets.lines.span_chips import Chip
from widgets.log.log_filter import LogFilter, LogGroup
from widgets.phrases.console import log_words as words

HEIGHT = 40
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class LogFilterBar(QWidget):
    """What is wanted of the log."""

    changed = Signal(object)
    """A `LogFilter`."""
    steps_wanted = Signal(int)
    """So many lines further down, negative up."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = LogGroup.ALL
        self.field = KeepingField(self)
        self.field.setObjectName("log-filter")
        self.field.textChanged.connect(self._tell)
        self.field.installEventFilter(self)
        self._chips = {
            group: Chip(self, f"log-group-{group.name.lower()}", partial(self.choose, group)) for group in LogGroup
        }
        self.rephrase()

    def rephrase(self) -> None:
        """Says its words in the language in use."""
        self.field.setPlaceholderText(words.filter_hint())
        self.field.setAccessibleName(words.filter_hint())
        for group, chip in self._chips.items():
            chip.say(words.GROUP_NAMES[group.name](), in_force=group is self._group)
        self._place()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        for chip in self._chips.values():
            chip.pixels = measures.label_size
        self._place()

    def begin(self) -> None:
        """Wants everything, and waits for words."""
        self.field.clear()
        self.choose(LogGroup.ALL)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, group: LogGroup) -> None:
        """Wants the lines of one kind of business."""
        self._group = group
        self.rephrase()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(LogFilter(self._group, self.field.text().strip()))

    def _place(self) -> None:
        x = self.width()
        for chip in reversed(self._chips.values()):
            width = chip.sizeHint().width()
            x -= width
            chip.setGeometry(x, 0, width, HEIGHT)
        self.field.setGeometry(0, 2, max(80, x - 8), HEIGHT - 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the field what the chips leave."""
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Moves through lines and kinds, or closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        groups = list(LogGroup)
        here = groups.index(self._group)
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in STEPS:
            self.steps_wanted.emit(STEPS[key])
        elif key == Qt.Key.Key_Tab:
            self.choose(groups[(here + 1) % len(groups)])
        elif key == Qt.Key.Key_Backtab:
            self.choose(groups[here - 1])
        else:
            return False
        return True
