"""Acts on sites' credentials as the office keeps them: outside a session too, in the register's chain.

Rule: whoever carries out such an act puts one of these beside it; the register adds who did it and when. No secret and
no code ever stands here.
"""

from enum import StrEnum

from console.office.record import Record, Text
from console.words import SiteId


class SecurityDeed(StrEnum):
    """What was done."""

    INVITED = "invited"
    """An invitation's code was made; a machine that redeems it gets a credential."""
    DEVICE_SECRET = "device_secret"  # noqa: S105 - the name of a deed
    """A secret for a stock client was made."""
    REVOKED = "revoked"
    """Every credential and open code of the site was ended."""


class SecurityAct(Record, tag="security-act"):
    """One act; `session` names the session that ran, so that its package holds the act too (empty: none ran)."""

    deed: SecurityDeed
    site: SiteId
    session: Text = ""
