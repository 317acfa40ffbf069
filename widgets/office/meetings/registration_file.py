"""A registration that comes as a file: chosen, read and judged as the command line does it, then shown.

Rule: the program's own `meeting new` reads and writes; what it says against a file is shown as it is said.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.office.register_store import RegisterStore
from widgets.phrases.office import meeting_words as words

COMMAND = "meeting-import"


class RegistrationFile(QObject):
    """Asks for the file and has it taken."""

    taken = Signal(str)
    """The identifier of the meeting that was written."""
    refused = Signal(str)
    """Why nothing was written."""

    def __init__(self, store: RegisterStore, page: QWidget) -> None:
        super().__init__(page)
        self._store, self._page = store, page
        store.answered.connect(self._take_answer)

    def choose(self) -> None:
        """Asks which file."""
        dialog = QFileDialog(self._page, words.take_file())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(words.registration_files())
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Has a file taken as a new registration."""
        self._store.command_wanted.emit(COMMAND, ("meeting", "new", f"--person={self._store.person}", f"--file={path}"))

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name == COMMAND and done:
            self.taken.emit(text.rsplit(maxsplit=1)[-1])
        elif name == COMMAND:
            self.refused.emit(text)
