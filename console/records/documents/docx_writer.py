"""A page model as a DOCX file that a clerk can go on writing in.

Rule: the same order, words and look as on paper, by Word's own means: rows that may not split, a head that repeats,
the page's number in the head of the pages after the first. Widths are set on columns and cells, for Word and
LibreOffice each heed the other. Source: ECMA-376 part 1, section 17.
"""

import io
from typing import Any, cast

import docx
import docx.oxml
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from console.records.documents.text_lines import Size, TextLine, text_lines
from console.records.page_model import (
    Align,
    AnyBlock,
    AnyCell,
    Cell,
    CellLine,
    CheckBox,
    CheckLine,
    CheckLines,
    Document,
    DottedLine,
    FormLine,
    Letterhead,
    PageEnd,
    Row,
    SignaturePlace,
    Signatures,
    Table,
    row_cells,
    row_spans,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.safe_text import safe_text

FACE = "Times New Roman"
PAPER_MM = (210.0, 297.0)
TICKED, EMPTY = "F0FE", "F06F"
"""Boxes with and without a cross in Wingdings: text faces have none."""

_ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def document_docx(document: Document, style: PrintStyle = STANDARD) -> bytes:
    """Returns the file's octets."""
    octets = io.BytesIO()
    _Book(document, style).save(octets)
    return octets.getvalue()


class _Book:
    """The file being written, block under block. python-docx has no types for what it makes; they stay here."""

    def __init__(self, document: Document, style: PrintStyle) -> None:
        self._style = style
        self._book: Any = docx.Document()
        across, down = PAPER_MM[::-1] if document.landscape else PAPER_MM
        self._width_mm = across - style.left_mm - style.right_mm
        self._set_page(document, across, down)
        self._set_letters()
        self._book.core_properties.author = "Điểm Cầu"
        self._book.core_properties.title = safe_text(document.title)[:255]
        self._book.core_properties.comments = ""
        for block in document.blocks:
            self._block(block)

    def save(self, octets: io.BytesIO) -> None:
        self._book.save(octets)

    def _set_page(self, document: Document, across: float, down: float) -> None:
        section, style = self._book.sections[0], self._style
        section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(across), Mm(down)
        section.left_margin, section.right_margin = Mm(style.left_mm), Mm(style.right_mm)
        section.top_margin, section.bottom_margin = Mm(style.top_mm), Mm(style.bottom_mm)
        section.header_distance = section.footer_distance = Mm(style.top_mm / 2 - 2)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_page_number(number.add_run())
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(safe_text(document.foot)).font.size = Pt(style.small_points)

    def _set_letters(self) -> None:
        normal = self._book.styles["Normal"]
        normal.font.name, normal.font.size = FACE, Pt(self._style.body_points)
        for script in ("w:eastAsia", "w:cs"):
            normal.element.rPr.rFonts.set(qn(script), FACE)
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.space_before = Pt(0)
        normal.paragraph_format.line_spacing = 1.0

    # ------------------------------------------------------------------ blocks

    def _block(self, block: AnyBlock) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)
            case FormLine():
                self._form_line(block)
            case CheckLines():
                for line in block.lines:
                    _fill_line(self._book.add_paragraph(), line, Mm(self._width_mm))
            case PageEnd():
                self._book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case _:
                for line in text_lines(block):
                    self._line(line)

    def _line(self, line: TextLine) -> None:
        style = self._style
        paragraph = self._book.add_paragraph()
        paragraph.alignment = _ALIGNED[line.align]
        paragraph.paragraph_format.keep_with_next = line.heads
        if line.gap:
            paragraph.paragraph_format.space_after = Pt(style.paragraph_gap_points)
        run = paragraph.add_run(safe_text(line.text))
        run.bold, run.italic = line.bold, line.italic
        points = {Size.BODY: style.body_points, Size.TABLE: style.table_points, Size.TITLE: style.title_points}
        run.font.size = Pt(points[line.size])

    def _form_line(self, block: FormLine) -> None:
        paragraph = self._book.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(self._style.paragraph_gap_points)
        shares, reached = sum(field.share for field in block.fields), 0
        for field in block.fields:
            reached += field.share
            paragraph.add_run(safe_text(f"{field.label}: {field.text}" if field.text else f"{field.label}: "))
            stop = Mm(self._width_mm * reached / shares - 2)
            leader = WD_TAB_LEADER.SPACES if field.text else WD_TAB_LEADER.DOTS
            paragraph.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.LEFT, leader)
            if not field.text or field is not block.fields[-1]:
                paragraph.add_run("\t")

    def _letterhead(self, block: Letterhead) -> None:
        half = self._width_mm / 2
        issuer, state = self._bare_table([half * 0.9, half * 1.1]).rows[0].cells
        points = self._style.table_points
        for number, line in enumerate(block.issuer):
            _centred(issuer, line, number, points=points, bold=number == len(block.issuer) - 1)
        _centred(state, block.state, 0, points=points, bold=True)
        _centred(state, block.motto, 1, bold=True, underlined=True)
        _centred(state, block.place_and_date, 2, italic=True)
        self._book.add_paragraph()

    def _bare_table(self, widths_mm: list[float]) -> Any:
        table = self._book.add_table(rows=1, cols=len(widths_mm))
        table.autofit = False
        for column, cell, width in zip(table.columns, table.rows[0].cells, widths_mm, strict=True):
            column.width = cell.width = Mm(width)
        _never_split(table.rows[0])
        return table

    def _signatures(self, block: Signatures) -> None:
        self._book.add_paragraph()
        table = self._bare_table([self._width_mm / len(block.places)] * len(block.places))
        for cell, place in zip(table.rows[0].cells, block.places, strict=True):
            self._signature(cell, place)

    def _signature(self, cell: Any, place: SignaturePlace) -> None:
        _centred(cell, place.title, 0, bold=True)
        hint = _centred(cell, place.hint, 1, italic=True)
        hint.paragraph_format.space_after = Mm(self._style.signing_mm)
        _centred(cell, place.name, 2, bold=True)
        _centred(cell, place.under, 3, points=self._style.small_points, italic=True)

    # ------------------------------------------------------------------ tables

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._line(TextLine(block.when_empty, Size.TABLE, italic=True))
            return
        shares = sum(column.share for column in block.columns)
        widths = [self._width_mm * column.share / shares for column in block.columns]
        table = self._book.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        points = self._style.dense_points if block.dense else self._style.table_points
        head = Row(cells=tuple(column.title for column in block.columns))
        row = self._table_row(table, head, widths, [Align.CENTRE] * len(widths), points)
        row._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 - python-docx has no name for it
        aligns = [column.align for column in block.columns]
        for each in block.rows:
            self._table_row(table, each, widths, aligns, points)
        self._book.add_paragraph()

    def _table_row(
        self, table: Any, row: tuple[AnyCell, ...] | Row, widths: list[float], aligns: list[Align], points: float
    ) -> Any:
        made = table.add_row()
        _never_split(made)
        places = made.cells
        bold = isinstance(row, Row) and row.bold
        together = isinstance(row, Row) and row.keeps_with_next
        first = 0
        for cell, span in zip(row_cells(row), row_spans(row), strict=True):
            width = sum(widths[first : first + span])
            place = places[first] if span == 1 else places[first].merge(places[first + span - 1])
            place.width = Mm(width)
            lines = cell.lines if isinstance(cell, Cell) else (cell,)
            for number, line in enumerate(lines):
                paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
                paragraph.alignment = _ALIGNED[aligns[first]]
                paragraph.paragraph_format.keep_with_next = together
                _fill_line(paragraph, line, Mm(width - 4), points=points, bold=bold)
            first += span
        return made


