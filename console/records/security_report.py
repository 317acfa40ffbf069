"""The report of an information system's security by level: the approved level, the checks and the events of a period.

Rule: one page: of long lists the newest stand there and the others are counted. What the office did not note stays
empty; events are counted as the register has them. Sources: Decree 85/2016/NĐ-CP; Đồng Nai articles 8.1 and 14.10; Bắc
Kạn article 9; Bình Định article 6.7.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from console.office.security_events import SecurityMatter
from console.office.security_registers import Level, ReviewKind, SecurityLevel, SecurityReview
from console.office.security_rows import SecurityRow, is_unapproved
from console.records import form_times
from console.records.form_parts import LEADER, letterhead, signing, two_signatures
from console.records.ledger_page import ReportHead
from console.records.moments import Fact
from console.records.page_model import Align, Column, Document, Heading, Row, Table, Title

TITLE = "BÁO CÁO BẢO ĐẢM AN TOÀN HỆ THỐNG THÔNG TIN THEO CẤP ĐỘ"
MOST_LEVELS: Final = 2
MOST_ROWS: Final = 4
"""Of levels and checks together; so many fit on the page in their longest form, with every kind of event."""
MOST_LETTERS: Final = 64
"""Of a text in a cell; a longer one is cut at a word."""
LEVELS = (
    Column(title="Hệ thống thông tin", share=26),
    Column(title="Cấp độ", share=11, align=Align.CENTRE),
    Column(title="Chủ quản; vận hành", share=23),
    Column(title="Phê duyệt", share=26),
    Column(title="Rà soát lại", share=14, align=Align.CENTRE),
)
REVIEWS = (
    Column(title="Ngày", share=14, align=Align.CENTRE),
    Column(title="Hình thức; đơn vị", share=25),
    Column(title="Điểm yếu", share=33),
    Column(title="Khắc phục", share=28),
)
EVENTS = (
    Column(title="Loại sự kiện", share=52),
    Column(title="Số lần", share=16, align=Align.CENTRE, counts=True),
    Column(title="Gần nhất", share=32, align=Align.CENTRE),
)
KINDS: Final = {
    ReviewKind.PERIODIC: "Định kỳ",
    ReviewKind.AD_HOC: "Đột xuất",
    ReviewKind.WITH_POLICE: "Phối hợp với Công an",
    ReviewKind.AFTER_UPGRADE: "Sau nâng cấp, sửa chữa",
}
MATTERS: Final = {
    SecurityMatter.UNEXPECTED_JOIN: "Xin vào họp ngoài dự kiến",
    SecurityMatter.REVOKED_CREDENTIAL: "Dùng quyền kết nối đã thu hồi",
    SecurityMatter.STORM: "Kết nối dồn dập tới cổng báo hiệu",
    SecurityMatter.MISCONDUCT: "Điểm cầu gây hại, bị tạm ngắt hoặc tạm hoãn",
    SecurityMatter.CLOCK_JUMP: "Đồng hồ máy bị chỉnh hoặc nhảy",
    SecurityMatter.CHAIN_BREAK: "Nhật ký hoặc sổ điện tử không còn nguyên vẹn",
    SecurityMatter.FAILED_LOGIN: "Đăng nhập sai",
    SecurityMatter.ACCOUNT: "Tạo, thay đổi, sử dụng tài khoản",
    SecurityMatter.CREDENTIALS: "Cấp, thu hồi quyền kết nối",
    SecurityMatter.CONFIGURATION: "Thay đổi cấu hình",
}


class SecurityReport(Fact):
    """What the report is made from; `events` are those of the period, the newest first."""

    levels: tuple[SecurityLevel, ...] = ()
    reviews: tuple[SecurityReview, ...] = ()
    """Of the period, and older ones with weak points that are not mended; the newest first."""
    events: tuple[SecurityRow, ...] = ()


def reviews_to_report(reviews: Sequence[SecurityReview], first: str, last: str) -> tuple[SecurityReview, ...]:
    """Returns checks of a period (ISO days, both counted in), and older ones whose weak points stand open."""
    wanted = [
        each
        for each in reviews
        if first <= each.day <= last or (each.day < first and each.weak_points and not each.fixed_on)
    ]
    return tuple(sorted(wanted, key=lambda each: each.day, reverse=True))


def security_document(report: SecurityReport, head: ReportHead) -> Document:
    """Returns the report's one page."""
    most_reviews = MOST_ROWS - min(len(report.levels), MOST_LEVELS)
    return Document(
        title=TITLE.capitalize(),
        blocks=(
            letterhead(head.issuer, head.place, head.made_ms),
            Title(text=TITLE, under=f"Kỳ báo cáo: {head.period}" if head.period else ""),
            Heading(text="1. Cấp độ an toàn được phê duyệt (Nghị định số 85/2016/NĐ-CP)"),
            _table(LEVELS, [_level(each) for each in report.levels], MOST_LEVELS, "Chưa ghi nhận cấp độ nào."),
            Heading(text="2. Kiểm tra, đánh giá an toàn thông tin trong kỳ và điểm yếu còn tồn tại"),
            _table(REVIEWS, [_review(each) for each in report.reviews], most_reviews, "Không có lần kiểm tra nào."),
            Heading(text="3. Sự kiện an toàn thông tin do hệ thống ghi nhận trong kỳ"),
            _table(EVENTS, _counted(report.events), len(MATTERS), "Không có sự kiện nào."),
            two_signatures(signing("Người lập", "(Ký, ghi rõ họ tên)"), LEADER),
        ),
        foot="Sự kiện lấy từ sổ điện tử có chuỗi mã băm của hệ thống",
    )


