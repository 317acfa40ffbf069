"""Which wish of a window goes where: its signals, and what takes them.

Rule: widgets know these protocols only; who answers them (a link to the bridge, a wire to the endpoint) `main.py`
decides. Nothing waits here.
"""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QSize

from console.commands import AnyCommand
from console.engine_port import SetViews
from console.line_history import HistoryWanted, LinesWanted
from widgets.main_window import ConsoleWindow
from widgets.satellite_window import SatelliteWindow
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


class TechnicianActs(Protocol):
    """What a site's window wants of its endpoint."""

    def press_microphone(self, wants_open: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks to open or close the microphone."""
        ...

    def ask_floor(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's one value
        """Asks for the floor, or takes the request back."""
        ...

    def say_ready(self) -> None:
        """Says Ready."""
        ...

    def end_speech(self) -> None:
        """Ends the site's own speech."""
        ...

    def take_back(self) -> None:
        """Takes the site's place back."""
        ...

    def show_pictures(self, program: tuple[int, int], own: tuple[int, int]) -> None:
        """Names the sizes of the two pictures on the screen, in physical pixels; 0: not shown."""
        ...


def connect_console(store: Store, window: ConsoleWindow, bridge: BridgeWishes) -> None:
    """Lets every wish of the console's window go to its bridge."""
    store.command_requested.connect(bridge.ask)
    window.views_changed.connect(bridge.show_views)
    window.lines.page_wanted.connect(bridge.ask_history)
    window.lines.lines_wanted.connect(bridge.ask_lines)
    window.log.lines_wanted.connect(bridge.ask_lines)


def connect_site(window: SatelliteWindow, endpoint: TechnicianActs) -> None:
    """Lets every act of the technician go to the endpoint."""

    def show_pictures(sizes: Mapping[str, QSize]) -> None:
        program, own = sizes["program"], sizes["own"]
        endpoint.show_pictures((program.width(), program.height()), (own.width(), own.height()))

    window.microphone_wanted.connect(endpoint.press_microphone)
    window.floor_wanted.connect(endpoint.ask_floor)
    window.ready_given.connect(endpoint.say_ready)
    window.speech_ended.connect(endpoint.end_speech)
    window.place_taken_back.connect(endpoint.take_back)
    window.views_changed.connect(show_pictures)
