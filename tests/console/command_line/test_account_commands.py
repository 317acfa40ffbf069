"""`accounts` as somebody types it: made, logged in, guarded by role; passwords are piped in, never on the line."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import argon2
import pytest

from console.command_line import run
from console.command_line.accounts.login_file import keep_ticket, kept_ticket
from console.command_line.cameras.requests import CamerasRequest
from console.command_line.exits import Exit
from console.command_line.requests import Request
from console.command_line.rights import REQUEST_RIGHTS, RequestRight
from console.commands import MuteAll
from console.data_folder import DataFolder
from console.log_book import passwords
from console.log_book.office_store import OfficeStore
from console.words import Role
from hardware.processes.bridge.console_accounts import ConsoleAccounts
from tests.console.command_line.typed import CommandLine, Typed
from tests.hardware.link.small_bridge import SmallBridge

PASSWORD = "ba con đò ngang"


class Office:
    """A command line that pipes passwords in."""

    def __init__(self, typed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        self._typed, self._monkeypatch = typed, monkeypatch
        self.data = DataFolder(typed.data)

    def __call__(self, *words: str, piped: str = f"{PASSWORD}\n") -> Typed:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(piped))
        return self._typed(*words)

    def with_everybody(self) -> "Office":
        for account, role in (("chi", "delegated"), ("dung", "viewer"), ("binh", "operator"), ("an", "administrator")):
            assert self("accounts", "add", account, f"Họ Tên {account}", "--role", role, "--person", "Cài").code == 0
            if role == "administrator":
                assert self("accounts", "login", account).code == 0
        return self

    def log_in(self, account: str) -> None:
        assert self("accounts", "login", account).code == 0


@pytest.fixture
def office(typed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(passwords, "_hasher", argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.delenv("DIEM_CAU_TICKET", raising=False)
    passwords.nobodys_hash.cache_clear()
    yield Office(typed, monkeypatch)
    passwords.nobodys_hash.cache_clear()


def every_request(base: type[Request] = Request) -> Iterator[type[Request]]:
    for form in base.__subclasses__():
        yield form
        yield from every_request(form)


def test_every_request_has_one_row_and_no_row_is_left_over() -> None:
    assert issubclass(CamerasRequest, Request)
    for _, load in run._rooms():
        load()
    forms = {form.__name__ for form in every_request() if form.__module__.startswith("console.")}
    bases = {form.__name__ for form in every_request() if form.__subclasses__()}
    assert forms - bases == set(REQUEST_RIGHTS)
    assert len([form for form in every_request() if not form.__subclasses__()]) == len(forms - bases), "one of a name"


def test_without_an_administrator_everything_is_as_it_was(office: Office) -> None:
    assert office("sites", "add", "4", "Thành Nhất", "--person", "Hoa").code == 0
    assert "no accounts" in office("accounts", "list").out
    added = office("accounts", "add", "binh", "Trần Bình", "--role", "operator")
    assert (added.code, "until there is an account with the role administrator" in added.out) == (0, True)
    assert office("sites", "add", "5", "Ea Nuôl", "--person", "Hoa").code == 0
    assert office("accounts", "login", "binh").code == Exit.BAD_INPUT


def test_from_the_first_administrator_on_changes_ask_for_a_login(office: Office) -> None:
    added = office("accounts", "add", "an", "Nguyễn Văn An", "--role", "administrator")
    assert "From now on operating asks for a login" in added.out
    refused = office("sites", "add", "4", "Thành Nhất", "--person", "Hoa")
    assert (refused.code, "accounts login" in refused.err) == (Exit.BAD_INPUT, True)
    assert office("sites", "list").code == 0, "what only reads is free"
    office.log_in("an")
    assert office("sites", "add", "4", "Thành Nhất", "--person", "Hoa").code == 0
    with OfficeStore(office.data.office_file) as store:
        (row,) = store.register._database.query("SELECT person FROM register WHERE kind = 'site'")
    assert row["person"] == "Nguyễn Văn An", "the account's name, whatever --person says"


@pytest.mark.parametrize(
    ("account", "right"),
    [
        ("an", {RequestRight.OFFICE, RequestRight.ADMINISTRATOR}),
        ("binh", {RequestRight.OFFICE}),
        ("chi", set()),
        ("dung", set()),
    ],
)
def test_roles_hold_for_what_is_typed(office: Office, account: str, right: set[RequestRight]) -> None:
    office.with_everybody().log_in(account)
    administrators = office("accounts", "enable", "binh")
    assert (administrators.code == 0) is (RequestRight.ADMINISTRATOR in right)
    offices = office("credentials", "revoke", "4")
    assert ("is for: operator" not in offices.err) is (RequestRight.OFFICE in right)
    assert office("accounts", "list").code == 0


def test_the_login_is_kept_for_the_owner_alone_and_ends(office: Office) -> None:
    office.with_everybody()
    assert office.data.login_file.stat().st_mode & 0o777 == 0o600
    assert office("accounts", "disable", "dung").code == 0
    ticket = kept_ticket(office.data)
    assert office("accounts", "logout").code == 0
    assert not office.data.login_file.exists()
    keep_ticket(office.data, ticket)
    assert office("accounts", "disable", "dung").code == Exit.BAD_INPUT, "a ticket that was logged out is worth nothing"
    office.data.login_file.write_bytes(b"\xff nonsense")
    assert office("accounts", "disable", "dung").code == Exit.BAD_INPUT


def test_passwords_are_changed_by_their_person_or_by_an_administrator(office: Office) -> None:
    office.with_everybody()
    assert office("accounts", "password", "binh", piped="một mật khẩu mới\n").code == 0
    office("accounts", "logout")
    wrong = office("accounts", "password", "binh", piped=f"{PASSWORD}\nkhông được đâu nhé\n")
    assert (wrong.code, "is wrong" in wrong.err) == (Exit.BAD_INPUT, True)
    own = office("accounts", "password", "binh", piped="một mật khẩu mới\ntự mình chọn lấy\n")
    assert own.code == 0
    listed = [json.loads(line) for line in office("accounts", "list", "--json").out.splitlines()]
    assert {row["account"]: row["personal"] for row in listed} == {
        "an": False,
        "binh": True,
        "chi": False,
        "dung": False,
    }
    assert not any("hash" in field for row in listed for field in row)


def test_a_delegation_is_given_with_scope_end_and_basis_and_taken_away(office: Office) -> None:
    office("sites", "add", "4", "Thành Nhất")
    office.with_everybody()
    given = office(
        "accounts",
        "delegate",
        "chi",
        "--rights",
        "silence",
        "floor",
        "--sites",
        "4",
        "--hours",
        "3",
        "--basis",
        "12/QĐ",
    )
    assert (given.code, "silence, floor, 4 Thành Nhất" in given.out) == (0, True)
    assert "4 Thành Nhất" in office("accounts", "list").out
    for words in (
        ("binh", "--rights", "silence"),
        ("chi", "--rights", "silence", "--sites", "77"),
        ("none", "--rights", "floor"),
    ):
        assert office("accounts", "delegate", *words, "--hours", "1").code == Exit.BAD_INPUT
    assert office("accounts", "end-delegation", "chi").code == 0
    assert "4 Thành Nhất" not in office("accounts", "list").out


def test_a_delegation_runs_from_one_typed_moment_to_another(office: Office) -> None:
    office.with_everybody()
    give = ("accounts", "delegate", "chi", "--rights", "floor")
    assert office(*give, "--from", "2039-11-25 08:00", "--until", "2039-11-25 17:30").code == 0
    chi = next(json.loads(line) for line in office("accounts", "list", "--json").out.splitlines() if "chi" in line)
    assert chi["delegation"]["until_ms"] - chi["delegation"]["from_ms"] == 9.5 * 3_600_000
    for past in (("--until", "2020-01-01 08:00"), ("--from", "2039-11-25 08:00", "--until", "2039-11-25 07:59")):
        assert office(*give, *past).code == Exit.BAD_INPUT
    both = ("--hours", "1", "--until", "2039-11-25 08:00")
    for untyped in (("--until", "2039-11-25"), ("--until", "0000-12-31 25:00"), both, ()):
        with pytest.raises(SystemExit, match="2"):
            office(*give, *untyped)


def test_control_is_delegated_in_dong_nai_only_when_five_conditions_were_confirmed(office: Office) -> None:
    office.with_everybody()
    assert office("profile", "use", "vn-dong-nai").code == 0
    give = ("accounts", "delegate", "chi", "--rights", "floor", "--hours", "2")
    refused = office(*give)
    assert (refused.code, refused.out.count("(Đ6 k")) == (Exit.BAD_INPUT, 5)
    assert "conditions for control were not confirmed" in refused.err
    with OfficeStore(office.data.office_file) as store:
        assert store.accounts.known("chi").delegation is None
    assert office(*give, "--conditions-met").code == 0
    with OfficeStore(office.data.office_file) as store:
        given = store.accounts.known("chi").delegation
    assert given is not None
    assert len(given.conditions) == 5
    assert "floor; Đ6 k1, Đ6 k2, Đ6 k3, Đ6 k4, Đ6 k5" in office("accounts", "log").out


def test_whose_staff_an_operator_is_stands_in_the_account(office: Office) -> None:
    office.with_everybody()
    added = office("accounts", "add", "hai", "Vũ Hải", "--role", "operator", "--employment", "provider_staff")
    assert added.code == 0
    assert office("accounts", "employment", "binh", "civil_servant").code == 0
    listed = {row["account"]: row for row in map(json.loads, office("accounts", "list", "--json").out.splitlines())}
    assert [listed[name]["employment"] for name in ("hai", "binh", "an")] == ["provider_staff", "civil_servant", None]
    assert "provider's staff" in office("accounts", "list").out
    assert "said whose staff is binh civil_servant" in office("accounts", "log").out
    with pytest.raises(SystemExit, match="2"):
        office("accounts", "employment", "binh", "friend")


def test_what_was_done_is_listed_failed_logins_too(office: Office, tmp_path: Path) -> None:
    office.with_everybody()
    assert office("accounts", "login", "binh", piped="đoán mò thôi mà\n").code == Exit.BAD_INPUT
    told = office("accounts", "log").out
    assert "FAILED LOGIN: binh command_line" in told
    assert "Họ Tên an logged in: an" in told
    csv = tmp_path / "log.csv"
    assert office("accounts", "log", "--csv", str(csv)).code == 0
    assert csv.read_bytes().startswith("\ufefftime;person;act;account;detail\r\n".encode())
    assert PASSWORD not in csv.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Có Dấu", "Tên", "--role", "viewer"),
        ("add", "an", "Trùng", "--role", "viewer"),
        ("disable", "an"),
        ("disable", "nobody"),
        ("role", "an", "operator"),
        ("password", "nobody"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(office: Office, words: tuple[str, ...]) -> None:
    refused = office.with_everybody()("accounts", *words)
    assert refused.code == Exit.BAD_INPUT
    assert len(refused.err.strip().splitlines()) == 1


@pytest.mark.parametrize("piped", ["", "ngắn\n", "x" * 201 + "\n", "tài khoản thanhan\n"])
def test_a_password_that_is_none_makes_no_account(office: Office, piped: str) -> None:
    assert office("accounts", "add", "thanhan", "An", "--role", "administrator", piped=piped).code == Exit.BAD_INPUT
    assert "no accounts" in office("accounts", "list").out


async def test_orders_to_the_bridge_go_under_the_kept_login_or_are_the_locked_consoles(office: Office) -> None:
    office.with_everybody()
    with OfficeStore(office.data.office_file) as store:
        bridge = SmallBridge(office.data.root)
        bridge.accounts = ConsoleAccounts(store, 0, lambda: None)
        async with bridge.serving():
            await office._typed.beside("do", "mute-all", "--person", "ai đó")
            office.data.login_file.unlink()
            await office._typed.beside("do", "mute-all", "--person", "ai đó")
            shown = await office._typed.beside("show")
    assert [(request.actor.person, request.actor.role) for request in bridge.requests] == [
        ("Họ Tên an", Role.ADMINISTRATOR),
        ("", Role.LOCKED_CONSOLE),
    ]
    assert bridge.requests[0].command == MuteAll()
    assert shown.code == 0, "to see nobody has to log in"
