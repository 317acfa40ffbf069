"""A bridge without media, for measuring a window alone.

    python -m tests.bench.painted_bridge DATA SITES FPS [--hours 12] [--times 20]

Rule: link, slots, levels and run file are the product's own, so that a window process finds and shows it as any other;
only what is published is made up. It decides nothing: every command is refused. It ends with its standard input.
"""

import argparse
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
from hardware.link.bridge_doors import BridgeDoors, no_history, no_lines
from hardware.link.frame_slots import FrameWriter
from hardware.link.frames_folder import FramesFolder
from hardware.link.levels import LevelWriter
from hardware.link.link_server import LinkServer
from hardware.link.run_file import BridgeAddress, new_token, remove_run_file, run_file_of, write_run_file
from tests.bench.busy_meeting import BusyMeeting
from tests.bench.painted_meeting import PUBLISH_MS, PaintedMeeting
from tests.bench.painted_past import PaintedPast
from tests.bench.painted_pictures import PaintedPictures

LEVELS_SECONDS = 0.1
LOUD_SITES = ("s009",)
QUIETEST_DB, LOUDEST_DB = -42.0, -12.0


def now_ms() -> int:
    return time.time_ns() // 1_000_000


class PaintedBridge:
    """The drawn meeting and whoever follows it."""

    def __init__(self, frames: Path, meeting: PaintedMeeting, past: PaintedPast | None, tile_fps: int) -> None:
        self._meeting, self._past = meeting, past
        self._pictures = PaintedPictures(FrameWriter(frames), tile_fps, time.monotonic)
        self._levels = LevelWriter(frames)
        self._publish: Callable[[Delta], None] | None = None

    def doors(self) -> BridgeDoors:
        """Returns what the link needs."""
        past = self._past
        return BridgeDoors(
            ask=self._refuse,
            whole=self._meeting.whole,
            subscribe=self._subscribe,
            set_views=self._set_views,
            read_history=no_history if past is None else past.history,
            read_lines=no_lines if past is None else past.lines,
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


async def run(options: argparse.Namespace) -> None:
    """Runs the bridge until standard input ends."""
    data, hours = DataFolder(options.data), options.hours
    data.make()
    past = None if hours is None else PaintedPast(options.sites, hours, now_ms())
    painted = PaintedMeeting(options.sites, now_ms(), hours)
    meeting = BusyMeeting(options.sites, now_ms(), options.times, hours) if options.times else painted
    frames = FramesFolder(data.run)
    bridge, token = PaintedBridge(frames.path, meeting, past, options.tile_fps), new_token()
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


def options_of(arguments: list[str]) -> argparse.Namespace:
    """Returns the options of a command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("sites", type=int)
    parser.add_argument("tile_fps", type=int)
    parser.add_argument("--hours", type=float, help="so long the session lasts already, with figures of every line")
    parser.add_argument("--times", type=float, default=0.0, help="so many hours of events happen in one; 0: none")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    asyncio.run(run(options_of(sys.argv[1:])))
