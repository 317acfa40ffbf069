"""The words of the log's filter, and of what people write into the log while a meeting runs."""

from widgets.phrases.language import hour_and_minute, say

GROUP_NAMES = {
    "ALL": lambda: say("Tất cả"),
    "FLOOR": lambda: say("Phát biểu"),
    "MICROPHONES": lambda: say("Mic"),
    "LINES": lambda: say("Đường truyền"),
    "NOTES": lambda: say("Ghi chú"),
}
"""By the names of `LogGroup`."""


def filter_chip() -> str:
    return say("Lọc  Ctrl+F")


def filter_hint() -> str:
    return say("Tìm, không cần dấu")


def close_filter() -> str:
    return say("Đóng  Esc")


def nothing_like_it() -> str:
    return say("Không có dòng nào như vậy")


def mark_title(now_ms: int) -> str:
    return say("Ghi nhớ lúc này · {time}", time=hour_and_minute(now_ms))


def note_title(now_ms: int) -> str:
    return say("Ghi chú · {time}", time=hour_and_minute(now_ms))


def incident_title(now_ms: int) -> str:
    return say("Sự cố · {time}", time=hour_and_minute(now_ms))


def phone_title(now_ms: int) -> str:
    return say("Yêu cầu qua điện thoại · {time}", time=hour_and_minute(now_ms))


def phone_hint() -> str:
    return say("Ai phát biểu (có thể bỏ trống)")


def mark_hint() -> str:
    return say("Ghi chú cho thời điểm này (có thể bỏ trống)")


def note_hint() -> str:
    return say("Nội dung ghi chú")


def incident_hint() -> str:
    return say("Điều gì đã xảy ra, đã xử lý thế nào")


def about_site(label: str) -> str:
    return say("Tại {site}", site=label)


def about_meeting() -> str:
    return say("Cả cuộc họp")


def save() -> str:
    return say("Ghi lại")


def cancel() -> str:
    return say("Hủy")


def not_sent() -> str:
    return say("Chưa gửi được; hãy thử lại")
