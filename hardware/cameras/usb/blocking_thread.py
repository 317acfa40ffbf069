"""A thread for calls that may hang: one camera's system calls, one after the other.

Rule: a call that does not come back within its time is left to itself, and nothing more is asked until it does; the
thread never holds up the end of the program.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from console.words import Reason
from hardware.cameras.polled.device import DeviceTrouble
from hardware.cameras.usb.controls import UsbTrouble

CALL_SECONDS = 2.0
MOST_WAITING = 8

Answer = TypeVar("Answer")


class BlockingThread:
    """Runs calls in their order; used from one event loop."""

    def __init__(self, name: str) -> None:
        self._work: queue.Queue[Callable[[], None] | None] = queue.Queue(MOST_WAITING)
        self._hangs = False
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()

    async def call(self, work: Callable[[], Answer]) -> Answer:
        """Returns what a call returns; raises `DeviceTrouble`."""
        if self._hangs:
            raise DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera's driver hangs")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Answer] = loop.create_future()

        def run() -> None:
            try:
                answer = work()
            except UsbTrouble as trouble:
                _tell(loop, self._fail, done, DeviceTrouble(Reason.CAMERA_UNREACHABLE, str(trouble)))
            else:
                _tell(loop, self._finish, done, answer)

        try:
            self._work.put_nowait(run)
            async with asyncio.timeout(CALL_SECONDS):
                return await done
        except queue.Full as error:
            raise DeviceTrouble(Reason.CAMERA_BUSY, "Too much is asked of the camera at once") from error
        except TimeoutError as error:
            self._hangs = True
            raise DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera's driver does not answer in time") from error

    def end(self) -> None:
        """Lets the thread end after what it is doing."""
        try:
            self._work.put_nowait(None)
        except queue.Full:
            return  # it hangs, and ends with the program

    def _finish(self, done: "asyncio.Future[Any]", answer: Any) -> None:
        self._hangs = False
        if not done.done():
            done.set_result(answer)

    def _fail(self, done: "asyncio.Future[Any]", trouble: DeviceTrouble) -> None:
        self._hangs = False
        if not done.done():
            done.set_exception(trouble)


def _tell(loop: asyncio.AbstractEventLoop, tell: Callable[..., None], *what: Any) -> None:
    try:
        loop.call_soon_threadsafe(tell, *what)
    except RuntimeError:
        return  # the loop has ended, and with it whoever asked
