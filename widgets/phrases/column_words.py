"""The words over the columns of lists, and the words that stand in their cells.

Rule: a column is found as `list.column`, then as `column`; a choice by its enumeration and value. A test asks for each.
"""

from collections.abc import Callable
from enum import StrEnum

from widgets.phrases.language import say

Said = Callable[[], str]


def column_title(list_name: str, column: str) -> str:
    """Returns what stands over a column."""
    return COLUMNS[f"{list_name}.{column}" if f"{list_name}.{column}" in COLUMNS else column]()


def choice_word(choice: StrEnum) -> str:
    """Returns a member of an enumeration as people read it; a member that says nothing is empty."""
    return CHOICES[type(choice).__name__][choice.value]() if choice.value else ""


def yes_or_no(*, ticked: bool) -> str:
    return say("Có") if ticked else say("Không")


COLUMNS: dict[str, Said] = {
    "id": lambda: say("Mã mục"),
    "name": lambda: say("Tên"),
    "people.name": lambda: say("Họ và tên"),
    "title": lambda: say("Chức vụ"),
    "unit": lambda: say("Đơn vị"),
    "phone": lambda: say("Điện thoại"),
    "email": lambda: say("Thư điện tử"),
    "zalo": lambda: say("Zalo"),
    "roles": lambda: say("Vai trò"),
    "branch": lambda: say("Khối"),
    "sites": lambda: say("Các điểm cầu"),
    "site": lambda: say("Điểm cầu"),
    "valid_from": lambda: say("Từ ngày"),
    "valid_to": lambda: say("Đến hết ngày"),
    "note": lambda: say("Ghi chú"),
    "rooms.name": lambda: say("Tên phòng"),
    "seats": lambda: say("Số chỗ"),
    "priority": lambda: say("Ưu tiên họp trực tuyến"),
    "manager": lambda: say("Người phụ trách"),
    "devices.name": lambda: say("Tên thiết bị"),
    "devices.kind": lambda: say("Loại thiết bị"),
    "room": lambda: say("Phòng"),
    "serial": lambda: say("Số sê-ri"),
    "address": lambda: say("Địa chỉ"),
    "devices.address": lambda: say("Địa chỉ mạng"),
    "owner": lambda: say("Đơn vị quản lý"),
    "handed_over": lambda: say("Ngày bàn giao"),
    "spare": lambda: say("Dự phòng"),
    "lines.kind": lambda: say("Loại đường truyền"),
    "provider": lambda: say("Nhà cung cấp"),
    "circuit_id": lambda: say("Mã kênh"),
    "addresses_v4": lambda: say("Địa chỉ IPv4"),
    "addresses_v6": lambda: say("Địa chỉ IPv6"),
    "bandwidth_kbps": lambda: say("Băng thông (kbit/s)"),
    "content_bandwidth_kbps": lambda: say("Băng thông trình chiếu (kbit/s)"),
    "backup": lambda: say("Dự phòng"),
    "places.id": lambda: say("Điểm cầu"),
    "sites.number": lambda: say("STT"),
    "sites.name": lambda: say("Tên điểm cầu"),
    "sites.unit": lambda: say("Đơn vị quản lý"),
    "parent": lambda: say("Cấp trên"),
    "district": lambda: say("Cụm, địa bàn"),
    "carrier": lambda: say("Nhà mạng"),
    "contacts": lambda: say("Liên hệ"),
    "keys.id": lambda: say("Vân tay khóa (SHA-256)"),
    "paper": lambda: say("Số văn bản"),
    "registered_on": lambda: say("Ngày đăng ký"),
    "revoked_on": lambda: say("Ngày thu hồi"),
    "revoked_why": lambda: say("Lý do thu hồi"),
    "tier": lambda: say("Cấp"),
    "control_right": lambda: say("Quyền điều khiển"),
    "nearest": lambda: say("Điểm cầu gần nhất"),
    "internet_allowed": lambda: say("Được dùng Internet khi mất kênh riêng"),
    "backup_power": lambda: say("Nguồn điện dự phòng"),
    "trained": lambda: say("Người được tập huấn"),
    "course": lambda: say("Nội dung tập huấn"),
    "held_by": lambda: say("Đơn vị tổ chức"),
    "first_day": lambda: say("Từ ngày"),
    "last_day": lambda: say("Đến ngày"),
    "result": lambda: say("Kết quả"),
    "device": lambda: say("Thiết bị"),
    "care": lambda: say("Nội dung theo dõi"),
    "day": lambda: say("Ngày"),
    "condition": lambda: say("Tình trạng"),
    "done_by": lambda: say("Người thực hiện"),
    "settled_on": lambda: say("Ngày giải quyết xong"),
    "subject": lambda: say("Nội dung"),
    "issue_kind": lambda: say("Loại"),
    "raised_by": lambda: say("Người phản ánh"),
    "raised_on": lambda: say("Ngày phản ánh"),
    "told_department_on": lambda: say("Ngày báo cáo Sở"),
    "answer": lambda: say("Trả lời"),
    "checked_by": lambda: say("Người kiểm tra"),
    "light": lambda: say("Ánh sáng"),
    "curtains": lambda: say("Rèm che, ánh sáng nhân tạo"),
    "sound": lambda: say("Âm thanh"),
    "temperature": lambda: say("Nhiệt độ"),
    "humidity": lambda: say("Độ ẩm"),
    "power_supply": lambda: say("Nguồn điện"),
    "backup_supply": lambda: say("Nguồn điện dự phòng"),
    "fire_safety": lambda: say("Phòng cháy, chữa cháy"),
    "seating": lambda: say("Bàn ghế, chỗ ngồi"),
    "network": lambda: say("Kết nối mạng"),
    "hygiene": lambda: say("Vệ sinh"),
    "issued_by": lambda: say("Đơn vị ban hành"),
    "issued_on": lambda: say("Ngày ban hành"),
    "rules": lambda: say("Các điều của nội quy (mỗi dòng một điều)"),
    "power.name": lambda: say("Pin, nguồn cần theo dõi"),
    "power_kind": lambda: say("Loại nguồn"),
    "every_days": lambda: say("Kiểm tra sau mỗi (ngày)"),
    "looked_on": lambda: say("Kiểm tra gần nhất"),
    "looked_by": lambda: say("Người kiểm tra"),
    "next_on": lambda: say("Đến hạn kiểm tra"),
    "check_all": lambda: say("Kiểm tra toàn bộ hệ thống"),
    "devices_off": lambda: say("Tắt thiết bị"),
    "power_off": lambda: say("Ngắt nguồn điện"),
    "lens_cap": lambda: say("Đậy nắp ống kính"),
    "what": lambda: say("Việc phải làm"),
    "party": lambda: say("Bên thực hiện"),
    "recipient": lambda: say("Nơi nhận"),
    "article": lambda: say("Căn cứ"),
    "due_on": lambda: say("Hạn"),
    "state": lambda: say("Tình trạng"),
    "done_on": lambda: say("Ngày thực hiện"),
    "backup_minutes": lambda: say("Số phút nguồn dự phòng"),
}

