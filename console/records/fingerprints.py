"""Fingerprints of signing keys as people write and compare them.

Rule: a fingerprint is SHA-256 of the raw public key, 64 lower-case hexadecimal digits; on paper in groups of four.
"""


def in_groups(fingerprint: str) -> str:
    """Returns a fingerprint as people compare it: groups of four digits."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4)).upper()


def read_fingerprint(text: str) -> str | None:
    """Returns the fingerprint that somebody typed with blanks, colons or hyphens; None when it is none."""
    digits = "".join(letter for letter in text.lower() if letter not in " :-\u202f\u00a0")
    return digits if len(digits) == 64 and set(digits) <= set("0123456789abcdef") else None
