"""The words of the demo: what happens in the scripted meeting, what is measured, what was not seen.

Rule: keyed by the names and values of the demo's kinds, because windows may not reach its processes; a test asks for
each.
"""

from widgets.phrases.language import say

Texts = dict[str, str]


def reports() -> Texts:
    """Returns what happens."""
    return {
        "data_folder": say("Thư mục dữ liệu: {folder}"),
        "sites_join": say("{count} điểm cầu đang vào họp; đóng cửa sổ để kết thúc buổi chạy thử."),
        "step": say("{told} ({milliseconds} ms)"),
        "confirmed": say("  đã xác nhận {confirmed}, chưa xác nhận {unconfirmed}"),
        "figure": say("  {figure}: {milliseconds} ms"),
        "failed": say("Buổi chạy thử không thành: {why}"),
        "not_seen": say("{what}: không thấy trong {seconds} s."),
        "log": say("Nhật ký {file}: {what}"),
        "no_log": say("không có nhật ký phiên nào được ghi."),
        "output": say("Ảnh chụp và nhật ký: {folder}"),
    }


def figures() -> Texts:
    """Returns what is measured."""
    return {
        "all sites connected after": say("mọi điểm cầu kết nối sau"),
        "mute-all receipt": say("kết quả tắt mic tất cả sau"),
        "connection time of the podium": say("thời gian kết nối khi lên bục"),
        "camera at its preset after": say("camera tới góc quay sau"),
        "connection time of the floor": say("thời gian kết nối khi mời phát biểu"),
        "safe stop receipt": say("kết quả dừng an toàn sau"),
    }


def awaited() -> Texts:
    """Returns what must come to be seen."""
    return {
        "sites_connected": say("{count} điểm cầu đã kết nối"),
        "on_deck_checked": say("điểm cầu kế tiếp đã được kiểm tra"),
        "on_podium": say("điểm cầu đã lên bục"),
        "request_queued": say("yêu cầu đã vào hàng chờ phát biểu"),
        "speech_runs": say("lượt phát biểu đang chạy"),
        "safe_stop_shown": say("dừng an toàn đã có hiệu lực"),
        "picture_taken": say("cửa sổ tự chụp ảnh"),
    }
