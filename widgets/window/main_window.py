"""The operator's window: everything of a meeting on one screen, by mouse and by keyboard.

Rule: this file lays out and wires; state comes down from the store, wishes go up through it. The window never works on
its own: no I/O, no threads, no nested loops.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from console.engine_port import SetViews, TileView
from console.lines.line_history import LinesPage
from console.window_memory import ScreenUse
from widgets.alarms.alarm_bell import AlarmBell
from widgets.alarms.alarm_desk import AlarmDesk
from widgets.alarms.alarm_flash import AlarmFlash
from widgets.alarms.alarm_panel import AlarmPanel
from widgets.alarms.refusal_panel import RefusalPanel
from widgets.cameras.camera_panel import CameraPanel
from widgets.cameras.camera_sign import CameraSign
from widgets.controls.acts import Act
from widgets.controls.command_set import CommandSet
from widgets.controls.dialogs import close_dialog
from widgets.controls.key_row import KeyRow
from widgets.controls.search_panel import SearchPanel
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.levels import LevelBoard
from widgets.drawing.rephrasing import speak_in_terms
from widgets.drawing.sources import LevelSource, PictureSource
from widgets.floor.cue_strip import CueStrip
from widgets.floor.floor_queue import FloorQueue
from widgets.floor.on_deck_view import OnDeckView
from widgets.lines.line_column import LineColumn
from widgets.listening.listen_lamp import ListenLamp
from widgets.log.log_view import LogView
from widgets.log.note_panel import NotePanel
from widgets.office.office_acts import OfficeActs
from widgets.office.office_seat import OfficeSeat
from widgets.office.window_looks import WindowLooks
from widgets.phrases.console import console_words as words
from widgets.screens.chair_view import ChairView
from widgets.screens.content_window import ContentWindow
from widgets.screens.program_view import ProgramView
from widgets.screens.program_window import ProgramWindow
from widgets.screens.screen_acts import ScreenActs
from widgets.screens.second_screens import SecondScreens
from widgets.tiles.overview_map import OverviewMap
from widgets.tiles.site_board import PAGE_KEYS, SiteBoard
from widgets.window.banners import ForgottenChip, OrderBanner
from widgets.window.command_bar import CommandBar
from widgets.window.console_lock import ConsoleLock
from widgets.window.console_menus import ConsoleMenus
from widgets.window.console_questions import ConsoleQuestions
from widgets.window.opened_panels import OpenedPanels
from widgets.window.top_bar import TopBar
from widgets.window.window_layout import SMALLEST, WindowLayout

if TYPE_CHECKING:
    from widgets.checks.check_window import CheckWindow
    from widgets.guide.guide import Guide

TICK_MS = 33
TILES_EVERY = 2
"""Sites send at most eight pictures a second: looking for them 15 times a second paints more of them at once."""
LEVELS_EVERY = 3
"""Ticks between two readings of the levels: 10 Hz."""
VIEWS_SETTLE_MS = 80
"""A window that is being resized names its pictures once, at the end."""


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
        self.alarms = AlarmDesk(store, self.selection, self)
        self.flash, self.bell = AlarmFlash(self.alarms, self), AlarmBell(store, self)
        self.commands = CommandSet(store, self.selection, self.alarms, self.bell, self)
        self.office = OfficeActs(self)
        self.seat = OfficeSeat(store, self.office, self)
        self.looks = WindowLooks(self.flash, self)
        self._guide: Guide | None = None
        self._checks: CheckWindow | None = None
        self.levels = LevelBoard(levels)
        self._make_parts(pictures)
        self._wire()
        self.lock = ConsoleLock(self, self, self._menus)
        self.lock.changed.connect(self._follow_lock)
        self._start_timers()
        self.board.setFocus()

    def _make_parts(self, pictures: PictureSource) -> None:
        store, commands = self.store, self.commands
        self.top = TopBar(store, commands, self.alarms, self.flash, self.bell, self)
        self.banner = OrderBanner(store, commands, self)
        self.chip = ForgottenChip(store, commands, self)
        self.board = SiteBoard(store, self.selection, pictures, self.levels, self)
        self.grid, self.list = self.board.grid, self.board.list
        self.map = OverviewMap(store, self.selection, self.board.cells, self.board.standings, self)
        self.program = ProgramView(store, pictures, self.levels, self)
        self.deck = OnDeckView(store, pictures, self)
        self.bar = CommandBar(store, commands, self)
        self.cue = CueStrip(store, commands, self._clock, self)
        self.queue = FloorQueue(store, self.selection, commands, self)
        self.lines = LineColumn(store, self.selection, self)
        self.log = LogView(store, self)
        self.alarm_list = AlarmPanel(store, self.alarms, self.bell, self.flash, self)
        self.keys = KeyRow(store, self.selection, self)
        self.lamp = ListenLamp(store, self)
        self.cameras = CameraPanel(store, self.selection, pictures, self)
        self.camera_sign = CameraSign(store, self.cameras, self.deck)
        self.search = SearchPanel(store, self)
        self.refusal = RefusalPanel(store, self)
        self.refusal.close_wanted.connect(self.close)
        self.notes = NotePanel(store, self.selection, self)
        self._zones = (self.grid, self.list, self.queue, self.alarm_list, self.map, self.cameras, self.log)
        self._layout = WindowLayout(self, self)
        windows = {ScreenUse.PROGRAM: ProgramWindow, ScreenUse.CHAIR: ChairView, ScreenUse.CONTENT: ContentWindow}
        self.screens = SecondScreens(self, {use: partial(kind, store, pictures) for use, kind in windows.items()})
        self.screen_acts = ScreenActs(self.screens, self)
        self._menus = ConsoleMenus(commands, self.selection, self, self.screen_acts.actions)
        self._questions = ConsoleQuestions(store, self)
        self._questions.meetings_asked.connect(self.seat.meetings_asked)
        self.seat.meetings_read.connect(self._questions.show_meetings)
        self.seat.due_counted.connect(self.top.show_due)
        self.top.due.clicked.connect(self.office.due_wanted)

    def _wire(self) -> None:
        store, commands = self.store, self.commands
        self._panels = OpenedPanels(self, self._layout, self)
        self.top.alarms_requested.connect(self._panels.show_alarms)
        self.flash.changed.connect(lambda: self.board.show_flash(self.flash.sites, outlined=self.flash.outlined))
        self.cameras.views_changed.connect(self._name_views_soon)
        self._menus.add_to_session(self.office, self.looks.acts)
        self.office.help_wanted.connect(self._open_guide)
        self.office.checks_wanted.connect(self._open_checks)
        self.top.menu_requested.connect(self._menus.open_session)
        self.office.menu_wanted.connect(lambda: self._menus.open_session(self.top.menu_place))
        self.banner.menu_requested.connect(self._menus.open_order)
        self.queue.menu_requested.connect(self._menus.open_request)
        self.lamp.menu_requested.connect(self._menus.open_listen)
        self.lamp.width_changed.connect(self._layout.lay_out_foot)
        self.cue.wanted_changed.connect(self._layout.lay_out_right)
        self.board.site_opened.connect(commands.action(Act.ON_DECK).trigger)
        self.board.menu_requested.connect(self._menus.open_site)
        self.board.pictures_changed.connect(self._name_views_soon)
        self.board.form_changed.connect(self._lay_out)
        self.board.page_changed.connect(lambda: self.map.show_page(self.list.page_sites))
        self.map.view_changed.connect(self._layout.lay_out_right)
        self.search.site_found.connect(self.selection.choose)
        self.search.closed.connect(self.board.setFocus)
        self.search.typed.connect(self.board.dim_others)
        commands.question_requested.connect(self._questions.ask)
        commands.revoking_requested.connect(self._questions.ask_to_revoke)
        commands.question_requested.connect(self._keep_safe_stop)
        self.screens.places_changed.connect(self._name_views_soon)
        self.screens.notes_changed.connect(lambda: self.program.set_note(self.screens.note))
        commands.search_requested.connect(lambda: self.board.begin_search() or self.search.begin())
        commands.zone_requested.connect(self._next_zone)
        self.lines.moment_requested.connect(self.map.make_room_for_log)
        self.lines.moment_requested.connect(self.log.show_moment)
        self.log.moment_requested.connect(self.lines.show_moment)
        store.terms_changed.connect(lambda: speak_in_terms(store.terms))
        store.roster_changed.connect(self._lay_out)
        store.sites_changed.connect(self._layout.place_chip)
        store.on_deck_changed.connect(self._name_views_soon)
        store.link_lost_changed.connect(self._layout.place_chip)
        store.floor_changed.connect(self._layout.lay_out_right)

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
        """Collects pictures, the sites' every second time; levels every third, and once a second what shows a time."""
        if not self.isVisible() or self.isMinimized():
            return
        self._ticks += 1
        self.program.refresh_picture()
        self.deck.refresh_picture()
        self.cameras.refresh_picture()
        if self._ticks % TILES_EVERY == 0:
            self.board.refresh_pictures()
        if self._ticks % LEVELS_EVERY == 0:
            self.levels.refresh()
            self.board.refresh_levels()
            self.program.refresh_level()
        second = self._clock() // 1000
        if second != self._shown_second:
            self._shown_second = second
            self.top.follow()
            self.chip.update()
            for part in (self.program, self.banner, self.queue, self.deck, self.lines, self.board):
                part.follow_time()

    # ------------------------------------------------------------ layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out anew."""
        self._lay_out()

    @property
    def measures(self) -> theme.Measures:
        """The sizes for this window."""
        return self._layout.measures

    def _lay_out(self) -> None:
        self._layout.lay_out()
        self._name_views_soon()

    def _keep_safe_stop(self) -> None:
        """Lets the safe stop be pressed while a question is open: no dialog stands before it."""
        for dialog in self.findChildren(QDialog):
            if dialog.isModal():
                dialog.addAction(self.commands.action(Act.SAFE_STOP))

    def _open_guide(self) -> None:
        """Opens the help beside the window; it is made when it is wanted for the first time."""
        if self._guide is None:
            from widgets.guide.guide import Guide

            self._guide = Guide(self, self.actions)
        self._guide.open_at()

    def _open_checks(self) -> None:
        """Opens the technical check beside the window; it is made when it is wanted for the first time."""
        if self._checks is None:
            from widgets.checks.check_window import CheckWindow

            self._checks = CheckWindow(self.store, self)
        self._checks.show()
        self._checks.raise_()
        self._checks.activateWindow()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self._say_title()
        self.store.say_again()
        self._lay_out()

    def _follow_lock(self) -> None:
        self._say_title()
        self.keys.show_locked(locked=self.lock.locked)

    def _say_title(self) -> None:
        """Names the window, and whose login it is."""
        self.setWindowTitle(words.window_title() + self.lock.signature)

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
        """Returns the pictures that are on the screens; none of its own while the window is hidden."""
        places = self.screens.wanted_places()
        if not self.isVisible() or self.isMinimized():
            return SetViews(tiles=(), program_width=0, program_height=0, further_program=places)
        program, deck_size = self.program.wanted_size(), self.deck.wanted_size()
        site = self.store.on_deck.site
        deck = TileView(site=site, width=deck_size.width(), height=deck_size.height()) if site is not None else None
        tiles = self.board.wanted_pictures()
        return SetViews(
            tiles=tiles + self.cameras.wanted_pictures(frozenset(tile.site for tile in tiles)),
            program_width=program.width(),
            program_height=program.height(),
            on_deck=deck,
            further_program=places,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Wants pictures again, and follows the screen on which it stands."""
        self._name_views_soon()
        self.windowHandle().screenChanged.connect(self.screens.console_moved, Qt.ConnectionType.UniqueConnection)

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
            self._leave_half_done()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, *PAGE_KEYS}:
            self.board.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _leave_half_done(self) -> None:
        """Drops a number half typed, else the large plots, else a filter, else another order of the sites."""
        if self.selection.typed:
            self.selection.forget_typing()
        elif not self.lines.close_large():
            self.board.go_back()

    def _next_zone(self) -> None:
        zones = [zone for zone in self._zones if zone.isVisible()]
        here = next((index for index, zone in enumerate(zones) if zone.hasFocus()), -1)
        zones[(here + 1) % len(zones)].setFocus(Qt.FocusReason.TabFocusReason)
        for zone in self._zones:
            zone.update()

    # ------------------------------------------------------------ closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks whether the meeting goes on, when there is one, or when that cannot be known; not while it is locked."""
        unsure = self.store.link_lost and not self.store.refusal
        if self.lock.locked and self.store.session.running and not self._may_close:
            event.ignore()
            return
        if self._may_close or not (self.store.session.running or unsure):
            if not self._may_close:
                self._decide("ends")
            self.screens.close_all()
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
