"""The desktop of an X11 display, by Xlib, Xrandr and Xcomposite as the system has them.

Sources: "Xlib - C Language X Interface"; Extended Window Manager Hints 1.5 (`_NET_CLIENT_LIST`, `_NET_WM_NAME`,
`_NET_WM_STATE`); RandR 1.5; Composite 0.4. Rule: for a process of its own, for Xlib's way of telling errors is one for
the whole process; what is gone between two questions answers like what never was.
"""

import ctypes
from collections.abc import Sequence
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from typing import Any, Final

from hardware.desktop.desktop import NoDesktop, OpenWindow, ScreenPlace, WindowLook, named_apart

VIEWABLE: Final = 2
AUTOMATIC: Final = 0
"""Composite's redirection that leaves the window on the screen as it is."""
MOST_PROPERTY_WORDS: Final = 4096
"""Of 32 bits: a property beyond it is cut."""
BYTE_BITS: Final = 8
WORD_BITS: Final = 32
ANY_KIND: Final = 0

_display, _window, _atom = c_void_p, c_ulong, c_ulong


class _Attributes(ctypes.Structure):
    """`XWindowAttributes`, named as far as it is read."""

    _fields_ = (
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("border_and_depth", c_int * 2),
        ("visual", c_void_p),
        ("root", c_ulong),
        ("kind_and_gravities", c_int * 4),
        ("planes", c_ulong * 2),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        ("masks", c_long * 3),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


class _Monitor(ctypes.Structure):
    """`XRRMonitorInfo`."""

    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("outputs_count", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("millimetres", c_int * 2),
        ("outputs", c_void_p),
    )


_XLIB: Final[Sequence[tuple[str, Any, list[Any]]]] = (
    ("XOpenDisplay", _display, [c_char_p]),
    ("XCloseDisplay", c_int, [_display]),
    ("XDefaultRootWindow", _window, [_display]),
    ("XInternAtom", _atom, [_display, c_char_p, c_int]),
    ("XGetAtomName", c_void_p, [_display, _atom]),
    ("XQueryTree", c_int, [_display, _window, *[c_void_p] * 4]),
    ("XGetWindowAttributes", c_int, [_display, _window, c_void_p]),
    ("XGetWindowProperty", c_int, [_display, _window, _atom, c_long, c_long, c_int, _atom, *[c_void_p] * 5]),
    ("XGetSelectionOwner", _window, [_display, _atom]),
    ("XClearArea", c_int, [_display, _window, c_int, c_int, c_uint, c_uint, c_int]),
    ("XFree", c_int, [c_void_p]),
    ("XSync", c_int, [_display, c_int]),
)
_ErrorTaker = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)


@_ErrorTaker
def _ignore(_display: int | None, _error: int | None) -> int:
    return 0  # a window may go while it is looked at; by itself Xlib would end the process


