"""Operators' accounts: made, logged in as, slowed, disabled, delegated, and told to the register's chain."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import argon2
import pytest

from console.accounts.account import (
    LONGEST_PASSWORD,
    AccountFault,
    AccountRefused,
    AccountRole,
    Delegation,
    Failed,
    LoginFault,
    account_name,
    actor_of,
    full_name,
    locked_actor,
    new_password,
)
from console.accounts.slowing import FREE_FAILURES, LONGEST_WAIT_MS, wait_ms
from console.log_book import passwords
from console.log_book.logins import LoggedIn, Logins
from console.log_book.office_store import OfficeStore
from console.office.account_acts import AccountAct, AccountDeed
from console.words import DelegatedRight, Origin, Role

PASSWORD = "bốn trăm cột điện"
HOUR_MS = 3_600_000


class Office:
    """An office store with a clock that the test moves."""

    def __init__(self, folder: Path) -> None:
        self.now_ms = 1_700_000_000_000
        self.store = OfficeStore(folder / "office.sqlite3", wall_ms=lambda: self.now_ms)
        self.logins, self.accounts = Logins(self.store), self.store.accounts

    def with_administrator(self) -> "Office":
        self.logins.add("an", "Nguyễn Văn An", AccountRole.ADMINISTRATOR, PASSWORD, "cài đặt")
        return self

    def log_in(self, account: str = "an", password: str = PASSWORD) -> LoggedIn | Failed:
        return self.logins.log_in(account, password, "window")

    def deeds(self) -> list[tuple[AccountDeed, str, str]]:
        told = self.store.register.all_versions(AccountAct)
        return [(each.content.deed, each.content.account, each.person) for each in told if each.content is not None]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    # The same algorithm with the least work: a file of tests compares some hundred passwords.
    monkeypatch.setattr(passwords, "_hasher", argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords.nobodys_hash.cache_clear()
    opened = Office(tmp_path)
    yield opened
    opened.store.close()
    passwords.nobodys_hash.cache_clear()


def test_hashes_are_argon2id_as_rfc_9106_recommends_and_salted(tmp_path: Path) -> None:
    first, second = passwords.hash_password(PASSWORD), passwords.hash_password(PASSWORD)
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert passwords.is_password(first, PASSWORD)
    assert not passwords.is_password(first, PASSWORD + " ")
    assert not passwords.is_password("not a hash", PASSWORD)
    assert not passwords.is_outdated(first)


def test_nobody_has_to_log_in_until_an_administrator_can(office: Office) -> None:
    assert not office.accounts.in_force()
    assert office.log_in() == Failed(LoginFault.NOT_IN_FORCE)
    office.logins.add("binh", "Trần Bình", AccountRole.OPERATOR, PASSWORD, "cài đặt")
    assert not office.accounts.in_force()
    assert office.with_administrator().accounts.in_force()
    done = office.log_in()
    assert isinstance(done, LoggedIn)
    assert done.account.name == "Nguyễn Văn An"
    assert office.accounts.known("an").used_ms == office.now_ms


def test_the_store_holds_no_password_and_no_ticket_and_the_file_is_its_owners(office: Office, tmp_path: Path) -> None:
    done = office.with_administrator().log_in()
    assert isinstance(done, LoggedIn)
    office.store.close()
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert PASSWORD.encode() not in everything
    assert done.ticket.encode() not in everything
    assert (tmp_path / "office.sqlite3").stat().st_mode & 0o777 == 0o600


def test_an_unknown_name_is_told_what_a_wrong_password_is_told_and_is_not_kept(office: Office, tmp_path: Path) -> None:
    office.with_administrator()
    assert office.log_in("an", "wrong password") == office.log_in("my secret word") == Failed(LoginFault.WRONG)
    assert office.deeds()[-2:] == [(AccountDeed.LOGIN_FAILED, "an", ""), (AccountDeed.LOGIN_FAILED, "", "")]
    office.store.close()
    assert b"my secret word" not in (tmp_path / "office.sqlite3").read_bytes()


def test_an_unknown_name_costs_a_comparison_too(office: Office) -> None:
    attempt = office.with_administrator().logins.begin("nobody", PASSWORD)
    assert not isinstance(attempt, Failed)
    assert not attempt.password_hash
    assert not attempt._replace(password="nobody's").compare(), "the stand-in's own password lets nobody in"


def test_failed_logins_wait_longer_and_longer_and_the_right_one_ends_that(office: Office) -> None:
    office.with_administrator()
    for _ in range(FREE_FAILURES - 1):
        assert office.log_in(password="x") == Failed(LoginFault.WRONG)
    waits = []
    for _ in range(9):
        refused = office.log_in(password="x")
        assert isinstance(refused, Failed)
        waits.append(refused.wait_seconds)
        assert office.log_in() == Failed(LoginFault.WAIT, refused.wait_seconds), "the right one waits too"
        office.now_ms += refused.wait_seconds * 1000
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    told = sum(deed is AccountDeed.LOGIN_FAILED for deed, _, _ in office.deeds())
    assert told == FREE_FAILURES - 1 + 9, "what waits is refused and not told again"
    assert isinstance(office.log_in(), LoggedIn)
    assert office.log_in(password="x") == Failed(LoginFault.WRONG)


def test_one_accounts_failures_hold_nobody_else_up_and_are_forgotten_after_a_day(office: Office) -> None:
    office.with_administrator().logins.add("binh", "Trần Bình", AccountRole.OPERATOR, PASSWORD, "An")
    for _ in range(5):
        office.log_in("binh", "x")
        office.log_in("nobody", "x")
    assert isinstance(office.log_in(), LoggedIn)
    office.now_ms += 24 * HOUR_MS
    assert office.log_in("binh", "x") == Failed(LoginFault.WRONG)


@pytest.mark.parametrize("back_ms", [0, HOUR_MS, 10 * 365 * 24 * HOUR_MS])
def test_a_clock_that_goes_back_makes_no_wait_longer(back_ms: int) -> None:
    assert wait_ms(100, 10**12, 10**12 - back_ms) == LONGEST_WAIT_MS
    assert wait_ms(FREE_FAILURES - 1, 10**12, 10**12 - back_ms) == 0


def test_a_disabled_account_logs_in_no_more_and_its_tickets_end(office: Office) -> None:
    office.with_administrator().logins.add("binh", "Trần Bình", AccountRole.OPERATOR, PASSWORD, "An")
    done = office.log_in("binh")
    assert isinstance(done, LoggedIn)
    assert office.accounts.by_ticket(done.ticket) == (office.accounts.known("binh"), False)
    office.logins.disable("binh", "An")
    assert office.accounts.by_ticket(done.ticket) is None
    assert office.log_in("binh") == Failed(LoginFault.DISABLED)
    assert office.log_in("binh", "x") == Failed(LoginFault.WRONG), "only the right password is told that"
    office.logins.enable("binh", "An")
    assert office.accounts.by_ticket(done.ticket) is None
    assert isinstance(office.log_in("binh"), LoggedIn)


@pytest.mark.parametrize("undo", ["disable", "demote"])
def test_the_last_administrator_stays_one(office: Office, undo: str) -> None:
    logins = office.with_administrator().logins
    acts = {
        "disable": lambda: logins.disable("an", "An"),
        "demote": lambda: logins.set_role("an", AccountRole.VIEWER, "An"),
    }
    with pytest.raises(AccountRefused) as refused:
        acts[undo]()
    assert refused.value.fault is AccountFault.LAST_ADMINISTRATOR
    assert office.accounts.in_force()
    assert isinstance(office.log_in(), LoggedIn)


def test_a_new_password_ends_what_was_logged_in_with_the_old_one(office: Office) -> None:
    done = office.with_administrator().log_in()
    assert isinstance(done, LoggedIn)
    assert not done.account.personal, "who made the account still knows its password"
    office.logins.set_password("an", "một mật khẩu khác", "An", personal=True)
    assert office.accounts.by_ticket(done.ticket) is None
    assert office.log_in() == Failed(LoginFault.WRONG)
    assert isinstance(office.log_in(password="một mật khẩu khác"), LoggedIn)
    assert office.accounts.known("an").personal


def test_a_password_is_one_however_the_keyboard_composes_it(office: Office) -> None:
    office.with_administrator()
    decomposed = "bo\u0302\u0301n tra\u0306m co\u0323\u0302t d\u0111ie\u0323\u0302n".replace("d\u0111", "\u0111")
    assert decomposed != PASSWORD
    assert isinstance(office.log_in(password=decomposed), LoggedIn)


def test_a_ticket_ends_can_be_locked_and_never_widens(office: Office) -> None:
    done = office.with_administrator().log_in()
    assert isinstance(done, LoggedIn)
    office.accounts.lock_ticket(done.ticket)
    assert office.accounts.by_ticket(done.ticket) == (office.accounts.known("an"), True)
    office.now_ms += 10 * HOUR_MS
    assert office.accounts.by_ticket(done.ticket) is None
    for nonsense in ("", "x" * 5000, "ế", done.ticket[:-1]):
        assert office.accounts.by_ticket(nonsense) is None


def test_tickets_of_an_account_are_bounded(office: Office) -> None:
    office.with_administrator()
    tickets = [office.accounts.make_ticket("an") for _ in range(20)]
    assert [office.accounts.by_ticket(ticket) is not None for ticket in tickets] == [False] * 4 + [True] * 16


def test_a_delegation_holds_from_its_beginning_to_its_end(office: Office) -> None:
    office.with_administrator().logins.add("chi", "Lê Chi", AccountRole.DELEGATED, PASSWORD, "An")
    start = office.now_ms
    given = Delegation(
        rights=(DelegatedRight.SILENCE,), sites=("s001",), from_ms=start, until_ms=start + HOUR_MS, basis="12/QĐ"
    )
    assert actor_of(office.accounts.known("chi"), Origin.WINDOW, start).role is Role.VIEWER
    office.logins.delegate("chi", given, "An")
    chi = office.accounts.known("chi")
    actor = actor_of(chi, Origin.WINDOW, start)
    assert (actor.role, actor.person, actor.account) == (Role.DELEGATED_OPERATOR, "Lê Chi", "chi")
    assert actor.scope is not None
    assert (actor.scope.rights, actor.scope.sites) == (given.rights, given.sites)
    for moment in (start - 1, start + HOUR_MS):
        assert actor_of(chi, Origin.WINDOW, moment).role is Role.VIEWER
    office.logins.end_delegation("chi", "An")
    assert actor_of(office.accounts.known("chi"), Origin.WINDOW, start).role is Role.VIEWER
    assert [deed for deed, _, _ in office.deeds()][-2:] == [AccountDeed.DELEGATED, AccountDeed.DELEGATION_ENDED]


def test_a_delegation_without_scope_end_or_role_is_refused(office: Office) -> None:
    office.with_administrator().logins.add("chi", "Lê Chi", AccountRole.DELEGATED, PASSWORD, "An")
    now = office.now_ms
    silence = (DelegatedRight.SILENCE,)
    for account, rights, until_ms, fault in (
        ("chi", (), now + 1, AccountFault.SCOPE_EMPTY),
        ("chi", silence, now, AccountFault.END_PAST),
        ("an", silence, now + 1, AccountFault.NOT_DELEGATED_ROLE),
        ("nobody", silence, now + 1, AccountFault.UNKNOWN),
    ):
        with pytest.raises(AccountRefused) as refused:
            office.logins.delegate(account, Delegation(rights=rights, from_ms=now, until_ms=until_ms), "An")
        assert refused.value.fault is fault


def test_another_role_ends_a_delegation(office: Office) -> None:
    office.with_administrator().logins.add("chi", "Lê Chi", AccountRole.DELEGATED, PASSWORD, "An")
    given = Delegation(rights=(DelegatedRight.SILENCE,), from_ms=office.now_ms, until_ms=office.now_ms + HOUR_MS)
    office.logins.delegate("chi", given, "An")
    office.logins.set_role("chi", AccountRole.VIEWER, "An")
    office.logins.set_role("chi", AccountRole.DELEGATED, "An")
    assert office.accounts.known("chi").delegation is None


def test_a_locked_console_keeps_its_name_and_a_viewers_gains_nothing(office: Office) -> None:
    office.with_administrator().logins.add("dung", "Phạm Dung", AccountRole.VIEWER, PASSWORD, "An")
    locked = locked_actor(office.accounts.known("an"), Origin.WINDOW)
    assert (locked.role, locked.person, locked.account) == (Role.LOCKED_CONSOLE, "Nguyễn Văn An", "an")
    assert locked_actor(None, Origin.WINDOW).role is Role.LOCKED_CONSOLE
    assert locked_actor(office.accounts.known("dung"), Origin.WINDOW).role is Role.VIEWER


@pytest.mark.parametrize("typed", ["", "a", "x" * 33, "an bình", "-an", "ăn", "an\n", "an'--"])
def test_names_of_accounts_that_are_none_are_refused(typed: str) -> None:
    if typed == "an\n":
        assert account_name(typed) == "an"
        return
    with pytest.raises(AccountRefused):
        account_name(typed)


def test_passwords_and_names_that_are_none_are_refused(office: Office) -> None:
    for typed, fault in (
        ("ngắn", AccountFault.PASSWORD_SHORT),
        ("x" * (LONGEST_PASSWORD + 1), AccountFault.PASSWORD_LONG),
        ("xx-ThanhAn-123", AccountFault.PASSWORD_IS_NAME),
    ):
        with pytest.raises(AccountRefused) as refused:
            new_password(typed, "thanhan")
        assert refused.value.fault is fault
    for typed in ("", "  ", "x" * 81, "An\x07"):
        with pytest.raises(AccountRefused):
            full_name(typed)
    office.with_administrator()
    with pytest.raises(AccountRefused):
        office.with_administrator()  # taken
    with pytest.raises(AccountRefused):
        office.logins.set_password("nobody", PASSWORD, "An", personal=True)


def test_the_chain_of_deeds_holds_and_another_connection_sees_changes(office: Office, tmp_path: Path) -> None:
    before = office.accounts.changes()
    with OfficeStore(tmp_path / "office.sqlite3") as other:
        Logins(other).add("binh", "Trần Bình", AccountRole.OPERATOR, PASSWORD, "An")
    assert office.accounts.changes() != before
    assert office.store.register.first_wrong_line() is None
    assert office.accounts.get("binh") is not None


def test_a_store_of_the_version_before_gets_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "office.sqlite3"
    OfficeStore(path).close()
    connection = sqlite3.connect(path)
    for table in ("accounts", "account_failures", "account_tickets"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version=4")
    connection.commit()
    connection.close()
    with OfficeStore(path) as office:
        assert office.accounts.all() == ()
