"""One language spoken outside the windows: at the command line and in a site's terminal.

Rule: everything handed in is a value of `console`; kinds of the command line come as enumerations and are told apart
by name, because their own modules reach what windows may not.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from console.commands import AnyCommand
from console.effects import Receipt
from console.sites.site_standing import SiteStanding
from console.trouble import Trouble
from widgets.phrases.command_line.command_line_words import phrase_kind, phrase_receipt
from widgets.phrases.command_line.help_words import phrase_help
from widgets.phrases.command_line.sheet_words import SpokenSheetWords
from widgets.phrases.language import use_language
from widgets.phrases.log.entries import SiteName
from widgets.phrases.satellite.satellite_words import terminal_line
from widgets.phrases.trouble_words import phrase_trouble

if TYPE_CHECKING:  # the words of one command, loaded with it
    from widgets.phrases.command_line.security_words import SpokenSecurityWords


class Spoken:
    """Sentences in `vi` or `en`; from now on all phrases of this process speak it."""

    def __init__(self, language: str) -> None:
        use_language(language)

    def phrase(self, kind: StrEnum, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        return phrase_kind(type(kind).__name__, kind.value, values)

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        wish = msgspec.to_builtins(command)
        return phrase_receipt(wish, receipt.outcome, receipt.reason, receipt.unconfirmed, site_name)

    def help_text(self, english: str) -> str:
        """Returns a text of the command line's help or errors."""
        return phrase_help(english)

    def site_line(self, site: SiteStanding) -> str:
        """Returns a site's state in one line."""
        return terminal_line(site)

    def sheet_words(self) -> SpokenSheetWords:
        """Returns the words of sheets."""
        return SpokenSheetWords()

    def security_words(self) -> "SpokenSecurityWords":
        """Returns the words of security events."""
        from widgets.phrases.command_line.security_words import SpokenSecurityWords

        return SpokenSecurityWords()

    def trouble(self, what: Trouble) -> str:
        """Returns a trouble in one sentence."""
        return phrase_trouble(what)
