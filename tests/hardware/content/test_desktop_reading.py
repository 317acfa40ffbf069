"""A window and a screen of a real display as content: whole, by themselves, and with a reason when they go."""

import contextlib
import ctypes
import subprocess
import sys
from collections.abc import Generator, Iterator
from itertools import islice

import msgspec
import pytest

from console.content.content_choices import ContentChoices
from console.content.content_port import ContentFault
from hardware.content.content_reading import ContentPicture, Piece, pieces_of
from hardware.content.desktop_reading import ContentStopped, window_called
from hardware.desktop.desktop import OpenWindow, named_apart, open_desktop
from tests.end_to_end.x_display import can_show_windows
from tests.end_to_end.x_screens import XScreens, can_plug_screens
from tests.hardware.content.shown_window import BACK, LEFT, RIGHT, ShownWindows
from tests.own_process import ROOT, until

on_x11 = pytest.mark.skipif(
    sys.platform != "linux" or not can_show_windows() or not can_plug_screens(), reason="X11, or its tools, are missing"
)
TITLE = "Báo cáo quý III"
MOST_PICTURES = 60
"""Twelve seconds of them: a busy machine may paint late."""
Colours = tuple[tuple[int, int, int], ...]


@pytest.fixture(scope="module")
def program() -> Iterator[ShownWindows]:
    with XScreens() as display, pytest.MonkeyPatch.context() as patch, ShownWindows(display.name) as program:
        patch.setenv("DISPLAY", display.name)
        display.plug("eDP-1", 0, holds_output=True)
        display.plug("HDMI-1", 1920)
        yield program


@pytest.fixture
def windows(program: ShownWindows) -> Iterator[ShownWindows]:
    program.tell("show", TITLE, 100, 100)
    yield program
    program.tell("clear")


def colours(piece: Piece, *places: tuple[int, int]) -> Colours:
    """Returns the colours at places of a picture, in quarters of a hundred so that coding's rounding is no matter."""
    assert isinstance(piece, ContentPicture)
    pixels = piece.frame.to_ndarray(format="rgb24")
    return tuple(near(*(int(each) for each in pixels[y, x])) for x, y in places)


