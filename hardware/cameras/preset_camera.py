"""A camera with presets behind the camera port: names, pictures and slots are kept here, its head is driven below.

Rules: a preset is ours, the camera's memory is only the quick way to it. A save that fails anywhere leaves the old
preset as it was and says so; a picture that cannot be taken never stands in its way.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts, clean_name, same_name
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import CameraWish, Delete, Drive, Rename, Restore, Save, Stop
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.head import HeadEnd, Position, Target, Velocity
from hardware.cameras.kept_presets import (
    MOST_PRESETS,
    Entries,
    KeptPreset,
    deleted,
    deleted_names,
    facts_of,
    find,
    free_slot,
    presents,
    renamed,
    restored,
    saved,
    without_slot,
)
from hardware.cameras.port import TakePicture, TellCamera, TellFacts
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.visca.visca_driver import ViscaDriver

PICTURE_SECONDS: Final = 2.0

_log = logging.getLogger(__name__)


async def no_picture() -> bytes | None:
    """Returns nothing: there is no picture of this camera."""
    return None


class PresetCamera:
    """The `CameraPort` of one camera; lives on the running event loop."""

    def __init__(
        self,
        profile: CameraProfile,
        folder: Path,
        *,
        tell: TellCamera,
        tell_facts: TellFacts,
        take_picture: TakePicture = no_picture,
        wall_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        """`folder` is where this site keeps its presets."""
        self._profile, self._tell, self._tell_facts = profile, tell, tell_facts
        self._take_picture, self._wall_ms = take_picture, wall_ms
        self._book = PresetBook(folder, profile.camera)
        if self._book.trouble is not None:
            _log.error("%s: %s", profile.camera, self._book.trouble)
        self._saving: dict[str, str] = {}
        """Saves at the camera: the preset's name, by request."""
        self._writing = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._driver = ViscaDriver(profile, ended=self._head_ended, changed=self._say_facts)

    def open(self) -> None:
        """Begins to look for the camera."""
        self._driver.open()

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        return self._profile.camera

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera and its presets now."""
        entries = self._book.entries
        return CameraFacts(
            camera=self.name,
            title=self._profile.title,
            presets=tuple(preset.name for preset in presents(entries)),
            link=self._driver.link,
            abilities=self._driver.abilities,
            saved=facts_of(entries),
            deleted=deleted_names(entries),
            podium_preset=self._profile.podium_preset,
        )

    def close(self) -> None:
        """Lets the camera stand still and go; what is being written is still written by its thread, and not told."""
        self._driver.close()
        for task in self._tasks:
            task.cancel()

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset (see the port)."""
        kept = find(self._book.entries, preset)
        if kept is None:
            self._end(request_id, Reason.UNKNOWN_PRESET)
            return
        position = None if kept.position is None else Position(*kept.position)
        self._driver.recall(request_id, Target(kept.slot, position))

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does anything else (see the port)."""
        match wish:
            case Drive():
                self._driver.drive(request_id, Velocity(wish.pan, wish.tilt, wish.zoom), wish.hold_ms / 1000)
            case Stop():
                self._driver.stop(request_id)
            case Save():
                self._save(request_id, wish)
            case Rename() | Delete() | Restore():
                self._begin(self._change(request_id, wish))

    def _save(self, request_id: str, wish: Save) -> None:
        name, entries = clean_name(wish.preset), self._book.entries
        known = find(entries, name)
        if known is not None and not wish.overwrite:
            self._end(request_id, Reason.PRESET_EXISTS)
            return
        slot = free_slot(entries, self._profile.slots)
        if slot is None or (known is None and len(presents(entries)) >= MOST_PRESETS):
            self._end(request_id, Reason.PRESETS_FULL)
            return
        self._saving[request_id] = name
        self._driver.save(request_id, slot)

    # ------------------------------------------------------------ what the head tells

    def _head_ended(self, end: HeadEnd) -> None:
        saving = self._saving.pop(end.request_id, None)
        if saving is None or end.reason is not None:
            self._end(end.request_id, end.reason)
        else:
            self._begin(self._keep(end, saving))

    async def _keep(self, end: HeadEnd, name: str) -> None:
        """Keeps what the camera has saved, with a picture of this moment."""
        place, moment_ms = end.position, self._wall_ms()
        position = None if place is None else (place.pan, place.tilt, place.zoom)
        preset = KeptPreset(name=name, saved_ms=moment_ms, slot=end.slot, position=position)
        preset = replace(preset, picture=await self._picture(name, moment_ms))
        reason = await self._write(lambda: saved(without_slot(self._book.entries, end.slot), preset))
        self._end(end.request_id, reason, place)

    async def _picture(self, name: str, moment_ms: int) -> str | None:
        try:
            async with asyncio.timeout(PICTURE_SECONDS):
                jpeg = await self._take_picture()
            return None if jpeg is None else await asyncio.to_thread(self._book.write_picture, name, moment_ms, jpeg)
        except (OSError, TimeoutError) as error:
            _log.warning("The preset “%s” of %s goes without a picture: %s", name, self.name, error)
            return None

    async def _change(self, request_id: str, wish: Rename | Delete | Restore) -> None:
        entries = self._book.entries
        if not isinstance(wish, Restore) and find(entries, wish.preset) is None:
            self._end(request_id, Reason.UNKNOWN_PRESET)
            return
        match wish:
            case Rename():
                other = find(entries, wish.name)
                if other is not None and not same_name(wish.preset, wish.name):
                    self._end(request_id, Reason.PRESET_EXISTS)
                    return
                reason = await self._write(lambda: renamed(self._book.entries, wish.preset, wish.name))
            case Delete():
                reason = await self._write(lambda: deleted(self._book.entries, wish.preset))
            case Restore():
                reason = await self._write(lambda: restored(self._book.entries, wish.preset))
        self._end(request_id, reason)

    async def _write(self, change: Callable[[], Entries | None]) -> Reason | None:
        """Brings the presets to the disk, one change after the other; returns why not."""
        async with self._writing:
            entries = change()
            if entries is None:
                return Reason.UNKNOWN_PRESET
            try:
                await asyncio.to_thread(self._book.write, entries)
            except OSError as error:
                _log.error("The presets of %s cannot be written: %s", self.name, error)
                return Reason.PRESET_NOT_KEPT
        self._say_facts()
        return None

    # ------------------------------------------------------------ telling

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=f"presets of {self.name}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _end(self, request_id: str, reason: Reason | None, place: Position | None = None) -> None:
        if request_id:
            position = None if place is None else (place.pan, place.tilt, place.zoom or 0)
            self._tell(CameraReported(request_id=request_id, arrived=reason is None, reason=reason, position=position))

    def _say_facts(self) -> None:
        self._tell_facts(self.facts())
