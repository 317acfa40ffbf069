"""Where one logs in at the console: whose console it is, account and password, and why a login was refused.

Rule: a password lives in its field alone and is wiped when it was handed on; nothing of the meeting stands here.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from console.accounts.account import LONGEST_ACCOUNT, LONGEST_PASSWORD, Failed
from console.accounts.standing import ConsoleStanding
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import panel
from widgets.phrases.console import lock_words as words

SIGN = 22


class LockPanel(QWidget):
    """Account, password and a button."""

    login_wanted = Signal(str, str)
    """An account and its password."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lock")
        self._standing = ConsoleStanding()
        self._link_lost = False
        self._told: Failed | None = None
        self._comparing = False
        self.heading, self.said = _label(17, 700), _label(14, 500)
        self.account, self.password, self.button = QLineEdit(self), QLineEdit(self), QPushButton(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self.account.setObjectName("lock-account")
        self.account.setMaxLength(LONGEST_ACCOUNT)
        self.password.setObjectName("lock-password")
        self.password.setMaxLength(LONGEST_PASSWORD)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.button.setObjectName("lock-login")
        self.button.setAutoDefault(False)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter in the password does the same
        body = self._body = QGridLayout(self)
        body.setContentsMargins(48, 12, 16, 12)
        body.setSpacing(8)
        body.addWidget(self.heading, 0, 0, 1, 3)
        for column, part in enumerate((self.account, self.password, self.button)):
            body.addWidget(part, 1, column)
        body.addWidget(self.said, 2, 0, 1, 3)
        body.setColumnStretch(0, 2)
        body.setColumnStretch(1, 3)
        self.account.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._log_in)
        self.button.clicked.connect(self._log_in)

    # ------------------------------------------------------------ what it shows

    def lock(self, standing: ConsoleStanding) -> None:
        """Shows whose console this is, with the account filled in that locked it."""
        first = self.isHidden()
        self._standing = standing
        if first:
            self._told, self._comparing = None, False
            self.password.clear()
            self.account.setText(standing.account)
        self.follow()
        self.setVisible(True)
        self.raise_()
        if first:
            self.take_keyboard()

    def height_for(self, width: int) -> int:
        """Returns the height in which everything is whole."""
        return max(self._body.totalHeightForWidth(width), self.minimumSizeHint().height(), self.sizeHint().height())

    def take_keyboard(self) -> None:
        """Lets what is typed next come here, unless it does already."""
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            (self.password if self.account.text() else self.account).setFocus()

    def show_link(self, *, lost: bool) -> None:
        """Says whether a login can be compared at all."""
        self._link_lost = lost
        self._comparing = self._comparing and not lost
        self.follow()

    def show_refused(self, failed: Failed | None) -> None:
        """Says why a login was refused; None: it was not."""
        self._told, self._comparing = failed, False
        self.follow()
        if failed is not None and not self.isHidden():
            self.password.setFocus()

    def follow(self) -> None:
        """Says everything as it is now, in the language in use."""
        name = self._standing.name
        self.heading.setText(words.heading(name))
        self.account.setPlaceholderText(words.account())
        self.account.setAccessibleName(words.account())
        self.password.setPlaceholderText(words.password())
        self.password.setAccessibleName(words.password())
        self.button.setText(words.unlock(name))
        self.button.setEnabled(not self._link_lost and not self._comparing)
        self.said.setText(self._sentence())
        self.setAccessibleName(f"{words.heading(name)}. {self._sentence()}")

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.follow()

    def _sentence(self) -> str:
        if self._link_lost:
            return words.link_lost()
        if self._comparing:
            return words.comparing()
        return words.hint() if self._told is None else words.refused(self._told)

    # ------------------------------------------------------------ what is wished

    def _log_in(self) -> None:
        account, password = self.account.text().strip(), self.password.text()
        if not account or not password or not self.button.isEnabled():
            (self.password if account else self.account).setFocus()
            return
        self._told, self._comparing = None, True
        self.password.clear()
        self.follow()
        self.login_wanted.emit(account, password)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the sign."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.RAISED, theme.PRIMARY)
            top = self.heading.geometry().center().y() - SIGN / 2
            draw_icon(painter, Icon.LOCK, QRectF(14, top, SIGN, SIGN), theme.TEXT)


def _label(pixels: int, weight: int) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(pixels, weight))
    label.setWordWrap(True)
    return label
