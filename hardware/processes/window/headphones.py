"""The headphones process: plays the ring of the running bridge, and chimes, on the operator's own device.

Rules: no Qt and no link to the bridge; it only looks into shared memory, so that its death harms nobody. The device is
open only while something plays; nothing runs in between. With a window it obeys its lines and ends with them; without
one it plays whatever is listened to. A device that is missing or has gone is one trouble, tried again by itself.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from console.command_line import requests
from console.command_line.files import settings_of
from console.data_folder import DataFolder
from console.trouble import Trouble, TroubleKind, trouble
from hardware.endpoint.sound.capture_audio import SoundUnavailable
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.play_card import PlayCard
from hardware.link.live_pictures import MOST_WORKERS
from hardware.link.run_file import NoBridge, read_run_file, run_file_of
from hardware.link.sound_ring import SoundRingReader
from hardware.link.standard_lines import lines_of_standard_input, say
from hardware.processes.stopping import on_stop
from hardware.processes.window.chimes import ChimeKind
from hardware.processes.window.headphones_messages import (
    AnyHeadphonesOrder,
    AnyHeadphonesSaid,
    ChimeUnplayed,
    HeadphonesNow,
    Listen,
    PlayChime,
    UseDevice,
)
from hardware.processes.window.headphones_sound import HeadphonesSound, RingSound

LOOK_SECONDS: Final = 0.2
BRIDGE_LOOKS: Final = 5
"""Looks between two questions whether the bridge is another one."""
RETRY_LOOKS: Final = 10
"""Looks between two attempts to open a device."""
LINGER_LOOKS: Final = 10
"""Looks that a device stays open after the last sound: the next chime is heard at once."""


def run_headphones(request: requests.RunHeadphones) -> int:
    """Runs the process until its window goes, or until it is asked to end; returns the exit code."""
    device = settings_of(request.data).headphones
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_live(request, device))


async def _live(request: requests.RunHeadphones, device: str | None) -> int:
    headphones = Headphones(request.data, device, say)
    ended = asyncio.Event()
    on_stop(ended.set)
    if request.obeys:
        work = asyncio.create_task(_obey(headphones), name="orders")
    else:
        headphones.obey(Listen(on=True))
        work = asyncio.create_task(asyncio.Event().wait(), name="nothing to obey")
    ending = asyncio.create_task(ended.wait(), name="end")
    try:
        await asyncio.wait((work, ending), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (work, ending):
            task.cancel()
        await asyncio.gather(work, ending, return_exceptions=True)
        headphones.close()
    return 0


async def _obey(headphones: "Headphones") -> None:
    async for line in lines_of_standard_input():
        try:
            headphones.obey(msgspec.json.decode(line, type=AnyHeadphonesOrder))
        except msgspec.DecodeError:
            continue  # a window of another version; what it says else is obeyed


class Headphones:
    """The operator's ears on this machine; lives on the event loop."""

    def __init__(self, data: DataFolder, device: str | None, tell: Callable[[AnyHeadphonesSaid], None]) -> None:
        self._run_file, self._tell = run_file_of(data.root), tell
        self._sound, self._queue = HeadphonesSound(), PlayQueue()
        self._usual = device
        self._card = PlayCard(self._queue, device, self._device_went)
        self._listening = False
        self._folder: Path | None = None
        self._trouble: Trouble | None = None
        self._said = HeadphonesNow()
        self._looks = self._idle_looks = 0
        self._watching: asyncio.Task[None] | None = None

    def obey(self, order: AnyHeadphonesOrder) -> None:
        """Takes what shall be heard from now on."""
        match order:
            case Listen():
                self._listen(order.on)
            case PlayChime():
                self._chime(order.kind)
            case UseDevice():
                self._use(order.name)
        if self._watching is None or self._watching.done():
            self._watching = asyncio.ensure_future(self._watch())

    def close(self) -> None:
        """Lets the device go and ends what runs."""
        if self._watching is not None:
            self._watching.cancel()
        self._card.close()

    def _use(self, device: str | None) -> None:
        """Goes on playing on another device."""
        was_open = self._card.is_open
        self._card.close()
        self._queue.attach(None)
        self._card = PlayCard(self._queue, device or self._usual, self._device_went)
        self._trouble = None
        if was_open or self._listening:
            self._open()

    def _listen(self, on: bool) -> None:  # noqa: FBT001 - the order's one value
        if on != self._listening:
            self._listening, self._folder, self._sound.listen = on, None, None
            self._looks = 0
        if on:
            self._follow_bridge()
            self._open()

    def _chime(self, kind: ChimeKind) -> None:
        self._open()
        if self._card.is_open:
            self._sound.chimes.order(kind)
        else:
            self._tell(ChimeUnplayed(kind=kind))

    # ------------------------------------------------------------ the device

    def _open(self) -> None:
        if self._card.is_open:
            return
        self._queue.attach(self._sound.next_block)
        try:
            self._card.open()
        except SoundUnavailable as error:
            self._trouble = error.trouble
            self._queue.attach(None)
        else:
            self._trouble = None

    def _device_went(self) -> None:
        self._queue.attach(None)
        self._trouble = trouble(TroubleKind.SOUND_STOPPED)
        self._say()

    # ------------------------------------------------------------ the watch

    async def _watch(self) -> None:
        """Looks after bridge and device while something plays, and ends when nothing does."""
        self._idle_looks = 0
        while self._idle_looks < LINGER_LOOKS:
            self._say()
            await asyncio.sleep(LOOK_SECONDS)
            self._looks += 1
            busy = self._listening or self._sound.chimes.playing
            self._idle_looks = 0 if busy else self._idle_looks + 1
            if self._listening and self._looks % BRIDGE_LOOKS == 0:
                self._follow_bridge()
            if self._listening and self._looks % RETRY_LOOKS == 0:
                self._open()
        self._card.close()
        self._queue.attach(None)
        self._say()

    def _follow_bridge(self) -> None:
        """Reads the ring of the bridge that runs now."""
        try:
            folder = Path(read_run_file(self._run_file).frames_folder)
        except NoBridge:
            return
        if folder != self._folder:
            self._folder = folder
            self._sound.listen = RingSound(SoundRingReader(folder, MOST_WORKERS))

    def _say(self) -> None:
        sounds, site = (False, None) if self._sound.listen is None else self._sound.listen.heard
        sounds = sounds and self._card.is_open
        now = HeadphonesNow(sounds=sounds, site=site if sounds else None, trouble=self._trouble)
        if now != self._said:
            self._said = now
            self._tell(now)
