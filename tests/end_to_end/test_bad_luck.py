"""What must not disturb a meeting: a hanging site, wrong codes, a second bridge, a port that is taken."""

import os
import socket
import subprocess
import sys

import pytest

from console.snapshot import LogView
from console.words import LinkState
from hardware.signalling.client import TurnedAway, enrol
from hardware.signalling.refusals import Refusal
from tests.end_to_end.meeting import Folder, Meeting, eventually, operator, plan
from tests.own_process import MAIN_FILE

pytestmark = pytest.mark.timeout(120)

WRONG_CODE = "AAAA-BBBB-CCCC-DDDD-EEEE"


async def test_a_hanging_site_is_old_then_lost_and_keeps_its_place(folder: Folder) -> None:
    folder.start_bridge()
    with folder.province([plan(1), plan(2, alone=True), plan(3)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002", "s003"])
            place = [view.site for view in meeting.state.sites()]

            province.hang("s002")
            await meeting.state.until("s002 is old", lambda: meeting.link("s002") is LinkState.OLD, 3)
            await meeting.state.until("s002 is lost", lambda: meeting.link("s002") is LinkState.LOST, 4)

            assert [view.site for view in meeting.state.sites()] == place
            assert meeting.link("s001") is LinkState.LIVE
            assert meeting.link("s003") is LinkState.LIVE
            province.resume("s002")
            await meeting.until_live(["s002"])


async def test_codes_that_do_not_work_are_refused_by_name_and_logged(folder: Folder) -> None:
    folder.start_bridge()
    code, expired = folder.new_code("s001"), folder.new_code("s002", seconds=0)
    async with operator(folder) as meeting:
        assert (await enrol(folder.place(), code)).site == "s001"

        assert await refusal_of(folder, code) is Refusal.CODE_USED
        assert await refusal_of(folder, expired) is Refusal.CODE_EXPIRED
        assert await refusal_of(folder, WRONG_CODE) is Refusal.CODE_UNKNOWN

        await eventually("all three stand in the log", lambda: logged(meeting).count("admission-denied") == 3)


async def refusal_of(folder: Folder, code: str) -> Refusal | None:
    """Returns why a code is refused."""
    with pytest.raises(TurnedAway) as turned_away:
        await enrol(folder.place(), code)
    assert str(turned_away.value).endswith("."), "one sentence"
    return turned_away.value.refusal


def logged(meeting: Meeting) -> list[str]:
    """Returns the kinds of the log's last lines."""
    log = meeting.state.views.get("log")
    return [line.kind for line in log.tail] if isinstance(log, LogView) else []


def test_a_second_bridge_on_the_same_folder_is_refused(folder: Folder) -> None:
    bridge = folder.start_bridge()

    second = folder.run("bridge", "--https-port", "0", "--media-port", "0")

    assert second.returncode == 2
    assert "đang chạy" in second.stderr
    assert "Traceback" not in second.stderr
    assert bridge.running
    assert folder.run("do", "mute-all").returncode in {0, 1}, "the first bridge still answers"


def test_a_port_in_use_is_said_in_one_sentence(folder: Folder) -> None:
    with socket.socket(socket.AF_INET) as taken:
        taken.bind(("", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        run = folder.run("bridge", "--https-port", port, "--media-port", "0")

    assert run.returncode == 2
    assert port in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("settings", ["{", '{"https_port": "many"}', '{"colour": "red"}', '{"profile": "nowhere"}'])
def test_settings_that_cannot_be_used_are_one_sentence(folder: Folder, settings: str) -> None:
    folder.data.settings_file.write_text(settings)

    run = folder.run("bridge", "--https-port", "0", "--media-port", "0")

    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert folder.data.settings_file.read_text() == settings, "never rewritten"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_console_says_what_to_do(folder: Folder) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(MAIN_FILE), "--data", str(folder.data.root)]

    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)

    assert run.returncode == 2
    assert "main.py bridge" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
