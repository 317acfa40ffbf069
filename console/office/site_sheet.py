"""Sheets of sites: each line becomes a row of the live directory and what the office knows beside it.

Rule: the directory judges as always (`console.sites.directory`): every bad line is named, a list is taken whole or not
at all. Columns that the sheet does not have stay as they are.
"""

from collections.abc import Sequence

from console.events import Site
from console.office.columns import Column
from console.office.directory_lists import PLACES, SITES
from console.office.places import SitePlace
from console.office.sheet_cells import SheetFacts
from console.office.sheet_files import SheetLine
from console.office.sheets import columns_in, records_in
from console.office.site_rows import DIRECTORY_FIELDS
from console.sites.directory import Row, merged, sites_of
from console.words import MAIN_SITE, SiteRole


def sites_in(lines: Sequence[SheetLine], facts: SheetFacts) -> tuple[tuple[Site, ...], tuple[SitePlace, ...]]:
    """Returns the sites of a sheet, and their places; raises `BadSheet` or `BadList`."""
    columns = columns_in(lines[0], SITES, facts.words)
    rows = [_row(line, columns, facts.sites) for line in lines[1:]]
    sites = sites_of(rows, facts.sites)
    known = facts._replace(sites=merged(facts.sites, sites))
    return sites, _places(lines, columns, rows, sites, known)


def _row(line: SheetLine, columns: Sequence[Column | None], known: Sequence[Site]) -> Row:
    cells = {column.name: cell for column, cell in zip(columns, line.cells, strict=False) if column is not None}
    main = cells.get("id") == MAIN_SITE
    number = "0" if main else cells.get("number", "")
    before = next((site for site in known if str(site.number) == number), None)
    named = {column.name for column in columns if column is not None}
    for name in DIRECTORY_FIELDS:
        if name not in named and before is not None:
            cells[name] = str(getattr(before, name) or "")
    kept = {name: cells.get(name, "") for name in DIRECTORY_FIELDS}
    return Row(line.line, kept | {"number": number, "role": SiteRole.MAIN_ENDPOINT.value if main else ""})


def _places(
    lines: Sequence[SheetLine],
    columns: Sequence[Column | None],
    rows: Sequence[Row],
    sites: Sequence[Site],
    facts: SheetFacts,
) -> tuple[SitePlace, ...]:
    by_number = {site.number: site.site for site in sites}
    wanted = {column.name for column in PLACES.columns} - {"id"}
    places = [place for place, column in enumerate(columns) if column is not None and column.name in wanted]
    if not places:
        return ()
    heading = ("id", *(column.name for place in places if (column := columns[place]) is not None))
    table = [SheetLine(lines[0].line, heading)]
    for line, row in zip(lines[1:], rows, strict=True):
        cells = (*line.cells, *([""] * len(columns)))
        table.append(SheetLine(line.line, (by_number[int(row.cells["number"])], *(cells[place] for place in places))))
    return records_in(table, PLACES, facts, str)  # type: ignore[return-value] - the form of the list
