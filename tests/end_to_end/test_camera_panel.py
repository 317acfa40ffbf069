"""Cameras from the keys of a real window to the simulated head: recalled, moved by hand, stopped, locked while on air.

Where the head points is asked of the camera itself, as a second controller would.
"""

import asyncio
import os
import signal
import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.cameras.camera_words import CameraLink
from console.commands import StartSession
from console.snapshot import CameraView
from console.words import MAIN_SITE, SessionKind
from hardware.processes.demo.demo_cameras import main_camera_port, prepare_cameras
from hardware.simulator.cameras.room_camera import ROOM_PRESETS
from tests.end_to_end.meeting import Folder, Meeting, eventually, new_folder, operator, plan
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.own_process import OwnProcess, until
from widgets.cameras.on_air_lock import HOLD_MS

pytestmark = [
    pytest.mark.timeout(150),
    pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
    pytest.mark.skipif(not can_show_windows(), reason="Xvfb or Xlib is missing"),
]

START_SECONDS = 40
KEY_C, KEY_O, KEY_1, KEY_3, RIGHT = 0x63, 0x6F, 0x31, 0x33, 0xFF53
"""X's keysyms."""
LECTERN = ROOM_PRESETS["Bục phát biểu"].rounded()
WIDE = ROOM_PRESETS["Toàn cảnh"].rounded()
CONNECTED_SECONDS = 5.0
"""A window has found its bridge and shows what there is."""
SHOWN_SECONDS = 1.0
STOPPED_SECONDS = 1.5
"""After which a head stands still whose window died: the dead-man of 0,6 s, and the way."""


@dataclass
class Seat:
    """A window on a display, and the camera that it moves."""

    display: XDisplay
    process: OwnProcess
    window: int
    port: int


def head_points(port: int) -> tuple[int, int]:
    """Asks the camera for pan and tilt (VISCA over IP, inquiry 09 06 12)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as controller:
        controller.settimeout(2)
        packet = bytes.fromhex("81090612ff")
        controller.sendto(struct.pack(">HHI", 0x0110, len(packet), 1) + packet, ("127.0.0.1", port))
        reply = controller.recv(64)[8:]
    return _signed(reply[2:6]), _signed(reply[6:10])


def _signed(nibbles: bytes) -> int:
    value = int("".join(f"{nibble:x}" for nibble in nibbles), 16)
    return value - 0x10000 if value >= 0x8000 else value


def open_window(folder: Folder, display: XDisplay) -> OwnProcess:
    """Opens a window over the running bridge, without a keeper that would open it again."""
    shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
    return folder.start("window", "--size", "1366x768", environment=shown)


def camera(meeting: Meeting) -> CameraView:
    view = meeting.state.views.get("camera/main")
    return view if isinstance(view, CameraView) else CameraView(name="", link=CameraLink.CONNECTING)


async def stands_still(port: int) -> bool:
    before = head_points(port)
    await asyncio.sleep(0.3)
    return head_points(port) == before


async def check_by_hand(meeting: Meeting, seat: Seat) -> None:
    """A held key turns the head, its release stops it."""
    seat.display.hold_key(seat.window, RIGHT)
    await eventually("the head turns", lambda: head_points(seat.port)[0] > LECTERN[0] + 100)
    await meeting.state.until("it is known who moves it", lambda: bool(camera(meeting).driven_by))
    seat.display.release_key(seat.window, RIGHT)
    await meeting.state.until("nobody moves it", lambda: camera(meeting).driven_by is None, STOPPED_SECONDS)
    assert await stands_still(seat.port)


async def check_lock(meeting: Meeting, seat: Seat) -> None:
    """On air no key moves it until the lock is held open."""
    await meeting.do(StartSession(kind=SessionKind.TEST))
    await meeting.state.until("it is on air", lambda: camera(meeting).on_air)
    await asyncio.sleep(SHOWN_SECONDS)
    where = head_points(seat.port)
    seat.display.press_key(seat.window, KEY_1)
    seat.display.press_key(seat.window, RIGHT)
    await asyncio.sleep(SHOWN_SECONDS)
    assert head_points(seat.port) == where, "the camera on air moves by no slip"
    seat.display.hold_key(seat.window, KEY_O)
    await asyncio.sleep(HOLD_MS / 1000 + SHOWN_SECONDS)
    seat.display.release_key(seat.window, KEY_O)
    seat.display.press_key(seat.window, KEY_1)
    await meeting.state.until("it went", lambda: camera(meeting).current == "Toàn cảnh", 15)
    assert head_points(seat.port) == WIDE[:2]


async def check_dead_man(seat: Seat) -> None:
    """A window that dies with a key held leaves no camera moving."""
    seat.display.hold_key(seat.window, RIGHT)
    await eventually("the head turns", lambda: head_points(seat.port)[0] > WIDE[0] + 50)
    os.kill(seat.process.pid, signal.SIGKILL)
    await asyncio.sleep(STOPPED_SECONDS)
    assert await stands_still(seat.port)


async def take_seat(meeting: Meeting, display: XDisplay, port: int) -> Seat:
    """Opens a window and its camera panel."""
    process = open_window(meeting.folder, display)
    (window,) = await asyncio.to_thread(until, "the window", display.windows, START_SECONDS, process)
    display.focus(window)
    await asyncio.sleep(CONNECTED_SECONDS)
    display.press_key(window, KEY_C)
    return Seat(display, process, window, port)


async def test_from_the_key_to_the_head_and_always_back_to_rest(tmp_path: Path) -> None:
    with XDisplay() as display, new_folder(tmp_path, sites=1) as folder:
        prepare_cameras(folder.data, "Tỉnh")
        port = main_camera_port(folder.data)
        assert port is not None
        folder.start_bridge()
        async with operator(folder, session=False) as meeting:
            with folder.province([plan(0, ptz_port=port)]):
                await meeting.until_live([MAIN_SITE])
                await meeting.state.until("the camera is there", lambda: camera(meeting).link is CameraLink.READY)
                seat = await take_seat(meeting, display, port)
                display.press_key(seat.window, KEY_3)
                await eventually("it points there", lambda: head_points(port) == LECTERN[:2])
                await check_by_hand(meeting, seat)
                await check_lock(meeting, seat)
                await check_dead_man(seat)
