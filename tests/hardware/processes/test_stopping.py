"""A bridge that is asked to end: within bounds, log first, nothing left behind."""

import signal
import sys
import time
from pathlib import Path

import pytest

from console.commands import LiftSilence, MuteAll
from console.log_book.session_reading import read_session
from console.snapshot import LogView
from hardware.processes.lock import is_held
from tests.end_to_end.meeting import Folder, operator
from tests.own_process import OwnProcess, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")

END_SECONDS = 3.0
FROZEN_END_SECONDS = 5.0
"""A second for a worker that does not hear, and what a busy machine adds."""


def ended(bridge: OwnProcess) -> tuple[int, float]:
    """Sends SIGTERM; returns the exit code and how long the end took."""
    began = time.monotonic()
    bridge.process.terminate()
    return bridge.wait(20), time.monotonic() - began


def assert_nothing_left(folder: Folder, frames: Path) -> None:
    """Checks that run file, lock, worker and pictures are gone with the bridge."""
    assert folder.address() is None
    assert not is_held(folder.data.run / "bridge.lock")
    assert not frames.exists()


async def test_what_was_done_before_the_end_stands_in_the_log(folder: Folder) -> None:
    bridge = folder.start("bridge")
    until("a bridge", folder.address, 30, bridge)
    frames = Path(folder.require_address().frames_folder)
    worker = until("a worker", lambda: bridge.child("worker"), 5)
    async with operator(folder) as meeting:
        for _ in range(20):
            await meeting.client.ask(LiftSilence())
            await meeting.client.ask(MuteAll())
        session = meeting.state.session().session
        log = meeting.state.views["log"]
        assert isinstance(log, LogView)
        code, seconds = ended(bridge)

    assert code == 0
    assert seconds < END_SECONDS
    assert bridge.printed() == ""
    assert not worker.is_running()
    assert_nothing_left(folder, frames)
    assert session is not None
    numbers = [line.number for line in read_session(folder.data.session_file(session))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= log.lines


def test_a_worker_that_does_not_hear_holds_up_nothing(folder: Folder) -> None:
    bridge = folder.start("bridge")
    until("a bridge", folder.address, 30, bridge)
    frames = Path(folder.require_address().frames_folder)
    worker = bridge.child("worker")
    worker.suspend()
    code, seconds = ended(bridge)
    assert code == 0
    assert seconds < FROZEN_END_SECONDS
    assert not worker.is_running()
    assert_nothing_left(folder, frames)


def test_an_impatient_person_breaks_nothing(folder: Folder) -> None:
    bridge = folder.start("bridge")
    until("its run file", (folder.data.run / "bridge.json").exists, 30, bridge)  # still loading the front
    for _ in range(5):
        bridge.process.send_signal(signal.SIGINT)
        time.sleep(0.02)
    assert bridge.wait(10) == 0
    assert "Traceback" not in bridge.printed()
    assert folder.address() is None
