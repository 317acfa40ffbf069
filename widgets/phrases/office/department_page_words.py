"""The words of the department's page: what was handed in, who has not, and what became of the last delivery."""

from widgets.phrases.language import say, say_count


def title() -> str:
    return say("Tiếp nhận gói bàn giao")


def keys_title() -> str:
    return say("Khóa ký của các đơn vị")


def no_fingerprint() -> str:
    return say("Vân tay khóa phải gồm 64 chữ số thập lục phân như ghi trong văn bản đăng ký.")


def take_folder() -> str:
    return say("Nhận từ USB hoặc thư mục…")


def take_files() -> str:
    return say("Nhận các tệp gói…")


def write_report() -> str:
    return say("Lập báo cáo kỳ này…")


def report_files() -> list[str]:
    """Returns the kinds of file that a report can be."""
    return [
        say("Bảng tính (*.xlsx)"),
        say("Tệp PDF (*.pdf)"),
        say("Văn bản sửa được (*.docx)"),
        say("Bảng phân cách bằng dấu chấm phẩy (*.csv)"),
    ]


def give_receipts() -> str:
    return say("Lập biên nhận…")


def choose_folder() -> str:
    return say("Chọn USB hoặc thư mục có gói bàn giao")


def choose_files() -> str:
    return say("Chọn các gói bàn giao")


def package_files() -> str:
    return say("Gói bàn giao (*.zip)")


def choose_receipts() -> str:
    return say("Chọn nơi đặt biên nhận")


def being_taken() -> str:
    return say("Đang kiểm tra và nhận các gói…")


def handed_in(count: int) -> str:
    return say_count("Đã nộp: {n} phiên", count)


def silent(count: int) -> str:
    return say_count("Chưa nộp gì: {n} đơn vị", count)


def delivery() -> str:
    return say("Lần nhận vừa rồi")


def nothing_yet() -> str:
    return say("Chưa nhận lần nào từ khi mở cửa sổ này.")


def receipts_written() -> str:
    return say("Biên nhận")


PERIODS = {
    "half_year": lambda: say("Kỳ 6 tháng hiện tại"),
    "year": lambda: say("Năm hiện tại"),
    "all": lambda: say("Tất cả"),
}


def period() -> str:
    return say("Kỳ báo cáo")


def columns() -> tuple[str, ...]:
    """Returns what stands over the table of packages."""
    return (
        say("Ngày họp"),
        say("Đơn vị nộp"),
        say("Nội dung cuộc họp"),
        say("Điểm cầu"),
        say("Sự kiện"),
        say("Ngày nhận"),
        say("Người nhận"),
        say("Tình trạng"),
    )


def state(*, ended: bool) -> str:
    return say("đầy đủ") if ended else say("chưa kết thúc khi lập gói")


def days(first: str, last: str) -> str:
    return say("từ {first} đến {last}", first=first, last=last)
