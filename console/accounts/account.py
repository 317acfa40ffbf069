"""One account of a person at the console: role, delegation, and who stands behind a link that is logged in as it.

Rules: an account is one person's (Bình Định article 6.2, Thanh Hóa article 3.1, Bắc Kạn article 6: whoever was given
an account keeps it secret); what an account may is said by its role, and for a delegated operator by a delegation with
a scope and an end (Đồng Nai articles 5.5, 9 and 12.2c). As long as no administrator can log in, nobody has to.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, NamedTuple

import msgspec

from console.commands import Actor, Scope
from console.words import DelegatedRight, Origin, Role, SiteId

LONGEST_ACCOUNT = 32
LONGEST_NAME = 80
LEAST_PASSWORD = 10
"""Signs; NIST SP 800-63B asks for at least eight, and for no rules about their kinds."""
LONGEST_PASSWORD = 200
TELLING_NAME = 4
"""Signs from which on a password must not have the account's name in it; shorter ones stand in many words."""
MOST_ACCOUNTS = 200
TICKET_HOURS = 10
"""How long a login lasts that is kept in a file: a working day."""

AccountName = Annotated[str, msgspec.Meta(min_length=2, max_length=LONGEST_ACCOUNT)]
_ACCOUNT = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


class AccountRole(StrEnum):
    """What an account is for."""

    OPERATOR = "operator"
    DELEGATED = "delegated"
    """Operates as far as a delegation says, and until it ends; without one it sees and commands nothing."""
    VIEWER = "viewer"
    ADMINISTRATOR = "administrator"
    """Operates, and has accounts, configuration and credentials besides."""


class Employment(StrEnum):
    """Whose staff a person is who operates (Đồng Nai article 3.11 allows both)."""

    CIVIL_SERVANT = "civil_servant"
    PROVIDER_STAFF = "provider_staff"
    """Of an enterprise that operates the system as a service."""


class AccountFault(StrEnum):
    """Why something was not done with an account."""

    NAME_BAD = "name_bad"
    FULL_NAME_BAD = "full_name_bad"
    PASSWORD_SHORT = "password_short"  # noqa: S105 - a fault
    PASSWORD_LONG = "password_long"  # noqa: S105 - a fault
    PASSWORD_IS_NAME = "password_is_name"  # noqa: S105 - a fault
    TAKEN = "taken"
    UNKNOWN = "unknown"
    TOO_MANY = "too_many"
    LAST_ADMINISTRATOR = "last_administrator"
    """Without an administrator who can log in, everybody could operate again."""
    NOT_DELEGATED_ROLE = "not_delegated_role"
    """A delegation is given to an account whose role is that of a delegated operator."""
    SCOPE_EMPTY = "scope_empty"
    END_PAST = "end_past"
    CONDITIONS_OPEN = "conditions_open"
    """The profile ties control to conditions, and nobody has confirmed them all."""


class AccountRefused(ValueError):
    """Nothing was changed; `fault` says why."""

    def __init__(self, fault: AccountFault, account: str = "") -> None:
        super().__init__(f"{fault.value}: {account}".removesuffix(": "))
        self.fault, self.account = fault, account


class LoginFault(StrEnum):
    """Why a login was refused."""

    WRONG = "wrong"
    """Unknown account or wrong password: which of the two is not told."""
    WAIT = "wait"
    """Too many failed before; nothing was compared."""
    DISABLED = "disabled"
    NOT_IN_FORCE = "not_in_force"
    """There are no accounts with which anybody would have to log in."""
    STORE = "store"
    """The office store cannot be read now."""


class Failed(NamedTuple):
    """A login that was refused; `wait_seconds`, rounded up, have to pass before the next is compared."""

    fault: LoginFault
    wait_seconds: int = 0


