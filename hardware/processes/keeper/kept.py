"""One process that the keeper looks after: whether it lives, how it ended, when it may start again.

Rule: the process's own lock tells whether it lives, and only while that lock is held its process number is believed.
What dies soon after its start is started again later and later. psutil is loaded when something has to be ended, for
bridge and window wait for the start of their keeper.
"""

import contextlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hardware.processes.launch import start_own
from hardware.processes.lock import holder, is_held

if TYPE_CHECKING:
    import psutil

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
STEADY_SECONDS = 10.0
STOP_SECONDS = 6.0
MOST_OUTPUT_OCTETS = 1024 * 1024
"""What it printed in earlier lives is put aside beyond this; one such file is kept."""
MOST_LAST_OCTETS = 2000
"""Of its output, in which its last sentence is looked for."""


@dataclass
class Kept:
    """A process and its lives; `arguments` are those of `main.py`, `output` takes all that it prints."""

    arguments: Sequence[str]
    lock: Path
    output: Path
    wanted: bool = True
    goodbye: Path | None = None
    """Where it leaves its exit code, for a keeper that is not its parent."""
    life_sign: Path | None = None
    """File that it removes when it ends on purpose and leaves behind when it dies."""
    not_before: float = 0.0
    process: subprocess.Popen[bytes] | None = None
    adopted: bool = False
    """Seen alive without being our child."""
    started_at: float = 0.0
    pause_seconds: float = FIRST_PAUSE_SECONDS
    short_lives: int = 0
    said_before: int = 0
    """Octets of its output that earlier lives left."""
    ending: "psutil.Process | None" = None

    def alive(self) -> bool:
        """Tells whether the process lives, be it our child or one that an earlier keeper started."""
        if self.process is not None and self.process.poll() is None:
            return True
        try:
            held = is_held(self.lock)
        except OSError:  # a disk that does not even open the lock's file lets nothing start either
            return True
        self.adopted = self.adopted or held
        return held

    def exit_code(self) -> int | None:
        """Returns how it ended; None when it lives, or when nobody can know."""
        if self.process is not None:
            return self.process.poll()
        if self.goodbye is not None:
            return _code_in(self.goodbye)
        if self.life_sign is not None and self.adopted and not self.life_sign.exists():
            return 0
        return None

    def start_when_due(self, now: float) -> int:
        """Starts it, at once the first time, after a pause when it died; returns how many short lives lie behind it."""
        if self.process is not None and self.process.poll() is not None:
            self._plan_restart(now)
        if now >= self.not_before:
            self._start(now)
        return self.short_lives

    def begin_anew(self) -> None:
        """Wants a process again that ended on purpose; its end is forgotten."""
        self.wanted, self.process, self.adopted = True, None, False
        if self.goodbye is not None:
            self.goodbye.unlink(missing_ok=True)

    def _start(self, now: float) -> None:
        self.started_at = now
        try:
            if self.goodbye is not None:
                self.goodbye.unlink(missing_ok=True)
            if _size(self.output) > MOST_OUTPUT_OCTETS:
                self.output.replace(self.output.with_name(f"{self.output.name}.1"))
            self.said_before = _size(self.output)
            self.process = start_own(self.arguments, log_file=self.output)
        except OSError:  # a full disk, a system without processes to give
            self._plan_restart(now)

    def _plan_restart(self, now: float) -> None:
        """Sets the earliest next start: at once after a long life, later and later after short ones."""
        if now - self.started_at > STEADY_SECONDS:
            self.pause_seconds, self.short_lives = FIRST_PAUSE_SECONDS, 0
        else:
            self.short_lives += 1
        self.not_before = now + self.pause_seconds
        self.pause_seconds = min(self.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
        self.process = None

    def last_words(self) -> str:
        """Returns the last line that it printed since its last start, empty when it said nothing."""
        try:
            with self.output.open("rb") as file:
                file.seek(max(self.said_before, _size(self.output) - MOST_LAST_OCTETS))
                lines = file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return ""
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def terminate(self) -> None:
        """Asks it to end, be it our child or one that an earlier keeper started."""
        import psutil

        with contextlib.suppress(psutil.Error):
            self.ending = self._living()
            if self.ending is not None:
                self.ending.terminate()

    def wait_or_kill(self) -> None:
        """Waits until what was asked to end has ended; kills it after `STOP_SECONDS`."""
        if self.ending is None:
            return
        import psutil

        try:
            self.ending.wait(STOP_SECONDS)
        except psutil.TimeoutExpired:
            with contextlib.suppress(psutil.Error):
                self.ending.kill()
                self.ending.wait(STOP_SECONDS)

    def kill(self, why: str) -> None:
        """Ends it at once, whatever it is doing, and leaves one sentence on why in its output."""
        import psutil

        with contextlib.suppress(psutil.Error):
            living = self._living()
            if living is None:
                return
            with contextlib.suppress(OSError), self.output.open("a", encoding="utf-8") as output:
                output.write(why + "\n")
            living.kill()  # its end is noticed as every end is: waiting here would take its exit code away

    def _living(self) -> "psutil.Process | None":
        import psutil

        if self.process is not None and self.process.poll() is None:
            return psutil.Process(self.process.pid)
        number = holder(self.lock)
        if number is None:
            return None
        process = psutil.Process(number)
        # Whoever takes a lock writes its number a moment later: until then the number is a dead process's.
        return process if self.arguments[0] in process.cmdline() else None


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _code_in(goodbye: Path) -> int | None:
    try:
        return int(goodbye.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
