"""Joins the endpoint to signalling: an offer goes to the bridge by WHIP, errors become the endpoint's own.

Rule: enrols once, with the invitation's code, and keeps the credential in the place it was given.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final

from console.trouble import TroubleKind, trouble
from hardware.endpoint.ports import JoinFailed
from hardware.signalling import client

LEAVE_SECONDS: Final = 2.0
ASK_SECONDS: Final = 3.0


class BridgeJoiner:
    """One site's way to the bridge; knows a credential, or the one-time code that is exchanged for it."""

    def __init__(
        self,
        place: client.BridgePlace,
        site: str,
        *,
        credential: str | None = None,
        code: str | None = None,
        keep: Callable[[client.Enrolled], None] | None = None,
    ) -> None:
        """`keep` is called once with what enrolling gave, to be stored."""
        self._place = place
        self._site = site
        self._credential = credential
        self._code = code
        self._keep = keep
        self._joined: client.Joined | None = None

    @property
    def credential(self) -> str | None:
        """The site's credential, None before the code was exchanged for one."""
        return self._credential

    async def join(self, offer_sdp: str) -> str:
        """Returns the bridge's answer.

        Raises JoinFailed.
        """
        try:
            credential = self._credential or await self._enrol()
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

    async def _enrol(self) -> str:
        if self._code is None:
            raise JoinFailed(trouble(TroubleKind.NO_CREDENTIAL), refused=True)
        enrolled = await client.enrol(self._place, self._code)
        self._credential, self._code = enrolled.credential, None
        if self._keep is not None:
            self._keep(enrolled)
        return enrolled.credential
