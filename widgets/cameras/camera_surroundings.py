"""What presets and the hand need around them at the console and at a site: who asks, which camera, whether it may move.

Rule: protocols only; the console's parts speak to the bridge, a site's to its own endpoint.
"""

from typing import Protocol

from console.cameras.camera_words import PresetRole
from console.commands import DriveCamera, StopCamera
from console.snapshot import CameraView
from widgets.cameras.camera_requests import PresetCommand, Standing


class TellsTime(Protocol):
    """A clock that never goes back."""

    @property
    def now_ms(self) -> int:
        """Monotonic milliseconds."""
        ...


class KnowsRoles(Protocol):
    """Whoever knows what presets the province asks for."""

    @property
    def preset_roles(self) -> tuple[PresetRole, ...]:
        """The roles, empty where it asks for none."""
        ...


class ChosenCamera(Protocol):
    """Which camera is meant."""

    @property
    def view(self) -> CameraView | None:
        """What is known of it; None: there is none."""
        ...


class PresetRequests(Protocol):
    """What was asked of cameras, and what became of it."""

    def ask(self, command: PresetCommand) -> None:
        """Sends a command about a preset."""
        ...

    def standing(self, view: CameraView, preset: str) -> Standing:
        """Returns how a preset of a camera stands."""
        ...

    def arrived_at(self, view: CameraView) -> str | None:
        """Returns the preset at which a camera stands."""
        ...


class MovesLock(Protocol):
    """Whether the chosen camera may move while it is on air."""

    @property
    def shut(self) -> bool:
        """It is on air and must not move by a slip."""
        ...

    @property
    def opened(self) -> bool:
        """It is on air and may move before everybody's eyes."""
        ...

    @property
    def on_air(self) -> bool:
        """Everybody sees it."""
        ...


class SendsMoves(Protocol):
    """The way to whoever drives the cameras."""

    @property
    def link_lost(self) -> bool:
        """Whether it is out of reach."""
        ...

    def send(self, command: DriveCamera | StopCamera) -> bool:
        """Sends a move or a stop; tells whether it went."""
        ...


class StopsMoving(Protocol):
    """Whatever moves the camera by hand."""

    def stop(self) -> None:
        """Lets it stand still."""
        ...
