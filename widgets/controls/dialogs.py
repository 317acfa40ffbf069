"""The few questions the console asks: before what opens microphones, ends a session or closes the window.

Rule: shown with `open()`, never `exec()`; Cancel is the default and Escape means it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from console.office.meeting_offers import MeetingOffer
from console.words import SessionKind, SiteId
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.short_names import folded
from widgets.phrases import phrase_session_kind
from widgets.phrases.console import action_words as words
from widgets.phrases.office.host_rule_words import phrase_host_findings

LEAST_WIDTH = 480


class Question(QDialog):
    """A title, a sentence, Cancel first and as default, then what it is about."""

    answered = Signal(str)
    """The name of the answer that was chosen; nothing on Cancel."""

    def __init__(self, parent: QWidget, title: str, text: str, answers: dict[str, str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 22, 24, 20)
        self.body.setSpacing(14)
        heading = _label(title, 19, 600)
        heading.setMinimumWidth(LEAST_WIDTH)  # not the dialog's own: that would let it become smaller than its content
        self.body.addWidget(heading)
        if text:
            self.body.addWidget(_label(text, 15, 400))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.body.addLayout(self.buttons)
        self.buttons.addStretch(1)
        self.cancel = self._button(words.cancel(), self.reject)
        self.cancel.setObjectName("answer-cancel")
        self.cancel.setDefault(True)
        self.acting: dict[str, QPushButton] = {}
        for name, word in answers.items():
            self.acting[name] = self._button(word, partial(self._answer, name))
            self.acting[name].setObjectName(f"answer-{name}")

    def _button(self, word: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        self.buttons.addWidget(button)
        return button

    def _answer(self, name: str) -> None:
        self.answered.emit(name)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to Cancel."""
        self.cancel.setFocus()


class StartSessionDialog(Question):
    """Asks for kind and title of a session."""

    start_wanted = Signal(object, str, object)
    """`SessionKind`, title, and the identifier of a registered meeting or None."""

    def __init__(self, parent: QWidget) -> None:
        title, title_label, start = words.start_session_question()
        super().__init__(parent, title, "", {"start": start})
        self._title = QLineEdit(self)
        self._title.setPlaceholderText(title_label)
        self._title.setAccessibleName(title_label)
        self._title.setMaxLength(200)
        self.body.insertWidget(1, self._title)
        self._meetings = QComboBox(self)
        self._meetings.setAccessibleName(words.registered_meeting())
        self._meetings.setObjectName("registered-meeting")
        self._meetings.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._meetings.hide()
        self._meetings.activated.connect(self._take_meeting)
        self._offers: tuple[MeetingOffer, ...] = ()
        self.body.insertWidget(1, self._meetings)
        self.findings = QLabel(self)
        """What is otherwise than the regulation ties to the host of the chosen meeting."""
        self.findings.setFont(theme.font(13))
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.findings.hide()
        self.body.insertWidget(2, self.findings)
        self._kinds = QButtonGroup(self)
        for index, kind in enumerate(SessionKind):
            choice = QRadioButton(phrase_session_kind(kind), self)
            choice.setFont(theme.font(15))
            choice.setChecked(kind is SessionKind.TEST)
            self._kinds.addButton(choice, index)
            self.body.insertWidget(4 + index, choice)
        self.answered.connect(self._start)

    def _start(self) -> None:
        kind = list(SessionKind)[self._kinds.checkedId()]
        self.start_wanted.emit(kind, self._title.text().strip(), self.meeting_uid)

    @property
    def meeting_uid(self) -> str | None:
        """The registered meeting that is chosen; None: without one."""
        place = self._meetings.currentIndex() - 1
        return self._offers[place].meeting_uid if 0 <= place < len(self._offers) else None

    def show_meetings(self, offers: tuple[MeetingOffer, ...]) -> None:
        """Offers registered meetings; the nearest is chosen unless somebody has typed a title."""
        self._offers = offers
        self._meetings.clear()
        self._meetings.addItem(words.without_registration())
        for offer in offers:
            self._meetings.addItem(words.offered_meeting(offer.start_ms, offer.subject))
        self._meetings.setVisible(bool(offers))
        if offers and not self._title.text().strip():
            self._meetings.setCurrentIndex(1)
            self._take_meeting(1)

    def _take_meeting(self, place: int) -> None:
        told = phrase_host_findings(self._offers[place - 1].findings) if place > 0 else ""
        self.findings.setText(told)
        self.findings.setMinimumHeight(self.findings.heightForWidth(LEAST_WIDTH) if told else 0)
        self.findings.setVisible(bool(told))
        if place > 0:
            self._title.setText(self._offers[place - 1].subject)
            self._title.setCursorPosition(0)


class MuteExceptDialog(Question):
    """Asks which sites keep their microphone when all others are muted."""

    sites_chosen = Signal(object)
    """A tuple of site ids."""

    def __init__(self, parent: QWidget, store: Store, kept: set[SiteId]) -> None:
        title, text, self._word = words.mute_except_question()
        super().__init__(parent, title, text, {"mute": ""})
        self._filter = QLineEdit(self)
        self._filter.textChanged.connect(self._apply_filter)
        self._list = QListWidget(self)
        self._list.setMinimumHeight(320)
        for site in store.roster:
            item = QListWidgetItem(store.full_label(site))
            item.setData(Qt.ItemDataRole.UserRole, site)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if site in kept else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self.body.insertWidget(2, self._filter)
        self.body.insertWidget(3, self._list)
        self._list.itemChanged.connect(self._count)
        self.answered.connect(lambda: self.sites_chosen.emit(self.chosen))
        self._count()

    @property
    def chosen(self) -> tuple[SiteId, ...]:
        """The sites that keep their microphone."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _count(self) -> None:
        self.acting["mute"].setText(self._word.format(n=len(self.chosen)))

    def _apply_filter(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(folded(text) not in folded(item.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps Enter in the filter from closing the dialog."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._filter.hasFocus():
            return
        super().keyPressEvent(event)


def close_dialog(parent: QWidget) -> Question:
    """Returns the question whether the meeting goes on when the window closes; answers `goes-on` and `ends`."""
    title, text, goes_on, ends = words.close_question()
    return Question(parent, title, text, {"goes-on": goes_on, "ends": ends})


def _label(text: str, pixels: int, weight: int) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.font(pixels, weight))
    label.setWordWrap(True)
    label.setMinimumHeight(label.heightForWidth(LEAST_WIDTH))
    return label
