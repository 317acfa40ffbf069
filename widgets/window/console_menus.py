"""The menus of the console: what can be done with a site, with the session, with the program's layout."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.words import Layout, SiteId
from widgets.controls.acts import Act
from widgets.controls.command_set import CommandSet
from widgets.controls.look_menu import LookActs
from widgets.controls.selection import Selection
from widgets.office.office_acts import OfficeActs
from widgets.phrases.console import language_words
from widgets.phrases.guide import office_words

SITE_ACTS = (
    Act.ON_DECK,
    Act.MUTE,
    Act.ALLOW_MICROPHONE,
    None,
    Act.LISTEN,
    Act.SITE_GAIN,
    Act.LINE,
    None,
    Act.LET_PRESENT,
    Act.END_PRESENTING,
    None,
    Act.PHONE_REQUEST,
    Act.PHONE_REQUEST_NAMED,
    Act.WITHDRAW_REQUEST,
    None,
    Act.NOTE,
    Act.INCIDENT,
    None,
    Act.TAKE_OFF_DECK,
    None,
    Act.REVOKE,
)
SESSION_ACTS = (
    Act.START_SESSION,
    Act.END_SESSION,
    None,
    Act.MUTE_ALL_EXCEPT,
    Act.ALARM_LIST,
    Act.TAKE_CLEARED,
    Act.TAKE_CUE,
    Act.SKIP_CUE,
    Act.TAKE_CUE_WITH,
    Act.CAMERAS,
    Act.DELEGATE,
    None,
)
ADMISSION_MENU = (
    Act.ADMISSION,
    None,
    Act.LOCK_MEETING,
    Act.UNLOCK_MEETING,
    None,
    Act.OPEN_LOBBY,
    Act.CLOSE_LOBBY,
)
"""Who may be in the meeting."""
LISTEN_ACTS = (Act.LISTEN, Act.LISTEN_PROGRAM, Act.LISTEN_NOTHING)
REQUEST_MENU = (
    Act.ON_DECK,
    None,
    Act.REQUEST_UP,
    Act.REQUEST_DOWN,
    None,
    Act.REQUEST_POINT_OF_ORDER,
    Act.REQUEST_PRIORITY,
    Act.REQUEST_NORMAL,
    None,
    Act.APPROVE_REQUEST,
    Act.REFUSE_REQUEST,
    None,
    Act.SKIP,
    Act.WITHDRAW_REQUEST,
)
RECORD_MENU = (
    Act.MARK,
    Act.MARK_WITH_NOTE,
    Act.NOTE,
    Act.INCIDENT,
    Act.INCIDENTS,
    Act.ATTENDANCE,
    Act.RECORDING,
    Act.TAKE_PICTURE,
    Act.CONTENT,
    Act.FILTER_LOG,
    None,
)
ORDER_ACTS = (Act.MUTE_ALL, Act.MUTE_ALL_EXCEPT, Act.LIFT_SILENCE, None, Act.SAFE_STOP, Act.LIFT_SAFE_STOP)
"""What concerns all microphones at once."""


class ConsoleMenus(QObject):
    """The menus of one console window."""

    def __init__(
        self, commands: CommandSet, selection: Selection, window: QWidget, screen_actions: Sequence[QAction] = ()
    ) -> None:
        """`screen_actions` are what can be done with the other screens of this machine."""
        super().__init__(window)
        self._screen_actions = list(screen_actions)
        self._commands, self._selection, self._window = commands, selection, window
        self._office: OfficeActs | None = None
        self._looks: tuple[LookActs, ...] = ()
        self.lock: QAction | None = None
        """Locks the console, where operators have accounts."""

    def add_to_session(self, office: OfficeActs, looks: tuple[LookActs, ...]) -> None:
        """Puts what lies around the meeting, and how the windows look, into the session's menu."""
        self._office, self._looks = office, looks

    def open_site(self, site: SiteId, place: QPoint) -> None:
        """Opens the menu of a site, which is chosen by that."""
        self._selection.choose(site)
        self._open(SITE_ACTS, place)

    def open_request(self, site: SiteId, place: QPoint) -> None:
        """Opens the menu of a request, whose site is chosen by that."""
        self._selection.choose(site)
        self._commands.follow()
        self._open(REQUEST_MENU, place)

    def open_order(self, place: QPoint) -> None:
        """Opens the menu of what holds for all microphones."""
        self._open(ORDER_ACTS, place)

    def open_listen(self, place: QPoint) -> None:
        """Opens the menu of what the headphones may play, above its place."""
        menu = self._open(LISTEN_ACTS, place)
        if self._office is not None:
            menu.addSeparator()
            menu.addAction(self._office.headphones)
        menu.move(place.x(), place.y() - menu.sizeHint().height() - 4)

    def open_session(self, place: QPoint) -> None:
        """Opens the menu of the session; what is many of a kind lies in a menu of its own, so that all fits."""
        menu = self._made(SESSION_ACTS)
        self._add(menu.addMenu(office_words.records_menu()), RECORD_MENU)
        self._add(menu.addMenu(office_words.admission_menu()), ADMISSION_MENU)
        layouts = [self._commands.layout_action(layout) for layout in Layout]
        menu.addMenu(office_words.layouts_menu()).addActions(layouts)
        menu.addMenu(office_words.screens_menu()).addActions(self._screen_actions)
        if self._office is not None:
            self._add_office(menu, self._office)
        if self.lock is not None:
            menu.addAction(self.lock)
        menu.popup(place)

    def _add_office(self, menu: QMenu, office: OfficeActs) -> None:
        display = menu.addMenu(office_words.display_menu())
        display.addMenu(language_words.menu_title()).addActions(office.languages.actions)
        for look in self._looks:
            look.add_to(display)
        menu.addSeparator()
        menu.addMenu(office_words.program_menu()).addActions(office.for_the_program)
        menu.addActions(office.in_menu)

    def _open(self, acts: tuple[Act | None, ...], place: QPoint) -> QMenu:
        menu = self._made(acts)
        menu.popup(place)
        return menu

    def _made(self, acts: tuple[Act | None, ...]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, acts)
        return menu

    def _add(self, menu: QMenu, acts: tuple[Act | None, ...]) -> None:
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(self._commands.action(act))
