"""Who may join as which site: keys and bearer secrets, and the rule of the one machine per site.

Rule: the newest connection of the same credential wins; another credential for a site that is connected, or is just
being connected, is refused. No address is ever locked out: a whole district may share one with a machine gone wrong,
and secrets are too long to be guessed; only the reports of its refusals are bounded.
"""

import contextlib
import time
from collections import OrderedDict
from collections.abc import Generator

from aiohttp import web

from console.ports_identity import Admitted
from console.words import MAIN_SITE, SiteId
from hardware.signalling.challenges import Challenges
from hardware.signalling.doorway import group_of
from hardware.signalling.front_doors import FrontDoors
from hardware.signalling.join_proof import ProofMalformed, Request, is_proven, read_authorization
from hardware.signalling.refusals import Refusal, Refused
from hardware.signalling.request_rights import may_request

MOST_REMEMBERED_ADDRESSES = 1024
"""Further ones push out the oldest."""
WINDOW_SECONDS = 60.0
_BEARER = "bearer "


def route_of(request: web.Request) -> str:
    """Returns the path of the table that a request was led to: "/whip/{site}"."""
    resource = request.match_info.route.resource
    return "" if resource is None else resource.canonical


class ReportBudget:
    """How many refusals of one address are still reported within the current minute."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._counts: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def spend(self, address: str) -> bool:
        """Counts one refusal and tells whether it is to be reported."""
        group, now = group_of(address), time.monotonic()
        began, count = self._counts.pop(group, (now, 0))
        if now - began >= WINDOW_SECONDS:
            began, count = now, 0
        self._counts[group] = (began, count + 1)
        while len(self._counts) > MOST_REMEMBERED_ADDRESSES:
            self._counts.popitem(last=False)
        return count < self._per_minute


class Admission:
    """Judges requests of sites; raises `Refused`."""

    def __init__(self, doors: FrontDoors, most_sites: int, challenges: Challenges, fingerprint: str) -> None:
        """`most_sites` satellites may be connected at a time; `fingerprint` is what sites have pinned."""
        self._doors, self._most_sites = doors, most_sites
        self._challenges, self._fingerprint = challenges, fingerprint
        self._joining: dict[SiteId, tuple[str, int]] = {}

    async def admitted(self, request: web.Request, site: SiteId) -> Admitted:
        """Returns what the request's key or bearer stands for; it has to be this site."""
        admitted = await self.known(request)
        if admitted.site != site:
            raise Refused(Refusal.OTHER_SITE, site=admitted.site)
        if self._doors.name_of(site) is None:
            raise Refused(Refusal.SITE_UNKNOWN)
        return admitted

    async def known(self, request: web.Request) -> Admitted:
        """Returns what the request's key or bearer stands for; it has to be of a kind that the table lets do this."""
        admitted = await self._holder(request)
        if not may_request(request.method, route_of(request), admitted.kind):
            raise Refused(Refusal.NOT_RENEWED, site=admitted.site)
        return admitted

    async def _holder(self, request: web.Request) -> Admitted:
        header = request.headers.get("Authorization", "")
        try:
            proof = read_authorization(header)
        except ProofMalformed as error:
            raise Refused(Refusal.REQUEST_MALFORMED, detail=str(error)) from error
        if proof is None:
            return self._bearer(header)
        admitted = self._doors.book.check_key(proof.public_key)
        if admitted is None:
            raise self._unknown(proof.public_key)
        signed = Request(request.method, request.rel_url.raw_path_qs, await request.read())
        if not self._challenges.is_fresh(proof.challenge):
            raise Refused(Refusal.CHALLENGE_STALE, site=admitted.site)
        if not is_proven(proof, self._fingerprint, signed):
            raise Refused(Refusal.SIGNATURE_WRONG, site=admitted.site)
        if not self._challenges.use(proof.challenge, proof.public_key):
            raise Refused(Refusal.BUSY, site=admitted.site)
        return admitted

    def _bearer(self, header: str) -> Admitted:
        if not header[: len(_BEARER)].lower() == _BEARER:
            raise Refused(Refusal.NO_CREDENTIAL)
        bearer = header[len(_BEARER) :].strip()
        admitted = self._doors.book.check(bearer)
        if admitted is None:
            raise self._unknown(bearer)
        return admitted

    def _unknown(self, shown: str) -> Refused:
        """Returns the refusal; whose a revoked credential was is named here only, never to who shows it."""
        if self._doors.book.has_expired(shown):
            return Refused(Refusal.CREDENTIAL_EXPIRED)
        return Refused(Refusal.CREDENTIAL_UNKNOWN, site=self._doors.book.site_of_revoked(shown))

    @contextlib.contextmanager
    def joining(self, admitted: Admitted) -> Generator[None]:
        """Holds the site's place for one credential while its offer is being answered."""
        site = admitted.site
        holder, times = self._joining.get(site, (self._doors.is_connected(site), 0))
        if holder is not None and holder != admitted.machine:
            raise Refused(Refusal.ANOTHER_MACHINE, site=site)
        if holder is None and self._is_full(site):
            raise Refused(Refusal.FULL, site=site)
        self._joining[site] = (admitted.machine, times + 1)
        try:
            yield
        finally:
            holder, times = self._joining.pop(site)
            if times > 1:
                self._joining[site] = (holder, times - 1)

    def _is_full(self, site: SiteId) -> bool:
        taken = {*self._doors.connected_sites(), *self._joining} - {site, MAIN_SITE}
        return site != MAIN_SITE and len(taken) >= self._most_sites
