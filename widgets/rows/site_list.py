"""The list: one line per site in pages of columns, each site in its place until somebody asks for another order.

Rule: nothing scrolls; a page is a page. Only the lines of the page on the screen exist, and only they want pictures.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.engine_port import TileView
from console.words import LinkState, SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.in_turns import InTurns
from widgets.drawing.painting import CENTRE, LEFT, RIGHT, draw_text, fitted, panel
from widgets.drawing.pictures import covering_size
from widgets.drawing.sources import PictureSource
from widgets.drawing.theme import Measures
from widgets.phrases.console import list_words as words
from widgets.phrases.console.site_summary import summary_of
from widgets.rows.list_pages import Entry, Heading, Page, page_with, pages_of
from widgets.rows.row_face import row_face_of
from widgets.rows.row_painter import ROW_GAP, RowShape, row_height
from widgets.rows.site_row import SiteRow
from widgets.tiles.site_grid import JUST_SHOWN_MS, sends_pictures
from widgets.tiles.tile_face import steady_rate

LEAST_COLUMN = 320
"""Narrower columns have no room for all that a line says; then one column is shown."""
TITLES_HEIGHT = 22
WHEEL_NOTCH = 120


class SiteList(QWidget):
    """Lines of sites; `show_entries` says which, in which order."""

    site_opened = Signal(str)
    menu_requested = Signal(str, object)
    rows_changed = Signal()
    """Other sites are on the screen: other pictures are wanted."""
    page_changed = Signal()

    def __init__(self, store: Store, selection: Selection, pictures: PictureSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("site-list")
        self.setAccessibleName(words.list_name())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store, self._selection, self._pictures = store, selection, pictures
        self._measures = theme.WIDE
        self._entries: tuple[Entry, ...] = ()
        self._pages: tuple[Page, ...] = (Page(()),)
        self._page = 0
        self._rows: dict[SiteId, SiteRow] = {}
        self._spare: list[SiteRow] = []
        self._headings: list[tuple[QRect, Heading]] = []
        self._outlined: frozenset[SiteId] = frozenset()
        self.in_turns = InTurns(self._show, self)
        self._turned = 0
        self._chosen: SiteId | None = None
        self.nothing_text = ""
        """What stands in an empty list."""
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._show_ages)
        store.site_changed.connect(self._show)
        for signal in (
            store.podium_changed,
            store.engine_changed,
            store.link_lost_changed,
            store.headphones_changed,
        ):
            signal.connect(self._show_all)
        selection.changed.connect(self._show_choice)

    # ------------------------------------------------------------ what it shows

    @property
    def rows(self) -> dict[SiteId, SiteRow]:
        """The lines on the screen by site."""
        return self._rows

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """All sites of the list in its order, on whatever page."""
        return tuple(entry for entry in self._entries if isinstance(entry, str))

    @property
    def page_sites(self) -> tuple[SiteId, ...]:
        """The sites on this page, down the columns."""
        return self._pages[self._page].sites

    @property
    def page(self) -> int:
        """The number of the page, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_entries(self, entries: tuple[Entry, ...], *, stay_with: SiteId | None = None) -> None:
        """Shows these sites in this order; the page with `stay_with`, else the one that was shown."""
        if entries == self._entries and stay_with is None:
            return
        self._entries = entries
        self._cut(stay_with)

    def show_page(self, page: int) -> None:
        """Turns to a page; the nearest where there is none of that number."""
        page = max(0, min(page, len(self._pages) - 1))
        if page != self._page:
            self._page = page
            self._fill()

    def show_site(self, site: SiteId) -> None:
        """Turns to the page of a site."""
        page = page_with(self._pages, site)
        if page is not None:
            self.show_page(page)

    def show_flash(self, sites: frozenset[SiteId], *, outlined: bool) -> None:
        """Shows one half of the flash on the lines of these sites, and all others steady."""
        before, self._outlined = self._outlined, sites if outlined else frozenset()
        self.in_turns.ask(site for site in self.page_sites if site in before ^ self._outlined)

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        if measures is not self._measures:
            self._measures = measures
            for row in (*self._rows.values(), *self._spare):
                row.set_measures(measures)
            self._cut(None)

    # ------------------------------------------------------------ pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the pages anew; the chosen site stays in sight."""
        here = self._selection.site
        self._cut(here if here in self._rows else next(iter(self.page_sites), None))

    def showEvent(self, event: object) -> None:
        """Shows what was missed."""
        self._seconds.start()
        self._show_all()
        self.rows_changed.emit()

    def hideEvent(self, event: object) -> None:
        """Costs nothing while nobody sees it."""
        self._seconds.stop()
        self.rows_changed.emit()

    def _cut(self, stay_with: SiteId | None) -> None:
        step = row_height(self._measures)
        lines = (self.height() - TITLES_HEIGHT + ROW_GAP) // step
        self._pages = pages_of(self._entries, lines, self._columns)
        page = page_with(self._pages, stay_with) if stay_with is not None else None
        self._page = min(self._page if page is None else page, len(self._pages) - 1)
        self._fill()

    @property
    def _columns(self) -> int:
        return 2 if self.width() >= 2 * LEAST_COLUMN + self._measures.gap else 1

    @property
    def _column_width(self) -> int:
        """Returns a width that is whole at every screen scale in quarters."""
        return (self.width() - (self._columns - 1) * self._measures.margin) // self._columns // 4 * 4

    def _fill(self) -> None:
        """Lays the lines of this page out, taking lines of the last one for them."""
        wanted = set(self.page_sites)
        for site in [site for site in self._rows if site not in wanted]:
            self._spare.append(self._rows.pop(site))
        self._headings = []
        step, width = row_height(self._measures), self._column_width
        for at, column in enumerate(self._pages[self._page].columns):
            for line, entry in enumerate(column):
                x, y = at * (width + self._measures.margin), TITLES_HEIGHT + line * step
                box = QRect(x, y, width, step - ROW_GAP)
                if isinstance(entry, Heading):
                    self._headings.append((box, entry))
                elif entry is not None:
                    self._row_for(entry).setGeometry(box)
        for row in self._spare:
            row.hide()
        self._show_all()
        self.update()
        self.rows_changed.emit()
        self.page_changed.emit()

    def _row_for(self, site: SiteId) -> SiteRow:
        row = self._rows.get(site)
        if row is None:
            row = self._spare.pop() if self._spare else self._new_row(site)
            row.turn_to(site)
            self._rows[site] = row
        row.show()
        return row

    def _new_row(self, site: SiteId) -> SiteRow:
        row = SiteRow(site, self._pictures, self)
        row.set_measures(self._measures)
        row.chosen.connect(self._choose)
        row.opened.connect(self.site_opened)
        row.menu_requested.connect(self.menu_requested)
        return row

    # ------------------------------------------------------------ faces and pictures

    def wanted_pictures(self) -> tuple[TileView, ...]:
        """Returns which pictures are to be converted, in physical pixels: those of connected sites on this page."""
        views: list[TileView] = []
        for site, row in self._rows.items() if self.isVisible() else ():
            view = self._store.site(site)
            if view is not None and sends_pictures(view):
                picture = row.shape_now.picture
                size = covering_size(picture.width(), picture.height(), row.devicePixelRatioF())
                views.append(TileView(site=site, width=size.width(), height=size.height()))
        return tuple(views)

    def refresh_pictures(self) -> None:
        """Takes new pictures for the lines on the screen; called by the window's tick."""
        if self.isVisible():
            for row in self._rows.values():
                if row.face.notice is None:
                    row.refresh_picture()

    def _show(self, site: SiteId) -> None:
        row = self._rows.get(site)
        view = self._store.site(site) if row is not None and self.isVisible() else None
        if row is None or view is None:
            return
        if view.link is LinkState.LOST:
            row.feed.forget()
        row.shown_ms = self._store.now_ms
        row.shown_kilobits = steady_rate(row.shown_kilobits, view.line.kilobits)
        face = row_face_of(
            view,
            self._store,
            selected=site == self._selection.site,
            kilobits=row.shown_kilobits,
            outlined=site in self._outlined,
        )
        row.set_face(face, summary_of(view))
        if row.sends_pictures != sends_pictures(view):
            row.sends_pictures = sends_pictures(view)
            self.rows_changed.emit()

    def _show_choice(self) -> None:
        before, self._chosen = self._chosen, self._selection.site
        for site in (before, self._chosen):
            if site is not None:
                self._show(site)

    def _show_ages(self) -> None:
        """Shows what grows old by itself, at the sites of which nothing was heard in this second."""
        now_ms = self._store.now_ms
        for site, row in self._rows.items():
            if now_ms - row.shown_ms >= JUST_SHOWN_MS:
                self._show(site)

    def _show_all(self) -> None:
        for site in self._rows:
            self._show(site)

    def _choose(self, site: SiteId) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._selection.choose(site)

    # ------------------------------------------------------------ keys and wheel

    def move_selection(self, step_right: int, step_down: int) -> None:
        """Chooses the neighbour of the chosen site, past the ends of columns and pages too; else the first here."""
        here = self._selection.site
        if here not in self._rows:
            site = next(iter(self.page_sites), None)
        elif step_down:
            site = self._next_in_order(here, step_down)
        else:
            site = self._beside(here, step_right)
        if site is not None:
            self._selection.choose(site)
            self.show_site(site)

    def _next_in_order(self, here: SiteId, step: int) -> SiteId | None:
        sites = self.sites
        at = sites.index(here) + step
        return sites[at] if 0 <= at < len(sites) else None

    def _beside(self, here: SiteId, step: int) -> SiteId | None:
        """Returns the site in the same line of the next column, the nearest above it where there is none."""
        columns = self._pages[self._page].columns
        at, line = next((at, column.index(here)) for at, column in enumerate(columns) if here in column)
        if not 0 <= at + step < len(columns):
            return None
        above = [entry for entry in columns[at + step][: line + 1] if isinstance(entry, str)]
        return above[-1] if above else next((entry for entry in columns[at + step] if isinstance(entry, str)), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns a page per notch."""
        self._turned += event.angleDelta().y()
        notches = int(self._turned / WHEEL_NOTCH)
        self._turned -= notches * WHEEL_NOTCH
        self.show_page(self._page - notches)
        event.accept()

    # ------------------------------------------------------------ painting

    def changeEvent(self, event: QEvent) -> None:
        """Follows another language and another screen."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(words.list_name())
            self._show_all()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the titles of the columns and the headings of groups."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.BACKGROUND)
            for at in range(max(1, len(self._pages[self._page].columns))):
                self._paint_titles(painter, at * (self._column_width + self._measures.margin))
            for box, heading in self._headings:
                text = words.goes_on(heading.text) if heading.goes_on else heading.text
                panel(painter, box.toRectF(), theme.ORDER, radius=4)
                draw_icon(painter, Icon.PEOPLE, QRectF(box.x() + 10, box.center().y() - 7, 15, 15), theme.TEXT_SECOND)
                face = theme.font(self._measures.row_size, 600)
                draw_text(painter, box.toRectF().adjusted(34, 0, -8, 0), text, face, theme.TEXT)
            if not self._entries:
                draw_text(painter, self.rect().toRectF(), self.nothing_text, theme.font(16, 500), theme.DIM, CENTRE)

    def _paint_titles(self, painter: QPainter, left: int) -> None:
        shape = RowShape(
            QRect(0, 0, self._column_width, row_height(self._measures) - ROW_GAP).size(), self._measures, 1.0
        )  # fmt: skip
        face = theme.font(12, 500)
        name, signs, state, loss = words.column_titles()
        width = shape.size.width()
        signs_left = shape.signs_left - (16 if not self._measures.compact else 0)
        for text, x, wide, where in (
            (name, shape.name_left, signs_left - shape.name_left, LEFT),
            (fitted(list(signs), face, shape.state_left - signs_left - 8), signs_left, 0, LEFT),
            (state, shape.state_left, shape.loss_left - shape.state_left, LEFT),
            (loss if shape.shows_loss else "", shape.loss_left, width - shape.loss_left - 8, RIGHT),
        ):
            draw_text(painter, QRectF(left + x, 0, wide, TITLES_HEIGHT), text, face, theme.FAINT, where)
