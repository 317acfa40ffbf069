"""The words of the window of the technical check."""

from widgets.phrases.language import say, say_count


def title() -> str:
    return say("Kiểm tra kỹ thuật, tổng duyệt")


def site_table() -> str:
    return say("Kết quả từng điểm cầu")


def item_table() -> str:
    return say("Các mục của điểm cầu đang chọn")


def heads() -> tuple[str, ...]:
    """Returns the heads of the columns of the sites' table."""
    return (
        say("Điểm cầu"),
        say("Kết quả"),
        say("Hình ảnh"),
        say("Tiếng đi · về"),
        say("Micro"),
        say("Triệt vọng"),
        say("Mất gói"),
        say("Trễ · jitter"),
        say("Băng thông"),
        say("Góc quay"),
        say("Người kiểm tra"),
    )


def item_heads() -> tuple[str, ...]:
    """Returns the heads of the columns of one site's items."""
    return say("Mục kiểm tra"), say("Kết quả"), say("Người kiểm tra")


def unknown() -> str:
    return say("chưa rõ")


def not_applicable() -> str:
    return say("không có")


def clear() -> str:
    return say("rõ")


def right_place() -> str:
    return say("đúng")


def bridge() -> str:
    return say("hệ thống đo")


def no_session() -> str:
    return say(
        "Chưa có phiên nào. Hãy bắt đầu một phiên kiểm tra hoặc tổng duyệt (Ctrl+N) rồi mời các điểm cầu kết nối."
    )


def not_allowed_now() -> str:
    return say("Cuộc họp chính thức đã bắt đầu: chỉ ghi kết quả bằng tay, không đo nữa.")


def counted(passed: int, sites: int) -> str:
    return say("{passed}/{sites} đạt", passed=passed, sites=sites)


def count_remarks(count: int) -> str:
    return say_count("{n} có lưu ý", count)


def count_failed(count: int) -> str:
    return say_count("{n} không đạt", count)


def count_measuring(count: int) -> str:
    return say_count("{n} đang đo", count)


def count_open(count: int) -> str:
    return say_count("{n} chưa kiểm tra", count)


def names(what: str, sites: str) -> str:
    return say("{what}: {sites}", what=what, sites=sites)


def and_more(count: int) -> str:
    return say("và {n} điểm cầu khác", n=count)


def closed(person: str, time: str) -> str:
    return say("Đã chốt lúc {time}, {person}", time=time, person=person)


def no_site() -> str:
    return say("Chưa chọn điểm cầu")


def person_label() -> str:
    return say("Người kiểm tra (họ tên)")


def remark_label() -> str:
    return say("Ghi chú cho mục")


def run_tier() -> str:
    return say("Đo cả cụm này")


ACTS = {
    "run-site": lambda: say("Đo điểm cầu này"),
    "run-failed": lambda: say("Đo lại mục chưa đạt"),
    "run-speaking": lambda: say("Đo điểm cầu phát biểu"),
    "run-all": lambda: say("Đo tất cả"),
    "stop": lambda: say("Dừng đo"),
    "tick-ok": lambda: say("Đạt"),
    "tick-fail": lambda: say("Không đạt"),
    "tick-none": lambda: say("Không áp dụng"),
    "freeze": lambda: say("Lấy làm thông số chuẩn"),
    "close-stage": lambda: say("Chốt, trình người chủ trì"),
    "next-open": lambda: say("Điểm cầu chưa đạt kế tiếp"),
}
"""What the buttons say, by the names of their actions."""
