"""The readable record of a session as the octets of a PDF.

Rule: needs a `QGuiApplication` of any platform, also offscreen (`session_pdf_in` makes one where there is none), and
opens no window and no file.
"""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter

from console.records.page_model import Document
from console.records.seal import Seal
from console.records.session_story import SessionStory
from widgets.paper.page_painter import paint_document, set_paper
from widgets.paper.paper_text import load_paper_fonts
from widgets.phrases.language import language_in_use, use_language
from widgets.phrases.session_record import session_record

DOTS_PER_INCH = 600


def session_pdf(story: SessionStory, seal: Seal) -> bytes:
    """Returns the record of a session in the language in use."""
    return document_pdf(session_record(story, seal))


def session_pdf_in(language: str, story: SessionStory, seal: Seal) -> bytes:
    """Returns the record of a session in `vi` or `en`, also where no window is open; phrases then speak as before."""
    # Paper needs letters and no screen. The name keeps the application alive while it paints.
    application = QGuiApplication.instance() or QGuiApplication(["diem-cau", "-platform", "offscreen"])
    spoken = language_in_use()
    use_language(language)
    try:
        return session_pdf(story, seal)
    finally:
        use_language(spoken)
        del application


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
