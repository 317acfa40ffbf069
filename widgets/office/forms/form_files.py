"""Where a form goes from a page: to the preview and the printer, or into a file.

Rule: a file is written by the program's own `form` command, so that window and command line give the same octets; only
paper is painted here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from widgets.office.register_store import RegisterStore
from widgets.phrases.office import form_page_words as words

WRITTEN = "form-file"
"""The name under which the answer comes back."""


class SaveButton(QPushButton):
    """A button with a menu of endings; `arguments` gives the `form` command without its file, nothing for no form."""

    def __init__(
        self,
        store: RegisterStore,
        name: str,
        label: Callable[[], str],
        arguments: Callable[[], tuple[str, ...]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._label, self._arguments, self._file_name = store, label, arguments, name
        self.setObjectName(f"save-{name}")
        self.setAutoDefault(False)
        menu = QMenu(self)
        self.acts = {ending: menu.addAction("") for ending in words.ENDINGS}
        for ending, act in self.acts.items():
            act.setObjectName(f"save-{name}-{ending}")
            act.triggered.connect(partial(self._ask, ending))
        self.setMenu(menu)
        self.rephrase()

    def _ask(self, ending: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt hands on
        if not self._arguments():
            return
        dialog = QFileDialog(self, self.text(), f"{self._file_name}.{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self._file_name}.{ending}")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Lets the form be written; its ending says of what kind."""
        command = (*self._arguments(), "--out", path, "--person", self._store.person)
        self._store.command_wanted.emit(WRITTEN, command)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setText(self._label())
        for ending, act in self.acts.items():
            act.setText(words.ENDINGS[ending]())
