"""Shortens the name of a site to the room there is, as Vietnamese offices do.

Rule: the kind of unit goes first (Phường, P., nothing), then leading syllables become initials; a syllable is never
cut and no dots stand for what is missing. Pure text, no Qt.
"""

import unicodedata
from collections.abc import Callable, Iterator

UNIT_KINDS = {
    "thị xã": "TX.",
    "thị trấn": "TT.",
    "thành phố": "TP.",
    "đặc khu": "ĐK.",
    "phường": "P.",
    "xã": "X.",
    "huyện": "H.",
    "quận": "Q.",
    "tỉnh": "T.",
}


def candidates(name: str) -> Iterator[str]:
    """Yields the forms of a name, longest first: "Xã Ea Nuôl", "X. Ea Nuôl", "Ea Nuôl", "E. Nuôl", "Nuôl".

    Names of three syllables and more have "B.M.Thuột" before the last.
    """
    full = " ".join(unicodedata.normalize("NFC", name).split())
    yield full
    rest = full
    kind = next((kind for kind in UNIT_KINDS if full.casefold().startswith(kind + " ")), None)
    if kind is not None:
        rest = full[len(kind) + 1 :]
        yield f"{UNIT_KINDS[kind]} {rest}"
        yield rest
    syllables = rest.split(" ")
    for count in range(1, len(syllables)):
        initials = " ".join(syllable[0].upper() + "." for syllable in syllables[:count])
        yield f"{initials} {' '.join(syllables[count:])}"
    if len(syllables) > 2:
        yield "".join(syllable[0].upper() + "." for syllable in syllables[:-1]) + syllables[-1]
    if len(syllables) > 1:
        yield syllables[-1]


def shortened(name: str, fits: Callable[[str], bool]) -> str:
    """Returns the longest form of a name that fits, or its shortest form when none does."""
    form = name
    for form in candidates(name):
        if fits(form):
            return form
    return form


def without_kind(name: str) -> str:
    """Returns a name without its kind of unit: "Xã Ea Tul" is "Ea Tul"; the number already says that it is a site."""
    forms = list(candidates(name))
    kind_was_there = len(forms) > 2 and forms[0].casefold().endswith(forms[2].casefold())
    return forms[2] if kind_was_there else forms[0]


def folded(text: str) -> str:
    """Returns a text for searching: lower case, no accents, đ as d ("Đắk Lắk" is "dak lak")."""
    plain = text.casefold().replace("đ", "d")
    marks_apart = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in marks_apart if not unicodedata.combining(letter))
