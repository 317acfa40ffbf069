"""The map of all sites: one small cell each, in the order of their numbers, with a frame around the page of the list.

Rule: a cell says by colour, sign and place what a glance needs: podium, next, error, warning; a click goes there.
Cells are repainted one by one; a hidden map costs nothing.
"""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from console.words import SiteId
from widgets.controls.faults import Severity
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, fitted, panel, text_width
from widgets.drawing.theme import Measures
from widgets.phrases.console import list_words as words
from widgets.phrases.console.site_summary import summary_of
from widgets.rows.site_cells import SiteCells
from widgets.tiles.site_standings import SiteStandings, Standing
from widgets.tiles.tile_face import Tally

COLUMNS = 20
PADDING = 8
GAP = 2
LARGEST_CELL_HEIGHT = 30
GOOD_CELL_HEIGHT = 20
LEAST_CELL_HEIGHT = 16
"""Lower cells have no room for a number beside a sign."""
SIGN_BESIDE_NUMBER_FROM, NUMBERED_FROM = 13, 9
"""Lower cells, in the smallest windows, show their sign alone, or nothing."""


class MapView(Enum):
    """What stands in this place."""

    SITES = auto()
    LOSS = auto()
    LOG = auto()


CHOICES = {MapView.SITES: words.map_chip, MapView.LOSS: words.loss_chip, MapView.LOG: words.log_chip}


