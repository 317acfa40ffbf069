"""Joining by HTTP: WHIP (RFC 9725) to send, or to send and receive, and the WHEP-shaped twin to receive.

Rule: one POST with an offer brings one answer; candidates come with the offer. Trickled ones are taken and ignored
(the bridge learns a late one when it sends), ICE restarts are refused: a site joins again instead, its credential
stays good. An empty fragment asks whether the connection is still held: a cut of the line need not have ended it.
"""

import asyncio
import secrets
from dataclasses import dataclass

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec

from console.engine_port import ConnectionKind
from console.events import SiteAdmitted
from console.ports_identity import Admitted
from console.words import ConnectionId, SiteId
from hardware.signalling.admission import Admission
from hardware.signalling.front_doors import FrontDoors, FrontLimits, OfferRejected
from hardware.signalling.join_proof import ANSWER_HEADER, read_authorization, sign_answer
from hardware.signalling.paces import JoinPaces
from hardware.signalling.refusals import Refusal, Refused
from hardware.signalling.request_rights import SPEAKS_CONTROL

SDP = "application/sdp"
FRAGMENT = "application/trickle-ice-sdpfrag"
TOO_OFTEN = "This site asks to join again and again; the bridge will take it in a moment."
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",  # a bearer is needed, no cookie is sent
    "Access-Control-Allow-Methods": "POST, PATCH, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, If-Match",
    "Access-Control-Expose-Headers": "Location, ETag, Link, Diem-Cau-Refusal",
    "Access-Control-Max-Age": "86400",
}


@dataclass(frozen=True, slots=True)
class _Joined:
    site: SiteId
    machine: str
    viewer: bool


