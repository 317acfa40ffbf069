"""When nothing is heard of the bridge: has the line been cut, or the connection been lost?

Rule: after `BRIDGE_SILENT_SECONDS` the bridge is asked by the other way, which signalling is. What it still holds is
waited for, until ICE itself gives it up (RFC 7675): when the line is back, the meeting goes on without a new join. What
it does not know is over at once. One question at a time.
"""

import asyncio
from collections.abc import Callable
from typing import Final

from hardware.endpoint.ports import Joiner

BRIDGE_SILENT_SECONDS: Final = 2.0
"""A bridge sends sound fifty times a second: one that was not heard for so long is gone, or its line is. Asking costs
one short connection, waiting costs every site of a bridge that died its place in the meeting."""


class SilentBridge:
    """Belongs to one connection; `lost` is called when the bridge does not know it any more."""

    def __init__(self, joiner: Joiner, lost: Callable[[], None]) -> None:
        self._joiner = joiner
        self._lost = lost
        self._asking: asyncio.Task[None] | None = None

    def look(self, silent_seconds: float) -> None:
        """Takes, once a second, for how long nothing has been heard."""
        if silent_seconds > BRIDGE_SILENT_SECONDS and self._asking is None:
            self._asking = asyncio.get_running_loop().create_task(self._ask(), name="is the connection held")

    async def _ask(self) -> None:
        try:
            held = await self._joiner.is_held()
        finally:
            self._asking = None
        if held is False:
            self._lost()

    def end(self) -> None:
        """Asks no more."""
        if self._asking is not None:
            self._asking.cancel()
