"""The directory of sites: its rows, and how a row of anybody's list becomes one.

Rule: a list is taken whole or not at all; every bad line is named by its number and kind, so that one look mends them
all. Texts are NFC without outer spaces. Nothing here reads a file or a store (`site_list.py` knows CSV and JSON).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec

from console.events import Site
from console.sites.site_tree import stands_above_itself
from console.words import MAIN_SITE, SiteId, SiteRole

LARGEST_NUMBER = 999
MOST_SITES = 1000
LONGEST_TEXT = 200


class Fault(StrEnum):
    """What is wrong with a line of a list."""

    NOT_TEXT = "not_text"
    NOT_A_LIST = "not_a_list"
    NO_COLUMNS = "no_columns"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    NUMBER_MISSING = "number_missing"
    NUMBER_BAD = "number_bad"
    NUMBER_TWICE = "number_twice"
    NAME_MISSING = "name_missing"
    NAME_TWICE = "name_twice"
    ROLE_BAD = "role_bad"
    MAIN_TWICE = "main_twice"
    PARENT_UNKNOWN = "parent_unknown"
    PARENT_LOOP = "parent_loop"
    TOO_LONG = "too_long"


class BadLine(NamedTuple):
    """One fault: the line as an editor counts it (0: the file as a whole) and the text that is wrong."""

    line: int
    fault: Fault
    text: str = ""


class BadList(Exception):
    """The list is refused; `lines` names every fault found."""

    def __init__(self, lines: Sequence[BadLine]) -> None:
        super().__init__("; ".join(f"line {line.line}: {line.fault.value} {line.text}".rstrip() for line in lines))
        self.lines = tuple(lines)


class Row(NamedTuple):
    """A line of a list before it is judged: its number, and its cells by field name of `Site`."""

    line: int
    cells: Mapping[str, str]


_ROLES = {
    "": SiteRole.SATELLITE,
    "satellite": SiteRole.SATELLITE,
    "ve tinh": SiteRole.SATELLITE,
    "diem cau ve tinh": SiteRole.SATELLITE,
    "main": SiteRole.MAIN_ENDPOINT,
    "main_endpoint": SiteRole.MAIN_ENDPOINT,
    "main endpoint": SiteRole.MAIN_ENDPOINT,
    "chinh": SiteRole.MAIN_ENDPOINT,
    "diem cau chinh": SiteRole.MAIN_ENDPOINT,
}


def folded(text: str) -> str:
    """Returns a text for comparing: lower case, no marks, đ as d, single spaces ("Đắk  Lắk" is "dak lak")."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


def site_id_of(number: int) -> SiteId:
    """Returns the identifier of the satellite with a number (`s014`)."""
    return f"s{number:03d}"


def find_sites(sites: Iterable[Site], wanted: str) -> tuple[Site, ...]:
    """Returns the sites that a number, an identifier or a name may mean; more than one when the name is not clear.

    A name counts without its marks; the whole name comes before a part of it. "14 Ea Nuol" is number 14 of that name.
    """
    listed = tuple(sites)
    text = folded(wanted)
    exact = tuple(site for site in listed if text == site.site or (text.isdigit() and int(text) == site.number))
    same = tuple(site for site in listed if folded(site.name) == text)
    part = tuple(site for site in listed if text and text in folded(site.name))
    both = tuple(site for site in listed if text == f"{site.number} {folded(site.name)}")
    return exact or same or both or part


def merged(known: Iterable[Site], changed: Iterable[Site]) -> tuple[Site, ...]:
    """Returns the directory with `changed` put over `known`, in order of number."""
    by_site = {site.site: site for site in known} | {site.site: site for site in changed}
    return in_order(by_site.values())


def in_order(sites: Iterable[Site]) -> tuple[Site, ...]:
    """Returns sites with the main endpoint first and the others by number."""
    return tuple(sorted(sites, key=lambda site: (site.site != MAIN_SITE, site.number)))


