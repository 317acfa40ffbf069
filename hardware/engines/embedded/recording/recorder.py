"""A recorder: a process that writes one part of the program, or measures a part that was left behind, and ends.

Rule: it is no part of the meeting. It takes the coded program through the doorway of the mixing worker like any further
worker, and whatever it is too slow for is dropped before it reaches anybody else. Without its bridge it ends the part
in order and leaves.
"""

import asyncio
import contextlib
import time
from pathlib import Path

import msgspec

from console.engine_base import Report
from console.recordings.recorder_port import RecordingEnded, RecordingFault, RecordingSeen
from hardware.engines.embedded.coded_feeds import FeedName
from hardware.engines.embedded.doorway import (
    BUFFER_BYTES,
    Introduced,
    MixOut,
    PictureOut,
    ProgramWanted,
    outward_decoder,
    pass_on,
)
from hardware.engines.embedded.first_orders import NOT_ORDERED, read_orders
from hardware.engines.embedded.link import LinkEnd
from hardware.engines.embedded.recording.disk_watch import free_bytes
from hardware.engines.embedded.recording.measuring import hash_of, measure_left_behind
from hardware.engines.embedded.recording.part_writer import PartWriter
from hardware.engines.embedded.recording.recorder_words import EndPart, RecorderOrders, RecorderReady, verb_decoder

LOOK_SECONDS = 0.1
SEEN_SECONDS = 1.0
LAST_WORD_SECONDS = 2.0


def run() -> int:
    """Runs a recorder by the orders on standard input until its part has ended; returns the exit code."""
    orders = read_orders(RecorderOrders, "A recorder is started by the bridge only; it has nothing to do by itself.")
    if orders is None:
        return NOT_ORDERED
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_work(orders))


async def _work(orders: RecorderOrders) -> int:
    bridge = BridgeEnd()
    await bridge.open(orders)
    if orders.doorway_port is None:
        bridge.send(await _measured(orders))
    else:
        await Recorder(orders, bridge).record(orders.doorway_port)
    await bridge.close()
    return 0


async def _measured(orders: RecorderOrders) -> RecordingEnded:
    try:
        found = await asyncio.to_thread(measure_left_behind, Path(orders.path))
    except OSError as error:
        return _ended(orders, 0, 0, "", RecordingFault.DISK, error.strerror or str(error))
    return _ended(orders, found.length_ms, found.file_bytes, found.sha256, RecordingFault.RECORDER_GONE)


def _ended(
    orders: RecorderOrders,
    length_ms: int,
    file_bytes: int,
    sha256: str,
    fault: RecordingFault | None = None,
    text: str = "",
) -> RecordingEnded:
    return RecordingEnded(
        at_ms=_now_ms(),
        file=orders.file,
        length_ms=length_ms,
        file_bytes=file_bytes,
        sha256=sha256,
        fault=fault,
        text=text,
    )


