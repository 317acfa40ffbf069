"""The help inside the window: what to do when, what each sign means, which keys there are; searched without accents.

Rule: the keys are read from the window's own actions and the signs are the drawn ones, so that the help cannot differ
from the window. It stands beside the running window and stops nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.rephrasing import named
from widgets.drawing.short_names import folded
from widgets.phrases.console.action_words import ACTION_HINTS
from widgets.phrases.guide import duty_words
from widgets.phrases.guide import guide_words as words

if TYPE_CHECKING:
    from widgets.guide.duty_page import DutyPage

SIZE = (820, 720)
LEAD_WIDTH = 190
SIGN_SIDE = 22

SIGNS: dict[str, tuple[Icon, QColor]] = {
    "lock": (Icon.LOCK, theme.TEXT_SECOND),
    "open-lock": (Icon.OPEN_LOCK, theme.TEXT_SECOND),
    "microphone-off": (Icon.MICROPHONE_OFF, theme.TEXT_SECOND),
    "microphone": (Icon.MICROPHONE, theme.TEXT_SECOND),
    "flat": (Icon.FLAT, theme.TEXT_SECOND),
    "wave": (Icon.WAVE, theme.TEXT_SECOND),
    "question": (Icon.QUESTION, theme.TEXT_SECOND),
    "live": (Icon.DOT, theme.LIVE_MARK),
    "next": (Icon.CHECK, theme.NEXT),
    "hand": (Icon.HAND, theme.TEXT),
    "phone": (Icon.PHONE, theme.TEXT),
    "page": (Icon.PAGE, theme.TEXT),
    "triangle": (Icon.TRIANGLE, theme.WARNING),
    "square": (Icon.SQUARE, theme.ERROR),
    "alert": (Icon.ALERT, theme.WARNING),
    "ring": (Icon.RING, theme.DIM),
    "octagon": (Icon.OCTAGON, theme.TEXT),
    "shield": (Icon.SHIELD, theme.DIM),
    "bell-off": (Icon.BELL_OFF, theme.TEXT),
    "ear": (Icon.HEADPHONES, theme.TEXT),
}


class Topic(NamedTuple):
    """One row of the help: what leads it (a key, a sign, or nothing), and its text."""

    section: int
    text: str
    title: str = ""
    key: str = ""
    sign: str = ""

    @property
    def searched(self) -> str:
        """What a search looks through."""
        return folded(f"{self.title} {self.key} {self.text}")


def topics(actions: list[QAction]) -> list[Topic]:
    """Returns all rows in order."""
    advice = [Topic(0, each.do, title=each.when) for each in words.advice()]
    signs = [Topic(1, meaning, sign=name) for name, meaning in words.sign_meanings().items()]
    plain = [Topic(2, meaning, key=key) for key, meaning in words.plain_keys()]
    return [*advice, *signs, *plain, *(_key_topic(action) for action in actions if action.text())]


def _key_topic(action: QAction) -> Topic:
    keys = list(dict.fromkeys(key.toString().replace("Return", "Enter") for key in action.shortcuts()))
    # Title and tip may speak of this moment; what the action does never does.
    hint = ACTION_HINTS.get(action.objectName(), action.toolTip)
    return Topic(2, hint() or action.text(), key=" / ".join(keys) or words.no_key())


class Guide(QDialog):
    """The help window of one console."""

    def __init__(self, parent: QWidget, actions: Callable[[], list[QAction]]) -> None:
        """`actions` gives those of the window when the help is made."""
        super().__init__(parent)
        self.setObjectName("guide")
        self._actions = actions
        self._rows: list[tuple[Topic, QWidget]] = []
        self._heads: list[QLabel] = []
        self.field = QLineEdit(self)
        named(self.field, words.search_hint)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.nothing = QLabel(self)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setObjectName("guide-pages")
        self.duties = QPushButton(self)
        self.duties.clicked.connect(self._open_duties)
        self._duty_page: DutyPage | None = None
        self._close = QPushButton(self)
        self._close.setObjectName("answer-close")
        self._close.setDefault(True)
        self._close.clicked.connect(self.close)
        self._lay_out()
        self.rephrase()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 18, 20, 16)
        body.setSpacing(12)
        body.addWidget(self.field)
        body.addWidget(self.nothing)
        body.addWidget(self._area, 1)
        keys = QHBoxLayout()
        keys.addWidget(self.duties)
        keys.addStretch(1)
        keys.addWidget(self._close)
        body.addLayout(keys)
        self.resize(*SIZE)

    def open_at(self, text: str = "") -> None:
        """Shows the help beside the window, searched for `text`."""
        self.rephrase()
        self.field.setText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()

    def _open_duties(self) -> None:
        """Shows what the regulations ask beside the help; the page is made when it is wanted for the first time."""
        if self._duty_page is None:
            from widgets.guide.duty_page import DutyPage

            self._duty_page = DutyPage(self)
        self._duty_page.show()
        self._duty_page.raise_()
        self._duty_page.activateWindow()
        self._duty_page.field.setFocus()

    @property
    def shown(self) -> list[Topic]:
        """The rows that the search leaves."""
        return [topic for topic, row in self._rows if not row.isHidden()]

    def rephrase(self) -> None:
        """Writes everything in the language in use."""
        self.setWindowTitle(words.guide_title())
        self.field.setPlaceholderText(words.search_hint())
        self._close.setText(words.close())
        self.duties.setText(duty_words.open_key())
        self._rows, self._heads = [], []
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        for topic in topics(self._actions()):
            if topic.section == len(self._heads):
                self._heads.append(_label(words.section_names()[topic.section], 18, 700))
                column.addWidget(self._heads[-1])
            row = _row(topic)
            self._rows.append((topic, row))
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(page)
        self._search()

    def _search(self) -> None:
        wanted = folded(self.field.text()).split()
        for topic, row in self._rows:
            row.setVisible(all(word in topic.searched for word in wanted))
        shown = {topic.section for topic, row in self._rows if not row.isHidden()}
        for section, head in enumerate(self._heads):
            head.setVisible(section in shown)
        self.nothing.setText(words.nothing_found(self.field.text()))
        self.nothing.setVisible(not shown)


def _row(topic: Topic) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(14)
    if topic.title:
        lead = _label(topic.title, 15, 600)
    elif topic.sign:
        lead = _sign(topic)
    else:
        lead = _label(topic.key, 14, 600)

    lead.setFixedWidth(LEAD_WIDTH)
    line.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(_label(topic.text, 15, 400), 1, Qt.AlignmentFlag.AlignTop)
    return row


def _sign(topic: Topic) -> QLabel:
    icon, colour = SIGNS[topic.sign]
    label = QLabel()
    ratio = label.devicePixelRatioF()
    picture = QPixmap(round(SIGN_SIDE * ratio), round(SIGN_SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        draw_icon(painter, icon, QRectF(0, 0, SIGN_SIDE, SIGN_SIDE), colour, theme.PANEL)
    label.setPixmap(picture)
    label.setAccessibleName(topic.text)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label


def _label(text: str, pixels: int, weight: int) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(pixels, weight))
    label.setWordWrap(True)
    return label
