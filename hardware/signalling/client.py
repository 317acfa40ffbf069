"""What a satellite's program uses to reach the bridge: enrol once, join by WHIP, renew its key, leave.

Rule: the bridge is known by its certificate's fingerprint from the invitation, never by a public authority, and its
answer to an offer counts only with that certificate's signature. Nothing is stored and nothing is tried again by
itself: the caller keeps the key and waits between attempts.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

import aiohttp
import msgspec
from yarl import URL

from console.engine_port import ConnectionKind
from console.sites.invitation import Invitation
from console.trouble import Told, Trouble, TroubleKind, trouble
from console.words import SiteId
from hardware.signalling.enrolment import EnrolAnswer, EnrolRequest, RenewAnswer, RenewRequest
from hardware.signalling.join_proof import (
    ANSWER_HEADER,
    Challenge,
    ProofMalformed,
    Request,
    authorization,
    is_the_bridges,
    new_key_statement,
    pinned_key,
    read_challenge,
)
from hardware.signalling.refusals import REFUSAL_HEADER, SENTENCE, Refusal
from hardware.signalling.site_key import SiteKey

STAGGER_SECONDS = 0.25
"""Head start of each announced address before the next (RFC 8305 section 5)."""
CONNECT_SECONDS = 8.0
ANSWER_SECONDS = 25.0
LARGEST_ANSWER = 256 * 1024

Credential = SiteKey | str
"""A site's own key, or a bearer secret: of a device, of a browser, or from before sites had keys."""

PASSING = frozenset(
    {
        *(None, Refusal.BUSY, Refusal.FULL, Refusal.ANOTHER_MACHINE, Refusal.SITE_UNKNOWN),
        *(Refusal.CHALLENGE_STALE, Refusal.MEETING_LOCKED, Refusal.IN_LOBBY),
    }
)


class SignallingError(Told):
    """The bridge could not be reached or did not agree; its text is one sentence."""


class Unreachable(SignallingError):
    """None of the announced addresses answers."""


class WrongFingerprint(SignallingError):
    """What answers is not the bridge of the invitation."""


class TurnedAway(SignallingError):
    """The bridge refused; `refusal` is the kind (None: one that this program does not know)."""

    def __init__(self, refusal: Refusal | None, why: Trouble | str) -> None:
        super().__init__(why)
        self.refusal = refusal

    @property
    def final(self) -> bool:
        """Tells whether trying again with the same credential or code cannot help."""
        return self.refusal not in PASSING


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgePlace:
    """Where a bridge may be found: `urls` in the order to try, and its certificate's SHA-256 in hexadecimal digits."""

    urls: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """What the endpoint stores: `credential` is a secret, `expires_ms` its end (ms, UTC; None: not by itself)."""

    site: SiteId
    site_name: str
    credential: Credential
    expires_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A connection that the bridge agreed to: `session_url` ends it, `url` is the address that answered."""

    answer_sdp: str
    session_url: str
    url: str


def place_of(invitation: Invitation) -> BridgePlace:
    """Returns where an invitation leads."""
    return BridgePlace(urls=invitation.urls, fingerprint=invitation.fingerprint)


async def enrol(place: BridgePlace, code: str, key: SiteKey | None = None) -> Enrolled:
    """Makes a site's key known by a one-time code, or without a key brings a bearer; raises a `SignallingError`."""
    asked = EnrolRequest(code=code.strip())
    if key is not None:
        asked = EnrolRequest(code=asked.code, key=key.public, proof=_proof(place, asked.code, key))
    async with _reached(place) as (session, url):
        headers = {"Content-Type": "application/json"}
        body = msgspec.json.encode(asked)
        async with session.post(urljoin(url, "/enrol"), data=body, headers=headers) as response:
            content = await _content_of(response, HTTPStatus.OK)
    answer = _decoded(content, EnrolAnswer)
    return Enrolled(
        site=answer.site, site_name=answer.name, credential=key or answer.credential, expires_ms=answer.expires_ms
    )


