"""Turning an invitation's one-time code into a site's credential, and giving a site's key another year.

Rule: of a site's key only the public half comes here, with the proof that its owner holds the private one. A bearer
secret leaves the bridge once, in the answer to the code that was good, and only for a client that brings no key.
"""

import base64

import msgspec
from aiohttp import web

from console.ports_identity import Admitted, CodeFault, CodeRefused
from console.words import SiteId
from hardware.signalling.admission import Admission
from hardware.signalling.certificate import BridgeCertificate
from hardware.signalling.challenges import Challenges
from hardware.signalling.front_doors import FrontDoors
from hardware.signalling.join_proof import Challenge, new_key_statement
from hardware.signalling.refusals import Refusal, Refused
from hardware.signalling.site_key import KeyMalformed, is_signed

LONGEST_CODE = 256


class EnrolRequest(msgspec.Struct, frozen=True):
    """Body of `POST /enrol`; our own program brings a new public key and its proof, a browser neither."""

    code: str
    key: str = ""
    proof: str = ""


class EnrolAnswer(msgspec.Struct, frozen=True):
    """Answer: whose invitation it was, and the bearer secret (shown this once) for a client without a key."""

    credential: str
    site: SiteId
    name: str
    expires_ms: int | None = None


class RenewRequest(msgspec.Struct, frozen=True):
    """Body of `POST /renew`: the key that takes the place of the credential which the request shows."""

    key: str
    proof: str


class RenewAnswer(msgspec.Struct, frozen=True):
    """Answer: until when the new key is good, ms of the wall clock (UTC)."""

    expires_ms: int


_FAULTS: dict[CodeFault, Refusal] = {
    CodeFault.UNKNOWN: Refusal.CODE_UNKNOWN,
    CodeFault.EXPIRED: Refusal.CODE_EXPIRED,
    CodeFault.USED: Refusal.CODE_USED,
    CodeFault.REVOKED: Refusal.CODE_REVOKED,
}


class Enrolment:
    """The routes /enrol, /challenge and /renew."""

    def __init__(
        self, doors: FrontDoors, admission: Admission, challenges: Challenges, certificate: BridgeCertificate
    ) -> None:
        self._doors, self._admission, self._challenges = doors, admission, challenges
        self._fingerprint = certificate.fingerprint
        self._certificate = base64.b64encode(certificate.der()).decode()

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes."""
        return [
            web.post("/enrol", self._enrol),
            web.post("/renew", self._renew),
            web.get("/challenge", self._challenge),
        ]

    async def _challenge(self, request: web.Request) -> web.Response:
        """Answers at once and remembers nothing: anybody may ask, only a known key can use it."""
        del request
        return _json(Challenge(challenge=self._challenges.make(), certificate=self._certificate))

    async def _enrol(self, request: web.Request) -> web.Response:
        asked = read_enrol_request(await request.read())
        try:
            admitted, secret = self._redeem(asked)
        except CodeRefused as refused:
            raise Refused(_FAULTS[refused.fault], site=refused.site) from refused
        name = self._doors.name_of(admitted.site) if admitted else None
        if admitted is None or name is None:
            raise Refused(Refusal.SITE_UNKNOWN)
        return _json(EnrolAnswer(credential=secret, site=admitted.site, name=name, expires_ms=admitted.expires_ms))

    def _redeem(self, asked: EnrolRequest) -> tuple[Admitted | None, str]:
        if asked.key:
            self._judge(asked.key, asked.code, asked.proof)
            return self._doors.book.redeem_for_key(asked.code, asked.key), ""
        secret = self._doors.book.redeem(asked.code)
        return self._doors.book.check(secret), secret

    async def _renew(self, request: web.Request) -> web.Response:
        admitted = await self._admission.known(request)
        asked = read_renew_request(await request.read())
        self._judge(asked.key, admitted.site, asked.proof)
        try:
            renewed = self._doors.book.replace_by_key(admitted.credential, asked.key)
        except CodeRefused as refused:
            raise Refused(Refusal.CREDENTIAL_UNKNOWN, site=admitted.site) from refused
        return _json(RenewAnswer(expires_ms=renewed.expires_ms or 0))

    def _judge(self, key: str, given_for: str, proof: str) -> None:
        try:
            proven = is_signed(key, new_key_statement(self._fingerprint, given_for, key), proof)
        except (KeyMalformed, ValueError) as error:
            raise Refused(Refusal.REQUEST_MALFORMED, detail=f"The key cannot be used: {error}") from error
        if not proven:
            raise Refused(Refusal.SIGNATURE_WRONG)


def _json(answer: msgspec.Struct) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    return web.Response(body=msgspec.json.encode(answer), content_type="application/json", headers=headers)


def read_enrol_request(body: bytes) -> EnrolRequest:
    """Returns what a stranger asks; raises `Refused`."""
    try:
        asked = msgspec.json.decode(body, type=EnrolRequest)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused(Refusal.REQUEST_MALFORMED, detail='The body has to be {"code": "…"}.') from error
    code = asked.code.strip()
    if not 0 < len(code) <= LONGEST_CODE:
        raise Refused(Refusal.CODE_UNKNOWN)
    return msgspec.structs.replace(asked, code=code)


def read_renew_request(body: bytes) -> RenewRequest:
    """Returns what somebody with a good credential asks; raises `Refused`."""
    try:
        return msgspec.json.decode(body, type=RenewRequest)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused(Refusal.REQUEST_MALFORMED, detail='The body has to be {"key": "…", "proof": "…"}.') from error
