"""The link to a process that another one started: JSON lines on its standard input and output.

Rule: the end of standard input is the order to stop, so that no such process outlives the program that started it.
"""

import asyncio
import contextlib
import sys
import threading
from collections.abc import AsyncIterator

import msgspec

MOST_WAITING_LINES = 256
"""Lines that may wait; beyond that the reader waits, and with it whoever writes."""


async def lines_of_standard_input() -> AsyncIterator[bytes]:
    """Yields lines until standard input ends.

    A thread reads, because on Windows a console or pipe cannot be waited for on a selector loop; it ends with the
    process.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes] = asyncio.Queue(MOST_WAITING_LINES)

    def read() -> None:
        # The loop may be gone by the time a late line comes.
        with contextlib.suppress(RuntimeError):
            for line in sys.stdin.buffer:
                asyncio.run_coroutine_threadsafe(queue.put(line), loop).result()
            asyncio.run_coroutine_threadsafe(queue.put(b""), loop).result()

    threading.Thread(target=read, name="standard input", daemon=True).start()
    while line := await queue.get():
        if line.strip():
            yield line


def say(message: msgspec.Struct) -> None:
    """Writes one JSON line to standard output at once; nobody listening any more is no error."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
        sys.stdout.buffer.flush()
