"""A camera that moves, without a camera: presets, moving time, and the ways in which real ones fail.

Rule: it keeps the rules of `hardware/cameras/port.py`; what it does wrong on purpose is asked for in `CameraTemper`.
"""

import asyncio
from dataclasses import dataclass

from console.camera_facts import CameraFacts
from console.camera_wishes import CameraWish, Stop
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.port import TellCamera

DEFAULT_PRESETS = ("Toàn cảnh", "Bàn chủ tọa", "Bục phát biểu")


@dataclass(frozen=True, slots=True)
class CameraTemper:
    """How the camera behaves: `completes` false means that it never says it has arrived."""

    moving_seconds: float = 0.8
    completes: bool = True
    fails: bool = False
    deadline_seconds: float = 15.0


class SimulatedPtzCamera:
    """A camera behind the port; lives on the running event loop."""

    def __init__(
        self,
        name: str,
        tell: TellCamera,
        *,
        presets: tuple[str, ...] = DEFAULT_PRESETS,
        podium_preset: str = "",
        temper: CameraTemper | None = None,
    ) -> None:
        self._name = name
        self._tell = tell
        self._presets = presets
        self._podium_preset = podium_preset
        self.temper = temper or CameraTemper()
        self.position = presets[0] if presets else ""
        """The preset where the camera stands, or that it left last."""
        self._underway: tuple[str, asyncio.TimerHandle] | None = None

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        return self._name

    @property
    def moving(self) -> bool:
        """Whether a recall is under way."""
        return self._underway is not None

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera."""
        return CameraFacts(camera=self._name, presets=self._presets, podium_preset=self._podium_preset)

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does nothing else than recalls; a stop ends the one under way."""
        if isinstance(wish, Stop):
            self._end_underway(Reason.SUPERSEDED)
            self._report(request_id, None)
        else:
            self._report(request_id, Reason.CAMERA_CANNOT)

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset (see the port)."""
        if preset not in self._presets:
            self._report(request_id, Reason.UNKNOWN_PRESET)
            return
        self._end_underway(Reason.SUPERSEDED)
        if self.temper.fails:
            self._report(request_id, Reason.CAMERA_FAILED)
            return
        loop = asyncio.get_running_loop()
        if self.temper.completes and self.temper.moving_seconds <= self.temper.deadline_seconds:
            timer = loop.call_later(self.temper.moving_seconds, self._arrive, preset)
        else:
            timer = loop.call_later(self.temper.deadline_seconds, self._end_underway, Reason.TIMEOUT)
        self._underway = (request_id, timer)

    def close(self) -> None:
        """Lets the camera go; a recall under way is reported as failed."""
        self._end_underway(Reason.CAMERA_FAILED)

    def _arrive(self, preset: str) -> None:
        self.position = preset
        self._end_underway(None)

    def _end_underway(self, reason: Reason | None) -> None:
        if self._underway is None:
            return
        request_id, timer = self._underway
        self._underway = None
        timer.cancel()
        self._report(request_id, reason)

    def _report(self, request_id: str, reason: Reason | None) -> None:
        self._tell(CameraReported(request_id=request_id, arrived=reason is None, reason=reason))
