"""The camera port: what a site may ask of a camera that moves, whatever its maker.

Rules: every recall ends in exactly one `CameraReported`; a driver's own deadline sees to it that a camera which never
completes is reported too; the newest recall of a camera wins and the one before is reported as superseded; a command
that comes while the camera cannot be reached fails at once and is never kept for later.
"""

from collections.abc import Callable
from typing import Protocol

from console.events import CameraReported

TellCamera = Callable[[CameraReported], None]
"""Called once for every recall, on the loop that the driver runs on."""


class CameraPort(Protocol):
    """A camera with presets; nothing here waits."""

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        ...

    def presets(self) -> tuple[str, ...]:
        """Returns the names of the presets, in the order in which they are shown."""
        ...

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset; ends in one `CameraReported` with this `request_id`.

        Its reason is UNKNOWN_PRESET, SUPERSEDED, TIMEOUT (no completion within the driver's deadline) or CAMERA_FAILED.
        """
        ...

    def close(self) -> None:
        """Lets the camera go; a recall under way is reported as failed."""
        ...
