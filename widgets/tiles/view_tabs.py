"""The row above the list: which order it stands in, which page is shown, and the field that filters it.

Rule: a tab names an order and never toggles; the counter of the second view moves, the list does not.
"""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.controls.search_panel import KeepingField
from widgets.drawing import theme
from widgets.drawing.painting import (
    CENTRE,
    RIGHT,
    Badge,
    badge_height,
    badge_width,
    draw_badge,
    draw_text,
    fitted,
    panel,
    text_width,
)
from widgets.drawing.theme import Measures
from widgets.phrases.console import list_words as words


class Order(Enum):
    """In which order the sites stand."""

    NUMBER = auto()
    ATTENTION = auto()
    CLUSTER = auto()


NAMES = {Order.NUMBER: words.by_number, Order.ATTENTION: words.attention_first, Order.CLUSTER: words.by_cluster}
HINTS = {
    Order.NUMBER: words.by_number_hint,
    Order.ATTENTION: words.attention_hint,
    Order.CLUSTER: words.by_cluster_hint,
}
KEYS = {Order.ATTENTION: "F7"}


class Tab(QAbstractButton):
    """One order: its name, its key, and how many sites ask for it."""

    def __init__(self, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self.order = order
        self.in_force = False
        self.count = 0
        self.pixels = 15
        self.brief = False
        self.setObjectName(f"tab-{order.name.lower()}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_language()

    def follow_language(self) -> None:
        """Takes its words anew."""
        self.setText(NAMES[self.order]()[-1 if self.brief else 0])
        self.setToolTip(HINTS[self.order]())
        self.setAccessibleName(NAMES[self.order]()[0])

    def show_count(self, count: int) -> None:
        """Shows how many sites need attention."""
        if count != self.count:
            self.count = count
            self.setAccessibleDescription(words.needing_attention(count))
            self.update()

    @property
    def _badge(self) -> Badge:
        ground, ink = (theme.WARNING, theme.ON_WARNING) if self.count else (theme.RAISED, theme.TEXT_SECOND)
        return Badge(str(self.count), ground, ink, weight=700)

    def sizeHint(self) -> QSize:
        """Returns the room for name, key and a count of three figures."""
        wide = text_width(self.text(), theme.font(self.pixels, 600)) + 28
        if self.order in KEYS:
            counted = Badge("000", theme.RAISED, theme.TEXT, weight=700)
            wide += badge_width(counted, self.pixels - 2) + 8
            wide += text_width(KEYS[self.order], theme.font(self.pixels - 2)) + 8
        return QSize(round(wide), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the name, and a bar under the order in force."""
        with QPainter(self) as painter:
            box = self.rect().toRectF()
            ground = theme.PLATE if self.in_force else theme.PANEL
            panel(painter, box, ground.lighter(115) if self.underMouse() else ground, theme.EDGE)
            face = theme.font(self.pixels, 600)
            x = 14.0
            ink = theme.TEXT if self.in_force else theme.TEXT_SECOND
            x += draw_text(painter, QRectF(x, 0, box.width(), box.height()), self.text(), face, ink) + 8
            if self.order in KEYS:
                top = (box.height() - badge_height(self.pixels - 2)) / 2
                x = draw_badge(painter, QRectF(x, top, 0, 0).topLeft(), self._badge, self.pixels - 2).right() + 8
                key_box = QRectF(x, 0, box.width() - x - 10, box.height())
                draw_text(painter, key_box, KEYS[self.order], theme.font(self.pixels - 2), theme.DIM, RIGHT)
            if self.in_force:
                painter.fillRect(QRectF(10, box.height() - 4, box.width() - 20, 3), theme.TEXT)


class NewlyNeeding(QAbstractButton):
    """The hint that others need attention since the list was sorted; a press sorts it again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("newly-needing")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pixels = 13
        self.count = 0
        self.hide()

    def show_count(self, count: int) -> None:
        """Says how many; goes with the last of them."""
        self.count = count
        self.setText(words.newly_needing(count)[0])
        self.setAccessibleName(self.text())
        self.setToolTip(words.attention_hint())
        self.setVisible(count > 0)
        self.update()

    def wide(self, *, brief: bool) -> int:
        """Returns the width with the long or the short words."""
        return round(text_width(words.newly_needing(self.count)[-1 if brief else 0], theme.font(self.pixels, 600)) + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the hint in the longest words that fit."""
        with QPainter(self) as painter:
            box, face = self.rect().toRectF(), theme.font(self.pixels, 600)
            panel(painter, box, theme.PRIMARY)
            text = fitted(list(words.newly_needing(self.count)), face, box.width() - 16)
            draw_text(painter, box, text, face, theme.ON_PRIMARY, CENTRE)


class ViewTabs(QWidget):
    """Three tabs, the page, the field."""

    order_wanted = Signal(object)
    """An `Order`."""
    filter_changed = Signal(str)
    best_wanted = Signal()
    """Enter in the field: the best match is to be chosen."""
    list_wanted = Signal()
    """Down in the field: the keyboard goes into the list, the filter stays."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._measures = theme.WIDE
        self._page: tuple[str, ...] = ()
        self._found: str | None = None
        self._free = QRectF()
        self.tabs = {order: Tab(order, self) for order in Order}
        for order, tab in self.tabs.items():
            tab.clicked.connect(lambda _checked=False, order=order: self.order_wanted.emit(order))
        self.news = NewlyNeeding(self)
        self.news.clicked.connect(lambda: self.order_wanted.emit(Order.ATTENTION))
        self.field = KeepingField(self)
        self.field.setObjectName("list-filter")
        self.field.setAccessibleName(words.search_name())
        self.field.setClearButtonEnabled(True)
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field.textChanged.connect(self.filter_changed)
        self.field.installEventFilter(self)

    # ------------------------------------------------------------ what it shows

    def show_order(self, order: Order) -> None:
        """Marks the order in force."""
        for tab in self.tabs.values():
            if tab.in_force != (tab.order is order):
                tab.in_force = tab.order is order
                tab.update()

    def show_attention(self, count: int, news: int) -> None:
        """Shows how many sites need attention, and how many of them since the list was sorted."""
        self.tabs[Order.ATTENTION].show_count(count)
        if news != self.news.count or (news > 0) == self.news.isHidden():
            self.news.show_count(news)
            self._lay_out()

    def show_page(self, page: tuple[str, ...]) -> None:
        """Shows the place in the list: wordings, longest first."""
        if page != self._page:
            self._page = page
            self.update()

    def show_found(self, found: str | None) -> None:
        """Says how many sites the filter leaves; None: there is no filter."""
        if found != self._found:
            self._found = found
            self.update()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self._lay_out()

    @property
    def wanted_height(self) -> int:
        """Height of the row."""
        return self._measures.button_height

    def clear(self) -> None:
        """Takes the filter away."""
        self.field.clear()

    # ------------------------------------------------------------ layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the row out anew."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follows another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.field.setAccessibleName(words.search_name())
            self._lay_out()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        compact, height, x = self._measures.compact, self.height(), 0
        for tab in self.tabs.values():
            tab.pixels, tab.brief = 13 if compact else 15, compact
            tab.follow_language()
            tab.setGeometry(x, 0, tab.sizeHint().width(), height)
            x += tab.width() + self._measures.gap
        field_width = min(300 if not compact else 244, max(120, (self.width() - x) // 2))
        self.field.setGeometry(self.width() - field_width, 0, field_width, height)
        hint = fitted(list(words.search_field()), theme.font(15), field_width - 60)
        self.field.setPlaceholderText(hint)
        self._free = QRectF(x, 0, self.width() - field_width - x - self._measures.gap, height)
        if not self.news.isHidden():
            page = text_width(self._page[-1], theme.font(self._measures.label_size)) + 12 if self._page else 0
            long = self.news.wide(brief=False)
            wide = long if long + page <= self._free.width() else self.news.wide(brief=True)
            self.news.setGeometry(x, (height - 36) // 2, wide, 36)
            self._free.setLeft(x + wide + self._measures.gap)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the page at the right of what the tabs leave, or what the filter has found."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.BACKGROUND)
            face = theme.font(self._measures.label_size + 1, 500)
            texts = [self._found] if self._found is not None else list(self._page)
            text = fitted(texts, face, self._free.width())
            if text and text_width(text, face) <= self._free.width():
                draw_text(painter, self._free, text, face, theme.TEXT_SECOND, RIGHT)

    # ------------------------------------------------------------ keys of the field

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Takes what leaves the field: Enter chooses, Down goes into the list, Escape takes the filter away."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.best_wanted.emit()
            case Qt.Key.Key_Down:
                self.list_wanted.emit()
            case Qt.Key.Key_Escape:
                self.clear()
                self.list_wanted.emit()
            case _:
                return False
        return True
