"""Whether a bridge that lives also works: asked over its link, for a process that hangs still holds its lock.

Rule: nothing here waits, so that the keeper goes on looking after the others. Asking is a connection that is closed
again without a word: a loop that turns closes its end too. What refuses the connection is ending or starting, and that
is for its lock to tell. A machine that slept gets a second question before its bridge is called dead.
"""

import contextlib
import select
import socket
from pathlib import Path

from hardware.link.run_file import NoBridge, read_run_file

ASK_EVERY_SECONDS = 2.0
SILENT_SECONDS = 5.0
"""A loop that a meeting depends on never stands still for so long."""
SECOND_ANSWER_SECONDS = 2.0


class BridgePulse:
    """Asks one data folder's bridge again and again whether it works."""

    def __init__(self, run_file: Path) -> None:
        self._run_file = run_file
        self._question: socket.socket | None = None
        self._asked_at = 0.0
        self._next_at = 0.0
        self._missed = False
        """One question had no answer; the next decides."""

    def look(self, now: float) -> bool:
        """Asks when it is due, and returns whether the bridge hangs; `now` is monotonic seconds."""
        if self._question is None:
            if now >= self._next_at:
                self._ask(now)
            return False
        if _answered(self._question):
            self.forget(now)
            return False
        if now - self._asked_at < (SECOND_ANSWER_SECONDS if self._missed else SILENT_SECONDS):
            return False
        hangs = self._missed
        self.forget(now)
        self._missed = not hangs
        self._next_at = now + ASK_EVERY_SECONDS if hangs else now
        return hangs

    def forget(self, now: float) -> None:
        """Ends the question; the next is asked after a while."""
        if self._question is not None:
            self._question.close()
        self._question, self._missed, self._next_at = None, False, now + ASK_EVERY_SECONDS

    def _ask(self, now: float) -> None:
        self._next_at = now + ASK_EVERY_SECONDS
        try:
            port = read_run_file(self._run_file).port
        except NoBridge:  # it has not opened its link yet, or ends
            return
        question = socket.socket()
        question.setblocking(False)  # noqa: FBT003 - the name of the call
        question.connect_ex(("127.0.0.1", port))
        self._question, self._asked_at = question, now


def _answered(question: socket.socket) -> bool:
    """Returns whether the other end has closed, said something, or was never there."""
    try:
        readable, writable, failed = select.select([question], [question], [question], 0)
        if failed:
            return True
        if writable:
            with contextlib.suppress(OSError):
                question.shutdown(socket.SHUT_WR)
        if readable:
            question.recv(1)
            return True
    except OSError:
        return True
    return False
