"""The words of the list of security events at the command line, and their English where no others are handed in.

Rule: a row is said here and in the office's page by the same cells, in the same order.
"""

import time
from collections.abc import Callable
from typing import Protocol

from console.office.security_rows import SecurityRow

SiteName = Callable[[str], str]
"""Gives the name of a site for people from its identifier."""


class SecurityWords(Protocol):
    """All that is said of security events, in one language."""

    def headings(self) -> list[str]:
        """Returns the names of the cells."""
        ...

    def cells(self, row: SecurityRow, site_name: SiteName) -> list[str]:
        """Returns a row as people read it."""
        ...

    def none(self) -> str:
        """Returns that there is no event."""
        ...

    def written(self, count: int, file: str) -> str:
        """Returns that so many events were written to a file."""
        ...


class EnglishSecurityWords:
    """The words of a process without others: the values as the register has them."""

    def headings(self) -> list[str]:
        """Returns the names of the cells."""
        return ["time", "kind", "person", "site, address", "detail"]

    def cells(self, row: SecurityRow, site_name: SiteName) -> list[str]:
        """Returns a row with its kinds as they are kept."""
        where = " · ".join(text for text in (site_name(row.site) if row.site else "", row.address) if text)
        told = (str(getattr(row.record, name, "") or "") for name in ("deed", "account", "part", "what", "standing"))
        detail = " · ".join(text for text in (*told, row.reason) if text)
        moment = time.strftime("%d.%m.%Y %H:%M:%S", time.localtime(row.wall_ms / 1000))
        return [moment, row.matter.value.replace("_", " "), row.person, where, detail]

    def none(self) -> str:
        """Returns that there is no event."""
        return "There is no such event."

    def written(self, count: int, file: str) -> str:
        """Returns that so many events were written to a file."""
        return f"{count} events written to {file}."
