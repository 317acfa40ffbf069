"""What the bridge and a site say to each other about delegated control."""

import msgspec

from console.commands import AnyCommand
from console.sites.site_message import FromSite, ToSite
from console.words import DelegatedRight, SiteId


class ControlledSite(msgspec.Struct, frozen=True, kw_only=True):
    """A site as somebody who may control others sees it."""

    site: SiteId
    number: int
    name: str
    connected: bool
    heard: bool
    """Its microphone may be heard, as it was ordered."""
    on_podium: bool = False
    on_deck: bool = False


class ControlledRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A waiting request for the floor, in the order of the queue."""

    request_id: str
    site: SiteId
    person: str = ""
    note: str = ""


class ShowControl(ToSite):
    """What this site may control besides itself, and what of it there is; without rights nothing.

    Sent when it has changed; `until_in_ms` is how long it lasts, None: until the session ends.
    """

    rights: tuple[DelegatedRight, ...] = ()
    until_ms: int | None = None
    """On the bridge's clock."""
    until_in_ms: int | None = None
    silence_in_force: bool = False
    sites: tuple[ControlledSite, ...] = ()
    requests: tuple[ControlledRequest, ...] = ()


class GiveCommand(FromSite):
    """A command about other sites, as far as control was delegated to this one; answered by `WishAnswered`."""

    wish_id: str
    command: AnyCommand
