"""Processes killed in the middle of a meeting: what comes back by itself, and that silence held on the way.

Rule: a process is killed as a crash would kill it; what counts is what sites hear and the published state afterwards.
"""

import contextlib

import psutil
import pytest

from console.commands import BringToPodium, EndSession, MuteAll, UnmuteSite
from console.words import MAIN_SITE
from hardware.processes.lock import is_held
from hardware.simulator.province import Province
from tests.end_to_end.meeting import (
    Folder,
    Meeting,
    eventually,
    hears_exactly,
    new_folder,
    operator,
    plan,
    processes_that_name,
)
from tests.own_process import OwnProcess, until

pytestmark = pytest.mark.timeout(150)

SITES = ("s001", "s002", "s003")
BACK_SECONDS = 20.0
"""On a busy machine; what counts as good is measured by the benches."""


async def open_one_then_silence(province: Province, meeting: Meeting) -> None:
    """Makes the order be in force after somebody spoke, so that a wrong return would be heard."""
    await meeting.until_live([MAIN_SITE, *SITES])
    await meeting.do(UnmuteSite(site="s001"))
    await eventually("s001 is heard", lambda: hears_exactly(province.show("s002"), {1}))
    await meeting.do(MuteAll())
    await eventually("nobody is heard", lambda: hears_exactly(province.show("s002"), set()))


async def still_silent(province: Province, meeting: Meeting, joins: int) -> None:
    """Waits for the sites' return and checks that the order held all the way."""
    await eventually(
        "all sites joined again",
        lambda: all(province.show(site).joins >= joins and province.show(site).phase == "joined" for site in SITES),
        BACK_SECONDS,
    )
    await meeting.until_live(SITES)
    assert meeting.state.silence().in_force
    for site in SITES:
        assert not province.show(site).microphone_open
        await eventually(f"{site} hears nobody", lambda site=site: hears_exactly(province.show(site), set()))


async def test_a_killed_worker_comes_back_silent(folder: Folder) -> None:
    bridge = folder.start_bridge()
    with folder.province([plan(number) for number in range(4)]) as province:
        async with operator(folder) as meeting:
            await open_one_then_silence(province, meeting)

            bridge.child("worker").kill()

            await still_silent(province, meeting, joins=2)
            await meeting.do(BringToPodium(site="s002"))
            await eventually("the podium is heard", lambda: hears_exactly(province.show("s003"), {2}))


async def test_a_killed_bridge_comes_back_with_its_session_and_its_order(folder: Folder) -> None:
    folder.start_bridge()
    port = str(folder.require_address().https_port)
    with folder.province([plan(number) for number in range(4)]) as province:
        async with operator(folder) as meeting:
            await open_one_then_silence(province, meeting)
            session = meeting.state.session().session

            folder.processes[0].kill()
            folder.start("bridge", "--https-port", port, "--media-port", "0")

            await still_silent(province, meeting, joins=2)
            assert meeting.state.session().session == session
            await meeting.do(UnmuteSite(site="s003"))
            await eventually("s003 is heard", lambda: hears_exactly(province.show("s001"), {3}))
            await meeting.do(EndSession())
    assert session is not None
    verdict = folder.run("verify-log", str(folder.data.session_file(session)))
    assert verdict.returncode == 0, verdict.stdout


async def test_a_window_that_dies_leaves_the_meeting_alone(folder: Folder) -> None:
    folder.start_bridge()
    with folder.province([plan(1), plan(2)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002"])
            window = folder.start("window", "--size", "1600x900")
            until("the window runs", lambda: is_held(folder.data.run / "window.lock"), 20, window)
            await meeting.do(UnmuteSite(site="s001"))
            await eventually("s001 is heard", lambda: hears_exactly(province.show("s002"), {1}))

            window.kill()

            assert hears_exactly(province.show("s002"), {1})
            assert province.show("s001").joins == 1
            again = folder.start("window", "--size", "1600x900")
            until("a new window runs", lambda: is_held(folder.data.run / "window.lock"), 20, again)


def named(folder: Folder, word: str) -> psutil.Process | None:
    """Returns the process of this folder that runs a command of `main.py`."""
    for process in processes_that_name(str(folder.data.root)):
        with contextlib.suppress(psutil.Error):
            if word in process.cmdline():
                return process
    return None


def another(folder: Folder, word: str, than: psutil.Process) -> psutil.Process | None:
    """Returns a process as `named` does, if it is not that one."""
    found = named(folder, word)
    return found if found is not None and found.pid != than.pid else None


def test_the_console_restarts_what_dies(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_folder(tmp_path_factory.mktemp("console"), sites=2, fixed_ports=True) as folder:
        console = folder.start()
        bridge = until("a bridge runs", lambda: folder.address() and named(folder, "bridge"), 30, console)
        window = until("a window runs", lambda: named(folder, "window"), 30, console)

        window.kill()
        until("a new window", lambda: another(folder, "window", window), 20, console)
        bridge.kill()
        until("a new bridge", lambda: another(folder, "bridge", bridge), 20, console)
        until("it answers", lambda: folder.run("show", "--only", "session").returncode == 0, 20, console)

        assert_ends(console)
        until("nothing is left", lambda: named(folder, "bridge") is None, 20)


def assert_ends(console: OwnProcess) -> None:
    """Asks the console to end, as a session manager would."""
    console.process.terminate()
    assert console.wait(20) == 0
