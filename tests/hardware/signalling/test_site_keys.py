"""A site's own key: enrolling, joining, renewing, and everything that somebody on the way could try."""

import contextlib
import ssl
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from aiohttp import ClientSession, TCPConnector, web

from console.engine_port import ConnectionKind
from console.ports_identity import KEY_SECONDS, CredentialKind
from hardware.signalling.certificate import load_or_make
from hardware.signalling.challenges import LIFE_SECONDS, MOST_USED_BY_ONE_KEY, Challenges
from hardware.signalling.client import (
    BridgePlace,
    TurnedAway,
    WrongFingerprint,
    enrol,
    is_held,
    join,
    leave,
    renew,
)
from hardware.signalling.join_proof import Request, authorization, new_key_statement, read_authorization
from hardware.signalling.refusals import Refusal
from hardware.signalling.request_rights import REQUEST_RIGHTS, Needs
from hardware.signalling.site_key import KeyMalformed, SiteKey, from_text, is_signed
from tests.hardware.signalling.running_front import ANSWER, OFFER, TODAY, RunningFront, running_front, stock_client

OTHER_OFFER = OFFER + "a=fingerprint:sha-256 00:11\r\n"


async def enrolled(front: RunningFront, site: str = "s001") -> SiteKey:
    key = SiteKey.make()
    await enrol(front.place, front.code(site), key)
    return key


