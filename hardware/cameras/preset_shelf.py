"""The presets of one camera as they are changed: one change after the other, each on the disk before it is told.

Rules: a change that fails leaves everything as it was and says why; a picture that cannot be taken never stands in the
way of a save; what is protected is changed by nothing but taking its protection away.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from console.cameras.camera_facts import clean_name, same_name
from console.cameras.camera_wishes import Delete, Mark, Place, Rename, Restore
from console.cameras.camera_words import PresetRole
from console.words import Reason
from hardware.cameras.head import HeadEnd
from hardware.cameras.kept_presets import (
    Entries,
    KeptPreset,
    confirmed,
    deleted,
    find,
    joined,
    marked,
    placed,
    renamed,
    restored,
    saved,
    without_slot,
)
from hardware.cameras.port import TakePicture
from hardware.cameras.preset_book import PresetBook
from hardware.cameras.preset_file import PresetFile, entries_of
from hardware.cameras.preset_picture import look_alike
from hardware.cameras.whose_presets import adopted, bound, unbound

PICTURE_SECONDS: Final = 2.0
Change = Rename | Delete | Restore | Place | Mark

_log = logging.getLogger(__name__)


class PresetShelf:
    """The presets of one camera; lives on the running event loop."""

    def __init__(self, folder: Path, camera: str, take_picture: TakePicture, wall_ms: Callable[[], int]) -> None:
        self._camera, self._take_picture, self._wall_ms = camera, take_picture, wall_ms
        self._book = PresetBook(folder, camera)
        if self._book.trouble is not None:
            _log.error("%s: %s", camera, self._book.trouble)
        self._writing = asyncio.Lock()

    @property
    def entries(self) -> Entries:
        """The presets as they are on the disk."""
        return self._book.entries

    def why_not_saved(self, name: str, *, overwrite: bool) -> Reason | None:
        """Returns why nothing may be saved under a name."""
        known = find(self.entries, name)
        if known is None:
            return None
        if not overwrite:
            return Reason.PRESET_EXISTS
        return Reason.PRESET_PROTECTED if known.protected else None

    async def keep(self, end: HeadEnd, name: str, role: PresetRole | None, model: str) -> Reason | None:
        """Keeps what a camera of this model has saved, or may have, with a picture of this moment; returns why not."""
        place, moment_ms = end.position, self._wall_ms()
        position = None if place is None else (place.pan, place.tilt, place.zoom)
        preset = KeptPreset(name=name, saved_ms=moment_ms, slot=end.slot, token=end.token, position=position, role=role)
        picture = await self._picture(name, moment_ms)
        preset = replace(preset, picture=picture, unconfirmed=end.reason is not None, model=model)
        return await self._write(lambda: saved(without_slot(self.entries, end.slot), preset))

    async def confirm(self, name: str) -> None:
        """Keeps that a camera has been led to a preset by its own memory."""
        await self._write(lambda: confirmed(self.entries, name))

    async def bind(self, model: str) -> None:
        """Keeps that presets of which no model was known are of this one."""
        if unbound(self.entries):
            await self._write(lambda: bound(self.entries, model))

    async def adopt(self, model: str, *, by_place: bool) -> Reason | None:
        """Keeps that the presets of another model hold for this one too; returns why not."""
        return await self._write(lambda: adopted(self.entries, model, by_place=by_place))

    async def looks_alike(self, preset: KeptPreset) -> bool | None:
        """Returns whether the camera shows what it showed when a preset was saved; None: there is no picture."""
        kept = None if preset.picture is None else await asyncio.to_thread(self._book.read_picture, preset.picture)
        if kept is None:
            return None
        try:
            async with asyncio.timeout(PICTURE_SECONDS):
                now = await self._take_picture()
        except (OSError, TimeoutError):
            return None
        return None if now is None else await asyncio.to_thread(look_alike, kept, now)

    async def _picture(self, name: str, moment_ms: int) -> str | None:
        try:
            async with asyncio.timeout(PICTURE_SECONDS):
                jpeg = await self._take_picture()
            return None if jpeg is None else await asyncio.to_thread(self._book.write_picture, name, moment_ms, jpeg)
        except (OSError, TimeoutError) as error:
            _log.warning("The preset “%s” of %s goes without a picture: %s", name, self._camera, error)
            return None

    async def change(self, wish: Change) -> Reason | None:
        """Does what is wished; returns why not."""
        reason = self._refusal(wish)
        if reason is not None:
            return reason
        match wish:
            case Rename():
                return await self._write(lambda: renamed(self.entries, wish.preset, wish.name))
            case Delete():
                return await self._write(lambda: deleted(self.entries, wish.preset))
            case Restore():
                return await self._write(lambda: restored(self.entries, wish.preset))
            case Place():
                return await self._write(lambda: placed(self.entries, wish.preset, wish.place))
            case Mark():
                return await self._write(lambda: marked(self.entries, wish.preset, wish.role, protected=wish.protected))

    def _refusal(self, wish: Change) -> Reason | None:
        known = find(self.entries, wish.preset)
        if known is None:
            return None if isinstance(wish, Restore) else Reason.UNKNOWN_PRESET
        if known.protected and not isinstance(wish, Place | Mark):
            return Reason.PRESET_PROTECTED
        if not isinstance(wish, Rename):
            return None
        taken = find(self.entries, wish.name) is not None and not same_name(wish.preset, wish.name)
        return Reason.PRESET_EXISTS if taken or not clean_name(wish.name) else None

    async def take_over(self, file: PresetFile) -> Reason | None:
        """Adds the presets of a file with their pictures; returns why not."""
        moment_ms = self._wall_ms()

        def write_picture(name: str, _saved_ms: int, jpeg: bytes) -> str | None:
            return self._book.write_picture(name, moment_ms, jpeg)

        try:
            taken = await asyncio.to_thread(entries_of, file, write_picture)
        except OSError as error:
            _log.error("The pictures of %s cannot be written: %s", self._camera, error)
            return Reason.PRESET_NOT_KEPT
        return await self._write(lambda: joined(self.entries, taken))

    async def _write(self, change: Callable[[], Entries | None]) -> Reason | None:
        async with self._writing:
            entries = change()
            if entries is None:
                return Reason.UNKNOWN_PRESET
            try:
                await asyncio.to_thread(self._book.write, entries)
            except OSError as error:
                _log.error("The presets of %s cannot be written: %s", self._camera, error)
                return Reason.PRESET_NOT_KEPT
        return None
