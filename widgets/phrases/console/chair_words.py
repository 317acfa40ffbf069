"""The words of the chair's view: plain words of a meeting, nothing technical."""

from console.floor.floor_facts import FloorRequest
from console.notes.record_facts import Fallback, Incident
from console.snapshot import Fact, MicrophoneView
from console.words import FallbackAct, FloorSource, FloorUrgency
from widgets.phrases.language import duration, say, say_count
from widgets.phrases.log.incident_words import phrase_category, phrase_fallback


def view_name() -> str:
    return say("Màn hình chủ tọa")


# ---------------------------------------------------------------- who speaks


def speaking() -> str:
    return say("ĐANG PHÁT BIỂU")


def on_podium() -> str:
    return say("TRÊN BỤC")


def waits_for_microphone() -> str:
    return say("CHỜ ĐIỂM CẦU BẬT MIC")


def being_called() -> str:
    return say("ĐANG MỜI")


def dropped() -> str:
    return say("MẤT KẾT NỐI, GIỮ LƯỢT")


def main_endpoint() -> str:
    return say("ĐIỂM CẦU CHÍNH")


def in_charge(name: str) -> str:
    return say("Phụ trách: {name}", name=name)


def microphone(view: MicrophoneView) -> str:
    """Returns the speaker's microphone from what the site says and what is heard; nothing where nothing is known."""
    if view.reported is Fact.CLOSED:
        return say("Mic đang tắt")
    is_open = view.reported is Fact.OPEN
    if view.observed is Fact.OPEN:
        return say("Mic mở · nghe rõ") if is_open else say("Nghe rõ")
    if view.observed is Fact.CLOSED:
        return say("Mic mở · chưa có tiếng") if is_open else say("Chưa có tiếng")
    return say("Mic mở") if is_open else ""


# ---------------------------------------------------------------- time


def left() -> str:
    return say("Còn lại")


def over() -> str:
    return say("Quá giờ")


def spoken() -> str:
    return say("Đã nói")


def spent(spent_ms: int, limit_seconds: int) -> list[str]:
    """Returns how long of how much, in several wordings, longest first."""
    so_far, limit = duration(spent_ms), duration(limit_seconds * 1000)
    return [
        say("đã nói {spent} trong {limit}", spent=so_far, limit=limit),
        say("{spent} trong {limit}", spent=so_far, limit=limit),
        f"{so_far} / {limit}",
    ]


def soon_over() -> str:
    return say("sắp hết giờ")


def time_is_over() -> str:
    return say("đã hết giờ")


# ---------------------------------------------------------------- next


def next_title() -> str:
    return say("Tiếp theo")


def nobody_next() -> str:
    return say("Chưa có ai")


def ready() -> str:
    return say("sẵn sàng")


def getting_ready() -> str:
    return say("đang chuẩn bị")


def request_detail(request: FloorRequest, now_ms: int) -> list[str]:
    """Returns how somebody asked and since when, in several wordings, longest first."""
    how = {
        FloorSource.SATELLITE: say("giơ tay"),
        FloorSource.PHONE: say("gọi điện"),
        FloorSource.SCRIPT: say("theo kịch bản"),
    }[request.source]
    waits = "" if request.source is FloorSource.SCRIPT else waiting(max(0, now_ms - request.asked_ms))
    urgent = {
        FloorUrgency.NORMAL: "",
        FloorUrgency.PRIORITY: say("ưu tiên"),
        FloorUrgency.POINT_OF_ORDER: say("về thủ tục"),
    }[request.urgency]
    first, *rest = (part for part in (request.person, urgent, how, request.note, waits) if part)
    shorter = [part for part in (request.person, urgent, how, waits) if part]
    return [
        " · ".join([first, *rest]),
        " · ".join(shorter),
        " · ".join([shorter[0], shorter[-1]][: len(shorter)]),
        first,
    ]


