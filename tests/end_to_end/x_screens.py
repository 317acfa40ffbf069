"""A display with screens that are plugged in and pulled out: monitors of RandR 1.5 over one large Xvfb.

Rule: what the window sees is what a graphics driver would tell it; nothing of Qt is told anything from inside.
"""

import ctypes

from tests.end_to_end.x_display import XDisplay

WHOLE = "3840x1080x24"
_ALL_PLANES, _Z_PIXMAP = 0xFFFFFFFF, 2


class _Monitor(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs_count", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("width_mm", ctypes.c_int),
        ("height_mm", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


class _Resources(ctypes.Structure):
    _fields_ = [
        ("timestamp", ctypes.c_ulong),
        ("configured", ctypes.c_ulong),
        ("controllers_count", ctypes.c_int),
        ("controllers", ctypes.POINTER(ctypes.c_ulong)),
        ("outputs_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


def can_plug_screens() -> bool:
    """Tells whether Xlib's libraries for monitors and for a person's hand are there."""
    try:
        ctypes.CDLL("libXrandr.so.2")
        ctypes.CDLL("libXtst.so.6")
    except OSError:
        return False
    return True


class XScreens(XDisplay):
    """Places side by side, 1920x1080 each, two of them where nothing else is said; `plug` puts a screen into one."""

    def __init__(self, whole: str = WHOLE) -> None:
        super().__init__(whole)
        self._randr, self._xtest = ctypes.CDLL("libXrandr.so.2"), ctypes.CDLL("libXtst.so.6")
        window, display = ctypes.c_ulong, ctypes.c_void_p
        for function, result, arguments in (
            (self._randr.XRRAllocateMonitor, ctypes.POINTER(_Monitor), [display, ctypes.c_int]),
            (self._randr.XRRSetMonitor, None, [display, window, ctypes.POINTER(_Monitor)]),
            (self._randr.XRRDeleteMonitor, None, [display, window, window]),
            (self._randr.XRRGetScreenResourcesCurrent, ctypes.POINTER(_Resources), [display, window]),
            (
                self._xlib.XGetImage,
                display,
                [display, window, *[ctypes.c_int] * 2, *[ctypes.c_uint] * 2, ctypes.c_ulong, ctypes.c_int],
            ),
            (self._xtest.XTestFakeMotionEvent, ctypes.c_int, [display, *[ctypes.c_int] * 3, ctypes.c_ulong]),
            (self._xtest.XTestFakeButtonEvent, ctypes.c_int, [display, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]),
            (self._xlib.XMoveWindow, ctypes.c_int, [display, window, ctypes.c_int, ctypes.c_int]),
            (self._xlib.XGetPixel, ctypes.c_ulong, [display, ctypes.c_int, ctypes.c_int]),
            (self._xlib.XDestroyImage, ctypes.c_int, [display]),
            (self._xlib.XGetInputFocus, ctypes.c_int, [display, display, display]),
        ):
            function.restype, function.argtypes = result, arguments
        resources = self._randr.XRRGetScreenResourcesCurrent(self._display, self._root)
        self._output = resources.contents.outputs[0]

    def plug(self, name: str, x: int, width: int = 1920, height: int = 1080, *, holds_output: bool = False) -> None:
        """Plugs a screen in; the first one takes the server's only output, so that no screen spans both places."""
        monitor = self._randr.XRRAllocateMonitor(self._display, int(holds_output))
        told = monitor.contents
        told.name, told.primary, told.automatic = self._atom(name), int(holds_output), 0
        told.x, told.y, told.width, told.height = x, 0, width, height
        told.width_mm, told.height_mm = width // 4, height // 4
        if holds_output:
            told.outputs[0] = self._output
        self._randr.XRRSetMonitor(self._display, self._root, monitor)
        self._xlib.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """Pulls a screen out."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._xlib.XSync(self._display, 0)

    def colour(self, x: int, y: int) -> tuple[int, int, int]:
        """Returns the red, green and blue that stand at a place of the display."""
        image = self._xlib.XGetImage(self._display, self._root, x, y, 1, 1, _ALL_PLANES, _Z_PIXMAP)
        pixel: int = self._xlib.XGetPixel(image, 0, 0)
        self._xlib.XDestroyImage(image)
        return pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255

    def click(self, x: int, y: int) -> None:
        """Presses and releases the left button at a place of the display, as a touch does."""
        self._xtest.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for pressed in (1, 0):
            self._xtest.XTestFakeButtonEvent(self._display, 1, pressed, 0)
        self._xlib.XSync(self._display, 0)

    def move(self, window: int, x: int, y: int) -> None:
        """Drags a window to a place of the display."""
        self._xlib.XMoveWindow(self._display, window, x, y)
        self._xlib.XSync(self._display, 0)

    def keyboard_window(self) -> int:
        """Returns the window that has the keyboard."""
        window, revert = ctypes.c_ulong(), ctypes.c_int()
        self._xlib.XGetInputFocus(self._display, ctypes.byref(window), ctypes.byref(revert))
        return window.value

    def give_focus(self, window: int) -> None:
        """Gives a window the keyboard, as a window manager does to what is clicked."""
        self._xlib.XSetInputFocus(self._display, window, 1, 0)
        self._xlib.XSync(self._display, 0)
