"""`sites import`, `sites list`, `sites add` and `sites remove`.

Rule: a list is taken whole or not at all; the register keeps who changed a site and why; a running bridge is told at
once.
"""

import asyncio

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, BridgeLost, Exit, NoBridgeRuns
from console.command_line.files import open_office, read_octets, settings_of, write_octets
from console.command_line.phrasing import Say, bad_line
from console.command_line.requests import AddSite, ImportSites, ListSites, RemoveSite, Request
from console.command_line.site_names import names_of, the_site
from console.commands import ReloadDirectory
from console.configuration.configuration_parts import ConfigurationPart
from console.events import Site
from console.log_book.configuration_keeping import put_configured, remove_configured, standing_of
from console.log_book.office_store import OfficeStore
from console.office.places import SiteEntry, entry_of
from console.sites.directory import BadList, Row, sites_of
from console.sites.site_list import FIELDS, read_site_list, write_site_list
from console.sites.site_tree import below
from console.words import MAIN_SITE, Outcome

PERSON = "main.py sites"


def import_sites(request: ImportSites, actions: Actions) -> int:
    """Takes a list of sites from a file."""
    octets = read_octets(request.file)
    with open_office(request.data) as office:
        standing_of(office, ConfigurationPart.SITES, request.reason)
        known = () if request.replace else office.sites.all()
        try:
            sites = read_site_list(octets, known)
        except BadList as error:
            told = [actions.phrase(Say.LIST_BAD, {"file": request.file}), *_faults(error, actions)]
            raise BadInput("\n".join(told)) from error
        gone = office.sites.replace(sites) if request.replace else ()
        keep_sites(office, sites, request.person, request.reason)
        _keep_gone(office, gone, request.person, request.reason)
        office.sites.ensure_main(settings_of(request.data).main_name)
    print(actions.phrase(Say.SITES_TAKEN, {"count": len(sites)}))
    if gone:
        print(actions.phrase(Say.SITES_GONE, {"names": names_of(gone)}))
    return tell_bridge(request, actions)


def _faults(error: BadList, actions: Actions) -> list[str]:
    return [bad_line(actions.words, line) for line in error.lines]


def keep_sites(office: OfficeStore, sites: tuple[Site, ...], person: str, reason: str) -> None:
    """Puts sites into the live directory and their versions into the register; raises `ConfigurationIsFrozen`."""
    standing_of(office, ConfigurationPart.SITES, reason)
    office.sites.put(sites)
    put_configured(office, tuple(map(entry_of, sites)), person, reason)


def _keep_gone(office: OfficeStore, gone: tuple[Site, ...], person: str, reason: str) -> None:
    for site in gone:
        if office.register.get(SiteEntry, site.site) is not None:
            remove_configured(office, SiteEntry, site.site, person, reason)


def list_sites(request: ListSites, actions: Actions) -> int:
    """Prints the list of sites, or writes it as CSV."""
    with open_office(request.data) as office:
        sites = office.sites.all()
    if request.csv:
        write_octets(request.csv, write_site_list(sites))
        print(actions.phrase(Say.LIST_WRITTEN, {"count": len(sites), "file": request.csv}))
    elif not sites:
        print(actions.phrase(Say.NO_SITES, {}))
    for site in () if request.csv else sites:
        place = " · ".join(text for text in (site.district, site.carrier, site.contacts) if text)
        print(f"{site.number:>4}  {site.site:<5} {site.name:<28} {place}".rstrip())
    return Exit.DONE


def add_site(request: AddSite, actions: Actions) -> int:
    """Adds one site, or changes the one with its number."""
    cells = {field: str(getattr(request, field)) for field in FIELDS}
    with open_office(request.data) as office:
        try:
            (site,) = sites_of([Row(0, cells)], office.sites.all())
        except BadList as error:
            raise BadInput("\n".join(_faults(error, actions))) from error
        keep_sites(office, (site,), request.person, request.reason)
        office.sites.ensure_main(settings_of(request.data).main_name)
    print(actions.phrase(Say.SITE_TAKEN, {"number": site.number, "name": site.name}))
    return tell_bridge(request, actions)


def remove_site(request: RemoveSite, actions: Actions) -> int:
    """Takes one site out of the list; those below it have to be put elsewhere first."""
    with open_office(request.data) as office:
        sites = office.sites.all()
        site = the_site(sites, request.site, actions)
        if under := below(site.site, sites):
            values = {"number": site.number, "name": site.name, "names": names_of(under[:6])}
            raise BadInput(actions.phrase(Say.SITE_HAS_OTHERS, values))
        if site.site == MAIN_SITE:
            raise BadInput(actions.phrase(Say.MAIN_STAYS, {"name": site.name}))
        standing_of(office, ConfigurationPart.SITES, request.reason)
        gone = office.sites.replace(each for each in sites if each.site != site.site)
        _keep_gone(office, gone, request.person, request.reason)
    print(actions.phrase(Say.SITES_GONE, {"names": names_of(gone)}))
    return tell_bridge(request, actions)


def tell_bridge(request: Request, actions: Actions) -> int:
    """Lets a running bridge read the list again, and says how that went."""
    try:
        why = asyncio.run(_reload(request, actions))
    except NoBridgeRuns:
        return Exit.DONE
    except BridgeLost as error:
        why = actions.sentence_of(error)
    if why is None:
        print(actions.phrase(Say.BRIDGE_TOLD, {}))
        return Exit.DONE
    print(actions.phrase(Say.BRIDGE_NOT_TOLD, {"why": why}))
    return Exit.FAILED


async def _reload(request: Request, actions: Actions) -> str | None:
    command = ReloadDirectory()
    async with actions.connect(request.data, PERSON) as client:
        receipt = await client.ask(command)
    return None if receipt.outcome is Outcome.DONE else actions.words.receipt(command, receipt, str)
