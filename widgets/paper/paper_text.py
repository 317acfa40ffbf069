"""Text on paper: the bundled Tinos, broken into lines of a width, drawn where it is told.

Rule: sizes are points and millimetres of the printed page; nothing depends on a screen or on what fonts a machine has.
"""

from importlib import resources

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPainter, QTextLayout, QTextOption

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
    """A text broken into lines; `height` and `width` are in the device's units, as is everything."""

    def __init__(
        self,
        text: str,
        face: QFont,
        width: float,
        device: QPagedPaintDevice,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), face, device)
        option = QTextOption(align)
        # A hash or an address without blanks is broken too instead of running out of its cell.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, self.height))
            self.height += line.height()
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        self._layout.draw(painter, QPointF(left, top))


def fitting_text(
    text: str, face: QFont, width: float, most_height: float, device: QPagedPaintDevice, align: Qt.AlignmentFlag
) -> PaperText:
    """Returns the text, or as much of its beginning with "…" as is not higher than `most_height`."""
    laid = PaperText(text, face, width, device, align)
    while laid.height > most_height and len(text) > 1:
        text = text[: max(1, int(len(text) * min(0.9, most_height / laid.height)))]
        laid = PaperText(text + "…", face, width, device, align)
    return laid
