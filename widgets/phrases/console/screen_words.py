"""The words of the second screens: the program window and its slate, the dialog of screens, what is said of them."""

from console.window_memory import ScreenUse
from widgets.phrases.language import say

# ---------------------------------------------------------------- program window


def program_window() -> str:
    return say("Cửa sổ chương trình")


def content_window() -> str:
    return say("Cửa sổ trình chiếu")


def no_content() -> str:
    return say("Chưa có nội dung trình chiếu")


def slate_before() -> str:
    return say("Phiên họp chưa bắt đầu")


def slate_over() -> str:
    return say("Phiên họp đã kết thúc")


def slate_wait() -> str:
    return say("Xin vui lòng chờ trong giây lát")


def slate_main(name: str) -> str:
    """Returns who holds the meeting; a name that says so itself stays as it is."""
    lead = say("Điểm cầu chính")
    return name if not name or name.casefold().startswith(lead.casefold()) else f"{lead}: {name}"


# ---------------------------------------------------------------- notes in the console


def _of_use(use: ScreenUse) -> str:
    names = {ScreenUse.PROGRAM: program_window, ScreenUse.CONTENT: content_window}
    return names[use]() if use in names else say("Màn hình chủ tọa")


def hidden_for_missing(use: ScreenUse, screen: str) -> list[str]:
    """Returns that a screen was pulled out, in several wordings, longest first."""
    what = _of_use(use)
    return [
        say("{window} đang ẩn: đã rút màn hình {screen}", window=what, screen=screen),
        say("{window} đang ẩn", window=what),
    ]


def hidden_for_console(use: ScreenUse) -> list[str]:
    what = _of_use(use)
    return [
        say("{window} đang ẩn để không che bàn điều khiển", window=what),
        say("{window} đang ẩn", window=what),
    ]


def no_second_screen() -> list[str]:
    return [say("Hãy nối thêm một màn hình để mở cửa sổ chương trình"), say("Chưa có màn hình thứ hai")]


# ---------------------------------------------------------------- dialog


def dialog_title() -> str:
    return say("Màn hình")


def dialog_text() -> str:
    return say("Chọn nội dung cho từng màn hình. Lựa chọn được ghi nhớ và tự trở lại khi cắm lại màn hình.")


def apply_word() -> str:
    return say("Áp dụng")


def use_names() -> dict[ScreenUse | None, str]:
    """Returns what a screen can show; None is nothing."""
    return {
        None: say("Không dùng"),
        ScreenUse.PROGRAM: say("Chương trình"),
        ScreenUse.CONTENT: say("Nội dung trình chiếu"),
        ScreenUse.CHAIR: say("Màn hình chủ tọa"),
    }


def screen_label(name: str, maker: str, width: int, height: int) -> str:
    """Returns a screen for people: "HDMI-1 · Samsung · 1920 × 1080"."""
    size = f"{width} × {height}" if width and height else ""
    return " · ".join(part for part in (name, maker, size) if part)


def console_is_here() -> str:
    return say("bàn điều khiển đang ở đây")


def not_connected() -> str:
    return say("chưa cắm")


def only_one_screen() -> str:
    return say("Máy này chỉ có một màn hình. Cắm thêm màn hình rồi chọn nội dung tại đây.")


def use_of(screen: str) -> str:
    """Returns the accessible name of the choice for a screen."""
    return say("Nội dung của màn hình {screen}", screen=screen)


# ---------------------------------------------------------------- actions


def act_titles() -> dict[str, str]:
    return {
        "open-program-window": say("Mở cửa sổ chương trình"),
        "close-program-window": say("Đóng cửa sổ chương trình"),
        "screens": say("Chọn nội dung từng màn hình…"),
    }


def act_hints() -> dict[str, str]:
    return {
        "open-program-window": say("Mở chương trình trên màn hình đã chọn; không che bàn điều khiển"),
        "close-program-window": say("Đóng cửa sổ chương trình; màn hình đã chọn vẫn được ghi nhớ"),
        "screens": say("Chọn màn hình chiếu chương trình, nội dung trình chiếu và màn hình của chủ tọa"),
    }


def open_program_on(screens: list[str]) -> str:
    return say("Mở cửa sổ chương trình trên {screens}", screens=", ".join(screens))
