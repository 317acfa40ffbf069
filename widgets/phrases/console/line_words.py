"""The words around the lines' history: plots of one site, the heat map of all, the time they show."""

from console.lines.line_history import LineFigure
from console.snapshot import LineQuality
from widgets.phrases.language import figure, hour_and_minute, say, time_of_day, whole

NOTHING = "—"


def figure_name(kind: LineFigure) -> str:
    """Returns what is measured, short, as it stands over its plot."""
    return {
        LineFigure.KILOBITS: "kb/s",
        LineFigure.LOSS_PERCENT: say("mất gói"),
        LineFigure.JITTER_MS: "jitter",
        LineFigure.ROUND_TRIP_MS: "RTT",
    }[kind]


def figure_full_name(kind: LineFigure) -> str:
    """Returns what is measured, in full, for tips and for those who listen."""
    return {
        LineFigure.KILOBITS: say("tốc độ nhận, kb/s"),
        LineFigure.LOSS_PERCENT: say("tỷ lệ mất gói, %"),
        LineFigure.JITTER_MS: say("độ biến thiên trễ (jitter), ms"),
        LineFigure.ROUND_TRIP_MS: say("thời gian khứ hồi (RTT), ms"),
    }[kind]


def figure_value(kind: LineFigure, value: float | None) -> str:
    """Returns a measured value with its unit, a dash where nothing was measured."""
    if value is None:
        return NOTHING
    if kind is LineFigure.KILOBITS:
        return whole(round(value))
    if kind is LineFigure.LOSS_PERCENT:
        return f"{figure(value)}%"
    return f"{round(value)} ms"


def last_hour() -> str:
    return say("60 phút")


def whole_meeting() -> str:
    return say("Cả phiên")


def back_to_now() -> str:
    return say("Về hiện tại")


def enlarge() -> str:
    return say("Phóng to")


def make_small() -> str:
    return say("Thu nhỏ")


def span(from_ms: int, until_ms: int) -> str:
    return f"{hour_and_minute(from_ms)}–{hour_and_minute(until_ms)}"


def plots_title() -> str:
    return say("Đường truyền")


def choose_a_site() -> str:
    return say("Chọn một điểm cầu để xem đường truyền")


def packets_per_window(packets: int) -> str:
    return say("{n} gói/cửa sổ", n=whole(packets))


def sound_at_site(bridged_frames: int, skipped_frames: int) -> str:
    """Returns how much of the program's sound a site missed, and how much it left out; frames are 20 ms."""
    return say(
        "tiếng chương trình tại điểm cầu: thiếu {missed} s, bỏ bớt {skipped} s để hết trễ (từ lúc kết nối)",
        missed=figure(bridged_frames * 0.02),
        skipped=figure(skipped_frames * 0.02),
    )


def quality_name(quality: LineQuality) -> str:
    """Returns the verdict over a line in one word."""
    return {
        LineQuality.NO_DATA: say("không có số liệu"),
        LineQuality.GOOD: say("đường truyền tốt"),
        LineQuality.WARNING: say("cảnh báo"),
        LineQuality.ERROR: say("lỗi"),
    }[quality]


def history_unreadable() -> str:
    return say("Không đọc được số liệu cũ trong nhật ký")


# ---------------------------------------------------------------- heat map


def map_title(sites: int) -> str:
    return say("Mất gói · {count} điểm cầu", count=sites)


def map_short_title() -> str:
    return say("Mất gói")


def map_name() -> str:
    return say("Bản đồ mất gói của mọi điểm cầu theo thời gian")


def under_one_percent() -> str:
    return "<1%"


def one_to_five_percent() -> str:
    return say("1–5%")


def from_five_percent() -> str:
    return "≥5%"


def no_data() -> str:
    return say("không có số liệu")


def cell(site: str, wall_ms: int, percent: float | None, seconds: int) -> str:
    """Returns a place of the map in words: site, time, worst loss of so many seconds."""
    at = time_of_day(wall_ms)
    if percent is None:
        return say("{site} · {time} · không có số liệu", site=site, time=at)
    return say(
        "{site} · {time} · mất gói cao nhất {loss}% trong {seconds} s",
        site=site,
        time=at,
        loss=figure(percent),
        seconds=seconds,
    )


def map_calm(sites: int) -> str:
    return say("Lúc này không điểm cầu nào trong {count} điểm cầu mất gói từ 1% trở lên", count=sites)


def map_troubled(labels: list[str]) -> str:
    return say("Lúc này mất gói từ 1% trở lên: {sites}", sites=", ".join(labels))


def site_loss(label: str, percent: float) -> str:
    return f"{label} {figure(percent)}%"


# ---------------------------------------------------------------- events


def went_up(number: str) -> str:
    return say("lên bục {number}", number=number)


def all_muted() -> str:
    return say("tắt tất cả")


def order_lifted() -> str:
    return say("gỡ lệnh")


def safe_stop() -> str:
    return say("dừng an toàn")


def moment() -> str:
    """Returns the word at a moment that somebody wanted remembered."""
    return say("ghi nhớ")


def incident() -> str:
    return say("sự cố")


def session_began() -> str:
    return say("bắt đầu")


def tip_of_plot(kind: LineFigure, wall_ms: int, value: str) -> str:
    return f"{time_of_day(wall_ms)} · {figure_full_name(kind)}: {value}"
