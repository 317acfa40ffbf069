"""What a printed record consists of, as plain values: blocks one under the other on A4 pages.

Rule: a page model knows texts and proportions, never fonts, millimetres or page breaks; the painter does. A row of a
table, a picture with its text and a block of signatures are never split over two pages; only a row that is higher
than a page goes on as a further row.
"""

from enum import StrEnum

import msgspec


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all blocks."""


class Letterhead(Block):
    """The head of an administrative document (Decree 30/2020, annex I): who writes on the left, the state right."""

    issuer: tuple[str, ...]
    """One line each; the last is the writing agency and stands out."""
    state: str
    motto: str
    place_and_date: str


class Title(Block):
    text: str
    under: str = ""


class Heading(Block):
    text: str


class FormField(msgspec.Struct, frozen=True, kw_only=True):
    """A named place of a form; without text it is a dotted line to write on. `share` is its part of the line."""

    label: str
    text: str = ""
    share: int = 1


class FormLine(Block):
    """Named places side by side."""

    fields: tuple[FormField, ...]


class CheckBox(msgspec.Struct, frozen=True, kw_only=True):
    """A box to tick, with what it says beside it."""

    text: str
    ticked: bool = False


class CheckLine(msgspec.Struct, frozen=True, kw_only=True):
    """Boxes in columns of their own, after a label; `label_share` is the label's part, each box has 1."""

    boxes: tuple[CheckBox, ...]
    label: str = ""
    label_share: float = 0.0


class DottedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line to write on, after a label."""

    label: str = ""


class CheckLines(Block):
    """Boxes outside a table, one line under the other."""

    lines: tuple[CheckLine, ...]


CellLine = str | CheckLine | DottedLine


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of more than text, line by line."""

    lines: tuple[CellLine, ...]


AnyCell = str | Cell


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row that stands out: of a group, or of sums. `spans` says how many columns each cell takes (none: one each).

    A row that `keeps_with_next` never stands alone at the foot of a page.
    """

    cells: tuple[AnyCell, ...]
    bold: bool = True
    spans: tuple[int, ...] = ()
    keeps_with_next: bool = False


class Paragraph(Block):
    text: str
    italic: bool = False
    align: Align = Align.LEFT


class Facts(Block):
    """Pairs of name and value, one under the other."""

    pairs: tuple[tuple[str, str], ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a table; `share` of all shares is its part of the width."""

    title: str
    share: int
    align: Align = Align.LEFT
    counts: bool = False
    """Its whole numbers are numbers where a program counts on with them."""


class Table(Block):
    """Rows under a head that is repeated on each page; a table without rows says `when_empty` instead."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[AnyCell, ...] | Row, ...]
    dense: bool = False
    """In smaller letters, for tables of many rows."""
    when_empty: str = ""


class CodePicture(Block):
    """A QR code beside its text; `modules` are its rows, `1` is dark."""

    modules: tuple[str, ...]
    lines: tuple[str, ...]


class SignaturePlace(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    hint: str
    name: str = ""
    """Who signs, below the room for the signature."""
    under: str = ""
    """What is known of the signing, small below the name."""


class Signatures(Block):
    """Places to sign, side by side, with room for a seal."""

    places: tuple[SignaturePlace, ...]
    may_be_left_out: bool = False
    """The form's own print has none: an office may do without (`PrintStyle.added_signatures`)."""


class PageEnd(Block):
    """What follows begins on a new page."""


AnyBlock = (
    Letterhead
    | Title
    | Heading
    | Paragraph
    | Facts
    | FormLine
    | CheckLines
    | Table
    | CodePicture
    | Signatures
    | PageEnd
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One printed record. `foot` stands small at the foot of every page."""

    title: str
    blocks: tuple[AnyBlock, ...]
    foot: str = ""
    landscape: bool = False


def row_cells(row: tuple[AnyCell, ...] | Row) -> tuple[AnyCell, ...]:
    """Returns the cells of any row."""
    return row.cells if isinstance(row, Row) else row


def row_spans(row: tuple[AnyCell, ...] | Row) -> tuple[int, ...]:
    """Returns how many columns each cell of a row takes."""
    return (row.spans if isinstance(row, Row) else ()) or (1,) * len(row_cells(row))
