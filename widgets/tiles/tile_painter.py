"""Draws the face of a tile: name plate, signs, badges and frame, once per change, into a pixmap over the picture.

Rule: nothing here is drawn per frame; the areas that hold something are named, so that painting a picture costs one
blit and a few small ones. When room is short, words go before figures and figures before signs; a sign never goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.drawing import theme
from widgets.drawing.fit_grid import DENSE_BELOW, TINY_BELOW, plate_height
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    CENTRE,
    LEFT,
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    fitted,
    outside_of_corners,
    text_width,
)
from widgets.drawing.short_names import shortened
from widgets.drawing.theme import Measures
from widgets.tiles.overlay import Overlay, draw_overlay_of
from widgets.tiles.tile_face import Mark, Notice, Sign, Tally, TileFace, Tone

SIGNS_ON_PLATE_FROM = 180
"""Tiles narrower than this carry the three signs on the picture."""
FRAME = {Tally.NONE: 0, Tally.NEXT: 3, Tally.LIVE: 4}
SELECTION = 4
"""Pixels of the selection, white and blue."""
LINE_BOX = 1.25
"""Height of a line of text, of its size: stacked accents and feet stay within."""
RADIUS = 5.0

INKS: dict[Tone, tuple[QColor, QColor]] = {
    Tone.QUIET: (theme.SHADE, theme.DIM),
    Tone.PLAIN: (theme.SHADE, theme.TEXT),
    Tone.REQUEST: (theme.PRIMARY, theme.ON_PRIMARY),
    Tone.WARNING: (theme.WARNING, theme.ON_WARNING),
    Tone.ERROR: (theme.ERROR, theme.ON_ERROR),
    Tone.LIVE: (theme.LIVE, theme.ON_LIVE),
    Tone.WAITING: (theme.RAISED, theme.TEXT),
    Tone.NEXT: (theme.NEXT, theme.ON_NEXT),
}
"""Ground and ink of a badge."""

HOLLOW = {Icon.SQUARE: Icon.SQUARE_OPEN, Icon.TRIANGLE: Icon.TRIANGLE_OPEN}
"""Signs as they stand in the outlined half of a flash."""

SIGN_INKS = {Tone.QUIET: theme.DIM, Tone.WARNING: theme.WARNING, Tone.LIVE: theme.ON_LIVE}


@dataclass(frozen=True)
class TileShape:
    """The sizes a tile is drawn with."""

    size: QSize
    measures: Measures
    pixel_ratio: float

    @cached_property
    def picture(self) -> QRect:
        """The area of the picture, above the plate."""
        return QRect(0, 0, self.size.width(), self.size.height() - self.plate_height)

    @cached_property
    def picture_area(self) -> QRectF:
        """The same area, as painters take it."""
        return QRectF(self.picture)

    @cached_property
    def plate_height(self) -> int:
        return plate_height(self.size.width(), self.measures.plate_height)

    @cached_property
    def tiny(self) -> bool:
        return self.size.width() < TINY_BELOW

    @cached_property
    def dense(self) -> bool:
        return self.size.width() < DENSE_BELOW

    @cached_property
    def signs_on_plate(self) -> bool:
        return self.size.width() >= SIGNS_ON_PLATE_FROM

    @cached_property
    def name_size(self) -> int:
        return self.measures.tile_name_size if self.signs_on_plate else 11 if self.tiny else 12

    @cached_property
    def badge_size(self) -> int:
        return 11 if self.dense else self.measures.badge_size

    @cached_property
    def meter(self) -> QRect:
        """The level meter's area at the right edge of the picture."""
        picture = self.picture
        top = 8 if self.signs_on_plate else 30
        return QRect(picture.width() - 18, top, 12, max(12, picture.height() - top - 6))

    @cached_property
    def meter_area(self) -> QRectF:
        """The same area, as painters take it."""
        return QRectF(self.meter)


def draw_overlay(face: TileFace, shape: TileShape) -> Overlay:
    """Draws everything of a face that lies over the picture."""

    def draw(painter: QPainter) -> list[QRect]:
        picture = shape.picture
        lift = _plate_lift(face, shape)
        areas = [QRect(0, picture.bottom() + 1 - lift, shape.size.width(), shape.plate_height + lift)]
        _draw_plate(painter, face, shape)
        if face.notice is not None:
            _draw_notice(painter, _in_this_half(face.notice, face), shape)
            areas.append(picture)
        areas += [area.adjusted(-1, -1, 1, 1) for area in _draw_marks(painter, face, shape)]
        return areas + _draw_frame(painter, face, shape)

    return draw_overlay_of(shape.size, shape.pixel_ratio, draw)


