"""The schedule of meetings as a printed page, to be sent to every unit (Đồng Nai, article 14 clause 3)."""

from collections.abc import Callable, Sequence

from console.office.meeting import Meeting
from console.office.typed_times import shown_clock, shown_day
from console.records.page_model import Align, Column, Document, Table, Title

COLUMNS = (
    Column(title="Ngày", share=5, align=Align.CENTRE),
    Column(title="Giờ", share=5, align=Align.CENTRE),
    Column(title="Nội dung cuộc họp", share=14),
    Column(title="Đơn vị chủ trì", share=8),
    Column(title="Địa điểm", share=8),
    Column(title="Số điểm cầu", share=4, align=Align.CENTRE),
    Column(title="Trạng thái", share=6),
)


def schedule_page(meetings: Sequence[Meeting], period: str, step_word: Callable[[Meeting], str]) -> Document:
    """Returns the page of meetings in their order; `period` stands under the title."""
    rows = tuple(
        (
            "" if meeting.start_ms is None else shown_day(meeting.start_ms),
            _hours(meeting),
            meeting.subject,
            meeting.host_unit,
            meeting.venue,
            str(len(meeting.sites) or ""),
            step_word(meeting),
        )
        for meeting in meetings
    )
    return Document(
        title="Lịch họp trực tuyến",
        blocks=(
            Title(text="LỊCH HỌP TRỰC TUYẾN", under=period),
            Table(columns=COLUMNS, rows=rows, dense=True, when_empty="Không có cuộc họp nào trong thời gian này."),
        ),
        landscape=True,
    )


def _hours(meeting: Meeting) -> str:
    if meeting.start_ms is None:
        return ""
    start = shown_clock(meeting.start_ms)
    return start if meeting.end_ms is None else f"{start} – {shown_clock(meeting.end_ms)}"
