"""The guard of `conftest.py` itself: what a test leaves running is named, ended, and fails the run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

CARELESS = """
import subprocess, threading, time

kept = []

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(60,), name="forgotten", daemon=True).start()

def test_leaves_a_process():
    kept.append(subprocess.Popen(["sleep", "601"]))

def test_leaves_an_orphan():
    subprocess.run(["sh", "-c", "sleep 602 & exit 0"], check=True)

def test_is_tidy():
    subprocess.run(["true"], check=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the careless tests speak Unix")
def test_what_is_left_running_is_named(tmp_path: Path) -> None:
    guard = CONFTEST.read_text(encoding="utf-8").replace("GRACE_S = 2.0", "GRACE_S = 0.1")
    (tmp_path / "conftest.py").write_text(guard, encoding="utf-8")
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    line = [sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", str(tmp_path), "-p", "no:cacheprovider"]
    run = subprocess.run([*line, str(tmp_path)], capture_output=True, text=True, check=False)

    assert "4 passed, 3 errors" in run.stdout
    assert "left running: thread 'forgotten'" in run.stdout
    assert "(sleep 601), started by test_careless.py::test_leaves_a_process (call)" in run.stdout
    assert "(sleep 602), started by test_careless.py::test_leaves_an_orphan (call)" in run.stdout
