"""Which wish of the console's window goes where: its signals, and what takes them.

Rule: widgets know these protocols only; who answers them (a link to the bridge) `main.py` decides. Nothing waits here.
"""

from typing import Protocol

from console.commands import AnyCommand
from console.engine_port import SetViews
from console.line_history import HistoryWanted, LinesWanted
from widgets.main_window import ConsoleWindow
from widgets.store import Store


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


def connect_console(store: Store, window: ConsoleWindow, bridge: BridgeWishes) -> None:
    """Lets every wish of the console's window go to its bridge."""
    store.command_requested.connect(bridge.ask)
    window.views_changed.connect(bridge.show_views)
    window.lines.page_wanted.connect(bridge.ask_history)
    window.lines.lines_wanted.connect(bridge.ask_lines)
    window.log.lines_wanted.connect(bridge.ask_lines)
