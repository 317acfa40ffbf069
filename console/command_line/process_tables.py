"""The argument tables of what runs: the meeting, a site, the windows, and the processes that these start.

Rule: loads nothing but what takes the arguments, for every process of a meeting is started through here.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from console.command_line import requests
from console.command_line.typed_numbers import between

Adder = Callable[[str, type[requests.Request], str], argparse.ArgumentParser]
"""Adds a command by its name, its request and its help."""
AddPerson = Callable[[argparse.ArgumentParser], None]

PROCESSES = (
    *("demo", "bridge", "satellite", "headphones", "office", "content-windows"),
    *("window", "keeper", "worker", "recorder", "content", "province", "devices", "main-room"),
)
"""The commands of this table."""


def add_processes(add: Adder, add_person: AddPerson) -> None:
    """Adds the commands that run something; `add_person` adds who operates."""
    demo = add("demo", requests.RunDemo, "a whole province on this machine: bridge, satellites, window")
    demo.add_argument("--sites", type=between(1, 200), default=36, metavar="N", help="how many satellites (36)")
    demo.add_argument("--headless", action="store_true", help="no screen: a scripted meeting with pictures and figures")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where pictures, figures and log of --headless go")

    bridge = add("bridge", requests.RunBridge, "run the meeting without a window")
    port = between(0, 65535)
    bridge.add_argument("--https-port", type=port, metavar="PORT", help="TCP port for joining (as the settings say)")
    bridge.add_argument("--media-port", type=port, metavar="PORT", help="UDP port of the first media worker")
    bridge.add_argument("--workers", type=between(1, 4), metavar="N", help="how many media workers")
    bridge.add_argument("--kept", action="store_true", help=argparse.SUPPRESS)

    satellite = add("satellite", requests.RunSatellite, "join a meeting as a site")
    satellite.add_argument(
        "invitation", nargs="?", metavar="INVITATION", help="its file or diemcau:// link (later: as joined before)"
    )
    satellite.add_argument("--video", metavar="SOURCE", help="a camera, a film, or 'test' for a drawn room")
    satellite.add_argument("--audio", metavar="SOURCE", help="a microphone, a sound file, 'test' or 'none'")
    satellite.add_argument("--no-window", dest="window", action="store_false", help="join without a window")
    satellite.add_argument("--frames", type=Path, help=argparse.SUPPRESS)

    headphones = add("headphones", requests.RunHeadphones, "play what is listened to in this machine's headphones")
    headphones.add_argument("--obeys", action="store_true", help=argparse.SUPPRESS)

    office = add("office", requests.RunOffice, "open the office's records, without any meeting")
    add_person(office)
    office.add_argument("--language", choices=("vi", "en"), help="of the window (as chosen before)")

    add(
        "content-windows", requests.ListContentChoices, "list the windows and screens that show-content may name (JSON)"
    )

    _add_inner_processes(add, add_person)


def _add_inner_processes(add: Adder, add_person: AddPerson) -> None:
    """Adds the processes that the program starts for itself."""
    window = add("window", requests.RunWindow, "")
    add_person(window)
    window.add_argument("--language", choices=("vi", "en"))
    window.add_argument("--size", type=_size, metavar="WxH")
    window.add_argument("--screenshots", type=Path, metavar="DIR")
    window.add_argument("--probe", type=Path, metavar="FILE")
    add("keeper", requests.RunKeeper, "")
    add("worker", requests.RunWorker, "").add_argument("--frames", type=Path, required=True)
    add("recorder", requests.RunRecorder, "")
    add("content", requests.RunContent, "")
    add("province", requests.RunProvince, "")
    devices = add("devices", requests.TryDevices, "")
    devices.add_argument("--try", dest="try_them", action="store_true")
    for kind in ("camera", "microphone", "loudspeaker"):
        devices.add_argument(f"--{kind}", metavar="NAME")
    main_room = add("main-room", requests.RunMainRoom, "")
    main_room.add_argument("--video", metavar="SOURCE")
    main_room.add_argument("--audio", metavar="SOURCE")
    main_room.add_argument("--kept", action="store_true", help=argparse.SUPPRESS)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
