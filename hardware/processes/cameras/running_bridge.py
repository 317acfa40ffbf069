"""What the set-up asks of a running bridge: its cameras are spoken to by it alone, over its one connection.

Rule: where no bridge runs nothing is asked and nothing waits; whoever set a camera up a moment ago waits for the bridge
to have found it, not longer than a few seconds.
"""

import asyncio
import time
from collections.abc import Collection
from typing import Final

from console.cameras.camera_words import CameraLink
from console.command_line.actions import BridgeClient
from console.command_line.exits import BridgeLost, NoBridgeRuns
from console.commands import AnyCommand
from console.data_folder import DataFolder
from console.effects import Receipt
from console.snapshot import CameraView
from console.words import MAIN_SITE
from hardware.processes.office_actions import connect

PERSON: Final = "camera set-up"
FOUND_SECONDS: Final = 5.0
LOOK_SECONDS: Final = 0.2


async def cameras_of_bridge(data: DataFolder, names: Collection[str]) -> dict[str, CameraView]:
    """Returns what the running bridge knows of these cameras, as far as it drives them; nothing without one."""
    try:
        async with connect(data, PERSON) as bridge:
            until = time.monotonic() + FOUND_SECONDS
            while True:
                views = await _views(bridge)
                there = all(name in views and views[name].link is not CameraLink.CONNECTING for name in names)
                if there or time.monotonic() > until:
                    return views
                await asyncio.sleep(LOOK_SECONDS)
    except (NoBridgeRuns, BridgeLost):
        return {}


async def ask_bridge(data: DataFolder, camera: str, command: AnyCommand) -> Receipt | None:
    """Asks the running bridge something for a camera that it drives; None where no bridge does."""
    try:
        async with connect(data, PERSON) as bridge:
            return await bridge.ask(command) if camera in await _views(bridge) else None
    except (NoBridgeRuns, BridgeLost):
        return None


async def _views(bridge: BridgeClient) -> dict[str, CameraView]:
    views = (await bridge.whole()).views.values()
    return {view.name: view for view in views if isinstance(view, CameraView) and view.site == MAIN_SITE}
