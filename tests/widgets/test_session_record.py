"""The readable record: its words from a meeting's log, and its pages on paper."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QPdfWriter, QRawFont

from console.records.code_picture import code_rows, seal_text
from console.records.page_model import Align, AnyCell, Column, Document, Heading, Paragraph, Table, row_cells
from console.records.seal import Seal
from console.records.session_story import tell
from tests.console.records.a_meeting import held_meeting
from widgets.paper import paper_text
from widgets.paper.page_painter import paint_document, set_paper
from widgets.paper.record_pdf import document_pdf, session_pdf
from widgets.phrases import use_language
from widgets.phrases.log.session_record import MOST_MOMENTS, session_record

SEAL = Seal(
    count=300,
    head="0123456789abcdef" * 4,
    finding="whole",
    fingerprint="ab" * 32,
    made_ms=1_800_000_000_000,
    package="DC-2027-x_20270115_01",
)

pytestmark = pytest.mark.usefixtures("dressed")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def texts_of(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Paragraph() | Heading():
                yield block.text
            case _:
                pass


def cells(table: Table) -> list[tuple[AnyCell, ...]]:
    """Returns the cells of every row."""
    return [row_cells(row) for row in table.rows]


def test_the_record_tells_sites_speeches_podium_and_incidents() -> None:
    sites, speeches, podium, faults, course = tables(session_record(tell(held_meeting().lines), SEAL))
    assert [row[1] for row in cells(sites)] == ["Tỉnh ủy", "Xã 1", "Xã 2", "Xã 3"]
    assert [row[4] for row in cells(sites)] == ["không", "không", "1 lần", "không"]
    assert [(row[1], row[3], row[4]) for row in cells(speeches)] == [
        ("1 Xã 1", "01:05", "từ điểm cầu"),
        ("2 Xã 2", "01:05", "từ điểm cầu"),
    ]
    assert cells(podium)[-1][3] == "đã thấy hình và tiếng"
    assert any("mất kết nối" in str(row[2]) for row in cells(faults))
    assert cells(course)[0][2] == "Bắt đầu phiên chính thức: Họp giao ban"


def test_a_quiet_meeting_says_that_nothing_is_recorded() -> None:
    province = held_meeting(speeches=0, ended=False)
    story = tell(line for line in province.lines if type(line.entry).__name__ in {"SessionStarted", "SilenceOrdered"})
    document = session_record(story, SEAL)
    assert [table.when_empty for table in tables(document) if not table.rows] == [
        "Không có lượt phát biểu nào được ghi.",
        "Không có lần nào được ghi.",
        "Nhật ký không ghi sự cố hay cảnh báo nào.",
    ]
    assert {row[2] for row in cells(tables(document)[0])} == {"vắng"}


def test_the_record_speaks_english_too() -> None:
    use_language("en")
    try:
        document = session_record(tell(held_meeting().lines), SEAL)
    finally:
        use_language("vi")
    assert document.title.startswith("RECORD OF THE ONLINE MEETING SESSION")
    vietnamese = [text for text in texts_of(document) if "phát biểu" in text or "kết nối" in text]
    assert vietnamese == []


def test_a_very_long_course_of_events_says_what_it_leaves_out() -> None:
    story = tell(held_meeting(speeches=0).lines)
    many = tuple(moment for moment in story.moments if moment.kind == "site-joined") * MOST_MOMENTS
    document = session_record(replace(story, moments=many), SEAL)
    assert len(tables(document)[-1].rows) == MOST_MOMENTS
    assert any("xem data/events.jsonl" in text for text in texts_of(document))


def test_the_code_carries_session_count_and_head() -> None:
    rows = code_rows(seal_text("1-a", SEAL.count, SEAL.head))
    assert len({len(row) for row in rows} | {len(rows)}) == 1, "a square"
    # The finder pattern in three corners, never in the fourth (ISO/IEC 18004, 5.3.2).
    finder = "1111111"
    assert (rows[0][:7], rows[0][-7:], rows[-1][:7]) == (finder, finder, finder)
    assert rows[-1][-7:] != finder


def test_the_bundled_face_knows_every_vietnamese_letter() -> None:
    assert paper_text.load_paper_fonts() == []
    assert paper_text.FAMILY in QFontDatabase.families()
    face = QRawFont.fromFont(paper_text.paper_font(13))
    letters = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))) + "…–—·“”₫"
    assert face.familyName() == paper_text.FAMILY
    assert [letter for letter in letters if not face.supportsCharacter(ord(letter))] == []


def test_the_pdf_has_its_own_letters_inside() -> None:
    pdf = session_pdf(tell(held_meeting().lines), SEAL)
    assert pdf.startswith(b"%PDF-")
    assert pages_of(pdf) >= 2
    assert set(re.findall(rb"/FontName /(?:[A-Z]+\+)?([A-Za-z-]+)", pdf)) == {b"Tinos", b"Tinos-Bold", b"Tinos-Italic"}


def long_table(rows: int, text: str) -> Document:
    columns = (Column(title="TT", share=1, align=Align.CENTRE), Column(title="Nội dung", share=9))
    return Document(
        title="t", blocks=(Table(columns=columns, rows=tuple((str(row), text) for row in range(rows))),), foot="f"
    )


def test_rows_go_on_over_pages_and_never_split() -> None:
    # A row of 20 lines of 12 points takes more than a third of a page: two fit, a third would be split.
    tall = "\n".join(["dòng"] * 20)
    assert pages_of(document_pdf(long_table(2, tall))) == 1
    assert pages_of(document_pdf(long_table(3, tall))) == 2
    assert pages_of(document_pdf(long_table(200, "x"))) in range(4, 8)


def test_a_row_higher_than_a_page_goes_on_as_a_further_row() -> None:
    assert pages_of(document_pdf(long_table(1, "rất dài " * 5000))) in range(6, 12)


def test_a_text_without_blanks_is_broken_inside() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    text = paper_text.PaperText("0123456789abcdef" * 8, paper_text.paper_font(12), writer.width() / 4, writer)
    assert text.width <= writer.width() / 4


def test_a_lying_page_is_wider_than_high() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    document = Document(title="t", blocks=(Paragraph(text="x"),), landscape=True)
    set_paper(writer, document)
    assert writer.width() > writer.height()
    assert paint_document(document, writer) == 1
