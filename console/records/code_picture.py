"""The QR code by which a printed record is tied to its log.

Rule: it carries session, count and head of the chain in full, so that a signature in ink on the paper fixes the log.
"""

import segno

PREFIX = "diem-cau-log"


def seal_text(session: str, count: int, head: str) -> str:
    """Returns what the code says: `diem-cau-log:SESSION:COUNT:HEAD`."""
    return f"{PREFIX}:{session}:{count}:{head}"


def code_rows(text: str) -> tuple[str, ...]:
    """Returns the rows of a QR code (ISO/IEC 18004, error correction M) without its margin; `1` is dark."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in segno.make_qr(text, error="m").matrix)
