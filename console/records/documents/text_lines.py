"""Running text of a page model as single lines with their look, for files that know paragraphs and cells only."""

from enum import Enum, auto
from typing import NamedTuple

from console.records.documents.cell_texts import line_text
from console.records.page_model import (
    Align,
    AnyBlock,
    CheckLines,
    CodePicture,
    Facts,
    FormLine,
    Heading,
    Paragraph,
    Title,
)

DOTS = "…" * 12


class Size(Enum):
    """Which of a print style's sizes."""

    BODY = auto()
    TABLE = auto()
    TITLE = auto()


class TextLine(NamedTuple):
    """A line and how it looks; `gap`: something of space follows."""

    text: str
    size: Size = Size.BODY
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    gap: bool = True
    heads: bool = False
    """It is over what follows, and stays with it."""
    keeps: bool = False
    """It stays with what follows."""


def text_lines(block: AnyBlock) -> list[TextLine]:
    """Returns the lines of a block of text; none for tables and the like."""
    lines: list[TextLine] = []
    match block:
        case Title():
            told = filter(None, (block.text, block.under))
            lines = [TextLine(line, Size.TITLE, bold=True, align=Align.CENTRE) for line in told]
        case Heading():
            lines = [TextLine(block.text, bold=True, heads=True)]
        case Paragraph():
            size = Size.TABLE if block.italic else Size.BODY
            lines = [TextLine(block.text, size, italic=block.italic, align=block.align)]
        case Facts():
            lines = [TextLine(f"{name}: {value}", gap=False) for name, value in block.pairs]
        case FormLine():
            lines = [TextLine("    ".join(f"{field.label}: {field.text or DOTS}" for field in block.fields))]
        case CheckLines():
            lines = [TextLine(line_text(line), gap=False) for line in block.lines]
        case CodePicture():
            lines = [TextLine(line, Size.TABLE, gap=False, keeps=True) for line in block.lines]
        case _:
            pass
    return lines
