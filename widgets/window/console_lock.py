"""The console's lock: covers every control of this process's windows, and neither alarms, nor pictures, nor safe stop.

Rules: the bridge decides who is logged in and refuses what a locked console may not give; this only shows it. While it
is locked one filter eats keys, buttons and touches of all windows of this process, the login's own, the safe stop and
silencing the bell apart; while it is not, nothing of this runs but a look every few seconds at when somebody last
touched anything.
"""

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from console.accounts.account import Failed
from console.accounts.standing import ConsoleStanding
from widgets.controls.buttons import ActionButton
from widgets.controls.command_set import WHILE_LOCKED, CommandSet
from widgets.controls.store import Store
from widgets.floor.floor_queue import FloorQueue
from widgets.office.office_acts import OfficeActs
from widgets.phrases.console import lock_words as words
from widgets.tiles.site_board import SiteBoard
from widgets.window.console_menus import ConsoleMenus
from widgets.window.lock_panel import LockPanel

KEY = "Ctrl+L"
LOOK_MS = 5000
"""Between two looks at how long nobody has touched anything."""
_EATEN = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.Shortcut, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick),
        *(QEvent.Type.Wheel, QEvent.Type.ContextMenu, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate),
        *(QEvent.Type.TabletPress, QEvent.Type.DragEnter, QEvent.Type.Drop),
    }
)
"""What a person does to a control; letting go of a key or a button is never held back."""
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


class Locked(Protocol):
    """What the lock needs of a console."""

    store: Store
    commands: CommandSet
    queue: FloorQueue
    board: SiteBoard
    office: OfficeActs


class ConsoleLock(QObject):
    """The lock of one console window."""

    changed = Signal()
    """Another login, or locked or unlocked."""
    lock_wanted = Signal(bool)
    """This console shall be locked; True: because nobody touched it."""

    def __init__(self, parts: "Locked", window: QWidget, menus: ConsoleMenus) -> None:
        super().__init__(window)
        self._parts, self._window = parts, window
        self.standing = ConsoleStanding()
        self.panel = LockPanel(window)
        self.action = QAction(words.lock_now(), window)
        self.action.setObjectName("lock-console")
        self.action.setShortcut(QKeySequence(KEY))
        self.action.setAutoRepeat(False)
        self.action.triggered.connect(lambda: self.lock_wanted.emit(False))  # noqa: FBT003 - a signal's one value
        window.addAction(self.action)
        menus.lock = self.action
        self._resting: list[QAction] = []
        self._touched_ms = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._pointer = QPoint()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)
        for each in window.actions():  # a key that is an action's never reaches the window
            each.triggered.connect(self._touch)
        parts.store.link_lost_changed.connect(self._follow_link)
        self.rephrase()
        self._follow()

    @property
    def locked(self) -> bool:
        """Tells whether the controls are covered."""
        return self.standing.locked

    @property
    def signature(self) -> str:
        """Returns whose login this is, for the window's title; empty without accounts."""
        return words.signature(self.standing.name, self.standing.role) if self.standing.name else ""

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.action.setText(words.lock_now())
        self.action.setToolTip(words.lock_now_hint())
        self.panel.follow()

    def take_standing(self, standing: ConsoleStanding) -> None:
        """Takes how the bridge says that this console stands."""
        was, self.standing = self.locked, standing
        if standing.locked and not was:
            self._cover()
        elif was and not standing.locked:
            self._uncover()
        if standing.locked:
            self.panel.lock(standing)
            self._place()
        self._follow()
        self.changed.emit()

    def take_login(self, failed: Failed | None) -> None:
        """Shows what came of a login."""
        self.panel.show_refused(failed)

    def _follow_link(self) -> None:
        self.panel.show_link(lost=self._parts.store.link_lost)

    def _follow(self) -> None:
        logged_in = self.standing.asked and not self.locked
        self.action.setVisible(self.standing.asked)
        self.action.setEnabled(logged_in)
        wanted = logged_in and self.standing.idle_minutes > 0
        if wanted and not self._looking.isActive():
            self._begin_to_look()
        elif not wanted and self._looking.isActive():
            self._looking.stop()
            _application().focusWindowChanged.disconnect(self._watch)

    # ------------------------------------------------------------ covering

    def _cover(self) -> None:
        """Closes what stands open and asks something, and holds back whatever is done to a control."""
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isModal() and dialog.isVisible():
                dialog.reject()
        self._parts.commands.set_locked(locked=True)
        self._resting = [each for each in self._window.actions() if each.isEnabled() and not self._works(each)]
        for each in self._resting:
            each.setEnabled(False)
        _application().installEventFilter(self)

    def _uncover(self) -> None:
        _application().removeEventFilter(self)
        self.panel.hide()
        for each in self._resting:
            each.setEnabled(True)
        self._resting = []
        self._parts.commands.set_locked(locked=False)
        self._parts.board.setFocus()

    def _works(self, action: QAction) -> bool:
        return any(action is self._parts.commands.action(act) for act in WHILE_LOCKED)

    def _place(self) -> None:
        """Lies over the queue, whose rows are controls: below the program and its safe stop, beside all alarms."""
        place = self._parts.queue.geometry()
        place.setHeight(max(place.height(), self.panel.height_for(place.width())))
        self.panel.setGeometry(place)
        self.panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Eats what is done to a control while the console is locked; notices touches while it is not."""
        kind = event.type()
        if not self.locked:
            if kind in _TOUCHES:
                self._touch()
            return False
        if watched is self._parts.queue and kind in {QEvent.Type.Resize, QEvent.Type.Move}:
            QTimer.singleShot(0, self.panel, self._place)
        if kind not in _EATEN or self._may(watched):
            return False
        if kind is QEvent.Type.KeyPress:
            self.panel.take_keyboard()
        return True

    def _may(self, watched: QObject) -> bool:
        """Tells whether something may be done to an object: windows only hand on, and their controls are asked then."""
        if isinstance(watched, QWindow):
            return True
        if isinstance(watched, QAction):
            return self._works(watched)
        if not isinstance(watched, QWidget):
            return True
        if watched is self.panel or self.panel.isAncestorOf(watched):
            return True
        return isinstance(watched, ActionButton) and self._works(watched.of_action)

    # ------------------------------------------------------------ idle

    def _begin_to_look(self) -> None:
        """Looks from now on; the windows that are in front tell of keys, the pointer is looked for."""
        self._touched_ms = self._now_ms()
        _application().focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow() or self._window.windowHandle())
        self._looking.start()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _now_ms(self) -> int:
        """Returns milliseconds on a clock that nobody sets."""
        return self._clock.elapsed()

    def _touch(self) -> None:
        self._touched_ms = self._now_ms()

    def _look(self) -> None:
        now = self._now_ms()
        if QCursor.pos() != self._pointer:
            self._pointer, self._touched_ms = QCursor.pos(), now
        if now - self._touched_ms >= self.standing.idle_minutes * 60_000:
            self.lock_wanted.emit(True)  # noqa: FBT003 - a signal's one value


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
