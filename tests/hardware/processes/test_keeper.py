"""The keeper around real bridges: what it starts again, when it gives up, and who looks after it.

Rule: processes are found by the data folder in their command line and killed as a crash would kill them.
"""

import contextlib
import socket
import sys
import time
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from hardware.processes.keeper.keeper import MOST_SHORT_LIVES
from hardware.processes.keeper.keeper_watch import KeeperWatch
from hardware.processes.keeper.kept import LONGEST_PAUSE_SECONDS
from hardware.processes.keeper.refusal import refusal_in
from hardware.processes.lock import FileLock, holder, is_held
from tests.end_to_end.meeting import Folder, processes_that_name
from tests.own_process import until

pytestmark = pytest.mark.timeout(90)

START_SECONDS = 30


def those(folder: Folder, word: str) -> list[psutil.Process]:
    """Returns the folder's processes of one command of `main.py`."""
    found: list[psutil.Process] = []
    for process in processes_that_name(str(folder.data.root)):
        with contextlib.suppress(psutil.Error):
            if word in process.cmdline():
                found.append(process)
    return found


def test_a_bridge_that_dies_at_once_again_and_again_is_given_up_in_one_sentence(folder: Folder) -> None:
    keeper = folder.start("keeper")
    starts: dict[int, float] = {}
    limit = time.monotonic() + 60
    while keeper.running and time.monotonic() < limit:
        for bridge in those(folder, "bridge"):
            with contextlib.suppress(psutil.Error):
                bridge.kill()
                starts.setdefault(bridge.pid, time.monotonic())
        time.sleep(0.01)

    assert keeper.wait(1) == 1
    assert len(starts) == MOST_SHORT_LIVES
    pauses = [later - earlier for earlier, later in pairwise(starts.values())]
    assert pauses[-1] > 4 * pauses[0], "later and later"
    assert max(pauses) < LONGEST_PAUSE_SECONDS + 1
    assert len(keeper.printed().strip().splitlines()) == 1
    assert "bridge.out" in keeper.printed()


def test_a_bridge_that_lived_comes_back_at_once(folder: Folder) -> None:
    keeper = folder.start("keeper")
    until("a bridge", folder.address, START_SECONDS, keeper)
    (bridge,) = those(folder, "bridge")
    bridge.kill()
    died = time.monotonic()
    until("another one", lambda: [each for each in those(folder, "bridge") if each.pid != bridge.pid], 5, keeper)
    assert time.monotonic() - died < 1.5
    keeper.process.terminate()
    assert keeper.wait(10) == 0
    assert not processes_that_name(str(folder.data.root))


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped by a signal")
def test_a_bridge_that_hangs_is_ended_and_comes_back(folder: Folder) -> None:
    keeper = folder.start("keeper")
    until("a bridge", folder.address, START_SECONDS, keeper)
    (bridge,) = those(folder, "bridge")
    time.sleep(0.5)  # it works, and is left alone
    assert bridge.is_running()
    bridge.suspend()
    until("another one", lambda: [each for each in those(folder, "bridge") if each.pid != bridge.pid], 20, keeper)
    until("it answers", lambda: (address := folder.address()) is not None and address.pid != bridge.pid, 20, keeper)
    assert not bridge.is_running()
    assert "did not answer" in (folder.data.run / "bridge.out").read_text(encoding="utf-8")
    keeper.process.terminate()
    assert keeper.wait(10) == 0


def test_why_the_bridge_cannot_start_reaches_whoever_started_the_console(folder: Folder) -> None:
    port = 0
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = folder.data.settings_file
        settings.write_text(f'{{"https_port": {port}}}')

        console = folder.start()

        until("the reason is in the window", lambda: refusal_in(folder.data.run), START_SECONDS, console)
        console.process.terminate()
        assert console.wait(START_SECONDS) == 2
    assert len(console.printed().strip().splitlines()) == 1
    assert str(port) in console.printed()
    assert not processes_that_name(str(folder.data.root)), "nothing is left behind"


