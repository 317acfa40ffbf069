"""What somebody typed after `accounts`, as frozen values; passwords are asked for, never typed on the command line."""

from pathlib import Path

from console.accounts.account import AccountRole, Employment
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
    employment: Employment | None


class SetEmployment(AccountRequest):
    account: str
    employment: Employment


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
    """`sites` empty: all; from `begins` (None: now) for `hours`, or until `ends`; moments are wall-clock milliseconds.

    `conditions_met`: everything was confirmed that the profile ties control to.
    """

    account: str
    rights: tuple[DelegatedRight, ...]
    sites: tuple[str, ...]
    begins: int | None
    hours: int | None
    ends: int | None
    basis: str
    conditions_met: bool


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
