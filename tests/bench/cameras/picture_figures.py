"""T11 and T12: pictures of presets that are there in time and stand in nobody's way, and Vietnamese names."""

import asyncio
import tempfile
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_wishes import Save
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from hardware.cameras.camera_passwords import keep_password
from hardware.cameras.port import TakePicture
from hardware.cameras.preset_camera import PresetCamera, no_picture
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import ForeignNames, OnvifTemper, Snapshot
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.rooms.room_view import RoomView
from hardware.simulator.site_sources import DrawnRoom
from tests.bench.cameras.lane import until
from tests.bench.cameras.recall_figures import counted, timed
from tests.bench.figures import Figure

SECONDS = 20.0
NAMES = ("Bàn chủ tọa", "Bục phát biểu", "Toàn cảnh", "Hàng ghế đại biểu bên trái", "Khối Đắk Lắk")
NEAR_STEPS, NEAR_ZOOM = 8, 40
LARGEST_KB = 40.0


class Desk:
    """A camera with presets, and what it reported."""

    def __init__(self, profile: CameraProfile, folder: Path, take_picture: TakePicture) -> None:
        self.told: dict[str, CameraReported] = {}
        self.camera = PresetCamera(
            profile,
            folder,
            tell=lambda end: self.told.update({end.request_id: end}),
            tell_facts=lambda _: None,
            take_picture=take_picture,
        )

    async def save(self, request_id: str, name: str) -> tuple[bool, float]:
        """Returns whether it was saved, and the milliseconds that it took."""
        began = time.monotonic()
        self.camera.ask(request_id, Save(preset=name, overwrite=True))
        await until(lambda: request_id in self.told, SECONDS)
        return self.told[request_id].arrived, (time.monotonic() - began) * 1000

    async def ready(self) -> None:
        self.camera.open()
        await until(lambda: self.camera.facts().link is CameraLink.READY, SECONDS)
        await asyncio.sleep(0.3)


async def room_picture() -> bytes | None:
    """Draws what the room's camera shows."""
    frame = RoomView(DrawnRoom(0, "Tỉnh"), lambda: Place(0, 0, 0)).picture(WIDTH, HEIGHT)
    return None if frame is None else await asyncio.to_thread(jpeg_of_frame, frame)


async def never() -> bytes | None:
    """Never has a picture."""
    await asyncio.sleep(3600)
    return None


# ---------------------------------------------------------------- T11


async def pictures(repetitions: int) -> list[Figure]:
    """Presets saved with the room's picture, with a camera's own snapshot, and with none to be had."""
    times: list[float] = []
    sizes: list[float] = []
    without: list[float] = []
    missing = 0
    for take in (room_picture, never):
        server = ViscaServer(ViscaCamera(PtzHead()))
        with tempfile.TemporaryDirectory(prefix="diem-cau-bench-") as folder:
            profile = CameraProfile(camera="bench", host="127.0.0.1", port=await server.open_sony())
            desk = Desk(profile, Path(folder), take)
            await desk.ready()
            for number in range(repetitions if take is room_picture else 1):
                saved, took = await desk.save(str(number), NAMES[number % len(NAMES)])
                (times if take is room_picture else without).append(took)
                missing += not saved
            sizes += _sizes(Path(folder))
            desk.camera.close()
        server.close()
    how = "a head at rest; asked to save to reported as saved, picture on the disk; two equal readings are 150 ms of it"
    snapshots, snapshots_missing = await _snapshots()
    return [
        timed("T11 preset saved with its picture, worst", times, share=1.0, must=2000.0, how=how),
        timed("T11 … with an ONVIF camera's own snapshot, worst", snapshots, share=1.0, must=2000.0, how=how),
        timed("T11 saved although no picture comes, worst", without, share=1.0, must=4000.0, how="a source that hangs"),
        counted("T11 presets not saved for want of a picture", missing + snapshots_missing, len(times) + 5, how),
        Figure(
            name="T11 largest picture", unit="kB", measured=max(sizes, default=None), must=LARGEST_KB, count=len(sizes)
        ),
    ]


def _sizes(folder: Path) -> list[float]:
    return [path.stat().st_size / 1000 for path in folder.rglob("*.jpg")]


async def _snapshots() -> tuple[list[float], int]:
    """Returns how long saves with snapshots took, and how many failed where the camera has none to give."""
    times: list[float] = []
    missing = 0
    for snapshot in Snapshot:
        async with onvif(OnvifTemper(snapshot=snapshot)) as (_, desk):
            saved, took = await desk.save("one", NAMES[0])
            missing += not saved
            if snapshot in (Snapshot.THERE, Snapshot.BASIC):
                times.append(took)
    return times, missing


# ---------------------------------------------------------------- T12


@asynccontextmanager
async def onvif(temper: OnvifTemper) -> AsyncGenerator[tuple[OnvifServer, Desk]]:
    """Gives an ONVIF camera that is ready, and its presets."""
    server = OnvifServer(OnvifCamera(PtzHead(brisk=8.0), temper))
    with tempfile.TemporaryDirectory(prefix="diem-cau-bench-") as name:
        folder = Path(name)
        keep_password(folder, "hall", server.camera.password)
        profile = CameraProfile(
            camera="hall", kind=CameraKind.ONVIF, host="127.0.0.1", port=await server.open(), user=server.camera.user
        )
        desk = Desk(profile, folder, no_picture)
        try:
            await desk.ready()
            yield server, desk
        finally:
            desk.camera.close()
            await asyncio.sleep(0.1)
            await server.close()


async def names() -> list[Figure]:
    """Vietnamese names at cameras that refuse them, and whose list of presets breaks with them."""
    wrong = foreign = 0
    for foreign_names in ForeignNames:
        async with onvif(OnvifTemper(foreign_names=foreign_names)) as (server, desk):
            places = [Place(100 * number - 200, 60 * number, 1000 * number) for number in range(len(NAMES))]
            for number, (name, place) in enumerate(zip(NAMES, places, strict=True)):
                server.camera.head.place = place
                wrong += not (await desk.save(f"save {number}", name))[0]
            wrong += desk.camera.facts().presets != NAMES
            for number, (name, place) in enumerate(zip(NAMES, places, strict=True)):
                desk.camera.recall(f"go {number}", name)
                await until(lambda number=number: f"go {number}" in desk.told, SECONDS)
                wrong += not desk.told[f"go {number}"].arrived or not _near(server.camera.head.place, place)
            foreign += server.foreign_octets
    how = "an ONVIF camera that takes them, one that refuses them, one whose list breaks with them"
    of = (2 * len(NAMES) + 1) * len(ForeignNames)
    return [
        counted("T12 Vietnamese names: not saved, not listed or not reached", wrong, of, how),
        counted("T12 octets beyond ASCII on the wire", foreign, of, how),
    ]


def _near(one: Place, other: Place) -> bool:
    turned = abs(one.pan - other.pan) < NEAR_STEPS and abs(one.tilt - other.tilt) < NEAR_STEPS
    return turned and abs(one.zoom - other.zoom) < NEAR_ZOOM
