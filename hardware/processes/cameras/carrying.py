"""A site's cameras carried as a file: written out, and taken in after it was said what that would change.

Rules: nothing that is there is written over unless that is wanted, and never what is protected; presets are written by
the program that drives the camera, where one runs, and by this one only while none does. No password leaves.
"""

import time
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from console.cameras.camera_facts import clean_name, same_name
from console.cameras.camera_profile import MOST_CAMERAS, CameraProfile
from console.cameras.setup_facts import CameraImport, Change, ImportAnswer, PresetImport
from console.command_line.exits import BadInput
from console.command_line.files import in_file, write_octets
from console.data_folder import DataFolder
from console.trouble import Told, TroubleKind, trouble
from hardware.cameras.kept_presets import (
    MOST_PRESETS,
    Entries,
    KeptPreset,
    find,
    joined,
    presents,
)
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_file import PresetFile, entries_of, octets_of, presets_of, read_picture_in
from hardware.cameras.set_up_file import LARGEST_OCTETS, SetUpFile, pack_set_up, read_set_up
from hardware.processes.cameras.asked_cameras import lock_of
from hardware.processes.cameras.camera_setup import CameraSetup
from hardware.processes.cameras.driven_cameras import REFUSED, arriving_file
from hardware.processes.lock import AlreadyHeld, FileLock

HANDED_SECONDS: Final = 12.0
"""For which a program that drives the cameras is given time to take presets."""
LOOK_SECONDS: Final = 0.1


