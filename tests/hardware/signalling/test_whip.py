"""WHIP and its receiving twin over real TLS, as a stock client and as our own see them."""

import asyncio
from pathlib import Path

import pytest

from console.engine_port import ConnectionKind
from console.ports_identity import CredentialKind
from hardware.signalling.client import TurnedAway, enrol, is_held, join, leave
from hardware.signalling.front_doors import FrontLimits
from hardware.signalling.refusals import Refusal
from tests.hardware.signalling.running_front import ANSWER, OFFER, bearer, running_front, stock_client


async def test_a_stock_client_joins_and_leaves(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        secret = front.book.issue_device_secret("s001")
        response = await session.post("/whip/s001", data=OFFER, headers=bearer(secret))
        assert response.status == 201
        assert response.content_type == "application/sdp"
        assert await response.text() == ANSWER
        site, connection, kind, offer = front.offers[0]
        assert (site, kind, offer) == ("s001", ConnectionKind.DEVICE, OFFER)
        assert response.headers["Location"] == f"/whip/s001/{connection}"
        assert response.headers["ETag"] == f'"{connection}"'
        (admitted,) = front.admitted
        assert (admitted.site, admitted.connection, admitted.kind) == ("s001", connection, ConnectionKind.DEVICE)
        assert admitted.address == "127.0.0.1"
        assert admitted.credential != secret

        left = await session.delete(response.headers["Location"], headers=bearer(secret))
        assert left.status == 200
        assert front.closed_connections == [("s001", connection)]
        again = await session.delete(response.headers["Location"], headers=bearer(secret))
        assert again.status == 404


async def test_our_own_client_joins_and_leaves(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret = front.credential("s001")
        joined = await join(front.place, "s001", secret, OFFER)
        assert joined.answer_sdp == ANSWER
        assert joined.url == front.url
        assert front.offers[0][2] is ConnectionKind.PROGRAM
        await leave(front.place, joined, secret)
        assert front.closed_connections == [(front.offers[0][0], front.offers[0][1])]
        with pytest.raises(TurnedAway) as turned_away:
            await leave(front.place, joined, secret)
        assert turned_away.value.refusal is Refusal.SESSION_UNKNOWN


@pytest.mark.parametrize(
    ("credential", "query", "kind"),
    [
        (CredentialKind.PROGRAM, "?program=1", ConnectionKind.PROGRAM),
        (CredentialKind.PROGRAM, "", ConnectionKind.DEVICE),
        (CredentialKind.DEVICE, "?program=1", ConnectionKind.DEVICE),
    ],
)
async def test_only_a_program_with_its_credential_counts_as_one(
    tmp_path: Path, credential: CredentialKind, query: str, kind: ConnectionKind
) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        device = credential is CredentialKind.DEVICE
        secret = front.book.issue_device_secret("s001") if device else front.credential("s001")
        response = await session.post(f"/whip/s001{query}", data=OFFER, headers=bearer(secret))
        assert response.status == 201
        assert front.offers[0][2] is kind


async def test_a_newer_connection_of_a_credential_is_admitted_and_the_older_left_to_the_core(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret = front.credential("s001")
        await join(front.place, "s001", secret, OFFER)
        await join(front.place, "s001", secret, OFFER)
        first, second = (offer[1] for offer in front.offers)
        assert front.closed_connections == []
        assert [admitted.connection for admitted in front.admitted] == [first, second]


async def test_a_viewer_does_not_end_the_sender(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret = front.credential("s001")
        await join(front.place, "s001", secret, OFFER, ConnectionKind.DEVICE)
        joined = await join(front.place, "s001", secret, OFFER, ConnectionKind.VIEWER)
        assert [offer[2] for offer in front.offers] == [ConnectionKind.DEVICE, ConnectionKind.VIEWER]
        assert "/whep/" in joined.session_url
        assert front.closed_connections == []
        await join(front.place, "s001", secret, OFFER, ConnectionKind.VIEWER)
        assert front.closed_connections == [("s001", front.offers[1][1])]


async def test_another_machine_is_refused_and_named_while_the_site_is_connected(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        first, second = front.credential("s001"), front.credential("s001")
        await join(front.place, "s001", first, OFFER)
        with pytest.raises(TurnedAway, match="Another machine is connected as this site") as turned_away:
            await join(front.place, "s001", second, OFFER)
        assert turned_away.value.refusal is Refusal.ANOTHER_MACHINE
        assert not turned_away.value.final
        assert [refusal.site for refusal in front.refusals] == ["s001"]
        front.connected_by.clear()
        assert (await join(front.place, "s001", second, OFFER)).answer_sdp == ANSWER


async def test_a_site_beyond_the_limit_is_refused_and_the_main_endpoint_always_has_its_place(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(sites=1)) as front:
        first = front.credential("s001")
        await join(front.place, "s001", first, OFFER)
        with pytest.raises(TurnedAway, match="As many sites are connected as this meeting takes") as turned_away:
            await join(front.place, "s002", front.credential("s002"), OFFER)
        assert (turned_away.value.refusal, turned_away.value.final) == (Refusal.FULL, False)
        assert [refusal.site for refusal in front.refusals] == ["s002"]
        assert (await join(front.place, "s001", first, OFFER)).answer_sdp == ANSWER
        assert (await join(front.place, "main", front.credential("main"), OFFER)).answer_sdp == ANSWER
        front.connected_by.clear()
        assert (await join(front.place, "s002", front.credential("s002"), OFFER)).answer_sdp == ANSWER


async def test_sites_that_join_at_the_same_moment_count_too(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(sites=1)) as front:
        front.may_answer.clear()
        joining = [
            asyncio.ensure_future(join(front.place, site, front.credential(site), OFFER)) for site in ("s001", "s002")
        ]
        async with asyncio.timeout(5):
            done, waiting = await asyncio.wait(joining, return_when=asyncio.FIRST_COMPLETED)
        front.may_answer.set()
        (refused,) = done
        assert isinstance(refused.exception(), TurnedAway)
        assert (await waiting.pop()).answer_sdp == ANSWER


async def test_two_machines_at_the_same_moment_do_not_both_join(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        front.may_answer.clear()
        first, second = front.credential("s001"), front.credential("s001")
        joining = [asyncio.ensure_future(join(front.place, "s001", secret, OFFER)) for secret in (first, second)]
        async with asyncio.timeout(5):
            done, waiting = await asyncio.wait(joining, return_when=asyncio.FIRST_COMPLETED)
        front.may_answer.set()
        (refused,) = done
        assert isinstance(refused.exception(), TurnedAway)
        assert (await waiting.pop()).answer_sdp == ANSWER


@pytest.mark.parametrize(
    ("authorization", "path", "status", "refusal"),
    [
        (None, "/whip/s001", 401, "no_credential"),
        ("Basic YTpi", "/whip/s001", 401, "no_credential"),
        ("Bearer guessed", "/whip/s001", 401, "credential_unknown"),
        ("Bearer {good}", "/whip/s002", 403, "other_site"),
        ("Bearer {good}", "/whip/s999", 403, "other_site"),
        ("Bearer {revoked}", "/whip/s002", 401, "credential_unknown"),
        ("Bearer {gone}", "/whip/s003", 404, "site_unknown"),
        ("Bearer {good}", "/whip/s001/none", 404, "session_unknown"),
    ],
)
async def test_wrong_credentials_are_one_sentence(
    tmp_path: Path, authorization: str | None, path: str, status: int, refusal: str
) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        secrets = {
            "good": front.book.issue_device_secret("s001"),
            "revoked": front.book.issue_device_secret("s002"),
            "gone": front.book.issue_device_secret("s003"),
        }
        front.book.revoke(site="s002")
        headers = {"Content-Type": "application/sdp"}
        if authorization:
            headers["Authorization"] = authorization.format(**secrets)
        method = session.delete if path.endswith("/none") else session.post
        response = await method(path, data=OFFER, headers=headers)
        text = await response.text()
        assert (response.status, response.headers["Diem-Cau-Refusal"]) == (status, refusal)
        assert text.endswith(".")
        assert "\n" not in text
        assert front.offers == []
        assert [event.reason_text for event in front.refusals] == [text]
        assert ("WWW-Authenticate" in response.headers) == (status == 401)


async def test_a_site_learns_whether_its_connection_is_still_held(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        place = front.place
        enrolled = await enrol(place, front.code("s001"))
        joined = await join(place, "s001", enrolled.credential, OFFER)
        assert await is_held(place, joined, enrolled.credential)
        front.lost_connections.add(joined.session_url.rpartition("/")[2])
        assert not await is_held(place, joined, enrolled.credential), "the media part has lost it"
    assert not await is_held(place, joined, enrolled.credential), "no bridge runs there"


async def test_trickled_candidates_are_taken_and_restarts_are_not(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        secret = front.book.issue_device_secret("s001")
        joined = await session.post("/whip/s001", data=OFFER, headers=bearer(secret))
        where = joined.headers["Location"]
        headers = bearer(secret, "application/trickle-ice-sdpfrag")
        fragment = "a=ice-ufrag:EsAw\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\na=end-of-candidates\r\n"

        async def patch(**more: str) -> int:
            response = await session.patch(where, data=fragment, headers={**headers, **more})
            return response.status

        assert await patch() == 204
        assert await patch(**{"If-Match": joined.headers["ETag"]}) == 204
        assert await patch(**{"If-Match": "*"}) == 422
        assert await patch(**{"If-Match": '"other"'}) == 412
        assert await patch(**{"Content-Type": "application/sdp"}) == 400
        assert (await session.get(where, headers=headers)).status == 405
        assert (await session.put(where, headers=headers)).status == 405


async def test_a_page_from_elsewhere_may_ask(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front, stock_client(front) as session:
        preflight = await session.options("/whip/s001", headers={"Origin": "https://elsewhere.example"})
        assert preflight.status == 204
        assert preflight.headers["Access-Control-Allow-Origin"] == "*"
        assert "Authorization" in preflight.headers["Access-Control-Allow-Headers"]
        assert preflight.headers["Accept-Post"] == "application/sdp"
        refused = await session.post("/whip/s001", data=OFFER)
        assert refused.headers["Access-Control-Allow-Origin"] == "*"


async def test_joins_wait_for_their_turn(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(joins_in_flight=3)) as front:
        front.names |= {f"t{number:02}": "" for number in range(12)}
        front.may_answer.clear()
        joining = [
            asyncio.ensure_future(join(front.place, site, front.credential(site), OFFER))
            for site in front.names
            if site.startswith("t")
        ]
        async with asyncio.timeout(10):
            while front.answering < 3:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.2)
            front.may_answer.set()
            await asyncio.gather(*joining)
        assert front.most_answering == 3
        assert len(front.offers) == 12


async def test_an_engine_that_hangs_is_said_and_its_late_connection_closed(tmp_path: Path) -> None:
    async with running_front(tmp_path, FrontLimits(request_seconds=0.3)) as front:
        front.may_answer.clear()
        secret = front.credential("s001")
        with pytest.raises(TurnedAway) as turned_away:
            await join(front.place, "s001", secret, OFFER)
        assert turned_away.value.refusal is Refusal.BUSY
        assert len(front.closed_connections) == 1
        front.may_answer.set()
        assert (await join(front.place, "s001", secret, OFFER)).answer_sdp == ANSWER


async def test_an_offer_that_the_engine_rejects_is_passed_on_as_its_sentence(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret = front.credential("s001")
        with pytest.raises(TurnedAway, match=r"The offer has no media\.") as turned_away:
            await join(front.place, "s001", secret, OFFER + "nonsense")
        assert turned_away.value.refusal is Refusal.OFFER_MALFORMED
        assert front.admitted == []
        assert [refusal.site for refusal in front.refusals] == ["s001"]


async def test_an_engine_that_starts_again_sends_nobody_away_for_long(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        with pytest.raises(TurnedAway, match="started again") as turned_away:
            await join(front.place, "s001", front.credential("s001"), OFFER + "too early")
        assert turned_away.value.refusal is Refusal.BUSY
        assert not turned_away.value.final, "the next attempt is made soon"