# ---------------------------------------------------------------- the plate


def _frame_depth(face: TileFace) -> int:
    """Returns how far the frames reach into the tile, in pixels."""
    return (SELECTION if face.selected else 0) + FRAME[face.tally]


def _plate_lift(face: TileFace, shape: TileShape) -> int:
    """Returns by what the plate is higher than usual, so that no frame cuts the feet of its letters."""
    spare = (shape.plate_height - shape.name_size * LINE_BOX) / 2
    return max(0, _frame_depth(face) - int(spare))


def _draw_plate(painter: QPainter, face: TileFace, shape: TileShape) -> None:
    lift = _plate_lift(face, shape)
    top, height = shape.picture.bottom() + 1 - lift, shape.plate_height
    painter.fillRect(QRectF(0, top, shape.size.width(), height + lift), theme.PLATE)
    plate = QRectF(0, top, shape.size.width(), height)
    name_font = theme.font(shape.name_size, 600)
    number_width = max(20.0 if shape.tiny else 22.0 if shape.dense else 28.0, text_width(face.number, name_font) + 8)
    number_box = QRectF(0, top, number_width, height)
    ground, ink = _number_colours(face)
    painter.fillRect(number_box.adjusted(0, 0, 0, lift), ground)
    draw_text(painter, number_box, face.number, name_font, ink, CENTRE)
    signs_width = _draw_signs_on_plate(painter, face, plate) if shape.signs_on_plate and face.signs else 0.0
    lead = 4 if shape.dense else 7
    room = plate.width() - number_width - signs_width - lead - max(3, _frame_depth(face) + 1)
    name = shortened(face.name, lambda text: text_width(text, name_font) <= room)
    box = QRectF(number_width + lead, top, room, height)
    draw_text(painter, box, name, name_font, theme.FAINT if face.faint else theme.TEXT, LEFT)


def _number_colours(face: TileFace) -> tuple[QColor, QColor]:
    if face.stale or face.tally is Tally.NONE:
        return theme.RAISED, theme.FAINT if face.faint else theme.TEXT_SECOND
    return (theme.LIVE, theme.ON_LIVE) if face.tally is Tally.LIVE else (theme.NEXT, theme.ON_NEXT)


def _draw_signs_on_plate(painter: QPainter, face: TileFace, plate: QRectF) -> float:
    side, step = 15.0, 19.5
    width = step * len(face.signs) + 6
    box = QRectF(plate.right() - width, plate.y(), width, plate.height())
    ground = _signs_ground(face)
    if ground is not None:
        painter.fillRect(box, ground)
    corner = QPointF(box.x() + 5, box.center().y() - side / 2)
    _draw_sign_row(painter, face.signs, corner, side, step, ground or theme.PLATE)
    return width


def _signs_ground(face: TileFace) -> QColor | None:
    return theme.LIVE if face.tally is Tally.LIVE and not face.stale else None


def _draw_sign_row(
    painter: QPainter, signs: tuple[Sign, ...], corner: QPointF, side: float, step: float, ground: QColor
) -> None:
    for index, sign in enumerate(signs):
        box = QRectF(corner.x() + index * step, corner.y(), side, side)
        draw_icon(painter, sign.icon, box, SIGN_INKS.get(sign.tone, theme.DIM), ground)


# ---------------------------------------------------------------- the picture


def _in_this_half(notice: Notice, face: TileFace) -> Notice:
    """Returns a notice as it stands in this half of the flash."""
    if not face.outlined or notice.icon not in HOLLOW:
        return notice
    return replace(notice, icon=HOLLOW[notice.icon], tone=Tone.PLAIN)


def _draw_notice(painter: QPainter, notice: Notice, shape: TileShape) -> None:
    picture = QRectF(shape.picture)
    painter.fillRect(picture, theme.PICTURE_EMPTY)
    ink = {Tone.ERROR: theme.ERROR, Tone.PLAIN: theme.TEXT_SECOND}.get(notice.tone, theme.DIM)
    face = theme.font(15 if shape.signs_on_plate else 13, 500 if notice.tone is Tone.QUIET else 700)
    sign = 14.0 if notice.icon is not None else 0.0
    width = text_width(notice.text, face) + (sign + 8 if sign else 0)
    if shape.dense or width > picture.width() - 8:
        _draw_short_notice(painter, notice, picture, ink)
        return
    middle = picture.center().y() - (10 if notice.second else 0)
    x = picture.center().x() - width / 2
    if notice.icon is not None:
        draw_icon(painter, notice.icon, QRectF(x, middle - sign / 2, sign, sign), ink)
        x += sign + 8
    draw_text(painter, QRectF(x, middle - 12, width, 24), notice.text, face, ink, LEFT)
    second = theme.font(13 if shape.signs_on_plate else 12)
    draw_text(painter, QRectF(0, middle + 13, picture.width(), 20), notice.second, second, theme.DIM, CENTRE)


