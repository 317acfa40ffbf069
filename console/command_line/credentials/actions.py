"""Carries out `credentials`: who may join, ended at once, and who did what about it.

Rule: a running bridge ends credentials itself, for it closes the connections too; without one the store is changed
here. Both leave the deed in the register.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from console.admission.admission_commands import RevokeCredentials
from console.command_line.actions import Actions
from console.command_line.credentials import requests
from console.command_line.credentials.deeds import keep_deed
from console.command_line.credentials.phrasing import CredentialSay
from console.command_line.exits import Exit, NoBridgeRuns
from console.command_line.files import open_office, write_octets
from console.command_line.requests import Request
from console.command_line.site_names import the_site
from console.events import Site
from console.log_book.office_store import OfficeStore, wall_clock_ms
from console.office.record import Version
from console.office.security_acts import SecurityAct, SecurityDeed
from console.sites.credential_row import CredentialRow
from console.words import Outcome, SiteId

BOM = "\ufeff"
"""By which Excel knows UTF-8."""


def list_credentials(request: requests.ListCredentials, actions: Actions) -> int:
    """Prints credentials, the newest of each site first."""
    now = wall_clock_ms()
    with open_office(request.data) as office:
        sites = {site.site: site for site in office.sites.all()}
        found = office.credentials.all()
        wanted = None if request.site is None else the_site(tuple(sites.values()), request.site, actions).site
    days = request.ends_within
    found = tuple(row for row in found if wanted in {None, row.site} and (days is None or row.ends_within(days, now)))
    for row in found:
        print(_as_json(row, now) if request.json else _line(row, sites, now, actions))
    if not found and not request.json:
        print(actions.phrase(CredentialSay.NOTHING_LISTED, {}))
    return Exit.DONE


def _as_json(row: CredentialRow, now: int) -> str:
    return msgspec.json.encode({**msgspec.to_builtins(row), "standing": row.standing(now)}).decode()


def _line(row: CredentialRow, sites: Mapping[SiteId, Site], now: int, actions: Actions) -> str:
    moments = {"made": row.made_ms, "ends": row.ends_ms, "used": row.used_ms}
    never = actions.phrase(CredentialSay.NEVER, {})
    shown = {name: never if at is None else _moment(at) for name, at in moments.items()}
    kind, standing = actions.phrase(row.kind, {}), actions.phrase(row.standing(now), {})
    return actions.phrase(CredentialSay.LINE, {**_named(row.site, sites), **shown, "kind": kind, "standing": standing})


def _named(site: SiteId, sites: Mapping[SiteId, Site]) -> dict[str, object]:
    """Returns number and name of a site; one that left the list is told by its identifier."""
    known = sites.get(site)
    return {"number": "-", "name": site} if known is None else {"number": known.number, "name": known.name}


def _moment(wall_ms: int) -> str:
    return time.strftime("%d.%m.%Y %H:%M", time.localtime(wall_ms / 1000))


# ---------------------------------------------------------------- revoking


def revoke(request: requests.RevokeSiteCredentials, actions: Actions) -> int:
    """Ends every credential and connection of a site."""
    with open_office(request.data) as office:
        site = the_site(office.sites.all(), request.site, actions)
        values: dict[str, object] = {"number": site.number, "name": site.name}
        try:
            why = asyncio.run(_ask_bridge(request, site, actions))
        except NoBridgeRuns:
            print(_revoke_here(office, site, request.person, actions))
            return Exit.DONE
    if why is None:
        print(actions.phrase(CredentialSay.REVOKED_THERE, values))
        return Exit.DONE
    print(actions.phrase(CredentialSay.NOT_REVOKED_THERE, {**values, "why": why}))
    return Exit.FAILED


async def _ask_bridge(request: requests.RevokeSiteCredentials, site: Site, actions: Actions) -> str | None:
    """Returns why the bridge did not do it; None: it did."""
    command = RevokeCredentials(site=site.site)
    async with actions.connect(request.data, request.person) as client:
        receipt = await client.ask(command)
    return None if receipt.outcome is Outcome.DONE else actions.words.receipt(command, receipt, str)


def _revoke_here(office: OfficeStore, site: Site, person: str, actions: Actions) -> str:
    count = office.credentials.revoke(site=site.site)
    keep_deed(office, site, SecurityDeed.REVOKED, person)
    said = CredentialSay.REVOKED_HERE if count else CredentialSay.NOTHING_TO_REVOKE
    return actions.phrase(said, {"count": count, "number": site.number, "name": site.name})


# ---------------------------------------------------------------- what was done


def list_acts(request: requests.ListSecurityActs, actions: Actions) -> int:
    """Prints who invited or revoked whom, or writes it as CSV, the oldest first."""
    with open_office(request.data) as office:
        sites = {site.site: site for site in office.sites.all()}
        told = [each for each in office.register.all_versions(SecurityAct) if each.content is not None]
    if request.csv is not None:
        lines = [actions.phrase(CredentialSay.HEADINGS, {}), *(_csv_line(each, sites, actions) for each in told)]
        write_octets(request.csv, (BOM + "".join(f"{line}\r\n" for line in lines)).encode())
        print(actions.phrase(CredentialSay.ACTS_WRITTEN, {"count": len(told), "file": request.csv}))
        return Exit.DONE
    for each in told:
        print(actions.phrase(CredentialSay.ACT, _act_values(each, sites, actions)))
    if not told:
        print(actions.phrase(CredentialSay.NO_ACTS, {}))
    return Exit.DONE


def _act_values(told: Version[SecurityAct], sites: Mapping[SiteId, Site], actions: Actions) -> dict[str, object]:
    assert told.content is not None
    deed = actions.phrase(told.content.deed, {})
    return {"time": _moment(told.wall_ms), "person": told.person, "deed": deed, **_named(told.content.site, sites)}


def _csv_line(told: Version[SecurityAct], sites: Mapping[SiteId, Site], actions: Actions) -> str:
    values = _act_values(told, sites, actions)
    cells = (values["time"], values["person"], values["deed"], f"{values['number']} {values['name']}")
    return ";".join(_cell(str(cell)) for cell in cells)


def _cell(text: str) -> str:
    """Returns a text as one cell; what a table would take for a formula is made a text."""
    text = f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
    return '"' + text.replace('"', '""') + '"'


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.ListCredentials: list_credentials,
    requests.RevokeSiteCredentials: revoke,
    requests.ListSecurityActs: list_acts,
}
