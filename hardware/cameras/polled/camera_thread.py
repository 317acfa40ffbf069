"""The thread that polled cameras live in, with an event loop of its own: SOAP parsing and system calls hold up nobody.

Rule: there is one for all such cameras of a program; it begins with the first and ends with the last.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any

_log = logging.getLogger(__name__)


class CameraThread:
    """A running thread with an event loop."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="polled cameras", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()

    def call(self, work: Callable[[], None]) -> None:
        """Does something soon in the thread."""
        self.loop.call_soon_threadsafe(work)

    def run(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        """Begins a coroutine in the thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    def end(self) -> None:
        """Ends the thread after what it is doing; may be called in it."""
        self.loop.call_soon_threadsafe(self.loop.stop)


class _Shared:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.thread: CameraThread | None = None
        self.users = 0


_shared = _Shared()


def borrow() -> CameraThread:
    """Returns the thread, begun with the first user."""
    with _shared.lock:
        if _shared.thread is None:
            _shared.thread = CameraThread()
        _shared.users += 1
        return _shared.thread


def give_back() -> None:
    """Ends the thread with its last user."""
    with _shared.lock:
        _shared.users -= 1
        if _shared.users == 0 and _shared.thread is not None:
            _shared.thread.end()
            _shared.thread = None
