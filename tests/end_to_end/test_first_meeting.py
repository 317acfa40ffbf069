"""A new user's path: from a computer on which nothing is set up to the first remote site in the program.

Rule: every act is one that a person makes: a key in the console's own windows, or the one command at the site. They are
counted, and the clock runs from the start of the program.
"""

import json
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from console.data_folder import DataFolder
from hardware.link.frame_slots import FrameReader
from hardware.simulator.rooms.frame_marker import read_marker
from tests.end_to_end.meeting import Folder, end_all_that_name
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.own_process import OwnProcess, until

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows(), reason="Xvfb or Xlib is missing"),
]

MOST_SECONDS = 300
MOST_ACTS = 60
"""A typed name is as many acts as it has letters."""
STEP_SECONDS = 60
PAUSE_SECONDS = 0.04
"""Between two keys; the same one again without a pause is a key that is held down."""
SHIFT, CONTROL = 1, 4
RETURN, TAB, ESCAPE = 0xFF0D, 0xFF09, 0xFF1B
SITE_NAME = "Xa Ea Nuol"


@dataclass
class Hands:
    """Types into one window and counts."""

    display: XDisplay
    acts: int = 0

    def press(self, window: int, symbol: int, state: int = 0) -> None:
        self.display.press_key(window, symbol, state)
        time.sleep(PAUSE_SECONDS)
        self.acts += 1

    def type(self, window: int, text: str) -> None:
        for letter in text:
            self.press(window, ord(letter.lower()), SHIFT if letter.isupper() else 0)


def free_ports() -> dict[str, int]:
    """Returns settings with ports that nobody uses, for a machine on which much runs at once."""
    with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
        tcp.bind(("", 0))
        udp.bind(("", 0))
        return {"https_port": tcp.getsockname()[1], "media_port": udp.getsockname()[1]}


def program_number(folder: Folder) -> int | None:
    """Returns the number of the site whose room the program shows."""
    address = folder.address()
    picture = FrameReader(Path(address.frames_folder)).latest("program") if address is not None else None
    if picture is None:
        return None
    rows = np.frombuffer(picture.pixels, np.uint8)[: picture.height * picture.stride]
    marker = read_marker(rows.reshape(picture.height, -1, 4)[:, : picture.width, 1].copy())
    return marker.site_number if marker is not None and picture.still_valid() else None


def new_window(display: XDisplay, known: set[int]) -> int:
    """Returns the window that opens beside those that are known."""
    opened = until("a window", lambda: [each for each in display.windows() if each not in known], STEP_SECONDS)[-1]
    display.focus(opened)
    return opened


def set_up(hands: Hands, folder: Folder, window: int) -> Path:
    """Goes through the guided set-up by keyboard; returns the invitation that it leaves."""
    hands.type(window, "UBND tinh")
    hands.press(window, RETURN)  # the name is kept; rules
    hands.press(window, RETURN)  # those in force; devices
    hands.press(window, RETURN)  # the computer's own devices; sites
    hands.type(window, "1")
    hands.press(window, TAB)
    hands.type(window, SITE_NAME)
    hands.press(window, RETURN)  # the site is kept; invitation
    until("the site is known", lambda: SITE_NAME in folder.run("show", "--only", "site/").stdout, STEP_SECONDS)
    hands.press(window, RETURN)
    letter = folder.data.root / "invitations" / "s001.json"
    until("the invitation", letter.exists, STEP_SECONDS)
    hands.press(window, ESCAPE)
    return letter


def test_from_nothing_to_the_first_site_on_the_podium(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.make()
    data.settings_file.write_text(json.dumps(free_ports()))
    folder = Folder(data, tmp_path)
    try:
        with XDisplay() as display:
            hands, began = Hands(display), time.monotonic()
            console = folder.start(
                environment={"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
            )
            window = new_window(display, set())
            letter = set_up(hands, folder, new_window(display, {window}))

            named = ["satellite", str(letter), "--no-window", "--data", str(tmp_path / "site")]
            site = OwnProcess([*named, "--video", "test", "--audio", "test"], tmp_path / "site.out")
            folder.processes.append(site)
            hands.acts += 1
            until("the site is there", lambda: link_of(folder) == "live", STEP_SECONDS, site)

            display.focus(window)
            hands.press(window, ord("n"), CONTROL)
            display.press_button(new_window(display, {window}), 1)
            hands.acts += 2
            until("a session runs", lambda: '"running":true' in shown(folder, "session"), STEP_SECONDS)
            display.focus(window)
            for symbol in (ord("1"), RETURN, RETURN):  # the number, chosen, on deck
                hands.press(window, symbol)
            until("the site is on deck", lambda: '"s001"' in shown(folder, "on_deck"), STEP_SECONDS)
            hands.press(window, RETURN, CONTROL)

            until("its picture is the program", lambda: program_number(folder) == 1, STEP_SECONDS, console)
            assert time.monotonic() - began < MOST_SECONDS
            assert hands.acts <= MOST_ACTS
            assert '"name":"UBND tinh"' in shown(folder, "site/")
    finally:
        folder.close()
        end_all_that_name(str(tmp_path / "site"))


def shown(folder: Folder, part: str) -> str:
    """Returns what `main.py show` prints of a part."""
    return folder.run("show", "--only", part).stdout.replace(": ", ":").replace(", ", ",")


def link_of(folder: Folder) -> str | None:
    """Returns the state of the first site's link."""
    return "live" if '"link":"live"' in shown(folder, "site/s001") else None
