"""The cameras of the demo's province: one in the main room, one at a satellite, simulated behind real VISCA ports.

Rule: a cameras file that is there already is used as it is and never changed.
"""

import socket
import time
from typing import Final

import msgspec

from console.cameras.camera_profile import CameraProfile, CamerasFile
from console.command_line.files import cameras_of, write_octets
from console.data_folder import DataFolder
from console.events import Site
from console.words import SiteId, SiteRole
from hardware.cameras.kept_presets import Entries
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.simulator.cameras.room_camera import ROOM_PRESETS, room_entries
from hardware.simulator.rooms.room_view import RoomView
from hardware.simulator.site_sources import DrawnRoom

CAMERA: Final = "main"
TITLE: Final = "Camera phòng họp chính"
LOOPBACK: Final = "127.0.0.1"
SATELLITE_NUMBER: Final = 14
"""The satellite with a camera of its own; the last one where there are fewer."""
PODIUM_PRESET: Final = "Bục phát biểu"
MAIN_NUMBER: Final = 0


def prepare_cameras(data: DataFolder, main_name: str) -> None:
    """Writes the main room's camera and its presets with pictures, where the folder has none."""
    if cameras_of(data):
        return
    camera = CameraProfile(camera=CAMERA, title=TITLE, host=LOOPBACK, port=_free_port())
    write_octets(data.cameras_file, msgspec.json.format(msgspec.json.encode(CamerasFile(cameras=(camera,)))))
    book = PresetBook(data.presets, CAMERA)
    book.write(_with_pictures(book, main_name))


def main_camera_port(data: DataFolder) -> int | None:
    """Returns the port on which the main room's simulated camera listens, None when the folder names another camera."""
    here = [camera for camera in cameras_of(data) if camera.host == LOOPBACK]
    return here[0].wire_port if here else None


def camera_satellite(sites: tuple[Site, ...]) -> SiteId | None:
    """Returns the satellite that has a camera."""
    satellites = [site for site in sites if site.role is SiteRole.SATELLITE]
    found = next((site for site in satellites if site.number == SATELLITE_NUMBER), None)
    return (found or satellites[-1]).site if satellites else None


def _free_port() -> int:
    with socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.bind((LOOPBACK, 0))
        return int(udp.getsockname()[1])


def _with_pictures(book: PresetBook, main_name: str) -> Entries:
    """Returns the room's presets, each with what its camera will show there."""
    saved_ms = time.time_ns() // 1_000_000
    room = DrawnRoom(MAIN_NUMBER, main_name)
    entries: Entries = ()
    for entry, place in zip(room_entries(saved_ms), ROOM_PRESETS.values(), strict=True):
        frame = RoomView(room, lambda place=place: place).picture(WIDTH, HEIGHT)
        assert entry.present is not None
        assert frame is not None
        picture = book.write_picture(entry.present.name, saved_ms, jpeg_of_frame(frame))
        present = msgspec.structs.replace(entry.present, picture=picture)
        entries = (*entries, msgspec.structs.replace(entry, present=present))
    return entries