async def test_a_site_enrols_its_key_and_joins_asks_and_leaves_with_it(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        key = SiteKey.make()
        made = await enrol(front.place, front.code("s001"), key)
        assert (made.site, made.credential) == ("s001", key)
        assert made.expires_ms == front.clock_ms + KEY_SECONDS * 1000
        joined = await join(front.place, "s001", key, OFFER)
        assert joined.answer_sdp == ANSWER
        assert front.offers[0][2] is ConnectionKind.PROGRAM
        assert front.admitted[0].credential_ends_ms == made.expires_ms
        assert await is_held(front.place, joined, key)
        await leave(front.place, joined, key)
        assert front.closed_connections == [("s001", front.offers[0][1])]
        assert not await is_held(front.place, joined, key)


async def test_no_private_key_leaves_the_site_and_none_is_stored_at_the_bridge(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        key = await enrolled(front)
        stored = octets_of(tmp_path)
    assert key.public.encode() in stored
    assert key.private_text().encode() not in stored


def octets_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("office.db*"))


async def signed(front: RunningFront, key: SiteKey, request: Request, *, pinned: str | None = None) -> str:
    """Returns a header Authorization that a stock client may send."""
    async with stock_client(front) as session, session.get("/challenge") as response:
        challenge = (await response.json())["challenge"]
    return authorization(key, challenge, pinned or front.certificate.fingerprint, request)


async def post(front: RunningFront, target: str, header: str, body: str) -> tuple[int, str]:
    headers = {"Authorization": header, "Content-Type": "application/sdp"}
    async with stock_client(front) as session, session.post(target, data=body, headers=headers) as response:
        return response.status, response.headers.get("Diem-Cau-Refusal", "")


TARGET = "/whip/s001?program=1"
JOIN = Request("POST", TARGET, OFFER.encode())


@pytest.mark.parametrize(
    ("about", "sent_to", "body"),
    [
        (JOIN, TARGET, OTHER_OFFER),
        (Request("POST", TARGET, OTHER_OFFER.encode()), TARGET, OFFER),
        (Request("POST", "/whep/s001", OFFER.encode()), TARGET, OFFER),
        (Request("POST", "/whip/s001", OFFER.encode()), TARGET, OFFER),
        (Request("DELETE", TARGET, OFFER.encode()), TARGET, OFFER),
    ],
    ids=["media keys swapped", "media keys of another offer", "another door", "another kind", "another act"],
)
async def test_a_signature_is_good_for_the_very_request(
    tmp_path: Path, about: Request, sent_to: str, body: str
) -> None:
    async with running_front(tmp_path) as front:
        key = await enrolled(front)
        assert await post(front, sent_to, await signed(front, key, about), body) == (401, "signature_wrong")
        assert front.offers == []
        assert await post(front, TARGET, await signed(front, key, JOIN), OFFER) == (201, "")


async def test_a_signature_for_another_bridge_a_second_time_or_too_late_is_worth_nothing(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        key = await enrolled(front)
        other = await signed(front, key, JOIN, pinned="ab" * 32)
        assert await post(front, TARGET, other, OFFER) == (401, "signature_wrong")
        once = await signed(front, key, JOIN)
        assert await post(front, TARGET, once, OFFER) == (201, "")
        assert await post(front, TARGET, once, OFFER) == (401, "challenge_stale")
        made_up = authorization(key, "0-00-00", front.certificate.fingerprint, JOIN)
        assert await post(front, TARGET, made_up, OFFER) == (401, "challenge_stale")


async def test_keys_of_nobody_of_another_site_revoked_and_expired_are_named(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        stranger, other, key = SiteKey.make(), await enrolled(front, "s002"), await enrolled(front)
        assert await post(front, TARGET, await signed(front, stranger, JOIN), OFFER) == (401, "credential_unknown")
        assert await post(front, TARGET, await signed(front, other, JOIN), OFFER) == (403, "other_site")
        front.book.revoke(site="s002")
        assert await post(front, TARGET, await signed(front, other, JOIN), OFFER) == (401, "credential_unknown")
        front.clock_ms += KEY_SECONDS * 1000
        with pytest.raises(TurnedAway, match="has come to its end") as turned_away:
            await join(front.place, "s001", key, OFFER)
        assert turned_away.value.final


@pytest.mark.parametrize("shown", ["", ".", "..", "a.b.c", "x" * 4000, "x.y.z.w", "é.é.é", "=" * 43 + ".c." + "A" * 86])
async def test_a_header_that_is_none_is_one_sentence(tmp_path: Path, shown: str) -> None:
    async with running_front(tmp_path) as front:
        status, refusal = await post(front, TARGET, f"diem-cau-key {shown}", OFFER)
        assert (status, refusal) == (400, "request_malformed")


async def test_a_key_is_renewed_and_the_old_one_ends_with_the_first_use(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        old, new = await enrolled(front), SiteKey.make()
        first = await join(front.place, "s001", old, OFFER)
        assert await renew(front.place, "s001", old, new) == front.clock_ms + KEY_SECONDS * 1000
        assert await is_held(front.place, first, old), "the answer may be lost on the way"
        assert await is_held(front.place, first, new), "it is the same machine"
        with pytest.raises(TurnedAway):
            await join(front.place, "s001", old, OFFER)
        await join(front.place, "s001", new, OFFER)


async def test_a_secret_of_an_older_version_is_exchanged_for_a_key(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret = front.old_secret("s001")
        await join(front.place, "s001", secret, OFFER)
        key = SiteKey.make()
        await renew(front.place, "s001", secret, key)
        await join(front.place, "s001", key, OFFER)
        with pytest.raises(TurnedAway) as turned_away:
            await join(front.place, "s001", secret, OFFER)
        assert turned_away.value.refusal is Refusal.CREDENTIAL_UNKNOWN


async def test_devices_and_browsers_cannot_make_a_lasting_key_of_their_secret(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        browser = str((await enrol(front.place, front.code("s001"))).credential)
        admitted = front.book.check(browser)
        assert admitted is not None
        assert admitted.kind is CredentialKind.BROWSER
        for secret in (browser, front.book.issue_device_secret("s001")):
            with pytest.raises(TurnedAway) as turned_away:
                await renew(front.place, "s001", secret, SiteKey.make())
            assert turned_away.value.refusal is Refusal.NOT_RENEWED


async def test_a_key_is_only_taken_from_who_holds_it(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        key, code = SiteKey.make(), front.code("s001")
        wrong = SiteKey.make().sign(new_key_statement(front.certificate.fingerprint, code, key.public))
        elsewhere = key.sign(new_key_statement("ab" * 32, code, key.public))
        for proof, refusal in ((wrong, "signature_wrong"), (elsewhere, "signature_wrong"), ("", "request_malformed")):
            response = await session.post("/enrol", json={"code": code, "key": key.public, "proof": proof})
            assert response.headers["Diem-Cau-Refusal"] == refusal
        assert (await enrol(front.place, code, key)).site == "s001", "nothing of that spends the code"


@contextlib.asynccontextmanager
async def man_in_the_middle(front: RunningFront, folder: Path) -> AsyncGenerator[str]:
    """Stands before the front with the front's own TLS session stolen, and swaps the answer's media keys."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(front.certificate.file)

    async def pass_on(request: web.Request) -> web.Response:
        async with ClientSession(connector=TCPConnector(ssl=False)) as session:
            kept = {
                name: request.headers[name] for name in ("Authorization", "Content-Type") if name in request.headers
            }
            url = front.url + request.rel_url.raw_path_qs
            async with session.request(request.method, url, data=await request.read(), headers=kept) as response:
                body = (await response.read()).replace(b"o=- 2 2", b"o=- 6 6")
                headers = {k: v for k, v in response.headers.items() if k.startswith("Diem-Cau") or k == "Location"}
                return web.Response(
                    status=response.status, body=body, headers=headers, content_type=response.content_type
                )

    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", pass_on)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    try:
        yield f"https://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_an_answer_that_was_changed_on_the_way_is_not_used(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, man_in_the_middle(front, tmp_path) as url:
        key = await enrolled(front)
        place = BridgePlace(urls=(url,), fingerprint=front.certificate.fingerprint)
        with pytest.raises(WrongFingerprint, match="not signed by the bridge"):
            await join(place, "s001", key, OFFER)


def test_a_challenge_is_good_once_for_a_while_and_a_key_has_so_many() -> None:
    now = [100.0]
    challenges = Challenges(lambda: now[0])
    first = challenges.make()
    assert challenges.is_fresh(first)
    assert not Challenges(lambda: now[0]).is_fresh(first), "another process has another seal"
    assert not challenges.is_fresh(f"f{first}")
    assert challenges.use(first, "key")
    assert not challenges.is_fresh(first)
    for _ in range(MOST_USED_BY_ONE_KEY - 1):
        assert challenges.use(challenges.make(), "key")
    assert not challenges.use(challenges.make(), "key")
    assert challenges.use(challenges.make(), "another key")
    late = challenges.make()
    now[0] += LIFE_SECONDS + 1
    assert not challenges.is_fresh(late)
    assert challenges.use(challenges.make(), "key")


def test_a_key_has_one_spelling() -> None:
    key = SiteKey.make()
    assert SiteKey.read(key.private_text()).public == key.public
    assert is_signed(key.public, b"said", key.sign(b"said"))
    assert not is_signed(key.public, b"said otherwise", key.sign(b"said"))
    for text in ("", "A" * 42, "A" * 44, "é" * 43, "+" * 43, "A" * 42 + "B", "A" * 42 + "="):
        with pytest.raises(KeyMalformed):
            from_text(text, 32)
    assert read_authorization("Bearer abc") is None


def test_the_certificates_key_signs(tmp_path: Path) -> None:
    certificate = load_or_make(tmp_path, [], today=TODAY)
    assert certificate.signing_key().public_key().key_size == 256


SHOWN = ("nothing", "program", "browser", "device", "old secret")


def concrete(path: str) -> str:
    return path.format(site="s001", connection="c1", name="join.js")


@pytest.mark.parametrize("row", REQUEST_RIGHTS, ids=" ".join)
async def test_every_request_is_tried_as_everybody(tmp_path: Path, row: tuple[str, str]) -> None:
    """Who shows too little is told so; who shows enough gets past the gate, whatever becomes of the request."""
    right, (method, path) = REQUEST_RIGHTS[row], row
    async with running_front(tmp_path) as front, stock_client(front) as session:
        key = await enrolled(front)
        bearers = {
            "browser": front.credential("s001"),
            "device": front.book.issue_device_secret("s001"),
            "old secret": front.old_secret("s001"),
        }
        for who in SHOWN:
            target = concrete(path)
            headers = {"Content-Type": "application/sdp"}
            if who == "program":
                headers["Authorization"] = await signed(front, key, Request(method, target, b""))
            elif who in bearers:
                headers["Authorization"] = f"Bearer {bearers[who]}"
            async with session.request(method, target, headers=headers, allow_redirects=False) as response:
                refused = response.headers.get("Diem-Cau-Refusal", "")
            kind = {"browser": CredentialKind.BROWSER, "device": CredentialKind.DEVICE}.get(who, CredentialKind.PROGRAM)
            if right.needs is not Needs.CREDENTIAL:
                assert refused not in GATE, (who, refused)
            elif who == "nothing":
                assert refused == "no_credential"
            elif kind in right.kinds:
                assert refused not in GATE, (who, refused)
            else:
                assert refused == "not_renewed", (who, refused)
        assert front.offers == []


GATE = {"no_credential", "credential_unknown", "other_site", "signature_wrong", "challenge_stale", "not_renewed"}
