"""The words of choosing how the windows look."""

from collections.abc import Callable

from console.window_memory import AlarmBeat, Contrast
from widgets.phrases.language import say


def as_system() -> str:
    return say("Theo máy tính")


CONTRASTS: dict[Contrast | AlarmBeat | None, Callable[[], str]] = {
    None: as_system,
    Contrast.NORMAL: lambda: say("Thường"),
    Contrast.HIGH: lambda: say("Cao"),
}

ALARM_BEATS: dict[Contrast | AlarmBeat | None, Callable[[], str]] = {
    None: as_system,
    AlarmBeat.QUICK: lambda: say("Nhấp nháy mỗi giây"),
    AlarmBeat.CALM: lambda: say("Đổi nhẹ mỗi hai giây"),
}

MENU_TITLES: dict[str, Callable[[], str]] = {
    "contrast": lambda: say("Độ tương phản"),
    "alarm-beat": lambda: say("Cảnh báo chưa nhận"),
}

HINTS: dict[str, Callable[[], str]] = {
    "contrast": lambda: say("Đổi độ tương phản của mọi cửa sổ ngay lập tức; lần mở sau vẫn giữ"),
    "alarm-beat": lambda: say("Cách báo một cảnh báo chưa ai nhận; chữ và hình không đổi, lần mở sau vẫn giữ"),
}
