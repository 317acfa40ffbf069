"""The words of a page that shows a list of records: its buttons, its form, its versions."""

from collections.abc import Callable

from widgets.phrases.language import say, say_count

LISTS: dict[str, Callable[[], str]] = {
    "people": lambda: say("Cán bộ và đầu mối"),
    "rooms": lambda: say("Phòng họp"),
    "devices": lambda: say("Thiết bị"),
    "lines": lambda: say("Các đường truyền"),
    "sites": lambda: say("Các điểm cầu"),
    "plans": lambda: say("Phương án xử lý sự cố"),
    "training": lambda: say("Tập huấn"),
    "equipment": lambda: say("Theo dõi thiết bị"),
    "issues": lambda: say("Vướng mắc, đề xuất"),
    "room_checks": lambda: say("Kiểm tra phòng họp"),
    "house_rules": lambda: say("Nội quy phòng họp"),
    "power": lambda: say("Pin và nguồn điện"),
    "shutdowns": lambda: say("Tắt hệ thống"),
    "obligations": lambda: say("Việc định kỳ"),
    "changes": lambda: say("Báo thay đổi đầu mối"),
    "keys": lambda: say("Khóa ký của các đơn vị"),
    "change_requests": lambda: say("Đề nghị thay đổi cấu hình"),
    "security_reviews": lambda: say("Kiểm tra an toàn thông tin"),
    "access": lambda: say("Điều kiện truy cập"),
    "security_levels": lambda: say("Cấp độ an toàn hệ thống"),
}


def search() -> str:
    return say("Tìm trong danh sách (không cần dấu)")


def table_of(title: str) -> str:
    return say("Danh sách: {title}", title=title)


def count(shown: int, whole: int) -> str:
    if shown == whole:
        return say_count("{n} mục", whole)
    return say_count("{n} mục, đang hiện {shown}", whole, shown=shown)


def new() -> str:
    return say("Thêm mới")


def save() -> str:
    return say("Lưu")


def discard() -> str:
    return say("Bỏ sửa")


def remove() -> str:
    return say("Xóa…")


def history() -> str:
    return say("Các lần sửa…")


def reason() -> str:
    return say("Lý do (ghi vào lịch sử sửa)")


def versions_title() -> str:
    return say("Các lần sửa")


def version_line(number: int, time: str, person: str, reason: str) -> str:
    line = say("Bản {number} · {time} · {person}", number=number, time=time, person=person)
    return f"{line}\n{reason}" if reason else line


def version_removed() -> str:
    return say("Mục bị xóa khỏi danh sách.")


def nothing_changed() -> str:
    return say("Không có gì thay đổi so với bản trước.")


def field_changed(title: str, old: str, new: str) -> str:
    if not old:
        return say("{title}: {new}", title=title, new=new)
    return say("{title}: {old} → {new}", title=title, old=old, new=new or "–")


def take_version() -> str:
    return say("Đưa bản này vào để lưu lại")


def version_taken(number: int) -> str:
    return say("Nội dung của bản {number} đang ở trong các ô; bấm Lưu để dùng lại bản này.", number=number)


def close() -> str:
    return say("Đóng")


def bring_back(name: str) -> str:
    return say("Hoàn tác xóa “{name}”", name=name)


def import_list() -> str:
    return say("Nhập từ tệp…")


def export_list() -> str:
    return say("Xuất ra tệp…")


def sheet_files() -> str:
    return say("Bảng danh sách (*.xlsx *.csv)")


def sheet_kinds() -> tuple[str, str]:
    return say("Excel (*.xlsx)"), say("CSV (*.csv)")


def import_question(name: str) -> tuple[str, str, str]:
    """Returns title, text and answer of the question before a list is taken from a file."""
    return (
        say("Nhập danh sách từ tệp?"),
        say(
            "Các dòng trong “{name}” sẽ được thêm vào danh sách hoặc thay cho mục cùng mã, cùng tên. Nếu có dòng sai"
            " thì không nhận dòng nào và từng chỗ sai được chỉ rõ.",
            name=name,
        ),
        say("Nhập"),
    )


def choose_one() -> str:
    return say("Chọn một dòng trong danh sách")


def heading_new() -> str:
    return say("Mục mới")


def needed(title: str) -> str:
    return say("Cần điền: {title}.", title=title)


def own_parent() -> str:
    return say("Điểm cầu không thể là cấp trên của chính nó.")


def day_pattern() -> str:
    return say("ngày/tháng/năm")


def bad_day(title: str) -> str:
    return say("{title}: ngày phải có dạng ngày/tháng/năm, ví dụ 24/11/2026.", title=title)


def bad_address(title: str) -> str:
    return say("{title}: có địa chỉ không đúng; nhiều địa chỉ thì viết cách nhau bằng dấu phẩy.", title=title)


def bad_number(title: str) -> str:
    return say("{title}: phải là số nguyên không âm.", title=title)


def changed_meanwhile(person: str, time: str) -> str:
    return say("▲ {person} vừa sửa mục này lúc {time}. Bấm Bỏ sửa để xem bản mới.", person=person, time=time)


def remove_question(name: str) -> tuple[str, str, str]:
    """Returns title, text and answer of the question before something is removed."""
    return (
        say("Xóa khỏi danh sách?"),
        say("“{name}” sẽ không còn trong danh sách. Các lần sửa trước vẫn được giữ và có thể khôi phục.", name=name),
        say("Xóa"),
    )
