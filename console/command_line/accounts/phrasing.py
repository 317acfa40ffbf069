"""The English sentences of `accounts`.

Rule: as in `command_line.phrasing`, actions name a kind and values; `widgets/phrases` says the same in the reader's
language.
"""

from collections.abc import Mapping
from enum import StrEnum

from console.accounts.account import AccountFault, AccountRole, Employment, LoginFault
from console.office.account_acts import AccountDeed


class AccountSay(StrEnum):
    """What the command line has to say about accounts."""

    LINE = "line"
    DISABLED = "disabled"
    NOT_OWN = "not_own"
    EMPLOYMENT_SET = "employment_set"
    CONDITIONS = "conditions"
    DELEGATION = "delegation"
    NEVER = "never"
    NOTHING_LISTED = "nothing_listed"
    NOT_IN_FORCE = "not_in_force"
    ADDED = "added"
    NOW_IN_FORCE = "now_in_force"
    ROLE_SET = "role_set"
    DISABLED_NOW = "disabled_now"
    ENABLED_NOW = "enabled_now"
    PASSWORD_SET = "password_set"  # noqa: S105 - a sentence
    DELEGATED = "delegated"
    DELEGATION_ENDED = "delegation_ended"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    LOGIN_NEEDED = "login_needed"
    ROLE_NEEDED = "role_needed"
    ACCOUNT_ASKED = "account_asked"
    PASSWORD_ASKED = "password_asked"  # noqa: S105 - a sentence
    PASSWORD_NEW = "password_new"  # noqa: S105 - a sentence
    PASSWORD_AGAIN = "password_again"  # noqa: S105 - a sentence
    PASSWORDS_DIFFER = "passwords_differ"
    ACT = "act"
    NO_ACTS = "no_acts"
    ACTS_WRITTEN = "acts_written"
    HEADINGS = "headings"


