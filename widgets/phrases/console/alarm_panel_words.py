"""The words around alarms in the window: the list, its rows, the bell."""

from collections.abc import Sequence

from console.snapshot import AlarmView
from console.words import CauseKind
from widgets.phrases.language import hour_and_minute, say, say_count, time_of_day


def title() -> str:
    return say("Cảnh báo")


def keys() -> str:
    return say("F8 kế tiếp · F9 nhận · F10 tắt chuông")


def bell_held() -> str:
    return say("chuông tắt đến khi có cảnh báo mới")


def bell_off() -> str:
    return say("chuông tắt")


def nothing() -> str:
    return say("Không có cảnh báo nào")


def no_session() -> str:
    return say("Cảnh báo được ghi khi phiên họp đang chạy")


def close() -> str:
    return say("Đóng danh sách cảnh báo")


def more(hidden: int) -> str:
    return say("còn {count} bên dưới", count=hidden)


def take() -> str:
    """Returns the word on the button of a row."""
    return say("Nhận")


def take_of(what: str) -> str:
    """Returns what a row's button does, for tips and screen readers."""
    return say("Nhận cảnh báo: {alarm}", alarm=what)


def owner(alarm: AlarmView) -> str:
    """Returns who has taken an alarm, and when."""
    if alarm.taken_by is None:
        return say("chưa ai nhận")
    when = hour_and_minute(alarm.taken_ms) if alarm.taken_ms is not None else ""
    if not alarm.taken_by:
        return say("đã nhận {time}", time=when)
    return say("{person} nhận {time}", person=alarm.taken_by, time=when)


def not_taken() -> str:
    return say("chưa ai nhận lỗi · F9 nhận")


def since(alarm: AlarmView) -> str:
    return say("từ {time}", time=time_of_day(alarm.since_ms))


def over(cleared_ms: int) -> str:
    return say("đã hết {time}", time=time_of_day(cleared_ms))


def over_badge(count: int) -> str:
    return say_count("{n} đã hết, chưa nhận", count)


def carrier(name: str) -> str:
    return say("đường {carrier}", carrier=name)


def packets(count: int) -> str:
    return say_count("{n} gói", count)


def contact(text: str) -> str:
    return say("gọi {contact}", contact=text)


def site_numbers(numbers: Sequence[int]) -> str:
    """Returns numbers of sites with neighbours drawn together: "3, 49–60"."""
    parts: list[str] = []
    ordered = sorted(numbers)
    start = 0
    for index, number in enumerate(ordered):
        if index + 1 < len(ordered) and ordered[index + 1] == number + 1:
            continue
        first = ordered[start]
        between = "–" if number > first + 1 else ", "
        parts.append(str(number) if first == number else f"{first}{between}{number}")
        start = index + 1
    return ", ".join(parts)


def advice(cause: CauseKind | None, branch: str) -> str:
    """Returns whom to ask when several sites fail together."""
    match cause:
        case CauseKind.CARRIER | CauseKind.CARRIER_IN_DISTRICT:
            return say("hỏi nhà mạng {branch}", branch=branch)
        case CauseKind.OWN_LINE:
            return say("kiểm tra đường truyền tại điểm cầu chính")
        case CauseKind.DISTRICT | None:
            return ""
