"""What a screen shows instead of a picture that is not the present: three lines, as large as a hall needs them.

Rule: calm and without a technical word; nothing on it moves, blinks or counts.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.drawing import theme
from widgets.drawing.painting import CENTRE, draw_text, text_width

TITLE_SIZE, MAIN_SIZE, WAIT_SIZE = 64, 40, 32
LEAST_SIZE = 18


@dataclass(frozen=True, slots=True)
class Slate:
    """The three lines of a slate; an empty one is left out."""

    title: str
    main: str
    wait: str


def paint_slate(painter: QPainter, area: QRectF, slate: Slate) -> None:
    """Paints a slate over an area, its letters as large as a title of two lines allows."""
    painter.fillRect(area, theme.BACKGROUND)
    scale = min(area.width() / 1920, area.height() / 1080)
    room = area.width() * 0.86
    lines = [(line, TITLE_SIZE, 700, theme.TEXT) for line in _broken(slate.title, room, scale)]
    lines += [(slate.main, MAIN_SIZE, 500, theme.TEXT_SECOND), (slate.wait, WAIT_SIZE, 400, theme.DIM)]
    shown = [(text, max(LEAST_SIZE, round(size * scale)), weight, ink) for text, size, weight, ink in lines if text]
    y = area.center().y() - sum(size * 1.6 for _, size, _, _ in shown) / 2
    for text, size, weight, ink in shown:
        draw_text(painter, QRectF(area.x(), y, area.width(), size * 1.4), text, theme.font(size, weight), ink, CENTRE)
        y += size * 1.6
    if shown:
        width = 120 * scale
        painter.fillRect(QRectF(area.center().x() - width / 2, y + 12 * scale, width, max(2.0, 4 * scale)), theme.EDGE)


def _broken(text: str, room: float, scale: float) -> list[str]:
    """Returns a title on as many lines as it needs, broken between words."""
    face = theme.font(max(LEAST_SIZE, round(TITLE_SIZE * scale)), 700)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
