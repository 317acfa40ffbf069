"""Sites as people name them on a command line: by number or name, and told by both.

Rule: no data base is loaded for it: a command to a running bridge starts in half the time without one.
"""

from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.phrasing import Say
from console.events import Site
from console.sites.directory import find_sites


def the_site(sites: tuple[Site, ...], text: str, actions: Actions) -> Site:
    """Returns the one site that was meant; raises `BadInput`."""
    found = find_sites(sites, text)
    if not found:
        raise BadInput(actions.phrase(Say.SITE_UNKNOWN, {"text": text}))
    if len(found) > 1:
        raise BadInput(actions.phrase(Say.SITE_UNCLEAR, {"text": text, "names": names_of(found[:6])}))
    return found[0]


def names_of(sites: tuple[Site, ...]) -> str:
    """Returns sites as people list them: "4 Phường Thành Nhất, 25 Xã Ea Khăl"."""
    return ", ".join(f"{site.number} {site.name}" for site in sites)
