"""The screen of a site that has no usable invitation: one sentence, one field, one button.

Rule: it reads no file; a file's path is handed on as the technician chose it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind
from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.phrases.satellite import satellite_tool_words as words
from widgets.phrases.trouble_words import phrase_troubles

WIDTH = 760
NOT_YET = TroubleKind.NOT_JOINED_YET
MOST_LETTERS = 16_000
"""An invitation is far shorter; what is longer is something else that was copied."""


def _what_was_wrong(state: SiteStanding) -> str:
    """Returns what was wrong with an invitation; that there never was one is nobody's fault."""
    return state.trouble or phrase_troubles(what for what in state.troubles if what.kind is not NOT_YET)


class JoinScreen(QWidget):
    """Covers the window until an invitation is taken."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading, self._explanation, self._trouble = QLabel(self), QLabel(self), QLabel(self)
        self.field = QPlainTextEdit(self)
        self.join = PaintedButton(self, PRIMARY, icon=Icon.CHECK)
        self.file = PaintedButton(self, PLAIN, icon=Icon.PAGE)
        self.back = PaintedButton(self, PLAIN)
        self._opened_by_hand = False
        self._dismissed = ""
        """What was wrong with an invitation that the technician gave up in favour of the present one."""
        self._make_body()
        for key, wish in (("Ctrl+Return", self._give), ("Ctrl+O", self._choose_file), ("Escape", self._go_back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)
        self.join.clicked.connect(self._give)
        self.file.clicked.connect(self._choose_file)
        self.back.clicked.connect(self._go_back)
        self.hide()

    def _make_body(self) -> None:
        self._heading.setFont(theme.font(34, 700))
        self._explanation.setFont(theme.font(18))
        self._trouble.setFont(theme.font(18, 700))
        self._trouble.setStyleSheet(f"color: {theme.WARNING.name()}")
        self.field.setFont(theme.font(16))
        self.field.setTabChangesFocus(True)
        self.field.setMaximumHeight(180)
        for label in (self._heading, self._explanation, self._trouble):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for name, button in (("join", self.join), ("file", self.file), ("back", self.back)):
            button.setObjectName(f"join-{name}")
            button.title_size, button.second_size = 18, 14
            button.setMinimumSize(180, 52)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QWidget(self)
        body = QVBoxLayout(column)
        body.setSpacing(16)
        for widget in (self._heading, self._explanation, self.field, self._trouble):
            body.addWidget(widget)
        body.addLayout(buttons)
        column.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignCenter)

    def show_state(self, state: SiteStanding) -> None:
        """Comes up where there is no invitation, says what was wrong with the last one, goes once it is taken."""
        self._heading.setText(words.join_heading())
        self._explanation.setText(words.join_explanation())
        self.field.setAccessibleName(words.join_field())
        self.field.setPlaceholderText(words.join_field())
        self.join.set_words(words.join(), "Ctrl+Enter")
        self.file.set_words(words.choose_file(), "Ctrl+O")
        self.back.set_words(words.back_to_meeting(), "Esc")
        trouble = _what_was_wrong(state) if state.needs_invitation else ""
        self._trouble.setText(f"▲ {trouble}" if trouble else "")
        self._trouble.setVisible(bool(trouble))
        if state.needs_invitation and (trouble != self._dismissed or not state.site_name):
            self.open_screen(may_go_back=bool(state.site_name))
        elif not self._opened_by_hand:
            self.hide()

    def open_screen(self, *, may_go_back: bool) -> None:
        """Comes up and takes the keyboard."""
        self._opened_by_hand = self._opened_by_hand or may_go_back
        self.back.setVisible(may_go_back)
        if self.isHidden():
            self.field.clear()
            self.raise_()
            self.show()
            self.field.setFocus()

    def _give(self) -> None:
        text = self.field.toPlainText().strip()[:MOST_LETTERS]
        if text:
            self._dismissed = ""
            self._opened_by_hand = False
            self.given.emit(text)

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, words.choose_file(), "", words.invitation_files())
        if path:
            self._opened_by_hand = False
            self.given.emit(path)

    def _go_back(self) -> None:
        if self.back.isVisible():
            self._opened_by_hand = False
            self._dismissed = self._trouble.text().removeprefix("▲ ")
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Covers what lies below."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.BACKGROUND)
