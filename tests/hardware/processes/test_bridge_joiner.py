"""A site's way to its bridge: a key of its own from the first join, old secrets exchanged, old keys renewed in time."""

import sqlite3
from pathlib import Path

from console.ports_identity import KEY_RENEWAL_SECONDS, TOLD_SECONDS
from hardware.processes.bridge.revocations import Revocations
from hardware.processes.site.bridge_joiner import BridgeJoiner
from hardware.signalling.client import Enrolled
from hardware.signalling.site_key import SiteKey
from tests.hardware.signalling.running_front import ANSWER, OFFER, running_front


async def test_a_code_becomes_a_key_that_is_kept_and_never_a_secret(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        kept: list[Enrolled] = []
        joiner = BridgeJoiner(front.place, "s001", code=front.code("s001"), keep=lambda new: kept.append(new) or True)
        assert await joiner.join(OFFER) == ANSWER
        assert await joiner.join(OFFER) == ANSWER
        (enrolled,) = kept
        assert isinstance(enrolled.credential, SiteKey)
        assert joiner.expires_ms == enrolled.expires_ms
        assert await joiner.is_held()


async def test_an_old_secret_is_exchanged_at_the_next_join_and_only_where_the_key_can_be_kept(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        secret, kept = front.old_secret("s001"), list[Enrolled]()
        full_disk = BridgeJoiner(front.place, "s001", credential=secret, keep=lambda _new: False)
        assert await full_disk.join(OFFER) == ANSWER
        assert full_disk.credential == secret
        joiner = BridgeJoiner(front.place, "s001", credential=secret, keep=lambda new: kept.append(new) or True)
        assert await joiner.join(OFFER) == ANSWER
        assert isinstance(joiner.credential, SiteKey)
        assert front.book.check(secret) is None
        assert kept[0].credential is joiner.credential


async def test_a_key_is_renewed_before_its_end_and_its_machine_stays_the_same(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        joiner = BridgeJoiner(
            front.place, "s001", code=front.code("s001"), keep=lambda _new: True, wall_ms=lambda: front.clock_ms
        )
        await joiner.join(OFFER)
        first, ends_ms = joiner.credential, joiner.expires_ms
        assert ends_ms is not None
        front.clock_ms = ends_ms - KEY_RENEWAL_SECONDS * 1000
        await joiner.join(OFFER)
        assert joiner.credential is first
        front.clock_ms += 1
        await joiner.join(OFFER)
        assert joiner.credential is not first
        assert joiner.expires_ms is not None
        assert joiner.expires_ms > ends_ms
        assert len({event.credential for event in front.admitted}) == 1, "it takes its own place, and no one else's"


async def test_a_key_that_could_not_be_renewed_is_told_two_weeks_before_its_end(tmp_path: Path) -> None:
    async with running_front(tmp_path) as front:
        keeps = [True, False, True]
        joiner = BridgeJoiner(
            front.place, "s001", code=front.code("s001"), keep=lambda _new: keeps.pop(0), wall_ms=lambda: front.clock_ms
        )
        await joiner.join(OFFER)
        ends_ms = joiner.expires_ms
        assert ends_ms is not None
        front.clock_ms = ends_ms - TOLD_SECONDS * 1000 - 1
        assert joiner.ends_soon_ms is None
        front.clock_ms += 1
        await joiner.join(OFFER)
        assert joiner.ends_soon_ms == ends_ms, "the disk did not take the new key"
        await joiner.join(OFFER)
        assert joiner.ends_soon_ms is None, "now it did"


def test_a_revocation_waits_for_a_store_that_cannot_be_written() -> None:
    store_is_busy, revoked = True, list[str]()

    def revoke(site: str) -> None:
        if store_is_busy:
            raise sqlite3.OperationalError("database is locked")
        revoked.append(site)

    revocations = Revocations(revoke)
    revocations.revoke("s001")
    assert (revocations.waiting, revoked) == ({"s001"}, [])
    store_is_busy = False
    revocations.try_again()
    assert (revocations.waiting, revoked) == (set(), ["s001"])
