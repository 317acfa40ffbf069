"""A screen or one window of this machine as frames with their moments, by libavdevice's grabbers.

Rules: a window is shown whole in whatever size it has now, and never what covers it; one that is closed or put away
ends with a sentence, for a black picture would say nothing. Blocking until the next frame is due.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, cast

import av
from av.error import FFmpegError

from console.content.content_port import ContentFault
from hardware.desktop.desktop import Desktop, NoDesktop, OpenWindow, WindowLook, open_desktop
from hardware.rtc.video_codec import SLIDES

MOST_FAILURES = 5
"""In a row: a window that changes its size while it is grabbed fails once or twice."""
LEAST_SIDE = 2
_GRABBERS = {"linux": "x11grab", "win32": "gdigrab", "darwin": "avfoundation"}
"""libavdevice's name for the screen of each system; a build may lack it."""


class ContentStopped(Exception):
    """A screen or a window cannot be shown, or no longer; `fault` says why, its text is the name asked for."""

    def __init__(self, fault: ContentFault, text: str) -> None:
        super().__init__(text)
        self.fault = fault


def screen_frames(screen: str = "") -> Iterator[tuple[Any, float]]:
    """Yields a screen (empty: the whole desktop) for ever; raises `ContentStopped`, `OSError`, `FFmpegError`."""
    options = _part_of_desktop(screen) if screen else {}
    name = {"gdigrab": "desktop", "avfoundation": "Capture screen 0"}.get(_grabber(), _display())
    with _grab(name, options) as container:
        zero: float | None = None
        for frame in cast("Iterator[Any]", container.decode(video=0)):
            zero = frame.time if zero is None else zero
            yield frame, frame.time - zero


def window_frames(title: str) -> Iterator[tuple[Any, float]]:
    """Yields a window until it is closed or put away; raises `ContentStopped`, `FFmpegError`."""
    desktop = _opened()
    try:
        window = window_called(title, desktop.windows())
        if window is None:
            raise ContentStopped(ContentFault.WINDOW_UNKNOWN, title)
        desktop.keep_whole(window.handle)
        zero: float | None = None
        for frame in _followed(desktop, window):
            zero = frame.time if zero is None else zero
            yield frame, frame.time - zero
    except NoDesktop as trouble:
        raise ContentStopped(ContentFault.NO_DESKTOP, str(trouble)) from trouble
    finally:
        desktop.close()


def window_called(title: str, windows: list[OpenWindow]) -> OpenWindow | None:
    """Returns the window of this title, else the only one whose title holds it in any case of letters."""
    for window in windows:
        if window.title == title:
            return window
    holding = [window for window in windows if title.casefold() in window.title.casefold()]
    return holding[0] if len(holding) == 1 else None


def _followed(desktop: Desktop, window: OpenWindow) -> Iterator[Any]:
    """Yields the window's frames, grabbed anew whenever its size has changed."""
    failures = 0
    while True:
        look = _shown(desktop, window)
        try:
            with _grab_window(window.handle) as container:
                for frame in cast("Iterator[Any]", container.decode(video=0)):
                    look = _shown(desktop, window)
                    if (frame.width, frame.height) != (look.width, look.height):
                        break
                    failures = 0
                    yield frame
        except FFmpegError:
            # What it is about the next look tells: closed, put away, or of another size.
            failures += 1
            if failures > MOST_FAILURES:
                raise


def _shown(desktop: Desktop, window: OpenWindow) -> WindowLook:
    look = desktop.look(window.handle)
    if look is None:
        raise ContentStopped(ContentFault.WINDOW_CLOSED, window.title)
    if not look.shown or min(look.width, look.height) < LEAST_SIDE:
        raise ContentStopped(ContentFault.WINDOW_AWAY, window.title)
    return look


def _part_of_desktop(screen: str) -> dict[str, str]:
    desktop = _opened()
    try:
        place = next((each for each in desktop.screens() if each.name == screen), None)
    finally:
        desktop.close()
    if place is None:
        raise ContentStopped(ContentFault.SCREEN_UNKNOWN, screen)
    x, y = ("offset_x", "offset_y") if _grabber() == "gdigrab" else ("grab_x", "grab_y")
    return {x: str(place.x), y: str(place.y), "video_size": f"{place.width}x{place.height}"}


def _grab_window(handle: int) -> Any:
    if _grabber() == "gdigrab":
        return _grab(f"hwnd={handle}", {})
    return _grab(_display(), {"window_id": str(handle)})


def _grab(name: str, options: Mapping[str, str]) -> Any:
    usual = {"framerate": str(SLIDES.frames_per_second), "draw_mouse": "1"}
    return av.open(name, format=_grabber(), options=usual | dict(options))


def _opened() -> Desktop:
    try:
        return open_desktop()
    except NoDesktop as trouble:
        raise ContentStopped(ContentFault.NO_DESKTOP, str(trouble)) from trouble


def _grabber() -> str:
    return _GRABBERS.get(sys.platform, "x11grab")


def _display() -> str:
    return os.environ.get("DISPLAY", ":0")
