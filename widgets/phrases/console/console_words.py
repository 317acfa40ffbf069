"""The words of the console's panels: bars, banners, program, queue, log, keys."""

from console.snapshot import LineView
from console.trouble import Trouble
from console.words import FloorSource, PodiumPhase, SessionKind
from widgets.phrases.console.tile_words import bit_rate
from widgets.phrases.language import (
    duration,
    figure,
    hour_and_minute,
    say,
    say_count,
    short_duration,
    time_of_day,
    whole,
)
from widgets.phrases.trouble_words import phrase_trouble


def window_title() -> str:
    return say("Điểm Cầu — bàn điều khiển")


# ---------------------------------------------------------------- grid


def grid_name() -> str:
    return say("Lưới điểm cầu")


def no_sites() -> str:
    return say("Chưa có điểm cầu nào trong danh sách")


def waiting_for_bridge() -> str:
    return say("Đang chờ bộ điều khiển cuộc họp…")


# ---------------------------------------------------------------- top bar


def session_badge(kind: SessionKind | None) -> str:
    texts = {
        SessionKind.TEST: say("PHIÊN KIỂM TRA"),
        SessionKind.REHEARSAL: say("PHIÊN TỔNG DUYỆT"),
        SessionKind.OFFICIAL: say("PHIÊN CHÍNH THỨC"),
    }
    return texts[kind] if kind is not None else say("CHƯA CÓ PHIÊN")


def no_title() -> str:
    return say("Cuộc họp chưa đặt tên")


def no_session_hint() -> str:
    return say("Bấm “Bắt đầu phiên” để các điểm cầu vào họp")


def connected(count: int, expected: int) -> str:
    return say("{count}/{expected} kết nối", count=count, expected=expected)


def errors(count: int) -> str:
    return say_count("{n} lỗi", count)


def warnings(count: int) -> str:
    return say_count("{n} cảnh báo", count)


def main_endpoint_chip() -> str:
    return say("Điểm cầu chính")


def main_endpoint_missing() -> str:
    return say("Điểm cầu chính chưa kết nối")


# ---------------------------------------------------------------- banners


def silence_in_force(confirmed: int, wanted: int) -> str:
    return say("LỆNH TẮT MIC ĐANG CÓ HIỆU LỰC — {confirmed}/{wanted} đã xác nhận", confirmed=confirmed, wanted=wanted)


def silence_in_force_short(confirmed: int, wanted: int) -> str:
    return say("LỆNH TẮT MIC — {confirmed}/{wanted} xác nhận", confirmed=confirmed, wanted=wanted)


def unconfirmed_lead() -> str:
    return say("; chưa: ")


def and_more(count: int) -> str:
    return say("+{count} điểm cầu", count=count)


def except_sites(count: int) -> str:
    return say_count("trừ {n} điểm cầu", count)


def since(wall_ms: int) -> str:
    return say("từ {time}", time=hour_and_minute(wall_ms))


def no_silence() -> str:
    return say("Không có lệnh tắt mic tất cả")


def no_silence_hint() -> str:
    return say("điểm cầu được phép có thể tự bật mic")


def safe_stop_in_force() -> str:
    return say("ĐÃ DỪNG AN TOÀN — chỉ điểm cầu chính có tiếng")


def link_lost(age_ms: int) -> str:
    return say("MẤT LIÊN LẠC VỚI BỘ ĐIỀU KHIỂN {age} — hình và số liệu bên dưới là CŨ", age=short_duration(age_ms))


def link_lost_short() -> str:
    return say("MẤT LIÊN LẠC — mọi thứ bên dưới là CŨ")


def engine_down() -> str:
    return say("BỘ XỬ LÝ HÌNH VÀ TIẾNG ĐANG KHỞI ĐỘNG LẠI")


def forgotten(age_ms: int | None) -> str:
    return say("MIC BỎ QUÊN") if age_ms is None else say("MIC BỎ QUÊN · có tiếng {age}", age=short_duration(age_ms))


def with_age(label: str, age_ms: int) -> str:
    return f"{label} · {short_duration(age_ms)}"


