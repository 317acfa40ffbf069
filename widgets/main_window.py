"""The operator's window: everything of a meeting on one screen, by mouse and by keyboard.

Rule: this file lays out and wires; state comes down from the store, wishes go up through it. The window never works on
its own: no I/O, no threads, no nested loops.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from console.commands import EndSession, LiftSafeStop, LiftSilence, MuteAll, StartSession
from console.engine_port import SetViews, TileView
from console.line_history import LinesPage
from console.words import Layout, SessionKind, SiteId
from widgets import theme
from widgets.banners import ForgottenChip, OrderBanner
from widgets.command_bar import CommandBar
from widgets.command_set import Act, CommandSet
from widgets.dialogs import MuteExceptDialog, Question, StartSessionDialog, close_dialog
from widgets.floor_queue import FloorQueue
from widgets.key_row import KeyRow
from widgets.levels import LevelBoard
from widgets.line_column import LineColumn
from widgets.log_view import LogView
from widgets.on_deck_view import OnDeckView
from widgets.phrases import action_words
from widgets.phrases import console_words as words
from widgets.program_view import ProgramView
from widgets.search_panel import SearchPanel
from widgets.selection import Selection
from widgets.site_grid import SiteGrid
from widgets.sources import LevelSource, PictureSource
from widgets.store import Store
from widgets.top_bar import TopBar

TICK_MS = 33
LEVELS_EVERY = 3
"""Ticks between two readings of the levels: 10 Hz."""
VIEWS_SETTLE_MS = 80
"""A window that is being resized names its pictures once, at the end."""
SMALLEST = (1180, 660)
LEAST_ROWS = 3
"""Of the floor queue, the running speech among them: whoever waits first is always in sight."""


class ConsoleWindow(QWidget):
    """The console."""

    views_changed = Signal(object)
    """A `SetViews`: the pictures that are on the screen, in physical pixels."""
    close_decided = Signal(bool)
    """The window is closing; True: the meeting goes on without it."""

    def __init__(self, store: Store, pictures: PictureSource, levels: LevelSource, clock: Callable[[], int]) -> None:
        """`clock` gives wall-clock milliseconds (UTC), the same as the store's."""
        super().__init__()
        self.store, self._clock = store, clock
        self._may_close = False
        self._views: SetViews | None = None
        self._ticks = 0
        self._shown_second = 0
        self.setWindowTitle(words.window_title())
        self.setMinimumSize(*SMALLEST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.selection = Selection(store, self)
        self.commands = CommandSet(store, self.selection, self)
        self.levels = LevelBoard(levels)
        self._make_parts(pictures)
        self._wire()
        self._start_timers()
        self.grid.setFocus()

    def _make_parts(self, pictures: PictureSource) -> None:
        store, commands = self.store, self.commands
        self.top = TopBar(store, commands, self)
        self.banner = OrderBanner(store, commands, self)
        self.chip = ForgottenChip(store, commands, self)
        self.grid = SiteGrid(store, self.selection, pictures, self.levels, self)
        self.program = ProgramView(store, pictures, self.levels, self)
        self.deck = OnDeckView(store, pictures, self)
        self.bar = CommandBar(store, commands, self)
        self.queue = FloorQueue(store, self.selection, commands, self)
        self.lines = LineColumn(store, self.selection, self)
        self.log = LogView(store, self)
        self.keys = KeyRow(store, self.selection, self)
        self.search = SearchPanel(store, self)
        self._zones = (self.grid, self.queue, self.log)

    def _wire(self) -> None:
        store, commands = self.store, self.commands
        self.top.fault_requested.connect(commands.action(Act.NEXT_FAULT).trigger)
        self.top.menu_requested.connect(self._open_session_menu)
        self.grid.site_opened.connect(commands.action(Act.ON_DECK).trigger)
        self.grid.menu_requested.connect(self._open_site_menu)
        self.grid.tiles_changed.connect(self._name_views_soon)
        self.search.site_found.connect(self.selection.choose)
        self.search.closed.connect(self.grid.setFocus)
        commands.question_requested.connect(self._ask)
        commands.search_requested.connect(self.search.begin)
        commands.zone_requested.connect(self._next_zone)
        self.lines.moment_requested.connect(self.log.show_moment)
        self.log.moment_requested.connect(self.lines.show_moment)
        store.roster_changed.connect(self._lay_out)
        store.sites_changed.connect(self._place_chip)
        store.on_deck_changed.connect(self._name_views_soon)
        store.link_lost_changed.connect(self._place_chip)
        store.floor_changed.connect(self._lay_out_right)

    def _start_timers(self) -> None:
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._naming = QTimer(self)
        self._naming.setSingleShot(True)
        self._naming.setInterval(VIEWS_SETTLE_MS)
        self._naming.timeout.connect(self._name_views)

    # ------------------------------------------------------------ the tick

    def _on_tick(self) -> None:
        """Collects pictures; every third time levels, and once a second what shows a time."""
        if not self.isVisible() or self.isMinimized():
            return
        self._ticks += 1
        self.program.refresh_picture()
        self.deck.refresh_picture()
        self.grid.refresh_pictures()
        if self._ticks % LEVELS_EVERY == 0:
            self.levels.refresh()
            self.grid.refresh_levels()
            self.program.refresh_level()
        second = self._clock() // 1000
        if second != self._shown_second:
            self._shown_second = second
            self.top.follow()
            self.chip.update()
            for part in (self.program, self.banner, self.queue, self.deck, self.lines):
                part.follow_time()

    # ------------------------------------------------------------ layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()

    @property
    def measures(self) -> theme.Measures:
        """The sizes for this window."""
        return theme.measures_for(self.width(), self.height())

    def _lay_out(self) -> None:
        size, width, height = self.measures, self.width(), self.height()
        for part in (
            self.top,
            self.banner,
            self.chip,
            self.program,
            self.deck,
            self.bar,
            self.queue,
            self.lines,
            self.log,
            self.keys,
        ):
            part.set_measures(size)
        margin, gap = size.margin, size.gap
        self.top.setGeometry(margin, margin, width - 2 * margin, size.bar_height)
        below = margin + size.bar_height + gap
        foot = height - size.key_row_height
        grid_top = below + size.banner_height + gap
        least_right = 600 if not size.compact else 490
        room = width - 2 * margin - margin - min(least_right, width * 0.4)
        grid_width = self.grid.fit_into(round(room), foot - gap // 2 - grid_top, size)
        grid_width = max(grid_width, round(width * 0.55))
        self.grid.setGeometry(margin, grid_top, grid_width, foot - gap // 2 - grid_top)
        self._left = (margin, below, grid_width)
        self._right = (margin + grid_width + margin, below, width - grid_width - 3 * margin, foot - gap // 2)
        self._place_chip()
        self._lay_out_right()
        self.keys.setGeometry(margin, foot, width - 2 * margin, size.key_row_height)
        self._name_views_soon()

    def _place_chip(self) -> None:
        if not hasattr(self, "_left"):
            return
        size = self.measures
        x, y, width = self._left
        wanted = self.chip.wanted and not self.store.link_lost
        chip_width = min(352 if not size.compact else 248, width // 3) if wanted else 0
        banner_width = width - chip_width - (size.gap if wanted else 0)
        self.banner.setGeometry(x, y, banner_width, size.banner_height)
        self.chip.setGeometry(x + width - chip_width, y, chip_width, size.banner_height)
        self.chip.setVisible(wanted)
        self.chip.update()

    def _lay_out_right(self) -> None:
        if not hasattr(self, "_right"):
            return
        size = self.measures
        x, y, width, bottom = self._right
        deck_width = round(width * 0.335) if not size.compact else round(width * 0.36)
        program_width = width - deck_width - size.gap
        program_height = round(program_width * 9 / 16)
        self.program.setGeometry(x, y, program_width, program_height)
        self.deck.setGeometry(x + program_width + size.gap, y, deck_width, program_height)
        y += program_height + size.gap
        bar_height = self.bar.height_for(size)
        self.bar.setGeometry(x, y, width, bar_height)
        y += bar_height + size.gap // 2
        self.lines.set_large_area(QRect(x, y, width, bottom - y))
        rest = bottom - y - size.gap
        least_log, least_rows = self.log.least_height, LEAST_ROWS - (self.store.floor.speaker is not None)
        lines_height = self.lines.height_within(rest - self.queue.height_of(least_rows) - least_log - size.gap)
        room = rest - lines_height - size.gap if lines_height else rest
        rows = min(max(least_rows, len(self.store.waiting_requests)), self.queue.rows_for(room - least_log))
        queue_height = self.queue.height_of(max(1, rows))
        self.queue.setGeometry(x, y, width, queue_height)
        y += queue_height + size.gap
        self.lines.setGeometry(x, y, width, lines_height)
        self.lines.setVisible(lines_height > 0)
        y += lines_height + size.gap if lines_height else 0
        self.log.setGeometry(x, y, width, bottom - y)

    def take_lines(self, page: LinesPage) -> None:
        """Takes lines of the log's past: events for plots and map, and what the log view asked for."""
        self.lines.take_lines(page)
        self.log.take_lines(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills what no part covers."""
        QPainter(self).fillRect(event.rect(), theme.BACKGROUND)

    # ------------------------------------------------------------ pictures wanted

    def _name_views_soon(self) -> None:
        self._naming.start()

    def _name_views(self) -> None:
        views = self.wanted_views()
        if views != self._views:
            self._views = views
            self.views_changed.emit(views)

    def wanted_views(self) -> SetViews:
        """Returns the pictures that are on the screen; none while the window is hidden."""
        if not self.isVisible() or self.isMinimized():
            return SetViews(tiles=(), program_width=0, program_height=0)
        program, deck_size = self.program.wanted_size(), self.deck.wanted_size()
        site = self.store.on_deck.site
        deck = TileView(site=site, width=deck_size.width(), height=deck_size.height()) if site is not None else None
        return SetViews(
            tiles=self.grid.wanted_pictures(),
            program_width=program.width(),
            program_height=program.height(),
            on_deck=deck,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Wants pictures again."""
        self._name_views_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wants no pictures while nobody sees them."""
        self._name_views_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Notices minimising and another screen's pixel size."""
        if event.type() in {QEvent.Type.WindowStateChange, QEvent.Type.DevicePixelRatioChange}:
            self._name_views_soon()
        super().changeEvent(event)

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes digits and arrows wherever the focus is; Escape only ever closes what is half done."""
        if (
            event.text().isascii()
            and event.text().isdigit()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.selection.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.selection.forget_typing()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.grid.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _next_zone(self) -> None:
        here = next((index for index, zone in enumerate(self._zones) if zone.hasFocus()), -1)
        self._zones[(here + 1) % len(self._zones)].setFocus(Qt.FocusReason.TabFocusReason)
        for zone in self._zones:
            zone.update()

    # ------------------------------------------------------------ menus

    def _open_site_menu(self, site: SiteId, place: QPoint) -> None:
        self.selection.choose(site)
        self._popup(
            (
                Act.ON_DECK,
                Act.MUTE,
                Act.ALLOW_MICROPHONE,
                None,
                Act.PHONE_REQUEST,
                Act.WITHDRAW_REQUEST,
                None,
                Act.TAKE_OFF_DECK,
            ),
            place,
        )

    def _open_session_menu(self, place: QPoint) -> None:
        menu = self._popup((Act.START_SESSION, Act.END_SESSION, None), place)
        for layout in Layout:
            menu.addAction(self.commands.layout_action(layout))

    def _popup(self, acts: tuple[Act | None, ...], place: QPoint) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(self.commands.action(act))
        menu.popup(place)
        return menu

    # ------------------------------------------------------------ questions

    def _ask(self, act: Act) -> None:
        if act is Act.MUTE_ALL_EXCEPT:
            self._ask_exceptions()
        elif act is Act.START_SESSION:
            self._ask_session()
        else:
            texts, command = {
                Act.LIFT_SILENCE: (action_words.lift_silence_question(), LiftSilence()),
                Act.LIFT_SAFE_STOP: (action_words.lift_safe_stop_question(), LiftSafeStop()),
                Act.END_SESSION: (action_words.end_session_question(), EndSession()),
            }[act]
            title, text, word = texts
            question = Question(self, title, text, {"act": word})
            question.accepted.connect(partial(self.store.send, command))
            question.open()

    def _ask_exceptions(self) -> None:
        kept = {site for site in (self.store.podium.site, *self.store.silence.except_sites) if site is not None}
        dialog = MuteExceptDialog(self, self.store, kept)
        dialog.sites_chosen.connect(self._mute_all_except)
        dialog.open()

    def _mute_all_except(self, sites: tuple[SiteId, ...]) -> None:
        self.store.send(MuteAll(except_sites=sites))

    def _ask_session(self) -> None:
        dialog = StartSessionDialog(self)
        dialog.start_wanted.connect(self._start_session)
        dialog.open()

    def _start_session(self, kind: SessionKind, title: str) -> None:
        self.store.send(StartSession(kind=kind, title=title))

    # ------------------------------------------------------------ closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks whether the meeting goes on, when there is one."""
        if self._may_close or not self.store.session.running:
            if not self._may_close:
                self._decide("ends")
            event.accept()
            return
        event.ignore()
        question = close_dialog(self)
        question.answered.connect(self._decide_close)
        question.open()

    def _decide_close(self, answer: str) -> None:
        self._decide(answer)
        self.close()

    def _decide(self, answer: str) -> None:
        self._may_close = True
        self.close_decided.emit(answer == "goes-on")
