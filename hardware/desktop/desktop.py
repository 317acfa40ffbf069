"""What every system's desktop is asked: which screens and windows there are, and how a window stands now.

Rule: only looked at, never changed; no window is opened, moved or brought to the front. Blocking, each call a moment.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol


class NoDesktop(Exception):
    """There is no desktop here whose windows could be shown; its text says why, in English."""


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window that can be seen; `title` is its own in the list that holds it, `handle` the system's number."""

    title: str
    handle: int


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """A screen's place on the desktop, in pixels; x and y may be negative on Windows."""

    name: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class WindowLook:
    """How a window stands: its inner size in pixels; not `shown` when it is minimised or put away."""

    width: int
    height: int
    shown: bool


class Desktop(Protocol):
    """One system's desktop, looked at from one thread."""

    def windows(self) -> list[OpenWindow]:
        """Returns the windows that can be shown, no two under one title."""
        ...

    def screens(self) -> list[ScreenPlace]:
        """Returns the screens, the first one first."""
        ...

    def look(self, handle: int) -> WindowLook | None:
        """Returns how a window stands; None: it is closed."""
        ...

    def keep_whole(self, handle: int) -> None:
        """Lets a window be read as it is itself, not as what covers it; raises `NoDesktop` where that is impossible."""
        ...

    def close(self) -> None: ...


def open_desktop() -> Desktop:
    """Returns this machine's desktop; raises `NoDesktop`."""
    if sys.platform == "win32":
        from hardware.desktop.windows_desktop import WindowsDesktop

        return WindowsDesktop()
    if sys.platform != "linux" or not os.environ.get("DISPLAY"):
        raise NoDesktop("there is no X11 display here" if sys.platform == "linux" else "not on this system")
    from hardware.desktop.x11_desktop import X11Desktop

    return X11Desktop()


def named_apart(windows: Iterable[OpenWindow]) -> list[OpenWindow]:
    """Returns the windows that have a title; the second of one title is `title (2)`, in the order of their numbers."""
    apart: list[OpenWindow] = []
    taken: set[str] = set()
    for window in sorted(windows, key=lambda each: each.handle):
        plain = " ".join(window.title.split())
        title, number = plain, 1
        while title in taken:
            number += 1
            title = f"{plain} ({number})"
        if plain:
            taken.add(title)
            apart.append(replace(window, title=title))
    return apart
