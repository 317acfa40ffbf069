"""Operators' accounts and a running bridge: nothing is commanded without a login, the log has the account's name."""

import json

import pytest

from console.commands import Actor
from console.entries import CommandAsked
from console.log_book.session_reading import read_session
from console.words import Origin, Role
from tests.end_to_end.meeting import Folder
from tests.own_process import until

pytestmark = pytest.mark.timeout(120)

PASSWORD = "mười hai bến nước\n"


def test_from_the_first_administrator_on_every_act_is_an_accounts(folder: Folder) -> None:
    bridge = folder.start_bridge()
    assert folder.run("do", "start", "test", "--person", "Hoa").returncode == 0

    added = folder.run("accounts", "add", "an", "Nguyễn Văn An", "--role", "administrator", piped=PASSWORD)
    assert added.returncode == 0, added.stderr

    def refused() -> bool:
        return json.loads(folder.run("do", "mute-all", "--person", "Hoa").stdout).get("reason") == "login_needed"

    until("the bridge asks for a login", refused, 20, bridge)
    stop = json.loads(folder.run("do", "safe-stop").stdout)
    assert stop.get("reason") != "login_needed", "the safe stop is behind no login"
    assert folder.run("accounts", "login", "an", piped="sai mật khẩu rồi\n").returncode == 2
    assert folder.run("accounts", "login", "an", piped=PASSWORD).returncode == 0
    assert json.loads(folder.run("do", "mark-moment", "--person", "Hoa").stdout)["outcome"] == "done"
    assert folder.run("do", "end").returncode == 0

    (session,) = folder.data.sessions.glob("*.sqlite3")
    asked = [line for line in read_session(session).lines if isinstance(line.entry, CommandAsked)]
    actors = [line.actor for line in asked if line.actor is not None]
    told = folder.run("accounts", "log").stdout
    assert Actor(person="", role=Role.LOCKED_CONSOLE, origin=Origin.COMMAND_LINE) in actors
    proven = [actor for actor in actors if actor.role is Role.ADMINISTRATOR]
    assert {(actor.person, actor.account) for actor in proven} == {("Nguyễn Văn An", "an")}
    assert "an" in told
    assert PASSWORD.strip() not in told