class WhipResources:
    """The routes under /whip and /whep."""

    def __init__(
        self,
        doors: FrontDoors,
        limits: FrontLimits,
        admission: Admission,
        joins: JoinPaces,
        signing_key: ec.EllipticCurvePrivateKey,
    ) -> None:
        self._doors, self._admission, self._signing_key, self._joins = doors, admission, signing_key, joins
        self._places = asyncio.Semaphore(limits.joins_in_flight)
        self._joined: dict[ConnectionId, _Joined] = {}

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes."""
        routes: list[web.RouteDef] = []
        for door in ("whip", "whep"):
            routes += [
                web.post(f"/{door}/{{site}}", self._join),
                web.options(f"/{door}/{{site}}", self._options),
                web.options(f"/{door}/{{site}}/{{connection}}", self._options),
                web.patch(f"/{door}/{{site}}/{{connection}}", self._patch),
                web.delete(f"/{door}/{{site}}/{{connection}}", self._leave),
            ]
        return routes

    async def _options(self, request: web.Request) -> web.Response:
        del request
        return web.Response(status=204, headers={**CROSS_ORIGIN, "Accept-Post": SDP})

    async def _join(self, request: web.Request) -> web.Response:
        site = request.match_info["site"]
        admitted = await self._admission.admitted(request, site)
        outside = self._doors.kept_outside(site)
        if outside is not None:
            raise Refused(outside, site=site)
        if not self._joins.may_join(site):
            raise Refused(Refusal.BUSY, site=site, detail=TOO_OFTEN)
        offer = await _offer_of(request)
        kind = _kind_of(request, admitted)
        connection = secrets.token_urlsafe(12)
        with self._admission.joining(admitted):
            answer = await self._answer(site, connection, kind, offer)
            self._still_good(admitted, connection)
            self._welcome(request, admitted, connection, kind)
        headers = {**CROSS_ORIGIN, "Location": f"{request.path}/{connection}", "ETag": f'"{connection}"'}
        headers |= self._signature(request, answer)
        return web.Response(status=201, text=answer, content_type=SDP, headers=headers)

    async def _answer(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, offer: str) -> str:
        async with self._places:
            try:
                return await self._doors.accept_offer(site, connection, kind, offer)
            except OfferRejected as rejected:
                # Who is told that the offer is wrong stays away for long.
                refusal = Refusal.BUSY if rejected.passing else Refusal.OFFER_MALFORMED
                raise Refused(refusal, site=site, detail=str(rejected)) from rejected
            except asyncio.CancelledError:
                self._doors.close_connection(site, connection)  # who asked is gone, or the answer came too late
                raise

    def _welcome(
        self, request: web.Request, admitted: Admitted, connection: ConnectionId, kind: ConnectionKind
    ) -> None:
        """Reports the new connection before its owner can use it.

        A sender that it replaces lives until the new one carries media: the core takes leave of it then.
        """
        joined = _Joined(admitted.site, admitted.machine, kind is ConnectionKind.VIEWER)
        older = [old for old, was in self._joined.items() if (was.site, was.viewer) == (joined.site, joined.viewer)]
        self._joined[connection] = joined
        self._doors.post(
            SiteAdmitted(
                site=admitted.site,
                connection=connection,
                kind=kind,
                address=request.remote or "",
                credential=admitted.machine,
                credential_ends_ms=admitted.expires_ms,
                credential_kind=admitted.kind,
            )
        )
        for old in older:
            del self._joined[old]
            if joined.viewer:
                self._doors.close_connection(admitted.site, old)

    def _still_good(self, admitted: Admitted, connection: ConnectionId) -> None:
        """Closes what came up while its rights ended: a lost machine is out, also in the middle of joining."""
        outside = self._doors.kept_outside(admitted.site)
        if outside is None and not self._doors.book.is_good(admitted.credential):
            outside = Refusal.CREDENTIAL_UNKNOWN
        if outside is not None:
            self._doors.close_connection(admitted.site, connection)
            raise Refused(outside, site=admitted.site)

    def _signature(self, request: web.Request, answer: str) -> dict[str, str]:
        """Returns the bridge's own signature for a site that joined with its key: the answer names the media's keys."""
        proof = read_authorization(request.headers.get("Authorization", ""))
        if proof is None:
            return {}
        return {ANSWER_HEADER: sign_answer(self._signing_key, proof.challenge, answer.encode())}

    async def _patch(self, request: web.Request) -> web.Response:
        connection, _ = await self._session_of(request)
        if request.content_type != FRAGMENT:
            raise Refused(Refusal.REQUEST_MALFORMED, detail=f"The body has to be {FRAGMENT}.")
        if not self._doors.holds_connection(request.match_info["site"], connection):
            raise Refused(Refusal.SESSION_UNKNOWN)
        match request.headers.get("If-Match"):
            case "*":
                raise Refused(Refusal.RESTART_UNSUPPORTED)
            case str(tag) if connection not in tag:
                raise Refused(Refusal.STALE)
            case _:
                return web.Response(status=204, headers=CROSS_ORIGIN)

    async def _leave(self, request: web.Request) -> web.Response:
        connection, joined = await self._session_of(request)
        del self._joined[connection]
        self._doors.close_connection(joined.site, connection)
        return web.Response(status=200, headers=CROSS_ORIGIN)

    async def _session_of(self, request: web.Request) -> tuple[ConnectionId, _Joined]:
        admitted = await self._admission.admitted(request, request.match_info["site"])
        connection = request.match_info["connection"]
        joined = self._joined.get(connection)
        if joined is None or (joined.site, joined.machine) != (admitted.site, admitted.machine):
            raise Refused(Refusal.SESSION_UNKNOWN)
        return connection, joined


def _kind_of(request: web.Request, admitted: Admitted) -> ConnectionKind:
    if request.path.startswith("/whep/"):
        return ConnectionKind.VIEWER
    says_program = request.query.get("program") == "1"
    return ConnectionKind.PROGRAM if says_program and admitted.kind in SPEAKS_CONTROL else ConnectionKind.DEVICE


async def _offer_of(request: web.Request) -> str:
    if request.content_type != SDP:
        raise Refused(Refusal.NOT_SDP)
    try:
        offer = (await request.read()).decode()
    except UnicodeDecodeError as error:
        raise Refused(Refusal.OFFER_MALFORMED, detail="The SDP offer is not UTF-8 text.") from error
    if not offer.startswith("v=0"):
        raise Refused(Refusal.OFFER_MALFORMED, detail="The SDP offer has to begin with v=0.")
    return offer
