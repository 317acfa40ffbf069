"""Sheds load by named steps while the bridge is overloaded, and takes them back one by one when it is calm again.

Rule: the engine measures, this decides; only tiles give way, nothing that is on the podium, on deck or heard. A step is
taken after `HEAVY_SECONDS` of overload, so that one hiccup sheds nothing. A step is taken back after a calm time, which
doubles whenever the step is soon needed again, so that the meeting does not swing to and fro.
"""

from typing import Final

from msgspec.structs import replace

from console.engine_port import EngineLoad
from console.entries import LoadShed
from console.state import Shedding
from console.turn import Turn
from console.words import LoadStep

STEPS: Final = tuple(LoadStep)
"""In the order in which they are taken."""
SHED_TILE_FRAMES_PER_SECOND: Final = 5
HEAVY_LOOP_MS, HEAVY_PICTURE_MS = 120, 300
"""So late an order or a sound packet, or a picture, is felt."""
CALM_LOOP_MS, CALM_PICTURE_MS = 40, 100
HEAVY_SECONDS: Final = 3
CALM_MS, MOST_CALM_MS = 20_000, 320_000


def is_heavy(load: EngineLoad) -> bool:
    """Returns whether a second was one of overload."""
    return load.loop_late_ms >= HEAVY_LOOP_MS or load.picture_late_ms >= HEAVY_PICTURE_MS


def is_calm(load: EngineLoad) -> bool:
    """Returns whether a second left room."""
    return load.loop_late_ms <= CALM_LOOP_MS and load.picture_late_ms <= CALM_PICTURE_MS


def after_load(shedding: Shedding, load: EngineLoad, now_ms: int) -> Shedding:
    """Returns what is shed after one more second's measurement."""
    if is_heavy(load):
        return _after_heavy(shedding, now_ms)
    if not is_calm(load):
        return replace(shedding, heavy_seconds=0, calm_since_ms=None)
    since_ms = shedding.calm_since_ms if shedding.calm_since_ms is not None else now_ms
    calm = replace(shedding, heavy_seconds=0, calm_since_ms=since_ms)
    if not shedding.steps:
        long_calm = now_ms - since_ms >= MOST_CALM_MS
        return replace(calm, calm_ms=CALM_MS, taken_back_ms=None) if long_calm else calm
    if now_ms - since_ms < shedding.calm_ms:
        return calm
    return replace(calm, steps=shedding.steps[:-1], calm_since_ms=now_ms, taken_back_ms=now_ms)


def _after_heavy(shedding: Shedding, now_ms: int) -> Shedding:
    seconds = shedding.heavy_seconds + 1
    heavy = replace(shedding, heavy_seconds=seconds, calm_since_ms=None)
    if seconds < HEAVY_SECONDS or len(shedding.steps) == len(STEPS):
        return heavy
    back_ms = shedding.taken_back_ms
    too_soon = back_ms is not None and now_ms - back_ms < 2 * shedding.calm_ms
    return replace(
        heavy,
        steps=STEPS[: len(shedding.steps) + 1],
        heavy_seconds=0,
        calm_ms=min(2 * shedding.calm_ms, MOST_CALM_MS) if too_soon else shedding.calm_ms,
        taken_back_ms=None,
    )


def take_load(turn: Turn, load: EngineLoad) -> None:
    """Takes one second's measurement; a step taken or taken back is one line of the log."""
    before = turn.state.shedding
    shedding = after_load(before, load, turn.now.monotonic_ms)
    if shedding == before:
        return
    turn.change(shedding=shedding)
    if shedding.steps != before.steps:
        turn.log(LoadShed(steps=shedding.steps, loop_late_ms=load.loop_late_ms, picture_late_ms=load.picture_late_ms))
