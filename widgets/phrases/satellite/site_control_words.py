"""The words of the sheet with which a site's technician controls what was delegated to the site."""

from console.control.control_facts import OrderFacts
from console.control.control_messages import ControlledRequest, ControlledSite, ShowControl
from console.words import DelegatedRight, Outcome
from widgets.phrases.language import hour_and_minute, say
from widgets.phrases.log.control_words import phrase_rights
from widgets.phrases.words import phrase_outcome, phrase_reason


def tool() -> str:
    return say("Điều khiển")


def title() -> str:
    return say("Quyền điều khiển được giao")


def given(control: ShowControl) -> str:
    """Returns what may be done and until when."""
    rights = phrase_rights(control.rights)
    if not control.rights:
        return say("Điểm cầu này hiện không được giao quyền điều khiển nào.")
    if control.until_ms is None:
        return say("Đến hết phiên: {rights}.", rights=rights)
    return say("Đến {time}: {rights}.", time=hour_and_minute(control.until_ms), rights=rights)


def sites() -> str:
    return say("Các điểm cầu")


def requests() -> str:
    return say("Hàng chờ phát biểu")


def find() -> str:
    return say("Tìm điểm cầu (số hoặc tên, không cần dấu)")


def site_line(site: ControlledSite) -> str:
    """Returns a site with how it stands, in words."""
    parts = [say("micro được nghe") if site.heard else say("micro tắt")]
    if not site.connected:
        parts = [say("chưa kết nối")]
    if site.on_podium:
        parts.insert(0, say("đang trên bục"))
    elif site.on_deck:
        parts.insert(0, say("kế tiếp"))
    return f"{site.number} {site.name} – {', '.join(parts)}"


def request_line(place: int, request: ControlledRequest, name: str) -> str:
    """Returns a waiting request."""
    more = " – ".join(part for part in (request.person, request.note) if part)
    return f"{place}. {name}" + (f" – {more}" if more else "")


ORDERS = {
    "mute-all": (DelegatedRight.SILENCE, lambda: say("Tắt micro tất cả")),
    "lift": (DelegatedRight.SILENCE, lambda: say("Bỏ lệnh tắt micro")),
    "mute": (DelegatedRight.SILENCE, lambda: say("Tắt micro điểm này")),
    "unmute": (DelegatedRight.SILENCE, lambda: say("Cho điểm này nói")),
    "deck": (DelegatedRight.PODIUM, lambda: say("Chọn làm kế tiếp")),
    "podium": (DelegatedRight.PODIUM, lambda: say("Đưa lên bục")),
    "back": (DelegatedRight.PODIUM, lambda: say("Trở về trước đó")),
    "grant": (DelegatedRight.FLOOR, lambda: say("Mời người này phát biểu")),
    "skip": (DelegatedRight.FLOOR, lambda: say("Bỏ qua yêu cầu")),
    "finish": (DelegatedRight.FLOOR, lambda: say("Kết thúc lượt nói")),
    "mark": (DelegatedRight.RECORD, lambda: say("Đánh dấu thời điểm")),
}
"""Each order with the right that it needs and its word."""


def order_end(order: OrderFacts | None) -> str:
    """Returns what became of the last order."""
    if order is None:
        return ""
    if order.outcome is None:
        return say("Đang thực hiện…")
    if order.outcome is Outcome.DONE:
        return say("✓ Đã xong.")
    told = phrase_outcome(order.outcome)
    reason = "" if order.reason is None else say(" — {reason}", reason=phrase_reason(order.reason))
    return say("▲ Không thành: {told}{reason}.", told=told, reason=reason)
