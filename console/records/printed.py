"""What of a document is printed under an office's style."""

from msgspec.structs import replace

from console.records.page_model import Document, Signatures
from console.records.print_style import PrintStyle


def printed(document: Document, style: PrintStyle) -> Document:
    """Returns the document without what the style leaves out."""
    if style.added_signatures:
        return document
    kept = (block for block in document.blocks if not (isinstance(block, Signatures) and block.may_be_left_out))
    return replace(document, blocks=tuple(kept))
