"""One credential as a list shows it: whose, of which kind, from when to when, last used when.

Rule: nothing here can be used to join; what is no longer good stays in the list and says so.
"""

from enum import StrEnum

import msgspec

from console.ports_identity import TOLD_SECONDS, CredentialKind
from console.words import SiteId

DAY_MS = 24 * 3600 * 1000
SOON_DAYS = TOLD_SECONDS * 1000 // DAY_MS


class CredentialStanding(StrEnum):
    """What a credential is worth now."""

    GOOD = "good"
    ENDS_SOON = "ends_soon"
    """Within 14 days."""
    EXPIRED = "expired"
    REVOKED = "revoked"


class CredentialRow(msgspec.Struct, frozen=True, kw_only=True):
    """One credential; times in milliseconds (UTC), None: never, or not known of one that an older version made."""

    credential: str
    """Its identifier, never the secret."""
    site: SiteId
    kind: CredentialKind
    made_ms: int
    ends_ms: int | None = None
    used_ms: int | None = None
    revoked_ms: int | None = None

    def standing(self, wall_ms: int) -> CredentialStanding:
        """Returns what it is worth at a moment."""
        if self.revoked_ms is not None:
            return CredentialStanding.REVOKED
        if self.ends_ms is None or self.ends_ms - wall_ms > SOON_DAYS * DAY_MS:
            return CredentialStanding.GOOD
        return CredentialStanding.ENDS_SOON if self.ends_ms > wall_ms else CredentialStanding.EXPIRED

    def ends_within(self, days: int, wall_ms: int) -> bool:
        """Tells whether it is good now and will not be so many days later."""
        good = self.standing(wall_ms) in {CredentialStanding.GOOD, CredentialStanding.ENDS_SOON}
        return good and self.ends_ms is not None and self.ends_ms - wall_ms <= days * DAY_MS
