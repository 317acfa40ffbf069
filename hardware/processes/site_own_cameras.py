"""A satellite's own cameras: those of its cameras file, driven by its own program, with its room's picture.

Rule: the same driver as at the main endpoint; the bridge sends intent and never octets.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from console.camera_facts import CameraFacts
from console.camera_profile import CameraProfile
from console.events import CameraReported
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.endpoint.ports import PictureSource
from hardware.endpoint.site_agent import SiteAgent


class SiteOwnCameras:
    """The cameras of a site's program; they tell the agent that joins with them."""

    def __init__(self, profiles: Sequence[CameraProfile], folder: Path, pictures: PictureSource | None) -> None:
        """`folder` is where the presets are kept; made on the running loop."""
        self.agent: SiteAgent | None = None
        self._pictures = pictures
        self.cameras = {
            profile.camera: PresetCamera(
                profile, folder, tell=self._report, tell_facts=self._seen, take_picture=self._picture
            )
            for profile in profiles
        }

    def open(self) -> None:
        """Begins to look for the cameras."""
        for camera in self.cameras.values():
            camera.open()

    def close(self) -> None:
        """Stops the cameras and lets them go."""
        for camera in self.cameras.values():
            camera.close()

    def _report(self, report: CameraReported) -> None:
        if self.agent is not None:
            self.agent.camera_reported(report)

    def _seen(self, facts: CameraFacts) -> None:
        if self.agent is not None:
            self.agent.camera_seen(facts.camera)

    async def _picture(self) -> bytes | None:
        return await asyncio.to_thread(picture_of, self._pictures)


def picture_of(source: PictureSource | None) -> bytes | None:
    """Returns what a room's camera shows now as a JPEG, None where there is none."""
    frame = source.picture(WIDTH, HEIGHT) if source is not None else None
    return None if frame is None else jpeg_of_frame(frame)
