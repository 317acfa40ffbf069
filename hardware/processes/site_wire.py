"""The endpoint's end of the wire to its window: tells the state, carries out the technician's acts, shows pictures.

Rule: the endpoint lives without its window and decides alone; the window shows what it is told. A line that cannot be
understood is dropped. Pictures go by frame slots, newest wins.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import av
import msgspec
from av.video.reformatter import VideoReformatter

from hardware.endpoint.endpoint_state import JoinPhase
from hardware.endpoint.site_agent import SiteAgent
from hardware.link.frame_slots import FrameWriter
from hardware.processes.site_equipment import RoomEquipment
from hardware.processes.site_wire_messages import (
    AnyAct,
    AskFloor,
    EndSpeech,
    PressMicrophone,
    SayReady,
    ShowPictures,
    SiteShown,
    TakeBack,
)

OWN_PICTURE_SECONDS = 0.15
LARGEST_SIDE = 3840


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

    def __init__(self, room: RoomEquipment, frames_folder: Path) -> None:
        self._room = room
        frames = FrameWriter(frames_folder)
        self.program, self.own = PaneWriter(frames, "program"), PaneWriter(frames, "own")
        self.agent: SiteAgent | None = None
        self._encoder = msgspec.json.Encoder()
        self._told = b""

    def endpoint_changed(self) -> None:
        """Called by the agent after every change."""
        if self.agent is None:
            return
        line = self._encoder.encode(shown(self.agent, self._room))
        if line != self._told:
            self._told = line
            with suppress(BrokenPipeError):
                write_line(line)

    async def follow(self, lines: AsyncIterator[bytes]) -> None:
        """Carries out acts until the window is gone."""
        async for line in lines:
            with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                self._do(msgspec.json.decode(line, type=AnyAct))

    async def show_own_pictures(self) -> None:
        """Shows the room its own picture, some times a second, until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(OWN_PICTURE_SECONDS)
            if self.own.wanted and self._room.pictures is not None:
                # Reading and scaling a camera's picture takes milliseconds that the loop does not have.
                await loop.run_in_executor(None, self._show_own)

    def _show_own(self) -> None:
        source = self._room.pictures
        picture = source.picture(640, 360) if source is not None else None
        if picture is not None:
            self.own.show(picture)

    def _do(self, act: AnyAct) -> None:
        agent = self.agent
        if agent is None:
            return
        match act:
            case PressMicrophone():
                agent.press_microphone(wants_open=act.open)
            case AskFloor():
                _ = agent.ask_floor() if act.wanted else agent.withdraw_request()
            case SayReady():
                agent.say_ready()
            case EndSpeech():
                agent.end_speech()
            case TakeBack():
                agent.retry_now()
            case ShowPictures():
                self.program.size, self.own.size = bounded(act.program), bounded(act.own)


def bounded(size: tuple[int, int]) -> tuple[int, int]:
    """Returns a picture size within what a screen can have, (0, 0) for none."""
    width, height = size
    if min(size) < 2:
        return 0, 0
    return min(width, LARGEST_SIDE), min(height, LARGEST_SIDE)


def shown(agent: SiteAgent, room: RoomEquipment) -> SiteShown:
    """Returns the agent's state for its window."""
    state = agent.state
    gate, place, welcome = state.microphone, state.place, state.welcome
    return SiteShown(
        joined=state.phase is JoinPhase.JOINED,
        stopped=state.phase is JoinPhase.STOPPED,
        replaced=state.phase is JoinPhase.REPLACED,
        trouble=state.trouble if state.why is None else "",
        troubles=(*((state.why,) if state.why is not None else ()), *room.troubles),
        site_name=welcome.site_name if welcome else room.name,
        site_number=welcome.site_number if welcome else room.number,
        main_name=welcome.main_name if welcome else "",
        title=welcome.title if welcome else "",
        microphone_open=gate.open,
        microphone_ordered_open=gate.ordered_open,
        may_open=gate.technician_may_open,
        has_microphone=gate.has_microphone,
        reason=gate.reason,
        listened=gate.listening,
        on_podium=place is not None and place.on_podium,
        on_deck=place is not None and place.on_deck,
        queue_place=None if place is None else place.queue_place,
        speech_started_ms=None if place is None else place.speech_started_ms,
        speech_limit_seconds=None if place is None else place.speech_limit_seconds,
    )


def write_line(line: bytes) -> None:
    """Writes one line to standard output at once."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
