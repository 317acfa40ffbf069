"""Enrolling with invitations, the pinned certificate, and finding the bridge among several addresses."""

import asyncio
import datetime
import socket
import ssl
import stat
import sys
from pathlib import Path

import aiohttp
import pytest
from cryptography import x509

from console.ports_identity import CredentialKind
from console.sites.invitation import Invitation, read_invitation
from hardware.signalling.certificate import FILE_NAME, CertificateUnusable, load_or_make
from hardware.signalling.client import BridgePlace, TurnedAway, Unreachable, WrongFingerprint, enrol, join, place_of
from hardware.signalling.refusals import Refusal
from tests.hardware.signalling.running_front import ANSWER, OFFER, TODAY, running_front, stock_client


async def test_an_invitation_becomes_a_credential_once(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        invitation = Invitation(
            site="s001",
            site_name="Cư M'gar",
            urls=(front.url,),
            code=front.code("s001"),
            fingerprint=front.certificate.fingerprint,
            expires_ms=front.clock_ms + 600_000,
        )
        from_link = read_invitation(invitation.to_link())
        enrolled = await enrol(place_of(from_link), from_link.code)
        assert (enrolled.site, enrolled.site_name) == ("s001", "Cư M'gar")
        assert isinstance(enrolled.credential, str)
        admitted = front.book.check(enrolled.credential)
        assert admitted is not None
        assert admitted.kind is CredentialKind.BROWSER
        assert (await join(place_of(from_link), "s001", enrolled.credential, OFFER)).answer_sdp == ANSWER
        with pytest.raises(TurnedAway, match="was used already") as turned_away:
            await enrol(place_of(from_link), from_link.code)
        assert turned_away.value.refusal is Refusal.CODE_USED
        assert turned_away.value.final
        assert [refusal.site for refusal in front.refusals] == ["s001"]


async def test_codes_that_are_not_taken_are_named(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:

        async def refusal_of(code: str) -> Refusal | None:
            with pytest.raises(TurnedAway) as turned_away:
                await enrol(front.place, code)
            return turned_away.value.refusal

        expired, revoked = front.code("s001", valid_seconds=60), front.code("s002")
        front.clock_ms += 60_000
        front.book.revoke(site="s002")
        assert await refusal_of(expired) is Refusal.CODE_EXPIRED
        assert await refusal_of(revoked) is Refusal.CODE_REVOKED
        assert await refusal_of("ABCD-EFGH") is Refusal.CODE_UNKNOWN
        assert await refusal_of("") is Refusal.CODE_UNKNOWN
        assert await refusal_of("x" * 5000) is Refusal.CODE_UNKNOWN


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"code": 7}', b"\xff\xfe", b"[" * 20_000])
async def test_a_malformed_request_is_one_sentence(tmp_path: Path, body: bytes) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        response = await session.post("/enrol", data=body)
        assert response.status == 400
        assert (await response.text()).startswith("The body has to be ")


async def test_only_the_first_refusals_of_an_address_are_reported(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        for _ in range(50):
            assert (await session.post("/enrol", json={"code": "AAAA"})).status == 403
        assert len(front.refusals) == 20
        assert (await enrol(front.place, front.code("s001"))).site == "s001"


async def test_another_certificate_is_never_told_the_code(tmp_path: Path) -> None:
    async with running_front(tmp_path / "true") as front, running_front(tmp_path / "false") as impostor:
        place = BridgePlace(urls=(impostor.url,), fingerprint=front.certificate.fingerprint)
        with pytest.raises(WrongFingerprint, match="not the bridge of the invitation"):
            await enrol(place, front.code("s001"))
        assert impostor.events == []
        both = BridgePlace(urls=(impostor.url, front.url), fingerprint=front.certificate.fingerprint)
        assert (await enrol(both, front.code("s001"))).site == "s001"
        damaged = BridgePlace(urls=(front.url,), fingerprint="no")
        with pytest.raises(WrongFingerprint, match="damaged"):
            await enrol(damaged, front.code("s001"))


async def test_the_first_address_that_answers_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # the system takes connections, nobody answers
        silent_url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        await take_the_first_that_answers(tmp_path, silent_url)


async def take_the_first_that_answers(tmp_path: Path, silent_url: str) -> None:
    async with running_front(tmp_path) as front:
        urls = (silent_url, "https://127.0.0.1:9", front.url)
        place = BridgePlace(urls=urls, fingerprint=front.certificate.fingerprint)
        began = asyncio.get_running_loop().time()
        assert (await enrol(place, front.code("s001"))).site == "s001"
        assert asyncio.get_running_loop().time() - began < 4
        with pytest.raises(Unreachable, match=r"does not answer at https://127\.0\.0\.1:9; check the network"):
            await enrol(BridgePlace(urls=("https://127.0.0.1:9",), fingerprint=place.fingerprint), "code")


@pytest.mark.parametrize("url", ["http://[::1", "https://", "https://a:99999", "", "ftp://10.8.0.1", "://"])
async def test_what_is_no_address_is_one_sentence(url: str) -> None:
    with pytest.raises(Unreachable, match="is no address of a bridge"):
        await join(BridgePlace(urls=(url,), fingerprint="ab" * 32), "s001", "secret", OFFER)


async def test_a_malformed_address_is_passed_over_for_one_that_answers(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        place = BridgePlace(urls=("https://[::1", front.url), fingerprint=front.certificate.fingerprint)
        assert (await enrol(place, front.code("s001"))).site == "s001"


async def test_the_certificate_can_be_exported_and_installed(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        async with aiohttp.ClientSession() as session:
            response = await session.get(f"{front.url}/certificate", ssl=False)
            exported = await response.read()
            assert response.content_type == "application/x-x509-ca-cert"
        assert exported == front.certificate.pem
        assert b"PRIVATE" not in exported
        context = ssl.create_default_context(cadata=exported.decode())
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context)) as session:
            for host in ("127.0.0.1", "localhost", "[::1]"):
                response = await session.get(f"https://{host}:{front.port}/alive")
                assert response.status == 204


def test_the_certificate_is_made_once(tmp_path: Path) -> None:
    first = load_or_make(tmp_path, ["meet.example.vn", "10.8.0.1", "2001:db8::1"], today=TODAY)
    again = load_or_make(tmp_path, ["other.example.vn"], today=TODAY + datetime.timedelta(days=400))
    assert again == first
    assert first.names == ("meet.example.vn", "10.8.0.1", "2001:db8::1", "localhost", "127.0.0.1", "::1")
    assert again.missing(["10.8.0.1", "other.example.vn"]) == ("other.example.vn",)
    certificate = x509.load_pem_x509_certificate(first.pem)
    assert certificate.not_valid_before_utc < TODAY < certificate.not_valid_after_utc
    assert len(first.fingerprint) == 64


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's folder instead")
def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    load_or_make(tmp_path, [], today=TODAY)
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("kept", [slice(0), slice(300), slice(300, None)], ids=["nothing", "the key", "no key"])
def test_a_damaged_certificate_is_one_sentence(tmp_path: Path, kept: slice) -> None:
    load_or_make(tmp_path, [], today=TODAY)
    file = tmp_path / FILE_NAME
    file.write_bytes(file.read_bytes()[kept])
    with pytest.raises(CertificateUnusable, match="cannot be used; restore it, or remove it"):
        load_or_make(tmp_path, [], today=TODAY)
