"""Text on paper: the bundled Tinos, broken into lines of a width, drawn where it is told.

Rule: sizes are points and millimetres of the printed page; nothing depends on a screen or on what fonts a machine has.
"""

from importlib import resources

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPainter, QTextLayout, QTextOption

from console.records.safe_text import safe_text

FAMILY = "Tinos"
FONT_FILES = ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf")


def load_paper_fonts() -> list[str]:
    """Adds the bundled faces to Qt, once in a process; returns the names of files that are missing."""
    if FAMILY in QFontDatabase.families():
        return []
    folder = resources.files("resources") / "fonts"
    return [name for name in FONT_FILES if not (folder / name).is_file() or not _added((folder / name).read_bytes())]


def _added(font: bytes) -> bool:
    return QFontDatabase.addApplicationFontFromData(QByteArray(font)) >= 0


def paper_font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Returns a face of the record."""
    face = QFont(FAMILY)
    face.setPointSizeF(points)
    face.setBold(bold)
    face.setItalic(italic)
    return face


class PaperText:
    """A text broken into lines; `height`, `width` and `base` (of the first line) are in the device's units."""

    def __init__(
        self,
        text: str,
        face: QFont,
        width: float,
        device: QPagedPaintDevice,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._layout = _layout(text, face, device, align)
        self.height = 0.0
        self.width = 0.0
        self.base = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, self.height))
            self.base = self.base or line.ascent()
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        self._layout.draw(painter, QPointF(left, top))


def lines_of(text: str, face: QFont, width: float, device: QPagedPaintDevice) -> list[str]:
    """Returns a text as the lines into which a width breaks it."""
    layout = _layout(text, face, device, Qt.AlignmentFlag.AlignLeft)
    # QTextLine counts UTF-16 units, Python letters.
    units = layout.text().encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart() * 2, line.textLength() * 2
        lines.append(units[start : start + length].decode("utf-16-le").rstrip("\u2028"))
    layout.endLayout()
    return lines or [""]


def _layout(text: str, face: QFont, device: QPagedPaintDevice, align: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(safe_text(text).replace("\n", "\u2028"), face, device)
    option = QTextOption(align)
    # A hash or an address without blanks is broken too instead of running out of its cell.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout
