"""An event loop whose time passes only by waiting: hours of a meeting in the seconds that their work takes.

Rule: nothing waits for the world. When no callback is ready the clock jumps to the next timer, so whatever runs here is
as exact and as repeatable as its seeds. `block` lets time pass without letting anybody run, as a stalled machine does.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

BEGINS_AT_SECONDS: Final = 1000.0


class VirtualLoop(asyncio.SelectorEventLoop):
    """Use `run_virtual`; `time()` are virtual seconds."""

    def __init__(self) -> None:
        self.seconds = BEGINS_AT_SECONDS
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        return self.seconds

    def block(self, seconds: float) -> None:
        """Holds everything up for so long."""
        self.seconds += seconds


class _JumpingSelector(selectors.SelectSelector):
    """Returns at once, having moved the loop's clock by what it was to wait."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits for the world, and here is none")
        if timeout > 0:
            self._loop.seconds += timeout
        return super().select(0)


def run_virtual(work: Coroutine[Any, Any, Result]) -> Result:
    """Runs to the end of `work`; whatever is still planned then is dropped."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
