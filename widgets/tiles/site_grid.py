"""The grid of live tiles: all sites at once, each in its cell for the whole meeting.

Rule: nothing scrolls and nothing moves; one timer collects pictures and repaints only tiles that have a new one.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.engine_port import TileView
from console.snapshot import SiteView
from console.words import LinkState, SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.fit_grid import Fit, Room, fit
from widgets.drawing.in_turns import InTurns
from widgets.drawing.levels import LevelBoard
from widgets.drawing.painting import CENTRE, draw_text
from widgets.drawing.pictures import covering_size
from widgets.drawing.rephrasing import named
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.phrases.console import console_words as words
from widgets.phrases.console.site_summary import summary_of
from widgets.rows.site_cells import SiteCells
from widgets.tiles.tile import Tile
from widgets.tiles.tile_face import face_of, steady_rate

JUST_SHOWN_MS = 900
MOST_TILES = 100
"""More sites stand in a list."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SiteGrid(QWidget):
    """Tiles of all satellites in the order of their numbers."""

    site_opened = Signal(str)
    menu_requested = Signal(str, object)
    tiles_changed = Signal()
    """The sizes or the set of tiles changed: other pictures are wanted."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        pictures: PictureSource,
        levels: LevelBoard,
        cells: SiteCells,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("site-grid")
        named(self, words.grid_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store, self._selection = store, selection
        self._pictures, self._levels = pictures, levels
        self._tiles: dict[SiteId, Tile] = {}
        self._site_cells = cells
        self._matching: frozenset[SiteId] | None = None
        self._measures = theme.WIDE
        self._fit = Fit(1, 1, 1, 1, 8)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._show_ages)
        self._seconds.start()
        cells.changed.connect(self._take_cells)
        store.site_changed.connect(self._show)
        for signal in (store.podium_changed, store.engine_changed, store.link_lost_changed):
            signal.connect(self._show_all)
        self._outlined: frozenset[SiteId] = frozenset()
        self.in_turns = InTurns(self._show, self)
        self._chosen: SiteId | None = None
        selection.changed.connect(self._show_choice)
        self._listened: SiteId | None = None
        store.headphones_changed.connect(self._show_listened)

    # ------------------------------------------------------------ geometry

    @property
    def tiles(self) -> dict[SiteId, Tile]:
        """The tiles by site."""
        return self._tiles

    @property
    def columns(self) -> int:
        """How many tiles stand in a row."""
        return self._fit.columns

    def fit_into(self, width: int, height: int, measures: Measures) -> int:
        """Takes the largest tiles that fit into an area and returns the width that they need."""
        self._measures = measures
        room = Room(width, height, measures.tile_gap, measures.plate_height)
        self._fit = fit(self._site_cells.count, room)
        self._place()
        return self._fit.width

    def _place(self) -> None:
        for site, tile in self._tiles.items():
            x, y = self._fit.corner(self._site_cells.of[site])
            tile.setGeometry(x, y, self._fit.cell_width, self._fit.cell_height)
            tile.set_measures(self._measures)
        self._show_all()
        self.tiles_changed.emit()

    def wanted_pictures(self) -> tuple[TileView, ...]:
        """Returns which pictures are to be converted, in physical pixels: none for sites that are not connected."""
        views: list[TileView] = []
        for site, tile in self._tiles.items():
            view = self._store.site(site)
            if view is None or not sends_pictures(view) or not tile.isVisible():
                continue
            picture = tile.shape_now.picture
            size = covering_size(picture.width(), picture.height(), tile.devicePixelRatioF())
            views.append(TileView(site=site, width=size.width(), height=size.height()))
        return tuple(views)

    # ------------------------------------------------------------ what is shown

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what was missed while a list stood here."""
        self._seconds.start()
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing while nobody sees it."""
        self._seconds.stop()

    def refresh_pictures(self) -> None:
        """Takes new pictures for the tiles on the screen; called by the window's tick."""
        for site, tile in self._tiles.items():
            if tile.face.notice is None or tile.feed.image is None:
                first = tile.refresh_picture()
                if first:
                    self._show(site)

    def refresh_levels(self) -> None:
        """Shows the levels of the moment; called at 10 Hz."""
        for site, tile in self._tiles.items():
            if tile.face.metered:
                tile.set_level(self._levels.share(site))

    def _take_cells(self) -> None:
        sites = self._site_cells.of
        roster = self._store.roster if len(sites) <= MOST_TILES else ()
        for site in [site for site in self._tiles if site not in roster]:
            self._tiles.pop(site).deleteLater()
        for site in roster:
            if site not in self._tiles:
                self._tiles[site] = self._new_tile(site)
        self._place()
        self.updateGeometry()
        self.update()

    def _new_tile(self, site: SiteId) -> Tile:
        tile = Tile(site, self._pictures, self)
        tile.chosen.connect(self._choose)
        tile.opened.connect(self.site_opened)
        tile.menu_requested.connect(self.menu_requested)
        tile.show()
        return tile

    def _choose(self, site: SiteId) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._selection.choose(site)

    def _show(self, site: SiteId) -> None:
        tile, view = self._tiles.get(site), self._store.site(site)
        if tile is None or view is None or self.isHidden():
            return
        if view.link is LinkState.LOST:
            tile.feed.forget()
        selected = site == self._selection.site
        tile.shown_ms = self._store.now_ms
        tile.shown_kilobits = steady_rate(tile.shown_kilobits, view.line.kilobits)
        face = face_of(
            view,
            self._store,
            selected=selected,
            has_picture=tile.feed.image is not None,
            kilobits=tile.shown_kilobits,
            outlined=site in self._outlined,
        )
        if self._matching is not None and site not in self._matching:
            face = replace(face, filtered_out=True)
        tile.set_face(face, summary_of(view))
        if tile.sends_pictures != sends_pictures(view):
            tile.sends_pictures = sends_pictures(view)
            self.tiles_changed.emit()

    def show_flash(self, sites: frozenset[SiteId], *, outlined: bool) -> None:
        """Shows one half of the flash on the tiles of these sites, and all others steady."""
        before, self._outlined = self._outlined, sites if outlined else frozenset()
        self.in_turns.ask(sorted(before ^ self._outlined))

    def show_found(self, sites: frozenset[SiteId] | None) -> None:
        """Darkens the tiles that a search does not mean; nobody moves. None: there is no search."""
        if sites != self._matching:
            self._matching = sites
            self._show_all()

    def _show_choice(self) -> None:
        """Shows the tile that was chosen and the one that is chosen now."""
        before, self._chosen = self._chosen, self._selection.site
        for site in (before, self._chosen):
            if site is not None:
                self._show(site)

    def _show_listened(self) -> None:
        """Shows the tile that has left the headphones and the one that is in them now."""
        before, self._listened = self._listened, self._store.headphones.site
        for site in (before, self._listened):
            if site is not None:
                self._show(site)

    def _show_ages(self) -> None:
        """Shows what grows old by itself, at the sites of which nothing was heard in this second."""
        now_ms = self._store.now_ms
        for site, tile in self._tiles.items():
            if now_ms - tile.shown_ms >= JUST_SHOWN_MS:
                self._show(site)

    def _show_all(self) -> None:
        for site in self._tiles:
            self._show(site)

    # ------------------------------------------------------------ keys

    def move_selection(self, step_right: int, step_down: int) -> None:
        """Chooses the neighbour of the chosen site; stays where there is none."""
        cells = self._site_cells.of
        by_cell = {cell: site for site, cell in cells.items()}
        if not by_cell:
            return
        here = cells.get(self._selection.site) if self._selection.site is not None else None
        if here is None:
            self._selection.choose(by_cell[min(by_cell)])
            return
        column = here % self._fit.columns + step_right
        wanted = here + step_right + step_down * self._fit.columns
        if 0 <= column < self._fit.columns and wanted in by_cell:
            self._selection.choose(by_cell[wanted])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the choice with the arrows."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.move_selection(*step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says what to do while there is no site."""
        if not self._tiles:
            with QPainter(self) as painter:
                text = words.no_sites() if self._store.known else words.waiting_for_bridge()
                draw_text(painter, self.rect().toRectF(), text, theme.font(16, 500), theme.DIM, CENTRE)


def sends_pictures(view: SiteView) -> bool:
    """Tells whether pictures of a site may come: while it is connected, or about to be."""
    return view.link not in {LinkState.ABSENT, LinkState.LOST}
