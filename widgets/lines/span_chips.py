"""The two or three words that choose the time shown: last hour, whole meeting, and the way back to now.

Rule: each word sets, none toggles; the one in force is underlined, and "back to now" is there only when somebody moved
away from it.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.drawing import theme
from widgets.drawing.painting import CENTRE, draw_text, panel, text_width
from widgets.drawing.theme import Measures
from widgets.lines.history_span import SpanMode, TimeSpan
from widgets.phrases.console import line_words as words


class Chip(QAbstractButton):
    """A small word to press; the area to hit is as high as the panel's title."""

    def __init__(self, parent: QWidget, name: str, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(act)
        self.in_force = False
        self.pixels = theme.WIDE.label_size

    def say(self, word: str, *, in_force: bool) -> None:
        """Shows a word; underlined where it is what holds now."""
        if (word, in_force) != (self.text(), self.in_force):
            self.setText(word)
            self.setAccessibleName(word)
            self.in_force = in_force
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), theme.font(self.pixels, 600))) + 16, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the word."""
        with QPainter(self) as painter:
            box = self.rect().toRectF()
            if self.underMouse() and self.isEnabled():
                panel(painter, box.adjusted(0, 3, 0, -3), theme.RAISED, radius=5)
            ink = theme.TEXT if self.in_force else theme.DIM
            draw_text(painter, box, self.text(), theme.font(self.pixels, 600), ink, CENTRE)
            if self.in_force:
                width = text_width(self.text(), theme.font(self.pixels, 600))
                under = QRectF(box.center().x() - width / 2, box.center().y() + self.pixels * 0.75, width, 2)
                painter.fillRect(under, theme.SELECT)


class SpanChips(QWidget):
    """The chips of one time span, as wide as their words."""

    width_changed = Signal()

    def __init__(self, span: TimeSpan, parent: QWidget) -> None:
        super().__init__(parent)
        self._span = span
        self._now = Chip(self, "span-now", span.show_last_hour)
        self._hour = Chip(self, "span-hour", span.show_last_hour)
        self._whole = Chip(self, "span-whole", span.show_whole)
        span.changed.connect(self.follow)
        self.follow()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        for chip in (self._now, self._hour, self._whole):
            chip.pixels = measures.label_size
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the words the height there is."""
        for chip in (self._now, self._hour, self._whole):
            chip.resize(chip.width(), self.height())

    def rephrase(self) -> None:
        """Says the words in the language in use."""
        self.follow()

    def follow(self) -> None:
        """Shows which time is shown."""
        mode = self._span.mode
        self._now.say(words.back_to_now(), in_force=False)
        self._hour.say(words.last_hour(), in_force=mode is SpanMode.LAST_HOUR)
        self._whole.say(words.whole_meeting(), in_force=mode is SpanMode.WHOLE)
        x = 0
        for chip in (self._now, self._hour, self._whole):
            chip.setVisible(chip is not self._now or mode is SpanMode.MOVED)
            if not chip.isHidden():
                width = chip.sizeHint().width()
                chip.setGeometry(x, 0, width, self.height())
                x += width
        if x != self.width():
            self.setFixedWidth(max(1, x))
            self.width_changed.emit()
        self.update()
