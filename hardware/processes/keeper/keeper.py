"""Starts the bridge and the window, restarts what dies, and outlives the window.

Rule: a page of code without Qt and without a meeting's knowledge, so that nothing in it can fail in a meeting. Who
lives is read from the processes' own locks: a keeper that was started anew finds the bridge and the window of the dead
one in the same way. A bridge that lives and does not answer is ended, to come back from its log. A full or read-only
disk delays a start and ends nothing.
"""

import signal
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from console.trouble import Told, Trouble, TroubleKind, trouble
from hardware.link.run_file import RUN_FILE_NAME
from hardware.processes.bridge.bridge_pulse import BridgePulse
from hardware.processes.keeper.kept import Kept
from hardware.processes.keeper.refusal import AGAIN, forget_refusal, leave_refusal
from hardware.processes.launch import start_own
from hardware.processes.lock import AlreadyHeld, FileLock, is_held

POLL_SECONDS = 0.1
MOST_SHORT_LIVES = 6
"""A bridge that died this often without ever living for long is given up; with the pauses it took about 7 s."""
MAIN_ROOM_WAITS_SECONDS = 2.5
"""The window comes first: on two cores a third process that loads media libraries would hold it up."""

EXIT_MEETING_GOES_ON = 0
EXIT_STOP_MEETING = 10
"""The window's exit codes: closed for good with the meeting going on, or closed to end everything."""
WINDOW_GOODBYE = "window.goodbye"
"""File in the run folder where the window leaves its exit code."""
WINDOW_WISH = "window.wish"
"""File in the run folder by which somebody who opens the console again asks the keeper for a window."""
SAID_WHAT_IS_WRONG = 2
"""Exit code of a process that a restart cannot help: it has said why."""


class BridgeRefused(Told):
    """The bridge cannot start; its own sentence says why."""


class BridgeKeepsEnding(Told):
    """The bridge died again and again."""


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
        self._main_room = Kept(
            ["main-room", "--data", str(data), "--kept"],
            run_folder / "main-room.lock",
            run_folder / "main-room.out",
            wanted=with_main_room,
            not_before=time.monotonic() + MAIN_ROOM_WAITS_SECONDS,
        )
        self._bridge = Kept(
            ["bridge", "--data", str(data), "--kept", *bridge_arguments],
            run_folder / "bridge.lock",
            run_folder / "bridge.out",
            life_sign=run_folder / RUN_FILE_NAME,
        )
        self._pulse = BridgePulse(run_folder / RUN_FILE_NAME)
        self._window = Kept(
            window_arguments or ["window", "--data", str(data)],
            run_folder / "window.lock",
            run_folder / "window.out",
            wanted=window_arguments is not None,
            goodbye=run_folder / WINDOW_GOODBYE,
        )
        self._window_wish = run_folder / WINDOW_WISH
        self._window_wish.unlink(missing_ok=True)
        self._run_folder = run_folder
        forget_refusal(run_folder)
        self._stopping = False
        self._why: BridgeRefused | BridgeKeepsEnding | None = None

    def adopt(self) -> None:
        """Takes over from a keeper that died: what lives now is wanted, nothing else is started but the bridge."""
        self._window.wanted = is_held(self._window.lock)
        self._main_room.wanted = is_held(self._main_room.lock)

    def run(self) -> int:
        """Keeps until the bridge ends by itself or everything is asked to stop; returns the exit code.

        Where a window can say why there is no bridge, it stays until it is closed or the bridge is tried again. Raises
        `BridgeRefused` or `BridgeKeepsEnding`, after everything was stopped.
        """
        signal.signal(signal.SIGTERM, self._on_signal)
        signal.signal(signal.SIGINT, self._on_signal)
        try:
            while not self._stopping and (self._bridge.wanted or self._window_says_why):
                self._look(time.monotonic())
                time.sleep(POLL_SECONDS)
            self._stop_all()
        finally:
            forget_refusal(self._run_folder)
            self._lock.release()
        if self._why is not None:
            raise self._why
        return 0

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    @property
    def _window_says_why(self) -> bool:
        return self._why is not None and self._window.wanted

    def _look(self, now: float) -> None:
        if self._bridge.wanted:
            self._keep_bridge(now)
        elif (self._run_folder / AGAIN).exists():
            self._try_again()
        if self._main_room.wanted:
            self._keep_main_room(now)
        if self._window_wish.exists():
            self._want_window()
        if self._window.wanted:
            self._keep_window(now)

    def _keep_bridge(self, now: float) -> None:
        bridge = self._bridge
        if bridge.alive():
            if self._pulse.look(now):
                bridge.kill("The bridge did not answer for 7 seconds and was ended by its keeper.")
            return
        self._pulse.forget(now)
        code = bridge.exit_code()
        if code == 0:  # ended on purpose
            bridge.wanted = False
        elif code == SAID_WHAT_IS_WRONG:
            self._give_up(BridgeRefused(bridge.last_words() or self._said_nothing()))
        elif bridge.start_when_due(now) >= MOST_SHORT_LIVES:
            ends = trouble(TroubleKind.BRIDGE_KEEPS_ENDING, path=bridge.output)
            self._give_up(BridgeKeepsEnding(ends if bridge.last_words() else self._said_nothing()))

    def _give_up(self, why: BridgeRefused | BridgeKeepsEnding) -> None:
        """Starts no bridge any more, and lets the window say why."""
        self._bridge.wanted, self._why = False, why
        leave_refusal(self._run_folder, why)

    def _try_again(self) -> None:
        """Starts the bridge again: somebody has mended what was wrong."""
        forget_refusal(self._run_folder)
        self._why, self._bridge.short_lives = None, 0
        self._bridge.begin_anew()

    def _said_nothing(self) -> Trouble:
        return trouble(TroubleKind.BRIDGE_SAID_NOTHING, path=self._bridge.output)

    def _want_window(self) -> None:
        """Opens the window that was closed while the meeting went on."""
        self._window_wish.unlink(missing_ok=True)
        if not self._window.wanted:
            self._window.begin_anew()

    def _keep_window(self, now: float) -> None:
        window = self._window
        if window.alive():
            return
        code = window.exit_code()
        if code == EXIT_MEETING_GOES_ON:
            window.wanted = False
        elif code == EXIT_STOP_MEETING:
            self._stopping = True
        else:
            window.start_when_due(now)

    def _keep_main_room(self, now: float) -> None:
        if not self._main_room.alive():
            self._main_room.start_when_due(now)

    def _stop_all(self) -> None:
        all_kept = (self._window, self._main_room, self._bridge)
        for kept in all_kept:
            kept.terminate()
        for kept in all_kept:
            kept.wait_or_kill()


def ask_for_window(run_folder: Path) -> None:
    """Asks the folder's keeper for a window; raises `AlreadyHeld` when there is one."""
    if is_held(run_folder / "window.lock"):
        raise AlreadyHeld(str(run_folder))
    (run_folder / WINDOW_WISH).touch()


def ensure_keeper(run_folder: Path, data: Path) -> bool:
    """Starts a keeper when the folder has none, and tells whether it did; the lock decides between several."""
    if is_held(run_folder / "keeper.lock"):
        return False
    start_own(["keeper", "--data", str(data)], log_file=run_folder / "keeper.out")
    return True


__all__ = [
    "EXIT_MEETING_GOES_ON",
    "EXIT_STOP_MEETING",
    "AlreadyHeld",
    "BridgeKeepsEnding",
    "BridgeRefused",
    "Keeper",
    "ask_for_window",
    "ensure_keeper",
]