def _draw_short_notice(painter: QPainter, notice: Notice, picture: QRectF, ink: QColor) -> None:
    side = 12.0
    top = picture.center().y() - 14
    if notice.icon is not None:
        draw_icon(painter, notice.icon, QRectF(picture.center().x() - side / 2, top, side, side), ink)
    draw_text(painter, QRectF(0, top + 14, picture.width(), 18), notice.short, theme.font(12, 600), ink, CENTRE)


def _draw_marks(painter: QPainter, face: TileFace, shape: TileShape) -> list[QRect]:
    areas: list[QRect] = []
    inset = FRAME[face.tally] + (4 if face.selected else 0)
    edge = (2.0 if shape.tiny else 4.0) + inset
    left, right = edge, shape.picture.width() - edge
    x, room_above = left, right
    if not shape.signs_on_plate and face.signs and face.notice is None:
        box = _draw_signs_on_picture(painter, face, shape, right, 3.0 + inset)
        areas.append(box.toAlignedRect())
        room_above = box.left() - 3
    if face.top is not None:
        badge = badge_of(face.top, shape.badge_size, room_above - left, stale=face.stale)
        areas.append(draw_badge(painter, QPointF(left, 3.0 + inset), badge, shape.badge_size).toAlignedRect())
        x = areas[-1].right() + 5.0
        room_above -= areas[-1].width() + 4
    if face.notice is not None:
        return areas
    for area in _draw_own_marks(painter, face, shape, QPointF(x, 3.0 + inset), room_above - left):
        areas.append(area)
        room_above -= area.width() + 4
    above = _draw_rehearsal(painter, face, shape, QPointF(right, 3.0 + inset), room_above - left)
    areas += above
    if face.strip and not shape.dense:
        return [*areas, _draw_strip(painter, face, shape)]
    low = face if face.low is not None or above else replace(face, low=face.rehearsal)
    return [*areas, *_draw_low_marks(painter, low, shape, left, right)]


def _draw_own_marks(
    painter: QPainter, face: TileFace, shape: TileShape, corner: QPointF, room: float
) -> Iterator[QRect]:  # fmt: skip
    """Draws what the operator has done for himself, beside the place in the meeting; only the last is left out."""
    x = corner.x()
    for mark in face.own:
        badge = badge_of(mark, shape.badge_size, room)
        if mark.icons or badge_width(badge, shape.badge_size) <= room:
            box = draw_badge(painter, QPointF(x, corner.y()), badge, shape.badge_size).toAlignedRect()
            x, room = box.right() + 5.0, room - box.width() - 4
            yield box


def _draw_rehearsal(
    painter: QPainter, face: TileFace, shape: TileShape, corner: QPointF, room: float
) -> list[QRect]:  # fmt: skip
    """Draws the badge of an unsigned check at the top right where there is room for its words; names its area."""
    if face.rehearsal is None or not shape.signs_on_plate or face.metered:
        return []
    badge = badge_of(face.rehearsal, shape.badge_size, room)
    width = badge_width(badge, shape.badge_size)
    if not badge.text or width > room:
        return []
    return [draw_badge(painter, QPointF(corner.x() - width, corner.y()), badge, shape.badge_size).toAlignedRect()]


def _draw_signs_on_picture(painter: QPainter, face: TileFace, shape: TileShape, right: float, top: float) -> QRectF:
    side, gap = (9.0, 2.0) if shape.tiny else (11.0, 3.0) if shape.dense else (13.0, 4.0)
    width = (side + gap) * 3 + gap
    box = QRectF(right - width, top, width, side + 7)
    ground = _signs_ground(face) or theme.SHADE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    rim = ground if ground is theme.LIVE else theme.PICTURE_EMPTY
    _draw_sign_row(painter, face.signs, QPointF(box.x() + gap, box.y() + 3.5), side, side + gap, rim)
    return box


