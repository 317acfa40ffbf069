"""The presets of a camera as tiles in rows, as many as have room, and a field that finds them by name.

Rule: a tile that has just come under the pointer takes no tap: it may be another than the one aimed at. A preset keeps
its number whatever is looked for.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.cameras.camera_facts import find_name
from console.snapshot import CameraView
from widgets.cameras.camera_requests import Standing
from widgets.cameras.camera_surroundings import PresetRequests, TellsTime
from widgets.cameras.preset_pictures import PresetPictures
from widgets.cameras.preset_tile import PresetTile, name_height
from widgets.controls.search_panel import KeepingField
from widgets.controls.store import REPEAT_MS
from widgets.drawing import theme
from widgets.drawing.painting import CENTRE, draw_text
from widgets.drawing.short_names import folded
from widgets.drawing.theme import Measures
from widgets.phrases.console import camera_panel_words as words

LEAST_TILE, LEAST_TILE_COMPACT = 128, 76
LOWEST_PICTURE = 0.66
"""Of a picture's own height: cut so low it still shows which preset it is."""
FOOT_HEIGHT = 20
FIELD_HEIGHT = 30


class PresetBar(QWidget):
    """The presets of the camera that is shown."""

    recall_wanted = Signal(str)
    save_wanted = Signal(str)
    menu_wanted = Signal(str, object)
    place_wanted = Signal(str, int)
    """A preset shall stand at another place in the order, counted from 1."""
    left = Signal()
    """Nothing is looked for any more."""

    def __init__(self, store: TellsTime, pictures: PresetPictures, requests: PresetRequests, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preset-bar")
        self._store, self._pictures, self._requests = store, pictures, requests
        self._measures = theme.WIDE
        self._view: CameraView | None = None
        self._tiles: list[PresetTile] = []
        self._first_row = 0
        self._shown: tuple[str, ...] = ()
        self._moved_ms = 0
        self.field = KeepingField(self)
        self.field.setObjectName("preset-find")
        self.field.textChanged.connect(self._find_anew)
        self.field.installEventFilter(self)
        self.field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.hide()
        pictures.arrived.connect(self._repaint_tiles)

    @property
    def tiles(self) -> list[PresetTile]:
        """The tiles that are to be seen."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    # ------------------------------------------------------------ finding

    def look_for(self) -> None:
        """Gives the keyboard to the field that finds presets."""
        if self._view is not None and self._view.presets:
            self.field.show()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.follow(self._view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Recalls the first that was found, or leaves the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                first = next(iter(self._found()), None)
                self._leave()
                if first is not None:
                    self.recall_wanted.emit(first[1])
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self.field.hide()
        self.field.clear()
        self.follow(self._view)
        self.left.emit()

    def _find_anew(self) -> None:
        self._first_row = 0
        self.follow(self._view)

    def _found(self) -> list[tuple[int, str]]:
        """Returns the presets that are looked for, with their numbers."""
        wanted = folded(self.field.text()).split()
        presets = self._view.presets if self._view is not None else ()
        return [
            (number, name) for number, name in enumerate(presets, 1) if all(word in folded(name) for word in wanted)
        ]

    # ------------------------------------------------------------ tiles

    @property
    def _top(self) -> int:
        return FIELD_HEIGHT + 4 if not self.field.isHidden() else 0

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.field.setPlaceholderText(words.find_hint())
        self.field.setAccessibleName(words.find_hint())
        self.follow(self._view)

    def follow(self, view: CameraView | None) -> None:
        """Shows the presets of a camera."""
        if view is None or self._view is None or (view.site, view.name) != (self._view.site, self._view.name):
            self._first_row = 0
            if self._view is not None and view is not None and not self.field.isHidden():
                self.field.hide()
                self.field.clear()
        self._view = view
        self.field.setGeometry(0, 0, self.width(), FIELD_HEIGHT)
        columns, rows, width, height = self._fit()
        presets = self._found()
        last_row = max(0, -(-len(presets) // columns) - rows)
        self._first_row = max(0, min(self._first_row, last_row))
        start = self._first_row * columns
        shown = presets[start : start + columns * rows]
        names = tuple(name for _, name in shown)
        if names != self._shown:
            self._shown, self._moved_ms = names, self._store.now_ms
        while len(self._tiles) < len(shown):
            self._tiles.append(self._new_tile())
        for index, tile in enumerate(self._tiles):
            tile.setVisible(index < len(shown))
            if view is not None and index < len(shown):
                row, column = divmod(index, columns)
                gap = self._measures.gap
                tile.setGeometry(column * (width + gap), self._top + row * (height + gap), width, height)
                self._show(tile, view, *shown[index])
        self.update()

    def _show(self, tile: PresetTile, view: CameraView, number: int, name: str) -> None:
        picture = next((known.picture for known in view.saved if known.name == name), None)
        protected = find_name(view.protected, name) is not None
        standing = self._requests.standing(view, name)
        if standing is Standing.AT_REST and any(known.name == name and known.unconfirmed for known in view.saved):
            standing = Standing.UNCONFIRMED
        if standing is Standing.AT_REST and find_name(view.of_another, name) is not None:
            standing = Standing.OF_ANOTHER
        tile.show_preset(number, name, picture, standing, self._measures, protected=protected)

    def _new_tile(self) -> PresetTile:
        tile = PresetTile(self._pictures, self)
        tile.setObjectName(f"preset-{len(self._tiles) + 1}")
        tile.tapped.connect(self._tap)
        tile.held.connect(self.save_wanted)
        tile.menu_wanted.connect(self.menu_wanted)
        tile.dropped.connect(self._drop)
        return tile

    def _tap(self, preset: str) -> None:
        if self._store.now_ms - self._moved_ms >= REPEAT_MS:
            self.recall_wanted.emit(preset)

    def _drop(self, preset: str, place: QPoint) -> None:
        """Puts a preset where the tile stands on which it was let go."""
        there = self.mapFromGlobal(place)
        onto = next((tile for tile in self.tiles if tile.geometry().contains(there)), None)
        if onto is not None and onto.preset != preset and self._view is not None:
            self.place_wanted.emit(preset, self._view.presets.index(onto.preset) + 1)

    def _fit(self) -> tuple[int, int, int, int]:
        """Returns columns, rows, and width and height of a tile; pictures get lower where that shows one row more."""
        gap, names = self._measures.gap, name_height(self._measures)
        least = LEAST_TILE_COMPACT if self._measures.compact else LEAST_TILE
        columns = max(1, (self.width() + gap) // (least + gap))
        width = (self.width() - (columns - 1) * gap) // columns
        picture = (width - 4) * 9 / 16
        wanted = max(1, -(-len(self._found()) // columns))
        for room in (self.height() - self._top, self.height() - self._top - FOOT_HEIGHT):
            fitting = int((room + gap) // (picture * LOWEST_PICTURE + 4 + names + gap))
            rows = max(1, min(wanted, fitting))
            if rows == wanted:
                break
        height = min(round(picture) + 4 + names, (room + gap) // rows - gap)
        return columns, rows, width, height

    @property
    def hidden_below(self) -> int:
        """How many presets have no room, those that were scrolled past among them."""
        return len(self._found()) - len(self._shown)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says what is not to be seen."""
        with QPainter(self) as painter:
            size = self._measures
            if self._view is not None and not self._view.presets:
                for index, line in enumerate(words.no_presets()):
                    box = QRectF(0, self.height() / 2 - 24 + index * 24, self.width(), 24)
                    draw_text(painter, box, line, theme.font(size.label_size, 600 - 200 * index), theme.DIM, CENTRE)
            elif self._view is not None and not self._shown:
                box = QRectF(0, self.height() / 2 - 12, self.width(), 24)
                draw_text(painter, box, words.none_found(), theme.font(size.label_size), theme.DIM, CENTRE)
            elif self.hidden_below > 0:
                foot = QRectF(0, self.height() - FOOT_HEIGHT, self.width(), FOOT_HEIGHT)
                draw_text(painter, foot, words.more(self.hidden_below), theme.font(size.label_size), theme.DIM, CENTRE)
