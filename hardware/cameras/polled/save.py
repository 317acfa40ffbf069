"""One save at a camera that is asked: only from a head at rest, into its memory where it has one, and with its place.

Rule: two readings 150 ms apart must agree; a camera without memory is saved by its position alone.
"""

import asyncio
from dataclasses import dataclass

from console.words import Reason
from hardware.cameras.head import Position
from hardware.cameras.polled.device import DeviceTrouble, Equipment, PolledDevice, still

BETWEEN_READINGS_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept: the camera's own name of its memory, its place, or both."""

    token: str | None
    position: Position | None


async def save(device: PolledDevice, equipment: Equipment, slot: int, slug: str) -> Saved:
    """Keeps the present place; raises `DeviceTrouble`."""
    position = await _at_rest(device)
    if not equipment.memory:
        return _by_position(equipment, position)
    try:
        return Saved(await device.keep(slot, slug), position)
    except DeviceTrouble as refused:
        if refused.reason is not Reason.CAMERA_CANNOT:
            raise
        return _by_position(equipment, position)


def _by_position(equipment: Equipment, position: Position | None) -> Saved:
    if position is None or not equipment.absolute:
        raise DeviceTrouble(Reason.CAMERA_CANNOT, "The camera has neither a memory nor a position")
    return Saved(None, position)


async def _at_rest(device: PolledDevice) -> Position | None:
    first = await device.where()
    await asyncio.sleep(BETWEEN_READINGS_SECONDS)
    second = await device.where()
    told = first.position is not None and second.position is not None
    moving = not still(first.position, second.position) if told else second.moving is True
    if moving:
        raise DeviceTrouble(Reason.CAMERA_MOVING, "The camera is moving")
    return second.position