CHOICES: dict[str, dict[str, Said]] = {
    "Role": {
        "leader": lambda: say("Lãnh đạo phụ trách"),
        "technician": lambda: say("Cán bộ kỹ thuật"),
        "telecom": lambda: say("Viễn thông"),
        "power": lambda: say("Điện lực"),
        "control_centre": lambda: say("Trung tâm điều khiển"),
        "department": lambda: say("Sở chủ quản"),
        "registration": lambda: say("Đầu mối đăng ký"),
        "support": lambda: say("Đầu mối hỗ trợ kỹ thuật"),
        "host": lambda: say("Cán bộ đầu mối của đơn vị chủ trì"),
    },
    "Branch": {
        "party": lambda: say("Khối Đảng"),
        "government": lambda: say("Khối chính quyền"),
    },
    "DeviceKind": {
        "camera": lambda: say("Camera"),
        "connector": lambda: say("Bộ kết nối"),
        "microphone": lambda: say("Micro"),
        "cable": lambda: say("Adapter, dây cáp"),
        "screen": lambda: say("Màn hình, máy chiếu"),
        "sound": lambda: say("Âm thanh"),
        "computer": lambda: say("Máy tính"),
        "network": lambda: say("Thiết bị mạng"),
        "power": lambda: say("Nguồn điện"),
        "other": lambda: say("Khác"),
    },
    "LineKind": {
        "tslcd": lambda: say("Mạng TSLCD"),
        "internet": lambda: say("Internet"),
        "leased": lambda: say("Kênh thuê riêng"),
        "mobile": lambda: say("Di động 4G/5G"),
        "satellite": lambda: say("Vệ tinh"),
    },
    "ControlRight": {
        "own": lambda: say("Chỉ thiết bị của mình"),
        "delegated": lambda: say("Theo ủy quyền từng lần"),
        "own_meetings": lambda: say("Tự chủ trì họp với cấp dưới"),
        "main": lambda: say("Điểm cầu chính"),
    },
    "Care": {
        "condition": lambda: say("Kiểm tra tình trạng"),
        "damage": lambda: say("Hư hỏng"),
        "repair": lambda: say("Sửa chữa"),
        "maintenance": lambda: say("Bảo trì, bảo dưỡng"),
        "cleaning": lambda: say("Vệ sinh thiết bị"),
        "replacement": lambda: say("Thay thế"),
        "appraisal": lambda: say("Ý kiến thẩm định của Sở"),
        "security_check": lambda: say("Kiểm tra an ninh, an toàn"),
    },
    "Condition": {
        "good": lambda: say("Tốt"),
        "worn": lambda: say("Xuống cấp"),
        "damaged": lambda: say("Hỏng"),
    },
    "IssueKind": {
        "difficulty": lambda: say("Vướng mắc"),
        "proposal": lambda: say("Đề xuất"),
        "opinion": lambda: say("Góp ý"),
    },
    "Found": {
        "ok": lambda: say("Đạt"),
        "not_ok": lambda: say("Không đạt"),
        "not_there": lambda: say("Không có"),
    },
    "PowerKind": {
        "microphone_battery": lambda: say("Pin micro không dây"),
        "ups": lambda: say("Bộ lưu điện"),
        "generator": lambda: say("Máy phát điện"),
        "remote_control": lambda: say("Pin điều khiển từ xa"),
        "other": lambda: say("Khác"),
    },
    "ObligationState": {
        "later": lambda: say("Chưa đến hạn"),
        "soon": lambda: say("Sắp đến hạn"),
        "overdue": lambda: say("▲ Quá hạn"),
        "done": lambda: say("Đã thực hiện"),
        "done_late": lambda: say("Đã thực hiện, trễ hạn"),
        "no_date": lambda: say("Không định hạn"),
    },
    "BackupPower": {
        "none": lambda: say("Không có"),
        "ups": lambda: say("Bộ lưu điện"),
        "generator": lambda: say("Máy phát điện"),
        "both": lambda: say("Bộ lưu điện và máy phát"),
    },
}
