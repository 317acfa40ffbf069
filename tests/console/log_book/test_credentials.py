"""Invitations and credentials: once, in time, revocable, and nothing secret on the disk."""

import hashlib
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.log_book.database import Synchronous, open_store
from console.log_book.office_store import MIGRATIONS, OfficeStore
from console.ports_identity import (
    BROWSER_SECONDS,
    DEVICE_SECONDS,
    KEY_SECONDS,
    REPLACED_SECONDS,
    CodeFault,
    CodeRefused,
    CredentialBook,
    CredentialKind,
)
from console.sites.credential_row import DAY_MS, CredentialStanding

ADDRESSES = ("https://10.0.0.1:8443",)
PRINT = "ab" * 32
GOOD, ENDS_SOON, EXPIRED, REVOKED = CredentialStanding


class Clock:
    def __init__(self) -> None:
        self.ms = 1_795_000_000_000

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[OfficeStore]:
    with OfficeStore(tmp_path / "office.sqlite3", wall_ms=clock) as store:
        yield store


@pytest.fixture
def book(office: OfficeStore) -> CredentialBook:
    return office.credentials


def fault_of(book: CredentialBook, code: str) -> tuple[CodeFault, str | None]:
    with pytest.raises(CodeRefused) as refused:
        book.redeem(code)
    return refused.value.fault, refused.value.site


def test_a_code_becomes_a_credential_of_its_site_once(book: CredentialBook) -> None:
    code = book.issue_invitation("s014", ADDRESSES, PRINT, 60)
    admitted = book.check(book.redeem(code))
    assert admitted is not None
    assert (admitted.site, admitted.kind) == ("s014", CredentialKind.BROWSER)
    assert fault_of(book, code) == (CodeFault.USED, "s014")


def test_a_code_is_long_and_can_be_read_aloud(book: CredentialBook) -> None:
    codes = {book.issue_invitation("s001", ADDRESSES, PRINT, 60) for _ in range(50)}
    assert len(codes) == 50
    # 20 signs of 5 bits.
    assert all(re.fullmatch(r"([A-Z2-7]{4}-){4}[A-Z2-7]{4}", code) for code in codes)


def test_a_code_is_taken_as_people_type_it(book: CredentialBook) -> None:
    code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    typed = code.lower().replace("-", " ").replace("o", "0").replace("i", "1").replace("b", "8")
    assert book.check(book.redeem(f"  {typed} ")) is not None


def test_a_code_expires(book: CredentialBook, clock: Clock) -> None:
    code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    clock.ms += 59_999
    other = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    clock.ms += 1
    assert fault_of(book, code) == (CodeFault.EXPIRED, "s001")
    assert book.redeem(other)


@pytest.mark.parametrize(
    "code", ["", "-", "AAAA-AAAA-AAAA-AAAA-AAAA", "x" * 10_000, "Điểm cầu", "\ud800", "'; DROP TABLE"]
)
def test_a_wrong_code_is_unknown(book: CredentialBook, code: str) -> None:
    assert fault_of(book, code) == (CodeFault.UNKNOWN, None)


def test_a_refused_code_does_not_spoil_the_store(book: CredentialBook) -> None:
    fault_of(book, "nothing")
    assert book.redeem(book.issue_invitation("s001", ADDRESSES, PRINT, 60))


def test_a_device_secret_can_be_used_again_until_it_is_revoked(book: CredentialBook) -> None:
    secret = book.issue_device_secret("s002")
    for _ in range(3):
        admitted = book.check(secret)
        assert admitted is not None
        assert (admitted.site, admitted.kind) == ("s002", CredentialKind.DEVICE)
    assert len(secret) >= 43
    assert book.revoke(site="s002") == 1
    assert book.check(secret) is None


@pytest.mark.parametrize("bearer", ["", "x", "x" * 100_000, "\ud800"])
def test_an_unknown_secret_is_nobodys(book: CredentialBook, bearer: str) -> None:
    assert book.check(bearer) is None


