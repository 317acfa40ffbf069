"""Turning an invitation's one-time code into a site's stored credential.

Rule: the secret leaves the bridge once, in the answer to the code that was good; a wrong code costs its address.
"""

import msgspec
from aiohttp import web

from console.ports_identity import CodeFault, CodeRefused
from console.words import SiteId
from hardware.signalling.front_doors import FrontDoors
from hardware.signalling.refusals import Refusal, Refused

LONGEST_CODE = 256


class EnrolRequest(msgspec.Struct, frozen=True):
    """Body of `POST /enrol`."""

    code: str


class EnrolAnswer(msgspec.Struct, frozen=True):
    """Answer: the bearer secret, which is shown this once, and whose it is."""

    credential: str
    site: SiteId
    name: str


_FAULTS: dict[CodeFault, Refusal] = {
    CodeFault.UNKNOWN: Refusal.CODE_UNKNOWN,
    CodeFault.EXPIRED: Refusal.CODE_EXPIRED,
    CodeFault.USED: Refusal.CODE_USED,
    CodeFault.REVOKED: Refusal.CODE_REVOKED,
}


class Enrolment:
    """The route /enrol."""

    def __init__(self, doors: FrontDoors) -> None:
        self._doors = doors

    def routes(self) -> list[web.RouteDef]:
        """Returns the route."""
        return [web.post("/enrol", self._enrol)]

    async def _enrol(self, request: web.Request) -> web.Response:
        code = _code_of(await request.read())
        try:
            secret = self._doors.book.redeem(code)
        except CodeRefused as refused:
            raise Refused(_FAULTS[refused.fault], site=refused.site) from refused
        admitted = self._doors.book.check(secret)
        name = self._doors.name_of(admitted.site) if admitted else None
        if admitted is None or name is None:
            raise Refused(Refusal.SITE_UNKNOWN)
        answer = EnrolAnswer(credential=secret, site=admitted.site, name=name)
        headers = {"Cache-Control": "no-store"}
        return web.Response(body=msgspec.json.encode(answer), content_type="application/json", headers=headers)


def _code_of(body: bytes) -> str:
    try:
        code = msgspec.json.decode(body, type=EnrolRequest).code.strip()
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused(Refusal.REQUEST_MALFORMED, detail='The body has to be {"code": "…"}.') from error
    if not 0 < len(code) <= LONGEST_CODE:
        raise Refused(Refusal.CODE_UNKNOWN)
    return code
