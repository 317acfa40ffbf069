"""The page of sites' credentials: who may join until when, renewed by a new invitation, ended at once.

Rules: everything is the program's own `credentials` and `invite` commands; nothing is renewed or ended without a yes.
What an invitation says is shown once, in a field of its own, and leaves with the page.
"""

from functools import partial
from typing import Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTableWidgetItem,
    QVBoxLayout,
)

from console.ports_identity import CredentialKind
from console.sites.credential_row import SOON_DAYS, CredentialRow, CredentialStanding
from console.words import MAIN_SITE, SiteId
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import wide_table
from widgets.phrases.command_line.credential_words import credential_kinds, credential_standings
from widgets.phrases.console.action_words import revoke_question
from widgets.phrases.office import credentials_page_words as words

LIST, RENEW, REVOKE, LOG = "credentials-list", "credentials-renew", "credentials-revoke", "credentials-log"
WIDTHS: Final = (0, 200, 150, 150, 150, 130)
"""Of the columns; that of 0 has what is left."""
INVITATION_HEIGHT = 150


class CredentialsPage(OfficePage):
    """The credentials of all sites, the newest of each first."""

    name = "credentials"

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.rows: tuple[CredentialRow, ...] = ()
        self.soon = QCheckBox(self)
        self.soon.setObjectName("credentials-soon")
        self.again = self.button(LIST, self._read)
        self.renew = self.button(RENEW, self._ask_to_renew)
        self.revoke = self.button(REVOKE, self._ask_to_revoke)
        self.log = self.button(LOG, self._choose_file)
        self.table = wide_table(self, WIDTHS)
        self.said, self.hint = QLabel(self), QLabel(self)
        self.invitation = QPlainTextEdit(self)
        self._dress()
        self._lay_out()
        store.answered.connect(self._take_answer)
        self.soon.toggled.connect(self._fill)
        self.table.itemSelectionChanged.connect(self._follow)
        self.rephrase()

    def _dress(self) -> None:
        for label in (self.said, self.hint):
            label.setFont(theme.font(15))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.invitation.setReadOnly(True)
        self.invitation.setFixedHeight(INVITATION_HEIGHT)
        self.invitation.hide()

    def _lay_out(self) -> None:
        acts, body = QHBoxLayout(), QVBoxLayout(self)
        acts.addWidget(self.soon)
        acts.addStretch(1)
        for button in (self.renew, self.revoke, self.log, self.again):
            acts.addWidget(button)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(acts)
        body.addWidget(self.table, 1)
        body.addWidget(self.invitation)
        body.addWidget(self.said)
        body.addWidget(self.hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the credentials as they are now, however the page was opened."""
        super().showEvent(event)
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forgets an invitation that was shown."""
        self._show_invitation("")
        super().hideEvent(event)

    # ------------------------------------------------------------ wishes

    def _run(self, name: str, *arguments: str) -> None:
        self.store.command_wanted.emit(name, arguments)

    def _read(self) -> None:
        self._run(LIST, "credentials", "list", "--json")

    def _ask_to_renew(self) -> None:
        row = self.chosen
        if row is not None:
            self._ask(words.renew_question(self._named(row.site)), partial(self._renew, row))

    def _renew(self, row: CredentialRow) -> None:
        device = ("--device",) if row.kind is CredentialKind.DEVICE else ()
        self._run(RENEW, "invite", row.site, *device, f"--person={self.store.person}")

    def _ask_to_revoke(self) -> None:
        row = self.chosen
        if row is not None:
            self._ask(revoke_question(self._named(row.site)), partial(self._revoke, row.site))

    def _revoke(self, site: SiteId) -> None:
        self._run(REVOKE, "credentials", "revoke", site, f"--person={self.store.person}")

    def _ask(self, texts: tuple[str, str, str], wish: partial[None]) -> None:
        title, text, word = texts
        question = Question(self, title, text, {"act": word})
        question.accepted.connect(wish)
        question.open()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, words.security_log(), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.write_log)
        dialog.open()

    def write_log(self, path: str) -> None:
        """Wants the log of security acts to be written to a file."""
        self._run(LOG, "credentials", "log", f"--csv={path}")

    # ------------------------------------------------------------ answers

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name not in {LIST, RENEW, REVOKE, LOG}:
            return
        if not done:
            self.said.setText(f"▲ {text}")
        elif name == LIST:
            self.rows = _read_rows(text)
            self._fill()
        elif name == RENEW:
            self._show_invitation(text)
            self._read()
        else:
            self.said.setText(text)
            if name == REVOKE:
                self._read()

    def _show_invitation(self, text: str) -> None:
        self.invitation.setPlainText(text)
        self.invitation.setVisible(bool(text))

    # ------------------------------------------------------------ what is shown

    @property
    def shown(self) -> tuple[CredentialRow, ...]:
        """The rows of the table."""
        now = self.store.clock()
        return tuple(row for row in self.rows if not self.soon.isChecked() or row.ends_within(SOON_DAYS, now))

    @property
    def chosen(self) -> CredentialRow | None:
        """The credential of the chosen row."""
        row = self.table.currentRow()
        return self.shown[row] if self.table.selectedItems() and 0 <= row < len(self.shown) else None

    def take_sites(self) -> None:
        """Names the sites as the directory does now."""
        self._fill()

    def _named(self, site: SiteId) -> str:
        known = next((each for each in self.store.sites if each.site == site), None)
        return site if known is None else f"{known.number} {known.name}"

    def _fill(self) -> None:
        now, rows = self.store.clock(), self.shown
        self.table.clearSelection()
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            standing = row.standing(now)
            for column, text in enumerate(self._cells(row, standing)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if standing in {CredentialStanding.REVOKED, CredentialStanding.EXPIRED}:
                    item.setForeground(theme.DIM)
                elif standing is CredentialStanding.ENDS_SOON:
                    item.setForeground(theme.WARNING)
                self.table.setItem(at, column, item)
        soon = sum(row.ends_within(SOON_DAYS, now) for row in self.rows)
        self.said.setText(words.counted(len(rows), soon))
        self._follow()

    def _cells(self, row: CredentialRow, standing: CredentialStanding) -> list[str]:
        ends = words.no_end() if row.ends_ms is None else words.moment(row.ends_ms)
        kind, worth = credential_kinds()[row.kind], credential_standings()[standing]
        return [self._named(row.site), kind, words.moment(row.made_ms), ends, words.moment(row.used_ms), worth]

    def _follow(self) -> None:
        """Lets be pressed what makes sense for the chosen row; the main endpoint is looked after by the program."""
        row = self.chosen
        for button in (self.renew, self.revoke):
            button.setEnabled(row is not None and row.site != MAIN_SITE)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        texts = (words.renew(), words.revoke(), words.security_log(), words.read_again())
        for button, text in zip((self.renew, self.revoke, self.log, self.again), texts, strict=True):
            button.setText(text)
        self.soon.setText(words.soon_only())
        self.hint.setText(words.hint())
        named(self.table, words.title)
        named(self.invitation, words.invitation)
        self.table.setHorizontalHeaderLabels(words.headings())
        self._fill()


def _read_rows(text: str) -> tuple[CredentialRow, ...]:
    """Returns the credentials of an answer; a line that says something else is left out."""
    found: list[CredentialRow] = []
    for line in text.splitlines():
        try:
            found.append(msgspec.json.decode(line, type=CredentialRow))
        except msgspec.DecodeError:
            continue
    return tuple(found)
