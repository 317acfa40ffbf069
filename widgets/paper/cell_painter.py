"""What stands in a cell, laid line under line: text, boxes to tick, dotted lines.

Rule: a cell is laid once and knows its height before anything is drawn; it can be cut between two lines, and nothing
of it is ever left out.
"""

from typing import Protocol

from PySide6.QtGui import QFont

from console.records.page_model import Align, AnyCell, CellLine, CheckLine, DottedLine
from widgets.paper.paper_text import lines_of
from widgets.paper.sheet import Sheet

BOX_GAP = 0.45
"""Between a box and its word, of the box's side."""


class Piece(Protocol):
    """Something of a height that is drawn where it is told."""

    @property
    def height(self) -> float: ...

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        ...


class TextPiece:
    """A text, broken into lines."""

    def __init__(self, sheet: Sheet, text: str, face: QFont, width: float, align: Align) -> None:
        self._text = sheet.text(text, face, width, align)
        self.height = self._text.height

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        self._text.draw(sheet.painter, left, top)


class CheckPiece:
    """A label and boxes in columns."""

    def __init__(self, sheet: Sheet, line: CheckLine, face: QFont, width: float) -> None:
        self._line, self._face = line, face
        shares = line.label_share + len(line.boxes)
        self._each = width / max(1.0, shares)
        room = 1.0 + BOX_GAP
        side = sheet.box_side(face)
        self._texts = [sheet.text(box.text, face, self._each - side * room, Align.LEFT) for box in line.boxes]
        self._label = sheet.text(line.label, face, max(1.0, self._each * line.label_share), Align.LEFT)
        self.height = max(self._label.height if line.label else 0.0, *(text.height for text in self._texts))

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        if self._line.label:
            self._label.draw(sheet.painter, left, top)
        left += self._each * self._line.label_share
        side = sheet.box_side(self._face)
        for box, text in zip(self._line.boxes, self._texts, strict=True):
            sheet.box(left, top + text.base, self._face, ticked=box.ticked)
            text.draw(sheet.painter, left + side * (1.0 + BOX_GAP), top)
            left += self._each


class DotsPiece:
    """A label, and a dotted line to the edge."""

    def __init__(self, sheet: Sheet, line: DottedLine, face: QFont, width: float) -> None:
        self._text = sheet.text(line.label or " ", face, width, Align.LEFT)
        self._from = self._text.width + (1.5 * sheet.mm if line.label else 0.0)
        self._width = width
        self.height = self._text.height

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draws it with its upper left corner there."""
        self._text.draw(sheet.painter, left, top)
        sheet.dots(left + self._from, left + self._width, top + self._text.base + 0.4 * sheet.mm)


def lay(sheet: Sheet, cell: AnyCell, face: QFont, width: float, align: Align) -> list[Piece]:
    """Returns a cell's pieces from top to bottom."""
    if isinstance(cell, str):
        return [TextPiece(sheet, cell, face, width, align)]
    return [_piece(sheet, line, face, width, align) for line in cell.lines]


def _piece(sheet: Sheet, line: CellLine, face: QFont, width: float, align: Align) -> Piece:
    match line:
        case CheckLine():
            return CheckPiece(sheet, line, face, width)
        case DottedLine():
            return DotsPiece(sheet, line, face, width)
        case str():
            return TextPiece(sheet, line, face, width, align)


def lay_in_lines(sheet: Sheet, cell: AnyCell, face: QFont, width: float, align: Align) -> list[Piece]:
    """Returns a cell's pieces with every line of text as a piece of its own, for a cell that has to be cut."""
    pieces: list[Piece] = []
    for line in (cell,) if isinstance(cell, str) else cell.lines:
        if isinstance(line, str):
            texts = lines_of(line, face, width, sheet.device)
            pieces.extend(TextPiece(sheet, text, face, width, align) for text in texts)
        else:
            pieces.append(_piece(sheet, line, face, width, align))
    return pieces


def height_of(pieces: list[Piece]) -> float:
    """Returns the height of pieces one under the other."""
    return sum(piece.height for piece in pieces)


def cut(pieces: list[Piece], height: float) -> tuple[list[Piece], list[Piece]]:
    """Returns as many pieces as fit into a height, at least one, and the rest."""
    taken, used = 0, 0.0
    while taken < len(pieces) and (taken == 0 or used + pieces[taken].height <= height):
        used += pieces[taken].height
        taken += 1
    return pieces[:taken], pieces[taken:]
