"""Cameras and their presets given to a file and taken from one: what a file would change is shown first.

Rule: the program's own `cameras` command reads, judges and writes; nothing that is there is written over without a yes.
"""

from collections.abc import Callable
from typing import Final

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from console.cameras.setup_facts import Change, ImportAnswer
from widgets.controls.dialogs import Question
from widgets.phrases.office import camera_files_words as words

EXPORT, PLAN, IMPORT = "cameras-export", "cameras-plan", "cameras-import"
NAMES: Final = frozenset({EXPORT, PLAN, IMPORT})
FILE_NAME: Final = "camera.json"

Run = Callable[..., None]
"""Runs a `cameras` command: the name under which its answer comes back, and its words."""


class CameraFiles(QObject):
    """The two buttons of the page, and the question between them."""

    def __init__(self, run: Run, chosen: Callable[[], str], page: QWidget) -> None:
        """`chosen` returns the listed camera of the chosen row, empty for none: a file of presets alone is for it."""
        super().__init__(page)
        self._run, self._chosen, self._page = run, chosen, page
        self._path = ""
        self._into: tuple[str, ...] = ()
        self.by = "--person="
        """Who takes a file in, as the log will name it."""
        self.give_button, self.take_button = QPushButton(page), QPushButton(page)
        for button, name in ((self.give_button, EXPORT), (self.take_button, IMPORT)):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.give_button.clicked.connect(self._choose_place)
        self.take_button.clicked.connect(self._choose)

    def _choose_place(self) -> None:
        dialog = QFileDialog(self._page, words.export())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(words.files())
        dialog.setDefaultSuffix("json")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.give)
        dialog.open()

    def give(self, path: str) -> None:
        """Writes every camera with its presets to a file."""
        self._run(EXPORT, "export-all", "--", path)

    def _choose(self) -> None:
        dialog = QFileDialog(self._page, words.take())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(words.files())
        dialog.fileSelected.connect(self.ask)
        dialog.open()

    def ask(self, path: str) -> None:
        """Has a file read, to be shown what it would change."""
        camera = self._chosen()
        self._path, self._into = path, (f"--into={camera}",) if camera else ()
        self._run(PLAN, "import-all", "--plan", *self._into, "--", path)

    def take_answer(self, name: str, text: str) -> str:
        """Takes the answer to one of these commands that was done; returns what is to be said of it."""
        if name == EXPORT:
            return words.exported()
        try:
            answer = msgspec.json.decode(text.encode(), type=ImportAnswer)
        except msgspec.DecodeError:
            return text
        if name == IMPORT:
            return words.imported(answer)
        changes = [change for camera in answer.cameras for change in _changes(camera.change, camera.presets)]
        if not {Change.NEW, Change.OTHER} & set(changes):
            return words.nothing_new(answer)
        answers = {"add": words.take_new()} if Change.NEW in changes else {}
        answers |= {"overwrite": words.overwrite()} if Change.OTHER in changes else {}
        question = Question(self._page, words.take(), words.plan(answer), answers)
        question.answered.connect(self._take)
        question.open()
        return ""

    def _take(self, answer: str) -> None:
        over = ("--overwrite",) if answer == "overwrite" else ()
        self._run(IMPORT, "import-all", *over, *self._into, self.by, "--", self._path)

    def rephrase(self) -> None:
        """Says the buttons in the language in use."""
        self.give_button.setText(words.export())
        self.take_button.setText(words.take())


def _changes(change: Change | None, presets: tuple[object, ...]) -> list[Change]:
    found = [getattr(preset, "change", Change.SAME) for preset in presets]
    return found if change is None else [change, *found]