async def renew(place: BridgePlace, site: SiteId, credential: Credential, key: SiteKey) -> int:
    """Puts a new key in the place of a credential, which stays good until the key is used.

    Returns when the key's period ends (ms, UTC); raises a `SignallingError`.
    """
    body = msgspec.json.encode(RenewRequest(key=key.public, proof=_proof(place, site, key)))
    async with _reached(place) as (session, url):
        address = URL(urljoin(url, "/renew"))
        shown = await _shown(session, address, place, credential, Request("POST", address.raw_path_qs, body))
        headers = {"Content-Type": "application/json", **shown.headers}
        async with session.post(address, data=body, headers=headers) as response:
            return _decoded(await _content_of(response, HTTPStatus.OK), RenewAnswer).expires_ms


def _proof(place: BridgePlace, given_for: str, key: SiteKey) -> str:
    return key.sign(new_key_statement(place.fingerprint, given_for, key.public))


_Answer = TypeVar("_Answer")


def _decoded(content: bytes, kind: type[_Answer]) -> _Answer:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=error)) from error


class _Shown(NamedTuple):
    """Who asks: the header, and over which challenge (None: a bearer)."""

    headers: dict[str, str]
    challenge: Challenge | None


async def _shown(
    session: aiohttp.ClientSession, url: URL, place: BridgePlace, credential: Credential, request: Request
) -> _Shown:
    """Returns what proves who asks; a key signs a challenge of the bridge that is about to be asked."""
    if isinstance(credential, str):
        return _Shown({"Authorization": f"Bearer {credential}"}, None)
    async with session.get(url.join(URL("/challenge"))) as response:
        content = await _content_of(response, HTTPStatus.OK)
    try:
        challenge = read_challenge(content)
    except ProofMalformed as error:
        raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=error)) from error
    proven = authorization(credential, challenge.challenge, place.fingerprint, request)
    return _Shown({"Authorization": proven}, challenge)


def _check_answer(
    place: BridgePlace, challenge: Challenge | None, response: aiohttp.ClientResponse, body: bytes
) -> None:
    """Raises `WrongFingerprint` for an answer that the pinned bridge did not sign; a bearer's is not signed."""
    if challenge is None:
        return
    try:
        key = pinned_key(challenge, place.fingerprint)
    except ProofMalformed as error:
        raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=error)) from error
    signature = response.headers.get(ANSWER_HEADER, "")
    if key is None or not is_the_bridges(key, challenge.challenge, body, signature):
        raise WrongFingerprint(trouble(TroubleKind.ANSWER_NOT_SIGNED))


async def join(
    place: BridgePlace,
    site: SiteId,
    credential: Credential,
    offer_sdp: str,
    kind: ConnectionKind = ConnectionKind.PROGRAM,
) -> Joined:
    """Sends an offer and returns the answer; raises a `SignallingError`."""
    door, query = ("whep", "") if kind is ConnectionKind.VIEWER else ("whip", "?program=1")
    if kind is ConnectionKind.DEVICE:
        query = ""
    body = offer_sdp.encode()
    async with _reached(place) as (session, url):
        address = URL(urljoin(url, f"/{door}/{site}{query}"))
        shown = await _shown(session, address, place, credential, Request("POST", address.raw_path_qs, body))
        headers = {"Content-Type": "application/sdp", **shown.headers}
        async with session.post(address, data=body, headers=headers) as response:
            content = await _content_of(response, HTTPStatus.CREATED)
            _check_answer(place, shown.challenge, response, content)
            session_url = urljoin(url, response.headers.get("Location", ""))
    return Joined(answer_sdp=content.decode(errors="replace"), session_url=session_url, url=url)


async def leave(place: BridgePlace, joined: Joined, credential: Credential) -> None:
    """Ends a connection; raises a `SignallingError`, after which the bridge finds out by itself."""
    here = BridgePlace(urls=(joined.url,), fingerprint=place.fingerprint)
    async with _reached(here) as (session, _):
        address = URL(joined.session_url)
        shown = await _shown(session, address, place, credential, Request("DELETE", address.raw_path_qs, b""))
        async with session.delete(address, headers=shown.headers) as response:
            await _content_of(response, HTTPStatus.OK)


