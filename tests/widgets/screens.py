"""Windows of the second screens over made-up meetings, with pictures that stop when they are told to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pytestqt.qtbot import QtBot

from console.commands import AnyCommand
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedPicture, PaintedRooms
from tests.widgets.conftest import MovedClock
from widgets.controls.store import Store
from widgets.drawing.sources import PictureSource
from widgets.screens.screen_window import ScreenWindow


@dataclass
class StoppedRooms(PaintedRooms):
    """Rooms painted in whatever size of the program is asked for, until `stopped`."""

    stopped: bool = False
    asked: set[str] = field(default_factory=set)

    def latest(self, key: str, after_sequence: int) -> PaintedPicture | None:
        self.asked.add(key)
        if self.stopped:
            return None
        width, height = key.partition("/")[2].split("x")
        self.sizes[key] = (int(width), int(height))
        return super().latest(key, after_sequence)


Shown = TypeVar("Shown", bound=ScreenWindow)


@dataclass
class Screen(Generic[Shown]):
    """One window with what it stands on."""

    window: Shown
    store: Store
    clock: MovedClock
    rooms: StoppedRooms
    commands: list[AnyCommand] = field(default_factory=list)


def open_screen(
    qtbot: QtBot,
    make: Callable[[Store, PictureSource], Shown],
    scene: scenes.Scene,
    size: tuple[int, int] = (1920, 1080),
) -> Screen[Shown]:
    """Opens a window over a scene."""
    clock, rooms = MovedClock(), StoppedRooms()
    store = Store(clock)
    window = make(store, rooms)
    qtbot.addWidget(window)
    screen = Screen(window, store, clock, rooms)
    store.command_requested.connect(screen.commands.append)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    store.take(scene.whole())
    qtbot.wait(120)
    return screen
