"""The readable record of a session as the octets of a PDF.

Rule: needs a `QGuiApplication` of any platform, also offscreen, and opens no window and no file.
"""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from console.records.page_model import Document
from console.records.seal import Seal
from console.records.session_story import SessionStory
from widgets.page_painter import paint_document, set_paper
from widgets.paper_text import load_paper_fonts
from widgets.phrases.session_record import session_record

DOTS_PER_INCH = 600


def session_pdf(story: SessionStory, seal: Seal) -> bytes:
    """Returns the record of a session in the language in use."""
    return document_pdf(session_record(story, seal))


def document_pdf(document: Document) -> bytes:
    """Returns a page model as a PDF with its fonts inside."""
    load_paper_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.title)
    writer.setCreator("Điểm Cầu")
    set_paper(writer, document)
    paint_document(document, writer)
    buffer.close()
    return bytes(buffer.data().data())
