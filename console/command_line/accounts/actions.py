"""Carries out `accounts`: accounts made and changed, logins kept for commands, and who did what about them.

Rule: everything goes straight to the office store, with or without a bridge; a running bridge sees it within a second.
Every change is told to the register's chain.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from console.accounts.account import (
    TICKET_HOURS,
    Account,
    AccountFault,
    AccountRefused,
    AccountRole,
    Delegation,
    Failed,
    account_name,
)
from console.command_line.accounts import asking, requests
from console.command_line.accounts.login_file import forget_ticket, keep_ticket, kept_ticket
from console.command_line.accounts.phrasing import AccountSay
from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, profile_of, settings_of, write_octets
from console.command_line.requests import Request
from console.command_line.site_names import the_site
from console.log_book.logins import Logins
from console.log_book.office_store import OfficeStore, wall_clock_ms
from console.office.account_acts import AccountAct, AccountDeed
from console.office.record import Version

BOM = "\ufeff"
HOUR_MS = 3_600_000
DOOR = "command_line"


def _moment(wall_ms: int) -> str:
    return time.strftime("%d.%m.%Y %H:%M", time.localtime(wall_ms / 1000))


def _say(actions: Actions, kind: AccountSay, **values: object) -> int:
    print(actions.phrase(kind, values))
    return Exit.DONE


def _refused(error: AccountRefused, actions: Actions) -> BadInput:
    return BadInput(actions.phrase(error.fault, {"account": error.account}))


# ---------------------------------------------------------------- looking


def list_accounts(request: requests.ListAccounts, actions: Actions) -> int:
    """Prints the accounts by name."""
    with open_office(request.data) as office:
        found, now = office.accounts.all(), wall_clock_ms()
        for account in found:
            print(msgspec.json.encode(account).decode() if request.json else _line(account, now, office, actions))
        if not found and not request.json:
            return _say(actions, AccountSay.NOTHING_LISTED)
        if not office.accounts.in_force() and not request.json:
            return _say(actions, AccountSay.NOT_IN_FORCE)
    return Exit.DONE


def _line(account: Account, now: int, office: OfficeStore, actions: Actions) -> str:
    given = account.delegated_at(now)
    notes = [
        *([actions.phrase(AccountSay.DISABLED, {})] if account.disabled_ms is not None else []),
        *([_scope(given, office, actions, AccountSay.DELEGATION)] if given is not None else []),
        *([actions.phrase(account.employment, {})] if account.employment is not None else []),
        *([] if account.personal else [actions.phrase(AccountSay.NOT_OWN, {})]),
    ]
    used = actions.phrase(AccountSay.NEVER, {}) if account.used_ms is None else _moment(account.used_ms)
    values = {"account": account.account, "name": account.name, "role": actions.phrase(account.role, {}), "used": used}
    return actions.phrase(AccountSay.LINE, {**values, "notes": "; ".join(notes)}).rstrip()


def _scope(given: Delegation, office: OfficeStore, actions: Actions, kind: AccountSay, account: str = "") -> str:
    names = {site.site: f"{site.number} {site.name}" for site in office.sites.all()}
    sites = ", ".join(names.get(site, site) for site in given.sites) or "*"
    values = {"rights": ", ".join(given.rights), "sites": sites, "until": _moment(given.until_ms), "account": account}
    return actions.phrase(kind, values)


# ---------------------------------------------------------------- changing


def add_account(request: requests.AddAccount, actions: Actions) -> int:
    """Adds an account, its first password asked for."""
    with open_office(request.data) as office:
        try:
            account = account_name(request.account)
            before = office.accounts.in_force()
            password = asking.ask_new_password(account, actions)
            Logins(office).add(account, request.name, request.role, password, request.person, request.employment)
        except AccountRefused as error:
            raise _refused(error, actions) from error
        now = office.accounts.in_force()
    _say(actions, AccountSay.ADDED, account=account, name=request.name)
    if now and not before:
        return _say(actions, AccountSay.NOW_IN_FORCE)
    return Exit.DONE if now else _say(actions, AccountSay.NOT_IN_FORCE)


def set_role(request: requests.SetAccountRole, actions: Actions) -> int:
    """Gives an account another role."""
    _change(request, actions, lambda logins: logins.set_role(request.account, request.role, request.person))
    return _say(actions, AccountSay.ROLE_SET, account=request.account, role=actions.phrase(request.role, {}))


def set_employment(request: requests.SetEmployment, actions: Actions) -> int:
    """Keeps whose staff the person is."""
    kind = request.employment
    _change(request, actions, lambda logins: logins.set_employment(request.account, kind, request.person))
    return _say(actions, AccountSay.EMPLOYMENT_SET, account=request.account, employment=actions.phrase(kind, {}))


def disable(request: requests.DisableAccount, actions: Actions) -> int:
    """Lets an account log in no more."""
    _change(request, actions, lambda logins: logins.disable(request.account, request.person))
    return _say(actions, AccountSay.DISABLED_NOW, account=request.account)


def enable(request: requests.EnableAccount, actions: Actions) -> int:
    """Lets an account log in again."""
    _change(request, actions, lambda logins: logins.enable(request.account, request.person))
    return _say(actions, AccountSay.ENABLED_NOW, account=request.account)


def delegate(request: requests.DelegateTo, actions: Actions) -> int:
    """Gives a delegated operator rights until an end, once what the profile ties control to was confirmed."""
    profile = profile_of(request.data, settings_of(request.data), actions.profiles, actions.program_version())
    conditions = profile.regulation.control.conditions
    with open_office(request.data) as office:
        sites, begins = office.sites.all(), request.begins if request.begins is not None else wall_clock_ms()
        given = Delegation(
            rights=request.rights,
            sites=tuple(the_site(sites, typed, actions).site for typed in request.sites),
            from_ms=begins,
            until_ms=request.ends if request.ends is not None else begins + (request.hours or 0) * HOUR_MS,
            basis=request.basis.strip(),
            conditions=tuple(each.text for each in conditions) if request.conditions_met else (),
        )
        try:
            Logins(office).delegate(request.account, given, request.person, conditions)
        except AccountRefused as error:
            if error.fault is AccountFault.CONDITIONS_OPEN:
                listed = "\n".join(f"- {each.text} ({each.article})" for each in conditions)
                _say(actions, AccountSay.CONDITIONS, conditions=listed)
            raise _refused(error, actions) from error
        print(_scope(given, office, actions, AccountSay.DELEGATED, request.account))
    return Exit.DONE


def end_delegation(request: requests.EndDelegation, actions: Actions) -> int:
    """Takes a delegation away."""
    _change(request, actions, lambda logins: logins.end_delegation(request.account, request.person))
    return _say(actions, AccountSay.DELEGATION_ENDED, account=request.account)


def _change(request: Request, actions: Actions, change: Callable[[Logins], None]) -> None:
    with open_office(request.data) as office:
        try:
            change(Logins(office))
        except AccountRefused as error:
            raise _refused(error, actions) from error


def set_password(request: requests.SetPassword, actions: Actions) -> int:
    """Sets a password: an administrator anybody else's, everybody the own one after proving the present one."""
    with open_office(request.data) as office:
        logins, person = Logins(office), request.person
        try:
            known = office.accounts.known(request.account)
            personal = office.accounts.in_force() and not _is_others_administrator(request, office)
            if personal:
                present = asking.ask_password(known.account, actions)
                _prove(logins, office, known.account, present, actions)
            person = known.name if personal else _name(request, office)
            password = asking.ask_new_password(known.account, actions)
            logins.set_password(known.account, password, person, personal=personal)
        except AccountRefused as error:
            raise _refused(error, actions) from error
    return _say(actions, AccountSay.PASSWORD_SET, account=request.account)


