"""What every message between the bridge and a site's program shares: frozen, its tag its name on the wire."""

import msgspec

from console.command import kebab


class ToSite(msgspec.Struct, frozen=True, kw_only=True, tag_field="say", tag=kebab):
    """Base of what the bridge says to a site."""


class FromSite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False, tag_field="say", tag=kebab):
    """Base of what a site says to the bridge."""
