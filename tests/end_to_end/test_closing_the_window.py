"""The console's window on a real display, opened by plain `main.py` and closed as a person closes it."""

import sys
from pathlib import Path

import pytest

from console.entries import SessionEnded
from console.log_book.session_reading import read_session
from hardware.processes.lock import is_held
from tests.end_to_end.meeting import Folder, new_folder, processes_that_name
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.own_process import OwnProcess, until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows(), reason="Xvfb or Xlib is missing"),
]

START_SECONDS = 40
GOES_ON, ENDS = 1, 2
"""Buttons of the question behind Cancel."""


def open_console(folder: Folder, display: XDisplay) -> OwnProcess:
    """Types `main.py` where this display is."""
    return folder.start(environment={"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""})


def close_and_answer(display: XDisplay, button: int) -> None:
    """Closes the window and presses a button of the question that comes."""
    (window,) = until("the window", display.windows, START_SECONDS)
    display.close_window(window)
    asked = until("the question", lambda: [each for each in display.windows() if each != window], START_SECONDS)
    assert window in display.windows(), "the window stays while it asks"
    display.press_button(asked[0], button)


def test_closing_the_window_asks_and_both_answers_are_kept(tmp_path: Path) -> None:
    with XDisplay() as display, new_folder(tmp_path, sites=2, fixed_ports=True) as folder:
        console = open_console(folder, display)
        until("the bridge is up", folder.address, START_SECONDS, console)
        until("the window", display.windows, START_SECONDS, console)
        assert folder.run("do", "start", "test", "--title", "Họp thử").returncode == 0
        (log,) = until("a log", lambda: list(folder.data.sessions.glob("*.sqlite3")), 5)

        close_and_answer(display, GOES_ON)

        until("the window is gone", lambda: not display.windows(), 10)
        until("its process too", lambda: not is_held(folder.data.run / "window.lock"), 10)
        assert console.running
        assert '"running":true' in folder.run("show", "--only", "session").stdout

        again = open_console(folder, display)
        assert again.wait(START_SECONDS) == 0, "the keeper opens the window"
        until("the window again", display.windows, START_SECONDS)
        until("it is connected", lambda: is_held(folder.data.run / "window.lock"), 10)
        third = open_console(folder, display)
        assert third.wait(START_SECONDS) == 2, "one window is enough"

        close_and_answer(display, ENDS)

        assert console.wait(20) == 0
        until("nothing is left", lambda: not processes_that_name(str(folder.data.root)), 10)
        assert isinstance(list(read_session(log))[-1].entry, SessionEnded)