def forgotten_more(label: str, others: int) -> str:
    return label if others == 0 else say("{site} và {count} điểm cầu khác", site=label, count=others)


# ---------------------------------------------------------------- program and on deck


def on_air() -> str:
    return say("ĐANG PHÁT")


def program() -> str:
    return say("CHƯƠNG TRÌNH")


def program_not_live() -> str:
    return say("HÌNH CŨ")


def no_program() -> str:
    return say("Chưa có hình chương trình")


def phase(step: PodiumPhase, label: str) -> str:
    """Returns what the podium transaction is doing."""
    texts = {
        PodiumPhase.PREFLIGHT: say("ĐANG KIỂM TRA {site}", site=label),
        PodiumPhase.WAITING_FOR_LOG: say("ĐANG GHI NHẬT KÝ"),
        PodiumPhase.OPENING: say("ĐANG MỞ {site}", site=label),
        PodiumPhase.WAITING_FOR_SITE: say("CHỜ ĐIỂM CẦU BẬT MIC"),
        PodiumPhase.ROLLING_BACK: say("ĐANG TRẢ VỀ NHƯ TRƯỚC"),
    }
    return texts.get(step, "")


def quality(line: LineView) -> list[str]:
    """Returns picture size, rate and loss of the podium's picture in several wordings, longest first."""
    size = f"{line.height}p" if line.height else ""
    if size and line.frames_per_second:
        size += f"{round(line.frames_per_second)}"
    rate = bit_rate(line.kilobits) if line.kilobits is not None else ""
    loss = say("mất {loss}%", loss=figure(line.loss_percent)) if line.loss_percent is not None else ""
    full, shorter = [part for part in (size, rate, loss) if part], [part for part in (size, loss) if part]
    return [" · ".join(full), " · ".join(shorter), size]


def timer(spent_ms: int, limit_seconds: int | None) -> str:
    if limit_seconds is None:
        return duration(spent_ms)
    return f"{duration(spent_ms)} / {duration(limit_seconds * 1000)}"


def next_badge() -> str:
    return say("KẾ TIẾP")


def nobody_on_deck() -> str:
    return say("Chưa có điểm cầu kế tiếp")


def how_to_put_on_deck() -> str:
    return say("Chọn một điểm cầu rồi bấm Enter")


def ready_since(wall_ms: int) -> str:
    return say("SẴN SÀNG {time}", time=time_of_day(wall_ms))


def waiting_for_ready(age_ms: int) -> str:
    return say("chờ trả lời · {age}", age=short_duration(age_ms))


