"""Shows pictures out of shared memory, without a copy, at any later moment.

Rule: a picture is painted where it lies and then checked; one that its writer has begun to overwrite meanwhile is
painted anew before anything reaches the screen, so that a torn picture is never seen. Pictures are painted pixel for
pixel whenever they have the size that was asked for.
"""

from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from widgets.drawing.sources import Picture, PictureSource

MOST_TRIES = 3
"""A writer that overtakes a painting twice has stopped this process, not its pictures."""


class PictureFeed:
    """The newest picture of one key, as an image over the memory in which it lies."""

    def __init__(self, source: PictureSource, key: str) -> None:
        self._source = source
        self.key = key
        self._sequence = 0
        self._picture: Picture | None = None
        self.image: QImage | None = None

    def refresh(self) -> bool:
        """Takes a newer picture when there is one; tells whether there was."""
        picture = self._source.latest(self.key, self._sequence)
        if picture is None:
            return False
        self._picture, self._sequence = picture, picture.sequence
        self.image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        return True

    def forget(self) -> None:
        """Drops the picture: what it showed is no longer wanted."""
        self._picture = self.image = None

    def paint(self, painter: QPainter, area: QRectF, pixel_ratio: float) -> None:
        """Paints the picture over an area, a newer one where this one is being overwritten; nothing without one."""
        for _ in range(MOST_TRIES):
            if self._picture is None or self.image is None:
                return
            paint_covering(painter, area, self.image, pixel_ratio)
            if self._picture.still_valid():
                return
            self.refresh()


def covering_size(width: float, height: float, pixel_ratio: float) -> QSize:
    """Returns the smallest 16:9 picture, in physical pixels of even size, that covers an area."""
    wide = max(width, height * 16 / 9) * pixel_ratio
    even_width = max(2, 2 * round(wide / 2 + 0.49))
    even_height = max(2, 2 * round(even_width * 9 / 32))
    while even_height < height * pixel_ratio:
        even_height += 2
    return QSize(even_width, even_height)


@contextmanager
def in_physical_pixels(painter: QPainter, pixel_ratio: float) -> Generator[None]:
    """Lets the painter count the screen's own pixels: Qt copies what it need not scale twice as fast."""
    if pixel_ratio == 1.0:
        yield
        return
    painter.save()
    painter.scale(1 / pixel_ratio, 1 / pixel_ratio)
    yield
    painter.restore()


def paint_covering(painter: QPainter, area: QRectF, image: QImage, pixel_ratio: float) -> None:
    """Paints an image over an area, its middle in the middle: one to one when it was made for it, else scaled."""
    wanted_width, wanted_height = area.width() * pixel_ratio, area.height() * pixel_ratio
    part, made_for_it = _covering_part(image.width(), image.height(), wanted_width, wanted_height)
    if made_for_it:
        with in_physical_pixels(painter, pixel_ratio):
            painter.drawImage(QPointF(area.x() * pixel_ratio, area.y() * pixel_ratio), image, part)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image, part)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)


@lru_cache(maxsize=512)
def _covering_part(width: int, height: int, wanted_width: float, wanted_height: float) -> tuple[QRectF, bool]:
    """Returns the part of an image that covers an area, and whether its pixels are the area's pixels."""
    if wanted_width <= width <= wanted_width * 1.08 + 2 and wanted_height <= height <= wanted_height * 1.08 + 2:
        left, top = int((width - wanted_width) / 2), int((height - wanted_height) / 2)
        return QRectF(left, top, wanted_width, wanted_height), True
    scale = max(wanted_width / width, wanted_height / height)
    part_width, part_height = wanted_width / scale, wanted_height / scale
    return QRectF((width - part_width) / 2, (height - part_height) / 2, part_width, part_height), False
