"""One preset as a tile: its picture, name, number and standing; a tap recalls, a hold saves over, a pull moves it.

Rule: recalling is one press, saving is deliberate: a second of holding, seen as a ring. How a preset stands is the
bridge's to say, in a sign, a word and a frame.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from widgets.cameras.camera_requests import Standing
from widgets.cameras.preset_pictures import PresetPictures
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import (
    CENTRE,
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    panel,
    text_width,
    veil,
)
from widgets.drawing.pictures import paint_covering
from widgets.drawing.theme import Measures
from widgets.phrases.console import camera_panel_words as words
from widgets.phrases.console.camera_replaced_words import of_another

HOLD_MS = 1000
HOLD_SHOWN_MS = 180
"""A tap shows no ring."""
FRAME_MS = 33
MOST_KEYS = 9


class PresetTile(QWidget):
    """One preset."""

    tapped = Signal(str)
    held = Signal(str)
    menu_wanted = Signal(str, object)
    dropped = Signal(str, object)
    """The preset was pulled to another place, in the coordinates of the screen."""

    def __init__(self, pictures: PresetPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pictures = pictures
        self.preset, self._number = "", 0
        self._picture: str | None = None
        self.standing = Standing.AT_REST
        self.protected = False
        self._grip = QPoint()
        self._pulled = False
        self._measures = theme.WIDE
        self._pressed = QElapsedTimer()
        self._hold = QTimer(self)
        self._hold.setInterval(FRAME_MS)
        self._hold.timeout.connect(self._follow_hold)

    def show_preset(
        self,
        number: int,
        preset: str,
        picture: str | None,
        standing: Standing,
        measures: Measures,
        *,
        protected: bool = False,
    ) -> None:
        """Shows a preset; `number` counts from 1."""
        known = (self._number, self.preset, self._picture, self.standing, self._measures, self.protected)
        if known == (number, preset, picture, standing, measures, protected):
            return
        if preset != self.preset:
            self._let_go()
        self._number, self.preset, self._picture = number, preset, picture
        self.standing, self._measures, self.protected = standing, measures, protected
        name = words.tile(number if number <= MOST_KEYS else None, preset)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            ". ".join([*_said(standing)[:1], *([words.protected()] if protected else []), words.tile_help()])
        )
        self.setToolTip(f"{name}\n{words.tile_help()}")
        self.update()

    # ------------------------------------------------------------ the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a tap or a hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self._pressed.start()
            self._hold.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turns a press into a pull: neither a tap nor a hold any more."""
        far = (event.position().toPoint() - self._grip).manhattanLength() >= 2 * QApplication.startDragDistance()
        if self._pressed.isValid() and far:
            self._let_go()
            self._pulled = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Recalls when it was a tap on this tile."""
        if self._pulled:
            self._end_pull()
            self.dropped.emit(self.preset, event.globalPosition().toPoint())
            return
        tap = self._pressed.isValid() and self.rect().contains(event.position().toPoint())
        self._let_go()
        if tap and event.button() is Qt.MouseButton.LeftButton:
            self.tapped.emit(self.preset)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what else can be done with the preset."""
        self._let_go()
        self.menu_wanted.emit(self.preset, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Forgets a press that is taken away."""
        if event.type() in {QEvent.Type.UngrabMouse, QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self._let_go()
            self._end_pull()
        return super().event(event)

    def _end_pull(self) -> None:
        if self._pulled:
            self._pulled = False
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    def _follow_hold(self) -> None:
        if self._pressed.isValid() and self._pressed.elapsed() >= HOLD_MS:
            self._let_go()
            self.held.emit(self.preset)
        self.update()

    def _let_go(self) -> None:
        if self._pressed.isValid():
            self._pressed.invalidate()
            self._hold.stop()
            self.update()

    # ------------------------------------------------------------ painting

    @property
    def picture_area(self) -> QRectF:
        """Where the picture stands."""
        return QRectF(2, 2, self.width() - 4, self.height() - 4 - name_height(self._measures))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints picture, number, name and how the preset stands."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PLATE, theme.EDGE, radius=6)
            area = self.picture_area
            image = self._pictures.image(self._picture)
            if image is not None:
                paint_covering(painter, area, image, self.devicePixelRatioF())
            else:
                painter.fillRect(area, theme.PICTURE_EMPTY)
                draw_icon(
                    painter, Icon.CAMERA, QRectF(area.center().x() - 10, area.center().y() - 10, 20, 20), theme.DIM
                )
            self._paint_name(painter, area)
            if self._number <= MOST_KEYS:
                badge = Badge(str(self._number), theme.PRIMARY, theme.ON_PRIMARY, (), 700)
                draw_badge(painter, QPointF(6, 6), badge, self._measures.badge_size)
            if self.protected:
                side = 18.0
                draw_icon(painter, Icon.LOCK, QRectF(area.right() - side - 4, area.top() + 4, side, side), theme.TEXT)
            self._paint_standing(painter, area)
            if self._pulled:
                veil(painter, self.rect().toRectF())
            if self._pressed.isValid() and self._pressed.elapsed() > HOLD_SHOWN_MS:
                self._paint_hold(painter, area)

    def _paint_name(self, painter: QPainter, area: QRectF) -> None:
        size = self._measures.label_size
        face = theme.font(size, 600)
        lines = _two_lines(self.preset, self.width() - 12, size)
        step = round(size * 1.25)
        top = area.bottom() + (self.height() - area.bottom() - step * len(lines)) / 2
        for index, line in enumerate(lines):
            draw_text(painter, QRectF(6, top + index * step, self.width() - 12, step), line, face, theme.TEXT, CENTRE)

    def _paint_standing(self, painter: QPainter, area: QRectF) -> None:
        signs: dict[Standing, tuple[Icon, QColor, QColor]] = {
            Standing.SENT: (Icon.CLOCK, theme.RAISED, theme.TEXT),
            Standing.MOVING: (Icon.RING, theme.RAISED, theme.TEXT),
            Standing.ARRIVED: (Icon.CHECK, theme.PRIMARY, theme.ON_PRIMARY),
            Standing.DRIFTED: (Icon.TRIANGLE, theme.WARNING, theme.ON_WARNING),
            Standing.UNCONFIRMED: (Icon.QUESTION, theme.WARNING, theme.ON_WARNING),
            Standing.OF_ANOTHER: (Icon.ALERT, theme.WARNING, theme.ON_WARNING),
            Standing.FAILED: (Icon.SQUARE, theme.ERROR, theme.ON_ERROR),
        }
        if self.standing not in signs:
            return
        icon, ground, ink = signs[self.standing]
        pixels = self._measures.badge_size
        badges = [Badge(text, ground, ink, (icon,), 700) for text in (*_said(self.standing), "")]
        number = 6 + badge_width(Badge("0", ground, ink, (), 700), pixels)
        y = area.bottom() - badge_height(pixels) - 4
        x = area.left() + 4 if y > 8 + badge_height(pixels) else number + 4
        badge = next((one for one in badges if x + badge_width(one, pixels) <= area.right() - 2), badges[-1])
        draw_badge(painter, QPointF(x, y), badge, pixels)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = {Standing.MOVING: theme.PRIMARY, Standing.SENT: theme.DIM}.get(self.standing, ground)
        style = Qt.PenStyle.SolidLine if self.standing is not Standing.MOVING else Qt.PenStyle.DashLine
        painter.setPen(QPen(frame, 3, style))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    def _paint_hold(self, painter: QPainter, area: QRectF) -> None:
        share = min(1.0, self._pressed.elapsed() / HOLD_MS)
        veil(painter, area)
        side = min(area.height() - 12, 48)
        ring = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.PRIMARY, 4))
        painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))


def name_height(measures: Measures) -> int:
    """Returns the room of two lines of a name."""
    return round(measures.label_size * 2.6)


def _said(standing: Standing) -> list[str]:
    """Returns how a preset stands in words, longest first; nothing at rest."""
    texts = {
        Standing.SENT: words.sent,
        Standing.MOVING: words.moving,
        Standing.ARRIVED: words.arrived,
        Standing.DRIFTED: words.left_it,
        Standing.UNCONFIRMED: words.unconfirmed,
        Standing.OF_ANOTHER: of_another,
        Standing.FAILED: words.not_arrived,
    }
    return texts[standing]() if standing in texts else []


def _two_lines(name: str, room: float, pixels: int) -> list[str]:
    """Returns a name in one or two lines; where they do not hold it, words go from its middle: its end tells most."""
    words_of = name.split(" ")
    for dropped in range(len(words_of) - 1):
        gap = ["…"] if dropped else []
        lines = _wrapped([words_of[0], *gap, *words_of[1 + dropped :]], room, pixels)
        if len(lines) <= 2:
            return lines
    return [words_of[0], words_of[-1]][: len(words_of)]


def _wrapped(words_of: list[str], room: float, pixels: int) -> list[str]:
    face, lines = theme.font(pixels, 600), [words_of[0]]
    for word in words_of[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
