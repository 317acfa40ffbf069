"""What stands in a cell of a list, as people read it, and what may be chosen for it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, Qt

from console.events import Site
from console.office.columns import CellKind, Column
from widgets.office.register_store import RegisterStore
from widgets.phrases.language import whole
from widgets.phrases.office.column_words import choice_word, yes_or_no


def day_text(iso: str) -> str:
    """Returns an ISO date as people write it, "24/11/2026"; nothing for nothing."""
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return day.toString("dd/MM/yyyy") if day.isValid() else iso


def site_text(site: Site) -> str:
    """Returns a site as lists name it: "14 Xã Ea Nuôl"; the main endpoint has no number."""
    return f"{site.number} {site.name}" if site.number else site.name


def site_name(store: RegisterStore, id_: str | None) -> str:
    """Returns the name of a site, its identifier when it is no longer in the directory."""
    site = store.site(id_)
    return site_text(site) if site is not None else id_ or ""


def record_name(column: Column, store: RegisterStore, id_: str | None) -> str:
    """Returns the name of a record of another list."""
    found = store.get(column.form, id_)
    return str(getattr(found, "name", id_ or ""))


def cell_text(column: Column, value: Any, store: RegisterStore) -> str:
    """Returns a value as it stands in the table."""
    return _TEXTS[column.kind](value, column, store)


_TEXTS: dict[CellKind, Callable[[Any, Column, RegisterStore], str]] = {
    CellKind.TEXT: lambda value, column, store: value,
    CellKind.LONG_TEXT: lambda value, column, store: " ".join(value.split()),
    CellKind.TEXTS: lambda value, column, store: ", ".join(value),
    CellKind.DAY: lambda value, column, store: day_text(value),
    CellKind.NUMBER: lambda value, column, store: whole(value) if value else "",
    CellKind.TICK: lambda value, column, store: yes_or_no(ticked=True) if value else "–",
    CellKind.CHOICE: lambda value, column, store: choice_word(value),
    CellKind.CHOICES: lambda value, column, store: ", ".join(map(choice_word, value)),
    CellKind.SITE: lambda value, column, store: site_name(store, value),
    CellKind.SITES: lambda value, column, store: ", ".join(site_name(store, each) for each in value),
    CellKind.RECORD: lambda value, column, store: record_name(column, store, value),
    CellKind.RECORDS: lambda value, column, store: ", ".join(record_name(column, store, each) for each in value),
}


def choice_pairs(column: Column, store: RegisterStore) -> list[tuple[str, Any]]:
    """Returns the words and values that may be chosen for a column."""
    match column.kind:
        case CellKind.CHOICE | CellKind.CHOICES:
            return [(choice_word(member), member) for member in column.form]
        case CellKind.SITE:
            none = [] if column.needed else [("", None)]
            return none + [(site_text(site), site.site) for site in store.sites]
        case CellKind.SITES:
            return [(site_text(site), site.site) for site in store.sites]
        case CellKind.RECORD | CellKind.RECORDS:
            named = sorted(
                (str(getattr(record, "name", record.id)), record.id) for record in store.present(column.form)
            )
            return named if column.kind is CellKind.RECORDS else [("", None), *named]
        case _:
            return []
