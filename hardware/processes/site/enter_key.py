"""The Enter key of the terminal in which a satellite without a window runs.

Rule: nothing is read before there is something to answer, and never from the background, where the system would stop
the whole process for reading. Without a terminal or pipe nobody can press it, and nothing happens.
"""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable

LINE_OCTETS = 1024


class EnterKey:
    """Calls `pressed` on the loop for every line that is entered once `listen` was called."""

    def __init__(self, pressed: Callable[[], None]) -> None:
        self._pressed = pressed
        self._listening = False

    def listen(self) -> None:
        """Begins to read standard input, once; in the background it is left for the next time."""
        descriptor = _standard_input()
        if self._listening or descriptor is None or not _in_foreground(descriptor):
            return
        self._listening = True
        loop = asyncio.get_running_loop()
        # A thread, because a Windows console cannot be waited for on a selector loop. It reads the descriptor itself:
        # a thread that waits inside `sys.stdin` at the end holds its lock, and the interpreter aborts.
        threading.Thread(target=self._read, args=(descriptor, loop), name="enter key", daemon=True).start()

    def _read(self, descriptor: int, loop: asyncio.AbstractEventLoop) -> None:
        # The terminal may be closed under us, and the loop be gone by the time a late key comes.
        with contextlib.suppress(OSError, RuntimeError):
            while octets := os.read(descriptor, LINE_OCTETS):
                if b"\n" in octets:
                    loop.call_soon_threadsafe(self._pressed)


def _standard_input() -> int | None:
    try:
        return None if sys.stdin is None else sys.stdin.fileno()
    except (OSError, ValueError):
        return None


def _in_foreground(descriptor: int) -> bool:
    if not os.isatty(descriptor) or not hasattr(os, "tcgetpgrp"):
        return True
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:
        return False
