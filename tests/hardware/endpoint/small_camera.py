"""A camera in memory behind the endpoint's port: it is where it is told to be, and answers at once."""

from collections.abc import Callable

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.events import CameraReported


class SmallCamera:
    def __init__(self, name: str, tell: Callable[[CameraReported], None], presets: tuple[str, ...] = ()) -> None:
        self._facts, self._tell = CameraFacts(camera=name, presets=presets), tell
        self.recalled: list[str] = []
        self.wishes: list[CameraWish] = []

    def facts(self) -> CameraFacts:
        return self._facts

    def recall(self, request_id: str, preset: str) -> None:
        self.recalled.append(preset)
        self._tell(CameraReported(request_id=request_id, arrived=True))

    def ask(self, request_id: str, wish: CameraWish) -> None:
        self.wishes.append(wish)
        self._tell(CameraReported(request_id=request_id, arrived=True))
