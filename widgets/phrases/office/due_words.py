"""The words of what has to be done now: on its page, and as a count in the console."""

from console.office.registers import Care
from console.regulation.clocks import Clock
from console.regulation.obligations import Obligation
from widgets.phrases.language import say, say_count
from widgets.phrases.office.clock_words import clock_title
from widgets.phrases.office.register_page_words import duty


def page_title() -> str:
    return say("Việc đến hạn")


def due(count: int) -> str:
    return say_count("{n} việc đến hạn", count)


def nothing_due() -> str:
    return say("Hiện không có việc nào đến hạn.")


def due_hint() -> str:
    return say("Mở hồ sơ: các việc đến hạn")


def columns() -> tuple[str, ...]:
    return (say("Hạn"), say("Tình trạng"), say("Việc"), say("Cuộc họp, mục"), say("Điều, khoản"))


def late() -> str:
    return say("quá hạn")


def review() -> str:
    return say("Rà soát lại phương án")


def look_at() -> str:
    return say("Kiểm tra pin, nguồn điện")


def check_security() -> str:
    return say("Kiểm tra an toàn, khắc phục điểm yếu")


def review_level() -> str:
    return say("Rà soát cấp độ an toàn hệ thống")


def confirm_access() -> str:
    return say("Xác nhận lại điều kiện truy cập")


def check_device(care: Care) -> str:
    """Returns which check devices lack before they are used."""
    if care is Care.CONFORMITY:
        return say("Đối chiếu tiêu chuẩn trước khi dùng thiết bị")
    return say("Công an kiểm tra trước khi dùng thiết bị")


def open_it() -> str:
    return say("Mở để thực hiện")


def what(clock: Clock | None, obligation: Obligation | None) -> str:
    """Returns what has to be done; nothing for what is neither a limit nor a recurring duty."""
    if clock is not None:
        return clock_title(clock)
    if obligation is None:
        return ""
    ends = None if obligation.period is None else obligation.period.ends
    year, last = (0, "") if ends is None else (ends.year, f"{ends:%d/%m/%Y}")
    return duty(obligation.what, obligation.every, year, last)
