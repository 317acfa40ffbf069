"""Plots of the chosen site and the heat map of all, as one part of the console's right column.

Rule: nothing here is made before it is seen, and nothing is collected while it is hidden: the bridge keeps the past.
What takes long to load is loaded in pieces soon after the start, so that opening holds nothing up. Past 64 sites the
plots open on demand only and the map takes their room.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from console.lines.line_history import HistoryPage, LinesPage
from console.words import SiteId
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.painting import panel
from widgets.drawing.theme import Measures
from widgets.lines.history_span import TimeSpan

if TYPE_CHECKING:
    from widgets.lines.heat_map import HeatMap
    from widgets.lines.history import LineHistory
    from widgets.lines.line_panel import LinePanel

LOAD_AFTER_MS = 300
"""After the part is first seen: the window paints first, NumPy takes a tenth of a second to load."""
LOAD_EARLY_MS = 3_000
"""After the start; by then the window is in use, and whoever opens the plots finds them loaded."""
ZOOM_SETTLE_MS = 150
"""A time that is still being moved asks for nothing."""
MOST_SITES_WITH_PLOTS = 64
PLOTS_HEIGHT, PLOTS_HEIGHT_COMPACT = 112, 78
MAP_HEIGHT, MAP_HEIGHT_COMPACT = 166, 120
SLIM_PLOTS_HEIGHT = 50
"""Loss and round trip alone, where the four plots have no room beside the map."""
LEAST_MAP_HEIGHT = 96
LEAST_UNTITLED_MAP_HEIGHT = 88
LEAST_LARGE_HEIGHT = 400
"""Less than this above the map, and the large plots lie over the map as well."""


class LineColumn(QWidget):
    """History, plots and heat map with one span of time; `large_parent` is what the large plots lie over."""

    moment_requested = Signal(object, object)
    """Milliseconds (UTC) and a site: the log shall show what was then."""
    page_wanted = Signal(object)
    """A `HistoryWanted` for the bridge; `take_page` answers."""
    lines_wanted = Signal(object)
    """A `LinesWanted` for the bridge; `take_lines` answers."""

    large_closed = Signal()
    """The large plots had the keyboard; somebody else takes it."""

    def __init__(self, store: Store, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._store, self._selection, self._large_parent = store, selection, parent
        self._measures = theme.WIDE
        self._large_area = QRect()
        self._map_top = 0
        self.span = TimeSpan(self)
        self.history: LineHistory | None = None
        self.plots: LinePanel | None = None
        self.map: HeatMap | None = None
        self.large: LinePanel | None = None
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(LOAD_AFTER_MS)
        self._loading.timeout.connect(self.load)
        self._early = QTimer(self)
        self._early.setSingleShot(True)
        self._early.timeout.connect(self._load_early)
        self._early.start(LOAD_EARLY_MS)
        self._zoomed = QTimer(self)
        self._zoomed.setSingleShot(True)
        self._zoomed.setInterval(ZOOM_SETTLE_MS)
        self._zoomed.timeout.connect(self._want_detail)
        self.span.changed.connect(self._zoomed.start)
        store.roster_changed.connect(self._lay_out)

    # ------------------------------------------------------------ life

    def load(self) -> None:
        """Makes history, plots and map, if they are not there yet."""
        if self.map is not None:
            return
        from widgets.lines.heat_map import HeatMap
        from widgets.lines.history import LineHistory
        from widgets.lines.line_panel import LinePanel

        self.history = LineHistory(self._store, self)
        self.history.page_wanted.connect(self.page_wanted)
        self.history.lines_wanted.connect(self.lines_wanted)
        self.follow_time()
        self.map = HeatMap(self._store, self._selection, self.span, self)
        self.plots = LinePanel(self._store, self._selection, self.span, self)
        self.plots.size_requested.connect(self.show_large)
        self.map.plots_requested.connect(self.show_large)
        for part in (self.map, self.plots):
            part.moment_requested.connect(self.moment_requested)
            part.moment_requested.connect(self.show_moment)
            part.set_measures(self._measures)
            part.set_history(self.history)
        self._lay_out()
        if self.isVisible():
            self.history.watch()

    def _load_early(self) -> None:
        """Loads what plots and map need, seen or not; nothing of it is made."""
        from widgets.lines import early_loading, heat_map, line_panel

        del heat_map, line_panel
        early_loading.early_loading().begin()

    def follow_time(self) -> None:
        """Takes the next second; called once a second."""
        history = self.history
        if history is not None:
            self.span.follow(history.start_ms, self._store.now_ms)
            history.take_sample()

    def showEvent(self, event: QShowEvent) -> None:
        """Collects again."""
        if self.history is None:
            self._loading.start()
        else:
            self.follow_time()
            self.history.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Collects nothing for nobody."""
        self._loading.stop()
        if self.history is not None and (self.large is None or self.large.isHidden()):
            self.history.rest()

    def _want_detail(self) -> None:
        if self.history is not None and not self.span.follows:
            step_ms = self.span.length_ms // max(1, self.width())
            self.history.want_detail(self.span.from_ms, self.span.until_ms, step_ms)

    # ------------------------------------------------------------ what comes in

    def take_page(self, page: HistoryPage | None) -> None:
        """Takes a page of the past; None: it did not come."""
        if self.history is None:
            return
        if page is None:
            self.history.page_failed()
        else:
            self.history.take_page(page)

    def take_lines(self, page: LinesPage) -> None:
        """Takes the meeting's events."""
        if self.history is not None:
            self.history.take_lines(page)

    def show_moment(self, wall_ms: int, _site: SiteId | None = None) -> None:
        """Marks a moment everywhere and brings it into view."""
        for part in (self.map, self.plots, self.large):
            if part is not None:
                part.show_moment(wall_ms)

    # ------------------------------------------------------------ large plots

    def show_large(self) -> None:
        """Lays the large plots over the column, and gives them the keyboard."""
        self.load()
        assert self.history is not None
        self.history.watch()
        if self.large is None:
            from widgets.lines.line_panel import LinePanel

            self.large = LinePanel(self._store, self._selection, self.span, self._large_parent, large=True)
            self.large.size_requested.connect(self.close_large)
            self.large.moment_requested.connect(self.moment_requested)
            self.large.moment_requested.connect(self.show_moment)
            self.large.set_history(self.history)
        self.large.set_measures(self._measures)
        self._lay_out_large()
        self.large.show()
        self.large.raise_()
        self.large.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lay_out()

    def close_large(self) -> bool:
        """Takes the large plots away; tells whether they were there."""
        if self.large is None or self.large.isHidden():
            return False
        self.large.hide()
        if self.history is not None and not self.isVisible():
            self.history.rest()
        self._lay_out()
        self.large_closed.emit()
        return True

    def set_large_area(self, area: QRect) -> None:
        """Sets where the large plots may lie, in the parent's coordinates: above the map where there is room."""
        self._large_area = area
        self._lay_out_large()

    def _lay_out_large(self) -> None:
        if self.large is not None:
            area = QRect(self._large_area)
            above_map = self.y() + self._map_top - self._measures.gap
            below = self.geometry().bottom() + 1
            if self.isHidden() or below - area.y() < LEAST_LARGE_HEIGHT:
                below = area.bottom() + 1
            below = above_map if above_map - area.y() >= LEAST_LARGE_HEIGHT else below
            area.setHeight(min(area.height(), below - area.y()))
            self.large.setGeometry(area)

    # ------------------------------------------------------------ layout

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        for part in (self.map, self.plots, self.large):
            if part is not None:
                part.set_measures(measures)

    def height_within(self, room: int) -> int:
        """Returns the height this part wants of so much room; 0 when there is too little for anything of it."""
        plots, whole = self._plots_height, self._plots_height + self._measures.gap + self._map_height
        if room >= whole:
            return whole
        if room >= plots + self._measures.gap + LEAST_MAP_HEIGHT:
            return room
        if room >= LEAST_MAP_HEIGHT:
            return room
        return SLIM_PLOTS_HEIGHT if room >= SLIM_PLOTS_HEIGHT and self._few else 0

    @property
    def _few(self) -> bool:
        return len(self._store.roster) <= MOST_SITES_WITH_PLOTS

    @property
    def _plots_height(self) -> int:
        return PLOTS_HEIGHT if not self._measures.compact else PLOTS_HEIGHT_COMPACT

    @property
    def _map_height(self) -> int:
        return MAP_HEIGHT if not self._measures.compact else MAP_HEIGHT_COMPACT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays both parts out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.map is None or self.plots is None:
            self.update()
            return
        gap = self._measures.gap
        all_four = self.height() >= self._plots_height + gap + LEAST_MAP_HEIGHT
        both = self._few and (all_four or self.height() >= SLIM_PLOTS_HEIGHT + gap + LEAST_UNTITLED_MAP_HEIGHT)
        alone = self._few and self.height() < LEAST_UNTITLED_MAP_HEIGHT
        plots_height = self._plots_height if all_four else SLIM_PLOTS_HEIGHT
        self._map_top = plots_height + gap if both else 0
        self.plots.set_slim(slim=not all_four)
        self.plots.setGeometry(0, 0, self.width(), plots_height)
        self.plots.setVisible((both or alone) and (self.large is None or self.large.isHidden()))
        self.map.show_title(shown=all_four or not both)
        self.map.setGeometry(0, self._map_top, self.width(), max(1, self.height() - self._map_top))
        self.map.show_chips(shown=not both)
        self.map.setVisible(not alone)
        self._lay_out_large()
        self.update()  # the gap between them still shows what stood there before

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keeps the large plots above the map."""
        self._lay_out_large()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills the gap between the parts; before they are loaded, shows where they will be."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.BACKGROUND)
            if self.map is None and self.height() > LEAST_MAP_HEIGHT:
                panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
