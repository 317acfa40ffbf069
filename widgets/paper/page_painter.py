"""Paints a page model onto the pages of a PDF or a printer.

Rule: the look of administrative documents (Decree 30/2020, annex I): A4, margins 20/20/30/15 mm, Times-like letters of
13 points, the page's number centred in the top margin from the second page on. A row of a table never splits, its head
stands on every page.
"""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from console.records.page_model import (
    Align,
    AnyBlock,
    CodePicture,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from widgets.paper.paper_text import PaperText, fitting_text, paper_font

TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20.0, 20.0, 30.0, 15.0
BODY, SMALL, TABLE, DENSE, TITLE = 13.0, 9.0, 12.0, 11.0, 14.0
GAP_MM = 2.1
"""Between paragraphs: 6 points."""
CELL_MM = 1.0
SIGNING_MM = 25.0
CODE_MM = 30.0
_RULE_MM = 0.2
_POINT_MM = 25.4 / 72

_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


def set_paper(device: QPagedPaintDevice, document: Document) -> None:
    """Sets a device to A4 without margins of its own, upright or lying as the document wants."""
    lying = QPageLayout.Orientation.Landscape if document.landscape else QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lying, QMarginsF(0, 0, 0, 0)))


def paint_document(document: Document, device: QPagedPaintDevice) -> int:
    """Paints the whole document onto a device that `set_paper` has set; returns the number of pages."""
    painter = QPainter(device)
    try:
        sheet = Sheet(document, device, painter)
        for block in document.blocks:
            sheet.add(block)
        return sheet.page
    finally:
        painter.end()


