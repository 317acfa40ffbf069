"""The program's window on a real display with two screens: opened by key, unplugged, plugged in again, remembered."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from hardware.link.run_file import run_file_of
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.own_process import ROOT, OwnProcess, until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows() or not can_plug_screens(), reason="Xvfb, Xlib or Xrandr is missing"),
]

START_SECONDS = 40
CONSOLE_SCREEN, HALL = "eDP-1", "HDMI-1"
HALL_AREA = (1920, 0, 1920, 1080)
F11, SHIFT = 0xFFC8, 1
SLATE = (0x0D, 0x10, 0x14)
IN_PICTURE = (1920 + 1700, 200)
"""A place of the hall's screen where the drawn program is light and no letter of a slate stands."""


@contextlib.contextmanager
def drawn_bridge(data: DataFolder) -> Generator[subprocess.Popen[bytes]]:
    """Gives a bridge without media that draws what windows want."""
    data.make()
    line = [sys.executable, "-m", "tests.bench.painted_bridge", str(data.root), "36", "2"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, cwd=ROOT) as bridge:
        try:
            until("the drawn bridge is up", run_file_of(data.root).exists, START_SECONDS)
            yield bridge
        finally:
            bridge.send_signal(signal.SIGCONT)
            bridge.kill()


def open_window(data: DataFolder, display: XScreens) -> OwnProcess:
    arguments = ["window", "--data", str(data.root), "--size", "1366x768"]
    shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
    return OwnProcess(arguments, data.root / "window.out", environment=shown)


def console_of(display: XScreens) -> int:
    """Returns the console's window once it is there, with the keyboard."""
    (console,) = until("the console", lambda: [each for each in display.windows() if display.area(each)[2] == 1366], 40)
    display.give_focus(console)
    return console


def in_hall(display: XScreens) -> list[int]:
    """Returns the windows that reach into the hall's place."""
    return [window for window in display.windows() if display.area(window)[0] + display.area(window)[2] > HALL_AREA[0]]


def hall_areas(display: XScreens) -> list[tuple[int, int, int, int]]:
    return [display.area(window) for window in in_hall(display)]


def shows_program(display: XScreens) -> bool:
    return min(display.colour(*IN_PICTURE)) > 100


def test_the_program_stands_in_the_hall_or_nowhere(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    with XScreens() as display, drawn_bridge(data) as bridge:
        display.plug(CONSOLE_SCREEN, 0, holds_output=True)
        display.plug(HALL, HALL_AREA[0])
        with open_window(data, display) as window:
            console = console_of(display)
            assert in_hall(display) == []

            for _ in range(2):  # a second time changes nothing: the key opens and never closes
                display.press_key(console, F11)
                until("the program fills its screen", lambda: hall_areas(display) == [HALL_AREA], 10, window)
                until("a picture", lambda: shows_program(display), 10, window)
                assert display.keyboard_window() == console

            bridge.send_signal(signal.SIGSTOP)
            until("a slate instead of a frozen picture", lambda: display.colour(*IN_PICTURE) == SLATE, 5, window)
            bridge.send_signal(signal.SIGCONT)
            until("the picture again", lambda: shows_program(display), 20, window)

            display.unplug(HALL)
            until("no window but the console", lambda: display.windows() == [console], 5, window)
            display.plug(HALL, HALL_AREA[0])
            until("it comes back by itself", lambda: hall_areas(display) == [HALL_AREA], 5)
            until("with a picture", lambda: shows_program(display), 10, window)

            display.unplug(HALL)
            until("no window but the console", lambda: display.windows() == [console], 5, window)
            display.plug(HALL, HALL_AREA[0], 1280, 720)
            smaller = (HALL_AREA[0], 0, 1280, 720)
            until("it fits another size", lambda: hall_areas(display) == [smaller], 5)

        display.unplug(HALL)
        display.plug(HALL, HALL_AREA[0])
        with open_window(data, display) as window:
            console = console_of(display)
            until("it is remembered", lambda: hall_areas(display) == [HALL_AREA], 10)
            display.press_key(console, F11, SHIFT)
            until("closed", lambda: display.windows() == [console], 5, window)
        with open_window(data, display) as window:
            console = console_of(display)
            display.press_key(console, F11)
            until("open on the same screen", lambda: hall_areas(display) == [HALL_AREA], 10)


def test_the_console_may_be_dragged_into_the_hall_and_a_program_closed_by_hand(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    with XScreens() as display, drawn_bridge(data):
        display.plug(CONSOLE_SCREEN, 0, holds_output=True)
        display.plug(HALL, HALL_AREA[0])
        with open_window(data, display) as window:
            console = console_of(display)
            display.press_key(console, F11)
            until("the program in the hall", lambda: hall_areas(display) == [HALL_AREA], 10, window)

            display.move(console, 2100, 100)
            until("it does not cover the console", lambda: display.windows() == [console], 5, window)
            display.move(console, 100, 100)
            until("it comes back by itself", lambda: hall_areas(display) == [HALL_AREA], 5, window)

            (program,) = in_hall(display)
            display.close_window(program)
            until("closed", lambda: display.windows() == [console], 5, window)
            display.unplug(HALL)
            display.plug(HALL, HALL_AREA[0])
            time.sleep(1)
            assert display.windows() == [console], "what a person closed stays closed"


def test_with_one_screen_there_is_no_window_over_the_console(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    with XScreens() as display, drawn_bridge(data):
        display.plug(CONSOLE_SCREEN, 0, holds_output=True)
        with open_window(data, display) as window:
            console = console_of(display)
            display.press_key(console, F11)
            display.plug(HALL, HALL_AREA[0])
            display.press_key(console, F11)
            until("on the second screen once there is one", lambda: in_hall(display), 10, window)
            display.unplug(HALL)
            until("hidden", lambda: display.windows() == [console], 5, window)
