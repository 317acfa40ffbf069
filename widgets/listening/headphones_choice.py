"""Asks on which device the operator listens.

Rule: what was in use is chosen at first; Enter in the list takes it, Escape leaves everything as it is. The devices
come later than the question: until then it says so.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from widgets.controls.dialogs import Question
from widgets.phrases.console import listen_words as words

LIST_SIZE = QSize(480, 220)


class HeadphonesChoice(Question):
    """A list of what plays sound on this machine."""

    chosen = Signal(object)
    """The name of a device, or None for the usual one."""

    def __init__(self, parent: QWidget, in_use: str | None) -> None:
        """`in_use` is the name of the device on which is listened now, None for the usual one."""
        super().__init__(parent, words.device_title(), words.device_text(), {"use": words.use_device()})
        self.setObjectName("headphones-choice")
        self._in_use = in_use
        self.list = QListWidget(self)
        self.list.setMinimumSize(LIST_SIZE)
        self.list.setAccessibleName(words.device_title())
        self.list.itemActivated.connect(self.acting["use"].click)
        self.body.insertWidget(2, self.list)
        self.acting["use"].setEnabled(False)
        self.list.addItem(words.looking_for_devices())
        self.answered.connect(self._tell)

    def show_devices(self, names: tuple[str, ...]) -> None:
        """Offers the usual device and these; one in use that is not there is offered as missing."""
        missing = () if self._in_use is None or self._in_use in names else (self._in_use,)
        self.list.clear()
        for name in (None, *names, *missing):
            text = words.usual_device() if name is None else words.missing_device(name) if name in missing else name
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            if name == self._in_use:
                self.list.setCurrentItem(item)
        self.acting["use"].setEnabled(True)

    def _tell(self, _answer: str) -> None:
        self.chosen.emit(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to the list: choosing is what it was opened for, and Escape still leaves all as it is."""
        super().showEvent(event)
        self.list.setFocus()
