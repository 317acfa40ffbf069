"""The camera of a simulated room: a VISCA camera on a real port, and for a satellite the program's own driver of it.

Rule: everything in front of the port is the product's own code; the room's picture follows the head.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import CameraWish
from console.cameras.camera_words import CameraLink
from hardware.cameras.kept_presets import Entries, KeptPreset, PresetEntry
from hardware.cameras.port import TakePicture, TellCamera
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_camera import PresetCamera
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer

CAMERA = "hall"

ROOM_PRESETS = {
    "Toàn cảnh": Place(0, 0, 0),
    "Bàn chủ tọa": Place(-320, 90, 2731),
    "Bục phát biểu": Place(340, 60, 3000),
}
"""What a simulated camera has in its memories, from 0 on."""


def room_head() -> PtzHead:
    """Returns a head that knows the room's presets."""
    return PtzHead(memories=dict(enumerate(ROOM_PRESETS.values())), brisk=1.6)


def room_entries(saved_ms: int) -> Entries:
    """Returns the same presets as a site keeps them."""
    return tuple(
        PresetEntry(present=KeptPreset(name=name, saved_ms=saved_ms, slot=slot, position=place.rounded()))
        for slot, (name, place) in enumerate(ROOM_PRESETS.items())
    )


class RoomCamera:
    """A camera on a port of the loopback, and the site's own driver of it where that is the site's business."""

    def __init__(self, podium_preset: str = "") -> None:
        """With a `podium_preset` the site's own program drives the camera."""
        self.server = ViscaServer(ViscaCamera(room_head()))
        self._podium_preset = podium_preset
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._driven: PresetCamera | None = None

    def place(self) -> Place:
        """Returns where the head points."""
        return self.server.camera.head.place

    async def open(
        self,
        port: int,
        *,
        tell: TellCamera,
        seen: Callable[[str], None],
        take_picture: TakePicture,
    ) -> None:
        """Opens the port (0: any), and drives the camera if that is the site's own business."""
        port = await self.server.open_sony(port=port)
        if not self._podium_preset:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="diem-cau-presets-")
        folder = Path(self._folder.name)
        PresetBook(folder, CAMERA).write(room_entries(saved_ms=0))
        profile = CameraProfile(camera=CAMERA, host="127.0.0.1", port=port, podium_preset=self._podium_preset)
        self._driven = PresetCamera(
            profile, folder, tell=tell, tell_facts=lambda facts: seen(facts.camera), take_picture=take_picture
        )
        self._driven.open()

    def close(self) -> None:
        """Lets the camera go."""
        if self._driven is not None:
            self._driven.close()
        self.server.close()
        if self._folder is not None:
            self._folder.cleanup()

    # ------------------------------------------------------------ the endpoint's port

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera now."""
        if self._driven is None:
            return CameraFacts(camera=CAMERA, link=CameraLink.CONNECTING)
        return self._driven.facts()

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset."""
        if self._driven is not None:
            self._driven.recall(request_id, preset)

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does anything else."""
        if self._driven is not None:
            self._driven.ask(request_id, wish)