def badge_of(mark: Mark, pixels: int, room: float, *, stale: bool = False, outlined: bool = False) -> Badge:
    """Returns the badge of a mark with the longest wording that is not wider than `room`; its sign always stays."""
    position = mark.tone in {Tone.LIVE, Tone.NEXT, Tone.WAITING}
    ground, ink = INKS[Tone.WAITING] if stale and position else INKS[mark.tone]
    weight = 700 if position else 500 if mark.tone is Tone.PLAIN else 600
    edge, icons = None, mark.icons
    if outlined and mark.tone in {Tone.WARNING, Tone.ERROR}:
        edge, ground, ink = ground, theme.PICTURE_EMPTY, ground
        icons = tuple(HOLLOW.get(icon, icon) for icon in icons)
    made = [Badge(text, ground, ink, icons, weight, edge) for text in mark.wordings]
    made.append(Badge(mark.wordings[-1], ground, ink, () if position else icons[:1], weight, edge))
    if icons and mark.tone is not Tone.REQUEST:
        made.append(Badge("", ground, ink, icons[:1], weight, edge))
    return next((badge for badge in made if badge_width(badge, pixels) <= room), made[-1])


def _draw_low_marks(painter: QPainter, face: TileFace, shape: TileShape, left: float, right: float) -> list[QRect]:
    areas: list[QRect] = []
    end = float(shape.meter.left() - 2) if face.metered and not shape.dense else right
    inset = FRAME[face.tally] if shape.dense else 0
    y = shape.picture.height() - badge_height(shape.badge_size) - 3 - inset
    marks = [face.low] if face.low is not None else []
    if face.bit_rate is not None and shape.signs_on_plate:
        marks.append(face.bit_rate)
    x = left
    for mark in marks:
        badge = badge_of(mark, shape.badge_size, end - x, outlined=face.outlined)
        if mark is face.low or badge_width(badge, shape.badge_size) <= end - x:
            box = draw_badge(painter, QPointF(x, y), badge, shape.badge_size)
            areas.append(box.toAlignedRect())
            x = box.right() + 4
    return areas


def _draw_strip(painter: QPainter, face: TileFace, shape: TileShape) -> QRect:
    height = 37 if shape.signs_on_plate else 34
    width = shape.picture.width()
    top = shape.picture.height() - height
    small, large = (12, 13) if shape.signs_on_plate else (11, 12)
    label, value = theme.font(small, 500), theme.font(large, 700)
    painter.fillRect(QRectF(0, top, width, height), theme.STRIP)
    painter.fillRect(QRectF(0, top, width, 2), theme.WARNING)
    for index, cell in enumerate(face.strip):
        box = QRectF(index * width / 3, top, width / 3, height)
        filled = cell.odd and not face.outlined
        ink, dim = (theme.ON_WARNING, theme.ON_WARNING) if filled else (theme.TEXT, theme.TEXT_SECOND)
        if cell.odd and not filled:
            ink = dim = theme.WARNING
        if filled:
            painter.fillRect(box.adjusted(0.5, 0, -0.5, 0), theme.WARNING)
        text = fitted([cell.label, cell.label.replace(" s", "s"), cell.brief], label, box.width() - 2)
        draw_text(painter, QRectF(box.x(), box.y() + 2, box.width(), height / 2 - 1), text, label, dim, CENTRE)
        draw_text(
            painter, QRectF(box.x(), box.center().y(), box.width(), height / 2 - 1), cell.value, value, ink, CENTRE
        )
    return QRect(0, top, width, height)


# ---------------------------------------------------------------- the frame


def _draw_frame(painter: QPainter, face: TileFace, shape: TileShape) -> list[QRect]:
    width, height = shape.size.width(), shape.size.height()
    whole = QRectF(0, 0, width, height)
    edge = 0
    if face.selected:
        _ring(painter, whole, theme.TEXT, 2)
        _ring(painter, whole.adjusted(2, 2, -2, -2), theme.SELECT, 2)
        edge = SELECTION
    colour = {Tally.LIVE: theme.LIVE, Tally.NEXT: theme.NEXT}.get(face.tally)
    if colour is not None:
        _ring(
            painter, whole.adjusted(edge, edge, -edge, -edge), theme.FAINT if face.stale else colour, FRAME[face.tally]
        )
        edge += FRAME[face.tally]
    painter.fillPath(outside_of_corners(width, height, RADIUS), theme.BACKGROUND)
    depth = max(edge, int(RADIUS) + 1)
    if edge == 0:
        return [QRect(x, y, depth, depth) for x in (0, width - depth) for y in (0, height - depth)]
    return [
        QRect(0, 0, width, depth),
        QRect(0, height - depth, width, depth),
        QRect(0, depth, edge + 1, height - 2 * depth),
        QRect(width - edge - 1, depth, edge + 1, height - 2 * depth),
    ]


def _ring(painter: QPainter, box: QRectF, colour: QColor, thickness: float) -> None:
    half = thickness / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, thickness))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS - 1, RADIUS - 1)
