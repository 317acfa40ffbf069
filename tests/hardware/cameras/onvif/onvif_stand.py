"""A driver of an ONVIF camera and the simulated camera with real HTTP between them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_words import CameraLink
from hardware.cameras.camera_passwords import keep_password
from hardware.cameras.head import Target
from hardware.cameras.onvif.onvif_driver import onvif_driver
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from tests.hardware.cameras.polled_stand import PolledStand, polled_stand

LEFT, RIGHT = Place(-1224, 324, 8192), Place(612, -324, 4096)


class OnvifStand:
    """Both ends."""

    def __init__(self, server: OnvifServer, polled: PolledStand) -> None:
        self.server, self.polled, self.driver = server, polled, polled.driver

    @property
    def camera(self) -> OnvifCamera:
        return self.server.camera

    @property
    def temper(self) -> OnvifTemper:
        return self.server.camera.temper

    async def save(self, name: str, place: Place, slot: int = 0) -> Target:
        """Saves a place under a name; returns where a recall leads."""
        self.camera.head.place = place
        self.driver.save(f"save {name}", slot, slug=name)
        end = await self.polled.end(f"save {name}")
        assert end.reason is None
        return Target(end.slot, end.position, end.token)


@asynccontextmanager
async def onvif_stand(
    folder: Path,
    temper: OnvifTemper | None = None,
    *,
    link: CameraLink | None = CameraLink.READY,
    brisk: float = 8.0,
    password: str = "admin123",
    move_seconds: float = 15.0,
) -> AsyncIterator[OnvifStand]:
    """Runs a camera and its driver."""
    server = OnvifServer(OnvifCamera(PtzHead(brisk=brisk), temper or OnvifTemper()))
    port = await server.open()
    keep_password(folder, "hall", password)
    profile = CameraProfile(
        camera="hall", kind=CameraKind.ONVIF, host="127.0.0.1", port=port, user="admin", move_seconds=move_seconds
    )
    try:
        async with polled_stand(
            lambda stand: onvif_driver(profile, folder, ended=stand.ends.append, changed=stand.changed), link=link
        ) as polled:
            yield OnvifStand(server, polled)
    finally:
        await server.close()


def near(one: Place, other: Place) -> bool:
    return abs(one.pan - other.pan) < 8 and abs(one.tilt - other.tilt) < 8 and abs(one.zoom - other.zoom) < 40
