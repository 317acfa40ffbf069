"""The words of the page of statistics: its period, the ledger, the sites, the sums."""

from collections.abc import Callable, Mapping

from widgets.phrases.language import duration, figure, say, say_count, whole


def statistics_title() -> str:
    return say("Thống kê")


PERIODS: Mapping[str, Callable[[], str]] = {
    "half_year": lambda: say("Kỳ sáu tháng này"),
    "last_half_year": lambda: say("Kỳ sáu tháng trước"),
    "year": lambda: say("Năm nay"),
    "last_year": lambda: say("Năm trước"),
    "days": lambda: say("Từ ngày đến ngày"),
}


def period() -> str:
    return say("Kỳ báo cáo")


def first_day() -> str:
    return say("Từ ngày")


def last_day() -> str:
    return say("Đến ngày")


def ledger_heading(count: int) -> str:
    return say_count("{n} cuộc họp chính thức trong kỳ", count)


def sites_heading() -> str:
    return say("Theo điểm cầu")


def ledger_columns() -> list[str]:
    return [
        say("STT"),
        say("Nội dung cuộc họp"),
        say("Thời gian"),
        say("Điểm cầu chính"),
        say("Điểm cầu phụ"),
        say("Người dự"),
        say("Sự cố"),
    ]


def site_columns() -> list[str]:
    return [
        say("Điểm cầu"),
        say("Có tên"),
        say("Có mặt"),
        say("Đã kết nối"),
        say("Số lần gián đoạn"),
        say("Gián đoạn"),
        say("Số sự cố"),
    ]


def totals(endpoints: int, attendees: int | None, with_incident: int, interrupted_ms: int, left_out: int) -> str:
    """Returns the sums of a period in one line."""
    return say(
        "{endpoints} lượt điểm cầu · {attendees} người dự · {with_incident} cuộc họp có sự cố · gián đoạn {minutes}"
        " phút · không tính {left_out} phiên kiểm tra, tổng duyệt",
        endpoints=whole(endpoints),
        attendees="—" if attendees is None else whole(attendees),
        with_incident=whole(with_incident),
        minutes=figure(interrupted_ms / 60_000),
        left_out=whole(left_out),
    )


def length(milliseconds: int) -> str:
    """Returns how long something took; nothing for nothing."""
    return duration(milliseconds) if milliseconds else ""


def due(day: str) -> str:
    return say("Hạn báo cáo: {day}", day=day)


def ledger_form() -> str:
    return say("Lưu Phụ lục III")


def statistics_form() -> str:
    return say("Lưu bảng thống kê")
