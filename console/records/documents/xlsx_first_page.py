"""The first page of an XLSX file prints no number of its page.

Decree 30/2020/NĐ-CP, annex I: pages are numbered from the second on. The library that writes the file has one head for
all pages; here the finished file's first sheet is told that its first page differs: it has no head and the same foot.
Source: ECMA-376 part 1, 18.3.1.46 (headerFooter).
"""

import io
import re
import zipfile

FIRST_SHEET = "xl/worksheets/sheet1.xml"
_HEADER_FOOTER = re.compile(rb"<headerFooter>(?P<inside>.*?)</headerFooter>", re.DOTALL)
_FOOT = re.compile(rb"<oddFooter>(?P<foot>.*?)</oddFooter>", re.DOTALL)


def without_first_number(octets: bytes) -> bytes:
    """Returns the file with a first page that has no head."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.infolist():
            content = before.read(name)
            after.writestr(
                name, _HEADER_FOOTER.sub(_first_differs, content) if name.filename == FIRST_SHEET else content
            )
    return made.getvalue()


def _first_differs(found: re.Match[bytes]) -> bytes:
    inside = found["inside"]
    foot = _FOOT.search(inside)
    first = b"" if foot is None else b"<firstFooter>" + foot["foot"] + b"</firstFooter>"
    return b'<headerFooter differentFirst="1">' + inside + first + b"</headerFooter>"
