"""A list taken from a file and given to one: chosen or dragged onto the page.

Rule: the program's own `directory` command judges and writes; its words come back through the store.
"""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from console.office.columns import RecordList
from console.office.lists import LISTS
from widgets.controls.dialogs import Question
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import record_page_words as words

ENDINGS = (".xlsx", ".csv")
CONFIGURATION = frozenset({"devices", "lines", "sites"})
"""Lists that are configuration: the file's name is no reason to change them while that is frozen."""


class SheetFiles(QObject):
    """The two buttons of a page, and what is dropped on it."""

    def __init__(self, record_list: RecordList, store: RegisterStore, page: QWidget) -> None:
        super().__init__(page)
        self._list, self._store, self._page = record_list, store, page
        self.typed_reason: Callable[[], str] = str
        """Returns why, as somebody typed it beside the list."""
        self.take_button, self.give_button = QPushButton(page), QPushButton(page)
        self.take_button.setObjectName("list-import")
        self.give_button.setObjectName("list-export")
        self.take_button.clicked.connect(self._choose)
        self.give_button.clicked.connect(self._choose_place)
        for button in (self.take_button, self.give_button):
            button.setAutoDefault(False)
            button.setVisible(record_list.name in LISTS)
        if record_list.name in LISTS:
            page.setAcceptDrops(True)
            page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes one file that is dropped on the page."""
        if isinstance(event, QDragEnterEvent) and _dropped(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and (path := _dropped(event)):
            event.acceptProposedAction()
            self.ask(path)
            return True
        return False

    def _choose(self) -> None:
        dialog = QFileDialog(self._page, words.import_list())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(words.sheet_files())
        dialog.fileSelected.connect(self.ask)
        dialog.open()

    def ask(self, path: str) -> None:
        """Asks before a file is taken."""
        title, text, take = words.import_question(PurePath(path).name)
        question = Question(self._page, title, text, {"import": take})
        question.answered.connect(lambda: self._take(path))
        question.open()

    def _take(self, path: str) -> None:
        reason = self.typed_reason() or ("" if self._list.name in CONFIGURATION else PurePath(path).name)
        command = ("directory", "import", f"--person={self._store.person}", f"--reason={reason}", "--")
        self._store.command_wanted.emit("list-import", (*command, self._list.name, path))

    def _choose_place(self) -> None:
        dialog = QFileDialog(self._page, words.export_list())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(words.sheet_kinds()))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda: dialog.setDefaultSuffix(_ending(dialog)))
        dialog.selectFile(f"{self._list.name}.xlsx")
        dialog.fileSelected.connect(self.give)
        dialog.open()

    def give(self, path: str) -> None:
        """Writes the list to a file."""
        self._store.command_wanted.emit("list-export", ("directory", "export", "--", self._list.name, path))

    def rephrase(self) -> None:
        """Says the buttons in the language in use."""
        self.take_button.setText(words.import_list())
        self.give_button.setText(words.export_list())


def _dropped(event: QDropEvent) -> str:
    """Returns the one file that is dragged; nothing when it is several or no list."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if PurePath(path).suffix.casefold() in ENDINGS else ""


def _ending(dialog: QFileDialog) -> str:
    return "csv" if "csv" in dialog.selectedNameFilter() else "xlsx"
