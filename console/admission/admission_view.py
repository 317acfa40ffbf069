"""What windows see of who may be in the meeting."""

import msgspec

from console.view import View
from console.words import SiteId


class WaitingSite(msgspec.Struct, frozen=True, kw_only=True):
    """A site with a good credential that is kept outside."""

    site: SiteId
    since_ms: int
    """When it knocked first."""


class AdmissionView(View):
    """Key `admission`: the lock, the lobby, who waits (who came first stands first), who was told no."""

    locked: bool = False
    lobby: bool = False
    waiting: tuple[WaitingSite, ...] = ()
    turned_away: tuple[WaitingSite, ...] = ()