def turn_in(left_ms: int) -> str:
    """Returns about when the next turn comes, by the limit of the speech that runs."""
    minutes = -(-left_ms // 60_000)
    return say_count("khoảng {n} phút nữa", minutes) if minutes > 0 else say("sắp đến lượt")


def preset_named(name: str) -> str:
    return say("góc “{preset}”", preset=name)


def preset_under_way(name: str) -> str:
    return say("camera đang quay tới góc “{preset}”", preset=name)


def check_names() -> tuple[str, str, str, str]:
    """Returns the names of the checks before the podium: picture, sound, line, preset."""
    return say("hình"), say("tiếng"), say("đường"), say("preset")


# ---------------------------------------------------------------- queue


def queue_title() -> str:
    return say("Hàng chờ phát biểu")


def queue_summary(count: int, hidden: int, longest_ms: int) -> str:
    requests = say_count("{n} yêu cầu", count)
    if hidden > 0:
        return requests + " · " + say("còn {count} bên dưới", count=hidden)
    return requests + " · " + say("lâu nhất {age}", age=duration(longest_ms)) if count else requests


def queue_empty() -> str:
    return say("Chưa có yêu cầu phát biểu")


def queue_empty_hint() -> str:
    return say("Điểm cầu giơ tay, hoặc chọn điểm cầu rồi bấm Ins khi nhận qua điện thoại")


def source(kind: FloorSource, asked_ms: int, note: str) -> str:
    if kind is FloorSource.PHONE:
        text = say("điện thoại {time}", time=hour_and_minute(asked_ms))
    elif kind is FloorSource.SCRIPT:
        text = say("kịch bản")
    else:
        text = say("từ điểm cầu")
    return f"{text} · {note}" if note else text


def move_up(label: str) -> str:
    return say("Chuyển {site} lên", site=label)


def move_down(label: str) -> str:
    return say("Chuyển {site} xuống", site=label)


def skip(label: str) -> str:
    return say("Bỏ qua {site}", site=label)


def speaking() -> str:
    return say("Đang phát biểu")


# ---------------------------------------------------------------- log


def log_title() -> str:
    return say("Nhật ký")


def log_safe(lines: int) -> str:
    return say("Nhật ký an toàn · {lines} dòng", lines=whole(lines))


def log_writing(waiting: int) -> str:
    return say("Đang ghi · {count} dòng chờ", count=whole(waiting))


def log_failing() -> str:
    return say("KHÔNG GHI ĐƯỢC NHẬT KÝ")


def log_failure(failure: Trouble | None) -> str:
    """Returns what to do about the disk, and that nothing is lost yet."""
    waiting = say("Các dòng đang chờ trong bộ nhớ.")
    return f"{phrase_trouble(failure)} {waiting}" if failure is not None else waiting


def log_empty() -> str:
    return say("Chưa có dòng nào")


# ---------------------------------------------------------------- keys and receipts


def key_legend(*, paged: bool = False) -> list[tuple[str, str]]:
    """Returns the keys at the bottom with what they do, most used first; `paged`: the sites stand on pages."""
    return [
        ("←↑→↓ " + say("số"), say("chọn")),
        *([("PgUp PgDn", say("trang"))] if paged else []),
        ("Enter", say("kế tiếp")),
        ("Ctrl+Enter", say("lên bục")),
        ("M", say("tắt mic")),
        ("F8", say("lỗi kế")),
        ("F9", say("nhận lỗi")),
        ("F2", say("ghi nhớ lúc này")),
        ("/", say("tìm")),
        ("L", say("nghe")),
        ("C", say("camera")),
        ("D", say("đường truyền")),
        ("F7", say("cần chú ý trước")),
        ("F3", say("ghi sự cố")),
        ("Ctrl+Z", say("hoàn tác")),
        ("Alt+↑↓", say("đổi thứ tự")),
        ("Del", say("bỏ qua")),
        ("Ins", say("ghi yêu cầu")),
        ("F6", say("vùng")),
    ]


def locked_keys() -> list[tuple[str, str]]:
    """Returns the keys that work while the console is locked, in the order of the row."""
    return [("F12", say("dừng an toàn")), ("F10", say("tắt chuông")), ("Enter", say("mở khóa, sau khi gõ mật khẩu"))]


def help_key() -> tuple[str, str]:
    """Returns the key of the help, which stands last in the row at any width."""
    return "F1", say("trợ giúp")


def microphone_legend() -> tuple[str, str, str, str]:
    """Returns the lead and the names of the three signs."""
    return say("Mic:"), say("lệnh"), say("máy báo"), say("nghe thấy")


def typed_number(number: str, label: str | None) -> str:
    if label is None:
        return say("Số {number}: không có điểm cầu này", number=number)
    return say("Số {site} — Enter để chọn", site=label)


def search_hint() -> str:
    return say("Số, tên không dấu, địa bàn hoặc nhà mạng")


def nothing_found() -> str:
    return say("Không có điểm cầu nào như vậy")


def receipt_line(wish: str, outcome: str, took_ms: int) -> str:
    return say("{wish}: {outcome} · {took} ms", wish=wish, outcome=outcome, took=took_ms)


def receipt_reason(reason: str) -> str:
    return say(" — {reason}", reason=reason)


def last_connection(took_ms: int) -> str:
    return say("Lần lên bục gần nhất: kết nối {seconds} s", seconds=figure(took_ms / 1000, 2))


def layout_menu(layout: str) -> str:
    return say("Bố cục: {layout}", layout=layout)
