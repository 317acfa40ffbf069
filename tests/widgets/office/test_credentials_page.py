"""The page of sites' credentials: what it shows, what it asks before it acts, and answers that are none."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.events import Site
from console.ports_identity import CredentialKind
from console.sites.credential_row import DAY_MS, CredentialRow
from widgets.controls.dialogs import Question
from widgets.office.credentials_page import LIST, LOG, RENEW, REVOKE, CredentialsPage
from widgets.office.register_store import RegisterStore

NOW_MS = 1_795_000_000_000
ROWS = (
    CredentialRow(credential="p-1", site="s004", kind=CredentialKind.PROGRAM, made_ms=1, ends_ms=NOW_MS + 99 * DAY_MS),
    CredentialRow(credential="d-1", site="s014", kind=CredentialKind.DEVICE, made_ms=1, ends_ms=NOW_MS + 9 * DAY_MS),
    CredentialRow(credential="b-1", site="s099", kind=CredentialKind.BROWSER, made_ms=1, revoked_ms=2),
)
Commands = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def commands() -> Commands:
    return []


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, commands: Commands) -> CredentialsPage:
    store = RegisterStore(lambda: NOW_MS, "Hạnh")
    store.take_sites(tuple(Site(site=f"s{number:03}", number=number, name=name) for number, name in NAMES.items()))
    made = CredentialsPage(store)
    qtbot.addWidget(made)

    def take(name: str, arguments: tuple[str, ...]) -> None:
        commands.append((name, arguments))

    store.command_wanted.connect(take)
    return made


NAMES = {4: "Phường Thành Nhất", 14: "Xã Ea Nuôl"}


def answer(page: CredentialsPage, name: str, text: str, *, done: bool = True) -> None:
    page.store.show_answer(name, done, text)


def told(page: CredentialsPage) -> None:
    answer(page, LIST, "\n".join(msgspec.json.encode(row).decode() for row in ROWS))


def cells(page: CredentialsPage, row: int) -> list[str]:
    items = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return ["" if item is None else item.text() for item in items]


def say_yes(page: CredentialsPage) -> None:
    question = page.findChildren(Question)[-1]
    assert question.cancel.isDefault()
    question.acting["act"].click()


def test_it_lists_whose_what_until_when_and_what_ends_soon(page: CredentialsPage, commands: Commands) -> None:
    page.show()
    assert commands == [(LIST, ("credentials", "list", "--json"))]
    told(page)
    assert [cells(page, row)[0] for row in range(3)] == ["4 Phường Thành Nhất", "14 Xã Ea Nuôl", "s099"]
    assert [cells(page, row)[-1] for row in range(3)] == ["còn hạn", "SẮP HẾT HẠN", "đã bị thu hồi"]
    assert cells(page, 2)[3:5] == ["cho đến khi thu hồi", "chưa có"]
    page.soon.setChecked(True)
    assert page.table.rowCount() == 1
    assert cells(page, 0)[0] == "14 Xã Ea Nuôl"


def test_ending_and_renewing_ask_first(page: CredentialsPage, commands: Commands) -> None:
    told(page)
    assert not page.revoke.isEnabled(), "nothing is chosen"
    page.table.selectRow(0)
    page.revoke.click()
    assert commands == []
    say_yes(page)
    page.table.selectRow(1)
    page.renew.click()
    say_yes(page)
    assert commands == [
        (REVOKE, ("credentials", "revoke", "s004", "--person=Hạnh")),
        (RENEW, ("invite", "s014", "--device", "--person=Hạnh")),
    ]


def test_an_invitation_is_shown_once_and_leaves_with_the_page(page: CredentialsPage) -> None:
    page.show()
    answer(page, RENEW, "mã mời AAAA")
    assert page.invitation.isVisible()
    page.hide()
    assert page.invitation.toPlainText() == ""


def test_what_went_wrong_is_said_and_nonsense_is_left_out(page: CredentialsPage, commands: Commands) -> None:
    answer(page, REVOKE, "Không được.", done=False)
    assert page.said.text() == "▲ Không được."
    answer(page, LIST, "nonsense\n{}\n" + msgspec.json.encode(ROWS[0]).decode())
    assert page.rows == ROWS[:1]
    page.write_log("/tmp/log.csv")
    assert commands[-1] == (LOG, ("credentials", "log", "--csv=/tmp/log.csv"))
