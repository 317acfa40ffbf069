"""The strokes of the camera panel: which camera, what it does, its keys, and how a camera is named where there is none.

Rule: no sentence is cut inside a word; what has no room goes as a whole.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.cameras.camera_status import Status
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    CENTRE,
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    elided_at_word,
    fitted,
    text_width,
)
from widgets.drawing.theme import Measures
from widgets.phrases.console import camera_absent_words as absent_words
from widgets.phrases.console import camera_panel_words as words

EXAMPLE = '{"cameras": [{"camera": "main", "title": "Phòng họp", "host": "192.168.10.21"}]}'


class CameraPanelPainter:
    """Paints into one panel, in its sizes."""

    def __init__(self, painter: QPainter, measures: Measures) -> None:
        self._painter, self._measures = painter, measures

    def paint_name(self, head: QRectF, names: list[str], *, on_air: bool) -> None:
        """Paints which camera it is (wordings, longest first), and that the program shows it."""
        size = self._measures
        face = theme.font(size.panel_title_size, 600)
        badge = Badge(words.on_air(), theme.LIVE, theme.ON_LIVE, (Icon.DOT,), 700)
        room = head.width() - (badge_width(badge, size.badge_size) + 12 if on_air else 0)
        text = elided_at_word(fitted(names, face, room), face, room)
        used = draw_text(self._painter, head, text, face, theme.TEXT)
        if on_air:
            corner = QPointF(head.x() + used + 10, head.center().y() - badge_height(size.badge_size) / 2)
            draw_badge(self._painter, corner, badge, size.badge_size)

    def paint_status(self, row: QRectF, status: Status) -> None:
        """Paints what the camera does, in one line or two."""
        face = theme.font(self._measures.label_size + 1, 600)
        sign = QRectF(row.x(), row.center().y() - 8, 16, 16)
        draw_icon(self._painter, status.icon, sign, status.ink)
        lines = _wrapped(status.text, face.pixelSize(), row.width() - 24)
        step = face.pixelSize() * 1.25
        top = row.center().y() - step * len(lines) / 2
        for index, line in enumerate(lines):
            box = QRectF(row.x() + 24, top + index * step, row.width() - 24, step)
            draw_text(self._painter, box, line, face, status.ink)

    def paint_keys(self, area: QRectF) -> None:
        """Paints the keys, as many lines as have room."""
        size = self._measures.label_size
        face, step = theme.font(size), size * 1.35
        fitting = (line for line in words.key_lines() if text_width(line, face) <= area.width())
        for index, line in enumerate(fitting):
            box = QRectF(area.x(), area.y() + index * step, area.width(), step)
            if box.bottom() <= area.bottom():
                draw_text(self._painter, box, line, face, theme.FAINT)

    def paint_no_camera(self, area: QRectF) -> None:
        """Paints how a camera is named."""
        title, lines = absent_words.no_camera()
        top = area.center().y() - 66
        head = QRectF(area.x(), top, area.width(), 24)
        draw_text(self._painter, head, title, theme.font(self._measures.row_size, 600), theme.TEXT, CENTRE)
        face = theme.font(self._measures.label_size)
        for index, line in enumerate([*lines, EXAMPLE, absent_words.no_camera_hint()]):
            ink = theme.TEXT if line == EXAMPLE else theme.DIM
            box = QRectF(area.x(), top + 30 + index * 22, area.width(), 22)
            draw_text(self._painter, box, line, face, ink, CENTRE)

    def paint_lines(self, area: QRectF, lines: list[str]) -> None:
        """Paints what there is instead of a camera: a title and what follows from it."""
        top = area.center().y() - 12 * len(lines)
        for index, line in enumerate(lines):
            pixels, weight, ink = (self._measures.row_size, 600, theme.TEXT) if not index else (
                self._measures.label_size, 400, theme.DIM
            )  # fmt: skip
            box = QRectF(area.x(), top + index * 24, area.width(), 24)
            draw_text(self._painter, box, line, theme.font(pixels, weight), ink, CENTRE)


def _wrapped(text: str, pixels: int, room: float) -> list[str]:
    """Returns a sentence in one line or in two of about the same length; what they do not hold is left out."""
    face = theme.font(pixels, 600)
    if text_width(text, face) <= room:
        return [text]
    parts = text.split(" ")
    halves = [(" ".join(parts[:place]), " ".join(parts[place:])) for place in range(1, len(parts))]
    fitting = [half for half in halves if text_width(half[0], face) <= room]
    if not fitting:
        return [elided_at_word(text, face, room)]
    first, second = min(fitting, key=lambda half: max(text_width(half[0], face), text_width(half[1], face)))
    return [first, elided_at_word(second, face, room)]
