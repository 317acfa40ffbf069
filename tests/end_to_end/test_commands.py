"""`do` and `show` from outside: what they print, and how they end."""

import json

import pytest

from tests.end_to_end.meeting import Folder
from tests.own_process import until

pytestmark = pytest.mark.timeout(120)


def test_commands_without_a_bridge_say_so(folder: Folder) -> None:
    for arguments in (["do", "mute-all"], ["show"]):
        run = folder.run(*arguments)

        assert run.returncode == 3
        assert run.stdout == ""
        assert "bridge" in run.stderr or "cầu" in run.stderr


def test_a_session_is_run_by_commands_alone(folder: Folder) -> None:
    folder.start_bridge()

    started = folder.run("do", "start", "test", "--title", "Họp thử")
    receipt = json.loads(started.stdout)
    shown = [json.loads(line) for line in folder.run("show", "--only", "session").stdout.splitlines()]

    assert started.returncode == 0
    assert receipt["outcome"] == "done"
    assert shown[0]["key"] == "session"
    assert shown[0]["view"]["running"] is True
    assert shown[0]["view"]["title"] == "Họp thử"
    assert folder.run("do", "mute-all").returncode == 0
    assert folder.run("do", "end").returncode == 0
    sessions = list(folder.data.sessions.glob("*.sqlite3"))
    assert len(sessions) == 1
    assert folder.run("verify-log", str(sessions[0])).returncode == 0


def test_what_cannot_be_done_is_refused_with_its_reason(folder: Folder) -> None:
    bridge = folder.start_bridge()
    assert folder.run("do", "start", "test").returncode == 0
    # The bridge takes commands a second before its engine can carry media, and refuses with that reason until then.
    until("the engine is up", lambda: '"up":true' in folder.run("show", "--only", "engine").stdout, 30, bridge)

    absent = folder.run("do", "podium", "3")
    unknown = folder.run("do", "podium", "Xã không có")
    twice = folder.run("do", "start", "official")
    nonsense = folder.run("do", "layout", "pentagon")

    assert absent.returncode == 1
    assert json.loads(absent.stdout)["reason"] == "site_not_connected"
    assert unknown.returncode == 2
    assert unknown.stdout == ""
    assert json.loads(twice.stdout)["reason"] == "session_running"
    assert twice.returncode == 1
    assert nonsense.returncode == 2


def test_a_phone_call_enters_the_queue(folder: Folder) -> None:
    folder.start_bridge()
    assert folder.run("do", "start", "test").returncode == 0

    assert folder.run("do", "request-floor", "4", "--note", "gọi điện").returncode == 0
    shown = [json.loads(line) for line in folder.run("show", "--only", "floor").stdout.splitlines()]
    assert folder.run("do", "withdraw", "4").returncode == 0
    after = [json.loads(line) for line in folder.run("show", "--only", "floor").stdout.splitlines()]

    request = shown[0]["view"]["requests"][0]
    assert (request["site"], request["source"], request["note"]) == ("s004", "phone", "gọi điện")
    assert not after[0]["view"].get("requests")
