"""A media worker: a process that carries the media of some sites, told what to do by the driver over one local link.

Rule: plain asyncio, no Qt. It lives exactly as long as its link: without the bridge it ends within a second, without
asking anybody. A thread that fails ends the process too; the driver starts a new one.
"""

import asyncio
import gc
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import msgspec

from console.engine_port import EngineTrouble, Report, SetGates
from hardware.engines.embedded.captions import Captions, FontMissing
from hardware.engines.embedded.decode_pool import DecodePool
from hardware.engines.embedded.first_orders import NOT_ORDERED, read_orders
from hardware.engines.embedded.link import (
    ConnectDoorway,
    Heartbeat,
    LinkEnd,
    Orders,
    PictureToKeep,
    ToWorker,
    WorkerFailed,
    WorkerReady,
    verb_decoder,
)
from hardware.engines.embedded.load_meter import LoadMeter
from hardware.engines.embedded.main_doorway import MainDoorway
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.program import LARGE_PROGRAM, SMALL_PROGRAM
from hardware.engines.embedded.room import Room, now_ms
from hardware.engines.embedded.side_stage import SideStage
from hardware.engines.embedded.sinks import SinkMaker, Sinks
from hardware.engines.embedded.stage import MainStage
from hardware.rtc.adapter import RtcHookMissing
from hardware.rtc.peer import MediaSocket, PeerSettings, PortInUse, make_certificate
from hardware.rtc.self_test import check_hooks

HEARTBEAT_SECONDS = 0.5
LOOK_SECONDS = 0.1
SAMPLE_SECONDS = 1.0
FREEZE_SECONDS = 10.0
LAST_WORD_SECONDS = 0.8
_CANNOT_WORK = 3
_THREAD_FAILED = 70
"""Exit code when a thread ended with an error (`EX_SOFTWARE`)."""


def run(make_sinks: SinkMaker) -> int:
    """Runs a worker by the orders on standard input until its link ends; returns the exit code."""
    orders = read_orders(Orders, "A media worker is started by the bridge only; it has nothing to do by itself.")
    if orders is None:
        return NOT_ORDERED
    threading.excepthook = _end_with_thread
    # Decoding and coding leave the interpreter for milliseconds; the loop should get it back at once.
    sys.setswitchinterval(0.001)
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_work(orders, make_sinks))


def _end_with_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        traceback.print_exception(failure.exc_value)
    sys.stderr.flush()
    os._exit(_THREAD_FAILED)


async def _work(orders: Orders, make_sinks: SinkMaker) -> int:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    _, link = await loop.create_connection(
        lambda: LinkEnd(lambda _link, _frames: None, lambda _link: ended.set()), "127.0.0.1", orders.link_port
    )
    try:
        await check_hooks()
        media_socket = MediaSocket(orders.udp_port or 0)
        media_socket.bound_sockets()
        worker = Worker(orders, make_sinks(orders.worker_number), link, media_socket)
    except (FontMissing, RtcHookMissing, PortInUse) as error:
        link.send(WorkerFailed(at_ms=now_ms(), token=orders.token, text=str(error)))
        await ended.wait()
        return _CANNOT_WORK
    return await worker.serve(ended)


