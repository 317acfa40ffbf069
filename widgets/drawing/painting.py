"""The few strokes that all painted widgets share: texts that are never clipped, badges, rounded panels."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def text_width(text: str, face: QFont) -> float:
    """Returns the advance of a text in logical pixels."""
    return _advance(text, face.pixelSize(), face.weight())


@lru_cache(maxsize=2048)  # clocks bring new texts every second: what is larger only grows for longer
def _advance(text: str, pixels: int, weight: int) -> float:
    return QFontMetricsF(theme.font(pixels, weight)).horizontalAdvance(text)


def draw_text(
    painter: QPainter, box: QRectF, text: str, face: QFont, colour: QColor, where: Qt.AlignmentFlag = LEFT
) -> float:
    """Draws one line of text, accents whole even where they leave the box, and returns its width."""
    painter.setFont(face)
    painter.setPen(colour)
    flags = int(where) | int(Qt.TextFlag.TextDontClip) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(box, flags, text)
    return text_width(text, face)


def fitted(texts: list[str], face: QFont, width: float) -> str:
    """Returns the first of several wordings (longest first) that is not wider than `width`, or the last."""
    return next((text for text in texts if text_width(text, face) <= width), texts[-1] if texts else "")


def elided_at_word(text: str, face: QFont, width: float) -> str:
    """Returns a sentence cut after a whole word, with a sign that more follows; for log lines and titles only."""
    if text_width(text, face) <= width:
        return text
    words = text.split(" ")
    while len(words) > 1 and text_width(" ".join(words) + " …", face) > width:
        words.pop()
    return " ".join(words) + " …"


def panel(painter: QPainter, box: QRectF, fill: QColor, edge: QColor | None = None, radius: float = 8) -> None:
    """Fills a rounded area, with a hairline when `edge` is given."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


@dataclass(frozen=True, slots=True)
class Badge:
    """A short word on a coloured ground, with signs before it."""

    text: str
    ground: QColor
    ink: QColor
    icons: tuple[Icon, ...] = ()
    weight: int = 600
    edge: QColor | None = None
    roomy: bool = False
    """More ground around the word, for bars."""


def badge_width(badge: Badge, pixels: int) -> float:
    """Returns how wide `draw_badge` paints a badge, in logical pixels."""
    padding, sign = _badge_measures(pixels, roomy=badge.roomy)
    signs = len(badge.icons) * sign + max(0, len(badge.icons) - 1) * 2
    words = text_width(badge.text, theme.font(pixels, badge.weight)) if badge.text else 0
    return 2 * padding + signs + words + (padding * 0.7 if badge.icons and badge.text else 0)


def badge_height(pixels: int, *, roomy: bool = False) -> float:
    """Returns the height of a badge with text of this size."""
    return round(pixels * (2.2 if roomy else 1.6))


def draw_badge(painter: QPainter, corner: QPointF, badge: Badge, pixels: int) -> QRectF:
    """Paints a badge with its top left corner at `corner` and returns its area."""
    padding, sign = _badge_measures(pixels, roomy=badge.roomy)
    box = QRectF(corner.x(), corner.y(), badge_width(badge, pixels), badge_height(pixels, roomy=badge.roomy))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(badge.ground)
    painter.setPen(QPen(badge.edge, 1) if badge.edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, 4, 4)
    x = box.x() + padding
    for icon in badge.icons:
        draw_icon(painter, icon, QRectF(x, box.center().y() - sign / 2, sign, sign), badge.ink)
        x += sign + 2
    x += padding * 0.7 - 2 if badge.icons else 0
    rest = QRectF(x, box.y(), box.right() - x, box.height())
    draw_text(painter, rest, badge.text, theme.font(pixels, badge.weight), badge.ink)
    return box


def _badge_measures(pixels: int, *, roomy: bool) -> tuple[float, float]:
    return round(pixels * (0.7 if roomy else 0.5)), round(pixels * 1.15)


def veil(painter: QPainter, box: QRectF) -> None:
    """Darkens what is no longer the present."""
    painter.fillRect(box, theme.OLD_SHADE)


def draw_meter_upright(painter: QPainter, box: QRectF, level: float, segments: int = 12) -> None:
    """Paints a level of 0 to 1 as a column: white, amber above 0.8, never green or red."""
    lit = sum(level * segments > index + 0.25 for index in range(segments))
    painter.drawPixmap(box.topLeft(), _column(round(box.width()), round(box.height()), lit, segments))


@lru_cache(maxsize=256)
def _column(width: int, height: int, lit: int, segments: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(theme.SHADE)
    step = (height - 2) / segments
    with QPainter(pixmap) as painter:
        for index in range(segments):
            amber = index >= segments * 0.8
            colour = theme.METER_EMPTY if index >= lit else theme.WARNING if amber else theme.PRIMARY
            top = round(height - 1 - (index + 1) * step)
            bottom = round(height - 1 - index * step)
            painter.fillRect(2, top + 1, width - 4, max(1, bottom - top - 1), colour)
    return pixmap


def forget_columns() -> None:
    """Drops the levels that were drawn: the colours are others now."""
    _column.cache_clear()


@lru_cache(maxsize=64)
def outside_of_corners(width: int, height: int, radius: float) -> QPainterPath:
    """Returns what lies between a rectangle and its rounded corners."""
    whole = QRectF(0, 0, width, height)
    outside, inside = QPainterPath(), QPainterPath()
    outside.addRect(whole)
    inside.addRoundedRect(whole, radius, radius)
    return outside.subtracted(inside)


def draw_meter_lying(painter: QPainter, box: QRectF, level: float, segments: int = 30) -> None:
    """Paints a level of 0 to 1 as a row of bars."""
    step = box.width() / segments
    for index in range(segments):
        lit = level * segments > index + 0.25
        colour = theme.METER_EMPTY if not lit else theme.WARNING if index >= segments * 0.8 else theme.PRIMARY
        painter.fillRect(QRectF(box.x() + index * step, box.y(), max(1.0, step - 3), box.height()), colour)
