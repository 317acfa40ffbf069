"""One rehearsal of a camera's presets: to each of them, place and picture compared, and back to where it was.

Rules: whatever else the camera is asked ends it; what was found so far stays known. A preset is reached when its driver
has proved it; the picture is taken a moment later, when the room's camera sends what it sees there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from console.cameras.camera_facts import PresetTrial
from console.words import Reason
from hardware.cameras.head import Position
from hardware.cameras.kept_presets import KeptPreset

SETTLED_SECONDS: Final = 0.7
"""After the head is still."""

Go = Callable[[KeptPreset], Awaitable[Reason | None]]
LooksAlike = Callable[[KeptPreset], Awaitable[bool | None]]


def way_back(presets: Iterable[KeptPreset], place: Position | None) -> KeptPreset | None:
    """Returns what brings the head back to where it stands: a preset there, else the place itself; None: not told."""
    if place is None:
        return None
    here = (preset for preset in presets if preset.place is not None and preset.place.near(place))
    return next(here, KeptPreset(name="", saved_ms=0, position=(place.pan, place.tilt, place.zoom)))


class PresetRehearsal:
    """The rehearsal of one camera; `told` is called after each preset."""

    def __init__(self, go: Go, looks_alike: LooksAlike, told: Callable[[], None]) -> None:
        self._go, self._looks_alike, self._told = go, looks_alike, told
        self.trials: tuple[PresetTrial, ...] = ()

    async def run(self, presets: tuple[KeptPreset, ...], back: KeptPreset | None) -> Reason | None:
        """Goes to all of them and then `back`; returns why it was broken off."""
        self.trials = ()
        for preset in presets:
            reason = await self._go(preset)
            if reason is Reason.SUPERSEDED:
                return reason
            alike = None
            if reason is None:
                await asyncio.sleep(SETTLED_SECONDS)
                alike = await self._looks_alike(preset)
            self.trials = (*self.trials, PresetTrial(preset=preset.name, reason=reason, looks_alike=alike))
            self._told()
        if back is not None:
            await self._go(back)
        return None
