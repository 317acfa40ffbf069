"""What the camera sees at this moment, and on it the pad that turns it: the farther from the middle, the faster.

Rule: a hold that ends in any way stops the camera: released, taken away by the system, hidden, or switched off.
"""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.words import SiteId
from widgets.cameras.camera_drive import STILL, CameraDrive, Speeds
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.drawing.painting import Badge, badge_width, draw_badge, veil
from widgets.drawing.pictures import PictureFeed, covering_size
from widgets.drawing.sources import PictureSource
from widgets.phrases.console import camera_panel_words as words

DEAD_SHARE = 0.14
"""Of the way to the edge: so near to the middle nothing moves."""
LEVEL_SHARE = 0.08
"""So near to an axis the camera turns along it only."""
TICKS_TO_OLD = 30
"""Ticks of 33 ms without a new picture after which it is no longer the present."""
WHEEL_ZOOM = 40
BADGE_PIXELS = 12


def speeds_at(x: float, y: float) -> Speeds:
    """Returns the speeds for a place on the pad, -1 to 1 from its middle each way; gentle near it, level beside it."""
    x, y = (0.0 if abs(way) < LEVEL_SHARE else way for way in (x, y))
    reach = max(abs(x), abs(y))
    if reach < DEAD_SHARE:
        return STILL
    share = (min(1.0, reach) - DEAD_SHARE) / (1 - DEAD_SHARE)
    factor = max(0.04, share**1.6) * 100 / reach
    return Speeds(pan=_clamped(x * factor), tilt=_clamped(-y * factor))


def _clamped(value: float) -> int:
    return max(-100, min(100, round(value)))


class CameraPad(QWidget):
    """The live picture of the camera's site, to be pulled at."""

    pressed = Signal()

    def __init__(self, pictures: PictureSource, drive: CameraDrive, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("camera-pad")
        self.setAccessibleName(words.pad())
        self.setToolTip(words.pad())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._pictures, self._drive = pictures, drive
        self._feed: PictureFeed | None = None
        self._ticks_without = 0
        self._hand: QPointF | None = None
        drive.changed.connect(self._follow_drive)

    # ------------------------------------------------------------ the picture

    def show_site(self, site: SiteId | None) -> None:
        """Shows the picture of a site; another site's is never left standing."""
        self.show_picture(None if site is None else f"tile/{site}")

    def show_picture(self, key: str | None) -> None:
        """Shows the picture of a key; None: there is none."""
        if key is None:
            self._feed = None
        elif self._feed is None or self._feed.key != key:
            self._feed = PictureFeed(self._pictures, key)
            self._ticks_without = TICKS_TO_OLD
        self.update()

    def wanted_size(self) -> QSize:
        """Returns the picture size for the pad in physical pixels."""
        return covering_size(self.width(), self.height(), self.devicePixelRatioF())

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one; called by the window's tick while the panel is open."""
        if self._feed is None:
            return
        fresh = self._feed.refresh()
        self._ticks_without = 0 if fresh else self._ticks_without + 1
        if fresh or self._ticks_without == TICKS_TO_OLD:
            self.update()

    def picture_now(self) -> QImage | None:
        """Returns a copy of what the camera shows, None when that is not known or no longer the present."""
        feed = self._feed
        return feed.image.copy() if feed is not None and feed.image is not None and not self._old else None

    @property
    def _old(self) -> bool:
        return self._ticks_without >= TICKS_TO_OLD

    # ------------------------------------------------------------ the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the camera."""
        self.pressed.emit()
        if event.button() is Qt.MouseButton.LeftButton:
            self._pull(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turns it faster or slower."""
        if self._hand is not None:
            self._pull(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets go."""
        self._let_go()

    def event(self, event: QEvent) -> bool:
        """Lets go when the system takes the mouse away or the pad is switched off."""
        gone = event.type() in {QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate}
        if gone or (event.type() == QEvent.Type.EnabledChange and not self.isEnabled()):
            self._let_go()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms a little, nearer when turned away from oneself."""
        self._drive.nudge_zoom(WHEEL_ZOOM if event.angleDelta().y() > 0 else -WHEEL_ZOOM)
        event.accept()

    def _pull(self, place: QPointF) -> None:
        self._hand = place
        middle = self.rect().toRectF().center()
        x, y = (place.x() - middle.x()) / (self.width() / 2), (place.y() - middle.y()) / (self.height() / 2)
        self._drive.move(speeds_at(x, y))
        self.update()

    def _let_go(self) -> None:
        if self._hand is not None:
            self._hand = None
            self._drive.stop()
            self.update()

    def _follow_drive(self) -> None:
        """A hold that the camera refused is over: pulling on would begin it anew without being meant."""
        if not self._drive.moving and self._hand is not None and not self._in_dead_zone:
            self._hand = None
        self.update()

    @property
    def _in_dead_zone(self) -> bool:
        middle, hand = self.rect().toRectF().center(), self._hand
        if hand is None:
            return True
        away = max(abs(hand.x() - middle.x()) / (self.width() / 2), abs(hand.y() - middle.y()) / (self.height() / 2))
        return away < DEAD_SHARE

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture, the middle, and where the hand pulls."""
        with QPainter(self) as painter:
            area = self.rect().toRectF()
            painter.fillRect(area, theme.PICTURE_EMPTY)
            if self._feed is not None and self._feed.image is not None:
                self._feed.paint(painter, area, self.devicePixelRatioF())
            old = self._feed is None or self._feed.image is None or self._old
            if old:
                veil(painter, area)
            if self._drive.possible:
                self._paint_hand(painter, area)
            if old:
                self._paint_old(painter, area)

    def _paint_old(self, painter: QPainter, area: QRectF) -> None:
        badges = [Badge(text, theme.WARNING, theme.ON_WARNING, (Icon.TRIANGLE,)) for text in words.no_live_picture()]
        room = area.width() - 16
        badge = next((one for one in badges if badge_width(one, BADGE_PIXELS) <= room), badges[-1])
        draw_badge(painter, QPointF(8, area.height() - 28), badge, BADGE_PIXELS)

    def _paint_hand(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = area.center()
        for pen in (QPen(theme.SHADE, 4), QPen(theme.PRIMARY, 1.6)):
            painter.setPen(pen)
            painter.drawEllipse(middle, area.width() / 2 * DEAD_SHARE * 0.6, area.width() / 2 * DEAD_SHARE * 0.6)
            self._paint_arrows(painter, area)
            if self._hand is not None:
                painter.drawLine(middle, self._hand)
                painter.drawEllipse(self._hand, 7, 7)

    def _paint_arrows(self, painter: QPainter, area: QRectF) -> None:
        middle = area.center()
        for angle in (0, 90, 180, 270):
            way = QPointF(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
            side = QPointF(-way.y(), way.x())
            tip = middle + QPointF(way.x() * (area.width() / 2 - 9), way.y() * (area.height() / 2 - 9))
            painter.drawLine(tip, tip - way * 6 + side * 6)
            painter.drawLine(tip, tip - way * 6 - side * 6)
