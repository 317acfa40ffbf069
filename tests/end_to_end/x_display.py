"""A display of its own (Xvfb) on which a test sees windows, closes them as a window manager does, and types.

Rule: nothing but what a person's window manager and keyboard could do; Xlib is called directly, so that no further
program is needed.
"""

import ctypes
import os
import subprocess
from types import TracebackType
from typing import Self

from tests.own_process import until

START_SECONDS = 20
SCREEN = "1600x900x24"
MOST_TITLE_WORDS = 256
_CLIENT_MESSAGE, _KEY_PRESS, _KEY_RELEASE = 33, 2, 3
_TAB, _SPACE = 0xFF09, 0x0020
_VIEWABLE = 2


class _Attributes(ctypes.Structure):
    _fields_ = [
        ("place", ctypes.c_int * 6),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("kind", ctypes.c_int * 4),
        ("planes", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("room", ctypes.c_long * 8),
    ]


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),  # XSendEvent reads a whole XEvent
    ]


class _Key(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("root", ctypes.c_ulong),
        ("subwindow", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
        ("places", ctypes.c_int * 4),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        ("same_screen", ctypes.c_int),
        ("room", ctypes.c_long * 24),
    ]


def can_show_windows() -> bool:
    """Tells whether Xvfb and Xlib are there."""
    try:
        _xlib()
        return subprocess.run(["Xvfb", "-version"], capture_output=True, check=False).returncode in {0, 1}
    except OSError:
        return False


def _xlib() -> ctypes.CDLL:
    xlib = ctypes.CDLL("libX11.so.6")
    window, display = ctypes.c_ulong, ctypes.c_void_p
    for name, result, arguments in (
        ("XOpenDisplay", display, [ctypes.c_char_p]),
        ("XCloseDisplay", ctypes.c_int, [display]),
        ("XDefaultRootWindow", window, [display]),
        ("XInternAtom", window, [display, ctypes.c_char_p, ctypes.c_int]),
        ("XQueryTree", ctypes.c_int, [display, window, *[ctypes.c_void_p] * 4]),
        ("XGetWindowAttributes", ctypes.c_int, [display, window, ctypes.c_void_p]),
        ("XGetWMProtocols", ctypes.c_int, [display, window, ctypes.c_void_p, ctypes.c_void_p]),
        ("XSendEvent", ctypes.c_int, [display, window, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]),
        ("XKeysymToKeycode", ctypes.c_ubyte, [display, window]),
        ("XSetInputFocus", ctypes.c_int, [display, window, ctypes.c_int, window]),
        (
            "XGetWindowProperty",
            ctypes.c_int,
            [display, window, window, *[ctypes.c_long] * 2, ctypes.c_int, window, *[ctypes.c_void_p] * 5],
        ),
        ("XFree", ctypes.c_int, [ctypes.c_void_p]),
        ("XSync", ctypes.c_int, [display, ctypes.c_int]),
    ):
        function = getattr(xlib, name)
        function.restype, function.argtypes = result, arguments
    return xlib


class XDisplay:
    """An X server without a window manager; `name` is what `DISPLAY` has to be. A context manager."""

    def __init__(self, screen: str = SCREEN) -> None:
        read, write = os.pipe()
        line = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp"]
        self._server = subprocess.Popen(line, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"
        self._xlib = _xlib()
        # A window that goes while it is looked at is no reason for Xlib to end the test.
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        self._xlib.XSetErrorHandler(self._ignore)
        self._display = until("the display", lambda: self._xlib.XOpenDisplay(self.name.encode()), START_SECONDS)
        self._root = self._xlib.XDefaultRootWindow(self._display)

    def windows(self) -> list[int]:
        """Returns the shown windows that can be closed, the lowest first."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        named = [ctypes.byref(each) for each in (root, parent, children, count)]
        self._xlib.XQueryTree(self._display, self._root, *named)
        found = [children[number] for number in range(count.value)]
        if children:
            self._xlib.XFree(children)
        return [window for window in found if self._shown(window) and self._closable(window)]

    def title(self, window: int) -> str:
        """Returns what stands in a window's frame."""
        kind, form, count, left = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        text = ctypes.c_void_p()
        told = [ctypes.byref(each) for each in (kind, form, count, left, text)]
        name = self._atom("_NET_WM_NAME")
        self._xlib.XGetWindowProperty(self._display, window, name, 0, MOST_TITLE_WORDS, 0, 0, *told)
        found = ctypes.string_at(text, count.value) if text.value else b""
        if text.value:
            self._xlib.XFree(text)
        return found.decode("utf-8")

    def close_window(self, window: int) -> None:
        """Asks a window to close, as the cross in its frame does."""
        protocols, delete = (self._atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        event = _ClientMessage(type=_CLIENT_MESSAGE, window=window, message_type=protocols, format=32)
        event.data[0] = delete
        self._send(window, event, mask=0)

    def focus(self, window: int) -> None:
        """Gives a window the keyboard, as a window manager does with one that opens."""
        self._xlib.XSetInputFocus(self._display, window, 1, 0)
        self._xlib.XSync(self._display, 0)

    def press_button(self, window: int, number: int) -> None:
        """Presses a button of a dialog by keyboard: the one that `number` times Tab leads to."""
        self.focus(window)
        for symbol in (*[_TAB] * number, _SPACE):
            self.press_key(window, symbol)

    def press_key(self, window: int, symbol: int, state: int = 0) -> None:
        """Presses and releases a key (an X keysym) over a window; `state` holds X's modifier bits."""
        self.hold_key(window, symbol, state)
        self.release_key(window, symbol, state)

    def hold_key(self, window: int, symbol: int, state: int = 0) -> None:
        """Presses a key over a window and keeps it down."""
        self._send_key(window, symbol, state, kind=_KEY_PRESS, mask=1)

    def release_key(self, window: int, symbol: int, state: int = 0) -> None:
        """Lets a key up over a window."""
        self._send_key(window, symbol, state, kind=_KEY_RELEASE, mask=2)

    def _send_key(self, window: int, symbol: int, state: int, *, kind: int, mask: int) -> None:
        code = self._xlib.XKeysymToKeycode(self._display, symbol)
        event = _Key(type=kind, window=window, root=self._root, same_screen=1, keycode=code, state=state)
        self._send(window, event, mask)

    def _send(self, window: int, event: ctypes.Structure, mask: int) -> None:
        self._xlib.XSendEvent(self._display, window, 0, mask, ctypes.byref(event))
        self._xlib.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        atom: int = self._xlib.XInternAtom(self._display, name.encode(), 0)
        return atom

    def area(self, window: int) -> tuple[int, int, int, int]:
        """Returns x, y, width and height of a window on the display; nothing but zeros when it is gone."""
        attributes = _Attributes()
        self._xlib.XGetWindowAttributes(self._display, window, ctypes.byref(attributes))
        x, y, width, height, _, _ = attributes.place
        return x, y, width, height

    def _shown(self, window: int) -> bool:
        attributes = _Attributes()
        known = self._xlib.XGetWindowAttributes(self._display, window, ctypes.byref(attributes))
        return bool(known) and attributes.map_state == _VIEWABLE

    def _closable(self, window: int) -> bool:
        atoms, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_int()
        if not self._xlib.XGetWMProtocols(self._display, window, ctypes.byref(atoms), ctypes.byref(count)):
            return False
        found = self._atom("WM_DELETE_WINDOW") in [atoms[number] for number in range(count.value)]
        self._xlib.XFree(atoms)
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._xlib.XCloseDisplay(self._display)
        self._server.terminate()
        self._server.wait(START_SECONDS)
