"""The words of the script's tab in the page of meetings."""

from collections.abc import Callable

from console.office.script_list import BadScript
from widgets.phrases.command_line.meeting_line_words import script_faults
from widgets.phrases.language import say, say_count

COLUMNS: dict[str, Callable[[], str]] = {
    "time": lambda: say("Giờ"),
    "minutes": lambda: say("Phút"),
    "title": lambda: say("Nội dung"),
    "speaker": lambda: say("Người phát biểu"),
    "site": lambda: say("Điểm cầu lên bục"),
    "layout": lambda: say("Bố cục"),
    "camera": lambda: say("Camera"),
    "preset": lambda: say("Góc quay"),
    "note": lambda: say("Ghi chú"),
}


def table() -> str:
    return say("Kịch bản cuộc họp")


def count(cues: int) -> str:
    return say_count("{n} mục", cues)


def read_file() -> str:
    return say("Đọc từ CSV…")


def write_file() -> str:
    return say("Lưu thành CSV…")


def add() -> str:
    return say("Thêm mục")


def remove() -> str:
    return say("Bỏ mục")


def up() -> str:
    return say("Lên")


def down() -> str:
    return say("Xuống")


def hint() -> str:
    return say("Giờ như 08:15 hoặc +15 phút sau khi bắt đầu; điểm cầu ghi số hoặc tên, “chính” là điểm cầu chính.")


def bad_script(error: BadScript) -> str:
    """Returns why a script cannot be saved: its first faults, one sentence each."""
    faults = script_faults()
    told = [
        say("Mục {row}: {what}", row=line.line, what=faults[line.fault].format(text=line.text))
        for line in error.lines[:4]
    ]
    return "  ".join(told)