def near(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """Returns the nearest of the colours that the windows have; black where none is near."""
    known = (LEFT, RIGHT, BACK)
    best = min(known, key=lambda each: abs(each[0] - red) + abs(each[1] - green) + abs(each[2] - blue))
    return best if max(abs(best[0] - red), abs(best[1] - green), abs(best[2] - blue)) < 24 else (0, 0, 0)


def shows(pieces: Iterator[Piece], wanted: Colours, *places: tuple[int, int]) -> bool:
    """Tells whether the coming pictures come to show these colours at these places."""
    return any(colours(piece, *places) == wanted for piece in islice(pieces, MOST_PICTURES))


def listed() -> ContentChoices:
    """Returns what the command line lists."""
    command = [sys.executable, "main.py", "content-windows"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return msgspec.json.decode(told.stdout, type=ContentChoices)


@contextlib.contextmanager
def told_as_a_manager(window: int, name: str, kind: str, value: int | str) -> Generator[None]:
    """Sets a property of a window (0: the root), as a window manager does, and takes it away again."""
    xlib, ulong = ctypes.CDLL("libX11.so.6"), ctypes.c_ulong
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    xlib.XInternAtom.restype = xlib.XDefaultRootWindow.restype = ulong
    name_atom, kind_atom = (ulong(xlib.XInternAtom(display, word.encode(), 0)) for word in (name, kind))
    number = value if isinstance(value, int) else xlib.XInternAtom(display, value.encode(), 0)
    owner = ulong(window or xlib.XDefaultRootWindow(display))
    xlib.XChangeProperty(display, owner, name_atom, kind_atom, 32, 0, ctypes.byref(ulong(number)), 1)
    xlib.XSync(display, 0)
    try:
        yield
    finally:
        xlib.XDeleteProperty(display, owner, name_atom)
        xlib.XCloseDisplay(display)


def fault_of(pieces: Iterator[Piece]) -> tuple[ContentFault, str]:
    with pytest.raises(ContentStopped) as stopped:
        list(islice(pieces, MOST_PICTURES))
    return stopped.value.fault, str(stopped.value)


@on_x11
def test_a_window_is_shown_whole_whatever_covers_it_and_until_it_is_closed(windows: ShownWindows) -> None:
    windows.tell("cover", "Lương", 300, 150)
    pieces = pieces_of("", window=TITLE)
    corners = ((20, 20), (1900, 20), (20, 1060), (1900, 1060))
    assert shows(pieces, (LEFT, RIGHT, LEFT, RIGHT), *corners)
    windows.tell("resize", TITLE, 400, 400)
    # As high as wide now: black at both sides, and nothing of it cut off.
    assert shows(pieces, ((0, 0, 0), LEFT, RIGHT, (0, 0, 0)), (20, 540), (440, 20), (1480, 1060), (1900, 540))
    windows.tell("move", TITLE, -200, -100)
    assert shows(pieces, (LEFT, RIGHT), (440, 20), (1480, 1060))
    windows.tell("close", TITLE)
    assert fault_of(pieces) == (ContentFault.WINDOW_CLOSED, TITLE)


@on_x11
def test_a_window_that_is_put_away_ends_and_one_that_is_not_there_is_told(windows: ShownWindows) -> None:
    pieces = pieces_of("", window="báo cáo")
    assert shows(pieces, (LEFT, RIGHT), (20, 20), (1900, 20)), "a part of the title that no other holds is enough"
    windows.tell("hide", TITLE)
    assert fault_of(pieces) == (ContentFault.WINDOW_AWAY, TITLE)
    assert fault_of(pieces_of("", window=TITLE)) == (ContentFault.WINDOW_UNKNOWN, TITLE)
    assert fault_of(pieces_of("", screen="DP-9")) == (ContentFault.SCREEN_UNKNOWN, "DP-9")


@on_x11
def test_one_of_two_screens_is_shown_alone(windows: ShownWindows) -> None:
    windows.tell("cover", "Trang chiếu", 1920, 0)
    windows.tell("resize", "Trang chiếu", 1920, 1080)
    assert shows(pieces_of("", screen="HDMI-1"), (BACK, BACK), (20, 540), (1900, 540))
    assert shows(pieces_of("", screen="eDP-1"), (LEFT, RIGHT), (110, 110), (730, 110))


@on_x11
def test_windows_and_screens_are_listed(windows: ShownWindows) -> None:
    for title in ("Chung", "Chung"):
        windows.tell("show", title, 50, 50)
    found = until("the windows", lambda: named if len((named := listed()).windows) == 3 else None, 20)
    assert found == ContentChoices(windows=(TITLE, "Chung", "Chung (2)"), screens=("eDP-1", "HDMI-1"))
    desktop = open_desktop()
    try:
        assert [(each.name, each.x, each.width) for each in desktop.screens()] == [
            ("eDP-1", 0, 1920),
            ("HDMI-1", 1920, 1920),
        ]
    finally:
        desktop.close()


@on_x11
def test_what_a_window_manager_says_is_believed(windows: ShownWindows) -> None:
    windows.tell("show", "Bảng điều khiển", 50, 50)
    desktop = open_desktop()
    try:
        found = until("the windows", lambda: named if len(named := desktop.windows()) == 2 else None, 10)
        kept = next(each for each in found if each.title == TITLE)
        with told_as_a_manager(0, "_NET_CLIENT_LIST", "WINDOW", kept.handle):
            assert desktop.windows() == [kept], "what it does not manage is no window of the person's"
            with told_as_a_manager(kept.handle, "_NET_WM_STATE", "ATOM", "_NET_WM_STATE_HIDDEN"):
                assert desktop.windows() == []
                assert fault_of(pieces_of("", window=TITLE)) == (ContentFault.WINDOW_UNKNOWN, TITLE)
    finally:
        desktop.close()


def test_without_a_display_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert fault_of(pieces_of("", window=TITLE)) == (ContentFault.NO_DESKTOP, "there is no X11 display here")


def test_a_part_of_two_titles_names_no_window() -> None:
    found = named_apart(OpenWindow(title, number) for number, title in enumerate(("A  1", "A 2", "", "A 2", "  ")))
    assert [each.title for each in found] == ["A 1", "A 2", "A 2 (2)"]
    assert window_called("A", found) is None
    assert window_called("a 1", found) == found[0]
    assert window_called("A 2", found) == found[1], "the whole title goes before a part"
    assert window_called("B", found) is None