def test_of_two_keepers_one_stays_and_there_is_one_bridge(folder: Folder) -> None:
    first, second = folder.start("keeper"), folder.start("keeper")
    until("one has left", lambda: first.running != second.running, 10)
    stayed, left = (first, second) if first.running else (second, first)
    assert left.wait(1) == 0
    assert left.printed() == ""
    assert holder(folder.data.run / "keeper.lock") == stayed.pid
    until("a bridge", folder.address, START_SECONDS, stayed)
    assert len(those(folder, "bridge")) == 1


def test_a_dead_keeper_is_replaced_by_exactly_one_which_knows_how_the_bridge_ended(folder: Folder) -> None:
    first = folder.start("keeper")
    until("a bridge", folder.address, START_SECONDS, first)
    (bridge,) = those(folder, "bridge")

    first.kill()
    until("a new keeper", lambda: is_held(folder.data.run / "keeper.lock"), 10)
    most = 0
    for _ in range(60):  # the bridge looks every second
        most = max(most, sum(each.status() != psutil.STATUS_ZOMBIE for each in those(folder, "keeper")))
        time.sleep(0.03)
    assert most == 1
    assert bridge.is_running()
    assert [each.pid for each in those(folder, "bridge")] == [bridge.pid], "the bridge was taken over, not doubled"

    bridge.terminate()
    until("all have ended, and nothing was started anew", lambda: not processes_that_name(str(folder.data.root)), 10)


def test_a_keeper_that_took_over_ends_what_the_dead_one_started(folder: Folder) -> None:
    first = folder.start()
    until("bridge, window and main room", lambda: all_held(folder), START_SECONDS, first)
    first.kill()
    until("a new keeper", lambda: those(folder, "keeper") and is_held(folder.data.run / "keeper.lock"), 10)
    time.sleep(0.3)  # it has looked around
    those(folder, "keeper")[0].terminate()
    until("nothing is left", lambda: not processes_that_name(str(folder.data.root)), 10)


def test_a_keeper_and_a_bridge_that_die_together_come_back_with_everything_that_lives(folder: Folder) -> None:
    first = folder.start()
    until("bridge, window and main room", lambda: all_held(folder), START_SECONDS, first)
    (bridge,) = those(folder, "bridge")
    window, main_room = (holder(folder.data.run / f"{name}.lock") for name in ("window", "main-room"))
    first.kill()
    bridge.kill()
    until("both are back", lambda: is_held(folder.data.run / "keeper.lock") and new_bridge(folder, bridge.pid), 30)
    until("one of each", lambda: len(those(folder, "keeper")) == len(those(folder, "bridge")) == 1, 10)
    assert (window, main_room) == tuple(holder(folder.data.run / f"{name}.lock") for name in ("window", "main-room"))
    those(folder, "keeper")[0].terminate()
    until("nothing is left", lambda: not processes_that_name(str(folder.data.root)), 10)


def test_a_bridge_that_was_ended_on_purpose_without_a_keeper_stays_ended(tmp_path: Path) -> None:
    watch = KeeperWatch(tmp_path, tmp_path / "data")
    assert [watch.look() for _ in range(4)] == [False] * 4
    assert not (tmp_path / "keeper.out").exists()


def test_who_lives_is_not_started_again(tmp_path: Path) -> None:
    (tmp_path / "bridge.json").touch()
    for name in ("keeper", "bridge"):
        with FileLock(tmp_path / f"{name}.lock"):
            watch = KeeperWatch(tmp_path, tmp_path / "data")
            assert [watch.look() for _ in range(4)] == [False] * 4
    assert not (tmp_path / "keeper.out").exists()


def new_bridge(folder: Folder, old: int) -> bool:
    """Tells whether another bridge than the old one can be reached."""
    address = folder.address()
    return address is not None and address.pid != old and holder(folder.data.run / "bridge.lock") == address.pid


def all_held(folder: Folder) -> bool:
    """Tells whether bridge, window and main room live."""
    return folder.address() is not None and all(
        is_held(folder.data.run / f"{name}.lock") for name in ("bridge", "window", "main-room")
    )
