"""Lines of texts as a CSV file that Excel opens as it is: UTF-8 with its mark, semicolons, every cell quoted.

Rule: what a table would take for a formula is made a text (OWASP, "CSV injection").
"""

from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""By which Excel knows UTF-8."""


def csv_octets(lines: Iterable[Sequence[str]]) -> bytes:
    """Returns a file of these lines, the headings first."""
    return (BOM + "".join(";".join(map(_cell, line)) + "\r\n" for line in lines)).encode()


def _cell(text: str) -> str:
    text = f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
    return '"' + text.replace('"', '""') + '"'
