"""Painters of paper that load Qt with the first page: most commands paint none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.records.page_model import Document
    from console.records.print_style import PrintStyle
    from console.records.seal import Seal
    from console.records.session_story import SessionStory


def record_pdf(story: "SessionStory", seal: "Seal", language: str) -> bytes:
    """Returns a session's readable record as a PDF."""
    from widgets.paper.record_pdf import session_pdf_in

    return session_pdf_in(language, story, seal)


def form_pdf(document: "Document", style: "PrintStyle", data: bytes) -> bytes:
    """Returns a form as a PDF, what it holds as JSON attached."""
    from widgets.paper import record_pdf

    return record_pdf.form_pdf(document, style, data)
