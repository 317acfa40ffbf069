"""`do COMMAND`: one operator command to the running bridge, and its receipt.

Rule: the receipt goes to the output as one line of JSON, for scripts; a sentence for people to the error stream.
"""

import asyncio
import sys
from typing import cast

import msgspec

from console.command import kebab
from console.command_line.actions import Actions, BridgeClient
from console.command_line.exits import BadInput, Exit
from console.command_line.phrasing import Say
from console.command_line.requests import AskBridge
from console.command_line.site_names import names_of, the_site
from console.commands import AnyCommand, SafeStop
from console.events import Site
from console.snapshot import FloorView, SiteView, Whole
from console.words import Outcome, SiteId

_GOOD = (Outcome.DONE, Outcome.PARTLY)
_NAMES_SITES = ("site", "except_sites", "sites", "request_id")


def ask_bridge(request: AskBridge, actions: Actions) -> int:
    """Gives the command and prints what came of it."""
    return asyncio.run(_ask(request, actions))


async def _ask(request: AskBridge, actions: Actions) -> int:
    async with actions.connect(request.data, request.person) as client:
        sites, command = await _command(request, client, actions)
        if client.locked and not isinstance(command, SafeStop):
            await _log_in(client, actions)
        receipt = await client.ask(command)
        if receipt.unconfirmed and not sites:
            sites = sites_in(await client.whole())
    print(msgspec.json.encode(receipt).decode(), flush=True)
    named = {site.site: names_of((site,)) for site in sites}
    print(actions.words.receipt(command, receipt, lambda site: named.get(site, site)), file=sys.stderr)
    return Exit.DONE if receipt.outcome in _GOOD else Exit.FAILED


async def _log_in(client: BridgeClient, actions: Actions) -> None:
    """Asks for an account at a terminal; where nobody can be asked the bridge says what is missing."""
    from console.command_line.accounts import asking

    if asking.at_terminal():
        name = asking.ask_account(actions)
        failed = await client.log_in(name, asking.ask_password(name, actions))
        if failed is not None:
            raise BadInput(actions.phrase(failed.fault, {"seconds": failed.wait_seconds}))


async def _command(request: AskBridge, client: BridgeClient, actions: Actions) -> tuple[tuple[Site, ...], AnyCommand]:
    """Returns the command with its sites named as the bridge names them, and the sites it knows (if it was asked)."""
    fields = request.command_type.__struct_fields__
    sites: tuple[Site, ...] = ()
    values = dict(request.values)
    if any(name in fields for name in _NAMES_SITES):
        whole = await client.whole()
        sites = sites_in(whole)
        values = {name: _resolved(name, value, sites, whole, actions) for name, value in values.items()}
        if "request_id" in fields and "request_id" not in values:
            values["request_id"] = _first_request(whole, actions)
    try:
        return sites, msgspec.convert(values, request.command_type)  # pyright: ignore[reportReturnType]
    except msgspec.ValidationError as error:
        values = {"command": kebab(request.command_type.__name__), "why": error}
        raise BadInput(actions.phrase(Say.BAD_VALUE, values)) from error


def sites_in(whole: Whole) -> tuple[Site, ...]:
    """Returns the sites that a snapshot shows."""
    views = [view for view in whole.views.values() if isinstance(view, SiteView)]
    return tuple(Site(site=view.site, number=view.number, name=view.name, role=view.role) for view in views)


def _resolved(name: str, value: object, sites: tuple[Site, ...], whole: Whole, actions: Actions) -> object:
    if name == "site":
        return the_site(sites, str(value), actions).site
    if name in ("except_sites", "sites") and isinstance(value, tuple):
        return tuple(the_site(sites, text, actions).site for text in cast("tuple[str, ...]", value))
    if name == "request_id":
        return _request(str(value), sites, whole, actions)
    return value


def _requests(whole: Whole) -> dict[str, SiteId]:
    floor = whole.views.get("floor")
    return {request.request_id: request.site for request in floor.requests} if isinstance(floor, FloorView) else {}


def _request(text: str, sites: tuple[Site, ...], whole: Whole, actions: Actions) -> str:
    requests = _requests(whole)
    if text in requests:
        return text
    site = the_site(sites, text, actions).site
    found = next((request for request, asking in requests.items() if asking == site), None)
    if found is None:
        raise BadInput(actions.phrase(Say.REQUEST_UNKNOWN, {"text": text}))
    return found


def _first_request(whole: Whole, actions: Actions) -> str:
    floor = whole.views.get("floor")
    waiting = [request for request in floor.requests if not request.granted] if isinstance(floor, FloorView) else []
    if not waiting:
        raise BadInput(actions.phrase(Say.QUEUE_EMPTY, {}))
    return waiting[0].request_id
