"""Asks for accounts and passwords: at the terminal without an echo, or from what is piped in, a line each.

Rule: a password never stands on a command line, where others on the machine could read it.
"""

import getpass
import sys
import warnings

from console.command_line.accounts.phrasing import AccountSay
from console.command_line.actions import Actions
from console.command_line.exits import BadInput

LONGEST_LINE = 1000


def at_terminal() -> bool:
    """Tells whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_account(actions: Actions) -> str:
    """Returns the account that is typed; raises `BadInput` when nobody is there."""
    return _line(actions.phrase(AccountSay.ACCOUNT_ASKED, {}), actions, shown=True)


def ask_password(account: str, actions: Actions) -> str:
    """Returns a password that is known already."""
    return _line(actions.phrase(AccountSay.PASSWORD_ASKED, {"account": account}), actions, shown=False)


def ask_new_password(account: str, actions: Actions) -> str:
    """Returns a new password, typed twice at a terminal; raises `BadInput` when the two differ."""
    typed = _line(actions.phrase(AccountSay.PASSWORD_NEW, {"account": account}), actions, shown=False)
    if at_terminal() and typed != _line(actions.phrase(AccountSay.PASSWORD_AGAIN, {}), actions, shown=False):
        raise BadInput(actions.phrase(AccountSay.PASSWORDS_DIFFER, {}))
    return typed


def _line(asked: str, actions: Actions, *, shown: bool) -> str:
    if at_terminal():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", getpass.GetPassWarning)  # rather none than one that is shown
                return input(asked) if shown else getpass.getpass(asked)
        except (EOFError, getpass.GetPassWarning) as error:
            raise BadInput(actions.phrase(AccountSay.LOGIN_NEEDED, {})) from error
    line = sys.stdin.readline(LONGEST_LINE) if sys.stdin is not None else ""
    if not line:
        raise BadInput(actions.phrase(AccountSay.LOGIN_NEEDED, {}))
    return line.rstrip("\r\n")
