"""The main endpoint's cameras in the bridge process: a driver for each of the cameras file, and pictures of presets.

Rule: a preset's picture is what the main room's camera sends at that moment, asked of the engine like any window's
tile; it costs nothing but while a preset is saved.
"""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_profile import CameraProfile
from console.cameras.cameras import on_air
from console.cameras.list_changes import ListChange
from console.data_folder import DataFolder
from console.engine_port import SetViews, TileView
from console.events import CameraListChanged, CameraReported, CameraSeen
from console.notes.recording import is_open
from console.state import State
from console.words import MAIN_SITE
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_picture import HEIGHT, WIDTH, jpeg_of_pixels
from hardware.link.frame_slots import FrameReader
from hardware.processes.cameras.driven_cameras import DrivenCameras

LOOK_SECONDS: Final = 0.05
KEY: Final = f"tile/{MAIN_SITE}"

ShowViews = Callable[[str, SetViews | None], None]
"""Says in the name of a client which pictures are wanted (None: none any more)."""


class MainRoomPictures:
    """Takes pictures of what the main room's camera sends."""

    def __init__(self, frames_folder: Path, show_views: ShowViews) -> None:
        self._reader, self._show_views = FrameReader(frames_folder), show_views
        self._numbers = itertools.count(1)

    async def take(self) -> bytes | None:
        """Returns the first picture that was captured from now on; waits for it until it is cancelled."""
        client = f"preset picture {next(self._numbers)}"
        since_ms = asyncio.get_running_loop().time() * 1000
        tile = TileView(site=MAIN_SITE, width=WIDTH, height=HEIGHT)
        self._show_views(client, SetViews(tiles=(tile,), program_width=0, program_height=0))
        try:
            while True:
                await asyncio.sleep(LOOK_SECONDS)
                picture = self._reader.latest(KEY)
                if picture is None or picture.captured_monotonic_ms < since_ms:
                    continue
                pixels = bytes(picture.pixels)
                if picture.still_valid():
                    return await asyncio.to_thread(
                        jpeg_of_pixels, pixels, picture.width, picture.height, picture.stride
                    )
        finally:
            self._show_views(client, None)


class MainCameras:
    """The cameras of the main endpoint, as the conductor knows them; their list may change while the bridge runs."""

    def __init__(
        self,
        data: DataFolder,
        profiles: Sequence[CameraProfile],
        *,
        post: Callable[[CameraReported | CameraSeen | CameraListChanged], None],
        pictures: MainRoomPictures,
        list_changed: Callable[[Sequence[PresetCamera]], None],
        state: Callable[[], State],
    ) -> None:
        """`list_changed` gets the cameras that there are from then on; `state` is the core's, at that moment.

        In a confidential meeting presets are saved without pictures.
        """

        def seen(facts: CameraFacts) -> None:
            post(CameraSeen(camera=facts))

        def say_change(change: ListChange) -> None:
            post(CameraListChanged(change=change))

        def new_camera(profile: CameraProfile) -> PresetCamera:
            return PresetCamera(
                profile,
                data.presets,
                tell=post,
                tell_facts=seen,
                take_picture=pictures.take,
                may_keep_pictures=lambda: is_open(state().durable),
            )

        self._driven = DrivenCameras(
            data,
            profiles,
            new_camera,
            lambda: list_changed(self.cameras),
            on_air=lambda: on_air(state(), MAIN_SITE),
            say_change=say_change,
        )

    @property
    def cameras(self) -> tuple[PresetCamera, ...]:
        """The cameras that there are."""
        return tuple(self._driven.cameras.values())

    def open(self) -> None:
        """Begins to look for the cameras."""
        self._driven.open()

    def close(self) -> None:
        """Stops the cameras and lets them go."""
        self._driven.close()
