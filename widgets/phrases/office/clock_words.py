"""The clocks of a meeting in words: what has to be done, by whom, by when, and how much time is left."""

from collections.abc import Callable

from console.office.typed_times import shown_clock, shown_day
from console.regulation.clocks import Clock, ClockKind, ClockState
from console.regulation.province import Channel, Party
from widgets.phrases.language import say, say_count

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000

PARTIES: dict[Party, Callable[[], str]] = {
    Party.HOST_AGENCY: lambda: say("cơ quan chủ trì"),
    Party.DEPARTMENT: lambda: say("Sở quản lý"),
    Party.OFFICE: lambda: say("Văn phòng"),
    Party.PEOPLES_COMMITTEE: lambda: say("Ủy ban nhân dân"),
    Party.STANDING_LEADERSHIP: lambda: say("Thường trực"),
    Party.CONTROL_CENTRE: lambda: say("trung tâm điều khiển"),
    Party.TECHNICAL_OPERATOR: lambda: say("đơn vị vận hành kỹ thuật"),
    Party.MCU_OPERATOR: lambda: say("cán bộ điều khiển MCU"),
    Party.MAIN_ENDPOINT: lambda: say("điểm cầu chính"),
    Party.SATELLITES: lambda: say("các điểm cầu"),
    Party.DISTRICT_ENDPOINT: lambda: say("điểm cầu cấp huyện"),
    Party.COMMUNES: lambda: say("các điểm cầu cấp xã"),
    Party.CHAIRPERSON: lambda: say("người chủ trì"),
    Party.LOCAL_CHAIR: lambda: say("chủ trì tại điểm cầu"),
    Party.UNIT_LEADER: lambda: say("lãnh đạo đơn vị"),
    Party.OPERATING_UNIT: lambda: say("đơn vị vận hành"),
    Party.USING_UNIT: lambda: say("đơn vị sử dụng"),
    Party.EVERY_UNIT: lambda: say("tất cả các đơn vị"),
    Party.CONCERNED_UNITS: lambda: say("các đơn vị liên quan"),
    Party.TELCO: lambda: say("doanh nghiệp viễn thông"),
    Party.POWER: lambda: say("Công ty Điện lực"),
    Party.NETWORK_DUTY: lambda: say("trực mạng"),
}

CHANNELS: dict[Channel, Callable[[], str]] = {
    Channel.WRITTEN: lambda: say("văn bản"),
    Channel.DOCUMENT_SYSTEM: lambda: say("phần mềm quản lý văn bản"),
    Channel.OFFICIAL_EMAIL: lambda: say("thư điện tử công vụ"),
    Channel.EMAIL: lambda: say("thư điện tử"),
    Channel.PHONE: lambda: say("điện thoại"),
    Channel.FAX: lambda: say("fax"),
    Channel.ZALO: lambda: say("Zalo"),
    Channel.WEB: lambda: say("trang mạng"),
    Channel.PAPER: lambda: say("giấy mời bản giấy"),
    Channel.PDF: lambda: say("giấy mời tệp PDF"),
    Channel.OTHER: lambda: say("cách khác"),
}

_KINDS: dict[ClockKind, Callable[[], str]] = {
    ClockKind.REGISTRATION: lambda: say("Đăng ký cuộc họp"),
    ClockKind.RESPONSE: lambda: say("Trả lời đăng ký"),
    ClockKind.CHECK: lambda: say("Kiểm tra kỹ thuật"),
    ClockKind.MAIN_READY: lambda: say("Hệ thống tại điểm cầu chính sẵn sàng"),
    ClockKind.CONNECT: lambda: say("Các điểm cầu kết nối"),
    ClockKind.HANDOVER: lambda: say("Bàn giao tệp ghi hình, tài liệu"),
    ClockKind.STATISTICS: lambda: say("Báo cáo, thống kê"),
}


def party_word(party: Party | str) -> str:
    """Returns whom a regulation means; a name that is no party is said as it is."""
    return PARTIES[Party(party)]() if party in set(Party) else str(party)


def channel_word(channel: Channel | str) -> str:
    """Returns a way to tell somebody something."""
    return CHANNELS[Channel(channel)]() if channel in set(Channel) else str(channel)


def clock_title(clock: Clock) -> str:
    """Returns what a clock wants done: "Báo Công ty Điện lực"."""
    if clock.kind is ClockKind.NOTICE:
        return say("Báo {party}", party=", ".join(map(party_word, clock.to)))
    title = _KINDS[clock.kind]()
    if clock.kind is ClockKind.CHECK:
        return say("{title} ({stage})", title=title, stage=clock.key.removeprefix("check/"))
    return title


def span(milliseconds: int) -> str:
    """Returns a length of time in its two largest units: "2 ngày 3 giờ", "5 giờ 20 phút", "12 phút"."""
    minutes = max(0, milliseconds) // MINUTE_MS
    days, hours, left = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        parts = [say_count("{n} ngày", days), *([say_count("{n} giờ", hours)] if hours else [])]
    elif hours:
        parts = [say_count("{n} giờ", hours), *([say_count("{n} phút", left)] if left else [])]
    else:
        parts = [say_count("{n} phút", left)]
    return " ".join(parts)


def clock_standing(clock: Clock, now_wall_ms: int) -> str:
    """Returns how a clock stands now: "còn 2 ngày", "quá hạn 3 giờ", "xong, chậm 20 phút"."""
    last = clock.last_wall_ms
    if clock.done_wall_ms is not None:
        late = 0 if last is None else clock.done_wall_ms - last
        return say("xong, chậm {span}", span=span(late)) if late > 0 else say("xong đúng hạn")
    if clock.state is ClockState.WAITING:
        return say("chưa đến lượt")
    if last is None:
        return say("không ghi hạn")
    left = last - now_wall_ms
    return say("còn {span}", span=span(left)) if left >= 0 else say("quá hạn {span}", span=span(-left))


def clock_end(clock: Clock) -> str:
    """Returns until when, with what is odd about it."""
    last = clock.last_wall_ms
    if last is None:
        return "—"
    text = f"{shown_clock(last)} {shown_day(last)}"
    due = clock.due
    if due is not None and due.warning is not None:
        day = due.warning.advised
        text += say("; rơi vào ngày nghỉ, nên xong từ {day}", day=f"{day.day:02}/{day.month:02}")
    if due is not None and due.provisional:
        text += say("; lịch nghỉ dự kiến")
    return text


def clock_table() -> str:
    return say("Các thời hạn theo quy chế")


def clock_columns() -> tuple[str, ...]:
    return (say("Còn lại"), say("Việc"), say("Hạn"), say("Bên thực hiện"), say("Điều khoản"))
