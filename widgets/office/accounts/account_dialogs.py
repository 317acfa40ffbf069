"""What the page of accounts asks: a new account, a role, a password, a delegation.

Rules: nothing can be said yes to that the program would refuse for what is typed; a password is typed twice, hidden,
and leaves its dialog once. No right of a delegation is marked until somebody marks it, and every condition that the
profile ties control to is confirmed one by one.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from console.accounts.account import (
    LONGEST_ACCOUNT,
    LONGEST_NAME,
    LONGEST_PASSWORD,
    Account,
    AccountRefused,
    AccountRole,
    Employment,
    account_name,
    full_name,
    new_password,
)
from console.events import Site
from console.office.typed_times import typed_moment
from console.regulation.during import ControlCondition
from console.words import DelegatedRight
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.phrases.command_line.account_words import account_employments, account_faults, account_roles
from widgets.phrases.log.control_words import phrase_right
from widgets.phrases.office import accounts_page_words as words

LONGEST_BASIS = 200
USUAL_HOURS = 4
HOUR_MS = 3_600_000
SITES_HEIGHT = 116


class AccountDialog(Question):
    """Fields over Cancel and one answer, and what is still wrong with them."""

    def __init__(self, parent: QWidget, texts: tuple[str, str, str]) -> None:
        """`texts` are the title, a sentence and the word of the answer."""
        title, text, word = texts
        super().__init__(parent, title, text, {"act": word})
        self.fields = QFormLayout()
        self.fields.setVerticalSpacing(10)
        self.wrong = QLabel(self)
        self.wrong.setFont(theme.font(13))
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.body.insertLayout(self.body.count() - 1, self.fields)
        self.body.insertWidget(self.body.count() - 1, self.wrong)

    def field(self, name: str, title: str, longest: int, *, hidden: bool = False) -> QLineEdit:
        """Adds a line to type in."""
        line = QLineEdit(self)
        line.setMaxLength(longest)
        if hidden:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        line.textChanged.connect(self.follow)
        self.row(name, title, line)
        return line

    def choice(self, name: str, title: str, offered: dict[str, str], chosen: StrEnum | None) -> QComboBox:
        """Adds a list of which one is chosen; its data are the values."""
        box = QComboBox(self)
        for value, text in offered.items():
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData("" if chosen is None else chosen.value)))
        self.row(name, title, box)
        return box

    def row(self, name: str, title: str, part: QWidget) -> None:
        """Adds a part under its title."""
        part.setObjectName(f"account-{name}")
        part.setAccessibleName(title)
        self.fields.addRow(title, part)

    def follow(self) -> None:
        """Says what is wrong; the answer can be given when nothing is."""
        why = self.fault()
        self.wrong.setText(why)
        self.acting["act"].setEnabled(not why)

    def fault(self) -> str:
        """Returns one sentence about what is typed; empty when it will do."""
        raise NotImplementedError


def _refused(check: Callable[[], object]) -> str:
    try:
        check()
    except AccountRefused as error:
        return account_faults()[error.fault].format(account=error.account)
    return ""


class PasswordDialog(AccountDialog):
    """Asks for a password, twice, and for the present one where somebody changes the own."""

    def __init__(self, parent: QWidget, account: str, *, own: bool) -> None:
        super().__init__(parent, words.password_question(account, own=own))
        self._account = account
        self.present = self.field("present", words.present_password(), LONGEST_PASSWORD, hidden=True) if own else None
        self.password = self.field("password", words.new_password(), LONGEST_PASSWORD, hidden=True)
        self.again = self.field("again", words.password_again(), LONGEST_PASSWORD, hidden=True)
        self.follow()

    def fault(self) -> str:
        """Returns why the password will not do."""
        if self.present is not None and not self.present.text():
            return words.present_needed()
        return _password_fault(self.password, self.again, self._account)

    def take_typed(self) -> str:
        """Returns what is typed into the command, and wipes the fields."""
        lines = [] if self.present is None else [_taken(self.present)]
        self.again.clear()
        return "\n".join([*lines, _taken(self.password)])


def _password_fault(password: QLineEdit, again: QLineEdit, account: str) -> str:
    fault = _refused(lambda: new_password(password.text(), account))
    return fault or ("" if password.text() == again.text() else words.passwords_differ())


def _taken(field: QLineEdit) -> str:
    text = field.text()
    field.clear()
    return text


class NewAccountDialog(AccountDialog):
    """Asks for an account of one person."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, words.add_question())
        self.account = self.field("account", words.account(), LONGEST_ACCOUNT)
        self.person = self.field("name", words.full_name(), LONGEST_NAME)
        self.role = self.choice("role", words.role(), account_roles(), AccountRole.OPERATOR)
        self.employment = self.choice("employment", words.employment(), words.employments(), None)
        self.password = self.field("password", words.first_password(), LONGEST_PASSWORD, hidden=True)
        self.again = self.field("again", words.password_again(), LONGEST_PASSWORD, hidden=True)
        self.follow()

    def fault(self) -> str:
        """Returns what is missing or will not do."""
        account = self.account.text()
        if not account.strip():
            return words.account_needed()
        return (
            _refused(lambda: account_name(account))
            or _refused(lambda: full_name(self.person.text()))
            or _password_fault(self.password, self.again, account.strip().lower())
        )

    def take_typed(self) -> str:
        """Returns what is typed into the command, and wipes the fields."""
        self.again.clear()
        return _taken(self.password)


