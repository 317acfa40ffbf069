"""Windows and screens as content, in words: what may be chosen, what is shown, why it is shown no more."""

from collections.abc import Mapping
from typing import Any

from console.content.content_port import ContentFault, ContentSource
from widgets.phrases.language import say


def show_screen() -> str:
    return say("Chiếu màn hình")


def show_window() -> str:
    return say("Chiếu cửa sổ")


def which_place() -> str:
    return say("Màn hình hoặc cửa sổ")


def whole_screen() -> str:
    return say("Màn hình (toàn bộ)")


def one_screen(name: str) -> str:
    return say("Màn hình {name}", name=name)


def one_window(title: str) -> str:
    return say("Cửa sổ: {name}", name=title)


def look_again() -> str:
    return say("Xem lại danh sách")


def no_windows() -> str:
    return say("Máy này không cho chiếu riêng một cửa sổ hay một màn hình.")


def place_standing(source: ContentSource) -> str:
    """Returns which window or screen is shown now."""
    if source.window:
        return say("Đang chiếu cửa sổ “{name}” của máy điều khiển", name=source.window)
    if source.screen:
        return say("Đang chiếu màn hình {name} của máy điều khiển", name=source.screen)
    return say("Đang chiếu màn hình của máy điều khiển")


def place_begun(what: Mapping[str, Any]) -> str:
    """Returns the log's line about a window or a screen that came into the program."""
    if window := what.get("window"):
        return say("Chiếu cửa sổ “{name}” của máy điều khiển", name=str(window))
    if screen := what.get("screen"):
        return say("Chiếu màn hình {name} của máy điều khiển", name=str(screen))
    return say("Chiếu màn hình của máy điều khiển")


def place_asked(what: Mapping[str, Any]) -> str:
    """Returns the command to show a window or a screen."""
    if window := what.get("window"):
        return say("chiếu cửa sổ “{name}”", name=str(window))
    if screen := what.get("screen"):
        return say("chiếu màn hình {name}", name=str(screen))
    return say("chiếu màn hình")


def place_ended(fault: ContentFault, text: str) -> str:
    """Returns why a window or a screen is shown no more, or was never; `text` is its name, or the system's reason."""
    match fault:
        case ContentFault.WINDOW_UNKNOWN:
            return say("Không chiếu được: không có cửa sổ “{name}” đang mở, hoặc có nhiều cửa sổ như vậy", name=text)
        case ContentFault.WINDOW_CLOSED:
            return say("Thôi chiếu: cửa sổ “{name}” đã đóng", name=text)
        case ContentFault.WINDOW_AWAY:
            return say("Thôi chiếu: cửa sổ “{name}” đã thu nhỏ hoặc bị ẩn", name=text)
        case ContentFault.SCREEN_UNKNOWN:
            return say("Không chiếu được: không có màn hình {name}", name=text)
        case ContentFault.NO_DESKTOP:
            return say(
                "Không chiếu được: máy này không cho chiếu riêng một cửa sổ hay một màn hình ({text})", text=text
            )
        case _:
            return say("Thôi chiếu")
