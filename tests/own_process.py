"""A process of the product as a test or a bench starts it: `main.py …` with its output in a file, ended for certain.

Rule: every such process leads a group of its own, so that whatever it started is ended with it; nothing is left behind,
however the test ends.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import psutil

ROOT = Path(__file__).resolve().parents[1]
MAIN_FILE = ROOT / "main.py"
STOP_SECONDS = 8.0
LOOK_SECONDS = 0.02

ON_LOOPBACK_ALONE = ("unshare", "--net", "--map-root-user", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
"""A command line that runs the rest on a machine with `lo` alone: in a fresh network namespace."""

Found = TypeVar("Found")


class NotInTime(AssertionError):
    """Something awaited did not happen; the text says what, and what the process printed."""


def may_make_namespaces() -> bool:
    """Tells whether this user may make a network namespace."""
    try:
        return subprocess.run([*ON_LOOPBACK_ALONE, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def quiet_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Returns an environment without a display, in which compiled modules are kept as on anybody's own machine."""
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": ""}
    ours["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # no test's key goes into a person's key store
    return {**os.environ, **ours, **(more or {})}


class OwnProcess:
    """`main.py` with `arguments`, in a group of its own; a context manager that ends it."""

    def __init__(
        self,
        arguments: Sequence[str],
        output: Path,
        *,
        prefix: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        keyboard: bool = False,
    ) -> None:
        """`prefix` is a command line that runs the rest (`unshare -n …`); `keyboard` lets `type_line` reach it."""
        self.arguments = list(arguments)
        self.output = output
        self.started_seconds = time.monotonic()
        with output.open("ab") as file:
            self.process = subprocess.Popen(
                [*prefix, sys.executable, str(MAIN_FILE), *arguments],
                env=quiet_environment(environment),
                stdin=subprocess.PIPE if keyboard else subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd=ROOT,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def printed(self) -> str:
        """Returns what it printed so far."""
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def type_line(self, text: str = "") -> None:
        """Types a line and Enter."""
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def tree(self) -> list[psutil.Process]:
        """Returns the process and all that it started."""
        try:
            root = psutil.Process(self.pid)
            return [root, *root.children(recursive=True)]
        except psutil.Error:
            return []

    def child(self, word: str) -> psutil.Process:
        """Returns the descendant whose command line holds this word; raises `NotInTime`."""
        for process in self.tree()[1:]:
            with contextlib.suppress(psutil.Error):
                if word in process.cmdline():
                    return process
        raise NotInTime(f"{self.arguments[0]} has no process {word!r}")

    def wait(self, seconds: float) -> int:
        """Returns the exit code; raises `NotInTime`."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NotInTime(f"{self.arguments} did not end within {seconds:g} s:\n{self.printed()}") from None

    def kill(self) -> None:
        """Kills this process alone, as a crash would, and waits for its end."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Asks the process to end, then ends everything that it started."""
        family = self.tree()
        if self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        if self.running:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        for process in family:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self.process.wait()
        psutil.wait_procs(family, timeout=STOP_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def until(what: str, find: Callable[[], Found | None], seconds: float, process: OwnProcess | None = None) -> Found:
    """Returns the first thing that `find` finds that is not falsy; raises `NotInTime`."""
    limit = time.monotonic() + seconds
    while not (found := find()):
        if process is not None and not process.running:
            raise NotInTime(
                f"{what}: {process.arguments[0]} ended with {process.process.returncode}:\n{process.printed()}"
            )
        if time.monotonic() > limit:
            told = f":\n{process.printed()}" if process is not None else ""
            raise NotInTime(f"{what}: not within {seconds:g} s{told}")
        time.sleep(LOOK_SECONDS)
    return found
