"""Phụ lục III and the statistics of a period as pages.

Rule: the ledger's columns and title are the regulation's; the statistics are a sheet of their own behind it. Source:
Bình Định annex III and article 16.
"""

from collections.abc import Iterable

from console.records import form_times
from console.records.form_parts import LEADER, letterhead, signing, two_signatures
from console.records.incident_words import category_words
from console.records.ledger import Counts, Ledger, LedgerRow, SiteCounts, Statistics
from console.records.moments import Fact
from console.records.page_model import (
    Align,
    AnyBlock,
    Column,
    Document,
    Facts,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    Table,
    Title,
)

TITLE = "SỔ THEO DÕI, THỐNG KÊ SỐ LƯỢNG CUỘC HỌP TRÊN HỆ THỐNG, THIẾT BỊ HỌP TRỰC TUYẾN"
STATISTICS_TITLE = "THỐNG KÊ HỌP TRỰC TUYẾN"
BLANK_ROWS = 12
COLUMNS = (
    Column(title="STT", share=6, align=Align.CENTRE),
    Column(title="Nội dung cuộc họp", share=24),
    Column(title="Thời gian", share=13, align=Align.CENTRE),
    Column(title="Điểm cầu chính", share=15),
    Column(title="Các điểm cầu phụ", share=26),
    Column(title="Tổng số lượng người tham dự", share=10, align=Align.CENTRE, counts=True),
    Column(title="Ghi chú sự cố (nếu có)", share=24),
)
SINGLE_NAMES = 12
"""Up to so many satellites are named in a row; of more the number is said, and the names stand below the table."""


class ReportHead(Fact):
    """Who reports, and for which period in words (`năm 2026`)."""

    issuer: tuple[str, ...] = ()
    place: str = ""
    made_ms: int | None = None
    period: str = ""


def ledger_document(ledger: Ledger, head: ReportHead) -> Document:
    """Returns the ledger with its sums; each site's statistics follow on a sheet of their own."""
    rows = [_row(row) for row in ledger.rows]
    table = Table(
        columns=COLUMNS, rows=(*rows, _totals(ledger.statistics.total)) if rows else (), dense=True, when_empty=_NONE
    )
    return Document(
        title=TITLE.capitalize(),
        blocks=(
            letterhead(head.issuer, head.place, head.made_ms),
            Title(text=TITLE),
            _period_line(ledger.statistics, head),
            table,
            *_names(ledger.rows),
            two_signatures(signing("Người lập", "(Ký, ghi rõ họ tên)"), LEADER),
            PageEnd(),
            *_statistics(ledger.statistics),
        ),
        foot="Mẫu Phụ lục III",
        landscape=True,
    )


def _period_line(statistics: Statistics, head: ReportHead) -> Paragraph:
    told = head.period or _period(statistics)
    return Paragraph(text=f"(Kỳ báo cáo: {told})", italic=True, align=Align.CENTRE)


def statistics_document(ledger: Ledger, head: ReportHead) -> Document:
    """Returns the statistics alone."""
    return Document(
        title=STATISTICS_TITLE.capitalize(),
        blocks=(
            letterhead(head.issuer, head.place, head.made_ms),
            Title(text=STATISTICS_TITLE, under=head.period or _period(ledger.statistics)),
            *_statistics(ledger.statistics),
            two_signatures(signing("Người lập", "(Ký, ghi rõ họ tên)"), LEADER),
        ),
        landscape=True,
    )


def blank_ledger(issuer: tuple[str, ...] = (), place: str = "") -> Document:
    """Returns the ledger to be filled in by hand."""
    rows = tuple((str(number), "\n\n", "", "", "", "", "") for number in range(1, BLANK_ROWS + 1))
    return Document(
        title=TITLE.capitalize(),
        blocks=(letterhead(issuer, place, None), Title(text=TITLE), Table(columns=COLUMNS, rows=rows)),
        foot="Mẫu Phụ lục III",
        landscape=True,
    )


_NONE = "Không có cuộc họp chính thức nào trong kỳ."


def _period(statistics: Statistics) -> str:
    return f"từ {form_times.short_day(statistics.from_ms)} đến {form_times.short_day(statistics.until_ms - 1)}"


def _row(row: LedgerRow) -> tuple[str, ...]:
    many = len(row.satellites) > SINGLE_NAMES
    return (
        str(row.number),
        row.subject,
        _time(row),
        row.main,
        f"{len(row.satellites)} điểm cầu (danh sách kèm theo)" if many else "; ".join(row.satellites),
        "" if row.attendees is None else str(row.attendees),
        row.incident_note,
    )


