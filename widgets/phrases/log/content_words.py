"""Content in words: its lines of the log, its panel, its commands."""

from collections.abc import Callable, Mapping
from typing import Any

from console.content.content_port import ContentFault, ContentSource
from widgets.phrases.language import say
from widgets.phrases.words import SiteName

Fields = Mapping[str, Any]
Phrase = Callable[[Fields, SiteName], str]


def file_name(path: str) -> str:
    """Returns the last part of a path of any system."""
    return path.replace("\\", "/").rpartition("/")[2]


def title() -> str:
    return say("Trình chiếu")


def explanation() -> str:
    return say(
        "Phim, ảnh hoặc màn hình hiện ở chỗ người phát biểu, mọi điểm cầu đều thấy và nghe; với bố cục hai hình thì"
        " hiện bên cạnh người phát biểu. Điểm cầu có hai màn hình xem trình chiếu riêng và người phát biểu riêng."
    )


def standing(source: ContentSource | None) -> str:
    """Returns what is shown now."""
    if source is None:
        return say("Chưa trình chiếu gì")
    if not source.path:
        return say("Đang chiếu màn hình của máy điều khiển")
    return say("Đang chiếu phim: {name}", name=file_name(source.path))


def which_file() -> str:
    return say("Tệp phim")


def choose() -> str:
    return say("Chọn tệp…")


def show_film() -> str:
    return say("Chiếu phim")


def show_screen() -> str:
    return say("Chiếu màn hình")


def end() -> str:
    return say("Thôi chiếu")


def _begun(what: Fields, name: SiteName) -> str:
    path = str(what.get("path") or "")
    return say("Chiếu phim {name}", name=file_name(path)) if path else say("Chiếu màn hình của máy điều khiển")


def _ended(what: Fields, name: SiteName) -> str:
    match what.get("fault"):
        case ContentFault.OVER:
            return say("Phim đã hết")
        case ContentFault.UNREADABLE:
            return say("Thôi chiếu: không đọc được ({text})", text=what.get("text") or "")
        case ContentFault.PLAYER_GONE:
            return say("Thôi chiếu: bộ phát đã dừng")
        case _:
            return say("Thôi chiếu")


CONTENT_ENTRIES: dict[str, Phrase] = {"content-begun": _begun, "content-ended": _ended}

CONTENT_COMMANDS: dict[str, Phrase] = {
    "show-content": lambda what, name: (
        say("chiếu phim {name}", name=file_name(str(what["path"]))) if what.get("path") else say("chiếu màn hình")
    ),
    "end-content": lambda what, name: say("thôi chiếu"),
}


def content_options() -> dict[str, str]:
    """Returns the help of the commands, by its English text."""
    return {
        "show a film to everybody (without a file: the screen of this machine)": say(
            "chiếu phim cho mọi điểm cầu (không nêu tệp: màn hình của máy này)"
        ),
        "take the film or the screen out of the program": say("thôi chiếu phim hoặc màn hình"),
    }
