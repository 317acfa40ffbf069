"""The call list of a meeting as a printed page: whom to tell, their telephone, by when; room to note who was reached.

Rule: what was done stands there, what is left is a line to write on, so that the paper goes on where the screen stops.
"""

from collections.abc import Callable, Mapping, Sequence

from console.office.meeting import Meeting
from console.office.notice import Notice, Wanted
from console.office.typed_times import shown_moment
from console.records.form_parts import signing
from console.records.form_times import span_words
from console.records.page_model import Align, Column, Document, FormField, FormLine, Signatures, Table, Title

COLUMNS = (
    Column(title="STT", share=2, align=Align.CENTRE),
    Column(title="Bên được báo", share=7),
    Column(title="Người nhận", share=10),
    Column(title="Điện thoại", share=6),
    Column(title="Cách báo", share=5),
    Column(title="Hạn", share=6),
    Column(title="Đã báo lúc, người báo", share=8),
    Column(title="Xác nhận", share=6),
)


def call_list(
    meeting: Meeting,
    wanted: Sequence[Wanted],
    notices: Mapping[str, Notice],
    party_word: Callable[[str], str],
    channel_word: Callable[[str], str],
    foot: str = "",
) -> Document:
    """Returns the page; `party_word` and `channel_word` say a party and a channel as the province does."""
    rows = tuple(
        (
            str(number),
            _capital(party_word(each.party.value)),
            each.recipient,
            each.phone,
            _channel(each, notices.get(each.id), channel_word),
            "" if each.due_ms is None else shown_moment(each.due_ms),
            *_done(notices.get(each.id)),
        )
        for number, each in enumerate(wanted, start=1)
    )
    time = "" if meeting.start_ms is None else span_words(meeting.start_ms, meeting.end_ms)
    return Document(
        title="Danh sách thông báo cuộc họp",
        blocks=(
            Title(text="DANH SÁCH THÔNG BÁO CUỘC HỌP"),
            FormLine(fields=(FormField(label="Nội dung cuộc họp", text=meeting.subject),)),
            FormLine(
                fields=(
                    FormField(label="Thời gian", text=time, share=2),
                    FormField(label="Địa điểm", text=meeting.venue),
                )
            ),
            FormLine(
                fields=(
                    FormField(label="Đơn vị chủ trì", text=meeting.host_unit, share=2),
                    FormField(label="Cán bộ kỹ thuật", text=_join(meeting.technician, meeting.technician_phone)),
                )
            ),
            Table(columns=COLUMNS, rows=rows, dense=True, when_empty="Quy chế không yêu cầu báo cho bên nào."),
            Signatures(places=(signing("", ""), signing("Người thông báo", "(Ký, ghi rõ họ tên)"))),
        ),
        foot=foot,
        landscape=True,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _channel(wanted: Wanted, notice: Notice | None, channel_word: Callable[[str], str]) -> str:
    if notice is not None and notice.channel:
        return channel_word(notice.channel)
    return ", ".join(map(channel_word, wanted.channels))


def _done(notice: Notice | None) -> tuple[str, str]:
    if notice is None or notice.sent_ms is None:
        return "", ""
    sent = f"{shown_moment(notice.sent_ms)}, {notice.sent_by}"
    seen = "" if notice.acknowledged_ms is None else f"{shown_moment(notice.acknowledged_ms)}, {notice.acknowledged_by}"
    return sent, seen
