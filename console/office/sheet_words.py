"""How sheets say columns, words and yes or no.

Rule: a sheet is written in one language and read in all; whoever writes the name of a column or the value itself is
understood too.
"""

from enum import StrEnum
from typing import Protocol


class SheetWords(Protocol):
    """The words of sheets; the first of several is the one to write."""

    def titles(self, list_name: str, column: str) -> tuple[str, ...]:
        """Returns what stands over a column."""
        ...

    def members(self, member: StrEnum) -> tuple[str, ...]:
        """Returns how a member of an enumeration is said."""
        ...

    def ticks(self, *, ticked: bool) -> tuple[str, ...]:
        """Returns how yes or no is said."""
        ...


class PlainSheetWords:
    """The names and values themselves."""

    def titles(self, list_name: str, column: str) -> tuple[str, ...]:
        """Returns what stands over a column."""
        return (column,)

    def members(self, member: StrEnum) -> tuple[str, ...]:
        """Returns how a member of an enumeration is said."""
        return (member.value,)

    def ticks(self, *, ticked: bool) -> tuple[str, ...]:
        """Returns how yes or no is said."""
        return ("yes",) if ticked else ("no",)
