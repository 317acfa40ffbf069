"""The page of operators' accounts: what it shows, what it asks before it acts, and what a role is not offered."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.accounts.account import Account, AccountRole, Delegation, Employment
from console.accounts.standing import ConsoleStanding
from console.command_line.parser import parse
from console.events import Site
from console.office.account_acts import AccountAct, AccountDeed
from console.office.office_rules import OfficeRules
from console.office.record import Version
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from console.words import DelegatedRight, Role
from tests.own_process import ROOT
from widgets.controls.dialogs import Question
from widgets.office.accounts.account_dialogs import DelegateDialog, NewAccountDialog, PasswordDialog, RoleDialog
from widgets.office.accounts.page import (
    ADD,
    DELEGATE,
    DISABLE,
    EMPLOYMENT,
    ENABLE,
    END,
    LIST,
    LOG,
    PASSWORD,
    ROLE,
    AccountsPage,
)
from widgets.office.register_store import RegisterStore

NOW_MS = 1_795_000_000_000
HOUR_MS = 3_600_000
SECRET = "ba con đò ngang"
GIVEN = Delegation(rights=(DelegatedRight.FLOOR,), sites=("s004",), from_ms=NOW_MS, until_ms=NOW_MS + HOUR_MS)
Commands = list[tuple[str, tuple[str, ...], str]]


def account(name: str, role: AccountRole, **facts: object) -> Account:
    made = Account(account=name, name=f"Họ Tên {name}", role=role, personal=True, made_ms=1, password_ms=1)
    return msgspec.structs.replace(made, **facts)


ROWS = (
    account("an", AccountRole.ADMINISTRATOR, employment=Employment.CIVIL_SERVANT),
    account("binh", AccountRole.OPERATOR, used_ms=NOW_MS, disabled_ms=NOW_MS),
    account("chi", AccountRole.DELEGATED, delegation=GIVEN),
)


def rules(profile: str) -> OfficeRules:
    calendar = read_calendar(next((ROOT / "resources" / "regulation").glob("*calendar*.json")).read_bytes())
    read = read_profile((ROOT / "resources" / "profiles" / f"{profile}.json").read_bytes(), "0")
    return OfficeRules(profile=read, calendar=calendar)


@pytest.fixture
def commands() -> Commands:
    return []


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, commands: Commands) -> AccountsPage:
    store = RegisterStore(lambda: NOW_MS, "Nguyễn Văn An")
    store.take_sites((Site(site="s004", number=4, name="Phường Thành Nhất"),))
    store.take_rules(rules("vn-dak-lak"))
    made = AccountsPage(store)
    qtbot.addWidget(made)

    def take(name: str, arguments: tuple[str, ...], typed: str = "") -> None:
        commands.append((name, arguments, typed))

    store.command_wanted.connect(take)
    store.typed_command_wanted.connect(take)
    made.show()
    assert commands == [(LIST, ("accounts", "list", "--json"), "")], "it reads when it is shown, however it was opened"
    commands.clear()
    answer(made, LIST, "\n".join(["nonsense", *(msgspec.json.encode(row).decode() for row in ROWS)]))
    return made


def answer(page: AccountsPage, name: str, text: str, *, done: bool = True) -> None:
    page.store.show_answer(name, done, text)


def cells(page: AccountsPage, row: int) -> list[str]:
    items = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return ["" if item is None else item.text() for item in items]


def typed_by(command: tuple[str, ...]) -> str:
    """Returns the request of a command as the program itself reads it."""
    return type(parse([*command[:2], "--data=unused", *command[2:]])).__name__


def test_it_lists_whose_role_login_and_delegation(page: AccountsPage) -> None:
    assert cells(page, 0)[:4] == ["an", "Họ Tên an", "quản trị", "công chức, viên chức"]
    assert [cells(page, row)[5] for row in range(3)] == ["đang dùng", "đã khóa", "đang dùng"]
    assert cells(page, 2)[6].startswith("điều hành hàng chờ phát biểu · 4 Phường Thành Nhất · ")
    told = AccountAct(id="x", deed=AccountDeed.LOGIN_FAILED, account="an", detail="window")
    line = Version(line=1, kind="account-act", id="x", version=1, wall_ms=NOW_MS, person="", reason="", content=told)
    page.take(AccountAct, (line,))
    item = page.deeds.item(0, 2)
    assert item is not None
    assert item.text() == "đăng nhập sai"


def test_only_what_makes_sense_can_be_pressed(page: AccountsPage) -> None:
    assert [button.isEnabled() for button in page.changing] == [True, False, False, False, False, False]
    page.table.selectRow(0)
    assert not page.delegate.isEnabled(), "an administrator is given no delegation"
    assert not page.able.isEnabled(), "the last administrator stays one"
    page.table.selectRow(1)
    assert (page.able.isEnabled(), page.able.text()) == (True, "Mở khóa tài khoản")
    page.table.selectRow(2)
    assert page.given.text() == cells(page, 2)[6], "whole below the table, however narrow its column is"
    assert (page.delegate.isEnabled(), page.end.isEnabled(), page.able.text()) == (True, True, "Khóa tài khoản…")


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.DELEGATED_OPERATOR, Role.VIEWER, Role.LOCKED_CONSOLE])
def test_who_is_no_administrator_is_offered_nothing(page: AccountsPage, role: Role) -> None:
    page.store.take_standing(ConsoleStanding(asked=True, account="binh", name="Trần Bình", role=role))
    page.table.selectRow(2)
    assert not any(button.isVisible() for button in page.changing)
    assert page.hint.text().endswith("Chỉ tài khoản vai trò quản trị được thay đổi ở đây.")
    administrator = ConsoleStanding(asked=True, account="an", name="An", role=Role.ADMINISTRATOR)
    page.store.take_standing(administrator)
    assert all(button.isVisible() for button in page.changing)
    assert page.store.person == "An"
    page.store.take_standing(msgspec.structs.replace(administrator, locked=True))
    assert not page.add.isVisible()


def test_an_account_is_added_with_a_password_that_stands_in_no_command(page: AccountsPage, commands: Commands) -> None:
    page.add.click()
    (asked,) = page.findChildren(NewAccountDialog)
    yes = asked.acting["act"]
    assert not yes.isEnabled()
    for field, text in ((asked.account, " Hai "), (asked.person, "Vũ Hải"), (asked.password, SECRET)):
        field.setText(text)
    assert asked.wrong.text() == "Hai lần nhập không giống nhau."
    asked.again.setText(SECRET)
    asked.employment.setCurrentIndex(2)
    yes.click()
    assert [part.text() for part in (asked.password, asked.again)] == ["", ""]
    whose = ("--role=operator", "--employment=provider_staff", "--", "hai", "Vũ Hải")
    assert commands == [(ADD, ("accounts", "add", "--person=Nguyễn Văn An", *whose), SECRET)]
    assert typed_by(commands[0][1]) == "AddAccount"
    answer(page, ADD, "Đã thêm.")
    assert page.said.text() == "Đã thêm."
    assert commands[-1][0] == LIST, "what was changed is read again"


def test_role_and_staff_are_changed_and_what_stays_is_not_sent(page: AccountsPage, commands: Commands) -> None:
    page.table.selectRow(2)
    page.role.click()
    (asked,) = page.findChildren(RoleDialog)
    asked.employment.setCurrentIndex(1)
    asked.acting["act"].click()
    assert commands == [(EMPLOYMENT, ("accounts", "employment", "--person=Nguyễn Văn An", "chi", "civil_servant"), "")]
    page.role.click()
    asked = page.findChildren(RoleDialog)[-1]
    asked.role.setCurrentIndex(asked.role.findData("viewer"))
    asked.acting["act"].click()
    assert commands[1:] == [(ROLE, ("accounts", "role", "--person=Nguyễn Văn An", "chi", "viewer"), "")]
    assert [typed_by(each[1]) for each in commands] == ["SetEmployment", "SetAccountRole"]


def test_ones_own_password_asks_for_the_present_one(page: AccountsPage, commands: Commands) -> None:
    page.store.take_standing(ConsoleStanding(asked=True, account="an", name="An", role=Role.ADMINISTRATOR))
    page.table.selectRow(0)
    page.password.click()
    (asked,) = page.findChildren(PasswordDialog)
    assert asked.present is not None
    for field in (asked.password, asked.again):
        field.setText(SECRET)
    assert not asked.acting["act"].isEnabled()
    asked.present.setText("cũ")
    asked.acting["act"].click()
    assert commands == [(PASSWORD, ("accounts", "password", "--person=An", "an"), f"cũ\n{SECRET}")]
    page.table.selectRow(1)
    page.password.click()
    assert page.findChildren(PasswordDialog)[-1].present is None


def test_a_delegation_has_rights_sites_moments_and_every_condition_confirmed(
    page: AccountsPage, commands: Commands
) -> None:
    page.store.take_rules(rules("vn-dong-nai"))
    page.table.selectRow(2)
    page.delegate.click()
    (asked,) = page.findChildren(DelegateDialog)
    yes = asked.acting["act"]
    assert not any(box.isChecked() for box in asked.rights.values())
    asked.rights[DelegatedRight.FLOOR].setChecked(True)
    asked.sites.item(0).setCheckState(Qt.CheckState.Checked)
    asked.begins.setText("25/11/2039 8h")
    for nonsense in ("", "mai", "25/11/2039", "31/02/2039 8h", "24/11/2039 17:30"):
        asked.ends.setText(nonsense)
        assert not yes.isEnabled(), nonsense
    asked.ends.setText("25/11/2039 17:30")
    asked.basis.setText("12/QĐ")
    assert len(asked.conditions) == 5
    for box in asked.conditions:
        assert not yes.isEnabled()
        box.setChecked(True)
    yes.click()
    scope = ("--rights", "floor", "--sites", "s004", "--from=2039-11-25 08:00", "--until=2039-11-25 17:30")
    assert commands == [
        (
            DELEGATE,
            ("accounts", "delegate", "--person=Nguyễn Văn An", "chi", *scope, "--basis=12/QĐ", "--conditions-met"),
            "",
        )
    ]
    assert typed_by(commands[0][1]) == "DelegateTo"


def test_ending_and_disabling_ask_first_and_what_was_refused_is_said(
    page: AccountsPage, commands: Commands, tmp_path: Path
) -> None:
    page.table.selectRow(2)
    for button in (page.end, page.able):
        before = len(commands)
        button.click()
        assert len(commands) == before
        question = page.findChildren(Question)[-1]
        assert question.cancel.isDefault()
        question.acting["act"].click()
    page.table.selectRow(1)
    page.able.click()
    page.write_to(str(tmp_path / "log.csv"))
    assert [name for name, _, _ in commands] == [END, DISABLE, ENABLE, LOG]
    assert [typed_by(each[1]) for each in commands] == [
        *("EndDelegation", "DisableAccount", "EnableAccount", "ListAccountActs"),
    ]
    answer(page, DISABLE, "Không được.", done=False)
    assert page.said.text() == "▲ Không được."