async def is_held(place: BridgePlace, joined: Joined, credential: Credential) -> bool:
    """Tells whether the bridge still has a connection, by a PATCH without candidates.

    Raises `Unreachable` when no answer comes: the line may be cut, the connection need not be lost. Where the bridge's
    machine answers that no bridge runs there, nothing is held.
    """
    here = BridgePlace(urls=(joined.url,), fingerprint=place.fingerprint)
    address = URL(joined.session_url)
    try:
        async with _reached(here) as (session, _):
            shown = await _shown(session, address, place, credential, Request("PATCH", address.raw_path_qs, b""))
            headers = {"Content-Type": "application/trickle-ice-sdpfrag", **shown.headers}
            async with session.patch(address, headers=headers) as response:
                return response.status == HTTPStatus.NO_CONTENT
    except TurnedAway:
        return False
    except Unreachable as error:
        cause = error.__cause__
        if isinstance(cause, aiohttp.ClientConnectorError) and isinstance(cause.os_error, ConnectionRefusedError):
            return False
        raise


@asynccontextmanager
async def _reached(place: BridgePlace) -> AsyncGenerator[tuple[aiohttp.ClientSession, str]]:
    """Gives a session whose every connection is pinned, and the first address that answers."""
    urls = _addresses(place.urls)
    connector = aiohttp.TCPConnector(ssl=_pin(place.fingerprint), limit=len(urls) + 1)
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS, sock_connect=CONNECT_SECONDS)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        url = await _first_that_answers(session, urls)
        try:
            yield session, url
        except aiohttp.ServerFingerprintMismatch as mismatch:
            raise WrongFingerprint(trouble(TroubleKind.WRONG_BRIDGE)) from mismatch
        except aiohttp.ClientConnectorError as error:
            raise _silent((url,)) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(trouble(TroubleKind.STOPPED_ANSWERING)) from error


def _addresses(urls: tuple[str, ...]) -> tuple[str, ...]:
    """Returns those that can be addresses at all; raises `Unreachable` when none can."""
    usable = tuple(url for url in urls if _is_address(url))
    if not usable:
        raise Unreachable(trouble(TroubleKind.ADDRESS_BAD, urls=", ".join(urls)))
    return usable


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _pin(fingerprint: str) -> aiohttp.Fingerprint:
    try:
        return aiohttp.Fingerprint(bytes.fromhex(fingerprint.replace(":", "")))
    except ValueError as error:
        raise WrongFingerprint(trouble(TroubleKind.FINGERPRINT_DAMAGED)) from error


async def _first_that_answers(session: aiohttp.ClientSession, urls: tuple[str, ...]) -> str:
    """Tries the addresses one after the other without waiting for the earlier ones; a code or an offer goes to one."""
    if len(urls) == 1:
        return urls[0]
    attempts = [asyncio.ensure_future(_alive(session, url, STAGGER_SECONDS * place)) for place, url in enumerate(urls)]
    wrong: Exception | None = None
    try:
        for attempt in asyncio.as_completed(attempts):
            try:
                return await attempt
            except aiohttp.ServerFingerprintMismatch as mismatch:
                wrong = mismatch
            except (aiohttp.ClientError, TimeoutError, OSError):
                continue
    finally:
        for attempt in attempts:
            attempt.cancel()
        await asyncio.gather(*attempts, return_exceptions=True)
    if wrong is not None:
        raise WrongFingerprint(trouble(TroubleKind.WRONG_BRIDGE)) from wrong
    raise _silent(urls)


def _silent(urls: tuple[str, ...]) -> Unreachable:
    return Unreachable(trouble(TroubleKind.UNREACHABLE, urls=", ".join(urls)))


async def _alive(session: aiohttp.ClientSession, url: str, delay_seconds: float) -> str:
    await asyncio.sleep(delay_seconds)
    async with asyncio.timeout(CONNECT_SECONDS), session.get(urljoin(url, "/alive")) as response:
        await response.read()
    return url


async def _content_of(response: aiohttp.ClientResponse, wanted: HTTPStatus) -> bytes:
    content = bytearray()
    async for piece in response.content.iter_any():
        content += piece
        if len(content) > LARGEST_ANSWER:
            raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=f"> {LARGEST_ANSWER} octets"))
    if response.status == wanted:
        return bytes(content)
    refusal = _refusal_named(response.headers.get(REFUSAL_HEADER, ""))
    if refusal is None:
        raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=f"HTTP {response.status}"))
    text = content.decode(errors="replace").strip()
    told = text and text != SENTENCE[refusal]  # more is known than the kind
    why = trouble(TroubleKind.OFFER_REFUSED, why=text) if told else trouble(TroubleKind(refusal.value))
    raise TurnedAway(refusal, why)


def _refusal_named(kind: str) -> Refusal | None:
    try:
        return Refusal(kind)
    except ValueError:
        return None
