"""Ends sites' credentials in the office store, also when the disk or another process stands in the way.

Rule: a site whose revocation could not be written yet is refused by name all the same; it is tried again every second.
"""

import logging
from collections.abc import Callable

from console.log_book.database import STORE_ERRORS
from console.words import SiteId

_log = logging.getLogger(__name__)


class Revocations:
    """What has to be revoked yet, of one bridge; used on its event loop."""

    def __init__(self, revoke: Callable[[SiteId], object]) -> None:
        """`revoke` raises one of `STORE_ERRORS` while the store cannot be written."""
        self._revoke = revoke
        self.waiting: set[SiteId] = set()
        """Sites that are refused although the store does not say so yet; at most as many as there are sites."""

    def revoke(self, site: SiteId) -> None:
        """Ends a site's credentials, now or as soon as that can be written."""
        self.waiting.add(site)
        self.try_again()

    def try_again(self) -> None:
        """Writes what waits, as far as the store takes it."""
        for site in tuple(self.waiting):
            try:
                self._revoke(site)
            except STORE_ERRORS as error:
                _log.warning("The credentials of %s cannot be revoked yet, it is tried again: %s", site, error)
                return
            self.waiting.discard(site)
