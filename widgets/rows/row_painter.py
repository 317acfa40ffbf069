"""Draws the face of one line of the list: number, picture, name, hand, three signs, state in words, loss.

Rule: the order of the columns never changes, and no column moves from line to line. When room is short, names are
abbreviated by rule, words go before figures, and signs stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.drawing import theme
from widgets.drawing.icons import draw_icon
from widgets.drawing.painting import CENTRE, LEFT, RIGHT, badge_height, badge_width, draw_badge, draw_text, text_width
from widgets.drawing.short_names import shortened
from widgets.drawing.theme import Measures
from widgets.tiles.overlay import Overlay, draw_overlay_of, edges_of
from widgets.tiles.tile_face import Mark, Tally, TileFace, Tone
from widgets.tiles.tile_painter import HOLLOW, SIGN_INKS, TileShape, badge_of

ROW_GAP = 2
LOSS_FROM = 370
MOST_BESIDE_NAME = 0.45
"""Share of a name's room that a hand may take before it drops a sign."""
STATE_INKS = {
    Tone.QUIET: theme.DIM,
    Tone.PLAIN: theme.DIM,
    Tone.WAITING: theme.TEXT,
    Tone.WARNING: theme.WARNING,
    Tone.ERROR: theme.ERROR,
    Tone.LIVE: theme.LIVE_MARK,
    Tone.NEXT: theme.NEXT_TEXT,
}
GROUNDS = {Tally.NONE: theme.PANEL, Tally.LIVE: theme.LIVE_ROW, Tally.NEXT: theme.NEXT_ROW}


def row_height(measures: Measures) -> int:
    """Returns the height of a line, the gap below it included."""
    return 32 if measures.compact else 36


@dataclass(frozen=True)
class RowShape(TileShape):
    """The sizes a line is drawn with; the picture stands inside it."""

    @cached_property
    def picture(self) -> QRect:
        """The area of the picture, after the number."""
        height = self.size.height() - 4
        return QRect(self.number_width + 3, 2, round(height * 16 / 9), height)

    @cached_property
    def dense(self) -> bool:
        """A line has no level meter."""
        return True

    @cached_property
    def number_width(self) -> int:
        return 34 if self.measures.compact else 40

    @cached_property
    def name_font_size(self) -> int:
        return 13 if self.measures.compact else 15

    @cached_property
    def text_size(self) -> int:
        return 12 if self.measures.compact else 13

    @cached_property
    def sign_side(self) -> float:
        return 13.0 if self.measures.compact else 15.0

    @cached_property
    def sign_step(self) -> float:
        return 17.0 if self.measures.compact else 21.0

    @cached_property
    def name_left(self) -> float:
        return self.picture.right() + (6.0 if self.measures.compact else 8.0)

    @cached_property
    def shows_loss(self) -> bool:
        """Whether there is room for the loss of a healthy line; a bad one stands in the state."""
        return self.size.width() >= LOSS_FROM

    @cached_property
    def loss_left(self) -> float:
        """Where the loss begins, the right edge without one."""
        wide = (42.0 if self.measures.compact else 56.0) if self.shows_loss else 6.0
        return self.size.width() - wide

    @cached_property
    def state_left(self) -> float:
        """Where the state begins: it gets two fifths of what number, picture and loss leave."""
        room = self.loss_left - self.name_left - self.sign_step * 3 - 16
        return self.loss_left - max(96.0, min(room * 0.48, 200.0))

    @cached_property
    def signs_left(self) -> float:
        return self.state_left - self.sign_step * 3 - (6.0 if self.measures.compact else 14.0)


def draw_row(face: TileFace, shape: RowShape) -> Overlay:
    """Draws everything of a line that is not its picture."""

    def draw(painter: QPainter) -> list[QRect]:
        whole, picture = QRect(0, 0, shape.size.width(), shape.size.height()), shape.picture
        ground = theme.PANEL if face.stale else GROUNDS[face.tally]
        painter.fillRect(whole, ground)
        if face.notice is None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(picture, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        else:
            _draw_no_picture(painter, face, shape)
        _draw_number(painter, face, shape)
        _draw_name(painter, face, shape)
        _draw_signs(painter, face, shape)
        _draw_states(painter, face, shape)
        box = QRectF(shape.loss_left, 0, shape.size.width() - shape.loss_left - 8, shape.size.height())
        ink = theme.FAINT if face.faint or face.loss == "—" else theme.TEXT_SECOND
        if shape.shows_loss:
            draw_text(painter, box, face.loss, theme.font(shape.text_size), ink, RIGHT)
        if face.selected:
            _draw_ring(painter, QRectF(whole))
        if face.notice is not None:
            return [whole]
        left = QRect(0, 0, picture.left(), whole.height())
        right = QRect(picture.right() + 1, 0, whole.width() - picture.right() - 1, whole.height())
        return [left, right, *edges_of(whole, 4 if face.selected else 2)]

    return draw_overlay_of(shape.size, shape.pixel_ratio, draw)


def _draw_ring(painter: QPainter, whole: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, colour in ((1, theme.TEXT), (3, theme.SELECT)):
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), 3, 3)


