"""What was done with operators' accounts, and their logins: security events in the register's chain.

Rule: whoever carries out such an act puts one of these beside it; the register adds who did it and when. No password,
no hash and no ticket ever stands here, nor what was typed as an account's name when there is no such account: it may
have been a password.
"""

from enum import StrEnum

from console.office.record import Record, Text


class AccountDeed(StrEnum):
    """What was done."""

    ADDED = "added"
    ROLE_CHANGED = "role_changed"
    DISABLED = "disabled"
    ENABLED = "enabled"
    EMPLOYMENT_SET = "employment_set"
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of a deed
    DELEGATED = "delegated"
    DELEGATION_ENDED = "delegation_ended"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    LOGIN_FAILED = "login_failed"
    LOCKED = "locked"
    LOCKED_IDLE = "locked_idle"
    UNLOCKED = "unlocked"
    HANDED_OVER = "handed_over"
    """Somebody else logged in where another account was; `detail` names the one before."""


FAILURES = frozenset({AccountDeed.LOGIN_FAILED})


class AccountAct(Record, tag="account-act"):
    """One act; `session` names the session that ran, so that its package holds the act too (empty: none ran)."""

    deed: AccountDeed
    account: Text = ""
    """Empty: there is no such account."""
    detail: Text = ""
    """The new role, the delegation's scope, through which door."""
    session: Text = ""
