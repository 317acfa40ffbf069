"""Where the parts of the console stand: left the grid under its banner, right the program, queue, lines and log.

Rule: what must stay at any size (`SMALLEST`) gets its room first; what may go gets what is left.
"""

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from widgets.alarms.alarm_panel import AlarmPanel
from widgets.cameras.camera_panel import CameraPanel
from widgets.controls.key_row import KeyRow
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.floor.cue_strip import CueStrip
from widgets.floor.floor_queue import FloorQueue
from widgets.floor.on_deck_view import OnDeckView
from widgets.lines.line_column import LEAST_MAP_HEIGHT, LineColumn
from widgets.listening.listen_lamp import ListenLamp
from widgets.log.log_view import LogView
from widgets.log.note_panel import NotePanel
from widgets.screens.program_view import ProgramView
from widgets.tiles.overview_map import MapView, OverviewMap
from widgets.tiles.site_board import SiteBoard
from widgets.window.banners import ForgottenChip, OrderBanner
from widgets.window.command_bar import CommandBar
from widgets.window.top_bar import TopBar

SMALLEST = (1180, 660)
LEAST_ROWS = 3
"""Of the floor queue, the running speech among them: whoever waits first is always in sight."""
LEAST_ALARM_ROWS = 3
LEAST_OPENED_LOG = 190
LEAST_RIGHT = 600
LEAST_RIGHT_COMPACT = 490
MOST_LAMP_SHARE = 0.6
"""Of the last row, while the headphones have something to complain of."""


class Parts(Protocol):
    """What is laid out."""

    store: Store
    top: TopBar
    banner: OrderBanner
    chip: ForgottenChip
    board: SiteBoard
    map: OverviewMap
    program: ProgramView
    deck: OnDeckView
    bar: CommandBar
    cue: CueStrip
    queue: FloorQueue
    lines: LineColumn
    alarm_list: AlarmPanel
    cameras: CameraPanel
    log: LogView
    notes: NotePanel
    keys: KeyRow
    lamp: ListenLamp


