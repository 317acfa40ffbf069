"""Paints a page model onto the pages of a PDF or a printer.

Rule: the look of administrative documents by a print style (Decree 30/2020/NĐ-CP, annex I); what belongs together
stays on one page. The same painter makes a PDF and prints, so that both look the same.
"""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QLineF, QMarginsF, QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from console.records.page_model import (
    Align,
    AnyBlock,
    Block,
    CheckLines,
    CodePicture,
    Document,
    Facts,
    FormField,
    FormLine,
    Heading,
    Letterhead,
    PageEnd,
    Paragraph,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.records.print_style import STANDARD, PrintStyle
from console.records.printed import printed
from widgets.paper.cell_painter import CheckPiece
from widgets.paper.paper_text import PaperText, paper_font
from widgets.paper.sheet import Sheet
from widgets.paper.table_painter import TablePainter

CODE_MM = 30.0
_HEADING_ROOM_MM = 25.0
"""A heading alone at the foot of a page helps nobody."""


def set_paper(device: QPagedPaintDevice, document: Document) -> None:
    """Sets a device to A4 without margins of its own, upright or lying as the document wants."""
    lying = QPageLayout.Orientation.Landscape if document.landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lying, QMarginsF(0, 0, 0, 0))
    # A printer cannot print up to the edge; the whole sheet is measured all the same, and our margins are wider.
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def paint_document(document: Document, device: QPagedPaintDevice, style: PrintStyle = STANDARD) -> int:
    """Paints the whole document onto a device that `set_paper` has set; returns the number of pages."""
    painter, document = QPainter(device), printed(document, style)
    try:
        sheet = Sheet(document, device, painter, style)
        for block, following in zip_longest(document.blocks, document.blocks[1:]):
            if isinstance(block, CodePicture) and isinstance(following, Signatures):
                # Signatures alone on a page sign nothing: the seal stays with them.
                sheet.need(CODE_MM * sheet.mm + sheet.gap + _signatures_height(sheet, following))
            paint_block(sheet, block)
        return sheet.page
    finally:
        painter.end()


def paint_block(sheet: Sheet, block: AnyBlock) -> None:
    """Paints a block below what stands there."""
    _PAINTERS[type(block)](sheet, block)
    if not sheet.fresh:
        sheet.y += sheet.gap


def _end_page(sheet: Sheet, _block: PageEnd) -> None:
    if not sheet.fresh:
        sheet.turn()


# ---------------------------------------------------------------------- head and title


def _letterhead(sheet: Sheet, block: Letterhead) -> None:
    style, half = sheet.style, sheet.width / 2
    top, issuer = sheet.y, block.issuer
    for number, line in enumerate(issuer, start=1):
        face = paper_font(style.table_points, bold=number == len(issuer))
        sheet.put(sheet.text(line, face, half * 0.9, Align.CENTRE))
    if issuer:
        _rule_under(sheet, sheet.left + half * 0.45, half * 0.3)
    left_end, sheet.y = sheet.y, top
    right = sheet.left + half * 0.9
    state = paper_font(style.table_points, bold=True)
    sheet.put(sheet.text(block.state, state, half * 1.1, Align.CENTRE), right)
    motto = sheet.text(block.motto, paper_font(style.body_points, bold=True), half * 1.1, Align.CENTRE)
    sheet.put(motto, right)
    _rule_under(sheet, right + half * 0.55, motto.width)
    sheet.y += sheet.gap
    place = paper_font(style.body_points, italic=True)
    sheet.put(sheet.text(block.place_and_date, place, half * 1.1, Align.CENTRE), right)
    sheet.y = max(sheet.y, left_end) + sheet.gap


def _rule_under(sheet: Sheet, centre: float, length: float) -> None:
    sheet.y += 0.5 * sheet.mm
    sheet.painter.drawLine(QLineF(centre - length / 2, sheet.y, centre + length / 2, sheet.y))
    sheet.y += 0.5 * sheet.mm


def _title(sheet: Sheet, block: Title) -> None:
    for line in (block.text, block.under):
        if line:
            sheet.put(sheet.text(line, paper_font(sheet.style.title_points, bold=True), sheet.width, Align.CENTRE))


def _heading(sheet: Sheet, block: Heading) -> None:
    sheet.y += sheet.gap
    text = sheet.text(block.text, paper_font(sheet.style.body_points, bold=True), sheet.width)
    sheet.need(text.height + _HEADING_ROOM_MM * sheet.mm)
    sheet.put(text)


# ---------------------------------------------------------------------- running text and forms


def _paragraph(sheet: Sheet, block: Paragraph) -> None:
    points = sheet.style.table_points if block.italic else sheet.style.body_points
    sheet.put(sheet.text(block.text, paper_font(points, italic=block.italic), sheet.width, block.align))