class X11Desktop:
    """The display that `DISPLAY` names; raises `NoDesktop` where it or Xlib is missing."""

    def __init__(self) -> None:
        self._xlib = _library("libX11.so.6", _XLIB)
        self._xlib.XSetErrorHandler(_ignore)
        self._display = self._xlib.XOpenDisplay(None)
        if not self._display:
            raise NoDesktop("the display of DISPLAY cannot be reached")
        self._root: int = self._xlib.XDefaultRootWindow(self._display)

    def windows(self) -> list[OpenWindow]:
        """Returns what the window manager lists; without one, the titled windows of the display."""
        found = self._numbers(self._root, "_NET_CLIENT_LIST") or self._children()
        shown = [window for window in found if (look := self.look(window)) is not None and look.shown]
        return named_apart(OpenWindow(self._title(window), window) for window in shown)

    def screens(self) -> list[ScreenPlace]:
        """Returns the monitors; without RandR they cannot be told apart, and there are none."""
        try:
            randr = _library(
                "libXrandr.so.2",
                (
                    ("XRRGetMonitors", POINTER(_Monitor), [_display, _window, c_int, c_void_p]),
                    ("XRRFreeMonitors", None, [c_void_p]),
                ),
            )
        except NoDesktop:
            return []
        count = c_int()
        told = randr.XRRGetMonitors(self._display, self._root, 1, byref(count))
        screens = [
            ScreenPlace(self._atom_name(each.name), each.x, each.y, each.width, each.height)
            for each in (told[number] for number in range(count.value))
        ]
        if told:
            randr.XRRFreeMonitors(told)
        return screens

    def look(self, handle: int) -> WindowLook | None:
        """Returns how a window stands; None: it is closed."""
        told = _Attributes()
        if not self._xlib.XGetWindowAttributes(self._display, handle, byref(told)):
            return None
        put_away = self._atom("_NET_WM_STATE_HIDDEN") in self._numbers(handle, "_NET_WM_STATE")
        return WindowLook(told.width, told.height, told.map_state == VIEWABLE and not put_away)

    def keep_whole(self, handle: int) -> None:
        """Gives the window memory of its own as long as this desktop is open: else what covers it would be read."""
        composite = _library("libXcomposite.so.1", (("XCompositeRedirectWindow", None, [_display, _window, c_int]),))
        composite.XCompositeRedirectWindow(self._display, handle, AUTOMATIC)
        if not self._xlib.XGetSelectionOwner(self._display, self._atom("_NET_WM_CM_S0")):
            # Without a compositor what was covered has never been drawn: its program is asked to.
            self._xlib.XClearArea(self._display, handle, 0, 0, 0, 0, 1)
        self._xlib.XSync(self._display, 0)

    def close(self) -> None:
        """Closes the connection, and with it what `keep_whole` wanted."""
        self._xlib.XCloseDisplay(self._display)

    def _children(self) -> list[int]:
        unused, children, count = c_ulong(), POINTER(c_ulong)(), c_uint()
        named = [byref(each) for each in (unused, unused, children, count)]
        if not self._xlib.XQueryTree(self._display, self._root, *named):
            return []
        found = [children[number] for number in range(count.value)]
        if children:
            self._xlib.XFree(children)
        return found

    def _title(self, window: int) -> str:
        modern = self._octets(window, "_NET_WM_NAME")
        return modern.decode("utf-8", "replace") if modern else self._octets(window, "WM_NAME").decode("latin-1")

    def _octets(self, window: int, name: str) -> bytes:
        return self._property(window, name, BYTE_BITS)

    def _numbers(self, window: int, name: str) -> list[int]:
        # Xlib hands 32 bits over in a C long, whatever its size.
        octets, size = self._property(window, name, WORD_BITS), ctypes.sizeof(c_ulong)
        return [c_ulong.from_buffer_copy(octets, at).value for at in range(0, len(octets), size)]

    def _property(self, window: int, name: str, bits: int) -> bytes:
        """Returns a property's octets as Xlib hands them over; empty when it is missing or of another form."""
        kind, form, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        told = [byref(each) for each in (kind, form, count, left, data)]
        named = (self._display, window, self._atom(name), 0, MOST_PROPERTY_WORDS, 0, ANY_KIND)
        if self._xlib.XGetWindowProperty(*named, *told) or not data.value:
            return b""
        size = ctypes.sizeof(c_ulong) if bits == WORD_BITS else 1
        octets = ctypes.string_at(data, count.value * size) if form.value == bits else b""
        self._xlib.XFree(data)
        return octets

    def _atom(self, name: str) -> int:
        atom: int = self._xlib.XInternAtom(self._display, name.encode(), 0)
        return atom

    def _atom_name(self, atom: int) -> str:
        text = self._xlib.XGetAtomName(self._display, atom)
        if not text:
            return ""
        name = ctypes.string_at(text).decode("utf-8", "replace")
        self._xlib.XFree(text)
        return name


def _library(name: str, functions: Sequence[tuple[str, Any, list[Any]]]) -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise NoDesktop(f"{name} is missing") from error
    for called, result, arguments in functions:
        function = getattr(library, called)
        function.restype, function.argtypes = result, arguments
    return library
