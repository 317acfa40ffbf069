"""The cameras that a running program drives: those of its cameras file, as the file is now.

Rules: what is changed in the file, by this program's commands or by hand, is obeyed within two seconds and without a
restart. A new camera is looked for; one that is gone, or is spoken to otherwise than before, is let go, and what it was
asked ends with a plain reason; one that only has another title is called by it; all others notice nothing. A file that
is wrong changes nothing and is said once in the program's log. Presets that come by a file are handed to the program
that drives the camera, for only one process writes them.

    run/cameras.lock            held by the program that drives this folder's cameras
    presets/arriving/hall.json  presets to be taken over by it; gone when they are
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from console.cameras.camera_profile import BadCameras, CameraProfile, read_cameras
from console.cameras.list_changes import ListChange, changes_between
from console.data_folder import DataFolder
from hardware.cameras.camera_passwords import FILE as PASSWORDS
from hardware.cameras.camera_passwords import password_of
from hardware.cameras.preset_camera import PresetCamera
from hardware.cameras.preset_file import BadPresets, read_presets
from hardware.processes.cameras.asked_cameras import AskedCameras, lock_of
from hardware.processes.cameras.list_writer import take_writer
from hardware.processes.lock import AlreadyHeld, FileLock

LOOK_SECONDS: Final = 1.0
ARRIVING: Final = "arriving"
REFUSED: Final = ".refused"

NewCamera = Callable[[CameraProfile], PresetCamera]

_log = logging.getLogger(__name__)


class _Way(NamedTuple):
    """What a camera has to be reached anew for when it changes."""

    profile: CameraProfile
    password: str


class DrivenCameras:
    """The cameras of one data folder by their names; lives on the running event loop."""

    def __init__(
        self,
        data: DataFolder,
        profiles: Sequence[CameraProfile],
        new_camera: NewCamera,
        list_changed: Callable[[], None],
        look_seconds: float = LOOK_SECONDS,
        on_air: Callable[[], bool] = lambda: True,
        say_change: Callable[[ListChange], None] = lambda _change: None,
    ) -> None:
        """`list_changed` is called after every change of which cameras there are.

        `on_air` tells whether the whole meeting looks through one of them; who cannot know says so. `say_change` is
        told what has changed in the list since it was begun with, after `list_changed`.
        """
        self._data, self._new_camera, self._list_changed = data, new_camera, list_changed
        self._look_seconds, self._say_change = look_seconds, say_change
        self._cameras = {profile.camera: new_camera(profile) for profile in profiles}
        self._ways = {profile.camera: self._way(profile) for profile in profiles}
        self._asked = AskedCameras(data, self._cameras, on_air)
        self._seen: tuple[object, ...] = ()
        self._lock: FileLock | None = None
        self._looking: asyncio.Task[None] | None = None

    @property
    def cameras(self) -> Mapping[str, PresetCamera]:
        """The cameras as they are now; the same mapping for good."""
        return self._cameras

    def open(self) -> None:
        """Begins to look for the cameras, and for changes of their list."""
        try:
            self._lock = FileLock(lock_of(self._data))
        except (AlreadyHeld, OSError) as error:
            _log.warning("Another program drives the cameras of this folder too, or nobody can know: %s", error)
        for camera in self._cameras.values():
            camera.open()
        self._looking = asyncio.create_task(self._keep_looking(), name="looks at the list of cameras")

    def close(self) -> None:
        """Stops the cameras and lets them go."""
        if self._looking is not None:
            self._looking.cancel()
        self._asked.close()
        for camera in self._cameras.values():
            camera.close()
        if self._lock is not None:
            self._lock.release()

    # ------------------------------------------------------------ looking

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(self._look_seconds)
            await self.look()

    async def look(self) -> None:
        """Obeys the list of cameras and takes what has arrived, where either is new."""
        seen = (_stamp(self._data.cameras_file), _stamp(self._data.presets / PASSWORDS))
        if seen != self._seen:
            self._seen = seen
            profiles = self._read()
            if profiles is not None:
                await self._obey(profiles)
        if (self._data.presets / ARRIVING).is_dir():
            await self._take_arrived()
        self._asked.look()

    def _read(self) -> tuple[CameraProfile, ...] | None:
        """Returns the cameras of the file, None while it cannot be used."""
        try:
            return read_cameras(self._data.cameras_file.read_bytes())
        except FileNotFoundError:
            return ()
        except (BadCameras, OSError) as error:
            _log.error("%s: %s The cameras stay as they were.", self._data.cameras_file, error)
            return None

    # ------------------------------------------------------------ the list

    async def _obey(self, profiles: Sequence[CameraProfile]) -> None:
        ways = {profile.camera: self._way(profile) for profile in profiles}
        gone = [name for name in self._cameras if name not in ways or _moved(self._ways[name], ways[name])]
        retired = [self._cameras.pop(name) for name in gone]
        await asyncio.gather(*(camera.retire() for camera in retired))
        changed = bool(retired)
        for name, way in ways.items():
            if name not in self._cameras:
                self._cameras[name] = self._new_camera(way.profile)
                self._cameras[name].open()
                changed = True
            elif self._cameras[name].profile != way.profile:
                self._cameras[name].describe(way.profile)
        before, self._ways = self._ways, ways
        if changed:
            self._list_changed()
        self._tell_change(before)

    def _tell_change(self, before: Mapping[str, _Way]) -> None:
        """Tells what is otherwise now, and who has written it."""
        passwords = [
            name for name, way in self._ways.items() if name in before and way.password != before[name].password
        ]
        old, new = ({name: way.profile for name, way in ways.items()} for ways in (before, self._ways))
        changes = changes_between(old, new, passwords)
        if changes:
            self._say_change(ListChange(changes=changes, person=take_writer(self._data)))

    def _way(self, profile: CameraProfile) -> _Way:
        return _Way(profile, password_of(self._data.presets, profile.camera) if profile.user else "")

    # ------------------------------------------------------------ presets that arrive

    async def _take_arrived(self) -> None:
        folder = self._data.presets / ARRIVING
        for path in sorted(folder.glob("*.json")):
            camera = self._cameras.get(path.stem)
            if camera is None:
                continue
            try:
                reason = await camera.take_over(read_presets(path.read_bytes()))
            except (BadPresets, OSError) as error:
                _log.error("%s cannot be taken over: %s", path, error)
                reason = error
            with contextlib.suppress(OSError):
                path.unlink() if reason is None else path.replace(path.with_suffix(REFUSED))
        with contextlib.suppress(OSError):  # something is left that waits for its camera
            folder.rmdir()


def arriving_file(data: DataFolder, camera: str) -> Path:
    """Returns where presets are put for the program that drives a camera."""
    return data.presets / ARRIVING / f"{camera}.json"


def _moved(before: _Way, after: _Way) -> bool:
    """Returns whether a camera is spoken to otherwise than before."""
    named = replace(before.profile, title=after.profile.title, podium_preset=after.profile.podium_preset)
    return (named, before.password) != (after.profile, after.password)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Returns what changes whenever a file is replaced or written, None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size
