"""The words around the reason why the meeting cannot be opened."""

from widgets.phrases.language import say


def heading() -> str:
    return say("Chưa mở được cuộc họp")


def advice() -> str:
    return say("Sửa xong thì bấm “Thử lại”. Nhật ký và danh sách điểm cầu vẫn nguyên trong thư mục dữ liệu.")


def again() -> str:
    return say("Thử lại")


def close_window() -> str:
    return say("Đóng cửa sổ")
