"""The login of an office window that stands alone, over a real office store."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import argon2
import pytest

from console.accounts.account import AccountRole, Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.command_line.accounts.login_file import TICKET_VARIABLE, kept_ticket
from console.data_folder import DataFolder
from console.log_book import passwords
from console.log_book.logins import Logins
from console.log_book.office_store import OfficeStore
from console.office.account_acts import AccountAct, AccountDeed
from console.words import Role
from hardware.processes.window.office_login import OfficeLogin
from tests.end_to_end.meeting import eventually

PASSWORD = "ba con đò ngang"


class Door:
    """An office login, and what it told."""

    def __init__(self, data: DataFolder) -> None:
        self.data = data
        self.told: list[ConsoleStanding] = []
        self.refused: list[Failed] = []
        self.login = OfficeLogin(data, self.told.append, self.refused.append, look_seconds=0.05)

    def administrate(self) -> None:
        with OfficeStore(self.data.office_file) as office:
            Logins(office).add("an", "Nguyễn Văn An", AccountRole.ADMINISTRATOR, PASSWORD, "Cài")

    async def last_is(self, role: Role, *, asked: bool) -> None:
        await eventually(
            f"it stands as {role}",
            lambda: bool(self.told) and (self.told[-1].role, self.told[-1].asked) == (role, asked),
        )

    def deeds(self) -> list[AccountDeed]:
        with OfficeStore(self.data.office_file) as office:
            return [each.content.deed for each in office.register.all_versions(AccountAct) if each.content is not None]


@pytest.fixture
async def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    # The same algorithm with the least work: what is compared here is not how long it takes.
    monkeypatch.setattr(passwords, "_hasher", argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    monkeypatch.setenv(TICKET_VARIABLE, "")
    passwords.nobodys_hash.cache_clear()
    made = Door(DataFolder(tmp_path))
    made.login.begin()
    yield made
    await made.login.end()
    passwords.nobodys_hash.cache_clear()


async def test_nobody_is_asked_until_there_is_an_administrator(door: Door) -> None:
    await door.last_is(Role.OPERATOR, asked=False)
    door.administrate()
    await door.last_is(Role.LOCKED_CONSOLE, asked=True)
    assert door.told[-1].locked


async def test_commands_go_under_the_login_until_the_window_ends(door: Door) -> None:
    door.administrate()
    await door.last_is(Role.LOCKED_CONSOLE, asked=True)
    door.login.log_in("an", "sai mật khẩu rồi")
    await eventually("it was refused", lambda: door.refused == [Failed(LoginFault.WRONG)])
    assert not kept_ticket(door.data)
    door.login.log_in("an", PASSWORD)
    await door.last_is(Role.ADMINISTRATOR, asked=True)
    assert (door.told[-1].account, door.told[-1].locked) == ("an", False)
    ticket = os.environ[TICKET_VARIABLE]
    with OfficeStore(door.data.office_file) as office:
        found = office.accounts.by_ticket(ticket)
    assert found is not None
    await door.login.end()
    with OfficeStore(door.data.office_file) as office:
        assert office.accounts.by_ticket(ticket) is None
    assert door.deeds()[-3:] == [AccountDeed.LOGIN_FAILED, AccountDeed.LOGGED_IN, AccountDeed.LOGGED_OUT]


async def test_an_account_that_another_process_disables_is_out(door: Door) -> None:
    door.administrate()
    with OfficeStore(door.data.office_file) as office:
        Logins(office).add("binh", "Trần Bình", AccountRole.OPERATOR, PASSWORD, "An")
    await door.last_is(Role.LOCKED_CONSOLE, asked=True)
    door.login.log_in("binh", PASSWORD)
    await door.last_is(Role.OPERATOR, asked=True)
    with OfficeStore(door.data.office_file) as office:
        Logins(office).disable("binh", "An")
    await door.last_is(Role.LOCKED_CONSOLE, asked=True)
    assert not os.environ.get(TICKET_VARIABLE)
