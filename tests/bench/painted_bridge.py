"""A bridge without media, for measuring a window alone: `python -m tests.bench.painted_bridge DATA SITES FPS`.

Rule: link, slots, levels and run file are the product's own, so that a window process finds and shows it as any other;
only what is published is made up. It decides nothing: every command is refused. It ends with its standard input.
"""

import asyncio
import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from console.commands import CommandRequest
from console.data_folder import DataFolder
from console.effects import Receipt
from console.engine_port import SetViews
from console.snapshot import Delta
from console.words import Outcome, Reason
from hardware.link.frame_slots import FrameWriter
from hardware.link.frames_folder import FramesFolder
from hardware.link.levels import LevelWriter
from hardware.link.link_server import BridgeDoors, LinkServer
from hardware.link.run_file import BridgeAddress, new_token, remove_run_file, run_file_of, write_run_file
from tests.bench.painted_meeting import PUBLISH_MS, PaintedMeeting
from tests.bench.painted_pictures import PaintedPictures

LEVELS_SECONDS = 0.1
LOUD_SITES = ("s009",)
QUIETEST_DB, LOUDEST_DB = -42.0, -12.0


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class PaintedBridge:
    """The drawn meeting and whoever follows it."""

    def __init__(self, frames: Path, sites: int, tile_fps: int) -> None:
        self._meeting = PaintedMeeting(sites, now_ms())
        self._pictures = PaintedPictures(FrameWriter(frames), tile_fps, time.monotonic)
        self._levels = LevelWriter(frames)
        self._publish: Callable[[Delta], None] | None = None

    def doors(self) -> BridgeDoors:
        """Returns what the link needs."""
        return BridgeDoors(
            ask=self._refuse, whole=self._meeting.whole, subscribe=self._subscribe, set_views=self._set_views
        )

    async def _refuse(self, request: CommandRequest) -> Receipt:
        return Receipt(command_id=request.command_id, outcome=Outcome.REFUSED, reason=Reason.NOT_ALLOWED)

    def _subscribe(self, publish: Callable[[Delta], None]) -> Callable[[], None]:
        self._publish = publish

        def leave() -> None:
            self._publish = None

        return leave

    def _set_views(self, _client: str, views: SetViews | None) -> None:
        self._pictures.take_views(views)

    async def paint(self) -> None:
        """Writes pictures at their moments, for ever."""
        while True:
            wait_seconds = self._pictures.write_due()
            await asyncio.sleep(max(0.001, wait_seconds))

    async def publish(self) -> None:
        """Publishes changes, for ever."""
        while True:
            await asyncio.sleep(PUBLISH_MS / 1000)
            delta = self._meeting.change(now_ms())
            if delta is not None and self._publish is not None:
                self._publish(delta)

    async def speak(self) -> None:
        """Writes levels that rise and fall, for ever."""
        step = 0
        while True:
            await asyncio.sleep(LEVELS_SECONDS)
            step += 1
            share = abs(step * 7 % 40 - 20) / 20
            for site in LOUD_SITES:
                level = QUIETEST_DB + share * (LOUDEST_DB - QUIETEST_DB)
                self._levels.write(site, level, level, int(time.monotonic() * 1000))


async def run(data: DataFolder, sites: int, tile_fps: int) -> None:
    """Runs the bridge until standard input ends."""
    frames = FramesFolder(data.run)
    bridge, token = PaintedBridge(frames.path, sites, tile_fps), new_token()
    server = LinkServer(bridge.doors(), token)
    port = await server.start()
    address = BridgeAddress(port=port, token=token, pid=os.getpid(), frames_folder=str(frames.path), https_port=0)
    write_run_file(run_file_of(data.root), address)
    work = [asyncio.create_task(part()) for part in (bridge.paint, bridge.publish, bridge.speak)]
    try:
        ended = asyncio.create_task(asyncio.to_thread(sys.stdin.buffer.read))
        await asyncio.wait([ended, *work], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in work:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*work)
        await server.close()
        remove_run_file(run_file_of(data.root), os.getpid())
        frames.close()


if __name__ == "__main__":
    folder = DataFolder(Path(sys.argv[1]))
    folder.make()
    asyncio.run(run(folder, int(sys.argv[2]), int(sys.argv[3])))