def waiting(age_ms: int) -> str:
    """Returns a waiting time as one says it: "chờ 5 phút"."""
    seconds = age_ms // 1000
    return say_count("chờ {n} giây", seconds) if seconds < 60 else say_count("chờ {n} phút", seconds // 60)


# ---------------------------------------------------------------- decisions


def decisions_title() -> str:
    return say("Xin phát biểu — chờ chủ tọa quyết định")


def questions_title() -> str:
    return say("Chờ chủ tọa quyết định")


def the_chair() -> str:
    return say("Chủ tọa")


def whole_meeting() -> str:
    return say("Cả cuộc họp")


def brief_fallback(act: FallbackAct) -> str:
    """Returns what is asked for in the fewest words."""
    return {
        FallbackAct.OTHER_LINE: say("đường dự phòng"),
        FallbackAct.INTERNET: say("qua Internet"),
        FallbackAct.MERGE_SITE: say("họp ghép"),
        FallbackAct.SPARE_DEVICE: say("máy dự phòng"),
        FallbackAct.BACKUP_POWER: say("nguồn dự phòng"),
        FallbackAct.PHONE: say("qua điện thoại"),
    }[act]


def fallback_question(incident: Incident, fallback: Fallback) -> list[str]:
    """Returns what the chair is asked because something failed, in several wordings, longest first."""
    whole = say("xin {act}", act=phrase_fallback(fallback.act))
    brief = say("xin {act}", act=brief_fallback(fallback.act))
    why = [part for part in (phrase_category(incident.category).lower(), fallback.text) if part]
    return [" · ".join([whole, *why]), f"{whole} · {why[0]}", whole, f"{brief} · {why[0]}", brief]


def agree_to(question: str) -> str:
    return say("Đồng ý: {question}", question=question)


def refuse_to(question: str) -> str:
    return say("Từ chối: {question}", question=question)


def more_requests(count: int) -> str:
    return say_count("còn {n} yêu cầu nữa", count)


def approve() -> str:
    return say("Đồng ý")


def refuse() -> str:
    return say("Từ chối")


def approve_whom(name: str) -> str:
    return say("Đồng ý cho {site} phát biểu", site=name)


def refuse_whom(name: str) -> str:
    return say("Từ chối yêu cầu phát biểu của {site}", site=name)


def deciding() -> str:
    return say("đang ghi nhận…")


def not_accepted() -> str:
    return say("chưa ghi nhận được, hãy bấm lại")


def refused(name: str) -> str:
    return say("Đã từ chối {site}", site=name)


def refused_detail() -> str:
    return say("đã từ chối")


def take_back() -> str:
    return say("Lấy lại")


def take_back_whom(name: str) -> str:
    return say("Lấy lại yêu cầu phát biểu của {site}", site=name)


# ---------------------------------------------------------------- silence


def silent_by_order(silent: int, all_: int) -> list[str]:
    return [
        say("Lệnh tắt mic: {silent}/{all} điểm cầu đang im lặng", silent=silent, all=all_),
        *silent_sites(silent, all_),
    ]


def silent_sites(silent: int, all_: int) -> list[str]:
    return [
        say("{silent}/{all} điểm cầu đang im lặng", silent=silent, all=all_),
        say("{silent}/{all} im lặng", silent=silent, all=all_),
    ]


def safe_stop() -> list[str]:
    return [say("ĐÃ DỪNG AN TOÀN: chỉ điểm cầu chính có tiếng"), say("ĐÃ DỪNG AN TOÀN")]


def open_elsewhere(names: list[str]) -> list[str]:
    """Returns whose microphone is open off the podium, in several wordings, longest first."""
    wordings: list[str] = []
    for count in range(len(names), 0, -1):
        shown, others = ", ".join(names[:count]), len(names) - count
        lead = say("Mic mở ngoài bục: {sites}", sites=shown)
        wordings.append(lead if not others else lead + " " + say_count("và {n} điểm cầu khác", others))
    return [*wordings, say_count("Mic mở ngoài bục: {n} điểm cầu", len(names)), say_count("{n} mic mở", len(names))]


# ---------------------------------------------------------------- states of the whole view


def may_be_old() -> str:
    return say("Thông tin có thể đã cũ, đang kết nối lại")


def before() -> str:
    return say("Phiên họp chưa bắt đầu")


def after() -> str:
    return say("Phiên họp đã kết thúc")


def summary(badge: str, name: str, following: str) -> str:
    """Returns the view in a sentence for screen readers: no figures that move every second."""
    return say("{badge}: {name}. Tiếp theo: {next}.", badge=badge, name=name, next=following)