def test_revoking_a_site_ends_its_secrets_and_open_codes_and_no_others(book: CredentialBook) -> None:
    open_code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    own = [book.issue_device_secret("s001"), book.redeem(book.issue_invitation("s001", ADDRESSES, PRINT, 60))]
    other = book.issue_device_secret("s002")
    assert book.revoke(site="s001") == 2
    assert [book.check(secret) for secret in own] == [None, None]
    assert book.check(other) is not None
    assert fault_of(book, open_code) == (CodeFault.REVOKED, "s001")
    assert book.revoke(site="s001") == 0


def test_revoking_one_credential_leaves_the_sites_others(book: CredentialBook) -> None:
    first, second = book.issue_device_secret("s001"), book.issue_device_secret("s001")
    admitted = book.check(first)
    assert admitted is not None
    assert book.revoke(credential=admitted.credential) == 1
    assert (book.check(first), book.check(second) is not None) == (None, True)


def test_a_code_redeemed_at_the_same_moment_by_two_works_for_one(tmp_path: Path, office: OfficeStore) -> None:
    code = office.credentials.issue_invitation("s001", ADDRESSES, PRINT, 60)
    start, outcomes = threading.Barrier(4), list[str]()

    def redeem() -> None:
        with OfficeStore(office.path, wall_ms=lambda: 1_795_000_000_000) as own:
            start.wait()
            try:
                outcomes.append(own.credentials.redeem(code))
            except CodeRefused as error:
                outcomes.append(error.fault)

    threads = [threading.Thread(target=redeem) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome == CodeFault.USED for outcome in outcomes) == [False, True, True, True]


def test_no_secret_stands_on_the_disk(tmp_path: Path, office: OfficeStore) -> None:
    book = office.credentials
    code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    secrets = [code, code.replace("-", ""), book.issue_device_secret("s001"), book.redeem(code)]
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert PRINT.encode() in files  # what is not secret is found, so the search works
    assert not any(secret.encode() in files for secret in secrets)


def test_the_store_is_the_owners_alone(office: OfficeStore) -> None:
    assert office.path.stat().st_mode & 0o077 == 0
    assert sqlite3.connect(office.path).execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


KEY, NEXT_KEY = "k" * 43, "n" * 43


def test_a_code_takes_a_public_key_once_and_answers_the_same_key_again(book: CredentialBook, clock: Clock) -> None:
    code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    made = book.redeem_for_key(code, KEY)
    assert (made.site, made.kind) == ("s001", CredentialKind.PROGRAM)
    assert made.expires_ms == clock.ms + KEY_SECONDS * 1000
    assert book.check_key(KEY) == made
    assert book.redeem_for_key(code, KEY) == made, "its answer may have been lost"
    with pytest.raises(CodeRefused) as refused:
        book.redeem_for_key(code, NEXT_KEY)
    assert refused.value.fault is CodeFault.USED


def test_a_public_key_is_no_secret_and_a_secret_no_key(book: CredentialBook) -> None:
    book.redeem_for_key(book.issue_invitation("s001", ADDRESSES, PRINT, 60), KEY)
    secret = book.issue_device_secret("s001")
    assert book.check(KEY) is None
    assert book.check(f"key {KEY}") is None
    assert book.check_key(secret) is None


def test_a_key_that_was_revoked_is_never_taken_again(book: CredentialBook) -> None:
    code = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    book.redeem_for_key(code, KEY)
    book.revoke(site="s001")
    assert book.check_key(KEY) is None
    assert not book.has_expired(KEY)
    fresh = book.issue_invitation("s001", ADDRESSES, PRINT, 60)
    for tried in (code, fresh):
        with pytest.raises(CodeRefused):
            book.redeem_for_key(tried, KEY)
    assert book.redeem_for_key(fresh, NEXT_KEY), "a refused key does not spend the code"


