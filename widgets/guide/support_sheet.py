"""What support would be given, file by file, before it is saved; and the question after a crash.

Rule: nothing leaves the machine by itself, and what is saved is what was shown.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.support_part import SupportPart
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.phrases.guide import guide_words
from widgets.phrases.guide import support_words as words

SIZE = (1040, 640)
LIST_WIDTH = 340
FILE_NAME = "diem-cau-support.zip"


class SupportSheet(QDialog):
    """The parts of the bundle and the text of the chosen one."""

    save_wanted = Signal(str)
    """The file's path."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("support")
        self.setWindowTitle(words.title())
        self._parts: tuple[SupportPart, ...] = ()
        self.explanation = QLabel(words.explanation(), self)
        self.explanation.setWordWrap(True)
        self.list, self.text = QListWidget(self), QPlainTextEdit(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(words.parts_list())
        self.list.addItem(words.reading())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(words.part_text())
        self.text.setFont(theme.font(13))
        self.text.setTabChangesFocus(True)
        self.save, self.close_button = QPushButton(words.save(), self), QPushButton(guide_words.close(), self)
        self.save.setEnabled(False)
        self.save.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.save.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(self._show_part)
        self._lay_out()

    def _lay_out(self) -> None:
        middle, last, body = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        last.addStretch(1)
        last.addWidget(self.close_button)
        last.addWidget(self.save)
        body.setContentsMargins(24, 22, 24, 20)
        body.setSpacing(14)
        body.addWidget(self.explanation)
        body.addLayout(middle, 1)
        body.addLayout(last)
        self.resize(*SIZE)

    def show_parts(self, parts: tuple[SupportPart, ...]) -> None:
        """Shows what was gathered; only then it can be saved."""
        self._parts = parts
        self.list.clear()
        self.list.addItems([words.part(part.name, (len(part.text.encode()) + 1023) // 1024) for part in parts])
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.save.setEnabled(bool(parts))

    def _show_part(self, row: int) -> None:
        self.text.setPlainText(self._parts[row].text if 0 <= row < len(self._parts) else "")

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, words.title(), FILE_NAME, words.file_kind())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.save_wanted)
        dialog.open()


class CrashQuestion(Question):
    """Asks, once, whether the reports of crashes since the last start shall be looked at."""

    def __init__(self, parent: QWidget, count: int) -> None:
        super().__init__(parent, words.crashes_title(), words.crashes(count), {"look": words.look()})
        self.setObjectName("crash-question")
