"""Forms as DOCX, XLSX and CSV: nothing is lost or run, hostile texts stay texts, two hundred sites keep their look."""

import csv
import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.records.documents.cell_texts import cell_text
from console.records.documents.csv_writer import document_csv, guarded, unguarded
from console.records.documents.docx_writer import document_docx
from console.records.documents.files import document_file
from console.records.documents.xlsx_writer import document_xlsx
from console.records.page_model import (
    AnyBlock,
    CheckBox,
    CheckLine,
    CheckLines,
    Column,
    Document,
    FormField,
    FormLine,
    PageEnd,
    Paragraph,
    Row,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.printed import printed
from console.records.safe_text import safe_text
from console.records.session_form_page import blank_session_form, session_form_document
from tests.console.records.a_log import large_log

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = [
    "=1+1",
    "+84 905 123 456",
    "-x",
    "@SUM(A1)",
    "'=1",
    "Xã \u202eabc\u202c",
    "a\x00b\x0bc",
    "nửa \ud800 cặp",
    "http://x.vn/" + "y" * 3000,
    "<w:p>&amp;</w:p>",
    "dòng một\r\ndòng hai\ttab",
    "Điểm cầu rất dài " * 200,
]


def page(*rows: tuple[str, ...] | Row, counts: bool = False) -> Document:
    columns = tuple(Column(title=f"Cột {number}", share=1, counts=counts) for number in range(2))
    return Document(title="Thử", blocks=(Table(columns=columns, rows=rows),), foot="chân trang")


def read_csv(octets: bytes) -> list[list[str]]:
    assert octets.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(octets: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(octets)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def shown(rows: list[tuple[str, str]]) -> list[list[str]]:
    return [[safe_text(cell) for cell in row] for row in rows]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_csv_gives_back_every_text_that_paper_shows(rows: list[tuple[str, str]]) -> None:
    told = read_csv(document_csv(page(*rows)))
    assert [[unguarded(cell) for cell in row] for row in told[1:]] == [
        [safe_text(cell) for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in told for cell in row)


@given(texts)
def test_a_guard_is_taken_away_exactly_once(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_xlsx_gives_back_every_text_as_text(rows: list[tuple[str, str]]) -> None:
    told = read_xlsx(document_xlsx(page(*rows)))
    assert [[str(cell or "") for cell in row] for row in told[1:]] == [
        [safe_text(cell) for cell in row] for row in rows
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts_in_every_kind_of_file(text: str) -> None:
    document = page((text, "x"))
    document = Document(title=text, foot=text, blocks=(Title(text=text), Paragraph(text=text), *document.blocks))
    plain = safe_text(text)
    sheet = openpyxl.load_workbook(io.BytesIO(document_xlsx(document))).worksheets[0]
    assert plain in [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    book = docx.Document(io.BytesIO(document_docx(document)))
    assert book.tables[0].rows[1].cells[0].text == plain
    assert not any(mark in book.tables[0].rows[1].cells[0].text for mark in "\u202e\x00\ud800")
    assert unguarded(read_csv(document_csv(document))[1][0]) == plain


def test_nothing_visible_is_ever_left_out_of_a_text() -> None:
    text = "Điểm cầu Ea Nuôl – 14 (№ 3) “ồn” 😀 한"
    assert safe_text(text) == text


def test_whole_numbers_are_numbers_only_where_they_are_counted() -> None:
    phone = read_xlsx(document_xlsx(page(("0905123456", "12"))))
    counted = read_xlsx(document_xlsx(page(("0905123456", "12"), counts=True)))
    assert phone[1] == ["0905123456", "12"]
    assert counted[1] == ["0905123456", 12]


def test_each_part_of_the_paper_is_a_sheet_with_columns_of_its_own() -> None:
    narrow = Table(columns=(Column(title="a", share=1),), rows=(("1",),))
    wide = Table(columns=tuple(Column(title=str(n), share=1) for n in range(8)), rows=(("x",) * 8,))
    blocks: tuple[AnyBlock, ...] = (Title(text="Một: [hai]?"), narrow, PageEnd(), Title(text="Một: [hai]?"), wide)
    book = openpyxl.load_workbook(io.BytesIO(document_xlsx(Document(title="x", blocks=blocks))))
    assert [sheet.max_column for sheet in book.worksheets] == [1, 8]
    assert book.sheetnames == ["Một hai", "Một hai 2"]


@pytest.mark.parametrize("sites", [36, 200])
def test_a_word_file_of_many_sites_repeats_its_head_and_splits_no_row(sites: int) -> None:
    log = large_log(sites)
    octets = document_docx(session_form_document(log.form, log.facts))
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    rows = list(body.iter(f"{WORD}tr"))
    forms = [row for row in rows if "Thiết bị:" in "".join(row.itertext())]
    assert len(forms) == sites + 1
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows) == 2
    ticked = [sign.get(f"{WORD}char") for sign in body.iter(f"{WORD}sym")]
    assert ticked.count("F0FD") == sites + 1
    section = docx.Document(io.BytesIO(octets)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    assert section.different_first_page_header_footer


def test_an_excel_sheet_of_two_hundred_sites_has_heights_and_repeats_its_head() -> None:
    book = openpyxl.load_workbook(io.BytesIO(document_xlsx(session_form_document(large_log(200).form))))
    sheet = book.worksheets[0]
    assert sheet.print_title_rows is not None
    rows = [row[0].row or 0 for row in sheet.iter_rows() if row[3].value and str(row[3].value).startswith("Thiết bị:")]
    assert len(rows) == 201
    assert all((sheet.row_dimensions[row].height or 0) >= 6 * 12 for row in rows)
    assert sheet.page_setup.orientation == "landscape"


def test_a_blank_form_has_dots_to_write_on_and_boxes_without_a_cross() -> None:
    with zipfile.ZipFile(io.BytesIO(document_docx(blank_session_form()))) as archive:
        text = archive.read("word/document.xml").decode()
    assert "F0FD" not in text
    assert text.count("." * 20) > 10
    assert text.count('w:leader="dot"') == 3


def test_boxes_lines_and_signatures_stand_in_every_kind_of_file() -> None:
    blocks: tuple[AnyBlock, ...] = (
        FormLine(fields=(FormField(label="Căn cứ", text="số 12"), FormField(label="Ngày"))),
        CheckLines(lines=(CheckLine(boxes=(CheckBox(text="Máy chiếu", ticked=True), CheckBox(text="Phát biểu"))),)),
        Signatures(places=(SignaturePlace(title="Người lập", hint="(Ký)", name="Lan"),)),
    )
    document = Document(title="x", blocks=blocks)
    told = "\n".join(str(cell) for row in read_xlsx(document_xlsx(document)) for cell in row if cell)
    assert "Căn cứ: số 12" in told
    assert "☒ Máy chiếu  ☐ Phát biểu" in told
    assert "Lan" in told
    book = docx.Document(io.BytesIO(document_docx(document)))
    assert any("Căn cứ: số 12" in paragraph.text for paragraph in book.paragraphs)
    assert book.tables[-1].rows[0].cells[0].text == "Người lập\n(Ký)\nLan\n"


def test_a_style_changes_margins_and_sizes() -> None:
    style = PrintStyle(left_mm=35, body_points=14)
    section = docx.Document(io.BytesIO(document_docx(page(("a", "b")), style))).sections[0]
    assert section.left_margin is not None
    assert round(section.left_margin.mm) == 35


def test_pages_are_numbered_from_the_second_on_and_the_foot_stands_on_all() -> None:
    blocks = (*page(("a", "b")).blocks, PageEnd(), *page(("c", "d")).blocks)
    octets = document_xlsx(Document(title="x", foot="Mẫu & sổ", blocks=blocks))
    first, second = openpyxl.load_workbook(io.BytesIO(octets)).worksheets
    assert (first.HeaderFooter.differentFirst, second.HeaderFooter.differentFirst) == (True, None)
    assert centre(first.firstHeader) is None
    assert centre(first.firstFooter) == centre(first.oddFooter)
    assert "&P" in str(centre(first.oddHeader))
    assert "&P" in str(centre(second.oddHeader))


def centre(part: Any) -> str | None:
    """Returns what stands in the middle of a sheet's header or footer."""
    text: str | None = part.center.text
    return text


def test_an_office_may_do_without_the_signatures_that_the_form_itself_does_not_have() -> None:
    without = PrintStyle(added_signatures=False)
    form, confirmed = blank_session_form(), page(("a", "b"))
    assert any(isinstance(block, Signatures) for block in printed(form, STANDARD).blocks)
    assert not any(isinstance(block, Signatures) for block in printed(form, without).blocks)
    assert "Lãnh đạo" not in "\n".join(str(cell) for row in read_xlsx(document_xlsx(form, without)) for cell in row)
    with zipfile.ZipFile(io.BytesIO(document_docx(form, without))) as archive:
        assert "Ký, ghi rõ họ tên" not in archive.read("word/document.xml").decode()
    kept = Document(title="x", blocks=(*confirmed.blocks, Signatures(places=())))
    assert printed(kept, without) == kept, "what a regulation's own form has is never left out"


def test_merged_cells_take_their_columns() -> None:
    document = page(("a", "b"), Row(cells=("Cộng",), spans=(2,)))
    assert read_csv(document_csv(document))[2] == ["Cộng", ""]
    assert docx.Document(io.BytesIO(document_docx(document))).tables[0].rows[2].cells[1].text == "Cộng"


@pytest.mark.parametrize("suffix", [".docx", ".XLSX", ".csv", ".json"])
def test_an_ending_says_what_is_written(suffix: str) -> None:
    assert document_file(suffix, page(("a", "b")), b"{}", STANDARD)


def test_an_ending_that_is_no_form_is_refused() -> None:
    with pytest.raises(ValueError, match="odt"):
        document_file(".odt", page(("a", "b")), b"{}", STANDARD)


def test_a_box_that_is_not_ticked_is_shown_empty() -> None:
    line = CheckLine(label="Camera:", boxes=(CheckBox(text="Bình thường"), CheckBox(text="hư hỏng;", ticked=True)))
    from console.records.page_model import Cell

    assert cell_text(Cell(lines=(line,))) == "Camera:  ☐ Bình thường  ☒ hư hỏng;"
