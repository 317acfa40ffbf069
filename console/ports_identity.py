"""Who a site is: the calls by which a front admits sites, given to it by whoever puts the program together.

Rule: short synchronous calls over a small local store; a secret is returned once, when it is made, and never again.
"""

from enum import StrEnum
from typing import NamedTuple, Protocol

from console.words import SiteId

DAY_SECONDS = 24 * 3600
KEY_SECONDS = 365 * DAY_SECONDS
"""How long a site's key is good; the site renews it by itself long before."""
KEY_RENEWAL_SECONDS = 90 * DAY_SECONDS
"""So long before its end a site's program renews its key at the next join."""
BROWSER_SECONDS = 7 * DAY_SECONDS
DEVICE_SECONDS = 30 * DAY_SECONDS
REPLACED_SECONDS = 7 * DAY_SECONDS
"""A replaced credential ends when the new one is first used, at the latest after this: its answer may be lost."""
TOLD_SECONDS = 14 * DAY_SECONDS
"""So long before its end a credential that is still used is named in the log."""
RENEWED = "~"
"""Stands in a credential's identifier before the number of its renewals."""


class CredentialKind(StrEnum):
    PROGRAM = "program"
    """A key made by our own program when it redeemed an invitation; in stores of older versions a bearer secret."""
    BROWSER = "browser"
    """A bearer secret that a browser got for an invitation's code."""
    DEVICE = "device"
    """A bearer secret typed into an encoder, OBS or another stock client."""


class CodeFault(StrEnum):
    """Why an invitation's code is not taken."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    REVOKED = "revoked"


class CodeRefused(Exception):
    """An invitation's code was not taken; `fault` says why, `site` whose it was (None: unknown code)."""

    def __init__(self, fault: CodeFault, site: SiteId | None = None) -> None:
        super().__init__(f"The invitation's code is {fault.value}.")
        self.fault = fault
        self.site = site


class Admitted(NamedTuple):
    """What a valid key or bearer secret stands for; `credential` is its identifier, never the secret.

    `expires_ms` is when it ends on the wall clock (UTC); None: issued by an older version, good until it is revoked.
    """

    site: SiteId
    credential: str
    kind: CredentialKind
    expires_ms: int | None = None

    @property
    def machine(self) -> str:
        """The credential without the number of its renewals: one machine keeps it as long as it renews its key."""
        return self.credential.partition(RENEWED)[0]


class CredentialBook(Protocol):
    """Invitations and credentials of the sites of one data folder."""

    def issue_invitation(
        self, site: SiteId, announced_addresses: tuple[str, ...], fingerprint: str, valid_seconds: int
    ) -> str:
        """Returns a new one-time code of a site (groups of base32 signs); older codes stay valid until they expire."""
        ...

    def redeem(self, code: str) -> str:
        """Returns a new bearer secret for a code, once, for a client that holds no key; raises `CodeRefused`."""
        ...

    def redeem_for_key(self, code: str, public_key: str) -> Admitted:
        """Takes a site's public key for a code, once; the same key may ask again, its answer may have been lost.

        Raises `CodeRefused`.
        """
        ...

    def replace_by_key(self, credential: str, public_key: str) -> Admitted:
        """Takes a new key in the place of a credential that is still good, which ends when the new one is used."""
        ...

    def issue_device_secret(self, site: SiteId, valid_seconds: int = DEVICE_SECONDS) -> str:
        """Returns a new reusable bearer secret of a site, valid until its end or until it is revoked."""
        ...

    def check(self, bearer: str) -> Admitted | None:
        """Returns whose secret this is; None for one that is unknown, revoked or expired."""
        ...

    def check_key(self, public_key: str) -> Admitted | None:
        """Returns whose public key this is; None for one that is unknown, revoked or expired."""
        ...

    def is_good(self, credential: str) -> bool:
        """Tells whether a credential is neither revoked nor expired."""
        ...

    def site_of_revoked(self, shown: str) -> SiteId | None:
        """Returns whose bearer secret or public key this was before it was revoked; None for any other."""
        ...

    def has_expired(self, shown: str) -> bool:
        """Tells whether a bearer secret or public key was good and has come to its end."""
        ...

    def revoke(self, *, site: SiteId | None = None, credential: str | None = None) -> int:
        """Ends all credentials and open codes of a site, or one credential; returns how many credentials ended."""
        ...