def _time(row: LedgerRow) -> str:
    begun, day = form_times.short_time(row.start_ms), form_times.short_day(row.start_ms)
    if row.end_ms is None:
        return f"{begun} {day}"
    ended, last_day = form_times.short_time(row.end_ms), form_times.short_day(row.end_ms)
    return f"{begun}–{ended}\n{day}" if day == last_day else f"{begun} {day} –\n{ended} {last_day}"


def _totals(total: Counts) -> Row:
    attendees = "" if total.attendees is None else str(total.attendees)
    told = f"Cộng: {total.meetings} cuộc họp, {total.endpoint_sessions} lượt điểm cầu"
    incidents = f"{total.with_incident} cuộc họp có sự cố, gián đoạn {minutes_words(total.interrupted_ms)}"
    return Row(cells=("", told, attendees, incidents), spans=(1, 4, 1, 1))


def _names(rows: Iterable[LedgerRow]) -> Iterable[AnyBlock]:
    for row in rows:
        if len(row.satellites) > SINGLE_NAMES:
            yield Paragraph(
                text=f"Các điểm cầu phụ của cuộc họp số {row.number}: {'; '.join(row.satellites)}.", italic=True
            )


def minutes_words(took_ms: int) -> str:
    """Returns a length in minutes with one decimal, as reports sum them."""
    return f"{took_ms / 60_000:.1f} phút".replace(".", ",")


# ---------------------------------------------------------------- the statistics


def _statistics(statistics: Statistics) -> Iterable[AnyBlock]:
    total = statistics.total
    yield Heading(text=f"Tổng hợp {_period(statistics)}")
    yield Facts(
        pairs=(
            ("Số cuộc họp chính thức", str(total.meetings)),
            ("Lượt điểm cầu", str(total.endpoint_sessions)),
            ("Lượt người tham dự", "không có số liệu" if total.attendees is None else str(total.attendees)),
            ("Cuộc họp có sự cố", str(total.with_incident)),
            ("Thời gian gián đoạn (cộng các điểm cầu)", minutes_words(total.interrupted_ms)),
            ("Phiên kiểm tra, tổng duyệt (không tính)", str(statistics.left_out)),
        )
    )
    for title, name, groups in (
        ("Theo điểm cầu chính", "Điểm cầu chính", statistics.by_main),
        ("Theo đơn vị chủ trì", "Đơn vị chủ trì", statistics.by_host),
        ("Theo tháng", "Tháng", statistics.by_month),
    ):
        yield Heading(text=title)
        yield _group_table(name, groups)
    yield Heading(text="Theo điểm cầu")
    yield _site_table(statistics.sites)


def _group_table(name: str, groups: tuple[tuple[str, Counts], ...]) -> Table:
    columns = (
        Column(title=name, share=30),
        *(Column(title=title, share=12, align=Align.CENTRE, counts=True) for title in _COUNTED),
    )
    rows = tuple((_group_name(group), *_counted(counts)) for group, counts in groups)
    return Table(columns=columns, rows=rows, dense=True, when_empty=_NONE)


_COUNTED = ("Cuộc họp", "Lượt điểm cầu", "Người tham dự", "Có sự cố", "Gián đoạn")


def _group_name(name: str) -> str:
    year, dash, month = name.partition("-")
    if dash and year.isdigit() and month.isdigit():
        return f"{month}/{year}"
    return name or "(chưa ghi)"


def _counted(counts: Counts) -> tuple[str, ...]:
    return (
        str(counts.meetings),
        str(counts.endpoint_sessions),
        "" if counts.attendees is None else str(counts.attendees),
        str(counts.with_incident),
        minutes_words(counts.interrupted_ms),
    )


def _site_table(sites: tuple[SiteCounts, ...]) -> Table:
    return Table(
        columns=(
            Column(title="Điểm cầu", share=28),
            Column(title="Số phiên có tên", share=10, align=Align.CENTRE, counts=True),
            Column(title="Số phiên có mặt", share=10, align=Align.CENTRE, counts=True),
            Column(title="Thời gian kết nối", share=14, align=Align.CENTRE),
            Column(title="Số lần gián đoạn", share=10, align=Align.CENTRE, counts=True),
            Column(title="Thời gian gián đoạn", share=12, align=Align.CENTRE),
            Column(title="Sự cố theo loại", share=22),
        ),
        rows=tuple(_site_row(site) for site in sites),
        dense=True,
        when_empty=_NONE,
    )


def _site_row(site: SiteCounts) -> tuple[str, ...]:
    kinds = "; ".join(f"{category_words(kind) or 'việc khác'}: {count}" for kind, count in site.incidents.items())
    return (
        site.name,
        str(site.expected),
        str(site.joined),
        form_times.length_words(site.connected_ms),
        str(site.outages),
        minutes_words(site.interrupted_ms),
        kinds,
    )
