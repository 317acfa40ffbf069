"""Why the meeting cannot be opened, in the middle of the window, with what to do; hidden while the bridge runs.

Rule: the sentence is the bridge's own. Nothing here mends anything: it is tried again, or the window is closed.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import panel
from widgets.phrases.console import refusal_words as words

WIDTH = 760
SIGN = 28


class RefusalPanel(QWidget):
    """The reason, `Try again` and `Close`."""

    again_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refusal")
        self._store = store
        self._heading, self._reason, self._advice = _label(20, 700), _label(17, 500), _label(15, 400)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again, self.close_button = QPushButton(self), QPushButton(self)
        self.again.setObjectName("refusal-again")
        self.close_button.setObjectName("refusal-close")
        self.again.clicked.connect(self.again_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self._body = QVBoxLayout(self)
        self._lay_out()
        store.refusal_changed.connect(self.follow)
        parent.installEventFilter(self)
        self.follow()

    def _lay_out(self) -> None:
        body = self._body
        body.setContentsMargins(72, 28, 32, 26)
        body.setSpacing(14)
        for label in (self._heading, self._reason, self._advice):
            body.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.again)
        body.addLayout(row)

    def follow(self) -> None:
        """Shows the present reason, or hides."""
        self._heading.setText(words.heading())
        self._reason.setText(self._store.refusal)
        self._advice.setText(words.advice())
        self.again.setText(words.again())
        self.close_button.setText(words.close_window())
        self.setAccessibleName(f"{words.heading()} {self._store.refusal}")
        appears = bool(self._store.refusal) and self.isHidden()
        self.setVisible(bool(self._store.refusal))
        policy = Qt.FocusPolicy.StrongFocus if self._store.refusal else Qt.FocusPolicy.NoFocus
        for button in (self.again, self.close_button):  # in a meeting no button takes the keyboard
            button.setFocusPolicy(policy)
        self._place()
        if appears:
            self.raise_()
            self.again.setFocus()

    def rephrase(self) -> None:
        """Says everything in the language in use; the reason stays as the bridge said it."""
        self.follow()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(WIDTH, parent.width() - 40)
        height = max(self._body.totalHeightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((parent.width() - width) // 2, max(20, (parent.height() - height) // 2), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle of the window."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the sign."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.RAISED, theme.ERROR)
            draw_icon(painter, Icon.SQUARE, QRectF(28, 28, SIGN, SIGN), theme.ERROR)


def _label(pixels: int, weight: int) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(pixels, weight))
    label.setWordWrap(True)
    return label
