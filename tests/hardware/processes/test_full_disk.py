"""A data folder whose disk is full: a start says so, a running meeting goes on and loses no line of its log.

Rule: files that may not grow (`RLIMIT_FSIZE`) fail like those on a full disk.
"""

import subprocess
import sys
from collections.abc import Callable

import pytest

from console.commands import EndSession, MuteAll, UnmuteSite
from console.log_book.session_reading import read_session
from console.snapshot import LogView
from console.words import Outcome
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, operator, plan
from tests.own_process import MAIN_FILE, OwnProcess, quiet_environment

if sys.platform != "linux":
    pytest.skip("limits of another process are Linux's", allow_module_level=True)

import resource

FEW_OCTETS = 4096


def let_files_grow(process: OwnProcess, octets: int) -> None:
    """Sets how large the process's files may become."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (octets, resource.RLIM_INFINITY))


def log(meeting: Meeting) -> LogView:
    """Returns what the published state says of the log."""
    view = meeting.state.views["log"]
    assert isinstance(view, LogView)
    return view


async def test_a_meeting_goes_on_without_its_disk_and_its_log_is_whole_afterwards(folder: Folder) -> None:
    bridge = folder.start_bridge()
    with folder.province([plan(1), plan(2)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002"])
            let_files_grow(bridge, FEW_OCTETS)

            assert (await meeting.client.ask(UnmuteSite(site="s001"))).outcome is Outcome.DONE
            await eventually("s001 is heard", lambda: hears_exactly(province.show("s002"), {1}))
            await meeting.state.until("the log's trouble", lambda: log(meeting).failing)
            assert log(meeting).failure is not None
            assert (await meeting.client.ask(MuteAll())).outcome is Outcome.DONE
            await eventually("nobody is heard", lambda: hears_exactly(province.show("s002"), set()))

            let_files_grow(bridge, resource.RLIM_INFINITY)
            await meeting.state.until("it is over", lambda: not log(meeting).failing)
            session = meeting.state.session().session
            await meeting.do(EndSession())
    bridge.close()
    assert session is not None
    kinds = [type(line.entry).__name__ for line in read_session(folder.data.session_file(session))]
    assert kinds.count("MicrophoneOrdered") >= 1
    assert kinds.count("SilenceOrdered") >= 1
    assert folder.run("verify-log", str(folder.data.session_file(session))).returncode == 0


def on_full_disk(folder: Folder, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `main.py` where no file may be written."""
    no_octet: Callable[[], None] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # noqa: E731
    line = [sys.executable, str(MAIN_FILE), *arguments[:1], "--data", str(folder.data.root), *arguments[1:]]
    return subprocess.run(
        line, env=quiet_environment(), capture_output=True, text=True, timeout=40, check=False, preexec_fn=no_octet
    )


@pytest.mark.parametrize("command", ["bridge", "main-room"])
def test_a_start_on_a_full_disk_is_one_sentence_that_names_the_file(folder: Folder, command: str) -> None:
    run = on_full_disk(folder, command)
    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert str(folder.data.root) in run.stderr