class CameraCarrying:
    """Export and import for one data folder."""

    def __init__(self, data: DataFolder, handed_seconds: float = HANDED_SECONDS, person: str = "") -> None:
        """`person` is who takes a file in, for the log of a program that runs."""
        self._data, self._setup, self._handed_seconds = data, CameraSetup(data, person), handed_seconds

    # ------------------------------------------------------------ out

    def presets(self, profile: CameraProfile) -> PresetFile:
        """Returns a camera's presets as they are carried; raises `BadInput`."""
        entries = self.book(profile.camera).entries
        return presets_of(profile.camera, profile.title, entries, read_picture_in(self._data.preset_pictures))

    def write_all(self, file: Path) -> tuple[PresetFile, ...]:
        """Writes every camera with its presets into a file; raises `BadInput`."""
        cameras = self._setup.listed()
        presets = tuple(self.presets(profile) for profile in cameras)
        write_octets(file, pack_set_up(cameras, presets))
        return presets

    # ------------------------------------------------------------ in

    def read(self, path: Path, into: str | None) -> SetUpFile:
        """Returns what a file holds, one camera's presets as those of the camera `into`; raises `BadInput`."""
        try:
            with path.open("rb") as opened:
                file = read_set_up(opened.read(LARGEST_OCTETS + 1))
        except OSError as error:
            raise BadInput(trouble(TroubleKind.FILE_UNREADABLE, path=path, why=error.strerror or error)) from error
        except Told as error:
            raise BadInput(in_file(error, path)) from error
        if isinstance(file, SetUpFile):
            return file
        if into is None:
            raise BadInput(trouble(TroubleKind.PRESETS_NEED_CAMERA))
        return SetUpFile(format="camera-set-up/1", cameras=(), presets=(replace(file, camera=into),))

    def plan(self, file: SetUpFile) -> ImportAnswer:
        """Returns what taking a file in would change; raises `BadInput` where there is no room for its cameras."""
        listed = {profile.camera: profile for profile in self._setup.listed()}
        if len(listed.keys() | {profile.camera for profile in file.cameras}) > MOST_CAMERAS:
            raise BadInput(trouble(TroubleKind.TOO_MANY_CAMERAS, most=MOST_CAMERAS))
        presets = {one.camera: one for one in file.presets}
        plans: list[CameraImport] = []
        for profile in file.cameras:
            known = listed.get(profile.camera)
            change = Change.NEW if known is None else Change.SAME if known == profile else Change.OTHER
            given = presets.pop(profile.camera, None)
            plans.append(self._plan_presets(profile.camera, profile.title, change, given))
        plans += [self._plan_presets(name, self._title(name), None, given) for name, given in presets.items()]
        return ImportAnswer(cameras=tuple(plans))

    def _plan_presets(self, camera: str, title: str, change: Change | None, given: PresetFile | None) -> CameraImport:
        entries = self.book(camera).entries if given is not None else ()
        changes = [] if given is None else changes_of(entries, given)
        return CameraImport(camera=camera, title=title, change=change, presets=tuple(changes))

    def _title(self, camera: str) -> str:
        profile = next((profile for profile in self._setup.listed() if profile.camera == camera), None)
        if profile is None:
            raise BadInput(trouble(TroubleKind.CAMERA_NOT_LISTED, camera=camera))
        return profile.title

    def take(self, file: SetUpFile, *, overwrite: bool) -> ImportAnswer:
        """Takes a file in, over what is there otherwise only where that is wanted; raises `BadInput`."""
        plan = self.plan(file)
        wanted = {Change.NEW, Change.OTHER} if overwrite else {Change.NEW}
        changes = {camera.camera: camera for camera in plan.cameras}
        profiles = [profile for profile in file.cameras if changes[profile.camera].change in wanted]
        if profiles:
            self._setup.save_all(profiles)
        for given in file.presets:
            names = [one.preset for one in changes[given.camera].presets if one.change in wanted]
            kept = tuple(preset for preset in given.presets if clean_name(preset.name) in names)
            if kept:
                self.give(given.camera, replace(given, presets=kept))
        return replace(plan, done=True, overwritten=overwrite)

    # ------------------------------------------------------------ presets written

    def give(self, camera: str, file: PresetFile) -> None:
        """Adds presets to a camera, by the program that drives it where one runs; raises `BadInput`."""
        try:
            with FileLock(lock_of(self._data)):
                self._write(camera, file)
        except AlreadyHeld:
            self._hand_over(camera, file)

    def _write(self, camera: str, file: PresetFile) -> None:
        book = self.book(camera)
        moment_ms = time.time_ns() // 1_000_000
        try:
            taken = entries_of(file, lambda name, _saved_ms, jpeg: book.write_picture(name, moment_ms, jpeg))
            book.write(joined(book.entries, taken))
        except OSError as error:
            why = trouble(TroubleKind.FILE_UNWRITABLE, path=self._data.presets, why=error.strerror or error)
            raise BadInput(why) from error

    def _hand_over(self, camera: str, file: PresetFile) -> None:
        path = arriving_file(self._data, camera)
        refused = path.with_suffix(REFUSED)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            refused.unlink(missing_ok=True)
        except OSError as error:
            raise BadInput(trouble(TroubleKind.FILE_UNWRITABLE, path=path, why=error.strerror or error)) from error
        write_octets(path, octets_of(file))
        until = time.monotonic() + self._handed_seconds
        while path.exists():
            if time.monotonic() > until:
                path.unlink(missing_ok=True)
                raise BadInput(trouble(TroubleKind.CAMERAS_IN_USE))
            time.sleep(LOOK_SECONDS)
        if refused.exists():
            refused.unlink(missing_ok=True)
            raise BadInput(trouble(TroubleKind.CAMERAS_IN_USE))

    def book(self, camera: str) -> PresetBook:
        """Returns the presets that are kept of a camera; raises `BadInput`."""
        book = PresetBook(self._data.presets, camera)
        if book.trouble is not None:
            raise BadInput(in_file(book.trouble, self._data.presets))
        return book


def changes_of(entries: Entries, given: PresetFile) -> list[PresetImport]:
    """Returns what a file changes at the presets that are there."""
    room = MOST_PRESETS - len(presents(entries))
    changes: list[PresetImport] = []
    for preset in given.presets:
        known = find(entries, preset.name)
        if known is None:
            change, room = (Change.NEW, room - 1) if room > 0 else (Change.NO_ROOM, room)
        elif _same(known, preset):
            change = Change.SAME
        else:
            change = Change.PROTECTED if known.protected else Change.OTHER
        changes.append(PresetImport(preset=clean_name(preset.name), change=change))
    return changes


def _same(known: KeptPreset, other: KeptPreset) -> bool:
    """Returns whether a preset leads to the same place for the same purpose; its picture may be another."""
    place = (known.position, None) if known.position is not None else (None, known.slot)
    others = (other.position, None) if other.position is not None else (None, other.slot)
    return place == others and known.role is other.role and same_name(known.name, other.name)
