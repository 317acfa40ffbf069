"""The argument table of `accounts`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.accounts.account import AccountRole, Employment
from console.command_line.accounts import requests
from console.command_line.requests import Request
from console.command_line.typed_moments import typed_moment
from console.command_line.typed_numbers import between
from console.words import DelegatedRight

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "operators' accounts: add, list, disable, role, password, delegate, login"
NAME = "name to log in with: small Latin letters, figures, dot, dash"
MOST_HOURS = 31 * 24


def add_accounts(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "accounts", GROUP)

    def act(name: str, form: type[Request], help_text: str, *, account: bool = True) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        if account:
            parser.add_argument("account", metavar="ACCOUNT", help=NAME)
        return parser

    one = act("add", requests.AddAccount, "add an account of one person; the password is asked for")
    one.add_argument("name", metavar="NAME", help="the person's full name, as the log will name it")
    _add_role(one, "--role", required=True)
    _add_employment(one, "--employment")
    listing = act("list", requests.ListAccounts, "print the accounts, their roles and delegations", account=False)
    listing.add_argument("--json", action="store_true", help="print one JSON object per line")
    act("disable", requests.DisableAccount, "let an account log in no more; where it is logged in, it is locked out")
    act("enable", requests.EnableAccount, "let an account log in again")
    _add_role(act("role", requests.SetAccountRole, "give an account another role"), "role")
    _add_employment(act("employment", requests.SetEmployment, "say whose staff the person is"), "employment")
    act("password", requests.SetPassword, "set a password; one's own asks for the present one first")
    _add_delegation(act("delegate", requests.DelegateTo, "give a delegated operator rights until an end"))
    act("end-delegation", requests.EndDelegation, "take a delegation away before its end")
    login = act("login", requests.LogIn, "log in for some hours, for the commands of this data folder", account=False)
    login.add_argument("account", nargs="?", metavar="ACCOUNT", help=NAME)
    act("logout", requests.LogOut, "end the login of this data folder", account=False)
    log = act(
        "log", requests.ListAccountActs, "print logins, failed ones too, and what was done with accounts", account=False
    )
    log.add_argument("--csv", type=Path, metavar="FILE", help="write it as a CSV that Excel opens")


def _add_role(parser: argparse.ArgumentParser, name: str, **options: Any) -> None:
    parser.add_argument(
        name,
        type=AccountRole,
        choices=tuple(AccountRole),
        metavar="ROLE",
        help="operator, delegated, viewer, administrator",
        **options,
    )


def _add_employment(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument(
        name,
        type=Employment,
        choices=tuple(Employment),
        metavar="WHOSE",
        help="civil_servant, provider_staff (of the enterprise that operates the system)",
    )


def _add_delegation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rights",
        type=DelegatedRight,
        choices=tuple(DelegatedRight),
        nargs="+",
        required=True,
        metavar="RIGHT",
        help="silence, floor, podium, cameras, record",
    )
    parser.add_argument("--sites", nargs="*", default=[], metavar="SITE", help="only at these sites (all)")
    parser.add_argument("--from", dest="begins", type=typed_moment, metavar="MOMENT", help="when it begins (now)")
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument("--hours", type=between(1, MOST_HOURS), metavar="N", help="for how many hours")
    end.add_argument(
        "--until", dest="ends", type=typed_moment, metavar="MOMENT", help='when it ends, as "2026-11-25 17:30"'
    )
    parser.add_argument("--basis", default="", metavar="TEXT", help="who decided it, or the paper's number")
    parser.add_argument(
        "--conditions-met",
        action="store_true",
        help="confirm that everything is met that the profile ties control to",
    )
