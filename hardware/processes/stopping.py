"""How a process hears that it is to end: SIGTERM and Ctrl+C, on every system."""

import asyncio
import signal
import sys
from collections.abc import Callable
from types import FrameType


def on_stop(call: Callable[[], object]) -> None:
    """Calls `call` on the running loop when the process is asked to end."""
    loop = asyncio.get_running_loop()

    def from_signal(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(call)

    for number in (signal.SIGTERM, signal.SIGINT):
        if sys.platform == "win32":
            signal.signal(number, from_signal)
        else:
            loop.add_signal_handler(number, call)
