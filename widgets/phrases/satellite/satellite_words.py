"""The words of a site's own window: what holds for this room, and why."""

from console.office.meeting import Confidentiality
from console.office.typed_times import shown_day
from console.sites.site_standing import SiteStanding
from console.snapshot import LineQuality
from console.words import Reason
from widgets.phrases.language import figure, hour_and_minute, say
from widgets.phrases.trouble_words import phrase_troubles
from widgets.phrases.words import phrase_reason

LOSS_WARNING, LOSS_ERROR = 1.0, 5.0
"""In percent, as the bridge judges it."""
WARNED_SECONDS = 60


def window_title() -> str:
    return say("Điểm Cầu — điểm cầu vệ tinh")


def site_label(state: SiteStanding) -> str:
    return state.site_name if state.site_number is None else f"{state.site_number} · {state.site_name}"


def line_figures(state: SiteStanding) -> str:
    parts = [say("mất {loss}%", loss=figure(state.loss_percent))] if state.loss_percent is not None else []
    if state.round_trip_ms is not None:
        parts.append(f"{round(state.round_trip_ms)} ms")
    if state.frames_per_second is not None:
        parts.append(say("{fps} hình/s", fps=round(state.frames_per_second)))
    return " · ".join(parts)


def line_word(state: SiteStanding) -> str:
    if not state.joined:
        return say("CHƯA KẾT NỐI")
    return {
        LineQuality.NO_DATA: say("Đường truyền: đang đo"),
        LineQuality.ERROR: say("Đường truyền: RẤT KÉM"),
        LineQuality.WARNING: say("Đường truyền: KÉM"),
        LineQuality.GOOD: say("Đường truyền: TỐT"),
    }[line_quality(state)]


def line_quality(state: SiteStanding) -> LineQuality:
    """Returns the worse of how the program arrives here and how the bridge sees the line."""
    loss = state.loss_percent
    own = LineQuality.NO_DATA
    if loss is not None:
        warned = LineQuality.WARNING if loss >= LOSS_WARNING else LineQuality.GOOD
        own = LineQuality.ERROR if loss >= LOSS_ERROR else warned
    order = list(LineQuality)
    return max(own, state.line_quality, key=order.index)


def trouble(state: SiteStanding) -> tuple[str, str]:
    """Returns heading and sentence while the site is not in the meeting."""
    told = state.trouble or phrase_troubles(state.troubles)
    if state.replaced:
        return say("Đã bị thay chỗ"), told
    return say("Chưa vào được cuộc họp"), told or say("Đang kết nối tới điểm cầu chính…")


def key_ends(ends_ms: int) -> str:
    """Returns that this machine cannot join any more after a day, and what to do about it."""
    day = shown_day(ends_ms)
    return say(
        "Quyền vào họp của máy này hết hạn ngày {day} và chưa gia hạn được; hãy xin điểm cầu chính lời mời mới", day=day
    )


def key_ends_short(ends_ms: int) -> str:
    return say("Quyền vào họp hết hạn ngày {day}; hãy xin lời mời mới", day=shown_day(ends_ms))


def confidential(secrecy: Confidentiality) -> list[str]:
    """Returns what stands before the title in a confidential meeting, the longest first; nothing for an open one."""
    return {
        Confidentiality.OPEN: [],
        Confidentiality.RESTRICTED: [say("HẠN CHẾ: không lưu hình ảnh"), say("HẠN CHẾ")],
        Confidentiality.STATE_SECRET: [say("MẬT: không lưu hình ảnh"), say("MẬT")],
    }[secrecy]


def terminal_line(state: SiteStanding) -> str:
    """Returns the site's state in one line, for a satellite without a window."""
    if state.replaced:
        return say("Nhấn Enter để vào lại từ máy này")
    if not state.joined:
        if state.stopped:
            return say("Đã rời cuộc họp")
        return state.trouble or say("Đang kết nối tới điểm cầu chính…")
    parts = [say("Đã vào họp"), say("mic đang mở") if state.microphone_open else say("mic đang tắt")]
    # A connection that is just ending closes the gate first; the next line says that.
    may_not = not state.microphone_open and not state.may_open
    if may_not and state.reason is not None and state.reason is not Reason.SITE_NOT_CONNECTED:
        parts.append(phrase_reason(state.reason))
    if state.on_podium:
        parts.append(say("đang trên bục"))
    elif state.on_deck:
        parts.append(say("là điểm cầu kế tiếp"))
    return ", ".join(parts)


def program_label(state: SiteStanding) -> str:
    return say("Đang nhận") if state.on_podium else say("Chương trình")


def program_old() -> str:
    return say("HÌNH CŨ")


def own_label(state: SiteStanding) -> str:
    return say("Đang phát hình này") if state.on_podium else say("Hình của điểm cầu này")


def microphone_heading(state: SiteStanding) -> str:
    if not state.has_microphone:
        return say("KHÔNG CÓ MIC")
    return say("MIC ĐANG MỞ") if state.microphone_open else say("MIC ĐANG TẮT")


