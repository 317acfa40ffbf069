"""The list of alarms: what nobody has taken first, with the key that takes it.

Rules: past 64 sites it always stands in the right column; below that it lies over the plots while it is wanted and
goes with Escape. A row that has just come under the pointer takes no press: it may be another than the one aimed at.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.commands import TakeAlarm
from widgets.alarms.alarm_bell import AlarmBell
from widgets.alarms.alarm_desk import AlarmDesk
from widgets.alarms.alarm_flash import AlarmFlash
from widgets.alarms.alarm_rows import AlarmRow, sentence_of
from widgets.controls.buttons import PaintedButton
from widgets.controls.store import REPEAT_MS, Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import CENTRE, RIGHT, draw_text, fitted, panel, text_width, veil
from widgets.drawing.rephrasing import named, tipped
from widgets.drawing.theme import Measures
from widgets.phrases.console import alarm_panel_words as words

MOST_SITES_BESIDE_PLOTS = 64
"""Up to so many sites the list opens over the plots; past it there are no plots, and the list stands in their place."""
ROW_HEIGHT, ROW_HEIGHT_COMPACT = 48, 44
CLOSE_SIDE = 36


class AlarmPanel(QWidget):
    """Title, keys, and as many alarms as there is room for."""

    opened_changed = Signal()
    """The list lies over the plots, or no longer."""

    def __init__(self, store: Store, alarms: AlarmDesk, bell: AlarmBell, flash: AlarmFlash, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("alarm-panel")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(self, words.title)
        self._store, self._alarms, self._bell, self._flash = store, alarms, bell, flash
        self._measures = theme.WIDE
        self._rows: list[AlarmRow] = []
        self._first = 0
        self._shown_ids: tuple[str, ...] = ()
        self._moved_ms = 0
        self._opened = False
        self._may_dock = True
        """Past a hundred sites a small window has no room for it."""
        self._close = PaintedButton(self, icon=Icon.CROSS)
        self._close.setObjectName("alarm-panel-close")
        named(self._close, words.close)
        tipped(self._close, words.close)
        self._close.clicked.connect(self.close_list)
        alarms.changed.connect(self.follow)
        flash.changed.connect(self._follow_flash)
        bell.held_changed.connect(self.update)
        store.link_lost_changed.connect(self.follow)
        store.sites_changed.connect(self._follow_figures)
        self.hide()

    # ------------------------------------------------------------ where it stands

    @property
    def docked(self) -> bool:
        """Whether the list always stands in the column."""
        return self._may_dock and len(self._store.roster) > MOST_SITES_BESIDE_PLOTS

    def set_docked(self, *, docked: bool) -> None:
        """Lets the list stand in the column where it always would, or lets it lie over other parts while wanted."""
        self._may_dock = docked

    @property
    def wanted(self) -> bool:
        """Whether the list is to be seen."""
        return self.docked or self._opened

    def open_list(self) -> None:
        """Shows the list and gives it the keyboard."""
        if not self.docked and not self._opened:
            self._opened = True
            self.opened_changed.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Takes the list away where it lies over the plots."""
        if self._opened:
            self._opened = False
            self.opened_changed.emit()

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        self.follow()

    @property
    def _head_height(self) -> int:
        return 40 if not self._measures.compact else CLOSE_SIDE

    @property
    def _row_height(self) -> int:
        return ROW_HEIGHT if not self._measures.compact else ROW_HEIGHT_COMPACT

    def height_of(self, rows: int) -> int:
        """Returns the height for a number of alarms."""
        return self._head_height + rows * self._row_height + 8

    # ------------------------------------------------------------ what is shown

    def follow(self) -> None:
        """Shows the present alarms."""
        if not self.wanted:
            return
        alarms = self._alarms.alarms
        room = max(0, (self.height() - self._head_height - 8) // self._row_height)
        self._first = max(0, min(self._first, len(alarms) - room))
        shown = alarms[self._first : self._first + room]
        ids = tuple(alarm.alarm_id for alarm in shown)
        if ids != self._shown_ids:
            self._shown_ids, self._moved_ms = ids, self._store.now_ms
        while len(self._rows) < len(shown):
            self._rows.append(self._new_row())
        chosen, to_take = self._alarms.chosen, self._alarms.to_take
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(shown))
            if index < len(shown):
                row.setGeometry(6, self._head_height + index * self._row_height, self.width() - 12, self._row_height)
                alarm = shown[index]
                row.show_alarm(
                    alarm,
                    self._measures,
                    selected=chosen is not None and alarm.alarm_id == chosen.alarm_id,
                    next_taken=to_take is not None and alarm.alarm_id == to_take.alarm_id,
                    outlined=self._flash.outlined,
                )
        self._close.setVisible(not self.docked)
        self._close.setGeometry(self.width() - CLOSE_SIDE - 4, 2, CLOSE_SIDE, CLOSE_SIDE - 2)
        first = alarms[0] if alarms else None
        self.setAccessibleDescription(sentence_of(first, self._store) if first is not None else words.nothing())
        self.update()

    def _new_row(self) -> AlarmRow:
        row = AlarmRow(self._store, self)
        row.chosen.connect(self._alarms.choose)
        row.take_wanted.connect(self._take)
        return row

    def _take(self, alarm_id: str) -> None:
        if self._store.now_ms - self._moved_ms >= REPEAT_MS:
            self._store.send(TakeAlarm(alarm_id=alarm_id))

    def _follow_flash(self) -> None:
        if self.isVisible():
            for row in self._rows:
                row.set_outlined(outlined=self._flash.outlined)

    def _follow_figures(self) -> None:
        """Shows the figures of this second in the rows."""
        if self.isVisible():
            for row in self._rows:
                row.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many rows as fit."""
        self.follow()

    # ------------------------------------------------------------ keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses with up and down; Escape takes the list away."""
        if event.key() == Qt.Key.Key_Escape and self._opened:
            self.close_list()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._alarms.choose_next()
            self._bring_into_view()
        elif event.key() == Qt.Key.Key_Up and not event.modifiers():
            self._alarms.choose_previous()
            self._bring_into_view()
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self) -> None:
        chosen, room = self._alarms.chosen, len(self._shown_ids)
        if chosen is not None and chosen.alarm_id not in self._shown_ids and room:
            at = self._alarms.alarms.index(chosen)
            self._first = at if at < self._first else at - room + 1
            self.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves through the list."""
        self._first += -1 if event.angleDelta().y() > 0 else 1
        self.follow()
        event.accept()

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the panel and its title."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.BACKGROUND)
            edge = theme.SELECT if self.hasFocus() else theme.LINE
            panel(painter, self.rect().toRectF(), theme.PANEL, edge)
            self._paint_head(painter)
            if not self._alarms.alarms:
                text = words.nothing() if self._store.session.running else words.no_session()
                rest = QRectF(0, self._head_height, self.width(), self.height() - self._head_height)
                draw_text(painter, rest, text, theme.font(self._measures.row_size), theme.FAINT, CENTRE)
            if self._store.link_lost:
                veil(painter, self.rect().toRectF())

    def _paint_head(self, painter: QPainter) -> None:
        size, small = self._measures, theme.font(self._measures.label_size)
        right = self.width() - 14 if self.docked else self._close.x() - 8
        head = QRectF(14, 0, right - 14, self._head_height)
        x = 14 + draw_text(painter, head, words.title(), theme.font(size.panel_title_size, 600), theme.TEXT) + 10
        hidden = len(self._alarms.alarms) - self._first - len(self._shown_ids)
        if hidden > 0:
            x += draw_text(painter, head.adjusted(x - 14, 0, 0, 0), words.more(hidden), small, theme.TEXT_SECOND) + 10
        if self._bell.held:
            text = words.bell_held()
            draw_text(painter, head, text, small, theme.TEXT, RIGHT)
            sign = QRectF(right - text_width(text, small) - 24, head.center().y() - 8, 16, 16)
            draw_icon(painter, Icon.BELL_OFF, sign, theme.TEXT)
        else:
            draw_text(painter, head, fitted([words.keys(), ""], small, right - x), small, theme.DIM, RIGHT)
