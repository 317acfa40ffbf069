"""Content from the bridge to the second screen of a real site: a printed code is read off the display itself."""

import sys

import pytest

from console.content.content_commands import EndContent, ShowContent
from tests.end_to_end.meeting import Folder, operator
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.hardware.engines.test_content_stream import CELL, COLUMNS, LEFT, ROWS, TOP, code, write_slide
from tests.own_process import OwnProcess

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows() or not can_plug_screens(), reason="Xvfb, Xlib or Xrandr is missing"),
]
DESK, PROJECTOR, PROJECTOR_LEFT = "eDP-1", "HDMI-1", 1920
LOOKED_AT = [(row, column) for row in range(0, ROWS, 16) for column in range(0, COLUMNS, 16)]


def is_dark(display: XScreens, row: int, column: int) -> bool:
    """Tells whether a cell of the code is dark on the second screen."""
    return max(display.colour(PROJECTOR_LEFT + LEFT + column * CELL + CELL // 2, TOP + row * CELL + CELL // 2)) < 128


def is_printed(display: XScreens) -> bool:
    """Tells whether the code stands on the second screen as it does on the slide."""
    printed = code()
    return all(is_dark(display, row, column) == bool(printed[row, column]) for row, column in LOOKED_AT)


def in_projector(display: XScreens) -> list[int]:
    return [window for window in display.windows() if display.area(window)[0] >= PROJECTOR_LEFT]


async def test_a_site_with_two_screens_reads_the_slide_on_its_second(folder: Folder) -> None:
    folder.start_bridge()
    letter, slide = folder.outputs / "letter.json", folder.outputs / "slide.png"
    made = folder.run("invite", "5", "--address", "127.0.0.1", "--out", str(letter))
    assert made.returncode == 0, made.stderr
    write_slide(slide)
    async with operator(folder) as meeting:
        with XScreens() as display:
            display.plug(DESK, 0, holds_output=True)
            display.plug(PROJECTOR, PROJECTOR_LEFT)
            named = ["satellite", str(letter), "--data", str(folder.outputs / "site")]
            shown = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
            window = OwnProcess(
                [*named, "--video", "test", "--audio", "test"], folder.outputs / "window.out", environment=shown
            )
            folder.processes.append(window)
            await meeting.until_live(["s005"])
            assert in_projector(display) == [], "nothing covers a second screen before there is content"
            await meeting.client.ask(ShowContent(path=str(slide)))
            await meeting.state.until("the slide is on the second screen", lambda: is_printed(display), 30)
            await meeting.client.ask(EndContent())
            await meeting.state.until("a slate stands there", lambda: not is_printed(display), 15)
            assert len(in_projector(display)) == 1
            window.close()
