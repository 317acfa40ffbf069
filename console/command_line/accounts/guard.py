"""Who may type what where operators have accounts: every request that changes the office is an account's act.

Rules: what only reads needs no login, and what goes to the bridge is judged there. Everything else goes under the name
of the account that is logged in, whatever `--person` says; accounts, credentials and configuration are the
administrator's. Without accounts everything is as it was.
"""

import msgspec

from console.accounts.account import Account, AccountRole, Failed
from console.command_line import requests
from console.command_line.accounts import asking
from console.command_line.accounts.login_file import kept_ticket
from console.command_line.accounts.phrasing import AccountSay
from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.files import open_office
from console.command_line.rights import RequestRight, right_of
from console.log_book.logins import Logins
from console.log_book.office_store import OfficeStore

_ROLES = {
    RequestRight.OFFICE: (AccountRole.OPERATOR, AccountRole.ADMINISTRATOR),
    RequestRight.ADMINISTRATOR: (AccountRole.ADMINISTRATOR,),
}


def guarded(request: requests.Request, actions: Actions) -> requests.Request:
    """Returns the request under the name of the account that is logged in; raises `BadInput` when it may not be."""
    right = right_of(request)
    with open_office(request.data) as office:
        if not office.accounts.in_force():
            return request
        account = logged_in(request, office, actions)
    if account.role not in _ROLES[right]:
        role = actions.phrase(_ROLES[right][0], {})
        raise BadInput(actions.phrase(AccountSay.ROLE_NEEDED, {"name": account.name, "role": role}))
    if "person" not in request.__struct_fields__:
        return request
    return msgspec.structs.replace(request, person=account.name)


def logged_in(request: requests.Request, office: OfficeStore, actions: Actions) -> Account:
    """Returns whose login this is: of the kept ticket, or asked for at a terminal; raises `BadInput`."""
    found = office.accounts.by_ticket(kept_ticket(request.data))
    if found is not None and not found[1]:
        return found[0]
    if not asking.at_terminal():
        raise BadInput(actions.phrase(AccountSay.LOGIN_NEEDED, {}))
    name = asking.ask_account(actions)
    done = Logins(office).log_in(name, asking.ask_password(name, actions), "command_line")
    if isinstance(done, Failed):
        raise BadInput(actions.phrase(done.fault, {"seconds": done.wait_seconds}))
    office.accounts.end_ticket(done.ticket)
    return done.account
