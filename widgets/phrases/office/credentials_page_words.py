"""The words of the page of sites' credentials."""

from console.office.typed_times import shown_clock, shown_day
from widgets.phrases.language import say, say_count


def title() -> str:
    return say("Quyền kết nối")


def headings() -> list[str]:
    return [
        say("Điểm cầu"),
        say("Loại"),
        say("Tạo lúc"),
        say("Hết hạn"),
        say("Dùng lần cuối"),
        say("Tình trạng"),
    ]


def moment(wall_ms: int | None) -> str:
    """Returns a moment as day and time, or that there was none."""
    return say("chưa có") if wall_ms is None else f"{shown_day(wall_ms)} {shown_clock(wall_ms)}"


def no_end() -> str:
    return say("cho đến khi thu hồi")


def soon_only() -> str:
    return say("Chỉ quyền hết hạn trong 14 ngày tới")


def read_again() -> str:
    return say("Đọc lại")


def renew() -> str:
    return say("Mời lại…")


def revoke() -> str:
    return say("Thu hồi quyền…")


def security_log() -> str:
    return say("Xuất nhật ký an toàn…")


def counted(shown: int, soon: int) -> str:
    """Returns how many stand in the table, and how many end soon."""
    told = say_count("{n} quyền kết nối", shown)
    return f"{told} · {say_count('{n} quyền hết hạn trong 14 ngày tới', soon)}" if soon else told


def hint() -> str:
    return say(
        "Khóa của chương trình tự gia hạn khi điểm cầu vào họp trong 90 ngày cuối."
        " Trình duyệt và thiết bị cần được mời lại trước ngày hết hạn."
    )


def renew_question(site: str) -> tuple[str, str, str]:
    """Returns title, sentence, the word of yes."""
    return (
        say("Mời lại {site}?", site=site),
        say("Lời mời hoặc khóa bí mật mới được tạo và hiện ở đây một lần. Quyền đang có vẫn dùng được đến hết hạn."),
        say("Mời lại"),
    )


def invitation() -> str:
    return say("Lời mời vừa tạo; chỉ hiện ở đây một lần")
