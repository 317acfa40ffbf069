"""The minute by which recordings and documents of a meeting are handed over to its host.

Rule: it says until when the regulation wants it, and whether it was late. Sources: Bình Định article 12 clause 2, Đồng
Nai article 13 clause 3 (two working days each).
"""

from console.office.form_records import RecordingHandover
from console.records import form_times
from console.records.form_parts import letterhead, signing, two_signatures
from console.records.page_model import AnyBlock, Document, Facts, FormField, FormLine, Paragraph, Title
from console.records.session_form import FormHead

WRITING_LINES = 6
TITLE = "BIÊN BẢN BÀN GIAO TƯ LIỆU CUỘC HỌP TRỰC TUYẾN"


def handover_minutes(handover: RecordingHandover, head: FormHead) -> Document:
    """Returns the minute; what is not known yet is a line to write on."""
    return Document(
        title=f"{TITLE.capitalize()} — {handover.subject}",
        blocks=(
            letterhead((head.governing_body, head.agency), head.place, handover.handed_ms),
            Title(text=TITLE),
            FormLine(fields=(FormField(label="Cuộc họp", text=handover.subject or head.subject),)),
            FormLine(fields=(FormField(label="Bên nhận", text=handover.recipient or head.host_unit),)),
            FormLine(fields=(FormField(label="Phương tiện lưu trữ", text=handover.medium),)),
            Facts(
                pairs=(
                    ("Cuộc họp kết thúc", _moment(handover.ended_ms)),
                    ("Hạn bàn giao", _moment(handover.due_ms) or "quy định không nêu"),
                    ("Bàn giao lúc", _moment(handover.handed_ms) or "…"),
                    ("Số biên nhận", handover.receipt or "…"),
                )
            ),
            *(() if not handover.late else (Paragraph(text="Bàn giao sau hạn nêu trên."),)),
            Paragraph(text="Tư liệu bàn giao (tên, dung lượng, mã SHA-256):"),
            *_what(handover),
            two_signatures(
                signing("Bên giao", "(Ký, ghi rõ họ tên)", handover.given_by),
                signing("Bên nhận", "(Ký, ghi rõ họ tên)", handover.received_by),
            ),
        ),
    )


def _what(handover: RecordingHandover) -> tuple[AnyBlock, ...]:
    """Returns what is handed over, or numbered lines to write it on."""
    if handover.what:
        return tuple(Paragraph(text=line) for line in handover.what.splitlines())
    return tuple(FormLine(fields=(FormField(label=str(number)),)) for number in range(1, WRITING_LINES + 1))


def _moment(wall_ms: int | None) -> str:
    return "" if wall_ms is None else f"{form_times.short_time(wall_ms)} {form_times.long_day(wall_ms)}"
