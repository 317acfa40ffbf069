"""The console on a real display, by keys alone: what is chosen is there after a restart; a session is handed over."""

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from hardware.processes.lock import is_held
from tests.end_to_end.meeting import Folder, new_folder
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.own_process import OwnProcess, until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows(), reason="Xvfb or Xlib is missing"),
]

START_SECONDS = 70
PAUSE_SECONDS = 0.06
SHIFT, CONTROL = 1, 4
RETURN = 0xFF0D
SCREEN = (1920, 1080)


def open_window(folder: Folder, display: XDisplay, pictures: Path, scale: str = "1") -> tuple[OwnProcess, int]:
    """Opens the console's window beside the bridge that runs; returns its process and its number on the display."""
    shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": "", "QT_SCALE_FACTOR": scale}
    process = folder.start("window", "--screenshots", str(pictures), environment=shown)
    (window,) = until("the window", display.windows, START_SECONDS, process)
    until("it is connected", lambda: is_held(folder.data.run / "window.lock"), START_SECONDS)
    display.focus(window)
    return process, window


def picture_of(pictures: Path, name: str) -> QImage:
    """Asks a running window for its picture."""
    (pictures / f"{name}.want").touch()
    until("the picture", lambda: not (pictures / f"{name}.want").exists(), START_SECONDS)
    return QImage(str(pictures / f"{name}.png"))


def close(display: XDisplay, window: int, process: OwnProcess) -> None:
    display.close_window(window)
    process.wait(START_SECONDS)


def type_text(display: XDisplay, window: int, text: str) -> None:
    for letter in text:
        display.press_key(window, ord(letter.lower()), SHIFT if letter.isupper() or letter == "_" else 0)
        time.sleep(PAUSE_SECONDS)


def test_language_and_contrast_are_there_after_a_restart_and_two_hundred_percent_fit(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    with XDisplay("{}x{}x24".format(*SCREEN)) as display, new_folder(tmp_path, sites=2) as folder:
        folder.start_bridge()
        process, window = open_window(folder, display, pictures, scale="2")
        x, y, width, height = display.area(window)
        assert x >= 0
        assert y >= 0
        assert (x + width, y + height) <= SCREEN, "nothing of it lies outside the screen"
        usual = picture_of(pictures, "usual").pixelColor(3, 3)
        assert display.title(window).startswith("Điểm Cầu — bàn")
        display.press_key(window, ord("e"), CONTROL | SHIFT)
        display.press_key(window, ord("c"), CONTROL | SHIFT)
        until("another title", lambda: not display.title(window).startswith("Điểm Cầu — bàn"), START_SECONDS)
        title = display.title(window)
        close(display, window, process)

        process, window = open_window(folder, display, pictures)
        assert display.title(window) == title
        assert picture_of(pictures, "again").pixelColor(3, 3) == QColor("black") != usual
        close(display, window, process)


def test_a_session_is_handed_over_by_keys(tmp_path: Path) -> None:
    pictures, stick = tmp_path / "pictures", tmp_path / "stick"
    pictures.mkdir()
    stick.mkdir()
    with XDisplay() as display, new_folder(tmp_path, sites=2) as folder:
        folder.start_bridge()
        assert folder.run("do", "start", "test", "--title", "Họp thử").returncode == 0
        assert folder.run("do", "end").returncode == 0
        process, window = open_window(folder, display, pictures)

        display.press_key(window, ord("e"), CONTROL)
        (asked,) = until("the folder is asked", lambda: set(display.windows()) - {window}, START_SECONDS)
        display.focus(asked)
        type_text(display, asked, str(stick))
        display.press_key(asked, RETURN)

        def notice() -> list[int]:
            return [each for each in display.windows() if display.title(each).startswith("Đã xuất")]

        (told,) = until("how it ended", notice, START_SECONDS)
        (package,) = stick.iterdir()
        verified = folder.run("verify", str(package))
        assert verified.returncode == 0, verified.stdout + verified.stderr
        display.focus(told)
        display.press_key(told, RETURN)
        until("the notice is closed", lambda: display.windows() == [window], START_SECONDS)
        close(display, window, process)
