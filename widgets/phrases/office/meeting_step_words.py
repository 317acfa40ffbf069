"""The words of a meeting's progress: its steps, who took them, what is still to be said before the next."""

from widgets.phrases.language import say


def steps_table() -> str:
    return say("Các bước đã thực hiện")


def step_columns() -> tuple[str, ...]:
    return (say("Bước"), say("Lúc"), say("Người thực hiện"), say("Hạn"), say("Lý do, ý kiến"))


def late_word() -> str:
    return say("quá hạn")


def next_steps() -> str:
    return say("Bước tiếp theo")


def no_next_step() -> str:
    return say("Hồ sơ đã kết thúc, không còn bước nào.")


def step_person() -> str:
    return say("Người thực hiện")


def step_reason() -> str:
    return say("Lý do hoặc ý kiến")


def late_reason(due: str) -> str:
    return say("Đã quá hạn ({due}): ghi lý do chậm", due=due)


def step_moment() -> str:
    return say("Thực hiện lúc")


def new_start() -> str:
    return say("Giờ mới: từ")


def new_end() -> str:
    return say("Giờ mới: đến")


def save_first() -> str:
    return say("Hãy lưu phiếu trước khi chuyển bước.")


def rescheduled_from(start: str) -> str:
    return say("lịch trước: {start}", start=start)


def step_channel() -> str:
    return say("Trả lời bằng")
