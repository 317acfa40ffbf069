"""The words of pages that know more than their columns: house rules, power, shutting down, recurring duties."""

from collections.abc import Callable, Sequence

from console.regulation.after import Period, PeriodicKind, ReportKind
from widgets.phrases.language import say, say_count


def print_rules() -> str:
    return say("Bản in nội quy (PDF)…")


def choose_rules() -> str:
    return say("Chọn một nội quy đã lưu trong danh sách để in.")


def rules_twice() -> str:
    return say("Phòng này đã có nội quy; hãy sửa nội quy đã có.")


def power_reminder(overdue: Sequence[str], count: int, each: Sequence[str], count_each: int) -> str:
    """Returns what has to be looked at: what is overdue, and what is looked at before each meeting."""
    lines: list[str] = []
    if count:
        lines.append(say_count("▲ {n} mục đã đến hạn kiểm tra: {names}", count, names=_named(overdue, count)))
    if count_each:
        lines.append(
            say_count("Trước mỗi cuộc họp kiểm tra {n} mục: {names}", count_each, names=_named(each, count_each))
        )
    return "\n".join(lines)


def _named(names: Sequence[str], count: int) -> str:
    return ", ".join(names) + (", …" if count > len(names) else "")


def session_choice() -> str:
    return say("Phiên họp vừa kết thúc")


def step_order(titles: Sequence[str]) -> str:
    return say("Thứ tự theo quy định: {steps}.", steps=" → ".join(titles))


def step_out_of_order(after: str, before: str) -> str:
    return say("“{after}” chỉ được làm sau “{before}”.", after=after, before=before)


def who_did_it() -> str:
    return say("Cần điền người thực hiện.")


def done_when_and_by_whom() -> str:
    return say("Cần điền ngày thực hiện và người thực hiện.")


def duty(what: ReportKind | PeriodicKind, every: Period | None, year: int, last_day: str) -> str:
    """Returns a recurring duty with its period; `last_day` ends the period, as people write days."""
    word = DUTIES[what]()
    if every is Period.HALF_YEAR:
        return say("{duty}, 6 tháng đến {day}", duty=word, day=last_day)
    return say("{duty}, năm {year}", duty=word, year=year) if every is not None else word


DUTIES: dict[ReportKind | PeriodicKind, Callable[[], str]] = {
    ReportKind.MEETINGS: lambda: say("Thống kê cuộc họp trực tuyến"),
    ReportKind.USE: lambda: say("Báo cáo quản lý, vận hành, sử dụng hệ thống"),
    ReportKind.EFFECTIVENESS: lambda: say("Báo cáo đánh giá hiệu quả"),
    ReportKind.TO_PROVINCE: lambda: say("Báo cáo Ủy ban nhân dân tỉnh"),
    PeriodicKind.TRAINING: lambda: say("Tập huấn cán bộ vận hành"),
    PeriodicKind.MAINTENANCE_PLAN: lambda: say("Kế hoạch bảo trì, bảo dưỡng"),
    PeriodicKind.SYSTEM_CHECK: lambda: say("Kiểm tra định kỳ hệ thống"),
    PeriodicKind.SECURITY_CHECK: lambda: say("Kiểm tra, đánh giá an toàn thông tin"),
    PeriodicKind.SITE_INSPECTION: lambda: say("Kiểm tra tại các điểm cầu"),
    PeriodicKind.REVIEW: lambda: say("Tổng hợp ý kiến, đề xuất nâng cấp"),
    PeriodicKind.DAMAGE_REVIEW: lambda: say("Rà soát thiết bị hư hỏng"),
    PeriodicKind.BUDGET: lambda: say("Lập dự toán kinh phí"),
    PeriodicKind.CLEANING: lambda: say("Vệ sinh thiết bị"),
}