def data_of(report: SecurityReport) -> dict[str, object]:
    """Returns the report for programs: levels and checks as they are kept, events as counts by matter."""
    counts = Counter(row.matter.value for row in report.events)
    return {"levels": report.levels, "reviews": report.reviews, "events": dict(counts)}


def _table(columns: tuple[Column, ...], rows: list[tuple[str, ...]], most: int, empty: str) -> Table:
    """Returns a table of at most so many rows, and how many are left out."""
    shown: list[tuple[str, ...] | Row] = list(rows[:most])
    if len(rows) > most:
        shown.append(Row(cells=(f"… và {len(rows) - most} dòng khác trong sổ",), bold=False, spans=(len(columns),)))
    return Table(columns=columns, rows=tuple(shown), dense=True, when_empty=empty)


def _level(level: SecurityLevel) -> tuple[str, ...]:
    told = "chưa phê duyệt" if level.level is Level.NONE_YET else f"Cấp độ {level.level.value}"
    system = f"{level.system} (mạng: {level.network})" if level.network else level.system
    approved = _joined(level.approved_by, level.paper, _day(level.approved_on))
    return (_brief(system), told, _joined(level.owner, level.operator), approved, _day(level.review_on))


def _review(review: SecurityReview) -> tuple[str, ...]:
    weak = [line.strip() for line in review.weak_points.splitlines() if line.strip()]
    found = f"{len(weak)} điểm: {'; '.join(weak)}" if weak else "Không phát hiện"
    done = f"xong ngày {_day(review.fixed_on)}" if review.fixed_on else ""
    due = f"hạn {_day(review.fix_until)}" if review.fix_until else ""
    state = (done or due or "CHƯA KHẮC PHỤC") if weak else ""
    who = _joined(KINDS[review.review_kind], review.done_by)
    return (_day(review.day), who, _brief(found), _joined(state, review.follow_up))


def _counted(events: Sequence[SecurityRow]) -> list[tuple[str, ...]]:
    """Returns a row for each matter that came up, in the order of their weight."""
    newest: dict[SecurityMatter, int] = {}
    for row in events:
        newest[row.matter] = max(newest.get(row.matter, 0), row.wall_ms)
    counts, alone = Counter(row.matter for row in events), sum(1 for row in events if is_unapproved(row))
    unapproved = f" ({alone} lần chưa được đồng ý)" if alone else ""
    return [
        (
            told + (unapproved if matter is SecurityMatter.CONFIGURATION else ""),
            str(counts[matter]),
            f"{form_times.short_time(newest[matter])} {form_times.short_day(newest[matter])}",
        )
        for matter, told in MATTERS.items()
        if matter in newest
    ]


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _joined(*texts: str) -> str:
    return _brief("; ".join(text for text in texts if text))


def _brief(text: str) -> str:
    """Returns a text in one line, cut at a word where it is too long for one page."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_LETTERS else f"{line[:MOST_LETTERS].rsplit(' ', 1)[0]}…"