class WindowLayout:
    """Lays the parts of one console out."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        self._parts, self._window = parts, window
        self._left = self._right = QRect()

    @property
    def measures(self) -> theme.Measures:
        """The sizes for this window."""
        return theme.measures_for(self._window.width(), self._window.height())

    def lay_out(self) -> None:
        """Lays everything out anew."""
        parts, size = self._parts, self.measures
        width, height = self._window.width(), self._window.height()
        for part in (parts.top, parts.banner, parts.chip, parts.program, parts.deck, parts.bar):
            part.set_measures(size)
        for part in (parts.queue, parts.lines, parts.map, parts.alarm_list, parts.log, parts.keys, parts.lamp):
            part.set_measures(size)
        parts.cameras.set_measures(size)
        margin, gap = size.margin, size.gap
        parts.top.setGeometry(margin, margin, width - 2 * margin, size.bar_height)
        below = margin + size.bar_height + gap
        foot = height - size.key_row_height
        grid_top = below + size.banner_height + gap
        least_right = LEAST_RIGHT_COMPACT if size.compact else LEAST_RIGHT
        room = width - 2 * margin - margin - min(least_right, width * 0.4)
        grid_width = parts.board.fit_into(round(room), foot - gap // 2 - grid_top, size)
        grid_width = max(grid_width, round(width * 0.55))
        parts.board.setGeometry(margin, grid_top, grid_width, foot - gap // 2 - grid_top)
        self._left = QRect(margin, below, grid_width, size.banner_height)
        right_x = margin + grid_width + margin
        self._right = QRect(right_x, below, width - grid_width - 3 * margin, foot - gap // 2 - below)
        self.place_chip()
        self.lay_out_right()
        self.lay_out_foot()

    def lay_out_foot(self) -> None:
        """Gives the lamp of the headphones what it wants, and the keys the rest of the last row."""
        parts, size, room = self._parts, self.measures, self._window.width() - 2 * self.measures.margin
        foot = self._window.height() - size.key_row_height
        lamp_width = min(parts.lamp.sizeHint().width(), round(room * MOST_LAMP_SHARE))
        parts.lamp.setGeometry(size.margin, foot, lamp_width, size.key_row_height)
        left = size.margin + lamp_width + size.gap
        parts.keys.setGeometry(left, foot, room + size.margin - left, size.key_row_height)

    def place_chip(self) -> None:
        """Gives the banner the whole row, or shares it with the forgotten microphone."""
        if self._left.isEmpty():
            return
        parts, size, row = self._parts, self.measures, self._left
        wanted = parts.chip.wanted and not parts.store.link_lost
        chip_width = min(352 if not size.compact else 248, row.width() // 3) if wanted else 0
        banner_width = row.width() - chip_width - (size.gap if wanted else 0)
        parts.banner.setGeometry(row.x(), row.y(), banner_width, row.height())
        parts.chip.setGeometry(row.x() + row.width() - chip_width, row.y(), chip_width, row.height())
        parts.chip.setVisible(wanted)
        parts.chip.update()

    def lay_out_right(self) -> None:
        """Shares the right column: the queue is as long as it is, the log gets the rest."""
        if self._right.isEmpty():
            return
        below = self._lay_out_program()
        self._lay_out_lists(below)
        self._lay_out_cameras(below)

    def _lay_out_program(self) -> QRect:
        """Lays out program, next site and buttons; returns what is left below them."""
        parts, size, area = self._parts, self.measures, self._right
        deck_width = round(area.width() * (0.36 if size.compact else 0.335))
        program_width = area.width() - deck_width - size.gap
        program_height = round(program_width * 9 / 16)
        y = area.y()
        parts.program.setGeometry(area.x(), y, program_width, program_height)
        parts.deck.setGeometry(area.x() + program_width + size.gap, y, deck_width, program_height)
        y += program_height + size.gap
        bar_height = parts.bar.height_for(size)
        parts.bar.setGeometry(area.x(), y, area.width(), bar_height)
        y += bar_height + size.gap // 2
        parts.cue.set_measures(size)
        if parts.cue.height_wanted:
            parts.cue.setGeometry(area.x(), y, area.width(), parts.cue.height_wanted)
            y += parts.cue.height_wanted + size.gap // 2
        return QRect(area.x(), y, area.width(), area.y() + area.height() - y)

    def _lay_out_lists(self, area: QRect) -> None:
        parts, size = self._parts, self.measures
        parts.map.setVisible(parts.board.is_paged)
        parts.log.setVisible(not parts.board.is_paged)
        parts.keys.show_log(shown=parts.board.is_paged)
        if parts.board.is_paged:
            self._lay_out_beside_list(area)
            return
        x, y, width, bottom = area.x(), area.y(), area.width(), area.y() + area.height()
        parts.lines.set_large_area(area)
        least_log = parts.log.least_height
        least_rows = LEAST_ROWS - (parts.store.floor.speaker is not None)
        alarms_height = self._docked_alarms_height(area.height() - parts.queue.height_of(least_rows) - least_log)
        rest = area.height() - size.gap - (alarms_height + size.gap if alarms_height else 0)
        lines_height = parts.lines.height_within(rest - parts.queue.height_of(least_rows) - least_log - size.gap)
        room = rest - lines_height - size.gap if lines_height else rest
        rows = min(max(least_rows, len(parts.store.waiting_requests)), parts.queue.rows_for(room - least_log))
        queue_height = parts.queue.height_of(max(1, rows))
        parts.queue.setGeometry(x, y, width, queue_height)
        y += queue_height + size.gap
        if alarms_height:
            parts.alarm_list.setGeometry(x, y, width, alarms_height)
            y += alarms_height + size.gap
        lines_top = y
        parts.lines.setGeometry(x, y, width, lines_height)
        parts.lines.setVisible(lines_height > 0)
        y += lines_height + size.gap if lines_height else 0
        parts.log.setGeometry(x, y, width, bottom - y)
        note_height = parts.notes.wanted_height(width)
        parts.notes.setGeometry(x, bottom - note_height, width, note_height)
        self._lay_out_opened_log(area)
        self._lay_out_opened_alarms(QRect(x, lines_top, width, lines_height), bottom)

    def _lay_out_cameras(self, area: QRect) -> None:
        """Lays the camera panel, while it is wanted, over all but the program, its buttons and the queue's first."""
        cameras, queue, size = self._parts.cameras, self._parts.queue, self.measures
        if cameras.wanted:
            rows = max(1, LEAST_ROWS - size.compact - (self._parts.store.floor.speaker is not None))
            height = min(cameras.ideal_height, area.height() - queue.height_of(rows) - size.gap)
            cameras.setGeometry(area.x(), area.y() + area.height() - height, area.width(), height)
            queue.resize(queue.width(), min(queue.height(), cameras.y() - size.gap - queue.y()))
            cameras.raise_()
        cameras.setVisible(cameras.wanted)

    def _lay_out_beside_list(self, area: QRect) -> None:
        """Lays out queue, alarms and the map of all sites, in whose place loss or log may be wanted."""
        parts, size = self._parts, self.measures
        x, y, width, bottom = area.x(), area.y(), area.width(), area.y() + area.height()
        rows = LEAST_ROWS - (parts.store.floor.speaker is not None)
        queue_height = parts.queue.height_of(max(1, rows))
        parts.queue.setGeometry(x, y, width, queue_height)
        y += queue_height + size.gap
        alarms, spare = parts.alarm_list, bottom - y - size.gap - parts.map.least_height
        fitting = next((rows for rows in (3, 2, 1) if alarms.height_of(rows) <= spare), 0)
        alarms.set_docked(docked=fitting > 0)
        if fitting:
            alarms.setGeometry(x, y, width, alarms.height_of(fitting))
            y += alarms.height() + size.gap
        parts.lines.set_large_area(area)
        view, head = parts.map.view, parts.map.head
        parts.map.setGeometry(x, y, width, bottom - y if view is MapView.SITES else head)
        below = QRect(x, y + head, width, bottom - y - head)
        parts.lines.setGeometry(below)
        parts.lines.setVisible(view is MapView.LOSS)
        parts.log.setGeometry(below)
        parts.log.setVisible(view is MapView.LOG)
        self._lay_out_opened_alarms(QRect(x, y, width, bottom - y), bottom)

    def _lay_out_opened_log(self, area: QRect) -> None:
        """Lays the log over what stands below the queue while somebody looks through it."""
        parts = self._parts
        if parts.log.opened:
            below_queue = parts.queue.geometry().bottom() + 1 + self.measures.gap
            bottom = area.y() + area.height()
            top = max(area.y(), min(below_queue, bottom - LEAST_OPENED_LOG))
            parts.log.setGeometry(area.x(), top, area.width(), bottom - top)
            parts.log.raise_()

    def _docked_alarms_height(self, room: int) -> int:
        """Returns the height of the list of alarms where it always stands; it goes before the map."""
        alarms, size = self._parts.alarm_list, self.measures
        if not alarms.docked:
            return 0
        beside_map = room - 3 * size.gap - LEAST_MAP_HEIGHT
        choices = ((3, beside_map), (2, beside_map), (3, room - 2 * size.gap), (2, room - 2 * size.gap))
        rows = next((rows for rows, spare in choices if alarms.height_of(rows) <= spare), 1)
        return alarms.height_of(rows)

    def _lay_out_opened_alarms(self, lines: QRect, bottom: int) -> None:
        """Lays the list of alarms over plots and map while it is wanted, over the log where these are too low."""
        alarms = self._parts.alarm_list
        if not alarms.docked and alarms.wanted:
            least = alarms.height_of(LEAST_ALARM_ROWS)
            last_line = bottom - self._parts.log.row_step - self.measures.gap
            height = lines.height() if lines.height() >= least else max(least, last_line - lines.y())
            top = min(lines.y(), bottom - height)
            alarms.setGeometry(lines.x(), top, lines.width(), height)
            alarms.raise_()
        alarms.setVisible(alarms.wanted)
        alarms.follow()