def _draw_number(painter: QPainter, face: TileFace, shape: RowShape) -> None:
    box = QRectF(0, 0, shape.number_width, shape.size.height())
    ground, ink = theme.RAISED, theme.FAINT if face.faint else theme.TEXT_SECOND
    if face.tally is not Tally.NONE and not face.stale:
        live = face.tally is Tally.LIVE
        ground, ink = (theme.LIVE, theme.ON_LIVE) if live else (theme.NEXT, theme.ON_NEXT)
    painter.fillRect(box, ground)
    draw_text(painter, box, face.number, theme.font(shape.name_font_size, 600), ink, CENTRE)


def _draw_no_picture(painter: QPainter, face: TileFace, shape: RowShape) -> None:
    picture = QRectF(shape.picture)
    painter.fillRect(picture, theme.PICTURE_EMPTY)
    if face.notice is not None and face.notice.icon is not None:
        icon = HOLLOW.get(face.notice.icon, face.notice.icon) if face.outlined else face.notice.icon
        ink = theme.ERROR if face.notice.tone is Tone.ERROR else theme.DIM
        draw_icon(painter, icon, QRectF(picture.center().x() - 6, picture.center().y() - 6, 12, 12), ink)


def _draw_name(painter: QPainter, face: TileFace, shape: RowShape) -> None:
    right = shape.signs_left - 6
    hand = (face.top,) if face.top is not None and face.top.tone is Tone.REQUEST else ()
    top = (shape.size.height() - badge_height(shape.text_size)) / 2
    for mark in (*hand, *face.own):
        badge = badge_of(mark, shape.text_size, (right - shape.name_left) * MOST_BESIDE_NAME)
        right -= badge_width(badge, shape.text_size)
        draw_badge(painter, QPointF(right, top), badge, shape.text_size)
        right -= 5
    room = right - shape.name_left
    face_font = theme.font(shape.name_font_size, 600)
    name = shortened(face.name, lambda text: text_width(text, face_font) <= room)
    box = QRectF(shape.name_left, 0, room, shape.size.height())
    draw_text(painter, box, name, face_font, theme.FAINT if face.faint else theme.TEXT, LEFT)


def _draw_signs(painter: QPainter, face: TileFace, shape: RowShape) -> None:
    live = face.tally is Tally.LIVE and not face.stale
    side, step, left = shape.sign_side, shape.sign_step, shape.signs_left
    top = (shape.size.height() - side) / 2
    ground = GROUNDS[face.tally]
    if live and face.signs:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.LIVE)
        painter.drawRoundedRect(QRectF(left - 5, top - 5, step * 2 + side + 10, side + 10), 4, 4)
        ground = theme.LIVE
    for index, sign in enumerate(face.signs):
        box = QRectF(left + index * step, top, side, side)
        draw_icon(painter, sign.icon, box, SIGN_INKS.get(sign.tone, theme.DIM), ground)


# ---------------------------------------------------------------- the state in words


def _draw_states(painter: QPainter, face: TileFace, shape: RowShape) -> None:
    room = shape.loss_left - shape.state_left - 4
    x, side = shape.state_left, shape.text_size * 1.0
    for mark, text in zip(face.states, _fitting(face.states, shape.text_size, room), strict=True):
        ink = _state_ink(mark, face)
        for icon in mark.icons:
            sign = HOLLOW.get(icon, icon) if face.outlined else icon
            draw_icon(painter, sign, QRectF(x, (shape.size.height() - side) / 2, side, side), ink)
            x += side + 5
        box = QRectF(x, 0, room, shape.size.height())
        x += draw_text(painter, box, text, theme.font(shape.text_size, _weight(mark)), ink) + 10


def _state_ink(mark: Mark, face: TileFace) -> QColor:
    if face.stale:
        return theme.DIM
    if mark.tone is Tone.QUIET or (mark.tone is Tone.PLAIN and not mark.icons):
        return theme.FAINT
    return STATE_INKS.get(mark.tone, theme.TEXT)


def _weight(mark: Mark) -> int:
    return 400 if mark.tone in {Tone.PLAIN, Tone.QUIET} else 600


def _fitting(marks: Sequence[Mark], pixels: int, room: float) -> list[str]:
    """Returns the longest wordings that fit side by side; what is not first gives way first, down to its sign."""
    signs = sum(len(mark.icons) * (pixels + 5) for mark in marks) + 10 * max(0, len(marks) - 1)
    chosen = [list(mark.wordings) for mark in marks]

    def wide() -> float:
        return signs + sum(
            text_width(words[0], theme.font(pixels, _weight(mark)))
            for words, mark in zip(chosen, marks, strict=True)
            if words
        )

    while wide() > room:
        longer = next((words for words in reversed(chosen) if len(words) > 1), None)
        if longer is None:
            break
        longer.pop(0)
    if wide() > room and len(marks) > 1:
        chosen[-1] = []
    return [words[0] if words else "" for words in chosen]
