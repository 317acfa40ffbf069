"""The words of what lies around a meeting: help, menu, first set-up, practice, export."""

from collections.abc import Callable

from widgets.phrases.language import say

ACT_TITLES: dict[str, Callable[[], str]] = {
    "help": lambda: say("Trợ giúp"),
    "menu": lambda: say("Bảng chọn của phiên"),
    "first-start": lambda: say("Thiết lập lần đầu…"),
    "practice": lambda: say("Mở cuộc họp tập…"),
    "headphones": lambda: say("Thiết bị tai nghe…"),
    "export": lambda: say("Xuất hồ sơ phiên…"),
    "records": lambda: say("Hồ sơ cuộc họp, danh bạ…"),
    "checks": lambda: say("Kiểm tra kỹ thuật, tổng duyệt…"),
    "support": lambda: say("Gói cho bộ phận hỗ trợ…"),
}

ACT_HINTS: dict[str, Callable[[], str]] = {
    "help": lambda: say("Mở trợ giúp: phím tắt, ý nghĩa các dấu hiệu, cách xử lý khi có việc"),
    "menu": lambda: say("Mở bảng chọn: phiên họp, mic, xuất hồ sơ, ngôn ngữ, trợ giúp"),
    "first-start": lambda: say("Đặt tên điểm cầu chính, thử thiết bị, nhập danh sách điểm cầu, mời điểm cầu đầu tiên"),
    "practice": lambda: say("Mở một cuộc họp giả lập trong cửa sổ khác; không ảnh hưởng đến cuộc họp thật"),
    "headphones": lambda: say("Chọn thiết bị phát tiếng nghe thử và tiếng báo; lần mở sau vẫn giữ"),
    "export": lambda: say("Xuất hồ sơ phiên gần nhất thành một tệp có chữ ký, để bàn giao"),
    "checks": lambda: say("Mở cửa sổ kiểm tra: đo từng điểm cầu, ghi kết quả, tổng hợp trình người chủ trì"),
    "support": lambda: say("Xem và lưu nhật ký chương trình, báo cáo sự cố cho người sửa chương trình"),
    "records": lambda: say("Mở cửa sổ hồ sơ: danh bạ, đăng ký, kiểm tra, biểu mẫu, việc định kỳ"),
}


def layouts_menu() -> str:
    return say("Bố cục chương trình")


def records_menu() -> str:
    return say("Ghi vào nhật ký")


def admission_menu() -> str:
    return say("Ai được vào họp")


def screens_menu() -> str:
    return say("Màn hình khác")


def program_menu() -> str:
    return say("Tập dượt, thiết lập, hỗ trợ")


def display_menu() -> str:
    return say("Hiển thị")
