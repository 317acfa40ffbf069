"""What a printed record consists of, as plain values: blocks one under the other on A4 pages.

Rule: a page model knows texts and proportions, never fonts, millimetres or page breaks; the painter does. A row of a
table, a picture with its text and a block of signatures are never split over two pages.
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


class Table(Block):
    """Rows under a head that is repeated on each page; a table without rows says `when_empty` instead."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
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


class Signatures(Block):
    """Places to sign, side by side, with room for a seal."""

    places: tuple[SignaturePlace, ...]


AnyBlock = Letterhead | Title | Heading | Paragraph | Facts | Table | CodePicture | Signatures


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One printed record. `foot` stands small at the foot of every page."""

    title: str
    blocks: tuple[AnyBlock, ...]
    foot: str = ""
    landscape: bool = False
