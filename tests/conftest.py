"""What holds for every test: no window on anybody's screen, and nothing left running.

Rule: a test that leaves a thread or a process behind fails, and what it left is ended: the next one starts clean.
What a fixture of wider scope started (module, session) is older than the test and not counted against it.

    DIEM_CAU_EXAMPLES=thorough python3 dev.py test tests/console     invariants and codecs on many more examples
"""

import contextlib
import os
import stat
import threading
import time
import uuid
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"

import psutil
import pytest
from hypothesis import settings

# How many examples a property is tried on: enough for every run, or many for a night.
settings.register_profile("usual", max_examples=50, stateful_step_count=50, deadline=None)
settings.register_profile("thorough", max_examples=500, stateful_step_count=60, deadline=None)
settings.load_profile(os.environ.get("DIEM_CAU_EXAMPLES", "usual"))

GRACE_S = 2.0
"""How long that may take which is on its way out: a stopped thread, a terminated process."""

RUN_MARK = "DIEM_CAU_TEST_RUN"
"""Inherited by all that a test starts, so that a process is known as ours when its parent is gone."""

# Python's own servants; they live until the interpreter ends.
SERVANTS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")

Kind = TypeVar("Kind")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the files with slow tests first: run side by side, none of them is left alone at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow") is not None}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def private_runtime_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Gives Qt and sound servers a runtime folder where the session has none (root, containers)."""
    if not Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere").is_dir():
        folder = tmp_path_factory.mktemp("runtime")
        folder.chmod(stat.S_IRWXU)
        os.environ["XDG_RUNTIME_DIR"] = str(folder)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Generator[None]:
    threads, children = set(threading.enumerate()), set(living_children())
    yield
    left_threads = after_grace(lambda: [thread for thread in living_threads() if thread not in threads])
    left_children = after_grace(lambda: [child for child in living_children() if child not in children])
    told = [f"thread {thread.name!r}" for thread in left_threads] + [describe(child) for child in left_children]
    end(left_children)
    if told:
        pytest.fail("left running: " + "; ".join(told), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def no_orphans() -> Generator[None]:
    """Finds at the end what no test could see: processes whose parent has died before them."""
    mark = os.environ[RUN_MARK] = uuid.uuid4().hex
    yield
    left = after_grace(lambda: orphans(mark))
    told = [describe(process) for process in left]
    end(left)
    if told:
        pytest.fail("left running without a parent: " + "; ".join(told), pytrace=False)


def living_threads() -> list[threading.Thread]:
    # Threads that Python did not start (Qt's, PortAudio's) stay listed as dummies once they have called into it.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def living_children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if is_alive(child) and not is_servant(child)]


def orphans(mark: str) -> list[psutil.Process]:
    mine = os.getpid()
    return [
        process
        for process in psutil.process_iter()
        if process.pid != mine and is_alive(process) and carries(process, mark) and not is_servant(process)
    ]


def is_alive(process: psutil.Process) -> bool:
    """Tells whether it still runs; one that ended and was not waited for holds nothing but a number."""
    with contextlib.suppress(psutil.Error):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def is_servant(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        line = " ".join(process.cmdline())
        return any(name in line for name in SERVANTS)
    return False


def carries(process: psutil.Process, mark: str) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.environ().get(RUN_MARK) == mark
    return False


def describe(process: psutil.Process) -> str:
    """Names a process and the test that started it, which pytest writes into the environment."""
    with contextlib.suppress(psutil.Error):
        return f"process {process.pid} ({' '.join(process.cmdline())[:120]})" + started_by(process)
    return f"process {process.pid}"


def started_by(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.Error):
        return f", started by {process.environ().get('PYTEST_CURRENT_TEST', 'no test')}"
    return ""


def after_grace(find: Callable[[], list[Kind]]) -> list[Kind]:
    """Returns what `find` still finds when the grace is over."""
    deadline = time.monotonic() + GRACE_S
    found = find()
    while found and time.monotonic() < deadline:
        time.sleep(0.02)
        found = find()
    return found


def end(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(processes, timeout=GRACE_S)
