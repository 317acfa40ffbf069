"""What is drawn once and laid over a moving picture many times.

Rule: only the areas that hold something are kept, each as a small pixmap of its own, so that a new picture costs a few
small blits and never a blend over all of it. Pieces lie on whole physical pixels at every screen scale.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from widgets.drawing.pictures import in_physical_pixels

WORTH_UNITING = 1.25
"""Two areas that overlap become one where that holds little more than both."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of an overlay: its area in logical pixels, and where its pixmap begins in physical ones."""

    area: QRect
    corner: QPoint
    pixmap: QPixmap


@dataclass(frozen=True, slots=True)
class Overlay:
    """Pieces in the order in which they were named."""

    pieces: tuple[Piece, ...]
    pixel_ratio: float
    """The screen's scale for which it was drawn."""

    def touching(self, area: QRect) -> "Overlay":
        """Returns the part of it that lies over an area."""
        return Overlay(tuple(piece for piece in self.pieces if piece.area.intersects(area)), self.pixel_ratio)

    def paint(self, painter: QPainter) -> None:
        """Lays every piece over what was painted."""
        with in_physical_pixels(painter, self.pixel_ratio):
            for piece in self.pieces:
                painter.drawPixmap(piece.corner, piece.pixmap)


def draw_overlay_of(size: QSize, pixel_ratio: float, draw: Callable[[QPainter], Iterable[QRect]]) -> Overlay:
    """Draws an overlay of a widget's size; `draw` paints on a transparent ground and names the areas that it used."""
    whole = QPixmap(size * pixel_ratio)
    whole.setDevicePixelRatio(pixel_ratio)
    whole.fill(Qt.GlobalColor.transparent)
    with QPainter(whole) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        areas = apart(draw(painter))
    cut = (_physical(area, pixel_ratio).intersected(whole.rect()) for area in areas)
    whole.setDevicePixelRatio(1.0)
    pieces = (
        Piece(area, part.topLeft(), whole.copy(part))
        for area, part in zip(areas, cut, strict=True)
        if not part.isEmpty()
    )
    return Overlay(tuple(pieces), pixel_ratio)


def edges_of(box: QRect, depth: int) -> list[QRect]:
    """Returns the four strips along the edges of a box."""
    width, height = box.width(), box.height()
    return [
        QRect(box.x(), box.y(), width, depth),
        QRect(box.x(), box.bottom() + 1 - depth, width, depth),
        QRect(box.x(), box.y() + depth, depth, height - 2 * depth),
        QRect(box.right() + 1 - depth, box.y() + depth, depth, height - 2 * depth),
    ]


def apart(areas: Iterable[QRect]) -> list[QRect]:
    """Returns the same ground in areas that do not overlap: what is half transparent must not be laid on twice."""
    united: list[QRect] = []
    for area in areas:
        whole = area
        while (other := next((one for one in united if _worth_uniting(one, whole)), None)) is not None:
            united.remove(other)
            whole = whole.united(other)
        united.append(whole)
    found: list[QRect] = []
    taken = QRegion()
    for area in united:
        left = cast("Iterable[QRect]", QRegion(area).subtracted(taken))  # it yields rectangles, its stub says nothing
        found.extend(left)
        taken = taken.united(area)
    return found


def _worth_uniting(one: QRect, other: QRect) -> bool:
    whole = one.united(other)
    ground = one.width() * one.height() + other.width() * other.height()
    return one.intersects(other) and whole.width() * whole.height() <= WORTH_UNITING * ground


def _physical(area: QRect, ratio: float) -> QRect:
    left, top = math.floor(area.x() * ratio), math.floor(area.y() * ratio)
    right, bottom = math.ceil((area.x() + area.width()) * ratio), math.ceil((area.y() + area.height()) * ratio)
    return QRect(left, top, right - left, bottom - top)
