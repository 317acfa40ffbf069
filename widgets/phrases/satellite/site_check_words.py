"""The words of the sheet with which a site's technician ticks the own part of the technical check."""

from widgets.phrases.language import say


def tool() -> str:
    return say("Tự kiểm tra")


def title() -> str:
    return say("Tự kiểm tra tại điểm cầu")


def text() -> str:
    return say("Điểm cầu chính tự đo hình, tiếng và đường truyền. Hãy xem tại phòng rồi chọn kết quả từng mục.")


def stage(when: str) -> str:
    return say("Đợt kiểm tra {when}", when=when)


def nothing() -> str:
    return say("Hiện không có đợt kiểm tra nào.")


def person() -> str:
    return say("Người kiểm tra (họ tên)")


def remark() -> str:
    return say("Ghi chú cho mục chọn tiếp theo")


def answer(item: str, result: str) -> str:
    return say("{item}: {result}", item=item, result=result)
