"""One holder per lock: between processes, after a death, and on a disk that takes nothing more."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.processes.lock import AlreadyHeld, FileLock, holder, is_held
from tests.own_process import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from hardware.processes.lock import AlreadyHeld, FileLock
try:
    lock = FileLock(Path(sys.argv[1]))
except AlreadyHeld:
    print("refused", flush=True)
    sys.exit(3)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(path: Path) -> Generator[tuple[subprocess.Popen[str], str]]:
    """Gives a process that wants the lock and what came of it; it lives until its standard input ends."""
    line = [sys.executable, "-c", HOLDER, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def test_of_two_processes_one_holds(tmp_path: Path) -> None:
    path = tmp_path / "run" / "one.lock"
    with other_process(path) as (first, said):
        assert said == "held"
        assert is_held(path)
        assert holder(path) == first.pid
        with pytest.raises(AlreadyHeld):
            FileLock(path)
        with other_process(path) as (_, said_second):
            assert said_second == "refused"
        assert holder(path) == first.pid, "who was refused leaves no trace"


def test_a_dead_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    with other_process(path) as (first, _):
        first.kill()
        first.wait()
        assert path.read_text().strip() == str(first.pid), "its number is still there"
        assert not is_held(path)
        assert holder(path) is None
        with FileLock(path):
            assert holder(path) == os.getpid()
    assert not is_held(path)


def test_looking_at_a_lock_takes_nothing_from_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    lock = FileLock(path)
    assert all(is_held(path) for _ in range(50))
    lock.release()
    assert not is_held(path)
    with other_process(path) as (_, said):
        assert said == "held"


@pytest.mark.parametrize("content", [b"", b"not a number", b"\xff\xfe", b"-" * 5000])
def test_what_an_old_file_says_is_not_believed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.lock"
    path.write_bytes(content)
    assert not is_held(path)
    assert holder(path) is None
    with FileLock(path):
        assert holder(path) == os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_keeps_nobody_from_holding(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n" + HOLDER
    line = [sys.executable, "-c", full, str(path)]
    process = subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "held"
        assert is_held(path)
        assert holder(path) is None
    finally:
        process.kill()
        process.communicate()
