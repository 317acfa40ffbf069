"""One site as a line of the list: the same live cell as a tile, drawn lying.

Rule: as for tiles; the line is told what it shows, and shows another site when it is told so.
"""

from PySide6.QtWidgets import QWidget

from console.words import SiteId
from widgets.drawing.pictures import PictureFeed
from widgets.drawing.sources import PictureSource
from widgets.rows.row_painter import RowShape, draw_row
from widgets.tiles.overlay import Overlay
from widgets.tiles.tile import Tile
from widgets.tiles.tile_face import TileFace
from widgets.tiles.tile_painter import TileShape


class SiteRow(Tile):
    """Number, picture, name, hand, three signs, state in words and loss of one site."""

    def __init__(self, site: SiteId, pictures: PictureSource, parent: QWidget) -> None:
        super().__init__(site, pictures, parent)
        self._pictures = pictures
        self.setObjectName(f"row-{site}")

    def turn_to(self, site: SiteId) -> None:
        """Shows another site from now on: pages are turned, lines stay."""
        if site == self.site:
            return
        self.site = site
        self.feed = PictureFeed(self._pictures, f"tile/{site}")
        self.setObjectName(f"row-{site}")
        self.shown_kilobits, self.shown_ms, self.sends_pictures = None, 0, False
        self.update()

    def _made_shape(self, pixel_ratio: float) -> TileShape:
        return RowShape(self.size(), self._measures, pixel_ratio)

    def _drawn(self, face: TileFace, shape: TileShape) -> Overlay:
        assert isinstance(shape, RowShape)
        return draw_row(face, shape)
