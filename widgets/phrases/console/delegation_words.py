"""The words of the panels that open beside a meeting: control given to a site, and who sits where."""

from collections.abc import Iterable

from console.meeting.meeting_snapshot import DelegationView
from console.snapshot import SiteView
from widgets.phrases.language import hour_and_minute, say, say_count
from widgets.phrases.log.control_words import phrase_rights


def title() -> str:
    return say("Giao quyền điều khiển")


def explanation() -> str:
    return say(
        "Điểm cầu được giao chỉ làm được đúng những việc đánh dấu, trong thời hạn ghi ở đây;"
        " mọi việc họ làm đều vào nhật ký. Dừng an toàn luôn là của người điều hành."
    )


def nothing_given() -> str:
    return say("Chưa giao quyền cho điểm cầu nào")


def _until(given: DelegationView) -> str:
    if given.until_ms is None:
        return say("đến hết phiên")
    return say("đến {time}", time=hour_and_minute(given.until_ms))


def given_line(given: DelegationView, site: str) -> str:
    """Returns one delegation: who, until when, what, on which basis, by whom."""
    head = f"{site} · {_until(given)} · {phrase_rights(given.rights)}"
    basis = [say("căn cứ: {text}", text=given.basis)] if given.basis else []
    return " · ".join([head, *basis, say("{person} giao", person=given.given_by)])


def chip(given: DelegationView, site: str) -> str:
    """Returns the lamp in the top bar while one site controls something."""
    return say("Đang giao quyền: {site}, {until}", site=site, until=_until(given))


def brief_chip(site: str) -> str:
    return say("Giao quyền: {site}", site=site)


def chip_many(count: int) -> str:
    return say_count("Đang giao quyền cho {n} điểm cầu", count)


def take_back() -> str:
    return say("Thu hồi")


def take_back_from(site: str) -> str:
    return say("Thu hồi quyền điều khiển của {site}", site=site)


def see_all() -> str:
    return say("Xem")


def site() -> str:
    return say("Giao cho điểm cầu")


def rights() -> str:
    return say("Được làm")


def minutes() -> str:
    return say("Trong bao lâu")


def minutes_suffix() -> str:
    return say(" phút")


def whole_session() -> str:
    return say("đến hết phiên")


def basis() -> str:
    return say("Căn cứ giao quyền")


def basis_hint() -> str:
    return say("ai quyết định, số văn bản")


def give() -> str:
    return say("Giao quyền")


def leave() -> str:
    return say("Đóng bảng")


# ---------------------------------------------------------------- who is there


def attendance_title() -> str:
    return say("Có mặt tại các điểm cầu")


def attendance_told(sites: Iterable[SiteView]) -> str:
    """Returns how many have answered, and how many people they make."""
    views = tuple(sites)
    told = [view for view in views if view.head_count is not None]
    heads = sum(view.head_count or 0 for view in told)
    return say(
        "Đã báo: {told} trên {all} điểm cầu, tổng cộng {heads} người", told=len(told), all=len(views), heads=heads
    )


def not_told() -> str:
    return say("chưa báo")


def columns() -> tuple[str, ...]:
    return say("Điểm cầu"), say("Số người"), say("Lãnh đạo dự: họ tên, chức vụ")


def only_missing() -> str:
    return say("Chỉ những điểm cầu chưa báo")


def heads() -> str:
    return say("Số người")


def leader() -> str:
    return say("Lãnh đạo dự: họ tên, chức vụ")


def note_it() -> str:
    return say("Ghi có mặt")
