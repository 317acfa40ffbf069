"""The words over and in the columns of the security lists: change requests, checks, conditions of access, levels."""

from collections.abc import Callable
from functools import partial

from widgets.phrases.language import say
from widgets.phrases.log.configuration_words import configuration_parts, request_states

Said = Callable[[], str]


def _word(words: Callable[[], dict[str, str]], value: str) -> str:
    return words()[value]


SECURITY_COLUMNS: dict[str, Said] = {
    "change_requests.what": lambda: say("Nội dung đề nghị"),
    "part": lambda: say("Phần cấu hình"),
    "asked_by": lambda: say("Người đề nghị"),
    "asked_on": lambda: say("Ngày đề nghị"),
    "why": lambda: say("Lý do"),
    "answered_by": lambda: say("Cơ quan quản lý trả lời"),
    "answered_on": lambda: say("Ngày trả lời"),
    "review_kind": lambda: say("Hình thức kiểm tra"),
    "security_reviews.done_by": lambda: say("Bên kiểm tra"),
    "weak_points": lambda: say("Điểm yếu (mỗi dòng một điểm)"),
    "follow_up": lambda: say("Biện pháp khắc phục"),
    "fix_until": lambda: say("Hạn khắc phục"),
    "fixed_on": lambda: say("Ngày khắc phục xong"),
    "security_reviews.next_on": lambda: say("Lần kiểm tra sau"),
    "device_name": lambda: say("Thiết bị dùng để họp"),
    "access_kind": lambda: say("Loại"),
    "up_to_date": lambda: say("Đã cập nhật"),
    "protected": lambda: say("Chống mã độc"),
    "own_account": lambda: say("Tài khoản riêng"),
    "right_network": lambda: say("Đúng mạng quy định"),
    "confirmed_by": lambda: say("Người xác nhận"),
    "confirmed_on": lambda: say("Ngày xác nhận"),
    "access.valid_to": lambda: say("Có giá trị đến"),
    "system": lambda: say("Hệ thống thông tin"),
    "level": lambda: say("Cấp độ"),
    "security_levels.owner": lambda: say("Chủ quản hệ thống"),
    "operator": lambda: say("Đơn vị vận hành"),
    "approved_by": lambda: say("Cơ quan phê duyệt"),
    "approved_on": lambda: say("Ngày phê duyệt"),
    "security_levels.network": lambda: say("Cấp độ của mạng"),
}

SECURITY_CHOICES: dict[str, dict[str, Said]] = {
    "ConfigurationPart": {
        part: partial(_word, configuration_parts, part)
        for part in (
            "settings",
            "organisation",
            "profile",
            "calendar",
            "cameras",
            "camera_passwords",
            "certificate",
            "signing_key",
            "sites",
            "places",
            "devices",
            "lines",
            "credentials",
        )
    },
    "RequestState": {state: partial(_word, request_states, state) for state in ("asked", "agreed", "refused", "done")},
    "ReviewKind": {
        "periodic": lambda: say("Định kỳ"),
        "ad_hoc": lambda: say("Đột xuất"),
        "with_police": lambda: say("Phối hợp với Công an"),
        "after_upgrade": lambda: say("Sau nâng cấp, sửa chữa"),
    },
    "Level": {
        "1": lambda: say("Cấp độ 1"),
        "2": lambda: say("Cấp độ 2"),
        "3": lambda: say("Cấp độ 3"),
        "4": lambda: say("Cấp độ 4"),
        "5": lambda: say("Cấp độ 5"),
    },
    "AccessKind": {
        "room_system": lambda: say("Thiết bị họp chuyên dùng"),
        "computer": lambda: say("Máy tính"),
        "tablet": lambda: say("Máy tính bảng"),
        "phone": lambda: say("Điện thoại thông minh"),
    },
}
