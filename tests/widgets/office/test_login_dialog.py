"""Logging in at an office window that stands alone."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.accounts.account import Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.data_folder import DataFolder
from console.words import Role
from hardware.processes.window.register_desk import RegisterDesk
from widgets.office.login_dialog import OfficeLoginDialog
from widgets.office.register_store import RegisterStore
from widgets.office.register_window import RegisterWindow

NOBODY = ConsoleStanding(asked=True, locked=True, role=Role.LOCKED_CONSOLE)
AN = ConsoleStanding(asked=True, account="an", name="Nguyễn Văn An", role=Role.ADMINISTRATOR)
SECRET = "ba con đò ngang"


@pytest.fixture
def asked(dressed: QApplication, qtbot: QtBot) -> Iterator[OfficeLoginDialog]:
    office = QWidget()
    qtbot.addWidget(office)
    made = OfficeLoginDialog(office)
    yield made
    made.hide()


def test_it_opens_for_nobody_stays_for_a_wrong_password_and_closes_for_who_may_write(asked: OfficeLoginDialog) -> None:
    asked.stand(ConsoleStanding())
    assert not asked.isVisible(), "without accounts nobody is asked"
    asked.stand(NOBODY)
    assert asked.isVisible()
    wanted: list[tuple[str, str]] = []

    def take(account: str, password: str) -> None:
        wanted.append((account, password))

    asked.login_wanted.connect(take)
    yes = asked.acting["act"]
    asked.account.setText(" an ")
    assert not yes.isEnabled()
    asked.password.setText(SECRET)
    yes.click()
    assert wanted == [("an", SECRET)]
    assert asked.password.text() == ""
    assert asked.isVisible(), "it stays until somebody is logged in"
    asked.refuse(Failed(LoginFault.WAIT, 7))
    assert asked.wrong.text() == "Nhập sai nhiều lần; hãy thử lại sau 7 giây."
    asked.stand(AN)
    assert not asked.isVisible()


def test_who_may_only_look_is_told_so(asked: OfficeLoginDialog) -> None:
    asked.stand(ConsoleStanding(asked=True, account="dung", name="Phạm Dung", role=Role.VIEWER))
    assert asked.isVisible()
    assert asked.wrong.text().startswith("Tài khoản của Phạm Dung không được ghi Hồ sơ")


async def test_the_office_shows_nothing_to_a_lock_and_writes_under_the_login(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made: list[str] = []

    def make(person: str, store: RegisterStore) -> RegisterDesk:
        made.append(person)
        return RegisterDesk(DataFolder(tmp_path), person, store)

    office = RegisterWindow(lambda: 0, "Hoa", make, lambda _: None)
    office.stand(NOBODY)
    office.open()
    assert made == [], "nothing is made for a window that may not be shown"
    office.stand(AN)
    office.open("accounts")
    qtbot.addWidget(office.window)
    assert (made, office.window.store.person, office.window.isVisible()) == (["Nguyễn Văn An"], "Nguyễn Văn An", True)
    office.stand(msgspec.structs.replace(AN, locked=True, role=Role.LOCKED_CONSOLE))
    assert not office.window.isVisible()
    await office.end()
