"""A satellite's own cameras: those of its cameras file, driven by its own program, with its room's picture.

Rules: the same driver as at the main endpoint; the bridge sends intent and never octets. While the whole meeting looks
through a camera it moves only where its technician has opened the lock, and is always stopped. Of a confidential
meeting no picture is kept here.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import (
    CameraWish,
    Delete,
    Drive,
    Mark,
    Place,
    Recalibrate,
    Rehearse,
    Rename,
    Restore,
    Save,
    Stop,
)
from console.cameras.list_changes import ListChange
from console.data_folder import DataFolder
from console.events import CameraReported
from console.office.meeting import Confidentiality
from console.sites.site_facts import PresetAnswer
from console.sites.site_messages import ShowPlace
from console.words import Reason
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_file import read_picture_in
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_frame
from hardware.endpoint.ports import PictureSource
from hardware.endpoint.site_agent import SiteAgent
from hardware.processes.cameras.driven_cameras import DrivenCameras

OfPreset = Save | Delete | Restore | Place | Mark
ACTS: Final[dict[type, PresetAct]] = {
    Rename: PresetAct.RENAMED,
    Delete: PresetAct.DELETED,
    Restore: PresetAct.RESTORED,
    Place: PresetAct.PLACED,
}
HAND_MS: Final = ShowPlace(on_podium=False, on_deck=False).camera_hand_ms
"""For so long the bridge leaves a camera alone that somebody here has moved, as long as it has not said otherwise."""
TOUCH_SECONDS: Final = 1.0
"""Between two times that the bridge is told of one move by hand, which is asked for some times a second."""


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
        self._answer: PresetAnswer | None = None
        self._touched_ms: int | None = None
        """When what the answer is about was last moved, on the wall clock."""
        self._told_touch = -TOUCH_SECONDS
        self._changed = changed
        self._own_request = self._own_stop = ""
        self._own_requests = 0
        self._pictures, self._data = pictures, data
        self._driven = None if data is None else self._drive(data, profiles)
        self.cameras: Mapping[str, PresetCamera] = {} if self._driven is None else self._driven.cameras
        """The cameras as they are now; the same mapping for good."""

    def _drive(self, data: DataFolder, profiles: Sequence[CameraProfile]) -> DrivenCameras:
        def new_camera(profile: CameraProfile) -> PresetCamera:
            return PresetCamera(
                profile,
                data.presets,
                tell=self._report,
                tell_facts=self._seen,
                take_picture=self._picture,
                may_keep_pictures=self._may_keep_pictures,
            )

        return DrivenCameras(
            data,
            profiles,
            new_camera,
            self._list_changed,
            on_air=lambda: self._on_air,
            say_change=self._list_written,
        )

    def open(self) -> None:
        """Begins to look for the cameras."""
        if self._driven is not None:
            self._driven.open()

    def close(self) -> None:
        """Stops the cameras and lets them go."""
        if self._driven is not None:
            self._driven.close()

    # ------------------------------------------------------------ the technician's own wishes

    @property
    def answer(self) -> PresetAnswer | None:
        """What became of the technician's last wish, and until when the bridge moves nothing for it."""
        if self._answer is None or self._touched_ms is None:
            return self._answer
        place = None if self.agent is None else self.agent.state.place
        hand_ms = HAND_MS if place is None else place.camera_hand_ms
        return replace(self._answer, pause_ends_ms=self._touched_ms + hand_ms)

    def recall(self, camera: str, preset: str, *, override_on_air: bool = False) -> None:
        """Moves an own camera to a preset; while the whole meeting looks through it, only where it was unlocked."""
        self._begin(PresetAnswer(camera=camera, preset=preset, saved=False))
        if camera not in self.cameras:
            self._end(Reason.UNKNOWN_CAMERA)
        elif self._on_air and not override_on_air:
            self._end(Reason.CAMERA_ON_AIR)
        else:
            self._touch(camera)
            self.cameras[camera].recall(self._own_request, preset)

    def ask(self, camera: str, wish: CameraWish, *, override_on_air: bool = False) -> None:
        """Does anything else with an own camera; on the air it moves by hand alone, and only where it was unlocked."""
        if isinstance(wish, Stop):
            self._stop(camera, wish)
            return
        if isinstance(wish, Drive):
            self._begin_by_hand(camera)
        else:
            act = act_of(wish)
            self._begin(PresetAnswer(camera=camera, preset=preset_of(wish), saved=isinstance(wish, Save), act=act))
        moves, unlocked = isinstance(wish, Drive | Recalibrate | Rehearse), isinstance(wish, Drive) and override_on_air
        if camera not in self.cameras:
            self._end(Reason.UNKNOWN_CAMERA)
        elif moves and self._on_air and not unlocked:
            self._end(Reason.CAMERA_ON_AIR)
        else:
            if moves:
                self._touch(camera)
            self.cameras[camera].ask(self._own_request, wish)

    def _stop(self, camera: str, wish: Stop) -> None:
        """Lets a camera stand still, whatever moves it; what was said of the last wish stays."""
        if camera in self.cameras:
            self._own_requests += 1
            self._own_stop = f"own-{self._own_requests}"
            if self._answer is not None and self._answer.by_hand and self._touched_ms is not None:
                self._told_touch = -TOUCH_SECONDS
                self._touch(camera)
            self.cameras[camera].ask(self._own_stop, wish)
            self._changed()

    def read_picture(self, name: str) -> bytes | None:
        """Returns the picture of a preset by its file's name; reads the disk."""
        return None if self._data is None else read_picture_in(self._data.preset_pictures)(name)

    def _touch(self, camera: str) -> None:
        """Tells the bridge that a person here moves a camera, so that the program leaves it alone for a while."""
        if self.agent is None or (self._answer is not None and self._answer.by_hand and self._touch_is_told):
            return
        self._told_touch = time.monotonic()
        self._touched_ms = time.time_ns() // 1_000_000
        self.agent.camera_touched(camera)

    @property
    def _touch_is_told(self) -> bool:
        return self._touched_ms is not None and time.monotonic() - self._told_touch < TOUCH_SECONDS

    def _may_keep_pictures(self) -> bool:
        """Tells whether presets are saved with pictures: not of a confidential meeting, also while its line is cut."""
        return self.agent is None or self.agent.state.confidentiality is Confidentiality.OPEN

    @property
    def _on_air(self) -> bool:
        place = None if self.agent is None else self.agent.state.place
        return place is not None and place.on_podium

    def _begin(self, answer: PresetAnswer) -> None:
        self._own_requests += 1
        self._own_request = f"own-{self._own_requests}"
        self._answer, self._touched_ms = replace(answer, number=self._own_requests), None
        self._changed()

    def _begin_by_hand(self, camera: str) -> None:
        """Begins a move by hand, or goes on with it; one that was refused begins anew."""
        known = self._answer
        if known is None or not known.by_hand or known.camera != camera or known.arrived is False:
            self._begin(PresetAnswer(camera=camera, preset="", saved=False, by_hand=True))
        else:
            self._own_requests += 1
            self._own_request = f"own-{self._own_requests}"

    def _end(self, reason: Reason | None) -> None:
        if self._answer is not None:
            self._answer = replace(self._answer, arrived=reason is None, reason=reason)
            self._changed()

    # ------------------------------------------------------------ what the drivers tell

    def _report(self, report: CameraReported) -> None:
        if report.request_id.startswith("own-"):
            self._take_own(report)
            return
        if self.agent is not None:
            self.agent.camera_reported(report)

    def _take_own(self, report: CameraReported) -> None:
        """Takes the end of a wish of the technician's; a stop speaks only where the camera did not take it."""
        if report.request_id == self._own_request:
            self._end(None if report.arrived else report.reason)
        elif report.request_id == self._own_stop and report.reason not in (None, Reason.SUPERSEDED):
            self._end(report.reason)

    def _seen(self, facts: CameraFacts) -> None:
        if self.agent is not None:
            self.agent.camera_seen(facts.camera)
        self._changed()

    def _list_changed(self) -> None:
        if self.agent is not None:
            self.agent.cameras_listed()
        self._changed()

    def _list_written(self, change: ListChange) -> None:
        if self.agent is not None:
            self.agent.cameras_listed(change)

    async def _picture(self) -> bytes | None:
        return await asyncio.to_thread(picture_of, self._pictures)


def picture_of(source: PictureSource | None) -> bytes | None:
    """Returns what a room's camera shows now as a JPEG, None where there is none."""
    frame = source.picture(WIDTH, HEIGHT) if source is not None else None
    return None if frame is None else jpeg_of_frame(frame)


def preset_of(wish: CameraWish) -> str:
    """Returns the preset that a wish is about, empty for one about the camera."""
    return wish.name if isinstance(wish, Rename) else wish.preset if isinstance(wish, OfPreset) else ""


def act_of(wish: CameraWish) -> PresetAct | None:
    """Returns what is done to the preset, None for a wish about the camera."""
    match wish:
        case Save():
            return PresetAct.OVERWRITTEN if wish.overwrite else PresetAct.SAVED
        case Mark():
            return PresetAct.PROTECTED if wish.protected else PresetAct.UNPROTECTED
        case _:
            return ACTS.get(type(wish))
