"""Joins the endpoint to signalling: an offer goes to the bridge by WHIP, errors become the endpoint's own.

Rule: makes its own key, enrols once with the invitation's code, and keeps what it got in the place it was given. A
secret of an older version, or a key whose period comes to its end, is exchanged for a new key before a join; where that
fails the old one is used as long as it is good.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import Final

from console.ports_identity import KEY_RENEWAL_SECONDS, TOLD_SECONDS
from console.trouble import TroubleKind, trouble
from hardware.endpoint.ports import JoinFailed
from hardware.signalling import client
from hardware.signalling.site_key import SiteKey

LEAVE_SECONDS: Final = 2.0
ASK_SECONDS: Final = 3.0

_log = logging.getLogger(__name__)


def wall_clock_ms() -> int:
    """Returns the wall clock in milliseconds (UTC)."""
    return time.time_ns() // 1_000_000


class BridgeJoiner:
    """One site's way to the bridge; knows a credential, or the one-time code that makes a new key known."""

    def __init__(
        self,
        place: client.BridgePlace,
        site: str,
        *,
        credential: client.Credential | None = None,
        expires_ms: int | None = None,
        code: str | None = None,
        keep: Callable[[client.Enrolled], bool] | None = None,
        wall_ms: Callable[[], int] = wall_clock_ms,
    ) -> None:
        """`keep` stores what enrolling or renewing gave and tells whether it could; without it nothing is renewed."""
        self._place = place
        self._site = site
        self._credential = credential
        self._expires_ms = expires_ms
        self._code = code
        self._keep = keep
        self._wall_ms = wall_ms
        self._fresh = SiteKey.make()
        """The next key: the same over all attempts, for the bridge may have taken it without being heard."""
        self._joined: client.Joined | None = None

    @property
    def credential(self) -> client.Credential | None:
        """The site's credential, None before the code was used."""
        return self._credential

    @property
    def ends_soon_ms(self) -> int | None:
        """When the credential ends, where that is within two weeks: no join since has renewed it; else None."""
        soon = self._expires_ms is not None and self._expires_ms - self._wall_ms() <= TOLD_SECONDS * 1000
        return self._expires_ms if soon else None

    @property
    def expires_ms(self) -> int | None:
        """When the credential ends (ms, UTC); None: not by itself, or not known."""
        return self._expires_ms

    async def join(self, offer_sdp: str) -> str:
        """Returns the bridge's answer.

        Raises JoinFailed.
        """
        try:
            credential = self._credential or await self._enrol()
            if self._keep is not None and self._is_old(credential):
                credential = await self._renewed(credential)
            self._joined = await client.join(self._place, self._site, credential, offer_sdp)
        except client.TurnedAway as error:
            raise JoinFailed(error.trouble or str(error), refused=error.final) from error
        except client.SignallingError as error:
            refused = isinstance(error, client.WrongFingerprint)
            raise JoinFailed(error.trouble or str(error), refused=refused) from error
        return self._joined.answer_sdp

    async def is_held(self) -> bool | None:
        """Tells whether the bridge still has the newest connection; None when no answer comes in time."""
        if self._joined is None or self._credential is None:
            return False
        try:
            async with asyncio.timeout(ASK_SECONDS):
                return await client.is_held(self._place, self._joined, self._credential)
        except (client.SignallingError, TimeoutError):
            return None

    async def leave(self) -> None:
        """Ends the newest connection; the bridge finds out by itself when it cannot be told."""
        joined, self._joined = self._joined, None
        if joined is None or self._credential is None:
            return
        with contextlib.suppress(client.SignallingError, TimeoutError):
            async with asyncio.timeout(LEAVE_SECONDS):
                await client.leave(self._place, joined, self._credential)

    async def _enrol(self) -> client.Credential:
        if self._code is None:
            raise JoinFailed(trouble(TroubleKind.NO_CREDENTIAL), refused=True)
        enrolled = await client.enrol(self._place, self._code, self._fresh)
        self._credential, self._expires_ms, self._code = enrolled.credential, enrolled.expires_ms, None
        self._fresh = SiteKey.make()
        if self._keep is not None:
            await asyncio.to_thread(self._keep, enrolled)
        return enrolled.credential

    def _is_old(self, credential: client.Credential) -> bool:
        if isinstance(credential, str):
            return True
        return self._expires_ms is not None and self._expires_ms - self._wall_ms() < KEY_RENEWAL_SECONDS * 1000

    async def _renewed(self, credential: client.Credential) -> client.Credential:
        """Returns a new key once it is stored; the old credential where the bridge or the disk does not agree."""
        try:
            expires_ms = await client.renew(self._place, self._site, credential, self._fresh)
        except client.TurnedAway as error:
            _log.warning("The site's key is not renewed: %s", error)
            return credential
        renewed = client.Enrolled(site=self._site, site_name="", credential=self._fresh, expires_ms=expires_ms)
        self._fresh = SiteKey.make()
        if self._keep is None or not await asyncio.to_thread(self._keep, renewed):
            return credential
        self._credential, self._expires_ms = renewed.credential, expires_ms
        return renewed.credential