def _is_others_administrator(request: requests.SetPassword, office: OfficeStore) -> bool:
    found = office.accounts.by_ticket(kept_ticket(request.data))
    if found is None or found[1]:
        return False
    return found[0].role is AccountRole.ADMINISTRATOR and found[0].account != request.account


def _name(request: requests.SetPassword, office: OfficeStore) -> str:
    found = office.accounts.by_ticket(kept_ticket(request.data))
    return request.person if found is None else found[0].name


def _prove(logins: Logins, office: OfficeStore, account: str, password: str, actions: Actions) -> None:
    done = logins.log_in(account, password, DOOR)
    if isinstance(done, Failed):
        raise _login_refused(done, actions)
    office.accounts.end_ticket(done.ticket)


# ---------------------------------------------------------------- logging in


def _login_refused(failed: Failed, actions: Actions) -> BadInput:
    return BadInput(actions.phrase(failed.fault, {"seconds": failed.wait_seconds}))


def log_in(request: requests.LogIn, actions: Actions) -> int:
    """Proves an account and keeps the login in the data folder."""
    with open_office(request.data) as office:
        name = request.account or asking.ask_account(actions)
        done = Logins(office).log_in(name, asking.ask_password(name, actions), DOOR)
    if isinstance(done, Failed):
        raise _login_refused(done, actions)
    keep_ticket(request.data, done.ticket)
    until = _moment(wall_clock_ms() + TICKET_HOURS * HOUR_MS)
    return _say(actions, AccountSay.LOGGED_IN, name=done.account.name, until=until)


