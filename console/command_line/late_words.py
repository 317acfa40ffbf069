"""Words that are loaded with the first sentence: most commands say none, and a library of windows takes its time.

Rule: knows no language and no library; `load` brings both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.command_line.phrasing import SiteName
    from console.command_line.security.phrasing import SecurityWords
    from console.commands import AnyCommand
    from console.effects import Receipt
    from console.office.sheet_words import SheetWords
    from console.sites.site_standing import SiteStanding
    from console.trouble import Trouble


class AllWords(Protocol):
    """Whatever is said outside the windows, in one language."""

    def phrase(self, kind: StrEnum, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        ...

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        ...

    def help_text(self, english: str) -> str:
        """Returns a text of the command line's help or errors."""
        ...

    def site_line(self, site: SiteStanding) -> str:
        """Returns a site's state in one line."""
        ...

    def sheet_words(self) -> SheetWords:
        """Returns the words of sheets."""
        ...

    def security_words(self) -> SecurityWords:
        """Returns the words of security events."""
        ...

    def trouble(self, what: Trouble) -> str:
        """Returns a trouble in one sentence."""
        ...


class LateWords:
    """The words that `load` brings, from the first one on."""

    def __init__(self, load: Callable[[], AllWords]) -> None:
        self._load = load

    @cached_property
    def _words(self) -> AllWords:
        return self._load()

    def phrase(self, kind: StrEnum, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        return self._words.phrase(kind, values)

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        return self._words.receipt(command, receipt, site_name)

    def help_text(self, english: str) -> str:
        """Returns a text of the command line's help or errors."""
        return self._words.help_text(english)

    def site_line(self, site: SiteStanding) -> str:
        """Returns a site's state in one line."""
        return self._words.site_line(site)

    def sheet_words(self) -> SheetWords:
        """Returns the words of sheets."""
        return self._words.sheet_words()

    def security_words(self) -> SecurityWords:
        """Returns the words of security events."""
        return self._words.security_words()

    def trouble(self, what: Trouble) -> str:
        """Returns a trouble in one sentence."""
        return self._words.trouble(what)
