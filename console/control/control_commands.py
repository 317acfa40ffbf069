"""What people may ask about delegated control: who may control what from when to when.

Sources: Đồng Nai articles 5.5, 9 and 12.2c (control of a session may be given to another site); the profile says
whether it may be given at all.
"""

from typing import Annotated

import msgspec

from console.command import Command
from console.words import DelegatedRight, SiteId

LONGEST_MINUTES = 24 * 60
Minutes = Annotated[int, msgspec.Meta(ge=1, le=LONGEST_MINUTES)]


class DelegateControl(Command):
    """Lets a site's technician do what these rights name, and takes back what an earlier delegation named besides."""

    site: SiteId
    rights: tuple[DelegatedRight, ...]
    minutes: Minutes | None = None
    """How long from now; None: until the session ends."""
    basis: str = ""
    """Who decided it, or the paper's number."""


class RevokeControl(Command):
    """Takes every right back from a site."""

    site: SiteId


ControlCommand = DelegateControl | RevokeControl
