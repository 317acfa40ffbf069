"""Cuts a list of sites into pages of columns, each entry in the same place every time.

Rule: pure; the order is given, never made here. A group that goes on in the next column has its heading there again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.words import SiteId


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group."""

    text: str
    goes_on: bool = False
    """It stood above an earlier column already."""


Entry = SiteId | Heading | None
"""A site, a heading, or an empty cell."""

Column = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the screen at once."""

    columns: tuple[Column, ...]

    @property
    def sites(self) -> tuple[SiteId, ...]:
        """The sites on it, down the columns."""
        return tuple(entry for column in self.columns for entry in column if isinstance(entry, str))


def pages_of(entries: Sequence[Entry], rows: int, columns: int) -> tuple[Page, ...]:
    """Returns the pages; at least one, which may be empty."""
    cut = list(_columns_of(entries, max(2, rows)))
    step = max(1, columns)
    return tuple(Page(tuple(cut[at : at + step])) for at in range(0, len(cut), step)) or (Page(()),)


def _columns_of(entries: Iterable[Entry], rows: int) -> Iterable[Column]:
    column: list[Entry] = []
    group: Heading | None = None
    for entry in entries:
        is_heading = isinstance(entry, Heading)
        if len(column) == rows or (is_heading and len(column) == rows - 1):
            yield tuple(column)
            column = [] if group is None or is_heading else [Heading(group.text, goes_on=True)]
        group = entry if isinstance(entry, Heading) else group
        column.append(entry)
    if column:
        yield tuple(column)


def page_with(pages: Sequence[Page], site: SiteId | None) -> int | None:
    """Returns the number of the page on which a site stands, None when it stands on none."""
    return next((index for index, page in enumerate(pages) if site in page.sites), None)
