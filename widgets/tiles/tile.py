"""One site in the grid: a single light widget that blits its picture and its prepared overlay.

Rule: no child widgets, no style sheet, nothing drawn per frame but what changed; the widget shows what it was told and
keeps no truth of its own.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.words import SiteId
from widgets.drawing import theme
from widgets.drawing.painting import draw_meter_upright
from widgets.drawing.pictures import PictureFeed
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.tiles.overlay import Overlay
from widgets.tiles.tile_face import TileFace
from widgets.tiles.tile_painter import TileShape, draw_overlay


class Tile(QWidget):
    """Picture, name, number and states of one site."""

    chosen = Signal(str)
    opened = Signal(str)
    """Double click: the site is wanted on deck."""
    menu_requested = Signal(str, object)

    def __init__(self, site: SiteId, pictures: PictureSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.site = site
        self.setObjectName(f"tile-{site}")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.feed = PictureFeed(pictures, f"tile/{site}")
        self._face = TileFace(number="", name="")
        self._measures = theme.WIDE
        self._overlay: Overlay | None = None
        self._over_picture = Overlay((), 1.0)
        """The part of the overlay that a new picture needs laid over it."""
        self._shape: TileShape | None = None
        self._level = 0.0
        self.sends_pictures = False
        """Whether pictures of this site were asked for; the grid keeps it."""
        self.shown_kilobits: int | None = None
        """The bit rate that stands on the tile; the grid keeps it."""
        self.shown_ms = 0
        """When the site's state was last looked at; the grid keeps it."""
        self.paints = 0
        """Paint events so far; a bench reads it."""

    @property
    def face(self) -> TileFace:
        """What the tile says at this moment."""
        return self._face

    @property
    def shape_now(self) -> TileShape:
        """The sizes the tile is drawn with."""
        ratio = self.devicePixelRatioF()
        if self._shape is None or self._shape.pixel_ratio != ratio:
            self._shape, self._overlay = self._made_shape(ratio), None
        return self._shape

    def set_face(self, face: TileFace, description: str) -> None:
        """Shows a face; repaints only when it differs."""
        if face != self._face:
            self._face = face
            self.setAccessibleName(f"{face.number} {face.name}")
            self._overlay = None
            self.update()
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._shape = self._overlay = None
        self.update()

    def recolour(self) -> None:
        """Draws the overlay anew in the colours of now."""
        self._overlay = None

    def refresh_picture(self) -> bool:
        """Takes a newer picture when there is one; tells whether it is the first."""
        had_picture = self.feed.image is not None
        if not self.feed.refresh():
            return False
        self.update(self.shape_now.picture)
        return not had_picture

    def set_level(self, share: float) -> None:
        """Shows a level of 0 to 1; repaints the meter's own area only, and only when it looks different."""
        if self._face.metered and round(share * 12) != round(self._level * 12):
            self._level = share
            self.update(self.shape_now.meter)

    # ------------------------------------------------------------ how it is drawn

    def _made_shape(self, pixel_ratio: float) -> TileShape:
        """Returns the sizes of this cell."""
        return TileShape(self.size(), self._measures, pixel_ratio)

    def _drawn(self, face: TileFace, shape: TileShape) -> Overlay:
        """Returns what lies over the picture."""
        return draw_overlay(face, shape)

    # ------------------------------------------------------------ Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Blits the picture, then what lies over it."""
        self.paints += 1
        shape, face = self.shape_now, self._face
        if self._overlay is None:
            self._overlay = self._drawn(face, shape)
            self._over_picture = self._overlay.touching(shape.picture)
        with QPainter(self) as painter:
            if face.notice is None:
                self._paint_picture(painter, shape)
            (self._over_picture if shape.picture.contains(event.rect()) else self._overlay).paint(painter)
            if face.metered and face.notice is None and not shape.dense:
                draw_meter_upright(painter, shape.meter_area, self._level)
            if face.stale:
                painter.fillRect(self.rect(), theme.OLD_SHADE)
            if face.filtered_out:
                painter.fillRect(self.rect(), theme.FILTERED_SHADE)

    def _paint_picture(self, painter: QPainter, shape: TileShape) -> None:
        if self.feed.image is None:
            painter.fillRect(shape.picture, theme.PICTURE_EMPTY)
            return
        self.feed.paint(painter, shape.picture_area, shape.pixel_ratio)
        if self._face.shaded:
            painter.fillRect(shape.picture, theme.OLD_SHADE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws the overlay anew in the new size."""
        self._shape = self._overlay = None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the site."""
        self.chosen.emit(self.site)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Wants the site on deck (which arms, and opens nothing)."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.site)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the site's menu."""
        self.menu_requested.emit(self.site, event.globalPos())