def microphone_reason(state: SiteStanding) -> str:
    """Returns in one clause what the state of the microphone means for this room."""
    if state.microphone_open:
        return say("Hội trường đang nghe thấy")
    if state.may_open or state.microphone_ordered_open:
        return say("Được phép bật: bấm “Bật mic”")
    if state.reason is Reason.STANDING_ORDER:
        return say("Theo lệnh của điểm cầu chính")
    if state.reason is not None:
        text = phrase_reason(state.reason)
        return text[:1].upper() + text[1:]
    return say("Chưa được điểm cầu chính cho phép")


def microphone_since(state: SiteStanding) -> str:
    heard = say("hội trường không nghe thấy")
    if state.microphone_open:
        return ""
    return heard if state.since_ms is None else say("từ {time}", time=hour_and_minute(state.since_ms)) + " · " + heard


def facts(state: SiteStanding) -> tuple[tuple[str, str], tuple[str, str]]:
    """Returns what is ordered and what this machine does, each with its label."""
    ordered = say("BẬT") if state.microphone_ordered_open else say("ĐƯỢC BẬT") if state.may_open else say("TẮT")
    return (say("Lệnh"), ordered), (say("Máy này"), say("BẬT") if state.microphone_open else say("TẮT"))


def room_level() -> str:
    return say("Mức thu của phòng")


def room_level_note(state: SiteStanding) -> str:
    if state.listened:
        return say("điểm cầu chính đang nghe thử")
    return say("đang truyền đi") if state.microphone_open else say("không truyền đi")


def when_it_opens(state: SiteStanding) -> str:
    if state.on_podium:
        return say("Mic tự tắt khi hết lượt phát biểu")
    if state.may_open and not state.microphone_open:
        return say("Bật khi bắt đầu nói; cả hội nghị sẽ nghe")
    return say("Mic mở khi điểm cầu chính mời phát biểu")


def tried_to_open() -> str:
    return say("Chưa mở được mic")


def open_microphone() -> str:
    return say("Bật mic")


def close_microphone() -> str:
    return say("Tắt mic")


def take_back() -> str:
    return say("Vào lại từ máy này")


def raise_hand() -> str:
    return say("Xin phát biểu")


def lower_hand() -> str:
    return say("Hạ tay")


def ready() -> str:
    return say("SẴN SÀNG")


def end_speech() -> str:
    return say("Kết thúc phát biểu")


def end_speech_hint() -> str:
    return say("trả bục về điểm cầu chính")


def place_heading(state: SiteStanding) -> str:
    if state.on_podium:
        return say("Bạn đang trên bục")
    if state.on_deck:
        return say("Bạn là điểm cầu kế tiếp")
    if state.queue_place is not None:
        return say("Bạn đang chờ phát biểu: thứ {place}", place=state.queue_place)
    return say("Bạn chưa xin phát biểu")


def place_detail(state: SiteStanding, now_ms: int) -> str:
    """Returns how long it still takes, and what to do."""
    wait = waiting_time(state, now_ms)
    if state.on_deck:
        answered = say("đã trả lời Sẵn sàng") if state.ready else say("kiểm tra hình và tiếng, rồi bấm Sẵn sàng")
        return " · ".join(part for part in (wait, answered) if part)
    if state.queue_place is not None:
        asked = "" if state.asked_ms is None else say("Giơ tay lúc {time}", time=hour_and_minute(state.asked_ms))
        return " · ".join(part for part in (asked, wait) if part)
    if not state.in_session:
        return say("Phiên họp chưa bắt đầu")
    return say("Bấm “Xin phát biểu” để vào hàng chờ")


def waiting_time(state: SiteStanding, now_ms: int) -> str:
    """Returns about how long the site waits for the floor, as far as that is known."""
    seconds = state.wait_seconds(now_ms)
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    return say("còn khoảng {minutes} phút", minutes=minutes) if minutes else say("sắp tới lượt")


def podium_heading() -> str:
    return say("BẠN ĐANG TRÊN BỤC")


def podium_details(state: SiteStanding) -> list[str]:
    """Returns what stands below the heading, the longest first."""
    if state.microphone_open:
        told = say("Cả hội nghị đang nhìn và nghe {site}", site=state.site_name)
    else:
        told = say("Cả hội nghị đang nhìn {site}; mic đang tắt", site=state.site_name)
    return [f"{told} · {mark}" for mark in confidential(state.confidentiality)] or [told]


def live() -> str:
    return say("TRỰC TIẾP")


def time_left(left_ms: int) -> str:
    """Returns the heading over the time that is left; it warns in words too."""
    if left_ms < 0:
        return say("ĐÃ QUÁ GIỜ")
    return say("SẮP HẾT GIỜ") if left_ms < WARNED_SECONDS * 1000 else say("Thời gian còn lại")


def listened(state: SiteStanding) -> tuple[str, ...]:
    """Returns the sign that the bridge listens to this room, and who else does."""
    sign = say("Điểm cầu chính đang nghe thử phòng này")
    return (sign,) if state.microphone_open else (sign, say("Hội trường không nghe thấy"))


def played_level() -> str:
    return say("Loa phòng")


def not_timed() -> str:
    return say("Lượt này không tính giờ")


def time_spent() -> str:
    return say("Đã phát biểu")
