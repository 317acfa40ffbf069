"""The five steps of the first set-up, each a page with its fields and the answer to what was asked last."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.sites.site_facts import DeviceChoice, DeviceFacts, DeviceTrial
from widgets.drawing import theme
from widgets.phrases.guide import first_start_words as words

QR_SIDE = 180
LONGEST_NAME = 200


class Page(QWidget):
    """One step."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setFont(theme.font(15))
        self.answer.setObjectName("answer")

    def begin(self) -> None:
        """Takes the keyboard."""

    def keep(self) -> bool:
        """Keeps what was filled in and not yet sent; tells whether the next step may be shown."""
        return True

    def show_answer(self, text: str, *, done: bool) -> None:
        """Shows how the last wish ended."""
        self.answer.setText(text or words.saved() if done else f"▲ {text}")

    def rephrase(self) -> None:
        """Says everything in the language in use."""

    def button(self, name: str, wish: Callable[[], object]) -> QPushButton:
        """Returns a button of the page."""
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button


def _say(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setPlaceholderText(text)
    field.setAccessibleName(text)


class NamePage(Page):
    """The name of the main endpoint."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST_NAME)
        self.column.addWidget(self.field)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.field.setFocus()

    def keep(self) -> bool:
        """Sends the name; without one the main endpoint keeps the name it has."""
        if name := self.field.text().strip():
            self.given.emit(name)
        return True

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        _say(self.field, words.main_name())


class DevicePage(Page):
    """Camera, microphone and loudspeaker, with a test."""

    tried = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = QFormLayout()
        self.boxes = [QComboBox(self) for _ in range(3)]
        self._labels = [QLabel(self) for _ in range(3)]
        for label, box in zip(self._labels, self.boxes, strict=True):
            self._form.addRow(label, box)
        self.try_button = self.button("devices-try", self._try)
        self.use_button = self.button("devices-use", self._use)
        row = QHBoxLayout()
        row.addWidget(self.try_button)
        row.addWidget(self.use_button)
        row.addStretch(1)
        self.column.addLayout(self._form)
        self.column.addLayout(row)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)

    @property
    def choice(self) -> DeviceChoice:
        """What is chosen."""
        camera, microphone, loudspeaker = (box.currentData() for box in self.boxes)
        return DeviceChoice(camera=camera, microphone=microphone, loudspeaker=loudspeaker)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.boxes[0].setFocus()

    def show_devices(self, facts: DeviceFacts) -> None:
        """Offers what is plugged in; what was chosen before stays chosen where it is there."""
        chosen = (facts.chosen.camera, facts.chosen.microphone, facts.chosen.loudspeaker)
        offered = (facts.cameras, facts.microphones, facts.loudspeakers)
        for box, names, name in zip(self.boxes, offered, chosen, strict=True):
            box.clear()
            box.addItem(words.usual_device(), None)
            for each in names:
                box.addItem(each, each)
            box.setCurrentIndex(max(0, box.findData(name)))

    def show_trial(self, trial: DeviceTrial) -> None:
        """Says what the devices did."""
        self.try_button.setEnabled(True)
        self.answer.setText(words.trial(trial))

    def _try(self) -> None:
        self.try_button.setEnabled(False)
        self.answer.setText(words.trying())
        self.tried.emit(self.choice)

    def _use(self) -> None:
        self.chosen.emit(self.choice)
        self.answer.setText(words.devices_used())

    def show_answer(self, text: str, *, done: bool) -> None:
        """Shows what went wrong."""
        self.try_button.setEnabled(True)
        super().show_answer(text, done=done)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for label, box, name in zip(self._labels, self.boxes, words.device_names(), strict=True):
            label.setText(name)
            box.setAccessibleName(name)
            if box.count():
                box.setItemText(0, words.usual_device())
        self.try_button.setText(words.try_devices())
        self.use_button.setText(words.use_devices())
        self.answer.clear()


class SitesPage(Page):
    """Sites one by one, as a pasted table or from a file."""

    added = Signal(str, str)
    table_given = Signal(str)
    file_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.number, self.name = QLineEdit(self), QLineEdit(self)
        self.number.setFixedWidth(90)
        self.name.setMaxLength(LONGEST_NAME)
        self.add = self.button("sites-add", self._add)
        one = QHBoxLayout()
        for part in (self.number, self.name, self.add):
            one.addWidget(part)
        self.table = QPlainTextEdit(self)
        self.table.setTabChangesFocus(True)
        self.take, self.file = self.button("sites-take", self._take), self.button("sites-file", self._choose_file)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.file)
        row.addStretch(1)
        self.known = QLabel(self)
        self.column.addLayout(one)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.answer)
        self.column.addWidget(self.known)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.number.setFocus()

    def keep(self) -> bool:
        """Sends what was typed and not yet added."""
        self._add()
        self._take()
        return True

    def _add(self) -> None:
        number, name = self.number.text().strip(), self.name.text().strip()
        if number and name:
            self.added.emit(number, name)
            self.number.clear()
            self.name.clear()
            self.number.setFocus()

    def _take(self) -> None:
        if text := self.table.toPlainText().strip():
            self.table_given.emit(text)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, words.choose_file(), "", "CSV, JSON (*.csv *.json)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file_given)
        dialog.open()

    def show_answer(self, text: str, *, done: bool) -> None:
        """Shows how it ended; a table that was taken goes."""
        if done:
            self.table.clear()
        super().show_answer(text, done=done)

    def show_count(self, count: int) -> None:
        """Says how many sites there are."""
        self._count = count
        self.known.setText(words.sites_known(count))

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        _say(self.number, words.site_number())
        _say(self.name, words.site_name())
        _say(self.table, words.paste_here())
        self.add.setText(words.add_site())
        self.take.setText(words.take_table())
        self.file.setText(words.choose_file())
        self.show_count(self._count)
        self.answer.clear()


class InvitationPage(Page):
    """The first invitation as link, file and QR picture."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files = ("", "")
        self.site = QComboBox(self)
        self.make, self.copy = self.button("invitation-make", self._make), self.button("invitation-copy", self._copy)
        first = QHBoxLayout()
        first.addWidget(self.site, 1)
        first.addWidget(self.make)
        self.link = QLineEdit(self)
        self.link.setReadOnly(True)
        second = QHBoxLayout()
        second.addWidget(self.link, 1)
        second.addWidget(self.copy)
        self.picture = QLabel(self)
        self.picture.setFixedSize(QR_SIDE, QR_SIDE)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addWidget(self.picture)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.site.setFocus()

    def keep(self) -> bool:
        """Makes the invitation first, when there is a site and none was made."""
        if self.site.count() and not self.link.text():
            self._make()
            return False
        return True

    def show_sites(self, sites: list[tuple[int, str]]) -> None:
        """Offers the sites."""
        chosen = self.site.currentData()
        self.site.clear()
        for number, label in sites:
            self.site.addItem(label, number)
        self.site.setCurrentIndex(max(0, self.site.findData(chosen)))
        self.make.setEnabled(bool(sites))

    def show_invitation(self, link: str, file: str, picture: str) -> None:
        """Shows an invitation."""
        self.link.setText(link)
        self._files = (file, picture)
        shown = QPixmap(picture)
        self.picture.setPixmap(shown.scaled(QR_SIDE, QR_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        self.copy.setEnabled(True)

    def show_answer(self, text: str, *, done: bool) -> None:
        """Says where the invitation lies, or what went wrong."""
        self.make.setEnabled(True)
        if done:
            self.answer.setText(words.files(*self._files))
        else:
            super().show_answer(text, done=False)

    def _make(self) -> None:
        if (number := self.site.currentData()) is not None:
            self.make.setEnabled(False)
            self.wanted.emit(number)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())
        self.answer.setText(words.copied())

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.site.setAccessibleName(words.invited_site())
        self.make.setText(words.invite())
        _say(self.link, words.link())
        self.copy.setText(words.copy())
        self.copy.setEnabled(bool(self.link.text()))
        self.picture.setAccessibleName(words.link())
        self.answer.setText(words.files(*self._files) if self._files[0] else "")


class PracticePage(Page):
    """A meeting to try things in."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.open_button = self.button("practice-open", self._open)
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Takes the keyboard."""
        self.open_button.setFocus()

    def _open(self) -> None:
        self.wanted.emit()
        self.answer.setText(words.practice_opens())

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.open_button.setText(words.practise())
        self.answer.clear()