class Sheet:
    """The page being painted: a place that moves down, and a new page when the room ends."""

    def __init__(self, document: Document, device: QPagedPaintDevice, painter: QPainter) -> None:
        self._document = document
        self._device = device
        self._painter = painter
        self._mm = device.logicalDpiX() / 25.4
        self._left = LEFT_MM * self._mm
        self._width = device.width() - (LEFT_MM + RIGHT_MM) * self._mm
        self._bottom = device.height() - BOTTOM_MM * self._mm
        self._top = TOP_MM * self._mm
        self._y = self._top
        self.page = 1
        painter.setPen(QPen(QColor("black"), _RULE_MM * self._mm))
        self._paint_foot()

    def add(self, block: AnyBlock) -> None:
        """Paints a block below what stands there."""
        match block:
            case Letterhead():
                self._letterhead(block)
            case Title():
                self._title(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case CodePicture():
                self._code(block)
            case Signatures():
                self._signatures(block)
        self._y += GAP_MM * self._mm

    # ------------------------------------------------------------------ the page

    @property
    def _room(self) -> float:
        return self._bottom - self._y

    def _need(self, height: float) -> bool:
        """Makes sure that there is so much room; tells whether that took a new page."""
        if height <= self._room or self._y <= self._top:
            return False
        self._device.newPage()
        self.page += 1
        self._y = self._top
        self._paint_foot()
        number = self._text(str(self.page), paper_font(BODY), self._width, Align.CENTRE)
        number.draw(self._painter, self._left, (self._top - number.height) / 2)
        return True

    def _paint_foot(self) -> None:
        foot = self._text(self._document.foot, paper_font(SMALL), self._width, Align.CENTRE)
        foot.draw(self._painter, self._left, self._bottom + 4 * self._mm)

    def _text(self, text: str, face: QFont, width: float, align: Align = Align.LEFT) -> PaperText:
        return PaperText(text, face, width, self._device, _ALIGN[align])

    def _put(self, text: PaperText, left: float | None = None) -> None:
        self._need(text.height)
        text.draw(self._painter, self._left if left is None else left, self._y)
        self._y += text.height

    # ------------------------------------------------------------------ blocks

    def _letterhead(self, block: Letterhead) -> None:
        half = self._width / 2
        top, issuer = self._y, block.issuer
        for number, line in enumerate(issuer, start=1):
            self._put(self._text(line, paper_font(TABLE, bold=number == len(issuer)), half * 0.9, Align.CENTRE))
        if issuer:
            self._rule_under(self._left + half * 0.45, half * 0.3)
        left_end, self._y = self._y, top
        right = self._left + half * 0.9
        self._put(self._text(block.state, paper_font(TABLE, bold=True), half * 1.1, Align.CENTRE), right)
        motto = self._text(block.motto, paper_font(BODY, bold=True), half * 1.1, Align.CENTRE)
        self._put(motto, right)
        self._rule_under(right + half * 0.55, motto.width)
        self._y += GAP_MM * self._mm
        self._put(self._text(block.place_and_date, paper_font(BODY, italic=True), half * 1.1, Align.CENTRE), right)
        self._y = max(self._y, left_end) + GAP_MM * self._mm

    def _rule_under(self, centre: float, length: float) -> None:
        self._y += 0.5 * self._mm
        self._painter.drawLine(QLineF(centre - length / 2, self._y, centre + length / 2, self._y))
        self._y += 0.5 * self._mm

    def _title(self, block: Title) -> None:
        self._put(self._text(block.text, paper_font(TITLE, bold=True), self._width, Align.CENTRE))
        if block.under:
            self._put(self._text(block.under, paper_font(TITLE, bold=True), self._width, Align.CENTRE))

    def _heading(self, block: Heading) -> None:
        self._y += GAP_MM * self._mm
        text = self._text(block.text, paper_font(BODY, bold=True), self._width)
        # A heading alone at the foot of a page helps nobody.
        self._need(text.height + 25 * self._mm)
        self._put(text)

    def _paragraph(self, block: Paragraph) -> None:
        points = TABLE if block.italic else BODY
        self._put(self._text(block.text, paper_font(points, italic=block.italic), self._width, block.align))

    def _facts(self, block: Facts) -> None:
        names = [self._text(name + ":", paper_font(BODY), self._width / 2) for name, _ in block.pairs]
        column = max((name.width for name in names), default=0.0) + 3 * self._mm
        for name, (_, value) in zip(names, block.pairs, strict=True):
            told = self._text(value, paper_font(BODY), self._width - column)
            self._need(max(name.height, told.height))
            name.draw(self._painter, self._left, self._y)
            told.draw(self._painter, self._left + column, self._y)
            self._y += max(name.height, told.height)

    def _code(self, block: CodePicture) -> None:
        side, beside = CODE_MM * self._mm, (CODE_MM + 5) * self._mm
        texts = [self._text(line, paper_font(TABLE), self._width - beside) for line in block.lines]
        height = max(side, sum(text.height for text in texts))
        self._need(height)
        self._draw_modules(block.modules, QRectF(self._left, self._y, side, side))
        top = self._y
        for text in texts:
            text.draw(self._painter, self._left + beside, top)
            top += text.height
        self._y += height

    def _draw_modules(self, modules: tuple[str, ...], box: QRectF) -> None:
        cell = box.width() / max(1, len(modules))
        for row, line in enumerate(modules):
            for column, module in enumerate(line):
                if module == "1":
                    place = QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell)
                    self._painter.fillRect(place, QColor("black"))

    def _signatures(self, block: Signatures) -> None:
        each = self._width / max(1, len(block.places))
        titles = [self._text(place.title, paper_font(BODY, bold=True), each, Align.CENTRE) for place in block.places]
        hints = [self._text(place.hint, paper_font(BODY, italic=True), each, Align.CENTRE) for place in block.places]
        title_height = max((text.height for text in titles), default=0.0)
        height = title_height + max((text.height for text in hints), default=0.0) + SIGNING_MM * self._mm
        self._need(height)
        for number, (title, hint) in enumerate(zip(titles, hints, strict=True)):
            title.draw(self._painter, self._left + number * each, self._y)
            hint.draw(self._painter, self._left + number * each, self._y + title_height)
        self._y += height

    # ------------------------------------------------------------------ tables

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._paragraph(Paragraph(text=block.when_empty, italic=True))
            return
        shares = sum(column.share for column in block.columns)
        widths = [self._width * column.share / shares for column in block.columns]
        points = DENSE if block.dense else TABLE
        heads = [column.title for column in block.columns]

        def head() -> None:
            self._row(heads, widths, [Align.CENTRE] * len(heads), paper_font(points, bold=True), lambda: None)

        head()
        aligns = [column.align for column in block.columns]
        for row in block.rows:
            self._row(row, widths, aligns, paper_font(points), head)

    def _row(
        self,
        texts: tuple[str, ...] | list[str],
        widths: list[float],
        aligns: list[Align],
        face: QFont,
        head: Callable[[], None],
    ) -> None:
        """Paints one row with its grid; on a new page `head` comes first."""
        pad = CELL_MM * self._mm
        most = self._bottom - self._top - 6 * pad - 4 * face.pointSizeF() * _POINT_MM * self._mm
        cells = [
            fitting_text(text, face, width - 2 * pad, most, self._device, _ALIGN[align])
            for text, width, align in zip(texts, widths, aligns, strict=True)
        ]
        height = max(cell.height for cell in cells) + pad
        if self._need(height):
            head()
        left = self._left
        for cell, width in zip(cells, widths, strict=True):
            self._painter.drawRect(QRectF(left, self._y, width, height))
            cell.draw(self._painter, left + pad, self._y + pad / 2)
            left += width
        self._y += height