class Delegation(msgspec.Struct, frozen=True, kw_only=True):
    """What was delegated to an account; moments are wall-clock milliseconds."""

    rights: tuple[DelegatedRight, ...]
    sites: tuple[SiteId, ...] = ()
    """Empty: all."""
    from_ms: int
    until_ms: int
    basis: str = ""
    """Who decided it, or the paper's number."""
    conditions: tuple[str, ...] = ()
    """What was confirmed as met before it was given, in the words of the profile."""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account as it is listed; its password's hash is not in it."""

    account: str
    name: str
    """The person's full name, as log lines have it."""
    role: AccountRole
    personal: bool
    """The password was chosen by the person; False: whoever made the account still knows it."""
    made_ms: int
    password_ms: int
    disabled_ms: int | None = None
    used_ms: int | None = None
    """When it last logged in."""
    delegation: Delegation | None = None
    employment: Employment | None = None
    """None: not said."""

    def delegated_at(self, wall_ms: int) -> Delegation | None:
        """Returns the delegation that holds at a moment."""
        given = self.delegation
        return given if given is not None and given.from_ms <= wall_ms < given.until_ms else None


_ROLES = {
    AccountRole.OPERATOR: Role.OPERATOR,
    AccountRole.VIEWER: Role.VIEWER,
    AccountRole.ADMINISTRATOR: Role.ADMINISTRATOR,
}


def actor_of(account: Account, origin: Origin, wall_ms: int) -> Actor:
    """Returns who acts when this account is logged in at a moment; a delegation that is over leaves a viewer."""
    if account.role is not AccountRole.DELEGATED:
        return Actor(person=account.name, account=account.account, role=_ROLES[account.role], origin=origin)
    given = account.delegated_at(wall_ms)
    if given is None:
        return Actor(person=account.name, account=account.account, role=Role.VIEWER, origin=origin)
    scope = Scope(rights=given.rights, sites=given.sites)
    return Actor(person=account.name, account=account.account, role=Role.DELEGATED_OPERATOR, origin=origin, scope=scope)


def locked_actor(account: Account | None, origin: Origin) -> Actor:
    """Returns who acts at a console that is locked: whoever stands there, at the place of the one who locked it.

    A viewer's console stays a viewer's: what its account may not do, nobody may who finds it locked.
    """
    if account is None:
        return Actor(person="", role=Role.LOCKED_CONSOLE, origin=origin)
    role = Role.VIEWER if account.role is AccountRole.VIEWER else Role.LOCKED_CONSOLE
    return Actor(person=account.name, account=account.account, role=role, origin=origin)


def in_force(accounts: Iterable[Account]) -> bool:
    """Returns whether operating asks for a login: one administrator can log in."""
    return any(each.role is AccountRole.ADMINISTRATOR and each.disabled_ms is None for each in accounts)


# ---------------------------------------------------------------- what is typed


def account_name(typed: str) -> str:
    """Returns an account's name as it is kept: small Latin letters, figures, dot, dash; raises `AccountRefused`."""
    name = typed.strip().lower()
    if not _ACCOUNT.fullmatch(name):
        raise AccountRefused(AccountFault.NAME_BAD, typed.strip()[:LONGEST_ACCOUNT])
    return name


def full_name(typed: str) -> str:
    """Returns a person's name in normal form; raises `AccountRefused`."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise AccountRefused(AccountFault.FULL_NAME_BAD)
    return name


def plain_password(typed: str) -> str:
    """Returns a password in normal form, so that every keyboard's way of writing "ế" is the same password."""
    return unicodedata.normalize("NFC", typed)


def new_password(typed: str, account: str) -> str:
    """Returns a password that may be set for an account; raises `AccountRefused`."""
    password = plain_password(typed)
    if len(password) < LEAST_PASSWORD:
        raise AccountRefused(AccountFault.PASSWORD_SHORT)
    if len(password) > LONGEST_PASSWORD:
        raise AccountRefused(AccountFault.PASSWORD_LONG)
    if len(account) >= TELLING_NAME and account in password.lower():
        raise AccountRefused(AccountFault.PASSWORD_IS_NAME)
    return password
