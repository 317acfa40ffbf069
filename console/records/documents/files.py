"""A form as a file of the kind that its ending says."""

from console.records.documents.csv_writer import document_csv
from console.records.page_model import Document
from console.records.print_style import PrintStyle

ENDINGS = (".pdf", ".docx", ".xlsx", ".csv", ".json")
"""What a form can be written as; PDF is painted, which needs Qt and is done elsewhere."""


def known_ending(suffix: str) -> bool:
    """Tells whether a form can be written as such a file."""
    return suffix.casefold() in ENDINGS


def document_file(suffix: str, document: Document, data: bytes, style: PrintStyle) -> bytes:
    """Returns a form's octets for one of `ENDINGS` but PDF; `data` is what it holds, as JSON."""
    match suffix.casefold():
        case ".docx":
            # Loaded with the first form: libraries for Word and Excel take their time.
            from console.records.documents.docx_writer import document_docx

            return document_docx(document, style)
        case ".xlsx":
            from console.records.documents.xlsx_writer import document_xlsx

            return document_xlsx(document, style)
        case ".csv":
            return document_csv(document)
        case ".json":
            return data + b"\n"
        case _:
            raise ValueError(f"{suffix} is none of {', '.join(ENDINGS)}")
