"""The presets of a camera as tiles with picture, name and number: a tap recalls, a hold saves over.

Rules: recalling is one press, saving is deliberate; a tile that has just come under the pointer takes no tap. How a
preset stands is the bridge's to say, in a sign, a word and a frame.
"""

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.snapshot import CameraView
from widgets import theme
from widgets.camera_requests import CameraRequests, Standing
from widgets.icons import Icon, draw_icon
from widgets.painting import CENTRE, Badge, badge_width, draw_badge, draw_text, panel, text_width, veil
from widgets.phrases import camera_panel_words as words
from widgets.pictures import paint_covering
from widgets.preset_pictures import PresetPictures
from widgets.store import REPEAT_MS, Store
from widgets.theme import Measures

HOLD_MS = 1000
HOLD_SHOWN_MS = 180
"""A tap shows no ring."""
FRAME_MS = 33
LEAST_TILE, LEAST_TILE_COMPACT = 128, 76
MOST_KEYS = 9
LOWEST_PICTURE = 0.66
"""Of a picture's own height: cut so low it still shows which preset it is."""
FOOT_HEIGHT = 20


class PresetTile(QWidget):
    """One preset."""

    tapped = Signal(str)
    held = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, pictures: PresetPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pictures = pictures
        self.preset, self._number = "", 0
        self._picture: str | None = None
        self.standing = Standing.AT_REST
        self._measures = theme.WIDE
        self._pressed = QElapsedTimer()
        self._hold = QTimer(self)
        self._hold.setInterval(FRAME_MS)
        self._hold.timeout.connect(self._follow_hold)

    def show_preset(
        self, number: int, preset: str, picture: str | None, standing: Standing, measures: Measures
    ) -> None:
        """Shows a preset; `number` counts from 1."""
        known = (self._number, self.preset, self._picture, self.standing, self._measures)
        if known == (number, preset, picture, standing, measures):
            return
        if preset != self.preset:
            self._let_go()
        self._number, self.preset, self._picture = number, preset, picture
        self.standing, self._measures = standing, measures
        name = words.tile(number if number <= MOST_KEYS else None, preset)
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join([*_said(standing)[:1], words.tile_help()]))
        self.setToolTip(f"{name}\n{words.tile_help()}")
        self.update()

    # ------------------------------------------------------------ the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a tap or a hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed.start()
            self._hold.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Recalls when it was a tap on this tile."""
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
        return super().event(event)

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
        return QRectF(2, 2, self.width() - 4, self.height() - 4 - _name_height(self._measures))

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
            self._paint_standing(painter, area)
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
            Standing.UNCONFIRMED: (Icon.QUESTION, theme.WARNING, theme.ON_WARNING),
            Standing.FAILED: (Icon.SQUARE, theme.ERROR, theme.ON_ERROR),
        }
        if self.standing not in signs:
            return
        icon, ground, ink = signs[self.standing]
        pixels = self._measures.badge_size
        badges = [Badge(text, ground, ink, (icon,), 700) for text in (*_said(self.standing), "")]
        badge = next((one for one in badges if badge_width(one, pixels) <= area.width() - 8), badges[-1])
        draw_badge(painter, QPointF(area.left() + 4, area.bottom() - pixels * 1.6 - 4), badge, pixels)
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


class PresetBar(QWidget):
    """The presets of the camera that is shown."""

    recall_wanted = Signal(str)
    save_wanted = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, store: Store, pictures: PresetPictures, requests: CameraRequests, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preset-bar")
        self._store, self._pictures, self._requests = store, pictures, requests
        self._measures = theme.WIDE
        self._view: CameraView | None = None
        self._tiles: list[PresetTile] = []
        self._first_row = 0
        self._shown: tuple[str, ...] = ()
        self._moved_ms = 0
        pictures.arrived.connect(self._repaint_tiles)

    @property
    def tiles(self) -> list[PresetTile]:
        """The tiles that are to be seen."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.follow(self._view)

    def follow(self, view: CameraView | None) -> None:
        """Shows the presets of a camera."""
        if view is None or self._view is None or (view.site, view.name) != (self._view.site, self._view.name):
            self._first_row = 0
        self._view = view
        columns, rows, width, height = self._fit()
        presets = view.presets if view is not None else ()
        last_row = max(0, -(-len(presets) // columns) - rows)
        self._first_row = max(0, min(self._first_row, last_row))
        start = self._first_row * columns
        shown = presets[start : start + columns * rows]
        if shown != self._shown:
            self._shown, self._moved_ms = shown, self._store.now_ms
        while len(self._tiles) < len(shown):
            self._tiles.append(self._new_tile())
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < len(shown))
            if view is not None and index < len(shown):
                row, column = divmod(index, columns)
                gap = self._measures.gap
                tile.setGeometry(column * (width + gap), row * (height + gap), width, height)
                self._show(tile, view, start + index)
        self.update()

    def _show(self, tile: PresetTile, view: CameraView, place: int) -> None:
        name = view.presets[place]
        picture = next((known.picture for known in view.saved if known.name == name), None)
        tile.show_preset(place + 1, name, picture, self._requests.standing(view, name), self._measures)

    def _new_tile(self) -> PresetTile:
        tile = PresetTile(self._pictures, self)
        tile.setObjectName(f"preset-{len(self._tiles) + 1}")
        tile.tapped.connect(self._tap)
        tile.held.connect(self.save_wanted)
        tile.menu_wanted.connect(self.menu_wanted)
        return tile

    def _tap(self, preset: str) -> None:
        if self._store.now_ms - self._moved_ms >= REPEAT_MS:
            self.recall_wanted.emit(preset)

    def _fit(self) -> tuple[int, int, int, int]:
        """Returns columns, rows, and width and height of a tile; pictures get lower where that shows one row more."""
        gap, names = self._measures.gap, _name_height(self._measures)
        least = LEAST_TILE_COMPACT if self._measures.compact else LEAST_TILE
        columns = max(1, (self.width() + gap) // (least + gap))
        width = (self.width() - (columns - 1) * gap) // columns
        picture = (width - 4) * 9 / 16
        wanted = max(1, -(-len(self._view.presets if self._view is not None else ()) // columns))
        for room in (self.height(), self.height() - FOOT_HEIGHT):
            fitting = int((room + gap) // (picture * LOWEST_PICTURE + 4 + names + gap))
            rows = max(1, min(wanted, fitting))
            if rows == wanted:
                break
        height = min(round(picture) + 4 + names, (room + gap) // rows - gap)
        return columns, rows, width, height

    @property
    def hidden_below(self) -> int:
        """How many presets have no room, those that were scrolled past among them."""
        return (len(self._view.presets) if self._view is not None else 0) - len(self._shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves through the rows."""
        self._first_row += -1 if event.angleDelta().y() > 0 else 1
        self.follow(self._view)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many as fit."""
        self.follow(self._view)

    def _repaint_tiles(self) -> None:
        for tile in self.tiles:
            tile.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what can be restored."""
        self.menu_wanted.emit("", event.globalPos())

    def open_menu(self) -> None:
        """Offers what can be restored, for the keyboard."""
        self.menu_wanted.emit("", self.mapToGlobal(QPoint(8, 8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says what is not to be seen."""
        with QPainter(self) as painter:
            size = self._measures
            if self._view is not None and not self._view.presets:
                for index, line in enumerate(words.no_presets()):
                    box = QRectF(0, self.height() / 2 - 24 + index * 24, self.width(), 24)
                    draw_text(painter, box, line, theme.font(size.label_size, 600 - 200 * index), theme.DIM, CENTRE)
            elif self.hidden_below > 0:
                foot = QRectF(0, self.height() - FOOT_HEIGHT, self.width(), FOOT_HEIGHT)
                draw_text(painter, foot, words.more(self.hidden_below), theme.font(size.label_size), theme.DIM, CENTRE)


def _name_height(measures: Measures) -> int:
    return round(measures.label_size * 2.6)


def _said(standing: Standing) -> list[str]:
    """Returns how a preset stands in words, longest first; nothing at rest."""
    texts = {
        Standing.SENT: words.sent,
        Standing.MOVING: words.moving,
        Standing.ARRIVED: words.arrived,
        Standing.UNCONFIRMED: words.unconfirmed,
        Standing.FAILED: words.not_arrived,
    }
    return texts[standing]() if standing in texts else []


def _two_lines(name: str, room: float, pixels: int) -> list[str]:
    """Returns a name in one or two lines, cut after a whole word where two do not hold it."""
    face = theme.font(pixels, 600)
    lines: list[str] = []
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face) <= room:
            lines[-1] = longer
        elif len(lines) < 2:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} …"
            break
    return lines
