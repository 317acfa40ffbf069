"""The page of operators' accounts: who may log in as what, what is delegated to whom until when, and who did what.

Rules: everything is the program's own `accounts` commands, so that the same right is asked for here as there; who is
no administrator is shown the list and offered nothing. A password is typed into its command and stands nowhere else.
"""

from functools import partial
from typing import Any, Final

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QTableWidgetItem, QVBoxLayout

from console.accounts.account import Account, AccountRole, in_force
from console.office.account_acts import FAILURES, AccountAct
from console.office.record import Record, Version
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.accounts.account_dialogs import (
    DelegateDialog,
    NewAccountDialog,
    PasswordDialog,
    RoleDialog,
    employment_of,
)
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import wide_table
from widgets.phrases.office import accounts_page_words as words
from widgets.phrases.office.security_page_words import account_deeds

PREFIX = "accounts-"
LIST, LOG = f"{PREFIX}list", f"{PREFIX}log"
ADD, ROLE, EMPLOYMENT, PASSWORD = f"{PREFIX}add", f"{PREFIX}role", f"{PREFIX}employment", f"{PREFIX}password"
DELEGATE, END, DISABLE, ENABLE = f"{PREFIX}delegate", f"{PREFIX}end", f"{PREFIX}disable", f"{PREFIX}enable"
WIDTHS: Final = (92, 160, 170, 216, 140, 172, 0)
DEED_WIDTHS: Final = (150, 190, 230, 130, 0)
MOST_DEEDS = 500
"""Rows of the lower table; the file has them all."""


