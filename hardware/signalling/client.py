"""What a satellite's program uses to reach the bridge: enrol once, join by WHIP, leave.

Rule: the bridge is known by its certificate's fingerprint from the invitation, never by a public authority. Nothing is
stored and nothing is tried again by itself: the caller keeps the credential and waits between attempts.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import aiohttp
import msgspec

from console.engine_port import ConnectionKind
from console.sites.invitation import Invitation
from console.trouble import Told, Trouble, TroubleKind, trouble
from console.words import SiteId
from hardware.signalling.enrolment import EnrolAnswer, EnrolRequest
from hardware.signalling.refusals import REFUSAL_HEADER, SENTENCE, Refusal

STAGGER_SECONDS = 0.25
"""Head start of each announced address before the next (RFC 8305 section 5)."""
CONNECT_SECONDS = 8.0
ANSWER_SECONDS = 25.0
LARGEST_ANSWER = 256 * 1024


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
        return self.refusal not in {None, Refusal.BUSY, Refusal.FULL, Refusal.ANOTHER_MACHINE, Refusal.SITE_UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgePlace:
    """Where a bridge may be found: `urls` in the order to try, and its certificate's SHA-256 in hexadecimal digits."""

    urls: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """What the endpoint stores: `credential` is a secret."""

    site: SiteId
    site_name: str
    credential: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A connection that the bridge agreed to: `session_url` ends it, `url` is the address that answered."""

    answer_sdp: str
    session_url: str
    url: str


def place_of(invitation: Invitation) -> BridgePlace:
    """Returns where an invitation leads."""
    return BridgePlace(urls=invitation.urls, fingerprint=invitation.fingerprint)


async def enrol(place: BridgePlace, code: str) -> Enrolled:
    """Exchanges a one-time code for a credential; raises a `SignallingError`."""
    async with _reached(place) as (session, url):
        body = msgspec.json.encode(EnrolRequest(code=code))
        headers = {"Content-Type": "application/json"}
        async with session.post(urljoin(url, "/enrol"), data=body, headers=headers) as response:
            content = await _content_of(response, HTTPStatus.OK)
    try:
        answer = msgspec.json.decode(content, type=EnrolAnswer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TurnedAway(None, trouble(TroubleKind.ANSWER_NOT_UNDERSTOOD, why=error)) from error
    return Enrolled(site=answer.site, site_name=answer.name, credential=answer.credential)


async def join(
    place: BridgePlace,
    site: SiteId,
    credential: str,
    offer_sdp: str,
    kind: ConnectionKind = ConnectionKind.PROGRAM,
) -> Joined:
    """Sends an offer and returns the answer; raises a `SignallingError`."""
    door, query = ("whep", "") if kind is ConnectionKind.VIEWER else ("whip", "?program=1")
    if kind is ConnectionKind.DEVICE:
        query = ""
    headers = {"Content-Type": "application/sdp", "Authorization": f"Bearer {credential}"}
    async with _reached(place) as (session, url):
        address = urljoin(url, f"/{door}/{site}{query}")
        async with session.post(address, data=offer_sdp.encode(), headers=headers) as response:
            content = await _content_of(response, HTTPStatus.CREATED)
            session_url = urljoin(url, response.headers.get("Location", ""))
    return Joined(answer_sdp=content.decode(errors="replace"), session_url=session_url, url=url)


async def leave(place: BridgePlace, joined: Joined, credential: str) -> None:
    """Ends a connection; raises a `SignallingError`, after which the bridge finds out by itself."""
    here = BridgePlace(urls=(joined.url,), fingerprint=place.fingerprint)
    async with _reached(here) as (session, _):
        headers = {"Authorization": f"Bearer {credential}"}
        async with session.delete(joined.session_url, headers=headers) as response:
            await _content_of(response, HTTPStatus.OK)


async def is_held(place: BridgePlace, joined: Joined, credential: str) -> bool:
    """Tells whether the bridge still has a connection, by a PATCH without candidates.

    Raises `Unreachable` when no answer comes: the line may be cut, the connection need not be lost. Where the bridge's
    machine answers that no bridge runs there, nothing is held.
    """
    here = BridgePlace(urls=(joined.url,), fingerprint=place.fingerprint)
    headers = {"Authorization": f"Bearer {credential}", "Content-Type": "application/trickle-ice-sdpfrag"}
    try:
        async with _reached(here) as (session, _), session.patch(joined.session_url, headers=headers) as response:
            return response.status == HTTPStatus.NO_CONTENT
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
