"""A dressed Qt application, and windows over made-up meetings."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.commands import AnyCommand
from console.snapshot import CameraView
from tests.screenshots import scene as scenes
from tests.screenshots.cameras import preset_jpeg, with_cameras
from tests.screenshots.rooms import PaintedLevels, PaintedRooms
from widgets.controls.store import Store
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.window.main_window import ConsoleWindow


@dataclass
class MovedClock:
    """A wall clock that tests move by hand."""

    now_ms: int = scenes.NOW_MS

    def __call__(self) -> int:
        return self.now_ms


@dataclass
class Console:
    """A window over a scene, with what it asked for."""

    window: ConsoleWindow
    store: Store
    clock: MovedClock
    rooms: PaintedRooms
    commands: list[AnyCommand] = field(default_factory=list)


OpenConsole = Callable[..., Console]


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    """Lets every test begin in the first language, whatever another file's tests have spoken before."""
    use_language("vi")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    assert dress(qapp) == []
    return qapp


@pytest.fixture
def open_console(dressed: QApplication, qtbot: QtBot) -> Callable[[scenes.Scene], Console]:
    """Returns a function that opens a window over a scene, 1920x1080, shown and settled."""

    def open_over(scene: scenes.Scene, width: int = 1920, height: int = 1080) -> Console:
        clock, rooms = MovedClock(), PaintedRooms()
        store = Store(clock)
        window = ConsoleWindow(store, rooms, PaintedLevels({"s009": -20.0}), clock)
        qtbot.addWidget(window)
        console = Console(window, store, clock, rooms)
        store.command_requested.connect(console.commands.append)
        window.views_changed.connect(rooms.take_views)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        store.take(scene.whole())
        qtbot.waitUntil(lambda: bool(rooms.sizes), timeout=2000)
        qtbot.waitUntil(lambda: all_pictures_are_there(window), timeout=5000)
        window._may_close = True
        return console

    return open_over


def all_pictures_are_there(window: ConsoleWindow) -> bool:
    """Tells whether every tile that shows a picture has one."""
    return all(
        tile.feed.image is not None
        for tile in window.grid.tiles.values()
        if tile.face.notice is None or tile.face.notice.icon is None
    )


@pytest.fixture
def english(dressed: QApplication) -> object:
    use_language("en")
    yield
    use_language("vi")


@pytest.fixture
def open_cameras(open_console: OpenConsole, qtbot: QtBot) -> Callable[..., Console]:
    """Returns a function that opens a meeting with these cameras, and the panel by its key."""
    from tests.widgets.hands import press  # which speaks of this file's `Console`

    def open_over(*cameras: CameraView, size: tuple[int, int] = (1920, 1080)) -> Console:
        console = open_console(with_cameras(scenes.busy_meeting(), *cameras), *size)
        pictures = console.window.cameras.acts.pictures
        pictures.wanted.connect(lambda name: pictures.take(name, preset_jpeg(name)))
        press(qtbot, console, Qt.Key.Key_C)
        assert console.window.cameras.isVisible()
        console.clock.now_ms += 600  # the tiles have stood there
        return console

    return open_over
