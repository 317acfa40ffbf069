"""Logging in and changing accounts over the office store: throttled, compared, and told to the register's chain.

Rules: a login has three parts, so that a loop can put the costly one on a thread: `begin` reads the store and refuses
who has to wait, `Attempt.compare` touches no store, `finish` counts and keeps. An unknown name costs what a wrong
password costs, and is told the same. Every deed is put into the register under the name of who did it.
"""

import uuid
from typing import TYPE_CHECKING, NamedTuple

from console.accounts.account import (
    Account,
    AccountFault,
    AccountRole,
    Delegation,
    Employment,
    Failed,
    LoginFault,
    account_name,
    full_name,
    new_password,
    plain_password,
)
from console.accounts.account import AccountRefused as Refused
from console.accounts.slowing import wait_ms
from console.log_book.office_store import OfficeStore
from console.log_book.passwords import hash_password, is_outdated, is_password, nobodys_hash
from console.office.account_acts import AccountAct, AccountDeed

if TYPE_CHECKING:  # reading profiles costs every command its start
    from console.regulation.during import ControlCondition

NOBODY = ""
"""Who tried to log in and failed, for the register: nobody is proven."""


class Attempt(NamedTuple):
    """A login that may be compared."""

    account: str
    """Empty: there is none of the typed name."""
    password: str
    password_hash: str

    def compare(self) -> bool:
        """Tells whether the password is right; takes about 0.1 s of one thread and touches no store."""
        return is_password(self.password_hash or nobodys_hash(), self.password) and bool(self.account)


class LoggedIn(NamedTuple):
    account: Account
    ticket: str


class Logins:
    """Logins and accounts of one office store; used by the thread that opened it."""

    def __init__(self, office: OfficeStore) -> None:
        self._office, self._table = office, office.accounts

    # ------------------------------------------------------------ logging in

    def begin(self, account: str, password: str) -> Attempt | Failed:
        """Returns what is to be compared; refuses whoever has to wait, without comparing anything."""
        if not self._table.in_force():
            return Failed(LoginFault.NOT_IN_FORCE)
        known = self._known_name(account)
        if waits := self._waits(known):
            return Failed(LoginFault.WAIT, waits)
        return Attempt(known, plain_password(password), self._table.password_hash(known) or "")

    def _known_name(self, typed: str) -> str:
        try:
            name = account_name(typed)
        except Refused:
            return ""
        return name if self._table.get(name) is not None else ""

    def _waits(self, account: str) -> int:
        failures, last_ms = self._table.failures(account)
        return -(-wait_ms(failures, last_ms, self._office.wall_ms()) // 1000)

    def finish(self, attempt: Attempt, *, right: bool, door: str, session: str = "") -> LoggedIn | Failed:
        """Keeps what came of a comparison; `door` says through which end it was tried."""
        account = self._table.get(attempt.account)
        if not right or account is None:
            self._table.count_failure(attempt.account)
            self.tell(AccountDeed.LOGIN_FAILED, attempt.account, NOBODY, detail=door, session=session)
            return Failed(LoginFault.WRONG, self._waits(attempt.account))
        if account.disabled_ms is not None:
            self.tell(AccountDeed.LOGIN_FAILED, account.account, NOBODY, detail=door, session=session)
            return Failed(LoginFault.DISABLED)
        self._table.forget_failures(account.account)
        if is_outdated(attempt.password_hash):
            self._table.renew_hash(account.account, hash_password(attempt.password))
        return LoggedIn(account, self._table.make_ticket(account.account))

    def log_in(self, account: str, password: str, door: str) -> LoggedIn | Failed:
        """Does all three parts at once, for a process without a loop, and tells the login."""
        attempt = self.begin(account, password)
        if isinstance(attempt, Failed):
            return attempt
        done = self.finish(attempt, right=attempt.compare(), door=door)
        if isinstance(done, LoggedIn):
            self.tell(AccountDeed.LOGGED_IN, done.account.account, done.account.name, detail=door)
        return done

    def tell(self, deed: AccountDeed, account: str, person: str, *, detail: str = "", session: str = "") -> None:
        """Puts one deed into the register's chain."""
        act = AccountAct(id=uuid.uuid4().hex, deed=deed, account=account, detail=detail, session=session)
        self._office.register.put([act], person)

    # ------------------------------------------------------------ accounts; each raises `AccountRefused`

    def add(
        self,
        account: str,
        name: str,
        role: AccountRole,
        password: str,
        person: str,
        employment: Employment | None = None,
    ) -> None:
        """Adds an account with a first password."""
        account = account_name(account)
        password_hash = hash_password(new_password(password, account))
        self._table.add(account, full_name(name), role, password_hash, employment)
        self.tell(AccountDeed.ADDED, account, person, detail=", ".join(filter(None, (role, employment))))

    def set_employment(self, account: str, employment: Employment, person: str) -> None:
        """Keeps whose staff the person is."""
        self._table.set_employment(account, employment)
        self.tell(AccountDeed.EMPLOYMENT_SET, account, person, detail=employment)

    def set_role(self, account: str, role: AccountRole, person: str) -> None:
        """Gives an account another role."""
        self._table.set_role(account, role)
        self.tell(AccountDeed.ROLE_CHANGED, account, person, detail=role)

    def disable(self, account: str, person: str) -> None:
        """Lets an account log in no more; what is logged in as it is locked."""
        self._table.disable(account)
        self.tell(AccountDeed.DISABLED, account, person)

    def enable(self, account: str, person: str) -> None:
        """Lets an account log in again."""
        self._table.enable(account)
        self.tell(AccountDeed.ENABLED, account, person)

    def set_password(self, account: str, password: str, person: str, *, personal: bool) -> None:
        """Sets a password; `personal`: its own person chose it."""
        self._table.known(account)
        self._table.set_password(account, hash_password(new_password(password, account)), personal=personal)
        self.tell(AccountDeed.PASSWORD_SET, account, person)

    def delegate(
        self, account: str, delegation: Delegation, person: str, conditions: "tuple[ControlCondition, ...]" = ()
    ) -> None:
        """Gives a delegated operator a scope until an end; `conditions` are those that the profile ties control to."""
        if not {each.text for each in conditions} <= set(delegation.conditions):
            raise Refused(AccountFault.CONDITIONS_OPEN, account)
        self._table.delegate(account, delegation)
        scope = ", ".join((*delegation.rights, *delegation.sites))
        articles = ", ".join(each.article for each in conditions)
        detail = "; ".join(filter(None, (scope, delegation.basis, articles)))
        self.tell(AccountDeed.DELEGATED, account, person, detail=detail)

    def end_delegation(self, account: str, person: str) -> None:
        """Takes a delegation away before its end."""
        self._table.delegate(account, None)
        self.tell(AccountDeed.DELEGATION_ENDED, account, person)
