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
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from console.records.documents.docx_table import check_line_xml, table_xml
from console.records.documents.text_lines import Size, TextLine, text_lines
from console.records.page_model import (
    Align,
    AnyBlock,
    CheckLines,
    Document,
    FormLine,
    Letterhead,
    PageEnd,
    SignaturePlace,
    Signatures,
    Table,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.printed import printed
from console.records.safe_text import safe_text

FACE = "Times New Roman"
CELL, DENSE = "FormCell", "FormCellDense"
"""Styles of text in tables; as the file names them, so that they are their own identifiers."""
PAPER_MM = (210.0, 297.0)
_ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def document_docx(document: Document, style: PrintStyle = STANDARD) -> bytes:
    """Returns the file's octets."""
    octets = io.BytesIO()
    _Book(printed(document, style), style).save(octets)
    return octets.getvalue()


class _Book:
    """The file being written, block under block. python-docx has no types for what it makes; they stay here."""

    def __init__(self, document: Document, style: PrintStyle) -> None:
        self._style, self._new_page = style, False
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
        # Cells take their size from a style each: a run that says nothing itself is quick to write and to change.
        for name, points in ((CELL, self._style.table_points), (DENSE, self._style.dense_points)):
            cell = self._book.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            cell.base_style, cell.font.size = normal, Pt(points)

    # ------------------------------------------------------------------ blocks

    def _block(self, block: AnyBlock) -> None:
        if self._new_page and isinstance(block, Letterhead | Table | Signatures | CheckLines):
            self._paragraph()
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
                    self._add(check_line_xml(line, self._width_mm, "Normal"))
            case PageEnd():
                # Told by the paragraph that follows: one that only breaks may itself stand alone on a page.
                self._new_page = True
            case _:
                for line in text_lines(block):
                    self._line(line)

    def _paragraph(self) -> Any:
        paragraph = self._book.add_paragraph()
        if self._new_page:
            paragraph.paragraph_format.page_break_before, self._new_page = True, False
        return paragraph

    def _line(self, line: TextLine) -> None:
        style = self._style
        paragraph = self._paragraph()
        paragraph.alignment = _ALIGNED[line.align]
        paragraph.paragraph_format.keep_with_next = line.heads or line.keeps
        if line.gap:
            paragraph.paragraph_format.space_after = Pt(style.paragraph_gap_points)
        run = paragraph.add_run(safe_text(line.text))
        run.bold, run.italic = line.bold, line.italic
        points = {Size.BODY: style.body_points, Size.TABLE: style.table_points, Size.TITLE: style.title_points}
        run.font.size = Pt(points[line.size])

    def _form_line(self, block: FormLine) -> None:
        paragraph = self._paragraph()
        paragraph.paragraph_format.space_after = Pt(self._style.paragraph_gap_points)
        shares, reached = sum(field.share for field in block.fields), 0
        for field in block.fields:
            reached += field.share
            label = f"{field.label}: " if field.label else ""
            paragraph.add_run(safe_text(label + field.text))
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
        self._book.add_paragraph().paragraph_format.keep_with_next = True
        table = self._bare_table([self._width_mm / len(block.places)] * len(block.places))
        for cell, place in zip(table.rows[0].cells, block.places, strict=True):
            self._signature(cell, place)

    def _signature(self, cell: Any, place: SignaturePlace) -> None:
        _centred(cell, place.title, 0, bold=True)
        hint = _centred(cell, place.hint, 1, italic=True)
        hint.paragraph_format.space_after = Mm(self._style.signing_mm)
        _centred(cell, place.name, 2, bold=True)
        _centred(cell, place.under, 3, points=self._style.small_points, italic=True)

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._line(TextLine(block.when_empty, Size.TABLE, italic=True))
            return
        self._add(table_xml(block, self._width_mm, DENSE if block.dense else CELL))
        self._book.add_paragraph()

    def _add(self, xml: str) -> None:
        """Puts an element at the end, before the settings of the page."""
        self._book.element.body[-1].addprevious(cast("Any", docx.oxml).parse_xml(xml))


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
