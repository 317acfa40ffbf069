"""The desktop of Windows, by user32 and the desktop's compositor.

NOT TRIED: written from Microsoft's documentation ("EnumWindows", "GetMonitorInfoW", "DwmGetWindowAttribute"), and has
never run on Windows. Rule: what the task bar would not name is no window to be shown.
"""

import ctypes
from ctypes import byref, c_int, c_long, c_ulong, c_void_p, c_wchar
from typing import Any, Final

from hardware.desktop.desktop import NoDesktop, OpenWindow, ScreenPlace, WindowLook, named_apart

TRIED: Final = False
EXTENDED_STYLE: Final = -20
TOOL_WINDOW: Final = 0x80
CLOAKED: Final = 14
"""`DWMWA_CLOAKED`: a window of another virtual desktop, or a suspended application's."""
MOST_TITLE: Final = 512


class _Rectangle(ctypes.Structure):
    _fields_ = (("left", c_long), ("top", c_long), ("right", c_long), ("bottom", c_long))


class _Monitor(ctypes.Structure):
    """`MONITORINFOEXW`."""

    _fields_ = (
        ("size", c_ulong),
        ("place", _Rectangle),
        ("work", _Rectangle),
        ("flags", c_ulong),
        ("device", c_wchar * 32),
    )


class WindowsDesktop:
    """The desktop of the person who is logged in; raises `NoDesktop`."""

    def __init__(self) -> None:
        try:
            self._user: Any = ctypes.CDLL("user32")
            self._compositor: Any = ctypes.CDLL("dwmapi")
        except OSError as error:
            raise NoDesktop("user32 or dwmapi is missing") from error
        # Else sizes come smaller than the pixels that are captured, where the desktop is enlarged.
        self._user.SetProcessDPIAware()

    def windows(self) -> list[OpenWindow]:
        """Returns the windows that the task bar names and that are not minimised."""
        found: list[int] = []

        def take(handle: int | None, _unused: int | None) -> int:
            found.append(handle or 0)
            return 1

        taker = _taker(c_void_p, c_void_p)(take)
        self._user.EnumWindows(taker, None)
        return named_apart(OpenWindow(self._title(handle), handle) for handle in found if self._nameable(handle))

    def screens(self) -> list[ScreenPlace]:
        """Returns the monitors, the main one first."""
        found: list[ScreenPlace] = []

        def take(monitor: int | None, _device: int | None, _place: int | None, _unused: int | None) -> int:
            told = _Monitor(size=ctypes.sizeof(_Monitor))
            if self._user.GetMonitorInfoW(c_void_p(monitor), byref(told)):
                at = told.place
                name = str(told.device).removeprefix("\\\\.\\")
                place = ScreenPlace(name, at.left, at.top, at.right - at.left, at.bottom - at.top)
                found.insert(0 if told.flags & 1 else len(found), place)
            return 1

        taker = _taker(c_void_p, c_void_p, c_void_p, c_void_p)(take)
        self._user.EnumDisplayMonitors(None, None, taker, None)
        return found

    def look(self, handle: int) -> WindowLook | None:
        """Returns how a window stands; None: it is closed."""
        if not self._user.IsWindow(c_void_p(handle)):
            return None
        inner = _Rectangle()
        self._user.GetClientRect(c_void_p(handle), byref(inner))
        return WindowLook(inner.right - inner.left, inner.bottom - inner.top, self._shown(handle))

    def keep_whole(self, handle: int) -> None:
        """Nothing is to be done: the compositor keeps every window's own picture."""

    def close(self) -> None:
        """Nothing is held."""

    def _shown(self, handle: int) -> bool:
        away = c_int()
        self._compositor.DwmGetWindowAttribute(c_void_p(handle), CLOAKED, byref(away), ctypes.sizeof(away))
        visible, minimised = self._user.IsWindowVisible(c_void_p(handle)), self._user.IsIconic(c_void_p(handle))
        return bool(visible) and not minimised and not away.value

    def _nameable(self, handle: int) -> bool:
        style = self._user.GetWindowLongW(c_void_p(handle), EXTENDED_STYLE)
        return self._shown(handle) and not style & TOOL_WINDOW

    def _title(self, handle: int) -> str:
        text = ctypes.create_unicode_buffer(MOST_TITLE)
        self._user.GetWindowTextW(c_void_p(handle), text, MOST_TITLE)
        return text.value


def _taker(*arguments: Any) -> Any:
    """Returns the kind of function that Windows calls back: by its own convention, which other systems do not know."""
    convention: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
    return convention(c_int, *arguments)
