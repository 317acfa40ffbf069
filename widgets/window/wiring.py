"""Which wish of the console's window goes where: its signals, and what takes them.

Rule: widgets know these protocols only; who answers them (a link to the bridge) `main.py` decides. Nothing waits here.
"""

from collections.abc import Callable
from typing import Protocol

from console.commands import AnyCommand, EndSession, ListenToSite
from console.engine_port import SetViews
from console.lines.line_history import HistoryWanted, LinesWanted
from console.window_memory import WindowMemory
from widgets.alarms.alarm_bell import Chime
from widgets.controls.store import Store
from widgets.window.main_window import ConsoleWindow


class BridgeWishes(Protocol):
    """What the console's window wants of its bridge."""

    def ask(self, command: AnyCommand) -> None:
        """Gives a command."""
        ...

    def show_views(self, views: SetViews | None) -> None:
        """Names the pictures on the screen."""
        ...

    def ask_history(self, wanted: HistoryWanted) -> None:
        """Asks for a page of the lines' past."""
        ...

    def ask_lines(self, wanted: LinesWanted) -> None:
        """Asks for lines of the log."""
        ...

    def log_in(self, account: str, password: str) -> None:
        """Proves an account for this console."""
        ...

    def lock(self, idle: bool) -> None:  # noqa: FBT001 - the wish's one value
        """Locks this console."""
        ...


class OwnEars(Protocol):
    """What the console's window wants played to its operator alone."""

    def listen(self, on: bool) -> None:  # noqa: FBT001 - the wish's one value
        """Lets what the bridge has for the headphones be heard, or nothing."""
        ...

    def use(self, device: str | None) -> None:
        """Lets everything be played on this device; None: the usual one."""
        ...

    def chime(self, name: str) -> None:
        """Lets a short sound be heard."""
        ...


def connect_console(store: Store, window: ConsoleWindow, bridge: BridgeWishes) -> None:
    """Lets every wish of the console's window go to its bridge."""
    store.command_requested.connect(bridge.ask)
    window.views_changed.connect(bridge.show_views)
    window.lines.page_wanted.connect(bridge.ask_history)
    window.lines.lines_wanted.connect(bridge.ask_lines)
    window.log.lines_wanted.connect(bridge.ask_lines)
    window.lock.panel.login_wanted.connect(bridge.log_in)
    window.lock.lock_wanted.connect(bridge.lock)


def last_command(store: Store, *, goes_on: bool) -> AnyCommand | None:
    """Returns what closes with a window: the session, or the listening of a site that nobody would hear."""
    if goes_on:
        return ListenToSite() if store.headphones.site is not None else None
    return EndSession() if store.session.running else None


def connect_headphones(store: Store, window: ConsoleWindow, ears: OwnEars) -> None:
    """Lets the operator hear what he listens to, and the bell."""

    def follow() -> None:
        ears.listen(store.headphones.program or store.headphones.site is not None)

    def ring(chime: Chime) -> None:
        ears.chime(chime.name.lower())

    store.headphones_changed.connect(follow)
    window.seat.headphones_chosen.connect(ears.use)
    window.bell.chime_wanted.connect(ring)


def connect_memory(window: ConsoleWindow, remembering: Callable[[str], Callable[[object], None]]) -> None:
    """Lets what is chosen in the window be remembered; `remembering` returns what keeps a field of `WindowMemory`."""
    window.screens.choices_changed.connect(remembering("screens"))
    window.office.languages.chosen.connect(remembering("language"))
    window.looks.contrast_chosen.connect(remembering("contrast"))
    window.looks.alarm_beat_chosen.connect(remembering("alarm_beat"))
    window.seat.headphones_chosen.connect(remembering("headphones"))


def recall(window: ConsoleWindow, memory: WindowMemory) -> None:
    """Lets a window that has just been shown be as it was left; language and contrast are the application's."""
    window.screens.remember(memory.screens)
    window.flash.choose(memory.alarm_beat)
    if memory.headphones is not None:
        window.seat.use_headphones(memory.headphones)
