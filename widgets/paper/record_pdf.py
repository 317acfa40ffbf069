"""The readable record of a session as the octets of a PDF.

Rule: needs a `QGuiApplication` of any platform, also offscreen (`session_pdf_in` makes one where there is none), and
opens no window and no file.
"""

import contextlib
from collections.abc import Generator
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QApplication

from console.records.page_model import Document
from console.records.print_style import STANDARD, PrintStyle
from console.records.seal import Seal
from console.records.session_story import SessionStory
from widgets.paper.page_painter import paint_document, set_paper
from widgets.paper.paper_text import load_paper_fonts
from widgets.phrases.language import language_in_use, use_language
from widgets.phrases.log.session_record import session_record

DOTS_PER_INCH = 600


class Attached(NamedTuple):
    """A file inside a PDF."""

    name: str
    octets: bytes
    media_type: str = "application/json"


def session_pdf(story: SessionStory, seal: Seal) -> bytes:
    """Returns the record of a session in the language in use."""
    return document_pdf(session_record(story, seal))


def session_pdf_in(language: str, story: SessionStory, seal: Seal) -> bytes:
    """Returns the record of a session in `vi` or `en`, also where no window is open; phrases then speak as before."""
    with paper_without_a_screen():
        spoken = language_in_use()
        use_language(language)
        try:
            return session_pdf(story, seal)
        finally:
            use_language(spoken)


def form_pdf(document: Document, style: PrintStyle, data: bytes) -> bytes:
    """Returns a form with what it holds as JSON attached, also where no window is open."""
    with paper_without_a_screen():
        return document_pdf(document, style, Attached("form.json", data))


@contextlib.contextmanager
def paper_without_a_screen() -> Generator[None]:
    """Makes sure that there is an application to paint with: paper needs letters and no screen."""
    application = QApplication.instance() or QApplication(["diem-cau", "-platform", "offscreen"])
    try:
        yield
    finally:
        del application


def document_pdf(document: Document, style: PrintStyle = STANDARD, attached: Attached | None = None) -> bytes:
    """Returns a page model as a PDF with its fonts inside, and with what the form holds as a file attached to it.

    An archival one is PDF/A-1b (ISO 19005-1), which may carry no attached file.
    """
    load_paper_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    if style.archival:
        writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(document.title)
    writer.setCreator("Điểm Cầu")
    set_paper(writer, document)
    if attached is not None and not style.archival:
        writer.addFileAttachment(attached.name, QByteArray(attached.octets), attached.media_type)
    paint_document(document, writer, style)
    buffer.close()
    return bytes(buffer.data().data())