def _fill_line(
    paragraph: Any, line: CellLine, width: Length, *, points: float | None = None, bold: bool = False
) -> None:
    """Writes one line of a cell: text, boxes in columns by tabulators, or dots to its end."""

    def write(text: str) -> None:
        run = paragraph.add_run(safe_text(text))
        run.bold = bold
        if points is not None:
            run.font.size = Pt(points)

    match line:
        case str():
            write(line)
        case DottedLine():
            write(f"{line.label} " if line.label else "")
            paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            paragraph.add_run("\t")
        case CheckLine():
            write(line.label)
            each = width / (line.label_share + len(line.boxes))
            for number, box in enumerate(line.boxes):
                place = each * (line.label_share + number)
                if place > 0:
                    paragraph.paragraph_format.tab_stops.add_tab_stop(Length(int(place)))
                    paragraph.add_run("\t")
                _add_box(paragraph, box, points)
                write(f" {box.text}")


def _add_box(paragraph: Any, box: CheckBox, points: float | None) -> None:
    run = paragraph.add_run()
    if points is not None:
        run.font.size = Pt(points)
    symbol = _element("w:sym")
    symbol.set(qn("w:font"), "Wingdings")
    symbol.set(qn("w:char"), TICKED if box.ticked else EMPTY)
    run._r.append(symbol)  # noqa: SLF001 - python-docx has no name for a symbol


def _centred(
    cell: Any,
    text: str,
    number: int,
    *,
    points: float | None = None,
    bold: bool = False,
    italic: bool = False,
    underlined: bool = False,
) -> Any:
    """Writes the `number`th line of a cell in its middle."""
    paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(safe_text(text))
    run.bold, run.italic, run.underline = bold, italic, underlined
    if points is not None:
        run.font.size = Pt(points)
    return paragraph


def _never_split(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001 - python-docx has no name for it


def _element(name: str) -> Any:
    """Returns an element of the file's own language; python-docx leaves its type open."""
    return cast("Any", docx.oxml).OxmlElement(name)


def _add_page_number(run: Any) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = _element("w:instrText" if text else "w:fldChar")
        if text:
            part.text = text
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)  # noqa: SLF001 - python-docx has no name for a field