class Worker:
    """Puts a worker together from its parts and turns its rhythms."""

    def __init__(self, orders: Orders, sinks: Sinks, link: LinkEnd, media_socket: MediaSocket) -> None:
        self._orders = orders
        self._link = link
        self._media_socket = media_socket
        self._loop = asyncio.get_running_loop()
        self._frozen_joins = -1
        desk = PictureDesk(
            sinks.frames, program_changed=_nothing, first_picture=self._picture_seen, trouble=self._trouble
        )
        self._pool = DecodePool(orders.decode_threads, desk)
        self._load = LoadMeter(LOOK_SECONDS, self._pool.take_longest_wait)
        settings = PeerSettings(certificate=make_certificate(), media_socket=self._media_socket)
        self._room = Room(tell=self.tell, settings=settings, desk=desk, pool=self._pool)
        self._doorway: MainDoorway | None = None
        self._stage: MainStage | SideStage
        if orders.worker_number == 0:
            self._stage = self._main_stage(desk, sinks)
        else:
            self._stage = SideStage(
                tell=self.tell,
                sound_heard=self._room.sound_heard,
                sound_tested=self._room.sound_tested,
                ask_key_frame=self._room.ask_key_frame,
                sinks=sinks,
            )
        self._room.take_stage(self._stage, self._stage.fan_out)

    def _main_stage(self, desk: PictureDesk, sinks: Sinks) -> MainStage:
        stage = MainStage(
            tell=self.tell,
            sound_heard=self._room.sound_heard,
            sound_tested=self._room.sound_tested,
            desk=desk,
            shape=SMALL_PROGRAM if self._orders.small_program else LARGE_PROGRAM,
            captions=Captions(Path(self._orders.font_folder)),
            sinks=sinks,
        )
        # Other workers come through it, and a recorder; with neither it costs nothing.
        self._doorway = MainDoorway(stage, desk, self._pool, self._orders.token, self._room.ask_key_frame)
        return stage

    async def serve(self, ended: asyncio.Event) -> int:
        """Works until the link has ended."""
        self._loop.set_exception_handler(self._callback_failed)
        self._link.hand_over(self._frames_arrived, lambda _: ended.set())
        await self._introduce()
        for seconds, work in (
            (HEARTBEAT_SECONDS, self._beat),
            (LOOK_SECONDS, self._look),
            (SAMPLE_SECONDS, self._room.sample),
            (SAMPLE_SECONDS, self._tell_load),
            (FREEZE_SECONDS, self._freeze),
        ):
            Rhythm(seconds, work, self._loop)
        await ended.wait()
        # Whatever hangs in a farewell must not keep a worker without a bridge alive.
        self._loop.call_later(LAST_WORD_SECONDS, os._exit, 0)
        await self._room.close()
        if self._doorway is not None:
            self._doorway.close()
        self._stage.close()
        self._pool.stop()
        self._media_socket.close()
        return 0

    def tell(self, report: Report) -> None:
        """Reports to the driver."""
        self._link.send(report)

    async def _introduce(self) -> None:
        self.tell(
            WorkerReady(
                at_ms=now_ms(),
                worker_number=self._orders.worker_number,
                token=self._orders.token,
                doorway_port=None if self._doorway is None else await self._doorway.open(),
            )
        )

    def _look(self) -> None:
        self._load.beat(time.monotonic())
        self._room.look()
        if self._doorway is not None:
            self._doorway.look()

    def _tell_load(self) -> None:
        self.tell(self._load.take(time.monotonic()))

    def _beat(self) -> None:
        self.tell(Heartbeat(at_ms=now_ms()))

    def _freeze(self) -> None:
        """Takes what lives long out of the garbage collector's sight: its full sweep would hold up the sound."""
        if self._room.joins != self._frozen_joins:
            self._frozen_joins = self._room.joins
            gc.collect()  # of what came since; rubbish that is frozen stays for ever
            gc.freeze()

    def _trouble(self, text: str) -> None:
        """Tells a fault; any thread."""
        self._loop.call_soon_threadsafe(lambda: self.tell(EngineTrouble(at_ms=now_ms(), text=text)))

    def _picture_seen(self, site: str, width: int, height: int) -> None:
        self._loop.call_soon_threadsafe(self._room.picture_seen, site, width, height)

    def _frames_arrived(self, _: LinkEnd, frames: list[bytes]) -> None:
        verbs = [verb for frame in frames if (verb := self._read(frame)) is not None]
        # What closes microphones comes before everything that arrived with it.
        for verb in verbs:
            if isinstance(verb, SetGates):
                self._room.close_gates_except(verb.open_sites)
        # Each in a turn of its own, in order: a fault in one does not take the others with it.
        for verb in verbs:
            self._loop.call_soon(self._carry_out, verb)

    def _read(self, frame: bytes) -> ToWorker | None:
        try:
            return verb_decoder.decode(frame)
        except msgspec.DecodeError as error:
            self.tell(EngineTrouble(at_ms=now_ms(), text=f"the bridge sent what a worker cannot read ({error})"))
            return None

    def _carry_out(self, verb: ToWorker) -> None:
        if isinstance(verb, PictureToKeep):
            if isinstance(self._stage, MainStage):
                self._stage.keep_picture(verb)
        elif not isinstance(verb, ConnectDoorway):
            self._room.carry_out(verb)
        elif isinstance(self._stage, SideStage):
            self._stage.connect(verb)

    def _callback_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        """A fault in one callback is told and does not end the meeting."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            traceback.print_exception(error)
        self.tell(EngineTrouble(at_ms=now_ms(), text=f"a media worker met a fault: {context.get('message')} {error!r}"))


class Rhythm:
    """Calls `work` at a steady pace; calls that were missed are left out."""

    def __init__(self, seconds: float, work: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        self._seconds = seconds
        self._work = work
        self._loop = loop
        self._due = loop.time()
        self._next()

    def _next(self) -> None:
        self._due = max(self._due + self._seconds, self._loop.time())
        self._loop.call_at(self._due, self._run)

    def _run(self) -> None:
        self._next()
        self._work()


def _nothing() -> None:
    """Stands in until the program thread is there."""
