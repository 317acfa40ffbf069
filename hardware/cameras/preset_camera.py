"""A camera with presets behind the camera port: names, pictures and slots are kept here, its head is driven below.

Rules: a preset is ours, the camera's memory is only the quick way to it. A save that fails anywhere leaves the old
preset as it was and says so. Where the head stands is compared with the presets' places, so that a camera that somebody
else has moved is not said to stand at one.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol, runtime_checkable

from console.cameras.camera_facts import CameraFacts, clean_name
from console.cameras.camera_profile import CameraProfile
from console.cameras.camera_wishes import (
    Adopt,
    CameraWish,
    Delete,
    Drive,
    FocusByItself,
    Mark,
    Place,
    Recalibrate,
    Rehearse,
    Rename,
    Restore,
    Save,
    Stop,
    SwitchOn,
)
from console.cameras.camera_words import CameraAbility, CameraStage
from console.events import CameraReported
from console.words import Reason
from hardware.cameras.drivers import driver_of
from hardware.cameras.head import HeadDriver, HeadEnd, Position, SwitchesOn, Target, Velocity
from hardware.cameras.kept_presets import (
    MOST_PRESETS,
    KeptPreset,
    deleted_names,
    facts_of,
    find,
    free_slot,
    presents,
    protected_names,
    slug_of,
    standing_at,
    standing_beside,
    wide_name,
)
from hardware.cameras.port import TakePicture, TellCamera, TellFacts
from hardware.cameras.preset_file import PresetFile
from hardware.cameras.preset_rehearsal import PresetRehearsal, way_back
from hardware.cameras.preset_shelf import Change, PresetShelf
from hardware.cameras.try_out import TRIAL, Trial, TryOut
from hardware.cameras.visca.known_models import called
from hardware.cameras.whose_presets import model_before, of_another, others, ours

RETIRE_SECONDS: Final = 3.0
"""A change of presets that has begun may take a picture, and the disk."""


@runtime_checkable
class ShowsItself(Protocol):
    """A driver whose camera gives a picture of its own."""

    async def snapshot(self) -> bytes | None:
        """Returns what the camera shows now, None where it has no picture."""
        ...


@runtime_checkable
class TellsItsStage(Protocol):
    """A driver that knows how far the camera is with what it was asked."""

    @property
    def stage(self) -> CameraStage | None:
        """How far the move to a preset is, None while there is none."""
        ...


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
        may_keep_pictures: Callable[[], bool] = lambda: True,
        wall_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        """`folder` is where this site keeps its presets; `may_keep_pictures` tells whether it does so with pictures."""
        self._profile, self._tell, self._tell_facts = profile, tell, tell_facts
        self._take_picture, self._may_keep_pictures = take_picture, may_keep_pictures
        self._shelf = PresetShelf(folder, profile.camera, self._picture, wall_ms)
        self._saving: dict[str, Save] = {}
        """Saves at the camera, by request."""
        self._recalling: dict[str, str] = {}
        """Presets on the way, by request."""
        self._forgotten: set[str] = set()
        """Presets that the camera's own memory did not lead to."""
        self._legs: dict[str, asyncio.Future[Reason | None]] = {}
        """Moves of the rehearsal under way, by request."""
        self._rehearsal = PresetRehearsal(self._go, self._shelf.looks_alike, self._say_facts)
        self._numbers = count(1)
        self._asked: set[str] = set()
        """Requests that have not ended."""
        self._trial: Trial | None = None
        self._bound_to = ""
        """The model of which presets that say none are taken to be."""
        self._retired = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._driver: HeadDriver = driver_of(profile, folder, ended=self._head_ended, changed=self._look_at_it)

    def open(self) -> None:
        """Begins to look for the camera."""
        self._driver.open()

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        return self._profile.camera

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera and its presets now."""
        entries, place = self._shelf.entries, None if self._trial is not None else self._driver.standing
        own = ours(entries, self._driver.model)
        return CameraFacts(
            camera=self.name,
            title=self._profile.title,
            presets=tuple(preset.name for preset in presents(entries)),
            link=self._driver.link,
            abilities=self._driver.abilities,
            stage=self._driver.stage if isinstance(self._driver, TellsItsStage) else None,
            saved=facts_of(entries),
            deleted=deleted_names(entries),
            podium_preset=self._profile.podium_preset,
            wide_preset=wide_name(entries),
            protected=protected_names(entries),
            rehearsed=self._rehearsal.trials,
            stands_at=None if place is None else standing_at(own, place),
            near=() if place is None else standing_beside(own, place),
            forgotten=tuple(preset.name for preset in presents(entries) if preset.name in self._forgotten),
            model=called(self._driver.model),
            of_another=tuple(preset.name for preset in others(entries, self._driver.model)),
            model_before=model_before(entries, self._driver.model),
        )

    @property
    def profile(self) -> CameraProfile:
        """How the camera is spoken to, and what people call it."""
        return self._profile

    def describe(self, profile: CameraProfile) -> None:
        """Takes another title or podium preset; the camera itself notices nothing of it."""
        self._profile = profile
        self._say_facts()

    def close(self) -> None:
        """Lets the camera stand still and go; what is being written is still written by its thread, and not told."""
        self._driver.close()
        for task in self._tasks:
            task.cancel()

    async def retire(self) -> None:
        """Lets the camera stand still and go while the program runs on, and ends every request.

        A change of presets that has begun may still come to its own end; everything else ends as CAMERA_CHANGED.
        """
        self._retired = True
        self._driver.close()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=RETIRE_SECONDS)
        for task in self._tasks:
            task.cancel()
        for request_id in sorted(self._asked):
            self._end(request_id, Reason.CAMERA_CHANGED)

    async def take_over(self, file: PresetFile) -> Reason | None:
        """Adds the presets of a file, each in the place of one of its name that is not protected; returns why not."""
        reason = await self._shelf.take_over(file)
        self._bound_to = ""
        self._look_at_it()
        return reason

    async def adopt(self) -> Reason | None:
        """Takes the presets of the model before as ones of this camera; returns why not."""
        model, by_place = self._driver.model, CameraAbility.POSITION in self._driver.abilities
        reason = await self._shelf.adopt(model, by_place=by_place) if model else Reason.CAMERA_UNREACHABLE
        self._say_facts()
        return reason

    async def try_out(self) -> TryOut:
        """Turns the camera a little and back; one that is just carrying something out is left alone."""
        if self._trial is not None or self._asked or self._retired:
            return TryOut(self._driver.link, reason=Reason.CAMERA_BUSY)
        self._trial = Trial(lambda _ended, _changed: self._driver)
        try:
            return await self._trial.turn()
        finally:
            self._trial = None
            self._say_facts()

    # ------------------------------------------------------------ requests

    def recall(self, request_id: str, preset: str) -> None:
        """Moves to a preset (see the port)."""
        self._asked.add(request_id)
        if self._retired:
            self._end(request_id, Reason.CAMERA_CHANGED)
            return
        kept = find(self._shelf.entries, preset)
        if kept is None:
            self._end(request_id, Reason.UNKNOWN_PRESET)
            return
        if of_another(kept, self._driver.model):
            self._end(request_id, Reason.PRESET_OF_ANOTHER)
            return
        self._recalling[request_id] = kept.name
        self._driver.recall(request_id, Target(kept.slot, kept.place, kept.token))

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Does anything else (see the port)."""
        self._asked.add(request_id)
        if self._retired:
            self._end(request_id, Reason.CAMERA_CHANGED)
            return
        match wish:
            case Drive():
                velocity = Velocity(wish.pan, wish.tilt, wish.zoom, wish.focus)
                self._driver.drive(request_id, velocity, wish.hold_ms / 1000)
            case Stop():
                self._driver.stop(request_id)
            case Rehearse():
                self._rehearse(request_id)
            case Recalibrate():
                self._driver.recalibrate(request_id)
            case FocusByItself():
                self._driver.focus_automatically(request_id)
            case SwitchOn():
                self._switch_on(request_id)
            case Save():
                self._save(request_id, wish)
            case Adopt() | Rename() | Delete() | Restore() | Place() | Mark():
                self._begin(self._change(request_id, wish))

    def _switch_on(self, request_id: str) -> None:
        if isinstance(self._driver, SwitchesOn):
            self._driver.switch_on(request_id)
        else:
            self._end(request_id, Reason.CAMERA_CANNOT_WAKE)

    def _save(self, request_id: str, wish: Save) -> None:
        name, entries = clean_name(wish.preset), self._shelf.entries
        reason = self._shelf.why_not_saved(name, overwrite=wish.overwrite)
        slot = free_slot(entries, self._profile.slots)
        full = slot is None or (find(entries, name) is None and len(presents(entries)) >= MOST_PRESETS)
        if reason is not None or slot is None or full:
            self._end(request_id, reason or Reason.PRESETS_FULL)
            return
        self._saving[request_id] = wish
        self._driver.save(request_id, slot, slug=slug_of(name))

    def _rehearse(self, request_id: str) -> None:
        if self._legs:
            self._end(request_id, Reason.CAMERA_BUSY)
        else:
            self._begin(self._rehearse_all(request_id))

    async def _rehearse_all(self, request_id: str) -> None:
        presets = presents(self._shelf.entries)
        own = presents(ours(self._shelf.entries, self._driver.model))
        back = way_back(own, self._driver.standing) if own else None
        self._end(request_id, await self._rehearsal.run(presets, back))

    async def _go(self, preset: KeptPreset) -> Reason | None:
        if of_another(preset, self._driver.model):
            return Reason.PRESET_OF_ANOTHER
        leg = f"rehearsal-{next(self._numbers)}"
        self._legs[leg] = asyncio.get_running_loop().create_future()
        try:
            self._driver.recall(leg, Target(preset.slot, preset.place, preset.token))
            return await self._legs[leg]
        finally:
            del self._legs[leg]

    # ------------------------------------------------------------ what the head tells

    def _head_ended(self, end: HeadEnd) -> None:
        if self._trial is not None and end.request_id.startswith(TRIAL):
            self._trial.take(end)
            return
        leg = self._legs.get(end.request_id)
        if leg is not None:
            if not leg.done():
                leg.set_result(end.reason)
            return
        saving, recalling = self._saving.pop(end.request_id, None), self._recalling.pop(end.request_id, None)
        if recalling is not None:
            self._learn_of_memory(recalling, end)
        if saving is None or not _may_be_kept(end):
            self._end(end.request_id, end.reason)
        else:
            self._begin(self._keep(end, saving))

    def _learn_of_memory(self, preset: str, end: HeadEnd) -> None:
        """Notes whether the camera's own memory leads to a preset, as far as this recall proves it."""
        kept = find(self._shelf.entries, preset)
        if end.memory_gone or end.reason is Reason.CAMERA_FORGOT:
            self._forgotten.add(preset)
            self._say_facts()
        elif end.reason is None and preset in self._forgotten:
            self._forgotten.discard(preset)
            self._say_facts()
        if end.reason is None and kept is not None and kept.unconfirmed:
            self._begin(self._confirm(preset))

    async def _confirm(self, preset: str) -> None:
        await self._shelf.confirm(preset)
        self._say_facts()

    async def _keep(self, end: HeadEnd, wish: Save) -> None:
        reason = await self._shelf.keep(end, clean_name(wish.preset), wish.role, self._driver.model)
        if reason is None:
            self._forgotten.discard(clean_name(wish.preset))
        self._say_facts()
        self._end(end.request_id, reason or end.reason, end.position)

    def _look_at_it(self) -> None:
        """Notes which model stands there as soon as it says so, and tells."""
        model = self._driver.model
        if model and model != self._bound_to:
            self._bound_to = model
            self._begin(self._bind(model))
        if self._trial is not None:
            self._trial.changed()
        self._say_facts()

    async def _bind(self, model: str) -> None:
        await self._shelf.bind(model)
        self._say_facts()

    async def _change(self, request_id: str, wish: Change | Adopt) -> None:
        reason = await (self.adopt() if isinstance(wish, Adopt) else self._shelf.change(wish))
        if reason is None:
            self._say_facts()
        self._end(request_id, reason)

    async def _picture(self) -> bytes | None:
        """Takes what the room's picture shows, else what the camera gives of itself."""
        if not self._may_keep_pictures():
            return None
        jpeg = await self._take_picture()
        if jpeg is None and isinstance(self._driver, ShowsItself):
            return await self._driver.snapshot()
        return jpeg

    # ------------------------------------------------------------ telling

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=f"presets of {self.name}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _end(self, request_id: str, reason: Reason | None, place: Position | None = None) -> None:
        if request_id:
            self._asked.discard(request_id)
            if self._retired and reason is not None:
                reason = Reason.CAMERA_CHANGED  # whatever the driver made of it
            position = None if place is None else (place.pan, place.tilt, place.zoom or 0)
            self._tell(CameraReported(request_id=request_id, arrived=reason is None, reason=reason, position=position))

    def _say_facts(self) -> None:
        if not self._retired:
            self._tell_facts(self.facts())


def _may_be_kept(end: HeadEnd) -> bool:
    """Returns whether a save has left something to be kept: proved, or sent to a memory that says nothing."""
    return end.reason is None or (end.reason is Reason.CAMERA_UNCONFIRMED and end.slot is not None)