class RoleDialog(AccountDialog):
    """Asks for another role, and whose staff the person is."""

    def __init__(self, parent: QWidget, account: Account) -> None:
        super().__init__(parent, words.role_question(account.name))
        self.role = self.choice("role", words.role(), account_roles(), account.role)
        known = account_employments() if account.employment is not None else words.employments()
        self.employment = self.choice("employment", words.employment(), known, account.employment)

    def fault(self) -> str:
        """Nothing that can be chosen here is wrong."""
        return ""


class DelegateDialog(AccountDialog):
    """Asks for rights, sites, beginning, end, basis, and that the conditions are met."""

    def __init__(
        self,
        parent: QWidget,
        account: Account,
        sites: Iterable[Site],
        conditions: tuple[ControlCondition, ...],
        now_ms: int,
    ) -> None:
        super().__init__(parent, words.delegate_question(account.name))
        self._now_ms = now_ms
        self.rights = {right: self._box(f"right-{right.value}", phrase_right(right)) for right in DelegatedRight}
        self._add_rights()
        self.sites = self._site_list(sites)
        self.begins = self.field("begins", words.begins(), 20)
        self.ends = self.field("ends", words.ends(), 20)
        self.basis = self.field("basis", words.basis(), LONGEST_BASIS)
        self.conditions = [
            self._box(f"condition-{at}", f"{each.text} ({each.article})") for at, each in enumerate(conditions, 1)
        ]
        if self.conditions:
            self.fields.addRow(QLabel(words.conditions(), self))
        for box in self.conditions:
            self.fields.addRow(box)
        self.begins.setText(words.moment(now_ms))
        self.ends.setText(words.moment(now_ms + USUAL_HOURS * HOUR_MS))
        self.follow()

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(f"account-{name}")
        box.toggled.connect(self.follow)
        return box

    def _add_rights(self) -> None:
        grid = QGridLayout()
        for at, box in enumerate(self.rights.values()):
            grid.addWidget(box, at // 2, at % 2)
        self.fields.addRow(words.rights(), grid)

    def _site_list(self, sites: Iterable[Site]) -> QListWidget:
        found = QListWidget(self)
        found.setFixedHeight(SITES_HEIGHT)
        for site in sites:
            item = QListWidgetItem(f"{site.number} {site.name}", found)
            item.setData(Qt.ItemDataRole.UserRole, site.site)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.row("sites", words.only_at(), found)
        return found

    @property
    def chosen_sites(self) -> tuple[str, ...]:
        """The sites that are marked; none: all."""
        items = (self.sites.item(at) for at in range(self.sites.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def chosen_rights(self) -> tuple[DelegatedRight, ...]:
        """The rights that are marked."""
        return tuple(right for right, box in self.rights.items() if box.isChecked())

    def moment(self, field: QLineEdit) -> int | None:
        """Returns the moment of a field, wall-clock milliseconds; None when it is none."""
        day, _, clock = field.text().strip().partition(" ")
        return typed_moment(day, clock, self._now_ms)

    def fault(self) -> str:
        """Returns what is missing or will not do."""
        begins, ends = self.moment(self.begins), self.moment(self.ends)
        if not self.chosen_rights:
            return account_faults()["scope_empty"]
        if begins is None or ends is None:
            return words.no_moment()
        if ends <= max(begins, self._now_ms):
            return account_faults()["end_past"]
        return "" if all(box.isChecked() for box in self.conditions) else words.conditions_open()


def employment_of(box: QComboBox) -> Employment | None:
    """Returns what is chosen of whose staff a person is; None: not said."""
    return Employment(box.currentData()) if box.currentData() else None
