"""The words of the notices' tab in the page of meetings."""

from collections.abc import Callable

from console.office.notice import Notice, Wanted
from console.office.typed_times import shown_moment
from widgets.phrases.language import say, say_count
from widgets.phrases.office.clock_words import span

COLUMNS: tuple[Callable[[], str], ...] = (
    lambda: say("Trạng thái"),
    lambda: say("Bên được báo"),
    lambda: say("Người được báo"),
    lambda: say("Điện thoại"),
    lambda: say("Cách báo"),
    lambda: say("Hạn"),
    lambda: say("Xác nhận"),
)


def table() -> str:
    return say("Các bên phải thông báo")


def nobody() -> str:
    return say("chưa có trong danh bạ")


def standing(wanted: Wanted, notice: Notice | None, now_wall_ms: int) -> str:
    """Returns whether a notice was given, or how much time is left."""
    if notice is not None and notice.sent_ms is not None:
        text = say("đã báo {time}", time=shown_moment(notice.sent_ms))
        return text + say(", muộn") if notice.late else text
    if wanted.due_ms is None:
        return say("chưa báo")
    left = wanted.due_ms - now_wall_ms
    if left < 0:
        return say("▲ quá hạn {span}", span=span(-left))
    return say("chưa báo, còn {span}", span=span(left))


def acknowledged(notice: Notice | None) -> str:
    if notice is None or notice.acknowledged_ms is None:
        return ""
    return say("{time}, {person}", time=shown_moment(notice.acknowledged_ms), person=notice.acknowledged_by)


def count(told: int, whole: int) -> str:
    return say_count("Đã báo {told}/{n} bên", whole, told=told)


def mark() -> str:
    return say("Đã báo")


def acknowledge() -> str:
    return say("Có xác nhận")


def take_back() -> str:
    return say("Bỏ ghi")


def channel() -> str:
    return say("Báo bằng")


def print_list() -> str:
    return say("In danh sách…")


def save_first() -> str:
    return say("Hãy lưu phiếu trước, danh sách thông báo lấy theo phiếu đã lưu.")


def no_start() -> str:
    return say("Cuộc họp chưa có giờ bắt đầu nên chưa tính được hạn thông báo.")
