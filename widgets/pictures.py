"""Takes pictures out of shared memory into images that a widget may paint at any later moment.

Rule: an image is copied and then checked, so that a picture torn by its writer is never shown; pictures are painted
pixel for pixel whenever they have the size that was asked for.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from widgets.sources import PictureSource


class PictureFeed:
    """The newest picture of one key, as an image of its own."""

    def __init__(self, source: PictureSource, key: str) -> None:
        self._source = source
        self.key = key
        self._sequence = 0
        self.image: QImage | None = None

    def refresh(self) -> bool:
        """Takes a newer picture when there is one; tells whether there was."""
        picture = self._source.latest(self.key, self._sequence)
        if picture is None:
            return False
        shared = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        image = shared.copy()
        if not picture.still_valid():
            return False
        self._sequence = picture.sequence
        self.image = image
        return True

    def forget(self) -> None:
        """Drops the image: what it showed is no longer wanted."""
        self.image = None


def covering_size(width: float, height: float, pixel_ratio: float) -> QSize:
    """Returns the smallest 16:9 picture, in physical pixels of even size, that covers an area."""
    wide = max(width, height * 16 / 9) * pixel_ratio
    even_width = max(2, 2 * round(wide / 2 + 0.49))
    even_height = max(2, 2 * round(even_width * 9 / 32))
    while even_height < height * pixel_ratio:
        even_height += 2
    return QSize(even_width, even_height)


def paint_covering(painter: QPainter, area: QRectF, image: QImage, pixel_ratio: float) -> None:
    """Paints an image over an area, its middle in the middle: one to one when it was made for it, else scaled."""
    wanted_width, wanted_height = area.width() * pixel_ratio, area.height() * pixel_ratio
    part, made_for_it = _covering_part(image.width(), image.height(), wanted_width, wanted_height)
    if made_for_it:
        painter.drawImage(area, image, part)
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
