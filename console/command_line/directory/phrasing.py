"""The English sentences of `directory`.

Rule: as in `command_line.phrasing`, actions name a kind and values; `widgets/phrases` says the same in the reader's
language.
"""

from collections.abc import Mapping
from enum import StrEnum

from console.office.sheet_faults import SheetFault


class DirectorySay(StrEnum):
    """What the command line has to say about lists."""

    LIST_UNKNOWN = "list_unknown"
    TAKEN = "taken"
    NOTHING_NEW = "nothing_new"
    WOULD_TAKE = "would_take"
    REFUSED = "refused"
    BAD_FILE = "bad_file"
    BAD_LINE = "bad_line"
    BAD_CELL = "bad_cell"
    MORE_FAULTS = "more_faults"
    WRITTEN = "written"
    ENDING_UNKNOWN = "ending_unknown"
    EMPTY_LIST = "empty_list"
    ENTRY_UNKNOWN = "entry_unknown"
    ENTRY_UNCLEAR = "entry_unclear"
    VERSION = "version"
    VERSION_REMOVED = "version_removed"
    NO_STEP_BACK = "no_step_back"
    STEPPED_BACK = "stepped_back"


_SAID: Mapping[DirectorySay, str] = {
    DirectorySay.LIST_UNKNOWN: "There is no list “{text}”; there are: {names}.",
    DirectorySay.TAKEN: "{count} entries taken, {changed} of them new or changed.",
    DirectorySay.NOTHING_NEW: "{count} entries read; all were known as they are.",
    DirectorySay.WOULD_TAKE: "{count} entries could be taken; nothing was changed.",
    DirectorySay.REFUSED: "{file} was not taken, nothing was changed:",
    DirectorySay.BAD_FILE: "The file {what}.",
    DirectorySay.BAD_LINE: "Line {line} {what}.",
    DirectorySay.BAD_CELL: "Line {line}, {column}: {what}.",
    DirectorySay.MORE_FAULTS: "And {count} more.",
    DirectorySay.WRITTEN: "{count} entries written to {file}.",
    DirectorySay.ENDING_UNKNOWN: "{file} is neither a .xlsx nor a .csv file; name it by what it is to be.",
    DirectorySay.EMPTY_LIST: "The list is empty.",
    DirectorySay.ENTRY_UNKNOWN: "There is no entry “{text}” in the list.",
    DirectorySay.ENTRY_UNCLEAR: "“{text}” may be {names}; use the identifier.",
    DirectorySay.VERSION: "version {number}  {time}  {person}  {reason}  ({changes})",
    DirectorySay.VERSION_REMOVED: "version {number}  {time}  {person}  {reason}  (deleted)",
    DirectorySay.NO_STEP_BACK: "“{text}” has one version only; there is nothing to go back to.",
    DirectorySay.STEPPED_BACK: "“{text}” is again as it was in version {number}.",
}

_FOUND: Mapping[SheetFault, str] = {
    SheetFault.NOT_A_SHEET: "is damaged, or no list at all",
    SheetFault.OLD_OR_LOCKED: "is an old Excel file (.xls) or locked with a password; save it as .xlsx without one",
    SheetFault.MACROS: "carries macros; save it as .xlsx without macros",
    SheetFault.TOO_LARGE: "is too large for a list",
    SheetFault.TOO_MANY_LINES: "has more than {text} lines",
    SheetFault.TOO_MANY_COLUMNS: "has more than {text} columns",
    SheetFault.NOT_TEXT: "is not UTF-8 text; save it as “CSV UTF-8”",
    SheetFault.EMPTY: "holds no entry",
    SheetFault.NO_HEADINGS: "does not have the columns that are needed: {text}",
    SheetFault.HEADING_TWICE: "has two columns of this name",
    SheetFault.FORMULA: "a formula stands there; paste its value instead ({text})",
    SheetFault.MISSING: "nothing stands there",
    SheetFault.BAD_DAY: "“{text}” is no day; write it as day/month/year",
    SheetFault.BAD_NUMBER: "“{text}” is no whole number",
    SheetFault.BAD_TICK: "“{text}” is neither yes nor no",
    SheetFault.BAD_WORD: "“{text}” is none of the words that can stand there",
    SheetFault.BAD_ADDRESS: "“{text}” is no network address of the kind that stands there",
    SheetFault.SITE_UNKNOWN: "there is no site “{text}”",
    SheetFault.SITE_UNCLEAR: "“{text}” may be several sites; write the number",
    SheetFault.NAME_UNKNOWN: "there is no “{text}” in the list that is named there",
    SheetFault.NAME_UNCLEAR: "“{text}” may be several entries; write the identifier",
    SheetFault.BAD_VALUE: "this is too long, or not of the form that is needed",
    SheetFault.TWICE: "stands for an entry that another line stands for",
}


def directory_english(kind: DirectorySay | SheetFault) -> str:
    """Returns the English sentence of a kind."""
    return _SAID[kind] if isinstance(kind, DirectorySay) else _FOUND[kind]