def _facts(sheet: Sheet, block: Facts) -> None:
    face = paper_font(sheet.style.body_points)
    names = [sheet.text(name + ":", face, sheet.width / 2) for name, _ in block.pairs]
    column = max((name.width for name in names), default=0.0) + 3 * sheet.mm
    for name, (_, value) in zip(names, block.pairs, strict=True):
        told = sheet.text(value, face, sheet.width - column)
        sheet.need(max(name.height, told.height))
        name.draw(sheet.painter, sheet.left, sheet.y)
        told.draw(sheet.painter, sheet.left + column, sheet.y)
        sheet.y += max(name.height, told.height)


def _form_line(sheet: Sheet, block: FormLine) -> None:
    shares = sum(field.share for field in block.fields)
    widths = [sheet.width * field.share / shares for field in block.fields]
    gap = 3 * sheet.mm
    texts = [_field(sheet, field, width - gap) for field, width in zip(block.fields, widths, strict=True)]
    height = max(text.height for text in texts)
    sheet.need(height)
    left = sheet.left
    for field, text, width in zip(block.fields, texts, widths, strict=True):
        text.draw(sheet.painter, left, sheet.y)
        if not field.text:
            sheet.dots(left + text.width + sheet.mm, left + width - gap, sheet.y + text.base + 0.4 * sheet.mm)
        left += width
    sheet.y += height


def _field(sheet: Sheet, field: FormField, width: float) -> PaperText:
    label = f"{field.label}: " if field.label else ""
    told = label + field.text if field.text else label.rstrip()
    return sheet.text(told, paper_font(sheet.style.body_points), width)


def _check_lines(sheet: Sheet, block: CheckLines) -> None:
    face = paper_font(sheet.style.body_points)
    for line in block.lines:
        piece = CheckPiece(sheet, line, face, sheet.width)
        sheet.need(piece.height)
        piece.draw(sheet, sheet.left, sheet.y)
        sheet.y += piece.height


def _table(sheet: Sheet, block: Table) -> None:
    if block.rows:
        TablePainter(sheet, block).paint()
    else:
        _paragraph(sheet, Paragraph(text=block.when_empty, italic=True))


# ---------------------------------------------------------------------- the seal and the signatures


def _code(sheet: Sheet, block: CodePicture) -> None:
    side, beside = CODE_MM * sheet.mm, (CODE_MM + 5) * sheet.mm
    face = paper_font(sheet.style.table_points)
    texts = [sheet.text(line, face, sheet.width - beside) for line in block.lines]
    height = max(side, sum(text.height for text in texts))
    sheet.need(height)
    _draw_modules(sheet, block.modules, QRectF(sheet.left, sheet.y, side, side))
    top = sheet.y
    for text in texts:
        text.draw(sheet.painter, sheet.left + beside, top)
        top += text.height
    sheet.y += height


def _draw_modules(sheet: Sheet, modules: tuple[str, ...], box: QRectF) -> None:
    cell = box.width() / max(1, len(modules))
    for row, line in enumerate(modules):
        for column, module in enumerate(line):
            if module == "1":
                place = QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell)
                sheet.painter.fillRect(place, QColor("black"))


def _signatures(sheet: Sheet, block: Signatures) -> None:
    columns, heights = _laid_signatures(sheet, block)
    sheet.need(sum(heights))
    each = sheet.width / max(1, len(block.places))
    for number, column in enumerate(columns):
        top = sheet.y
        for text, height in zip(column, heights, strict=True):
            text.draw(sheet.painter, sheet.left + number * each, top)
            top += height
    sheet.y += sum(heights)


def _signatures_height(sheet: Sheet, block: Signatures) -> float:
    return sum(_laid_signatures(sheet, block)[1])


def _laid_signatures(sheet: Sheet, block: Signatures) -> tuple[list[tuple[PaperText, ...]], list[float]]:
    """Returns each place's texts, and the heights of the lines across all places, however long one of them is."""
    each = sheet.width / max(1, len(block.places))
    columns = [_signature(sheet, place, each) for place in block.places]
    heights = [max(column[line].height for column in columns) for line in range(4)]
    heights[1] += sheet.style.signing_mm * sheet.mm
    return columns, heights


def _signature(sheet: Sheet, place: SignaturePlace, width: float) -> tuple[PaperText, ...]:
    style = sheet.style
    return (
        sheet.text(place.title, paper_font(style.body_points, bold=True), width, Align.CENTRE),
        sheet.text(place.hint, paper_font(style.body_points, italic=True), width, Align.CENTRE),
        sheet.text(place.name, paper_font(style.body_points, bold=True), width, Align.CENTRE),
        sheet.text(place.under, paper_font(style.small_points, italic=True), width, Align.CENTRE),
    )


_PAINTERS: dict[type[Block], Callable[[Sheet, Any], None]] = {
    Letterhead: _letterhead,
    Title: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    Facts: _facts,
    FormLine: _form_line,
    CheckLines: _check_lines,
    Table: _table,
    CodePicture: _code,
    Signatures: _signatures,
    PageEnd: _end_page,
}
