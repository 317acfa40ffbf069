"""The endpoint's end of the wire to its window: tells the state, carries out the technician's acts, shows pictures.

Rule: the endpoint lives without its window and decides alone; the window shows what it is told. A line that cannot be
understood is dropped. Pictures go by frame slots, newest wins.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from pathlib import Path

import av
import msgspec
from av.video.reformatter import VideoReformatter
from msgspec.structs import replace

from console.sites.site_facts import DeviceChoice, DeviceFacts
from console.sites.site_standing import SiteStanding
from console.trouble import Told
from hardware.endpoint.device_list import listed_devices
from hardware.endpoint.ports import PictureSource
from hardware.endpoint.site_agent import SiteAgent
from hardware.link.frame_slots import FrameWriter
from hardware.processes.site.site_life import SiteLife
from hardware.processes.site.site_shown import shown
from hardware.processes.site.site_wire_messages import (
    AnyAct,
    AskFloor,
    AskOwnCamera,
    EndSpeech,
    GiveOrder,
    ListDevices,
    PlayTest,
    Present,
    PresetPicture,
    PressMicrophone,
    RecallOwnPreset,
    SayReady,
    ShowPictures,
    TakeBack,
    TellIncident,
    TellWhoIsThere,
    TickItem,
    UseDevices,
    UseInvitation,
    WantPresetPicture,
    never_joined,
)

OWN_PICTURE_SECONDS = 0.15
LEVEL_SECONDS = 0.1
LONGEST_TEXT = 500
"""Of what is reported; the bridge takes no more."""
LONGEST_NAME = 100
LARGEST_SIDE = 3840
MOST_PICTURES = 64
"""Of presets, that are read at a time."""


class PaneWriter:
    """Scales pictures to the size of a pane and writes them to its slot."""

    def __init__(self, frames: FrameWriter, key: str) -> None:
        self._frames, self._key = frames, key
        self._scale = VideoReformatter()
        self._number = 0
        self.size: tuple[int, int] = (0, 0)

    @property
    def wanted(self) -> bool:
        """Whether anybody looks."""
        return min(self.size) > 0

    def show(self, frame: av.VideoFrame) -> None:
        """Writes a picture; newest wins."""
        if not self.wanted:
            return
        width, height = self.size
        picture = self._scale.reformat(frame, width=width, height=height, format="bgra", threads=1)
        plane = picture.planes[0]
        self._number += 1
        now_ms = time.monotonic_ns() // 1_000_000
        self._frames.write(self._key, memoryview(plane), width, height, plane.line_size, now_ms, self._number)


class SiteWire:
    """The endpoint's end: tells the state when it changes, carries out acts, shows pictures."""

    def __init__(self, frames_folder: Path) -> None:
        frames = FrameWriter(frames_folder)
        self.program, self.own = PaneWriter(frames, "program"), PaneWriter(frames, "own")
        self.content = PaneWriter(frames, "content")
        self.life: SiteLife | None = None
        """What runs now; None while nothing does."""
        self.agent: SiteAgent | None = None
        self.use_invitation: Callable[[str], None] = _nothing
        self.use_devices: Callable[[DeviceChoice], None] = _nothing
        self._refused: SiteStanding | None = None
        """An invitation that cannot be used, until another one is."""
        self._devices: DeviceFacts | None = None
        self._listing: asyncio.Future[None] | None = None
        self._sending: set[asyncio.Future[None]] = set()
        """Pictures of presets that are being read."""
        self._encoder = msgspec.json.Encoder()
        self._told = b""

    # ------------------------------------------------------------ what is told

    def endpoint_changed(self) -> None:
        """Called by the agent after every change."""
        if self.life is not None:
            self._tell(self._shown(self.life))

    def refuse_invitation(self, error: Told) -> None:
        """Says that an invitation cannot be used, and waits for another."""
        self._refused = never_joined(error)
        self._tell(self._refused)

    def invitation_taken(self) -> None:
        """Forgets what was wrong with an earlier one."""
        self._refused = None

    def _shown(self, life: SiteLife) -> SiteStanding:
        now = shown(life.agent, life.room)
        if self._refused is not None:
            now = replace(now, needs_invitation=True, troubles=self._refused.troubles, trouble=self._refused.trouble)
        return replace(
            now,
            cameras=tuple(camera.facts() for camera in life.cameras.cameras.values()),
            preset_answer=life.cameras.answer,
            devices=self._devices,
            sound_test=life.sound_tests.playing,
            echo=life.sound_tests.echo,
            key_ends_ms=life.joiner.ends_soon_ms if now.joined else None,
        )

    def _tell(self, state: SiteStanding) -> None:
        line = self._encoder.encode(state)
        if line != self._told:
            self._told = line
            with suppress(BrokenPipeError):
                write_line(line)

    async def show_levels(self) -> None:
        """Tells the sound's levels while they move, until it is cancelled."""
        while True:
            await asyncio.sleep(LEVEL_SECONDS)
            self.endpoint_changed()

    # ------------------------------------------------------------ pictures

    async def show_own_pictures(self) -> None:
        """Shows the room its own picture, some times a second, until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(OWN_PICTURE_SECONDS)
            if self.own.wanted and self.life is not None and self.life.room.pictures is not None:
                # Reading and scaling a camera's picture takes milliseconds that the loop does not have.
                await loop.run_in_executor(None, self._show_own, self.life.room.pictures)

    def _show_own(self, source: PictureSource) -> None:
        picture = source.picture(640, 360)
        if picture is not None:
            self.own.show(picture)

    # ------------------------------------------------------------ acts

    async def follow(self, lines: AsyncIterator[bytes]) -> None:
        """Carries out acts until the window is gone."""
        async for line in lines:
            with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                self._do(msgspec.json.decode(line, type=AnyAct))

    def _do(self, act: AnyAct) -> None:
        match act:
            case ShowPictures():
                self.program.size, self.own.size = bounded(act.program), bounded(act.own)
                self.content.size = bounded(act.content)
                if self.life is not None:
                    self.life.agent.follow_content()
            case UseInvitation():
                self.use_invitation(act.text)
            case UseDevices():
                self.use_devices(act.devices)
            case _:
                if self.life is not None:
                    self._do_in(self.life, act)

    def _do_in(self, life: SiteLife, act: AnyAct) -> None:  # noqa: C901, PLR0912 - one arm per act
        agent = life.agent
        match act:
            case PressMicrophone():
                agent.press_microphone(wants_open=act.open)
            case AskFloor():
                _ = agent.ask_floor(person=act.person[:LONGEST_NAME]) if act.wanted else agent.withdraw_request()
            case SayReady():
                agent.say_ready()
            case EndSpeech():
                agent.end_speech()
            case TakeBack():
                agent.retry_now()
            case TellIncident():
                agent.report_incident(act.text[:LONGEST_TEXT], act.opened_ms)
            case TellWhoIsThere():
                agent.report_attendance(act.head_count, act.in_charge[:LONGEST_TEXT])
            case TickItem():
                agent.tick_check(act.stage, act.item, act.result, act.note[:LONGEST_TEXT], act.by[:LONGEST_NAME])
            case GiveOrder():
                agent.give_command(act.command)
            case ListDevices():
                self._list_devices(life)
            case PlayTest():
                _ = life.sound_tests.stop() if act.test is None else life.sound_tests.play(act.test)
            case Present():
                _ = agent.present(act.path) if act.presents else agent.end_presenting()
            case RecallOwnPreset():
                life.cameras.recall(act.camera, act.preset, override_on_air=act.override_on_air)
            case AskOwnCamera():
                life.cameras.ask(act.camera, act.wish, override_on_air=act.override_on_air)
            case WantPresetPicture():
                self._begin(self._send_picture(life, act.name))
            case _:
                pass

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send_picture(self, life: SiteLife, name: str) -> None:
        """Hands a preset's picture to the window; of more than can be read at a time the rest is none."""
        read = len(self._sending) <= MOST_PICTURES
        jpeg = await asyncio.to_thread(life.cameras.read_picture, name) if read else None
        with suppress(BrokenPipeError):
            write_line(self._encoder.encode(PresetPicture(name, jpeg)))

    def _list_devices(self, life: SiteLife) -> None:
        if self._listing is None or self._listing.done():
            self._listing = asyncio.ensure_future(self._look_for_devices(life.devices))

    async def _look_for_devices(self, chosen: DeviceChoice) -> None:
        self._devices = await asyncio.to_thread(listed_devices, chosen)
        self.endpoint_changed()


def _nothing(_value: object) -> None:
    """Does nothing: nobody has said what is to be done."""


def bounded(size: tuple[int, int]) -> tuple[int, int]:
    """Returns a picture size within what a screen can have, (0, 0) for none."""
    width, height = size
    if min(size) < 2:
        return 0, 0
    return min(width, LARGEST_SIDE), min(height, LARGEST_SIDE)


def write_line(line: bytes) -> None:
    """Writes one line to standard output at once."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