class BridgeEnd:
    """The link to the driver; `asked_to_end` is set when it asks for the end, or is gone."""

    def __init__(self) -> None:
        self.asked_to_end = asyncio.Event()
        self.gone = asyncio.Event()
        self._link: LinkEnd | None = None

    async def open(self, orders: RecorderOrders) -> None:
        """Goes to the driver and proves the token; a driver that is not there is one that is gone."""
        with contextlib.suppress(OSError):
            loop = asyncio.get_running_loop()
            _, self._link = await loop.create_connection(
                lambda: LinkEnd(self._frames_arrived, self._link_ended), "127.0.0.1", orders.link_port
            )
        if self._link is None:
            self._end()
        self.send(RecorderReady(at_ms=_now_ms(), token=orders.token))

    def send(self, report: Report) -> None:
        if self._link is not None:
            self._link.send(report)

    async def close(self) -> None:
        """Lets the last word reach the driver, which closes the link; it is waited for a moment."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORD_SECONDS):
                await self.gone.wait()

    def _frames_arrived(self, link: LinkEnd, frames: list[bytes]) -> None:
        for frame in frames:
            try:
                verb: EndPart = verb_decoder.decode(frame)
            except msgspec.DecodeError:
                link.close()
                return
            _ = verb
            self.asked_to_end.set()

    def _link_ended(self, _: LinkEnd) -> None:
        self._link = None
        self._end()

    def _end(self) -> None:
        self.asked_to_end.set()
        self.gone.set()


class Recorder:
    """Writes one part."""

    def __init__(self, orders: RecorderOrders, bridge: BridgeEnd) -> None:
        self._orders, self._bridge = orders, bridge
        self._path = Path(orders.path)
        self._writer = PartWriter(self._path)
        self._source: LinkEnd | None = None
        self._source_gone = False

    async def record(self, doorway_port: int) -> None:
        """Records until it is asked to end, or cannot go on; reports how it went."""
        await self._open_source(doorway_port)
        seen_at = 0.0
        while self._goes_on():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._bridge.asked_to_end.wait()
            if time.monotonic() - seen_at >= SEEN_SECONDS:
                seen_at = time.monotonic()
                self._bridge.send(await asyncio.to_thread(self._seen))
        lost = self._source_gone or self._writer.gained.formats_differ
        if self._source is not None:
            self._source.close()
        self._writer.end()
        await asyncio.to_thread(self._writer.wait)
        if not self._bridge.gone.is_set():
            self._bridge.send(await asyncio.to_thread(self._outcome, RecordingFault.SOURCE_GONE if lost else None))

    def _goes_on(self) -> bool:
        ends = self._bridge.asked_to_end.is_set() or self._source_gone or self._writer.gained.formats_differ
        return self._writer.running and not ends

    # ------------------------------------------------ the program

    async def _open_source(self, port: int) -> None:
        loop = asyncio.get_running_loop()
        try:
            _, self._source = await loop.create_connection(
                lambda: LinkEnd(self._frames_arrived, self._link_ended, buffer_bytes=BUFFER_BYTES), "127.0.0.1", port
            )
        except OSError:
            self._source_gone = True
            return
        pass_on(self._source, Introduced(self._orders.doorway_token))
        pass_on(self._source, ProgramWanted())

    def _frames_arrived(self, link: LinkEnd, frames: list[bytes]) -> None:
        now = time.monotonic()
        for frame in frames:
            try:
                message = outward_decoder.decode(frame)
            except msgspec.DecodeError:
                link.close()
                return
            if isinstance(message, MixOut):
                self._writer.take_sound(message.common.payload, message.rtp_time, now)
            elif isinstance(message, PictureOut) and message.feed is FeedName.PROGRAM:
                self._writer.take_picture(message.unit, now)

    def _link_ended(self, _: LinkEnd) -> None:
        self._source_gone = True

    # ------------------------------------------------ reports

    def _seen(self) -> RecordingSeen:
        """Looks at the file from outside, not at what the writer believes; may wait for the disk."""
        gained = self._writer.gained
        return RecordingSeen(
            at_ms=_now_ms(),
            file=self._orders.file,
            length_ms=gained.length_ms,
            file_bytes=self._path.stat().st_size if self._path.exists() else 0,
            taken_bytes=gained.taken_bytes,
            dropped_pictures=gained.dropped_pictures,
            free_bytes=free_bytes(self._path.parent),
        )

    def _outcome(self, why: RecordingFault | None) -> RecordingEnded:
        gained = self._writer.gained
        fault, text = gained.fault or why, gained.text
        try:
            size, digest = hash_of(self._path)
        except FileNotFoundError:  # ended before the first picture came
            return _ended(self._orders, 0, 0, "", fault, text)
        except OSError as error:
            return _ended(self._orders, gained.length_ms, 0, "", RecordingFault.DISK, error.strerror or str(error))
        return _ended(self._orders, gained.length_ms, size, digest, fault, text)


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
