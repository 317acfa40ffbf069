"""Who a site is: the calls by which a front admits sites, given to it by whoever puts the program together.

Rule: short synchronous calls over a small local store; a secret is returned once, when it is made, and never again.
"""

from enum import StrEnum
from typing import NamedTuple, Protocol

from console.words import SiteId


class CredentialKind(StrEnum):
    PROGRAM = "program"
    """Stored by our own program after it redeemed an invitation."""
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
    """What a valid bearer secret stands for; `credential` is its identifier, never the secret."""

    site: SiteId
    credential: str
    kind: CredentialKind


class CredentialBook(Protocol):
    """Invitations and credentials of the sites of one data folder."""

    def issue_invitation(
        self, site: SiteId, announced_addresses: tuple[str, ...], fingerprint: str, valid_seconds: int
    ) -> str:
        """Returns a new one-time code of a site (groups of base32 signs); older codes stay valid until they expire."""
        ...

    def redeem(self, code: str) -> str:
        """Returns a new credential's secret for a code, once; raises `CodeRefused`."""
        ...

    def issue_device_secret(self, site: SiteId) -> str:
        """Returns a new reusable bearer secret of a site, valid until it is revoked."""
        ...

    def check(self, bearer: str) -> Admitted | None:
        """Returns whose secret this is; None for an unknown or revoked one."""
        ...

    def revoke(self, *, site: SiteId | None = None, credential: str | None = None) -> int:
        """Ends all credentials and open codes of a site, or one credential; returns how many credentials ended."""
        ...
