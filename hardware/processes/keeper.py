"""Starts the bridge and the window, restarts what dies, and outlives the window.

Rule: a page of code without Qt and without a meeting's knowledge, so that nothing in it can fail in a meeting. Who
lives is read from the processes' own locks, never from process numbers in files: a keeper that was started anew finds
the bridge and the window of the dead one in the same way.
"""

import contextlib
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import psutil

from hardware.link.run_file import RUN_FILE_NAME, NoBridge, read_run_file
from hardware.processes.launch import start_own
from hardware.processes.lock import AlreadyHeld, FileLock, is_held

POLL_SECONDS = 0.1
FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
STEADY_SECONDS = 10.0
STOP_SECONDS = 6.0
MAIN_ROOM_WAITS_SECONDS = 2.5
"""The window comes first: on two cores a third process that loads media libraries would hold it up."""

EXIT_MEETING_GOES_ON = 0
EXIT_STOP_MEETING = 10
"""The window's exit codes: closed for good with the meeting going on, or closed to end everything."""
WINDOW_GOODBYE = "window.goodbye"
"""File in the run folder where the window leaves its exit code."""


@dataclass
class Kept:
    """One process that the keeper looks after."""

    name: str
    arguments: Sequence[str]
    lock: Path
    output: Path
    wanted: bool = True
    said_goodbye: Path | None = None
    """Where it leaves its exit code, for a keeper that is not its parent."""
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause_seconds: float = FIRST_PAUSE_SECONDS
    not_before: float = field(default=0.0)

    def alive(self) -> bool:
        """Tells whether the process lives, be it our child or one that an earlier keeper started."""
        if self.process is not None and self.process.poll() is None:
            return True
        return is_held(self.lock)

    def start(self, now: float) -> None:
        if self.said_goodbye is not None:
            self.said_goodbye.unlink(missing_ok=True)
        self.process = start_own(self.arguments, log_file=self.output)
        self.started_at = now

    def exit_code(self) -> int | None:
        """Returns how it ended; None when it lives, or when nobody can know."""
        if self.process is not None:
            return self.process.poll()
        return _code_in(self.said_goodbye) if self.said_goodbye is not None else None

    def terminate(self) -> None:
        """Asks it to end, be it our child or one that an earlier keeper started."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def plan_restart(self, now: float) -> None:
        """Sets the earliest next start: at once after a long life, later and later after short ones."""
        if now - self.started_at > STEADY_SECONDS:
            self.pause_seconds = FIRST_PAUSE_SECONDS
        self.not_before = now + self.pause_seconds
        self.pause_seconds = min(self.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
        self.process = None


class Keeper:
    """Looks after one data folder's bridge and window until both are no longer wanted.

    Raises `AlreadyHeld` when the folder has a keeper.
    """

    def __init__(
        self,
        run_folder: Path,
        data: Path,
        *,
        window_arguments: Sequence[str] | None,
        with_main_room: bool,
        bridge_arguments: Sequence[str] = (),
    ) -> None:
        self._lock = FileLock(run_folder / "keeper.lock")
        self._run_folder = run_folder
        self._main_room = Kept(
            "main room",
            ["main-room", "--data", str(data)],
            run_folder / "main-room.lock",
            run_folder / "main-room.out",
            wanted=with_main_room,
            not_before=time.monotonic() + MAIN_ROOM_WAITS_SECONDS,
        )
        self._bridge = Kept(
            "bridge",
            ["bridge", "--data", str(data), "--kept", *bridge_arguments],
            run_folder / "bridge.lock",
            run_folder / "bridge.out",
        )
        self._window = Kept(
            "window",
            window_arguments or ["window", "--data", str(data)],
            run_folder / "window.lock",
            run_folder / "window.out",
            wanted=window_arguments is not None,
            said_goodbye=run_folder / WINDOW_GOODBYE,
        )
        self._stopping = False

    def adopt(self) -> None:
        """Takes over from a keeper that died: what lives now is wanted, nothing else is started but the bridge."""
        self._window.wanted = is_held(self._window.lock)
        self._main_room.wanted = is_held(self._main_room.lock)

    def run(self) -> int:
        """Keeps until the bridge ends by itself or everything is asked to stop; returns the exit code."""
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, self._on_signal)
        try:
            while not self._stopping and self._bridge.wanted:
                self._look(time.monotonic())
                time.sleep(POLL_SECONDS)
            self._stop_all()
        finally:
            self._lock.release()
        return 0

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _look(self, now: float) -> None:
        self._keep_bridge(now)
        if self._main_room.wanted:
            self._keep_main_room(now)
        if self._window.wanted:
            self._keep_window(now)

    def _keep_bridge(self, now: float) -> None:
        bridge = self._bridge
        if bridge.alive():
            return
        code = bridge.exit_code()
        if code in (0, 2):  # ended on purpose, or it said what is wrong and a restart cannot help
            bridge.wanted = False
            return
        _start_when_due(bridge, now)

    def _keep_window(self, now: float) -> None:
        window = self._window
        if window.alive():
            return
        code = window.exit_code()
        if code == EXIT_MEETING_GOES_ON:
            window.wanted = False
            return
        if code == EXIT_STOP_MEETING:
            self._stopping = True
            return
        _start_when_due(window, now)

    def _keep_main_room(self, now: float) -> None:
        room = self._main_room
        if room.alive():
            return
        _start_when_due(room, now)

    def _stop_all(self) -> None:
        all_kept = (self._window, self._main_room, self._bridge)
        for kept in all_kept:
            kept.terminate()
        self._terminate_adopted_bridge()
        for kept in all_kept:
            _wait_or_kill(kept.process)

    def _terminate_adopted_bridge(self) -> None:
        """Ends a bridge that is not our child; without a bridge its main room and window end by themselves."""
        if self._bridge.process is None and is_held(self._bridge.lock):
            with contextlib.suppress(NoBridge, psutil.Error):
                psutil.Process(read_run_file(self._run_folder / RUN_FILE_NAME).pid).terminate()


def _code_in(goodbye: Path) -> int | None:
    try:
        return int(goodbye.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _start_when_due(kept: Kept, now: float) -> None:
    """Starts what is not alive: at once the first time, after a pause when it ended by itself."""
    if kept.exit_code() is not None:
        kept.plan_restart(now)
    if now >= kept.not_before:
        kept.start(now)


def _wait_or_kill(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def ensure_keeper(run_folder: Path, data: Path) -> None:
    """Starts a keeper when the folder has none; the lock decides between several that were started at once."""
    if not is_held(run_folder / "keeper.lock"):
        start_own(["keeper", "--data", str(data)], log_file=run_folder / "keeper.out")


__all__ = ["EXIT_MEETING_GOES_ON", "EXIT_STOP_MEETING", "AlreadyHeld", "Keeper", "ensure_keeper"]
