"""A satellite's own cameras: those of its cameras file, driven by its own program, with its room's picture.

Rule: the same driver as at the main endpoint; the bridge sends intent and never octets.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import Save
from console.data_folder import DataFolder
from console.events import CameraReported
from console.sites.site_facts import PresetAnswer
from console.words import Reason
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.endpoint.ports import PictureSource
from hardware.endpoint.site_agent import SiteAgent
from hardware.processes.cameras.driven_cameras import DrivenCameras


class SiteOwnCameras:
    """The cameras of a site's program; they tell the agent that joins with them."""

    def __init__(
        self,
        data: DataFolder | None,
        profiles: Sequence[CameraProfile],
        pictures: PictureSource | None,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        """`changed` is called after every change; `data` None: there are no cameras here; made on the running loop."""
        self.agent: SiteAgent | None = None
        self.answer: PresetAnswer | None = None
        """What became of the technician's last wish."""
        self._changed = changed
        self._own_request = ""
        self._own_requests = 0
        self._pictures = pictures
        self._driven = None if data is None else self._drive(data, profiles)
        self.cameras: Mapping[str, PresetCamera] = {} if self._driven is None else self._driven.cameras
        """The cameras as they are now; the same mapping for good."""

    def _drive(self, data: DataFolder, profiles: Sequence[CameraProfile]) -> DrivenCameras:
        def new_camera(profile: CameraProfile) -> PresetCamera:
            return PresetCamera(
                profile, data.presets, tell=self._report, tell_facts=self._seen, take_picture=self._picture
            )

        return DrivenCameras(data, profiles, new_camera, self._list_changed)

    def open(self) -> None:
        """Begins to look for the cameras."""
        if self._driven is not None:
            self._driven.open()

    def close(self) -> None:
        """Stops the cameras and lets them go."""
        if self._driven is not None:
            self._driven.close()

    # ------------------------------------------------------------ the technician's own wishes

    def recall(self, camera: str, preset: str) -> None:
        """Moves an own camera to a preset; not while the whole meeting looks through it."""
        self._begin(PresetAnswer(camera=camera, preset=preset, saved=False))
        if camera not in self.cameras:
            self._end(Reason.UNKNOWN_CAMERA)
        elif self._on_air:
            self._end(Reason.CAMERA_ON_AIR)
        else:
            self.cameras[camera].recall(self._own_request, preset)

    def save(self, camera: str, preset: str) -> None:
        """Saves where an own camera stands under a name; one of that name is kept for one restoring."""
        self._begin(PresetAnswer(camera=camera, preset=preset, saved=True))
        if camera not in self.cameras:
            self._end(Reason.UNKNOWN_CAMERA)
        else:
            self.cameras[camera].ask(self._own_request, Save(preset=preset, overwrite=True))

    @property
    def _on_air(self) -> bool:
        place = None if self.agent is None else self.agent.state.place
        return place is not None and place.on_podium

    def _begin(self, answer: PresetAnswer) -> None:
        self._own_requests += 1
        self._own_request = f"own-{self._own_requests}"
        self.answer = answer
        self._changed()

    def _end(self, reason: Reason | None) -> None:
        if self.answer is not None:
            self.answer = replace(self.answer, arrived=reason is None, reason=reason)
            self._changed()

    # ------------------------------------------------------------ what the drivers tell

    def _report(self, report: CameraReported) -> None:
        if report.request_id.startswith("own-"):
            if report.request_id == self._own_request:
                self._end(None if report.arrived else report.reason)
            return
        if self.agent is not None:
            self.agent.camera_reported(report)

    def _seen(self, facts: CameraFacts) -> None:
        if self.agent is not None:
            self.agent.camera_seen(facts.camera)
        self._changed()

    def _list_changed(self) -> None:
        if self.agent is not None:
            self.agent.cameras_listed()
        self._changed()

    async def _picture(self) -> bytes | None:
        return await asyncio.to_thread(picture_of, self._pictures)


def picture_of(source: PictureSource | None) -> bytes | None:
    """Returns what a room's camera shows now as a JPEG, None where there is none."""
    frame = source.picture(WIDTH, HEIGHT) if source is not None else None
    return None if frame is None else jpeg_of_frame(frame)
