"""What somebody typed after `accounts`, as frozen values; passwords are asked for, never typed on the command line."""

from pathlib import Path

from console.accounts.account import AccountRole
from console.command_line.requests import Request
from console.words import DelegatedRight


class AccountRequest(Request):
    """Base of these requests; `person` stands in the register as who did it."""

    person: str


class ListAccounts(AccountRequest):
    json: bool


class AddAccount(AccountRequest):
    account: str
    name: str
    role: AccountRole


class SetAccountRole(AccountRequest):
    account: str
    role: AccountRole


class DisableAccount(AccountRequest):
    account: str


class EnableAccount(AccountRequest):
    account: str


class SetPassword(AccountRequest):
    account: str


class DelegateTo(AccountRequest):
    """`sites` empty: all; `hours` from now."""

    account: str
    rights: tuple[DelegatedRight, ...]
    sites: tuple[str, ...]
    hours: int
    basis: str


class EndDelegation(AccountRequest):
    account: str


class LogIn(AccountRequest):
    """`account` None: it is asked for."""

    account: str | None


class LogOut(AccountRequest):
    """Ends the login that is kept in this data folder."""


class ListAccountActs(AccountRequest):
    """`csv` None: they are printed."""

    csv: Path | None