class MapChoice(QAbstractButton):
    """One of the things that may stand here."""

    def __init__(self, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self.setObjectName(f"map-{view.name.lower()}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pixels = 13

    def sizeHint(self) -> QSize:
        """Returns the room for the word."""
        return QSize(round(text_width(self.text(), theme.font(self.pixels, 600)) + 20), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the word, a bar under the one that is shown."""
        with QPainter(self) as painter:
            ink = theme.TEXT if self.isChecked() or self.underMouse() else theme.DIM
            draw_text(painter, self.rect().toRectF(), self.text(), theme.font(self.pixels, 600), ink, CENTRE)
            if self.isChecked():
                painter.fillRect(QRectF(8, self.height() - 7, self.width() - 16, 2), theme.TEXT)


class OverviewMap(QWidget):
    """All sites in rows of twenty; the title may also make room for the loss over time or for the log."""

    view_changed = Signal()
    """Something else shall stand below the title."""

    def __init__(
        self, store: Store, selection: Selection, cells: SiteCells, standings: SiteStandings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overview-map")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store, self._selection = store, selection
        self._cells, self._standings = cells, standings
        self._measures = theme.WIDE
        self._page: frozenset[SiteId] = frozenset()
        self._chosen: SiteId | None = None
        self.view = MapView.SITES
        self.choices = {view: MapChoice(view, self) for view in MapView}
        self.choices[self.view].setChecked(True)
        for choice in self.choices.values():
            choice.clicked.connect(partial(self.show_view, choice.view))
        standings.changed.connect(self._take_standings)
        selection.changed.connect(self._follow_choice)
        cells.changed.connect(self.follow_language)
        store.link_lost_changed.connect(self.update)
        self.follow_language()

    def follow_language(self) -> None:
        """Takes its words and its sites anew."""
        self.setAccessibleName(words.map_name(len(self._cells.of)))
        for choice in self.choices.values():
            choice.setText(CHOICES[choice.view]())
            choice.setAccessibleName(choice.text())
        self._describe()
        self._lay_out()

    def show_view(self, view: MapView, _checked: bool = True) -> None:  # noqa: FBT001, FBT002 - a button's signal
        """Shows the map, or makes room for something else."""
        self.choices[view].setChecked(True)
        if view is not self.view:
            self.view = view
            self.view_changed.emit()
            self.update()

    def make_room_for_log(self) -> None:
        """Makes room for the log, which is about to show a moment."""
        if self.isVisible():
            self.show_view(MapView.LOG)

    def show_page(self, sites: tuple[SiteId, ...]) -> None:
        """Draws the frame around these sites."""
        page = frozenset(sites)
        if page != self._page:
            self._page = page
            self.update()

    @property
    def framed(self) -> frozenset[SiteId]:
        """The sites within the frame."""
        return self._page

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._lay_out()

    # ------------------------------------------------------------ geometry

    @property
    def head(self) -> int:
        """Height of the title."""
        return 36 if not self._measures.compact else 30

    @property
    def least_height(self) -> int:
        """Height below which the numbers would not be readable."""
        least = LEAST_CELL_HEIGHT if self._measures.compact else GOOD_CELL_HEIGHT
        return self.head + self._lines * least + PADDING

    @property
    def _lines(self) -> int:
        return max(1, -(-self._cells.count // COLUMNS))

    def box_of(self, site: SiteId) -> QRectF:
        """Returns the area of a site's cell, its gap included; empty for a site that has none."""
        cell = self._cells.of.get(site)
        if cell is None:
            return QRectF()
        line, column = divmod(cell, COLUMNS)
        width = (self.width() - 2 * PADDING) / COLUMNS
        height = min(LARGEST_CELL_HEIGHT, (self.height() - self.head - PADDING) / self._lines)
        return QRectF(PADDING + column * width, self.head + line * height, width, height)

    def site_at(self, x: float, y: float) -> SiteId | None:
        """Returns the site under a point."""
        return next((site for site in self._cells.of if self.box_of(site).contains(x, y)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the title out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        x = PADDING - 4
        for choice in self.choices.values():
            choice.pixels = self._measures.label_size + 1
            choice.setGeometry(x, 0, choice.sizeHint().width(), self.head)
            x += choice.width()
        self.update()

    # ------------------------------------------------------------ what comes in

    def _take_standings(self, sites: frozenset[SiteId]) -> None:
        self._describe()
        for site in sites:
            self._update_cell(site)

    def _describe(self) -> None:
        severities = [self._standings.of(site).severity for site in self._cells.of]
        text = words.map_description(severities.count(Severity.ERROR), severities.count(Severity.WARNING))
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _follow_choice(self) -> None:
        before, self._chosen = self._chosen, self._selection.site
        for site in (before, self._chosen):
            if site is not None:
                self._update_cell(site)

    def _update_cell(self, site: SiteId) -> None:
        self.update(self.box_of(site).toAlignedRect().adjusted(-2, -2, 2, 2))

    # ------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes from cell to cell with the arrows; left and right of the title's choices with Ctrl."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            views = list(MapView)
            if abs(step) == 1:
                self.show_view(views[(views.index(self.view) + step) % len(views)])
        else:
            self._choose_beside(step)

    def _choose_beside(self, step: int) -> None:
        """Chooses the site so many cells further; a cell without a site and the ends hold."""
        here = self._cells.of.get(self._selection.site) if self._selection.site is not None else None
        wanted = 0 if here is None else here + step
        site = next((site for site, cell in self._cells.of.items() if cell == wanted), None)
        if site is not None:
            self._selection.choose(site)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the arrows go here."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows that the arrows go elsewhere."""
        self.update()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the site under the pointer; the list turns to its page."""
        site = self.site_at(event.position().x(), event.position().y())
        if site is not None and event.button() is Qt.MouseButton.LeftButton:
            self._selection.choose(site)

    def event(self, event: QEvent) -> bool:
        """Says under the pointer which site it is and how it stands."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            site = self.site_at(event.pos().x(), event.pos().y())
            view = self._store.site(site)
            text = f"{self._store.full_label(site)}: {summary_of(view)}" if site is not None and view else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.follow_language()
        super().changeEvent(event)

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cells that changed, and the frame of the page."""
        dirty = event.rect()
        with QPainter(self) as painter:
            painter.setClipRect(dirty)
            painter.fillRect(dirty, theme.BACKGROUND)
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.SELECT if self.hasFocus() else theme.LINE)
            if dirty.top() < self.head:
                self._paint_head(painter)
            if self.view is not MapView.SITES:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for site in self._cells.of:
                box = self.box_of(site)
                if box.intersects(QRectF(dirty)):
                    self._paint_cell(painter, site, box)
            self._paint_frame(painter)
            if self._store.link_lost:
                painter.fillRect(QRect(1, self.head, self.width() - 2, self.height() - self.head - 1), theme.OLD_SHADE)

    def _paint_head(self, painter: QPainter) -> None:
        left = max(choice.geometry().right() for choice in self.choices.values()) + 12
        face = theme.font(self._measures.label_size)
        texts = [f"{words.sites(len(self._cells.of))} · {words.map_hint()}", words.map_hint(), ""]
        box = QRectF(left, 0, self.width() - left - PADDING - 4, self.head)
        if self.view is MapView.SITES:
            draw_text(painter, box, fitted(texts, face, box.width()), face, theme.DIM, RIGHT)

    def _paint_cell(self, painter: QPainter, site: SiteId, whole: QRectF) -> None:
        standing, view = self._standings.of(site), self._store.site(site)
        box = whole.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        ground, ink = self._colours(standing)
        painter.setPen(QPen(theme.LINE, 1) if standing.absent else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 2, 2)
        number, pixels = str(view.number) if view is not None else "", 11 if box.height() < 22 else 12
        sign = self._sign(standing)
        if sign is not None and box.height() < SIGN_BESIDE_NUMBER_FROM:
            side = max(4.0, box.height() - 1)
            draw_icon(painter, sign, QRectF(box.center().x() - side / 2, box.y() + 0.5, side, side), ink)
        elif sign is None and box.height() >= NUMBERED_FROM:
            draw_text(painter, box, number, theme.font(pixels, 600), ink, CENTRE)
        elif sign is not None:
            low = box.height() < 17
            side = 5 if low else 7
            draw_icon(painter, sign, QRectF(box.x() + 1, box.y() + (0 if low else 1), side, side), ink)
            below = box.adjusted(0, 2, 0, 2) if low else box.adjusted(0, 5, 0, 2)
            draw_text(painter, below, number, theme.font(11, 600), ink, CENTRE)
        if site == self._selection.site:
            self._paint_choice(painter, box)

    def _colours(self, standing: Standing) -> tuple[QColor, QColor]:
        if standing.tally is Tally.LIVE and not self._store.link_lost:
            return theme.LIVE, theme.ON_LIVE
        if standing.tally is Tally.NEXT:
            return theme.NEXT, theme.ON_NEXT
        if standing.severity is Severity.ERROR:
            return theme.ERROR, theme.ON_ERROR
        if standing.severity is Severity.WARNING:
            return theme.WARNING, theme.ON_WARNING
        return (theme.PANEL, theme.FAINT) if standing.absent else (theme.PLATE, theme.TEXT_SECOND)

    def _sign(self, standing: Standing) -> Icon | None:
        if standing.severity is not None:
            return Icon.SQUARE if standing.severity is Severity.ERROR else Icon.TRIANGLE
        if standing.tally is not Tally.NONE:
            return Icon.DOT if standing.tally is Tally.LIVE else Icon.CHECK
        if standing.asks:
            return Icon.HAND
        return Icon.RING if standing.absent else None

    def _paint_choice(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, colour in ((-0.75, theme.TEXT), (0.75, theme.SELECT)):
            painter.setPen(QPen(colour, 1.5))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2, 2)

    def _paint_frame(self, painter: QPainter) -> None:
        if not self._page:
            return
        ground = QPainterPath()
        ground.setFillRule(Qt.FillRule.WindingFill)
        for site in self._page:
            ground.addRect(self.box_of(site).adjusted(-0.3, -0.3, 0.3, 0.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.TEXT, 1.5))
        painter.drawPath(ground.simplified())
