"""The words of the office window itself: groups of pages, what was written, what was refused."""

from collections.abc import Callable

from console.office.record import RecordFault, RecordsRefused
from widgets.phrases.language import say, say_count


def window_title() -> str:
    return say("Hồ sơ")


def page_list() -> str:
    return say("Danh sách các trang hồ sơ")


GROUPS: dict[str, Callable[[], str]] = {
    "directory": lambda: say("Danh bạ"),
    "before": lambda: say("Trước cuộc họp"),
    "during": lambda: say("Trong cuộc họp"),
    "after": lambda: say("Sau cuộc họp"),
    "recurring": lambda: say("Định kỳ"),
    "security": lambda: say("An toàn thông tin"),
}


def written(count: int) -> str:
    if count == 0:
        return say("Không có gì thay đổi.")
    return say_count("Đã lưu {n} mục.", count)


def refused(why: RecordsRefused) -> str:
    """Returns why records were not taken."""
    return _REFUSED[why.fault](why)


_REFUSED: dict[RecordFault, Callable[[RecordsRefused], str]] = {
    RecordFault.CHANGED_MEANWHILE: lambda why: say(
        "Chưa lưu: mục này vừa được người khác sửa. Hãy mở lại mục, xem bản mới rồi sửa tiếp."
    ),
    RecordFault.NOT_THERE: lambda why: say("Mục này không còn trong sổ; có thể người khác vừa xóa."),
    RecordFault.BAD_FORM: lambda why: say("Chưa lưu: có ô để trống, quá dài hoặc sai dạng ({why}).", why=why.why),
    RecordFault.TOO_MANY_WAIT: lambda why: say("Sổ đang bận; việc vừa yêu cầu chưa được thực hiện. Hãy thử lại sau."),
}


def leave_unsaved() -> tuple[str, str, str]:
    """Returns title, question and answer for leaving what is not saved."""
    return (
        say("Bỏ phần chưa lưu?"),
        say("Trang này có nội dung đã nhập nhưng chưa lưu."),
        say("Bỏ phần chưa lưu"),
    )
