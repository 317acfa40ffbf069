"""A bridge that is not heard is asked whether it still has the connection, and only its no ends it."""

import asyncio

from hardware.endpoint.silent_bridge import BRIDGE_SILENT_SECONDS, SilentBridge
from tests.hardware.endpoint.small_bridge import SmallBridge


async def after_silence(bridge: SmallBridge, seconds: float) -> list[str]:
    """Returns what was told after a look at so long a silence, and a second look at once."""
    told: list[str] = []
    silence = SilentBridge(bridge, lambda: told.append("lost"))
    silence.look(seconds)
    silence.look(seconds)
    for _ in range(5):
        await asyncio.sleep(0)
    silence.end()
    return told


async def test_only_a_bridge_that_does_not_know_the_connection_ends_it() -> None:
    for held, told in ((True, []), (None, []), (False, ["lost"])):
        bridge = SmallBridge()
        bridge.held = held
        assert await after_silence(bridge, BRIDGE_SILENT_SECONDS + 0.1) == told
        assert bridge.asked_held == 1, "one question at a time"


async def test_a_bridge_that_was_just_heard_is_not_asked() -> None:
    bridge = SmallBridge()
    assert await after_silence(bridge, BRIDGE_SILENT_SECONDS - 0.1) == []
    assert bridge.asked_held == 0