class AccountsPage(OfficePage):
    """The accounts by name, and below them what was done, the newest first."""

    name = "accounts"
    kinds = (AccountAct,)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.accounts: tuple[Account, ...] = ()
        self.add = self.button(ADD, self._ask_to_add)
        self.role = self.button(ROLE, self._ask_role)
        self.password = self.button(PASSWORD, self._ask_password)
        self.delegate = self.button(DELEGATE, self._ask_to_delegate)
        self.end = self.button(END, self._ask_to_end)
        self.able = self.button(DISABLE, self._ask_to_disable_or_enable)
        self.log = self.button(LOG, self._choose_file)
        self.again = self.button(LIST, self._read)
        self.table, self.deeds = wide_table(self, WIDTHS), wide_table(self, DEED_WIDTHS)
        self.given, self.said, self.hint, self.deeds_title = QLabel(self), QLabel(self), QLabel(self), QLabel(self)
        self._lay_out()
        store.answered.connect(self._take_answer)
        store.standing_changed.connect(self._follow)
        self.table.itemSelectionChanged.connect(self._follow)
        self.rephrase()

    def _lay_out(self) -> None:
        for label in (self.given, self.said, self.hint, self.deeds_title):
            label.setFont(theme.font(15))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        acts, deeds, body = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in self.changing:
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.again)
        deeds.addWidget(self.deeds_title, 1)
        deeds.addWidget(self.log)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(acts)
        body.addWidget(self.table, 3)
        body.addWidget(self.given)
        body.addWidget(self.said)
        body.addLayout(deeds)
        body.addWidget(self.deeds, 2)
        body.addWidget(self.hint)

    @property
    def changing(self) -> tuple[QPushButton, ...]:
        """The buttons that only an administrator is offered."""
        return self.add, self.role, self.password, self.delegate, self.end, self.able

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the accounts as they are now, however the page was opened."""
        super().showEvent(event)
        self._read()

    # ------------------------------------------------------------ wishes

    def _read(self) -> None:
        self.store.command_wanted.emit(LIST, ("accounts", "list", "--json"))

    def _run(self, name: str, act: str, *arguments: str, typed: str = "") -> None:
        """Wants a change under the name of whoever is here."""
        command = ("accounts", act, f"--person={self.store.person}", *arguments)
        if typed:
            self.store.typed_command_wanted.emit(name, command, typed)
        else:
            self.store.command_wanted.emit(name, command)

    def _ask_to_add(self) -> None:
        dialog = NewAccountDialog(self)
        dialog.answered.connect(lambda: self._add(dialog))
        dialog.open()

    def _add(self, asked: NewAccountDialog) -> None:
        employment = employment_of(asked.employment)
        whose = () if employment is None else (f"--employment={employment.value}",)
        named_as = ("--", asked.account.text().strip().lower(), asked.person.text())
        self._run(ADD, "add", f"--role={asked.role.currentData()}", *whose, *named_as, typed=asked.take_typed())

    def _ask_role(self) -> None:
        account = self.chosen
        if account is not None:
            dialog = RoleDialog(self, account)
            dialog.answered.connect(lambda: self._set_role(account, dialog))
            dialog.open()

    def _set_role(self, account: Account, asked: RoleDialog) -> None:
        if asked.role.currentData() != account.role.value:
            self._run(ROLE, "role", account.account, asked.role.currentData())
        employment = employment_of(asked.employment)
        if employment not in {None, account.employment}:
            self._run(EMPLOYMENT, "employment", account.account, asked.employment.currentData())

    def _ask_password(self) -> None:
        account = self.chosen
        if account is not None:
            dialog = PasswordDialog(self, account.account, own=account.account == self.store.standing.account)
            dialog.answered.connect(lambda: self._set_password(account, dialog))
            dialog.open()

    def _set_password(self, account: Account, asked: PasswordDialog) -> None:
        self._run(PASSWORD, "password", account.account, typed=asked.take_typed())

    def _ask_to_delegate(self) -> None:
        account, rules = self.chosen, self.store.rules
        if account is not None and rules is not None:
            conditions = rules.profile.regulation.control.conditions
            dialog = DelegateDialog(self, account, self.store.sites, conditions, self.store.clock())
            dialog.answered.connect(lambda: self._delegate(account, dialog))
            dialog.open()

    def _delegate(self, account: Account, asked: DelegateDialog) -> None:
        sites = ("--sites", *asked.chosen_sites) if asked.chosen_sites else ()
        self._run(
            DELEGATE,
            "delegate",
            account.account,
            "--rights",
            *(right.value for right in asked.chosen_rights),
            *sites,
            f"--from={_typed(asked.moment(asked.begins))}",
            f"--until={_typed(asked.moment(asked.ends))}",
            f"--basis={asked.basis.text().strip()}",
            *(["--conditions-met"] if asked.conditions else []),
        )

    def _ask_to_end(self) -> None:
        account = self.chosen
        if account is not None:
            self._ask(words.end_question(account.name), partial(self._run, END, "end-delegation", account.account))

    def _ask_to_disable_or_enable(self) -> None:
        account = self.chosen
        if account is None:
            return
        if account.disabled_ms is not None:
            self._run(ENABLE, "enable", account.account)
        else:
            self._ask(words.disable_question(account.name), partial(self._run, DISABLE, "disable", account.account))

    def _ask(self, texts: tuple[str, str, str], wish: partial[None]) -> None:
        title, text, word = texts
        question = Question(self, title, text, {"act": word})
        question.accepted.connect(wish)
        question.open()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, words.write_log(), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Wants everything that was done with accounts to be written to a file."""
        self.store.command_wanted.emit(LOG, ("accounts", "log", f"--csv={path}"))

    # ------------------------------------------------------------ what came in

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if not name.startswith(PREFIX):
            return
        if name == LIST and done:
            self.accounts = _read_accounts(text)
            self._fill()
            return
        self.said.setText(text if done else f"▲ {text}")
        if name not in {LIST, LOG}:
            self._read()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows what was done, the newest first."""
        told = sorted(versions, key=lambda each: each.line, reverse=True)[:MOST_DEEDS]
        acts = [(each, each.content) for each in told if isinstance(each.content, AccountAct)]
        self.deeds.setRowCount(len(acts))
        for at, (each, act) in enumerate(acts):
            for column, text in enumerate(_deed_cells(each, act)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if act.deed in FAILURES:
                    item.setForeground(theme.WARNING)
                self.deeds.setItem(at, column, item)

    def take_sites(self) -> None:
        """Names the sites as the directory does now."""
        self._fill()

    # ------------------------------------------------------------ what is shown

    @property
    def chosen(self) -> Account | None:
        """The account of the chosen row."""
        row = self.table.currentRow()
        return self.accounts[row] if self.table.selectedItems() and 0 <= row < len(self.accounts) else None

    def _fill(self) -> None:
        kept, now = self.chosen, self.store.clock()
        self.table.clearSelection()
        self.table.setRowCount(len(self.accounts))
        for at, account in enumerate(self.accounts):
            for column, text in enumerate(words.cells(account, self._delegation(account, now))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if account.disabled_ms is not None:
                    item.setForeground(theme.DIM)
                self.table.setItem(at, column, item)
            if kept is not None and account.account == kept.account:
                self.table.selectRow(at)
        self._follow()

    def _delegation(self, account: Account, now: int) -> str:
        given = account.delegation
        names = (self.store.site(site) for site in (() if given is None else given.sites))
        return words.delegation(account, ", ".join(f"{each.number} {each.name}" for each in names if each), now)

    def _follow(self) -> None:
        """Lets be pressed what makes sense for the chosen account, and offers nothing to who may change nothing."""
        may, account = self.store.standing.keeps_accounts, self.chosen
        for button in self.changing:
            button.setVisible(may)
            button.setEnabled(button is self.add or account is not None)
        self.given.setText("" if account is None else self._delegation(account, self.store.clock()))
        if account is not None:
            delegated = account.role is AccountRole.DELEGATED
            self.delegate.setEnabled(delegated and account.disabled_ms is None and self.store.rules is not None)
            self.end.setEnabled(account.delegation is not None)
            others = [each for each in self.accounts if each is not account]
            self.able.setEnabled(not in_force([account]) or in_force(others))
        disabled = account is not None and account.disabled_ms is not None
        self.able.setText(words.enable() if disabled else words.disable())
        self.deeds_title.setText(words.deeds_title())
        told = words.counted(len(self.accounts), in_force=in_force(self.accounts))
        self.hint.setText(f"{told}. {words.hint() if may else words.administrators_only()}")

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        texts = (words.add(), words.change_role(), words.set_password(), words.delegate(), words.end_delegation())
        for button, text in zip(self.changing, texts, strict=False):
            button.setText(text)
        self.log.setText(words.write_log())
        self.again.setText(words.read_again())
        named(self.table, words.title)
        named(self.deeds, words.deeds_title)
        self.table.setHorizontalHeaderLabels(words.headings())
        self.deeds.setHorizontalHeaderLabels(words.deed_headings())
        self.take(AccountAct, self.store.versions(AccountAct))
        self._fill()


def _typed(wall_ms: int | None) -> str:
    """Returns a moment as the command line takes it, the time of Viet Nam."""
    day, _, clock = words.moment(wall_ms).partition(" ")
    return f"{'-'.join(reversed(day.split('/')))} {clock}"


def _deed_cells(told: Version[Any], act: AccountAct) -> tuple[str, ...]:
    return words.moment(told.wall_ms), told.person or "—", account_deeds()[act.deed.value], act.account, act.detail


def _read_accounts(text: str) -> tuple[Account, ...]:
    """Returns the accounts of an answer; a line that says something else is left out."""
    found: list[Account] = []
    for line in text.splitlines():
        try:
            found.append(msgspec.json.decode(line, type=Account))
        except msgspec.DecodeError:
            continue
    return tuple(found)
