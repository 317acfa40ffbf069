"""Where things stand on the heat map, and what stands around its picture: title, legend, numbers, times, events.

Rule: places are computed here and nowhere else; nothing here keeps a state.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from console.words import SiteId
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, LEFT, RIGHT, draw_text, panel, text_width
from widgets.drawing.theme import Measures
from widgets.lines.history_marks import SIGN, Mark, draw_sign
from widgets.phrases import hour_and_minute
from widgets.phrases.console import line_words as words

PADDING = 14
ROW_LABELS = 30
TIMES_HEIGHT = 20
LEGEND_SQUARE = 12
LABEL_HEIGHT = 18
LABEL_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
"""One number for so many rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """The map in one size over one stretch of time."""

    width: int
    height: int
    ratio: float
    measures: Measures
    sites: tuple[SiteId, ...]
    titled: bool = True
    first_column: int = 0
    """Number (since the epoch, of this step) of the leftmost column of physical pixels."""
    step_ms: int = 1
    """Time of one column of physical pixels."""

    @property
    def head(self) -> int:
        if not self.titled:
            return 2
        return 36 if not self.measures.compact else 28

    @property
    def marks_height(self) -> int:
        return 22 if not self.measures.compact else 14

    @property
    def box(self) -> QRectF:
        """The picture's area."""
        top, left = self.head + self.marks_height, PADDING + ROW_LABELS
        height = max(8, self.height - top - TIMES_HEIGHT - 4)
        return QRectF(left, top, max(8, self.width - left - PADDING), height)

    @property
    def columns(self) -> int:
        """How many columns of physical pixels there are."""
        return max(1, round(self.box.width() * self.ratio))

    @property
    def from_ms(self) -> int:
        return self.first_column * self.step_ms

    @property
    def until_ms(self) -> int:
        return (self.first_column + self.columns) * self.step_ms

    def x_of(self, wall_ms: float) -> float:
        """Returns where a moment is."""
        return self.box.left() + (wall_ms - self.from_ms) / self.step_ms / self.ratio

    def moment_at(self, x: float) -> int:
        """Returns the moment at a place, also outside the picture."""
        return round(self.from_ms + (x - self.box.left()) * self.ratio * self.step_ms)

    def site_at(self, y: float) -> SiteId | None:
        """Returns the site whose row is at a place; None above and below."""
        box = self.box
        if not self.sites or not box.top() <= y < box.bottom():
            return None
        return self.sites[min(int((y - box.top()) / box.height() * len(self.sites)), len(self.sites) - 1)]

    def row_box(self, site: SiteId) -> QRectF:
        """Returns the area of a site's row; at least three pixels, so that it can be framed."""
        box, row = self.box, self.sites.index(site)
        height = box.height() / len(self.sites)
        return QRectF(box.left(), box.top() + row * height, box.width(), max(3.0, height))


Legend = Sequence[tuple[QColor, str]]


def legend() -> Legend:
    """Returns what the colours mean."""
    return (
        (theme.HEAT_GOOD, words.under_one_percent()),
        (theme.WARNING, words.one_to_five_percent()),
        (theme.ERROR, words.from_five_percent()),
        (theme.HEAT_NO_DATA, words.no_data()),
    )


def paint_head(painter: QPainter, frame: MapFrame, right: float) -> None:
    """Paints the title, and the legend up to `right` where it has room; the title becomes shorter first."""
    size = frame.measures
    face, small = theme.font(size.panel_title_size - 1, 600), theme.font(size.label_size)
    told = legend()
    wanted = sum(text_width(word, small) + LEGEND_SQUARE + 18 for _, word in told)
    title = words.map_title(len(frame.sites))
    if PADDING + text_width(title, face) + 16 + wanted > right:
        title = words.map_short_title()
    used = draw_text(painter, QRectF(PADDING, 0, 300, frame.head), title, face, theme.TEXT)
    x = right - wanted
    if x < PADDING + used + 12:
        return
    for colour, word in told:
        painter.fillRect(QRectF(x, frame.head / 2 - LEGEND_SQUARE / 2, LEGEND_SQUARE, LEGEND_SQUARE), colour)
        draw_text(painter, QRectF(x + LEGEND_SQUARE + 5, 0, 200, frame.head), word, small, theme.TEXT_SECOND)
        x += text_width(word, small) + LEGEND_SQUARE + 18


