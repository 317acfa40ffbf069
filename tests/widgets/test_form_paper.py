"""Forms on paper: where pages end, what stays together, what is drawn as lines, what a PDF carries."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from console.records.page_model import (
    Align,
    AnyBlock,
    Cell,
    CheckBox,
    CheckLine,
    CodePicture,
    Column,
    Document,
    DottedLine,
    PageEnd,
    Row,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.session_form_page import blank_session_form, session_form_document
from tests.console.records.a_log import large_log
from widgets.paper.cell_painter import CheckPiece, cut, height_of, lay_in_lines
from widgets.paper.page_painter import paint_document, set_paper
from widgets.paper.paper_text import lines_of, load_paper_fonts, paper_font
from widgets.paper.record_pdf import Attached, document_pdf, form_pdf
from widgets.paper.sheet import Sheet

pytestmark = pytest.mark.usefixtures("dressed")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def page(*blocks: AnyBlock, landscape: bool = False) -> Document:
    return Document(title="t", blocks=blocks, landscape=landscape)


def rows(count: int, text: str = "x") -> Table:
    return Table(columns=(Column(title="Nội dung", share=1),), rows=tuple((text,) for _ in range(count)))


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    load_paper_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    set_paper(writer, page())
    painter = QPainter(writer)
    yield Sheet(page(), writer, painter, STANDARD)
    painter.end()


def test_a_page_end_begins_a_page_and_two_do_not_make_an_empty_one() -> None:
    assert pages_of(document_pdf(page(Title(text="a"), PageEnd(), Title(text="b")))) == 2
    assert pages_of(document_pdf(page(Title(text="a"), PageEnd(), PageEnd(), Title(text="b")))) == 2


def test_a_group_never_stands_alone_at_the_foot_of_a_page() -> None:
    tall = "\n".join(["dòng"] * 13)
    column = (Column(title="Nội dung", share=1),)
    group = Row(cells=("II Điểm cầu phụ",), keeps_with_next=True)
    together = document_pdf(page(Table(columns=column, rows=((tall,), (tall,), (tall,), group, (tall,)))))
    apart = document_pdf(page(Table(columns=column, rows=((tall,), (tall,), (tall,), ("II",), ("x",)))))
    assert (pages_of(together), pages_of(apart)) == (2, 1)


def test_the_seal_stays_with_the_signatures() -> None:
    seal = CodePicture(modules=("1",), lines=("a",))
    signing = Signatures(places=(SignaturePlace(title="Người lập", hint="(Ký)"),))
    for count in range(25, 45):
        document = page(rows(count), seal, signing)
        alone = page(rows(count), signing)
        # Were the seal left behind, the signatures would stand alone on a last page.
        assert pages_of(document_pdf(document)) >= pages_of(document_pdf(alone))


def test_a_cell_that_is_cut_loses_nothing(sheet: Sheet) -> None:
    face, width = paper_font(12), 60 * sheet.mm
    text = " ".join(f"từ{number}" for number in range(400))
    assert "".join(lines_of(text, face, width, sheet.device)) == text
    pieces = lay_in_lines(sheet, Cell(lines=(text, DottedLine(label="Mô tả"))), face, width, Align.LEFT)
    parts = []
    rest = pieces
    while rest:
        now, rest = cut(rest, 50 * sheet.mm)
        assert height_of(now) <= 50 * sheet.mm
        parts += now
    assert parts == pieces


def test_letters_beyond_the_first_plane_are_cut_where_they_end(sheet: Sheet) -> None:
    text = "Xã 😀 Ea Nuôl 한 " * 40
    assert "".join(lines_of(text, paper_font(12), 40 * sheet.mm, sheet.device)) == text.rstrip() + " "


def test_a_box_is_drawn_and_a_ticked_one_has_a_cross(sheet: Sheet) -> None:
    def ink(*, ticked: bool) -> int:
        image = QImage(200, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        own = Sheet.__new__(Sheet)
        own.painter, own.mm = painter, 4.0
        own.box(20, 50, paper_font(12), ticked=ticked)
        painter.end()
        return sum(image.pixelColor(x, y).lightness() < 128 for x in range(200) for y in range(60))

    empty, crossed = ink(ticked=False), ink(ticked=True)
    assert 0 < empty < crossed
    piece = CheckPiece(sheet, CheckLine(boxes=(CheckBox(text="Sự cố"),)), paper_font(12), 100.0)
    assert piece.height > 0


def test_a_style_moves_the_margins(sheet: Sheet) -> None:
    wide = Sheet(page(), sheet.device, sheet.painter, PrintStyle(left_mm=35, right_mm=20))
    assert round((sheet.width - wide.width) / sheet.mm) == 10


@pytest.mark.parametrize(("sites", "most"), [(36, 12), (200, 60)])
def test_the_form_of_many_sites_takes_about_five_sites_a_page(sites: int, most: int) -> None:
    log = large_log(sites)
    pdf = document_pdf(session_form_document(log.form, log.facts))
    assert sites / 5 <= pages_of(pdf) <= most
    assert b"/FontFile2" in pdf


def test_a_form_carries_its_data_and_an_archival_one_is_pdf_a_without_it() -> None:
    document = blank_session_form()
    pdf = form_pdf(document, STANDARD, b'{"a":1}')
    assert b"/EmbeddedFile" in pdf
    archival = document_pdf(document, PrintStyle(archival=True), Attached("form.json", b"{}"))
    assert b"/EmbeddedFile" not in archival
    assert b"pdfaid:part" in archival


def test_the_pages_after_the_first_are_numbered_in_the_middle_of_the_top_margin(sheet: Sheet) -> None:
    image = QImage(210 * 4, 297 * 4, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(4 / sheet.mm, 4 / sheet.mm)
    seen = Sheet(page(), sheet.device, painter, STANDARD)
    margin = [(x, y) for y in range(19 * 4) for x in range(210 * 4)]

    def ink() -> list[int]:
        return [x for x, y in margin if image.pixelColor(x, y).lightness() < 128]

    assert ink() == []
    seen.turn()
    columns = ink()
    assert columns
    # The text's middle, between margins of 30 and 15 mm, is 7.5 mm right of the paper's.
    assert abs((min(columns) + max(columns)) / 2 / 4 - (30 + 165 / 2)) < 2
    painter.end()


def test_the_same_pages_go_to_any_device() -> None:
    document = session_form_document(large_log(36).form)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(150)
    set_paper(writer, document)
    assert paint_document(document, writer) == pages_of(document_pdf(document))
