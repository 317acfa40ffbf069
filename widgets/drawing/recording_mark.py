"""The red mark that stands on every screen while the meeting is recorded.

Rule: a small widget over a corner, so that what lies below is painted as if it were not there; it takes no clicks and
costs nothing while it is hidden.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import Badge, badge_height, badge_width, draw_badge

INSET = 12


class RecordingMark(QWidget):
    """The mark over one corner of its parent; hidden until `show_recorded`."""

    def __init__(self, parent: QWidget, text: Callable[[], str]) -> None:
        """`text` returns the words in the language in use."""
        super().__init__(parent)
        self.setObjectName("recording-mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text, self._pixels = text, 15
        self.hide()

    @property
    def _badge(self) -> Badge:
        return Badge(self._text(), theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700, theme.ON_LIVE, roomy=True)

    def show_recorded(self, recorded: bool) -> None:  # noqa: FBT001 - the state itself
        """Stands there, or not."""
        if recorded != (not self.isHidden()):
            self.setVisible(recorded)

    def stand_in(self, area: QRectF, pixels: int) -> None:
        """Stands in the upper right corner of an area, with words of this size."""
        self._pixels = pixels
        self.setAccessibleName(self._text())
        width, height = round(badge_width(self._badge, pixels)) + 2, round(badge_height(pixels, roomy=True)) + 2
        self.setGeometry(round(area.right()) - width - INSET, round(area.top()) + INSET, width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the badge."""
        with QPainter(self) as painter:
            draw_badge(painter, QPointF(1, 1), self._badge, self._pixels)
