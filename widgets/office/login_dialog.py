"""Where one logs in at an office window that stands alone; it stays until somebody is logged in who may write here.

Rule: a password lives in its field alone and is wiped when it was handed on.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from console.accounts.account import LONGEST_ACCOUNT, LONGEST_PASSWORD, Failed
from console.accounts.standing import ConsoleStanding
from widgets.office.accounts.account_dialogs import AccountDialog
from widgets.phrases.console import lock_words
from widgets.phrases.guide import guide_words
from widgets.phrases.office import accounts_page_words as words


class OfficeLoginDialog(AccountDialog):
    """Account, password, and why a login was refused; Cancel leaves the office."""

    login_wanted = Signal(str, str)
    """An account and its password."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, words.login_question())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
        self._told = ""
        self.account = self.field("account", lock_words.account(), LONGEST_ACCOUNT)
        self.password = self.field("password", lock_words.password(), LONGEST_PASSWORD, hidden=True)
        self.acting["act"].setDefault(True)
        self.cancel.setText(guide_words.close())
        self.follow()

    def fault(self) -> str:
        """Returns why nobody is logged in yet; nothing that is typed is wrong before it was compared."""
        return ""

    def follow(self) -> None:
        """Lets a login be wanted once both are typed, and drops what was said about the one before."""
        typed = bool(self.account.text().strip() and self.password.text()) if hasattr(self, "password") else False
        self.acting["act"].setEnabled(typed)
        if typed:
            self._told = ""
        self.wrong.setText(self._told)

    def stand(self, standing: ConsoleStanding) -> None:
        """Closes for somebody who may write here, and asks anybody else."""
        if standing.keeps_office:
            self.hide()
            return
        if standing.account:
            self.show_refused(words.no_office(standing.name))
        self.open()

    def refuse(self, failed: Failed) -> None:
        """Says why a login was refused."""
        self.show_refused(lock_words.refused(failed))

    def show_refused(self, text: str) -> None:
        """Says why nobody is logged in, and takes the keyboard for the next try."""
        self._told = text
        self.wrong.setText(text)
        self.password.setFocus()

    def _answer(self, name: str) -> None:
        """Hands on what was typed and stays open."""
        account, password = self.account.text().strip(), self.password.text()
        self.password.clear()
        self._told = lock_words.comparing()
        self.wrong.setText(self._told)
        self.login_wanted.emit(account, password)

    def showEvent(self, event: QShowEvent) -> None:
        """Gives the keyboard to what is missing."""
        (self.password if self.account.text() else self.account).setFocus()
