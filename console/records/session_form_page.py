"""Phụ lục II as pages: the form itself, and apart from it the technical sheet and the trace of corrections.

Rule: the form's words are the regulation's, letter for letter ("hư hỏng" in lower case too). What other provinces want
to know stands on a sheet of its own and is never mixed into the form. A blank form has lines to write on. Source: Bình
Định annex II; Thanh Hóa article 4; Đắk Lắk I.3 and II.1; Bình Định article 10.
"""

from collections.abc import Iterable, Mapping

from console.lines.line_quality import LineSummary
from console.office.form_records import DAMAGED, DEVICES, INCIDENT, NORMAL, Confirms, FormField, SiteRating
from console.records import form_times
from console.records.form_parts import LEADER, NOT_ENDED, TECHNICIAN, letterhead, seal, seal_foot, signing
from console.records.page_model import (
    Align,
    AnyBlock,
    AnyCell,
    Cell,
    CellLine,
    CheckBox,
    CheckLine,
    Column,
    Document,
    DottedLine,
    FormLine,
    Heading,
    PageEnd,
    Paragraph,
    Row,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.records.page_model import (
    FormField as Place,
)
from console.records.session_facts import SessionFacts
from console.records.session_form import Confirmed, FormSite, SessionForm, Trace
from console.records.technical_sheet import technical_sheet
from console.words import SiteId, SiteRole

TITLE = "NHẬT KÝ TRIỂN KHAI HỌP TRỰC TUYẾN"
BLANK_ROWS = 3
"""Rows of satellites on a blank form."""
DESCRIPTION_LINES = 3
"""Dotted lines for the description, as on the printed form."""
LABELS: Mapping[FormField, str] = {
    FormField.CAMERA: "Camera:",
    FormField.CONNECTOR: "Bộ kết nối:",
    FormField.MICROPHONE: "Micro:",
    FormField.ADAPTER_CABLE: "Adapter, dây cáp:",
    FormField.OTHER: "Khác:",
}
COLUMNS = (
    Column(title="STT", share=5, align=Align.CENTRE),
    Column(title="Điểm cầu", share=19),
    Column(title="Tình trạng", share=29),
    Column(title="Thiết bị", share=47),
)
_LABEL_SHARE = 1.35
METHODS = {"wet_signature": "ký trên bản giấy", "digital_signature": "ký số"}


def session_form_document(
    form: SessionForm,
    facts: SessionFacts | None = None,
    ratings: Mapping[SiteId, SiteRating] | None = None,
    lines: Mapping[SiteId, LineSummary] | None = None,
) -> Document:
    """Returns the form; with the session's facts the technical sheet follows, and the trace where one is."""
    sealed = seal(form.session, form.log_count, form.log_head, form.log_finding)
    unended = () if form.end_ms is not None else (Paragraph(text=NOT_ENDED, italic=True),)
    blocks: list[AnyBlock] = [*_form(form), *unended, sealed, _signatures(form)]
    if facts is not None:
        blocks += [PageEnd(), *technical_sheet(facts, ratings or {}, lines or {})]
    if form.trace:
        blocks += [PageEnd(), *_trace_sheet(form)]
    return Document(
        title=f"{TITLE} — {form.subject or form.session}",
        blocks=tuple(blocks),
        foot=seal_foot("Mẫu Phụ lục II", form.session, form.log_count, form.log_head),
        landscape=True,
    )


def blank_session_form(issuer: tuple[str, ...] = (), place: str = "", satellites: int = BLANK_ROWS) -> Document:
    """Returns the form to be filled in by hand, for when there is no computer."""
    rows = [_group("I", "Điểm cầu chính"), _blank_row("1"), _group("II", "Điểm cầu phụ")]
    rows += [_blank_row(str(number)) for number in range(1, satellites + 1)]
    return Document(
        title=TITLE,
        blocks=(
            letterhead(issuer, place, None),
            Title(text=TITLE),
            *_head("", "", ""),
            Table(columns=COLUMNS, rows=tuple(rows)),
            Signatures(places=(TECHNICIAN, LEADER), may_be_left_out=True),
        ),
        foot="Mẫu Phụ lục II",
        landscape=True,
    )


# ---------------------------------------------------------------- the form


def _form(form: SessionForm) -> Iterable[AnyBlock]:
    yield letterhead((form.governing_body, form.agency), form.place, form.end_ms or form.start_ms)
    yield Title(text=TITLE)
    yield from _head(form.subject, form_times.span_words(form.start_ms, form.end_ms), form.host_unit)
    yield Table(columns=COLUMNS, rows=tuple(_rows(form)))


def _head(subject: str, time: str, host_unit: str) -> Iterable[AnyBlock]:
    yield FormLine(fields=(Place(label="Nội dung cuộc họp", text=subject),))
    yield FormLine(
        fields=(
            Place(label="Thời gian tổ chức", text=time, share=4),
            Place(label="Đơn vị chủ trì", text=host_unit, share=3),
        )
    )


def _rows(form: SessionForm) -> Iterable[tuple[AnyCell, ...] | Row]:
    for number, title, main in (("I", "Điểm cầu chính", True), ("II", "Điểm cầu phụ", False)):
        yield _group(number, title)
        sites = (site for site in form.sites if (site.role is SiteRole.MAIN_ENDPOINT) is main)
        for count, site in enumerate(sites, start=1):
            yield (str(count), site.name, _status_cell(site), _device_cell(site))


def _group(number: str, title: str) -> Row:
    return Row(cells=(number, title, "", ""), keeps_with_next=True)


def _status_cell(site: FormSite) -> Cell:
    ticks = (
        CheckBox(text="Bình thường", ticked=site.status == NORMAL),
        CheckBox(text="Sự cố", ticked=site.status == INCIDENT),
    )
    told = site.incident_description
    lines: tuple[CellLine, ...] = (CheckLine(boxes=ticks),)
    if told:
        return Cell(lines=(*lines, f"Mô tả sự cố: {told}"))
    return Cell(lines=(*lines, *_dotted()))


def _dotted() -> tuple[DottedLine, ...]:
    return (DottedLine(label="Mô tả sự cố:"), *(DottedLine(),) * (DESCRIPTION_LINES - 1))


def _device_cell(site: FormSite) -> Cell:
    return Cell(lines=("Thiết bị:", *(_device_line(site, field) for field in DEVICES)))


def _device_line(site: FormSite, field: FormField) -> CheckLine:
    label = LABELS[field]
    if field is FormField.OTHER and site.other_label:
        label = f"Khác ({site.other_label}):"
    return _boxes(label, site.devices.get(field, ""))


def _boxes(label: str, condition: str) -> CheckLine:
    return CheckLine(
        label=label,
        label_share=_LABEL_SHARE,
        boxes=(
            CheckBox(text="Bình thường", ticked=condition == NORMAL),
            CheckBox(text="hư hỏng;", ticked=condition == DAMAGED),
        ),
    )


def _blank_row(number: str) -> tuple[AnyCell, ...]:
    status = CheckLine(boxes=(CheckBox(text="Bình thường"), CheckBox(text="Sự cố")))
    devices = (
        "Thiết bị:",
        *(_boxes(LABELS[field] + ("……" if field is FormField.OTHER else ""), "") for field in DEVICES),
    )
    return (number, Cell(lines=(DottedLine(), DottedLine())), Cell(lines=(status, *_dotted())), Cell(lines=devices))


def _signatures(form: SessionForm) -> Signatures:
    by = {told.confirmation.role: told for told in form.confirmed}
    return Signatures(
        places=(
            _signature(TECHNICIAN, by.get(Confirms.TECHNICIAN)),
            _signature(LEADER, by.get(Confirms.UNIT_LEADER)),
        ),
        may_be_left_out=not form.confirmed,
    )


def _signature(place: SignaturePlace, told: Confirmed | None) -> SignaturePlace:
    if told is None:
        return place
    confirmation = told.confirmation
    when = f"{form_times.short_time(told.at_ms)} {form_times.short_day(told.at_ms)}"
    under = f"{confirmation.title}\nxác nhận lúc {when}, {METHODS[confirmation.method]}".strip()
    if not told.still:
        under += "\n(biểu mẫu đã sửa sau lần xác nhận này)"
    return signing(place.title, place.hint, confirmation.full_name, under)


# ---------------------------------------------------------------- what was corrected

FIELDS: Mapping[FormField, str] = {
    FormField.SUBJECT: "Nội dung cuộc họp",
    FormField.HOST_UNIT: "Đơn vị chủ trì",
    FormField.STATUS: "Tình trạng",
    FormField.INCIDENT_DESCRIPTION: "Mô tả sự cố",
    FormField.CAMERA: "Camera",
    FormField.CONNECTOR: "Bộ kết nối",
    FormField.MICROPHONE: "Micro",
    FormField.ADAPTER_CABLE: "Adapter, dây cáp",
    FormField.OTHER: "Thiết bị khác",
    FormField.OTHER_LABEL: "Tên thiết bị khác",
}
VALUES = {NORMAL: "Bình thường", INCIDENT: "Sự cố", DAMAGED: "hư hỏng", "": "(để trống)"}


def value_words(field: FormField, value: str) -> str:
    """Returns what a value is called on the form; a text as it is."""
    return VALUES.get(value, value) if field in (FormField.STATUS, *DEVICES) or not value else value


def _trace_sheet(form: SessionForm) -> Iterable[AnyBlock]:
    yield Heading(text="Phụ biểu: các nội dung đã sửa so với bản tự động lập từ nhật ký")
    yield Table(
        columns=(
            Column(title="TT", share=5, align=Align.CENTRE),
            Column(title="Điểm cầu", share=17),
            Column(title="Mục", share=13),
            Column(title="Trước khi sửa", share=22),
            Column(title="Sau khi sửa", share=22),
            Column(title="Người sửa, thời điểm", share=17),
            Column(title="Lý do", share=18),
        ),
        rows=tuple(_trace_row(number, trace) for number, trace in enumerate(form.trace, start=1)),
        dense=True,
    )
    yield Paragraph(
        text="Nhật ký điện tử không bị thay đổi; nội dung trước khi sửa được giữ nguyên ở trên.", italic=True
    )


def _trace_row(number: int, trace: Trace) -> tuple[str, ...]:
    when = f"{form_times.short_time(trace.at_ms)} {form_times.short_day(trace.at_ms)}"
    return (
        str(number),
        trace.site_name or "(toàn biểu mẫu)",
        FIELDS[trace.field],
        value_words(trace.field, trace.before),
        value_words(trace.field, trace.after),
        f"{trace.person}\n{when}",
        trace.reason,
    )
