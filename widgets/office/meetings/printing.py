"""Paper and files of the page of meetings: seen before it is printed, saved as PDF, for Word, as JSON.

Rule: nothing here writes a file; the octets go to the store, which has them written beside the window's loop.
"""

from collections.abc import Callable
from functools import partial
from importlib import resources

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from console.office.meeting import Meeting
from console.records.documents.docx_writer import document_docx
from console.records.page_model import Document
from console.records.print_style import STANDARD, PrintStyle
from console.records.registration_form import (
    STANDARD_TEMPLATE,
    BadTemplate,
    Template,
    heads_of,
    read_template,
    registration_form,
    template_name,
)
from console.regulation.profile import ProfileInForce
from widgets.drawing.short_names import folded
from widgets.office.register_store import RegisterStore
from widgets.paper.page_painter import paint_document, set_paper
from widgets.paper.paper_text import load_paper_fonts
from widgets.paper.record_pdf import document_pdf
from widgets.phrases.office import meeting_words as words

LONGEST_FILE_NAME = 60
PREVIEW_SIZE = (900, 720)


def template_of(profile: ProfileInForce) -> Template | None:
    """Returns the template that a profile prints, the standard one where it has none; None when none can be read."""
    folder = resources.files("resources") / "forms"
    for name in (template_name(profile), STANDARD_TEMPLATE):
        file = folder / f"{name}.json"
        if file.is_file():
            try:
                return read_template(file.read_bytes())
            except BadTemplate:
                continue
    return None


def registration_page(store: RegisterStore, meeting: Meeting | None) -> Document | None:
    """Returns the form of a meeting (None: a blank one) under the rules in force; None while there are no rules."""
    if store.rules is None or (template := template_of(store.rules.profile)) is None:
        return None
    return registration_form(meeting, template, heads_of(store.rules.profile))


def file_name(meeting: Meeting) -> str:
    """Returns a file's name from what a meeting is about, in plain letters."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in folded(meeting.subject)).strip("-")
    while "--" in plain:
        plain = plain.replace("--", "-")
    return plain[:LONGEST_FILE_NAME].rstrip("-") or "cuoc-hop"


class PaperMenu(QPushButton):
    """The button "print and export" with its menu."""

    said = Signal(str)

    def __init__(self, store: RegisterStore, meeting: Callable[[], Meeting | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._meeting = store, meeting
        self.setObjectName("meeting-paper")
        self.setAutoDefault(False)
        menu = QMenu(self)
        self.acts = {
            name: self._act(menu, name, wish)
            for name, wish in (
                ("preview", lambda: self.preview(self._meeting())),
                ("pdf", lambda: self._save("pdf", self._pdf)),
                ("docx", lambda: self._save("docx", self._docx)),
                ("json", lambda: self._save("json", self._json)),
                ("blank", lambda: self.preview(None)),
            )
        }
        self.setMenu(menu)
        self.rephrase()

    def _act(self, menu: QMenu, name: str, wish: Callable[[], object]) -> QAction:
        action = QAction(menu)
        action.setObjectName(f"paper-{name}")
        action.triggered.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        menu.addAction(action)
        return action

    # ------------------------------------------------------------ paper

    def preview(self, meeting: Meeting | None) -> None:
        """Shows the form as it will be printed; from there it goes to a printer."""
        page = registration_page(self._store, meeting)
        if page is None:
            self.said.emit(words.no_template())
        else:
            show_preview(self, page)

    def _pdf(self, meeting: Meeting) -> bytes | None:
        page = registration_page(self._store, meeting)
        return None if page is None else document_pdf(page)

    def _docx(self, meeting: Meeting) -> bytes | None:
        page = registration_page(self._store, meeting)
        return None if page is None else document_docx(page)

    def _json(self, meeting: Meeting) -> bytes | None:
        return msgspec.json.format(msgspec.json.encode(meeting))

    def _save(self, ending: str, make: Callable[[Meeting], bytes | None]) -> None:
        meeting = self._meeting()
        octets = None if meeting is None else make(meeting)
        if meeting is None or octets is None:
            self.said.emit(words.no_template())
            return
        self.ask_path(f"{file_name(meeting)}.{ending}", octets)

    def ask_path(self, name: str, octets: bytes) -> None:
        """Asks where to, and lets it be written."""
        dialog = QFileDialog(self, self.text(), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self._write, octets))
        dialog.open()

    def _write(self, octets: bytes, path: str) -> None:
        self._store.file_wanted.emit("meeting-file", path, octets)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setText(words.more())
        for name, word in (
            ("preview", words.preview),
            ("pdf", words.save_pdf),
            ("docx", words.save_docx),
            ("json", words.save_json),
            ("blank", words.blank_form),
        ):
            self.acts[name].setText(word())


class PaperPreview(QPrintPreviewDialog):
    """A document as it will be printed, with its own way to the printer.

    It keeps the printer: Qt's dialog only borrows it.
    """

    def __init__(self, parent: QWidget, page: Document, style: PrintStyle) -> None:
        load_paper_fonts()
        self.printer_kept = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(self.printer_kept, page)
        super().__init__(self.printer_kept, parent)
        self._page, self._style = page, style
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(page.title)
        self.resize(*PREVIEW_SIZE)
        self.paintRequested.connect(self._paint)

    def _paint(self, device: QPrinter) -> None:
        paint_document(self._page, device, self._style)


def show_preview(parent: QWidget, page: Document, style: PrintStyle = STANDARD) -> PaperPreview:
    """Opens the preview of a document."""
    preview = PaperPreview(parent, page, style)
    preview.open()
    return preview
