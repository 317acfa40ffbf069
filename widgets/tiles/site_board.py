"""All sites in the left of the console: tiles up to a hundred, past that a list; the second view for any number.

Rule: which form is shown follows from the number of sites and from what somebody asked for, never from what happens.
Exactly one of the two forms is on the screen, and only that one wants pictures.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.engine_port import TileView
from console.words import SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.levels import LevelBoard
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.phrases.console import list_words as words
from widgets.rows.list_pages import Entry
from widgets.rows.site_cells import SiteCells
from widgets.rows.site_list import SiteList
from widgets.tiles.attention_view import AttentionOrder, clustered
from widgets.tiles.site_grid import ARROWS, MOST_TILES, SiteGrid
from widgets.tiles.site_search import found_sites
from widgets.tiles.site_standings import SiteStandings
from widgets.tiles.view_tabs import Order, ViewTabs

PAGE_KEYS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class SiteBoard(QWidget):
    """The grid and the list of sites, and which of them is shown in which order."""

    site_opened = Signal(str)
    menu_requested = Signal(str, object)
    pictures_changed = Signal()
    """Other pictures, or other sizes of them, are wanted."""
    form_changed = Signal()
    """Tiles became a list, or a list tiles: the window lays out anew."""
    page_changed = Signal()

    def __init__(
        self, store: Store, selection: Selection, pictures: PictureSource, levels: LevelBoard, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._store, self._selection = store, selection
        self._measures = theme.WIDE
        self._order = Order.NUMBER
        self._paged = False
        self.cells = SiteCells(store, self)
        self.standings = SiteStandings(store, self)
        self._attention = AttentionOrder(self.cells, self.standings)
        self.grid = SiteGrid(store, selection, pictures, levels, self.cells, self)
        self.tabs = ViewTabs(self)
        self.list = SiteList(store, selection, pictures, self)
        for form in (self.grid, self.list):
            form.site_opened.connect(self.site_opened)
            form.menu_requested.connect(self.menu_requested)
        self.grid.tiles_changed.connect(self.pictures_changed)
        self.list.rows_changed.connect(self.pictures_changed)
        self.list.page_changed.connect(self._follow_page)
        self.tabs.order_wanted.connect(self.show_order)
        self.tabs.filter_changed.connect(self._filter)
        self.tabs.best_wanted.connect(self._choose_best)
        self.tabs.list_wanted.connect(self.list.setFocus)
        self.cells.changed.connect(self._take_cells)
        self.standings.changed.connect(self._follow_standings)
        selection.changed.connect(self._follow_choice)
        self.tabs.show_order(self._order)
        self.list.hide()
        self.tabs.hide()
        self.setFocusProxy(self.grid)

    # ------------------------------------------------------------ which form

    @property
    def is_paged(self) -> bool:
        """Whether there are so many sites that the list is their normal form."""
        return self._paged

    @property
    def shows_list(self) -> bool:
        """Whether the list is on the screen."""
        return not self.list.isHidden()

    @property
    def order(self) -> Order:
        """The order in force."""
        return self._order

    def cell_of(self, site: SiteId) -> QWidget | None:
        """Returns the tile or the line of a site; None: it is not on the screen."""
        return self.list.rows.get(site) if self.shows_list else self.grid.tiles.get(site)

    @property
    def focus_part(self) -> QWidget:
        """The form that takes the keys."""
        return self.list if self.shows_list else self.grid

    def show_order(self, order: Order) -> None:
        """Shows the sites in this order; those that need attention first are sorted anew each time."""
        self._order = order
        self._follow_form()
        if order is Order.ATTENTION:
            self.standings.judge_all()
            self._attention.sort()
        self.tabs.show_order(order)
        self._show_entries()
        self.list.show_page(0)
        if order is Order.NUMBER and self._selection.site is not None:
            self.list.show_site(self._selection.site)
        self._follow_standings()

    def show_attention(self) -> None:
        """Shows the sites that need attention first, as of now."""
        self.show_order(Order.ATTENTION)

    def go_back(self) -> bool:
        """Takes a filter away, then another order than that of the numbers; tells whether there was either."""
        if self.tabs.field.text():
            self.tabs.clear()
            return True
        if self._order is not Order.NUMBER:
            self.show_order(Order.NUMBER)
            return True
        return False

    def _take_cells(self) -> None:
        self._follow_form()
        self._show_entries()
        self._follow_standings()

    def _follow_form(self) -> None:
        """Shows tiles or list, as the number of sites and the order in force want it."""
        paged = len(self.cells.of) > MOST_TILES
        as_list = paged or self._order is not Order.NUMBER
        changed = paged != self._paged or as_list == self.list.isHidden()
        self._paged = paged
        self.standings.watch(watched=as_list)
        if not changed:
            return
        had_focus = self.window().focusWidget() in {self.grid, self.list, self.tabs.field}
        self.grid.setVisible(not as_list)
        self.tabs.setVisible(as_list)
        self.list.setVisible(as_list)
        if not as_list:
            self.tabs.clear()
        self.setFocusProxy(self.focus_part)
        if had_focus:
            self.focus_part.setFocus()
        self._lay_out()
        self.form_changed.emit()
        self.pictures_changed.emit()

    # ------------------------------------------------------------ layout

    def fit_into(self, width: int, height: int, measures: Measures) -> int:
        """Takes the largest form that fits into an area and returns the width that it needs."""
        self._measures = measures
        for part in (self.tabs, self.list):
            part.set_measures(measures)
        needed = self.grid.fit_into(width, height, measures)
        return round(width * 0.98) if self.is_paged else needed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the parts out."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.grid.setGeometry(self.rect())
        top = self.tabs.wanted_height
        self.tabs.setGeometry(0, 0, self.width(), top)
        self.list.setGeometry(0, top + 2, self.width(), max(1, self.height() - top - 2))

    # ------------------------------------------------------------ pictures and levels

    def wanted_pictures(self) -> tuple[TileView, ...]:
        """Returns which pictures are to be converted."""
        return self.list.wanted_pictures() if self.shows_list else self.grid.wanted_pictures()

    def refresh_pictures(self) -> None:
        """Takes new pictures for what is on the screen; called by the window's tick."""
        if self.shows_list:
            self.list.refresh_pictures()
        else:
            self.grid.refresh_pictures()

    def refresh_levels(self) -> None:
        """Shows the levels of the moment; the list has no meters."""
        if not self.shows_list:
            self.grid.refresh_levels()

    def follow_time(self) -> None:
        """Judges anew what grows old by itself; called once a second."""
        self.standings.judge_all()

    def show_flash(self, sites: frozenset[SiteId], *, outlined: bool) -> None:
        """Shows one half of the flash of these sites."""
        self.grid.show_flash(sites, outlined=outlined)
        self.list.show_flash(sites, outlined=outlined)

    # ------------------------------------------------------------ entries, filter, counts

    def _show_entries(self) -> None:
        if self.shows_list:
            self.list.nothing_text = words.nothing_matches() if self.tabs.field.text().strip() else ""
            self.list.show_entries(self._entries())

    def _entries(self) -> tuple[Entry, ...]:
        sites = self._attention.sites if self._order is Order.ATTENTION else self.cells.in_order
        text = self.tabs.field.text()
        if text.strip():
            found = set(found_sites(self._store, text))
            sites = tuple(site for site in sites if site in found)
        return clustered(self._store, sites, self.standings) if self._order is Order.CLUSTER else sites

    def _filter(self, text: str) -> None:
        self._show_entries()
        self.list.show_page(0)
        self.tabs.show_found(words.found(len(found_sites(self._store, text))) if text.strip() else None)

    def dim_others(self, text: str) -> None:
        """Darkens the tiles that do not match what is being typed; nothing for an empty text."""
        self.grid.show_found(frozenset(found_sites(self._store, text)) if text.strip() else None)

    def begin_search(self) -> bool:
        """Puts the keyboard into the list's field; False: there is no list."""
        if self.shows_list:
            self.tabs.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.tabs.field.selectAll()
        return self.shows_list

    def _choose_best(self) -> None:
        found = found_sites(self._store, self.tabs.field.text())
        if found:
            self.tabs.clear()
            self._selection.choose(found[0])
            self.list.show_site(found[0])
            self.list.setFocus()

    def _follow_standings(self, _sites: object = None) -> None:
        if self.shows_list:
            news = self._attention.news if self._order is Order.ATTENTION else 0
            self.tabs.show_attention(len(self.standings.needing), news)
            if self._order is Order.CLUSTER:
                self._show_entries()

    def _follow_choice(self) -> None:
        if self.shows_list and self._selection.site is not None:
            self.list.show_site(self._selection.site)

    def _follow_page(self) -> None:
        sites, place = self.list.page_sites, self.list
        ends = [self._store.site(site) for site in (*sites[:1], *sites[-1:])]
        first, last = (str(view.number) if view is not None else "" for view in ends) if len(ends) == 2 else ("", "")
        said = words.page_place(place.page + 1, place.pages, first, last) if place.pages > 1 else ()
        self.tabs.show_page(said if self._order is Order.NUMBER else said[-1:])
        self.page_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._show_entries()
            self._follow_page()
        super().changeEvent(event)

    # ------------------------------------------------------------ keys

    def turn_page(self, step: int) -> None:
        """Shows the next page of the list or the one before."""
        if self.shows_list:
            self.list.show_page(self.list.page + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the choice with the arrows and the page with its keys."""
        key = Qt.Key(event.key())
        arrow = ARROWS.get(key)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or (arrow is None and key not in PAGE_KEYS):
            super().keyPressEvent(event)
        elif arrow is None:
            self.turn_page(PAGE_KEYS[key])
        elif self.shows_list:
            self.list.move_selection(*arrow)
        else:
            self.grid.move_selection(*arrow)
