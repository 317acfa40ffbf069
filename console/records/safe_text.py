"""Text as it may stand on paper and in files for other programs.

Rule: what a person typed keeps every letter; what only turns the writing around, hides or breaks a file is left out.
Sources: Unicode TR 36 (direction marks), XML 1.0 section 2.2 (characters that a DOCX or XLSX may hold).
"""

import re
import unicodedata

_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tabulator and line ends
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # direction marks, nothing to see
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff]"  # halves of pairs, no characters
)
_ENDS = re.compile("\r\n?|\u0085|\u2028|\u2029")


def safe_text(text: str) -> str:
    """Returns a text in normal form C with plain line ends and without what nobody can see or read."""
    return unicodedata.normalize("NFC", _NEVER.sub("", _ENDS.sub("\n", text).replace("\t", " ")))
