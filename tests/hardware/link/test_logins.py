"""Logging in over the link: roles hold at the gate, locking and handing over, and who stands in every request."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import argon2
import pytest

from console.accounts.account import AccountRole, Delegation, Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.commands import MuteAll, SafeStop
from console.log_book import passwords
from console.log_book.logins import Logins
from console.log_book.office_store import OfficeStore
from console.office.account_acts import AccountAct, AccountDeed
from console.words import DelegatedRight, Origin, Role
from hardware.link.link_client import BridgeClient
from hardware.link.link_codec import Accepted, Hello, LinkMalformed, LockConsole, LogIn, Refusal, encode
from hardware.link.link_rights import LINK_RIGHTS, ON_LINKS
from hardware.link.link_server import LinkServer
from hardware.processes.bridge.console_accounts import ConsoleAccounts
from tests.hardware.link.small_bridge import BareClient, SmallBridge, until, window
from tests.hardware.link.test_bad_clients import EVERY_MESSAGE

PASSWORD = "cầu phao qua sông"
HOUR_MS = 3_600_000
ACCOUNTS = {
    Role.ADMINISTRATOR: ("an", "Nguyễn Văn An", AccountRole.ADMINISTRATOR),
    Role.OPERATOR: ("binh", "Trần Bình", AccountRole.OPERATOR),
    Role.DELEGATED_OPERATOR: ("chi", "Lê Chi", AccountRole.DELEGATED),
    Role.VIEWER: ("dung", "Phạm Dung", AccountRole.VIEWER),
}


class Office:
    """The accounts of one bridge, beside another process that changes them."""

    def __init__(self, folder: Path) -> None:
        self.now_ms = 1_700_000_000_000
        self.file = folder / "office.sqlite3"
        self.store = OfficeStore(self.file, wall_ms=lambda: self.now_ms)
        self.beside = OfficeStore(self.file, wall_ms=lambda: self.now_ms)
        self.logins = Logins(self.beside)

    def with_everybody(self) -> None:
        for account, name, role in ACCOUNTS.values():
            self.logins.add(account, name, role, PASSWORD, "cài đặt")
        given = Delegation(
            rights=(DelegatedRight.SILENCE,), from_ms=self.now_ms, until_ms=self.now_ms + HOUR_MS, basis="12/QĐ"
        )
        self.logins.delegate("chi", given, "Nguyễn Văn An")

    def deeds(self) -> list[tuple[AccountDeed, str, str, str]]:
        versions = self.beside.register.all_versions(AccountAct)
        acts = [(each.content, each.person) for each in versions if each.content is not None]
        return [(act.deed, act.account, person, act.session) for act, person in acts]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(passwords, "_hasher", argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords.nobodys_hash.cache_clear()
    opened = Office(tmp_path)
    yield opened
    opened.store.close()
    opened.beside.close()
    passwords.nobodys_hash.cache_clear()


class Guarded(SmallBridge):
    """A small bridge with accounts."""

    def __init__(self, folder: Path, office: Office) -> None:
        super().__init__(folder)
        self.kept = self.accounts = ConsoleAccounts(office.store, 5, lambda: "phien-1")


@contextlib.asynccontextmanager
async def guarded(tmp_path: Path, office: Office) -> AsyncIterator[tuple[Guarded, LinkServer]]:
    office.with_everybody()
    bridge = Guarded(tmp_path, office)
    async with bridge.serving() as server:
        yield bridge, server


@contextlib.asynccontextmanager
async def console(bridge: SmallBridge, ticket: str = "") -> AsyncIterator[BridgeClient]:
    client = BridgeClient(ticket=ticket)
    await client.connect(bridge.run_file, "somebody else", Origin.WINDOW)
    try:
        yield client
    finally:
        await client.close()


async def test_without_accounts_the_name_is_asked_and_nothing_to_log_in(tmp_path: Path, office: Office) -> None:
    bridge = Guarded(tmp_path, office)
    async with bridge.serving(), console(bridge) as client:
        assert client.login.standing == ConsoleStanding()
        await client.ask(MuteAll())
        client.lock()
        await client.ask(MuteAll())
        assert await client.log_in("an", PASSWORD) == Failed(LoginFault.NOT_IN_FORCE)
    assert [request.actor.role for request in bridge.requests] == [Role.OPERATOR] * 2
    assert {(request.actor.person, request.actor.account) for request in bridge.requests} == {("somebody else", "")}
    assert office.deeds() == []


async def test_a_console_is_locked_until_somebody_logs_in_and_every_act_is_the_accounts(
    tmp_path: Path, office: Office
) -> None:
    async with guarded(tmp_path, office) as (bridge, _), console(bridge) as client:
        assert (client.login.standing.asked, client.login.standing.locked) == (True, True)
        await client.ask(SafeStop())
        assert await client.log_in("binh", "wrong") == Failed(LoginFault.WRONG)
        await client.ask(MuteAll())
        assert await client.log_in("binh", PASSWORD) is None
        assert (client.login.standing.name, client.login.standing.role) == ("Trần Bình", Role.OPERATOR)
        assert client.login.standing.idle_minutes == 5
        await client.ask(MuteAll())
    actors = [request.actor for request in bridge.requests]
    assert [actor.role for actor in actors] == [Role.LOCKED_CONSOLE, Role.LOCKED_CONSOLE, Role.OPERATOR]
    assert [(actor.person, actor.account) for actor in actors] == [("", ""), ("", ""), ("Trần Bình", "binh")]


async def test_locking_unlocking_and_handing_over_are_told_with_the_session(tmp_path: Path, office: Office) -> None:
    async with guarded(tmp_path, office) as (bridge, _), console(bridge) as client:
        before = len(office.deeds())
        await client.log_in("binh", PASSWORD)
        client.lock(idle=True)
        await client.ask(SafeStop())
        assert client.login.standing.locked
        assert client.login.standing.name == "Trần Bình", "the lock says whose console it is"
        await client.log_in("binh", PASSWORD)
        client.lock()
        client.lock()
        await client.log_in("an", PASSWORD)
        await client.ask(SafeStop())
    assert [(actor.role, actor.account) for actor in (request.actor for request in bridge.requests)] == [
        (Role.LOCKED_CONSOLE, "binh"),
        (Role.ADMINISTRATOR, "an"),
    ]
    assert office.deeds()[before:] == [
        (AccountDeed.LOGGED_IN, "binh", "Trần Bình", "phien-1"),
        (AccountDeed.LOCKED_IDLE, "binh", "Trần Bình", "phien-1"),
        (AccountDeed.UNLOCKED, "binh", "Trần Bình", "phien-1"),
        (AccountDeed.LOCKED, "binh", "Trần Bình", "phien-1"),
        (AccountDeed.HANDED_OVER, "an", "Nguyễn Văn An", "phien-1"),
    ]
    assert office.beside.register.first_wrong_line() is None


async def test_a_ticket_takes_the_login_up_again_locked_if_it_was(tmp_path: Path, office: Office) -> None:
    async with guarded(tmp_path, office) as (bridge, _):
        async with console(bridge) as client:
            await client.log_in("binh", PASSWORD)
            ticket = client.login.ticket
        async with console(bridge, ticket) as client:
            assert client.login.standing.role is Role.OPERATOR
            client.lock()
            await client.whole()
        async with console(bridge, ticket) as client:
            assert (client.login.standing.locked, client.login.standing.account) == (True, "binh")
            await client.log_in("binh", PASSWORD)
            assert client.login.ticket != ticket
        async with console(bridge, ticket) as client:
            assert client.login.standing.account == "", "a ticket that was exchanged is worth nothing"


async def test_a_lost_link_comes_back_logged_in_by_itself(tmp_path: Path, office: Office) -> None:
    office.with_everybody()
    bridge = Guarded(tmp_path, office)
    async with contextlib.AsyncExitStack() as stack:
        async with bridge.serving():
            client, seen = await stack.enter_async_context(window(bridge, reconnect=True))
            await client.log_in("binh", PASSWORD)
        await until(lambda: seen.lost)
        async with bridge.serving():
            await until(lambda: client.connected)
            await client.ask(MuteAll())
    assert bridge.requests[-1].actor.account == "binh"


async def test_what_becomes_of_an_account_holds_for_who_is_logged_in(tmp_path: Path, office: Office) -> None:
    async with guarded(tmp_path, office) as (bridge, server), console(bridge) as chi, console(bridge) as binh:
        await chi.log_in("chi", PASSWORD)
        await binh.log_in("binh", PASSWORD)
        assert chi.login.standing.rights == (DelegatedRight.SILENCE,)
        office.logins.disable("binh", "Nguyễn Văn An")
        office.now_ms += HOUR_MS
        bridge.kept.look()
        server.follow_standings()
        await until(lambda: chi.login.standing.role is Role.VIEWER)
        await until(lambda: binh.login.standing.locked)
        assert binh.login.standing.account == ""
        await binh.ask(MuteAll())
        await chi.ask(MuteAll())
    assert [request.actor.role for request in bridge.requests] == [Role.LOCKED_CONSOLE, Role.VIEWER]


async def test_the_first_administrator_locks_every_console_that_is_open(tmp_path: Path, office: Office) -> None:
    bridge = Guarded(tmp_path, office)
    async with bridge.serving() as server, console(bridge) as client:
        assert not client.login.standing.asked
        office.with_everybody()
        assert bridge.kept.look()
        server.follow_standings()
        await until(lambda: client.login.standing.locked)


async def test_a_store_that_cannot_be_read_lets_nobody_in_and_leaves_who_is_in(tmp_path: Path, office: Office) -> None:
    async with guarded(tmp_path, office) as (bridge, _), console(bridge) as client, console(bridge) as other:
        await client.log_in("binh", PASSWORD)
        office.store.close()
        assert await other.log_in("an", PASSWORD) == Failed(LoginFault.STORE)
        bridge.kept.look()
        client.lock()
        await client.ask(MuteAll())
    assert bridge.requests[0].actor.role is Role.LOCKED_CONSOLE


def test_every_role_at_the_end_of_a_link_has_an_account_or_is_the_lock() -> None:
    assert {*ACCOUNTS, Role.LOCKED_CONSOLE} == ON_LINKS


@pytest.mark.parametrize("role", sorted(ON_LINKS))
async def test_every_message_counts_for_the_roles_of_its_row_alone(tmp_path: Path, office: Office, role: Role) -> None:
    async with guarded(tmp_path, office) as (bridge, _):
        for kind, message in EVERY_MESSAGE.items():
            async with console(bridge) as client:
                if role is not Role.LOCKED_CONSOLE:
                    assert await client.log_in(ACCOUNTS[role][0], PASSWORD) is None
                asked, deeds = len(bridge.requests), len(office.deeds())
                client._send(encode(message))  # type: ignore[arg-type]
                await client.whole()
                allowed = role in LINK_RIGHTS[kind].roles
                if kind is LockConsole:
                    assert (len(office.deeds()) > deeds) is allowed
                elif len(bridge.requests) > asked:
                    assert allowed
                    assert bridge.requests[-1].actor.role is role
                assert client.connected


@pytest.mark.parametrize(
    "octets", [encode(LogIn(account="an", password="x")) * 2, encode(LogIn(account="an", password="x" * 201))]
)
async def test_two_logins_at_once_and_endless_ones_close_the_client(
    tmp_path: Path, office: Office, octets: bytes
) -> None:
    async with guarded(tmp_path, office) as (bridge, _), BareClient.connected(bridge) as client:
        client.hello(bridge)
        assert isinstance(await client.hear(), Accepted)
        client.writer.write(octets)
        assert (await client.hear_refusal()).refusal in {Refusal.TOO_MANY_COMMANDS, Refusal.MALFORMED}


def test_a_login_says_nothing_of_its_password_when_it_is_printed() -> None:
    assert PASSWORD not in repr(LogIn(account="an", password=PASSWORD))
    assert PASSWORD not in str(LinkMalformed(str(LogIn(account="an", password=PASSWORD))))
    assert "secret" not in repr(Hello(version=3, token="secret", person="x", origin=Origin.WINDOW, ticket="secret"))
