"""The camera port: what a site may ask of a camera that moves, whatever its maker.

Rules: every request ends in exactly one `CameraReported`; a driver's own deadline sees to it that a camera which never
completes is reported too; the newest move of a camera wins and the one before is reported as superseded; a stop is
never dropped, and a move by hand that is not asked for again ends by itself; what comes while the camera cannot be
reached fails at once and is never kept for later.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.events import CameraReported

TellCamera = Callable[[CameraReported], None]
"""Called once for every request, on the loop that the driver runs on."""

TellFacts = Callable[[CameraFacts], None]
"""Called after every change of what is known of a camera, on the loop that the driver runs on."""

TakePicture = Callable[[], Awaitable[bytes | None]]
"""Returns what the camera shows now as a JPEG, None where no picture is to be had."""


class CameraPort(Protocol):
    """A camera with presets; nothing here waits."""

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        ...

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera and its presets now."""
        ...

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset.

        Reasons: UNKNOWN_PRESET, SUPERSEDED, TIMEOUT (not there within the driver's deadline), CAMERA_UNREACHABLE,
        CAMERA_STANDBY, CAMERA_BUSY, CAMERA_ELSEWHERE, CAMERA_CANNOT, CAMERA_UNCONFIRMED, CAMERA_FAILED.
        """
        ...

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does anything else; besides the reasons above PRESET_EXISTS, PRESETS_FULL, PRESET_NOT_KEPT, CAMERA_MOVING."""
        ...

    def close(self) -> None:
        """Lets the camera stand still and go; a request under way is reported as failed."""
        ...
