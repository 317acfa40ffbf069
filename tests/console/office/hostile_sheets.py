"""Sheets that nobody should send, made from a good one."""

import io
import zipfile

from console.office.sheet_files import write_xlsx

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"
GOOD = write_xlsx([["Họ và tên", "Điện thoại"], ["Trần Thị Hương", "0905 123 456"]], "Cán bộ")


def with_part(name: str, content: bytes) -> bytes:
    """Returns the good sheet with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for each in {*good.namelist(), name}:
            made.writestr(each, content if each == name else good.read(each))
    return out.getvalue()


def with_rows(rows: bytes) -> bytes:
    """Returns a sheet with other rows."""
    return with_part(SHEET, _HEAD + rows + _END)


def bomb() -> bytes:
    """Returns a few hundred kilobytes that unpack to 200 MB."""
    return with_part(SHEET, b"<" + b" " * 200_000_000)


def a_million_columns() -> bytes:
    cells = b"".join(b"<c><v>%d</v></c>" % (number * 7919 % 100_003) for number in range(1_000_000))
    return with_rows(b'<row r="1">' + cells + b"</row>")


def many_rows(count: int) -> bytes:
    return with_rows(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % row for row in range(1, count)))


FORMULA = with_rows(b'<row r="1"><c r="A1"><f>WEBSERVICE("http://x")</f><v>1</v></c></row>')
FAR_ROW = with_rows(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')
WIDE_ROW = with_rows(b'<row r="1">' + b"<c><v>1</v></c>" * 200 + b"</row>")
NO_SUCH_STRING = with_rows(b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')
NO_SUCH_COLUMN = with_rows(b'<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')
ENTITIES = with_part("xl/sharedStrings.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><sst>&x;</sst>')
MACROS = with_part("xl/vbaProject.bin", b"Attribute VB_Name")
MACRO_TYPE = with_part("[Content_Types].xml", b'<Types><Override ContentType="x.macroEnabled.main+xml"/></Types>')
NO_WORKBOOK = with_part("xl/workbook.xml", b"<workbook/>")