def paint_rows(painter: QPainter, frame: MapFrame, number_of: Callable[[SiteId], str], chosen: SiteId | None) -> None:
    """Writes as many numbers beside the rows as there is room for; the chosen one's own label stands alone."""
    count = len(frame.sites)
    if not count:
        return
    face, box = theme.font(frame.measures.label_size), frame.box
    step = next((step for step in LABEL_STEPS if box.height() * step >= count * LABEL_HEIGHT), count)
    for index in range(step - 1, count, step):
        y = box.top() + (index + 0.5) / count * box.height()
        if chosen is not None and chosen in frame.sites and abs(frame.row_box(chosen).center().y() - y) < LABEL_HEIGHT:
            continue
        line = QRectF(0, y - LABEL_HEIGHT / 2, box.left() - 6, LABEL_HEIGHT)
        draw_text(painter, line, number_of(frame.sites[index]), face, theme.DIM, RIGHT)


def paint_times(painter: QPainter, frame: MapFrame, warning: str | None) -> None:
    """Writes the time at both ends and in the middle, or a warning there."""
    box, face = frame.box, theme.font(frame.measures.label_size)
    line = QRectF(box.left(), box.bottom() + 2, box.width(), TIMES_HEIGHT)
    for share, where in ((0.0, LEFT), (0.5, CENTRE), (1.0, RIGHT)):
        at_ms = round(frame.from_ms + share * (frame.until_ms - frame.from_ms))
        if where is CENTRE and warning is not None:
            left = line.center().x() - text_width(warning, face) / 2 - 18
            draw_icon(painter, Icon.TRIANGLE, QRectF(left, line.center().y() - 6, 12, 12), theme.WARNING)
            draw_text(painter, line, warning, face, theme.WARNING, where)
        else:
            draw_text(painter, line, hour_and_minute(at_ms), face, theme.DIM, where)


def paint_words(painter: QPainter, frame: MapFrame, marks: Sequence[Mark]) -> None:
    """Writes the words of the newest events first; a word that has no room goes, its sign stays."""
    box, face = frame.box, theme.font(frame.measures.label_size)
    free_until = box.right() + PADDING
    for mark in reversed(marks):
        x = frame.x_of(mark.wall_ms)
        if mark.word and x + SIGN + text_width(mark.word, face) < free_until:
            line = QRectF(x + SIGN, box.top() - frame.marks_height - 3, 200, frame.marks_height)
            draw_text(painter, line, mark.word, face, theme.TEXT)
        free_until = min(free_until, x - SIGN)


def paint_marks(painter: QPainter, frame: MapFrame, marks: Sequence[Mark]) -> None:
    """Paints line and sign of events."""
    box = frame.box
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        x = round(frame.x_of(mark.wall_ms))  # a whole pixel: half of one on either side would be a faint line
        painter.fillRect(QRectF(x, box.top() - 4, 1, box.height() + 4), mark.colour)
        draw_sign(painter, mark, QPointF(x + 0.5, box.top() - 7))


def paint_chosen(painter: QPainter, frame: MapFrame, site: SiteId, number: str) -> None:
    """Frames a site's row and writes its number beside it."""
    row = frame.row_box(site)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for grow, colour in ((2, theme.TEXT), (1, theme.SELECT)):
        painter.setPen(QPen(colour, 1))
        painter.drawRect(row.adjusted(-grow, -grow, grow - 1, grow - 1))
    label = QRectF(PADDING - 6, row.center().y() - LABEL_HEIGHT / 2, ROW_LABELS + 2, LABEL_HEIGHT)
    panel(painter, label, theme.SELECT, radius=4)
    draw_text(painter, label, number, theme.font(frame.measures.label_size, 700), theme.ON_PRIMARY, CENTRE)


def paint_moment(painter: QPainter, frame: MapFrame, wall_ms: int) -> None:
    """Paints the line of a moment that somebody asked for."""
    box, x = frame.box, round(frame.x_of(wall_ms))
    if box.left() <= x <= box.right():
        painter.fillRect(QRectF(x - 1, box.top(), 3, box.height()), theme.BACKGROUND)
        painter.fillRect(QRectF(x, box.top() - 3, 1, box.height() + 6), theme.SELECT)
