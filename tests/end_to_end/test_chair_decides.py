"""The chair decides on a screen of the own, by touch, in a real meeting: from the touch to the log and back."""

import asyncio
import sys
from pathlib import Path

import pytest

from console.commands import RequestFloor
from console.window_memory import ScreenChoice, ScreenMark, ScreenUse, WindowMemory
from hardware.processes.window.window_memory_file import WindowMemoryFile
from tests.end_to_end.meeting import Folder, Meeting, new_folder, operator
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.own_process import OwnProcess, until
from widgets.screens.chair_layout import lay_out

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows() or not can_plug_screens(), reason="Xvfb, Xlib or Xrandr is missing"),
]

START_SECONDS = 40
CHAIR_SCREEN, LEFT, WIDTH, HEIGHT = "HDMI-1", 1920, 1920, 1080
FROM_RIGHT_TO_YES, FROM_RIGHT_TO_NO = 330, 120
"""From the right edge of a card to the middle of its buttons."""


def open_window(folder: Folder, display: XScreens) -> OwnProcess:
    """Opens the console with the chair's view on the second screen, as it was left there."""
    chosen = ScreenChoice(screen=ScreenMark(name=CHAIR_SCREEN, width=WIDTH, height=HEIGHT), use=ScreenUse.CHAIR)
    WindowMemoryFile(folder.data.root).remember(WindowMemory(screens=(chosen,)))
    shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
    window = folder.start("window", "--size", "1366x768", environment=shown)
    until("both windows", lambda: len(display.windows()) == 2, START_SECONDS, window)
    return window


def touch(display: XScreens, from_right: int, *, requests: int, times: int = 1) -> None:
    """Touches a button of the first card while so many requests wait."""
    card = lay_out(WIDTH, HEIGHT, requests, timed=False).requests[0]
    for _ in range(times):
        display.click(LEFT + round(card.right()) - from_right, round(card.center().y()))


def waiting(meeting: Meeting) -> dict[str, bool]:
    """Returns the sites that ask for the floor, each with whether the chair has said yes."""
    return {request.site: request.approved_ms is not None for request in meeting.state.floor().requests}


async def test_the_chair_agrees_refuses_and_takes_back_by_touch(tmp_path: Path) -> None:
    with XScreens() as display, new_folder(tmp_path, sites=3) as folder:
        display.plug("eDP-1", 0, holds_output=True)
        display.plug(CHAIR_SCREEN, LEFT)
        folder.start_bridge()
        async with operator(folder) as meeting:
            for site in ("s001", "s002", "s003"):
                await meeting.do(RequestFloor(site=site))
            window = await asyncio.to_thread(open_window, folder, display)
            (console,) = (each for each in display.windows() if display.area(each)[2] == 1366)
            display.give_focus(console)
            await asyncio.sleep(1.5)

            touch(display, FROM_RIGHT_TO_YES, requests=3, times=3)
            decided = {"s001": True, "s002": False, "s003": False}
            await meeting.state.until("the chair's yes", lambda: waiting(meeting) == decided)
            await asyncio.sleep(1.5)
            assert waiting(meeting) == decided, "a triple tap is one decision"
            assert display.keyboard_window() == console, "the keys stay with the console"

            touch(display, FROM_RIGHT_TO_NO, requests=2, times=2)
            await meeting.state.until("the chair's no", lambda: waiting(meeting) == {"s001": True, "s003": False})
            await asyncio.sleep(1.5)
            assert waiting(meeting) == {"s001": True, "s003": False}

            touch(display, FROM_RIGHT_TO_NO, requests=2)
            await meeting.state.until("taken back", lambda: waiting(meeting) == decided)
        assert window.running
        told = folder.run("verify-log", str(next(folder.data.sessions.glob("*.sqlite3"))))
        assert told.returncode == 0, told.stdout + told.stderr