def log_out(request: requests.LogOut, actions: Actions) -> int:
    """Ends the login that is kept."""
    ticket = kept_ticket(request.data)
    with open_office(request.data) as office:
        if (found := office.accounts.by_ticket(ticket)) is not None:
            office.accounts.end_ticket(ticket)
            Logins(office).tell(AccountDeed.LOGGED_OUT, found[0].account, found[0].name, detail=DOOR)
    forget_ticket(request.data)
    return _say(actions, AccountSay.LOGGED_OUT)


# ---------------------------------------------------------------- what was done


def list_acts(request: requests.ListAccountActs, actions: Actions) -> int:
    """Prints what was done with accounts and who logged in, or writes it as CSV, the oldest first."""
    with open_office(request.data) as office:
        told = [each for each in office.register.all_versions(AccountAct) if each.content is not None]
    if request.csv is not None:
        lines = [actions.phrase(AccountSay.HEADINGS, {}), *(_csv_line(each, actions) for each in told)]
        write_octets(request.csv, (BOM + "".join(f"{line}\r\n" for line in lines)).encode())
        return _say(actions, AccountSay.ACTS_WRITTEN, count=len(told), file=request.csv)
    for each in told:
        print(actions.phrase(AccountSay.ACT, _act_values(each, actions)).rstrip())
    return Exit.DONE if told else _say(actions, AccountSay.NO_ACTS)


def _act_values(told: Version[AccountAct], actions: Actions) -> dict[str, object]:
    assert told.content is not None
    act = told.content
    values = {"time": _moment(told.wall_ms), "person": told.person or "—", "deed": actions.phrase(act.deed, {})}
    return {**values, "account": act.account, "detail": act.detail}


def _csv_line(told: Version[AccountAct], actions: Actions) -> str:
    return ";".join(_cell(str(value)) for value in _act_values(told, actions).values())


def _cell(text: str) -> str:
    """Returns a text as one cell; what a table would take for a formula is made a text."""
    text = f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
    return '"' + text.replace('"', '""') + '"'


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.ListAccounts: list_accounts,
    requests.AddAccount: add_account,
    requests.SetEmployment: set_employment,
    requests.SetAccountRole: set_role,
    requests.DisableAccount: disable,
    requests.EnableAccount: enable,
    requests.SetPassword: set_password,
    requests.DelegateTo: delegate,
    requests.EndDelegation: end_delegation,
    requests.LogIn: log_in,
    requests.LogOut: log_out,
    requests.ListAccountActs: list_acts,
}