_SAID: Mapping[AccountSay, str] = {
    AccountSay.LINE: "{account:<14} {name:<28} {role:<22} last login {used}  {notes}",
    AccountSay.DISABLED: "DISABLED",
    AccountSay.NOT_OWN: "password not yet the person's own",
    AccountSay.EMPLOYMENT_SET: "{account} is kept as: {employment}.",
    AccountSay.CONDITIONS: "Control is tied to these; confirm them with --conditions-met:\n{conditions}",
    AccountSay.DELEGATION: "{rights}, {sites}, until {until}",
    AccountSay.NEVER: "never",
    AccountSay.NOTHING_LISTED: "There are no accounts: whoever uses this machine operates, and the name is only asked.",
    AccountSay.NOT_IN_FORCE: "Nobody has to log in until there is an account with the role administrator.",
    AccountSay.ADDED: "The account {account} of {name} was added.",
    AccountSay.NOW_IN_FORCE: "From now on operating asks for a login, in windows that are open too.",
    AccountSay.ROLE_SET: "{account} is now: {role}.",
    AccountSay.DISABLED_NOW: "{account} can log in no more.",
    AccountSay.ENABLED_NOW: "{account} can log in again.",
    AccountSay.PASSWORD_SET: "{account} has another password; what was logged in with the old one has ended.",
    AccountSay.DELEGATED: "{account} may, until {until}: {rights}, {sites}.",
    AccountSay.DELEGATION_ENDED: "{account} has no delegation any more.",
    AccountSay.LOGGED_IN: "Logged in as {name} until {until}; main.py accounts logout ends it.",
    AccountSay.LOGGED_OUT: "Logged out.",
    AccountSay.LOGIN_NEEDED: "This asks for a login: main.py accounts login ACCOUNT",
    AccountSay.ROLE_NEEDED: "{name} may not do this; it is for: {role}.",
    AccountSay.ACCOUNT_ASKED: "Account: ",
    AccountSay.PASSWORD_ASKED: "Password of {account}: ",
    AccountSay.PASSWORD_NEW: "New password of {account}: ",
    AccountSay.PASSWORD_AGAIN: "The same again: ",
    AccountSay.PASSWORDS_DIFFER: "The two differ; nothing was changed.",
    AccountSay.ACT: "{time}  {person} {deed} {account} {detail}",
    AccountSay.NO_ACTS: "Nothing has been done with accounts yet.",
    AccountSay.ACTS_WRITTEN: "{count} acts written to {file}.",
    AccountSay.HEADINGS: "time;person;act;account;detail",
}
_ROLES: Mapping[AccountRole, str] = {
    AccountRole.OPERATOR: "operator",
    AccountRole.DELEGATED: "delegated operator",
    AccountRole.VIEWER: "viewer",
    AccountRole.ADMINISTRATOR: "administrator",
}
_EMPLOYMENTS: Mapping[Employment, str] = {
    Employment.CIVIL_SERVANT: "civil servant",
    Employment.PROVIDER_STAFF: "provider's staff",
}
_FAULTS: Mapping[AccountFault, str] = {
    AccountFault.NAME_BAD: (
        "“{account}” is no account name: 2 to 32 small Latin letters, figures, dots, dashes; no dot or dash first."
    ),
    AccountFault.FULL_NAME_BAD: "The person's full name has to be 1 to 80 letters on one line.",
    AccountFault.PASSWORD_SHORT: "A password has at least 10 signs; several words are easy to keep.",
    AccountFault.PASSWORD_LONG: "A password has at most 200 signs.",
    AccountFault.PASSWORD_IS_NAME: "The password must not have the account's name in it.",
    AccountFault.TAKEN: "There is an account {account} already.",
    AccountFault.UNKNOWN: "There is no account {account}.",
    AccountFault.TOO_MANY: "There are 200 accounts; no more are kept.",
    AccountFault.LAST_ADMINISTRATOR: (
        "{account} is the last administrator who can log in; make somebody else one first, or everybody could operate."
    ),
    AccountFault.NOT_DELEGATED_ROLE: "{account} is no delegated operator; give it that role first.",
    AccountFault.SCOPE_EMPTY: "A delegation names at least one right.",
    AccountFault.END_PAST: "The end of the delegation has passed already.",
    AccountFault.CONDITIONS_OPEN: "Nothing was delegated to {account}: the conditions for control were not confirmed.",
}
_LOGIN_FAULTS: Mapping[LoginFault, str] = {
    LoginFault.WRONG: "The account or the password is wrong.",
    LoginFault.WAIT: "Too many failed; try again in {seconds} s.",
    LoginFault.DISABLED: "This account is disabled; ask an administrator.",
    LoginFault.NOT_IN_FORCE: "There is nothing to log in to: no account has the role administrator.",
    LoginFault.STORE: "The office store cannot be read now; try again.",
}
_DEEDS: Mapping[AccountDeed, str] = {
    AccountDeed.ADDED: "added",
    AccountDeed.ROLE_CHANGED: "changed the role of",
    AccountDeed.DISABLED: "disabled",
    AccountDeed.ENABLED: "enabled",
    AccountDeed.EMPLOYMENT_SET: "said whose staff is",
    AccountDeed.PASSWORD_SET: "set the password of",
    AccountDeed.DELEGATED: "delegated control to",
    AccountDeed.DELEGATION_ENDED: "ended the delegation of",
    AccountDeed.LOGGED_IN: "logged in:",
    AccountDeed.LOGGED_OUT: "logged out:",
    AccountDeed.LOGIN_FAILED: "FAILED LOGIN:",
    AccountDeed.LOCKED: "locked the console:",
    AccountDeed.LOCKED_IDLE: "console locked, idle:",
    AccountDeed.UNLOCKED: "unlocked the console:",
    AccountDeed.HANDED_OVER: "took the console over:",
}
AccountKindOfWords = AccountSay | AccountRole | Employment | AccountFault | LoginFault | AccountDeed
ACCOUNT_KINDS = (AccountSay, AccountRole, Employment, AccountFault, LoginFault, AccountDeed)
_TABLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AccountSay: {**_SAID},
    AccountRole: {**_ROLES},
    Employment: {**_EMPLOYMENTS},
    AccountFault: {**_FAULTS},
    LoginFault: {**_LOGIN_FAULTS},
    AccountDeed: {**_DEEDS},
}


def account_english(kind: AccountKindOfWords) -> str:
    """Returns the English sentence of a kind."""
    return _TABLES[type(kind)][kind]
