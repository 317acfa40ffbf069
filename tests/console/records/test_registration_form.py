"""The registration as a printed form: letter for letter, filled in and blank, for every province."""

from pathlib import Path

import pytest

from console.office.meeting import LegalBasis, Meeting, MeetingSite, Step, StepTaken, Wish
from console.records.documents.docx_writer import document_docx
from console.records.page_model import CheckLines, Document, FormLine, Paragraph, Signatures, Table, Title
from console.records.registration_form import (
    BadTemplate,
    Template,
    heads_of,
    read_template,
    registration_form,
    template_name,
)
from console.regulation.calendar import Day, moment
from console.regulation.profile import ProfileInForce, read_profile

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
PROFILES = ("vn-binh-dinh", "vn-thanh-hoa", "vn-dong-nai", "vn-dak-lak", "vn-bac-kan", "vn-default")
START = moment(Day(2026, 11, 25), 8 * 60)
MEETING = Meeting(
    id="m1",
    subject="Giao ban quý IV",
    governing_body="UBND tỉnh Bình Định",
    agency="Văn phòng UBND tỉnh",
    legal_basis=LegalBasis(number="12/GM-UBND", day="2026-11-18", issuer="UBND tỉnh"),
    host_unit="Văn phòng UBND tỉnh",
    venue="Phòng họp số 2",
    chairperson="Nguyễn Thị Lan",
    chairperson_title="Phó Chủ tịch",
    start_ms=START,
    end_ms=START + 3 * 3_600_000,
    technician="Trần Văn Bình",
    technician_phone="0905 111 222",
    sites=(
        MeetingSite(name="UBND xã A", address="Số 1", attendee_count=12, contact="Chị Hoa", phone="0905 333 444"),
        MeetingSite(name="UBND xã B"),
    ),
    wishes=(Wish.SPEECH, Wish.STORE_MEDIA),
    steps=(StepTaken(step=Step.SUBMITTED, wall_ms=moment(Day(2026, 11, 19), 600), person="Lan"),),
)


def profile(name: str) -> ProfileInForce:
    return read_profile((RESOURCES / "profiles" / f"{name}.json").read_bytes(), "1")


def template(name: str) -> Template:
    return read_template((RESOURCES / "forms" / f"{template_name(profile(name))}.json").read_bytes())


def form(name: str, meeting: Meeting | None) -> Document:
    return registration_form(meeting, template(name), heads_of(profile(name)))


def words(document: Document) -> list[str]:
    """Returns every text of a form in its order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Title():
                found += [block.text, block.under]
            case Paragraph():
                found.append(block.text)
            case FormLine():
                found += [f"{field.label}: {field.text}" for field in block.fields]
            case CheckLines():
                found += [f"{'X' if box.ticked else 'O'} {box.text}" for line in block.lines for box in line.boxes]
            case Table():
                found.append(" | ".join(column.title for column in block.columns))
                found += [" | ".join(map(str, row)) for row in block.rows if isinstance(row, tuple)]
            case Signatures():
                found += [f"{place.title} {place.hint}".strip() for place in block.places]
            case _:
                pass
    return [text for text in found if text]


def test_phu_luc_1_is_printed_letter_for_letter() -> None:
    assert words(form("vn-binh-dinh", MEETING)) == [
        "PHIẾU ĐĂNG KÝ SỬ DỤNG",
        "HỆ THỐNG, THIẾT BỊ HỌP TRỰC TUYẾN",
        "Kính gửi: Sở Thông tin và Truyền thông.",
        (
            "1. Căn cứ (văn bản chỉ đạo tổ chức họp qua hệ thống, thiết bị họp trực tuyến – ghi rõ số văn bản, ngày"
            " tháng năm, cơ quan ban hành)."
        ),
        ": Văn bản số 12/GM-UBND ngày 18/11/2026 của UBND tỉnh",
        "2. Đơn vị chủ trì: Văn phòng UBND tỉnh",
        "Địa điểm tổ chức: Phòng họp số 2",
        "3. Nội dung cuộc họp: Giao ban quý IV",
        "4. Người chủ trì: Nguyễn Thị Lan",
        "Chức vụ: Phó Chủ tịch",
        "5. Thời gian: 08 giờ 00 – 11 giờ 00, ngày 25 tháng 11 năm 2026",
        "6. Cán bộ kỹ thuật: Trần Văn Bình",
        "Số điện thoại: 0905 111 222",
        "7. Số lượng điểm cầu nhánh: 02",
        "STT | Điểm cầu nhánh | Địa chỉ | Số lượng người tham dự | Đầu mối liên hệ",
        "1 | UBND xã A | Số 1 | 12 | Chị Hoa, 0905 333 444",
        "2 | UBND xã B |  |  | ",
        "8. Yêu cầu khác (đánh dấu X vào ô có yêu cầu)",
        "O Máy chiếu.",
        "O Phát Video.",
        "X Phát biểu.",
        "X Lưu trữ video, hình ảnh cuộc họp.",
        "Đề nghị Sở Thông tin và Truyền thông quan tâm hỗ trợ tổ chức họp trực tuyến./.",
        "Bình Định, ngày 19 tháng 11 năm 2026",
        "Ý kiến của Sở Thông tin và Truyền thông",
        "Thủ trưởng đơn vị (Ký, đóng dấu)",
    ]


@pytest.mark.parametrize("name", PROFILES)
def test_a_blank_copy_of_every_province_has_room_to_write(name: str) -> None:
    blank = form(name, None)
    fields = [field for block in blank.blocks if isinstance(block, FormLine) for field in block.fields]
    assert fields
    assert all(not field.text for field in fields)
    (sites,) = [block for block in blank.blocks if isinstance(block, Table)]
    assert len(sites.rows) == 8
    assert "ngày … tháng … năm …" in " ".join(words(blank))


@pytest.mark.parametrize("name", PROFILES)
def test_every_province_prints_what_it_asks_for(name: str) -> None:
    told = " ".join(words(form(name, MEETING)))
    for text in ("Văn phòng UBND tỉnh", "08 giờ 00 – 11 giờ 00, ngày 25 tháng 11 năm 2026", "UBND xã A"):
        assert text in told
    assert document_docx(form(name, MEETING))[:2] == b"PK"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"{", "truncated"),
        (b'{"schema": "other/1", "title": "x", "blocks": []}', "other/1"),
        (
            (
                b'{"schema": "registration-template/1", "title": "x",'
                b' "blocks": [{"block": "line", "places": [{"label": "x", "place": "nowhere"}]}]}'
            ),
            "nowhere",
        ),
        (b'{"schema": "registration-template/1", "title": "x", "blocks": [{"block": "song"}]}', "song"),
        (b" " * 300_000, "256 kB"),
    ],
)
def test_what_is_no_template_is_refused_with_its_place(content: bytes, what: str) -> None:
    with pytest.raises(BadTemplate) as refused:
        read_template(content)
    assert what in str(refused.value)
