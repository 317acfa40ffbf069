"""Lists of records as tables: which columns a list has and what stands in them.

Rule: one description serves the page, the sheet that is written and the sheet that is read back. A column is named as
the field of its record; what people read over it stands in `widgets/phrases`.
"""

import ipaddress
from enum import StrEnum
from typing import Any

import msgspec

from console.office.people import Person
from console.office.record import Record


class CellKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    TEXTS = "texts"
    """Several short texts."""
    DAY = "day"
    """An ISO date or nothing; people read and type dd/mm/yyyy."""
    NUMBER = "number"
    TICK = "tick"
    CHOICE = "choice"
    """One member of an enumeration."""
    CHOICES = "choices"
    SITE = "site"
    """A site's identifier or None; people read and type number or name."""
    SITES = "sites"
    RECORD = "record"
    """The identifier of another record or None; people read and type its name."""
    RECORDS = "records"
    """Identifiers of other records."""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column; `form` is the enumeration of a choice, or the kind of record that is named."""

    name: str
    kind: CellKind = CellKind.TEXT
    form: Any = None
    needed: bool = False
    """Nothing can be saved while it is empty."""
    width: int = 0
    """Least width in the page's table, in letters; 0: it stands beside the table only."""
    lines: int = 3
    """Height of a long text's field."""
    ip_version: int = 0
    """4 or 6 where only addresses of this version may stand."""


class RecordList(msgspec.Struct, frozen=True, kw_only=True):
    """A list of records; `key` names the columns by which a line without identifier finds its record."""

    name: str
    form: type[Record]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    fixed: tuple[str, ...] = ()
    """What cannot be changed once it was saved."""

    def column(self, name: str) -> Column:
        """Returns a column by its name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def sheet_columns(self) -> tuple[str, ...]:
        """What stands over a sheet: the identifier, then every column."""
        return ("id", *(column.name for column in self.columns))


def text(name: str, width: int = 0, *, needed: bool = False) -> Column:
    """Returns a column of short texts."""
    return Column(name=name, width=width, needed=needed)


def long_text(name: str, width: int = 0, lines: int = 3) -> Column:
    """Returns a column of texts of several lines."""
    return Column(name=name, kind=CellKind.LONG_TEXT, width=width, lines=lines)


def texts(name: str, width: int = 0) -> Column:
    """Returns a column of several short texts per cell."""
    return Column(name=name, kind=CellKind.TEXTS, width=width)


def addresses(name: str, ip_version: int, width: int = 0) -> Column:
    """Returns a column of network addresses of a version."""
    return Column(name=name, kind=CellKind.TEXTS, width=width, ip_version=ip_version)


def is_address(text: str, ip_version: int) -> bool:
    """Tells whether a text is a network address of a version."""
    try:
        return ipaddress.ip_address(text).version == ip_version
    except ValueError:
        return False


def day(name: str, width: int = 0, *, needed: bool = False) -> Column:
    """Returns a column of days."""
    return Column(name=name, kind=CellKind.DAY, width=width, needed=needed)


def number(name: str, width: int = 0) -> Column:
    """Returns a column of whole numbers."""
    return Column(name=name, kind=CellKind.NUMBER, width=width)


def tick(name: str, width: int = 0) -> Column:
    """Returns a column of yes and no."""
    return Column(name=name, kind=CellKind.TICK, width=width)


def choice(name: str, form: type[StrEnum], width: int = 0) -> Column:
    """Returns a column in which one word of an enumeration stands."""
    return Column(name=name, kind=CellKind.CHOICE, form=form, width=width)


def choices(name: str, form: type[StrEnum], width: int = 0) -> Column:
    """Returns a column in which several words of an enumeration stand."""
    return Column(name=name, kind=CellKind.CHOICES, form=form, width=width)


def site(name: str = "site", width: int = 0, *, needed: bool = False) -> Column:
    """Returns a column of one site."""
    return Column(name=name, kind=CellKind.SITE, width=width, needed=needed)


def sites(name: str = "sites", width: int = 0) -> Column:
    """Returns a column of several sites."""
    return Column(name=name, kind=CellKind.SITES, width=width)


def other(name: str, form: type[Record], width: int = 0, *, needed: bool = False) -> Column:
    """Returns a column that names a record of another list."""
    return Column(name=name, kind=CellKind.RECORD, form=form, width=width, needed=needed)


def people(name: str, width: int = 0) -> Column:
    """Returns a column that names several people."""
    return Column(name=name, kind=CellKind.RECORDS, form=Person, width=width)