def test_a_credential_is_replaced_by_a_key_and_ends_when_that_is_used(book: CredentialBook) -> None:
    secret = book.redeem(book.issue_invitation("s001", ADDRESSES, PRINT, 60))
    admitted = book.check(secret)
    assert admitted is not None
    renewed = book.replace_by_key(admitted.credential, KEY)
    assert renewed.site == "s001"
    assert book.check(secret) is not None, "the answer may be lost on the way"
    assert book.check_key(KEY) == renewed
    assert book.check(secret) is None
    with pytest.raises(CodeRefused):
        book.replace_by_key(admitted.credential, NEXT_KEY)


def test_a_replaced_credential_ends_at_last_by_itself(book: CredentialBook, clock: Clock) -> None:
    book.redeem_for_key(book.issue_invitation("s001", ADDRESSES, PRINT, 60), KEY)
    admitted = book.check_key(KEY)
    assert admitted is not None
    book.replace_by_key(admitted.credential, NEXT_KEY)
    clock.ms += REPLACED_SECONDS * 1000
    assert book.check_key(KEY) is None
    assert book.check_key(NEXT_KEY) is not None


def test_every_kind_of_credential_has_its_end(book: CredentialBook, clock: Clock) -> None:
    browser = book.redeem(book.issue_invitation("s001", ADDRESSES, PRINT, 60))
    device, short = book.issue_device_secret("s001"), book.issue_device_secret("s001", 3600)
    book.redeem_for_key(book.issue_invitation("s001", ADDRESSES, PRINT, 60), KEY)
    ends = {short: 3600, browser: BROWSER_SECONDS, device: DEVICE_SECONDS, KEY: KEY_SECONDS}
    for shown, seconds in ends.items():
        clock.ms = Clock().ms + seconds * 1000 - 1
        assert book.check_key(shown) or book.check(shown)
        assert not book.has_expired(shown)
        clock.ms += 1
        assert book.check_key(shown) is None
        assert book.check(shown) is None
        assert book.has_expired(shown)


def test_a_store_of_the_version_before_keeps_its_credentials(tmp_path: Path) -> None:
    path = tmp_path / "office.sqlite3"
    old = open_store(path, MIGRATIONS[:2], Synchronous.FULL)
    old.conn.execute(
        "INSERT INTO credentials (credential, site, kind, secret_hash, made_ms)"
        " VALUES ('p-1', 's001', 'program', ?, 0)",
        (hashlib.sha256(b"an old secret").hexdigest(),),
    )
    old.close()
    with OfficeStore(path) as store:
        admitted = store.credentials.check("an old secret")
        assert admitted is not None
        assert (admitted.kind, admitted.expires_ms) == (CredentialKind.PROGRAM, None)
        assert not store.credentials.has_expired("an old secret")
        store.credentials.replace_by_key(admitted.credential, KEY)
        assert store.credentials.check_key(KEY) is not None
        assert store.credentials.check("an old secret") is None


def test_the_list_says_what_each_is_worth_and_when_it_was_used(office: OfficeStore, clock: Clock) -> None:
    book = office.credentials
    made_ms = clock.ms
    secret = book.issue_device_secret("s002")
    book.redeem_for_key(book.issue_invitation("s001", ADDRESSES, PRINT, 60), KEY)
    clock.ms += 20 * DAY_MS
    used_ms = clock.ms
    assert book.check(secret) is not None
    assert book.check("wrong") is None
    assert [row.used_ms for row in book.all()] == [None, None], "not written yet"
    book.keep_uses()
    key, device = book.all()
    assert (key.site, key.kind, key.made_ms, key.used_ms) == ("s001", CredentialKind.PROGRAM, made_ms, None)
    assert (device.site, device.used_ms) == ("s002", used_ms)
    assert (key.standing(clock.ms), device.standing(clock.ms)) == (GOOD, ENDS_SOON)
    assert [row.ends_within(14, clock.ms) for row in (key, device)] == [False, True]
    assert device.standing(clock.ms + 10 * DAY_MS) is EXPIRED
    book.revoke(site="s002")
    assert book.all()[1].standing(clock.ms) is REVOKED
    assert secret not in str(book.all())
