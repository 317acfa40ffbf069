"""The page being painted: a place that moves down, and a new page when the room ends.

Rule: everything is asked for room before it is drawn, so that what belongs together stays together. The page's number
stands centred in the top margin from page 2 on.
"""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen

from console.records.page_model import Align, Document
from console.records.print_style import PrintStyle
from widgets.paper.paper_text import PaperText, paper_font

RULE_MM = 0.2
POINT_MM = 25.4 / 72
DOT_MM, DOT_GAP_MM = 0.25, 1.0
_BOX_OF_LETTER = 0.62
"""Side of a box to tick, of the letters' size."""

ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class Sheet:
    """A page of a document on a device that `set_paper` has set; lengths are the device's units."""

    def __init__(self, document: Document, device: QPagedPaintDevice, painter: QPainter, style: PrintStyle) -> None:
        self._document = document
        self.device, self.painter, self.style = device, painter, style
        self.mm = device.logicalDpiX() / 25.4
        self.left = style.left_mm * self.mm
        self.width = device.width() - (style.left_mm + style.right_mm) * self.mm
        self.top = style.top_mm * self.mm
        self.bottom = device.height() - style.bottom_mm * self.mm
        self.y = self.top
        self.page = 1
        painter.setPen(QPen(QColor("black"), RULE_MM * self.mm))
        self._paint_foot()

    @property
    def gap(self) -> float:
        """Between paragraphs."""
        return self.style.paragraph_gap_points * POINT_MM * self.mm

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y <= self.top

    def need(self, height: float) -> bool:
        """Makes sure that there is so much room; tells whether that took a new page."""
        if height <= self.bottom - self.y or self.fresh:
            return False
        self.turn()
        return True

    def turn(self) -> None:
        """Begins a new page."""
        self.device.newPage()
        self.page += 1
        self.y = self.top
        self._paint_foot()
        number = self.text(str(self.page), paper_font(self.style.body_points), self.width, Align.CENTRE)
        number.draw(self.painter, self.left, (self.top - number.height) / 2)

    def _paint_foot(self) -> None:
        foot = self.text(self._document.foot, paper_font(self.style.small_points), self.width, Align.CENTRE)
        foot.draw(self.painter, self.left, self.bottom + 4 * self.mm)

    # ------------------------------------------------------------------ small things that blocks are made of

    def text(self, text: str, face: QFont, width: float, align: Align = Align.LEFT) -> PaperText:
        """Returns a text broken into lines of a width."""
        return PaperText(text, face, width, self.device, ALIGNED[align])

    def put(self, text: PaperText, left: float | None = None) -> None:
        """Draws a text at the place and moves below it."""
        self.need(text.height)
        text.draw(self.painter, self.left if left is None else left, self.y)
        self.y += text.height

    def dots(self, left: float, right: float, base: float) -> None:
        """Draws a dotted line to write on; dots of a font would not reach to the margin."""
        pen = self.painter.pen()
        dotted = QPen(QColor("black"), DOT_MM * self.mm)
        dotted.setDashPattern([1.0, DOT_GAP_MM / DOT_MM])
        self.painter.setPen(dotted)
        if right > left:
            self.painter.drawLine(QLineF(left, base, right, base))
        self.painter.setPen(pen)

    def box_side(self, face: QFont) -> float:
        """Returns the side of a box beside letters."""
        return face.pointSizeF() * POINT_MM * self.mm * _BOX_OF_LETTER

    def box(self, left: float, base: float, face: QFont, *, ticked: bool) -> None:
        """Draws a box on the letters' base line; as lines, for no face like Times has one among its letters."""
        side = self.box_side(face)
        place = QRectF(left, base - side, side, side)
        self.painter.drawRect(place)
        if ticked:
            inner = place.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
            pen = self.painter.pen()
            self.painter.setPen(QPen(QColor("black"), 1.8 * RULE_MM * self.mm))
            self.painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
            self.painter.drawLine(QLineF(inner.topRight(), inner.bottomLeft()))
            self.painter.setPen(pen)