def sites_of(rows: Sequence[Row], known: Iterable[Site] = ()) -> tuple[Site, ...]:
    """Returns the sites of rows, in order; a parent may name one of them or of `known`. Raises `BadList`."""
    if not rows:
        raise BadList([BadLine(0, Fault.EMPTY)])
    if len(rows) > MOST_SITES:
        raise BadList([BadLine(0, Fault.TOO_MANY, str(len(rows)))])
    reading = _Reading(merged((), known))
    sites = [(row, site) for row in rows if (site := reading.site(row)) is not None]
    whole = [reading.with_parent(row, site, [site for _, site in sites]) for row, site in sites]
    reading.judge_directory([row for row, _ in sites], whole)
    if reading.faults:
        raise BadList(sorted(reading.faults))
    return in_order(whole)


class _Reading:
    """One pass over a list: what was seen so far, and the faults."""

    def __init__(self, known: tuple[Site, ...]) -> None:
        self.faults: list[BadLine] = []
        self._known = known
        self._sites: set[SiteId] = set()

    def site(self, row: Row) -> Site | None:
        """Returns a row's site without its parent; None when the row has a fault, which is noted."""
        before = len(self.faults)
        cells = {field: self._text(row, cell) for field, cell in row.cells.items()}
        role = self._role(row, cells.get("role", ""))
        number = self._number(row, cells.get("number", ""), role)
        name = self._name(row, cells.get("name", ""))
        site = MAIN_SITE if role is SiteRole.MAIN_ENDPOINT else site_id_of(number)
        if len(self.faults) == before and site in self._sites:
            fault = Fault.MAIN_TWICE if site == MAIN_SITE else Fault.NUMBER_TWICE
            self._note(row, fault, cells.get("number", ""))
        if len(self.faults) > before:
            return None
        self._sites.add(site)
        return Site(
            site=site,
            number=number,
            name=name,
            role=role,
            district=cells.get("district", ""),
            carrier=cells.get("carrier", ""),
            contacts=cells.get("contacts", ""),
        )

    def with_parent(self, row: Row, site: Site, listed: Sequence[Site]) -> Site:
        """Returns the site with its parent, which must be exactly one other site."""
        wanted = row.cells.get("parent", "").strip()
        if not wanted:
            return site
        parents = [parent for parent in find_sites(merged(self._known, listed), wanted) if parent.site != site.site]
        if len(parents) != 1:
            self._note(row, Fault.PARENT_UNKNOWN, wanted)
            return site
        return msgspec.structs.replace(site, parent=parents[0].site)

    def _note(self, row: Row, fault: Fault, text: str = "") -> None:
        self.faults.append(BadLine(row.line, fault, text[:40]))

    def _text(self, row: Row, cell: str) -> str:
        text = " ".join(unicodedata.normalize("NFC", cell).split())
        if len(text) > LONGEST_TEXT:
            self._note(row, Fault.TOO_LONG, text)
        return text

    def _role(self, row: Row, text: str) -> SiteRole:
        role = _ROLES.get(folded(text))
        if role is None:
            self._note(row, Fault.ROLE_BAD, text)
        return role or SiteRole.SATELLITE

    def _number(self, row: Row, text: str, role: SiteRole) -> int:
        least = 0 if role is SiteRole.MAIN_ENDPOINT else 1
        if not text and least == 1:
            self._note(row, Fault.NUMBER_MISSING)
        elif text and not (text.isascii() and text.isdigit() and least <= int(text) <= LARGEST_NUMBER):
            self._note(row, Fault.NUMBER_BAD, text)
        else:
            return int(text or 0)
        return 0

    def _name(self, row: Row, name: str) -> str:
        if not name:
            self._note(row, Fault.NAME_MISSING)
        return name

    def judge_directory(self, rows: Sequence[Row], listed: Sequence[Site]) -> None:
        """Notes sites that stand above themselves, and those of the same name under the same parent."""
        sites = {site.site: site for site in merged(self._known, listed)}
        ours = {site.site for site in listed}
        places = Counter(_place(site) for site in sites.values() if site.site not in ours)
        for row, site in zip(rows, listed, strict=True):
            if stands_above_itself(site.site, sites):
                self._note(row, Fault.PARENT_LOOP, site.name)
            elif places[_place(site)]:
                self._note(row, Fault.NAME_TWICE, site.name)
            places[_place(site)] += 1


def _place(site: Site) -> tuple[str, SiteId | None]:
    return site.name.casefold(), site.parent
